package api

import (
	"math/bits"

	"github.com/linqlint/linqlint/internal/scan"
)

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

// Kinds are the kinds of JSON that have the type, as bits by scan.Kind. Not every number
// is an integer.
func (t Type) Kinds() uint8 { return kinds[t&15] }

var kinds = [16]uint8{
	String:     1 << scan.String,
	Integer:    1 << scan.Number,
	Boolean:    1<<scan.True | 1<<scan.False,
	Number:     1 << scan.Number,
	Array:      1 << scan.Array,
	ObjectType: 1 << scan.Object,
	Scalar:     0xff,
	Any:        0xff,
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
	Source     string   // where it is documented: a repository, or "" for what Page says
	Doc        string   // Markdown, one or two sentences
}

// Object is a documented JSON object. Its members are looked up by name in
// constant time.
type Object struct {
	Name    string
	Doc     string
	Members []Member
	lookup
}

// lookup is what is computed from the members of an object: lookup_gen.go has it.
type lookup struct {
	slots    [256]Slot    // by the number that the name of a member has in Names
	presence [16]Presence // by the bit length of a PartSet
}

// Slot is what a look-up needs to know of a member, in one word. The zero Slot is that of
// a name which the object does not have.
type Slot uint32

// Bit is 1<<Index.
func (s Slot) Bit() uint16 { return uint16(s) }

// Index is the position in Members.
func (s Slot) Index() int { return int(s >> 16 & 15) }

// Takes reports whether a value of kind k surely has the member's type. A number may be an
// integer or not.
func (s Slot) Takes(k scan.Kind) bool { return s>>24>>(k&7)&1 != 0 }

// Presence is which members an object must and may have, as bits by position.
type Presence struct{ Required, Documented uint16 }

// Takes reports whether an object may have exactly these members.
func (p Presence) Takes(has uint16) bool { return has&^p.Documented|p.Required&^has == 0 }

// Presence returns which members the object must and may have; in is the type of the part
// that the object is, 0 if it is none.
func (o *Object) Presence(in PartSet) Presence {
	return o.presence[bits.Len8(uint8(in))&15]
}

// Slot returns the slot of the member whose name has this number in Names.
func (o *Object) Slot(name scan.NameID) Slot { return o.slots[name] }

// Lookup returns the index in Members of the member of that name, or -1.
func (o *Object) Lookup(name string) int {
	i, _ := o.Find(name)
	return i
}

// Has reports whether there is a member of that name.
func (o *Object) Has(name string) bool { return o.Lookup(name) >= 0 }

// Find is Lookup, and gives the member's type too.
func (o *Object) Find(name string) (int, Type) {
	s := o.Slot(Names.ID(name))
	if s == 0 {
		return -1, 0
	}
	return s.Index(), o.Members[s.Index()].Type
}

// Optional returns the object with the same members, none of them required.
func (o *Object) Optional() *Object {
	all := *o
	all.presence[0].Required = 0
	return &all
}
