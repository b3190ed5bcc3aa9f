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
	Name               string
	Doc                string
	Members            []Member
	since, source      string // the AddedOn and Source of the members that have none
	slots              [32]slot
	factor             uint32    // what gives each name a slot of its own
	need               uint16    // the members that are required
	partNeeds, partHas [8]uint16 // the same and the documented ones, by the bit of a part type
}

// slot is what a look-up needs to know of a member; the zero slot has none.
type slot struct {
	name  string
	index int8 // in Members
	kind  Type
}

// Required returns the members, as bits by position, that the object must
// have; in is the type of the part that the object is, 0 if it is none.
func (o *Object) Required(in PartSet) uint16 {
	if in == 0 {
		return o.need
	}
	return o.partNeeds[bits.TrailingZeros8(uint8(in))]
}

// Documented returns the members, as bits by position, that the object may
// have; in is as for Required.
func (o *Object) Documented(in PartSet) uint16 {
	if in == 0 {
		return 1<<len(o.Members) - 1
	}
	return o.partHas[bits.TrailingZeros8(uint8(in))]
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
			o.need |= bit
		}
		for in := range o.partHas {
			if m.RequiredIn&(1<<in) != 0 {
				o.partNeeds[in] |= bit
			}
			if m.Parts&(1<<in) != 0 {
				o.partHas[in] |= bit
			}
		}
		if m.Object != nil {
			m.Object.prepare()
		}
	}
	const ratio = 0x9E3779B1 // the golden ratio's, so that the factors differ in all bits
	for o.factor = ratio; !o.apart(); o.factor += ratio {
	}
	for i := range o.Members {
		m := &o.Members[i]
		o.slots[o.hash(m.Name)] = slot{m.Name, int8(i), m.Type}
	}
}

// apart reports whether the factor gives every member a slot of its own.
func (o *Object) apart() bool {
	taken := uint32(0)
	for i := range o.Members {
		bit := uint32(1) << o.hash(o.Members[i].Name)
		if taken&bit != 0 {
			return false
		}
		taken |= bit
	}
	return true
}

// hash makes a slot's position of a name's length and its two ends, which tell
// apart the names of any one object. name is not empty.
func (o *Object) hash(name string) uint32 {
	return (uint32(len(name))<<16 | uint32(name[0])<<8 | uint32(name[len(name)-1])) * o.factor >> 27
}

// Lookup returns the index in Members of the member of that name, or -1.
func (o *Object) Lookup(name string) int {
	i, _ := o.Find(name)
	return i
}

// Find is Lookup, and gives the member's type too, without a look at Members.
func (o *Object) Find(name string) (int, Type) {
	if name == "" {
		return -1, 0
	}
	s := &o.slots[o.hash(name)]
	if s.name != name {
		return -1, 0
	}
	return int(s.index), s.kind
}

// Optional returns the object with the same members, none of them required.
func (o *Object) Optional() *Object {
	all := *o
	all.need = 0
	return &all
}
