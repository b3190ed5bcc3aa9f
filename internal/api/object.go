package api

import "math/bits"

// Type is the JSON type that a member takes. The zero Type is invalid.
type Type uint8

// The JSON types. Integer is a number without fraction that fits into an
// int64; Any takes whatever is given.
const (
	String Type = iota + 1
	Integer
	Boolean
	Number // any JSON number; a fraction is fine
	Array
	ObjectType
	Scalar // string, number, boolean: a value of experience.params
	Any
)

// String is the name of the type in a sentence: "a string".
func (t Type) String() string {
	return [...]string{"", "a string", "an integer", "a boolean", "a number", "an array", "an object", "a string, number or boolean", "any value"}[t]
}

// PartSet is a set of part types; the zero set means "not in a part".
type PartSet uint8

// The part types as sets of one.
const (
	InText PartSet = 1 << iota
	InMedia
	InLink
	InApp
	InAppClip
)

// Member is one documented member of an object.
type Member struct {
	Name       string
	Type       Type
	Elem       Type    // of an Array's elements
	Object     *Object // of an ObjectType, or of an Array's object elements
	Required   bool
	Parts      PartSet  // which part types have it; 0 outside of parts
	RequiredIn PartSet  // the part types that require it
	MinLen     int      // code points of a string, elements of an array
	MaxLen     int      // 0: no limit
	Min, Max   int64    // of an Integer; both 0: no limit
	Enum       []string // closed, unless Extensible
	Extensible bool     // Enum holds common values, others are not an error
	Pattern    string   // ECMA-262, as JSON Schema takes it
	Format     string   // JSON Schema's name: uri, uuid
	Form       Form     // of a string, or of an Array's strings
	Nullable   bool     // null is a value: it clears something
	AddedOn    string   // the date of the later source that adds it, or "" for the reference pages
	Source     string   // where it is documented: a page or a repository
	Doc        string   // Markdown, one or two sentences
}

// Object is a documented JSON object. Its members are looked up by name in
// constant time.
type Object struct {
	Name          string
	Doc           string
	Members       []Member
	since, source string // the AddedOn and Source of the members that have none
	slots         [32]Slot
	factor        uint64    // what gives each name a slot of its own
	need, has     [9]uint16 // the members that are required and documented, by the bit length of a PartSet
}

// Slot is what a look-up needs to know of a member: its name by the words of eight
// bytes that it has, each with the first byte the lowest.
type Slot struct {
	Head         uint64 // the first eight bytes, and zeros behind a shorter name
	Middle, Tail uint64 // of names longer than 16 bytes those from 8 on; of those longer than 8 the last eight
	Size         int32  // bytes, up to MaxName; -1 where there is no member
	Bit          uint16 // 1<<Index
	Index        int8   // in Members; -1 where there is none
	Type         Type
}

// MaxName is what the three words of a Slot can tell apart.
const MaxName = 24

// Required returns the members, as bits by position, that the object must
// have; in is the type of the part that the object is, 0 if it is none.
func (o *Object) Required(in PartSet) uint16 {
	return o.need[bits.Len8(uint8(in))]
}

// Documented returns the members, as bits by position, that the object may
// have; in is as for Required.
func (o *Object) Documented(in PartSet) uint16 {
	return o.has[bits.Len8(uint8(in))]
}

// The objects are literals, which cost no time at the start; this adds what is
// computed from them.
var _ = func() (none struct{}) {
	for i := range Kinds {
		Kinds[i].Body.prepare()
	}
	return none
}()

// prepare computes the fields of the object, and of those below it, that are not literals.
func (o *Object) prepare() {
	if o.factor != 0 {
		return
	}
	for i := range o.Members {
		m, bit := &o.Members[i], uint16(1)<<i
		if m.AddedOn == "" && o.since != "" {
			m.AddedOn, m.Source = o.since, o.source
		}
		if m.Source == "" {
			m.Source = sourceOf(m)
		}
		if m.Required {
			o.need[0] |= bit
		}
		o.has[0] |= bit
		for in := range 8 {
			if m.RequiredIn&(1<<in) != 0 {
				o.need[in+1] |= bit
			}
			if m.Parts&(1<<in) != 0 {
				o.has[in+1] |= bit
			}
		}
		if m.Object != nil {
			m.Object.prepare()
		}
	}
	const ratio = 0x9E3779B97F4A7C15 // the golden ratio's, so that the factors differ in all bits
	for o.factor = ratio; !o.apart(); o.factor += ratio {
	}
	for i := range o.slots {
		o.slots[i] = Slot{Size: -1, Index: -1}
	}
	for i := range o.Members {
		name := o.Members[i].Name
		s := o.Slot(headOf(name), len(name))
		*s = Slot{Head: headOf(name), Size: int32(len(name)), Bit: 1 << i, Index: int8(i), Type: o.Members[i].Type}
		if len(name) > 8 {
			s.Middle, s.Tail = headOf(name[8:]), headOf(name[len(name)-8:])
		}
	}
}

// apart reports whether the factor gives every member a slot of its own.
func (o *Object) apart() bool {
	taken := uint32(0)
	for i := range o.Members {
		name := o.Members[i].Name
		bit := uint32(1) << o.hash(headOf(name), len(name))
		if taken&bit != 0 {
			return false
		}
		taken |= bit
	}
	return true
}

// hash makes a slot's position of a name's length and first eight bytes, which tell
// apart the names of any one object.
func (o *Object) hash(head uint64, size int) uint64 {
	return (head + uint64(size)) * o.factor >> 59
}

// headOf is the first eight bytes of name, the first the lowest, and zeros behind
// a shorter one.
func headOf(name string) (head uint64) {
	for i := 0; i < len(name) && i < 8; i++ {
		head |= uint64(name[i]) << (8 * i)
	}
	return head
}

// Slot returns the slot that the member has whose name has these first eight bytes
// and this size, if there is one.
func (o *Object) Slot(head uint64, size int) *Slot { return &o.slots[o.hash(head, size)] }

// Lookup returns the index in Members of the member of that name, or -1.
func (o *Object) Lookup(name string) int {
	i, _ := o.Find(name)
	return i
}

// Has reports whether there is a member of that name.
func (o *Object) Has(name string) bool { return o.Lookup(name) >= 0 }

// Find is Lookup, and gives the member's type too.
func (o *Object) Find(name string) (int, Type) {
	s := o.Slot(headOf(name), len(name))
	if s.Index < 0 || o.Members[s.Index].Name != name {
		return -1, 0
	}
	return int(s.Index), s.Type
}

// Optional returns the object with the same members, none of them required.
func (o *Object) Optional() *Object {
	all := *o
	all.need[0] = 0
	return &all
}
