package validate

import (
	"math/bits"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// members are the values of one object, by the positions of its api table. The
// zero value is ready for collect.
type members struct {
	object  int
	val     [16]int32 // the node of a member; 0 when it is absent, null or of the wrong type
	has     uint16    // members that are given and not null, of whatever type
	suspect uint16    // members whose type needs a second look
	unknown bool      // there are names that the table lacks
}

// at returns the node of member i; 0 when it is absent, null or of the wrong
// type.
func (m *members) at(i int) int { return int(m.val[i]) }

func (m *members) given(i int) bool { return m.has&(1<<i) != 0 }

// read collects the members of object n, checks them against the table and
// reports what any object can have wrong.
func (c *checker) read(n int, o *api.Object, m *members) {
	c.collectUsual(n, o, m, allChecked)
}

// collect finds the members of object n. Of a duplicate the last one counts.
func (c *checker) collect(n int, o *api.Object, m *members) {
	c.collectUsual(n, o, m, all)
}

// reading is how much collectUsual does.
type reading uint8

const (
	usual      reading = iota // up to the first member that is not usual
	all                       // all members
	allChecked                // oddMembers too, for an object that is not a part
)

// collectOthers is collect from name k on, where collectUsual stopped.
func (c *checker) collectOthers(k, end int, o *api.Object, m *members) {
	for ; k < end; k = c.after(k + 1) {
		i, want := o.Find(c.text(k))
		if i < 0 {
			m.unknown = true
		} else {
			bit := uint16(1) << i
			if m.has&bit != 0 {
				c.duplicate(m.at(i), k+1)
				c.checkDuplicates(m.at(i))
				m.suspect &^= bit
			}
			m.val[i] = int32(k + 1)
			m.has |= bit
			if !typeFits(&c.view.Nodes[k+1], want) {
				m.suspect |= bit
			}
		}
	}
}

// collectUsual collects the members that are known and come once, without escapes, up to
// the first other one, and returns its name. do says what happens then. There is
// no call before the loop has ended, so that what it needs stays in registers.
func (c *checker) collectUsual(n int, o *api.Object, m *members, do reading) (k int) {
	m.object = n
	nodes := c.view.Nodes[:c.after(n)]
	has, suspect := m.has, m.suspect
	k = n + 1
	for uint(k+1) < uint(len(nodes)) {
		s, value := o.Slot(nodes[k].Name), &nodes[k+1]
		bit := s.Bit()
		if has&bit == bit { // not a member, or a duplicate
			break
		}
		m.val[s.Index()] = int32(k + 1)
		has |= bit
		if !s.Takes(value.Kind) && !typeFits(value, o.Members[s.Index()].Type) {
			suspect |= bit
		}
		k = int(value.Next)
	}
	m.has, m.suspect = has, suspect
	if do == usual {
		return k
	}
	if k < len(nodes) {
		c.collectOthers(k, len(nodes), o, m)
	}
	if do == allChecked && m.odd(o.Presence(0)) {
		c.oddMembers(o, m, 0)
	}
	return k
}

// odd reports whether there is something for oddMembers in what collect found.
func (m *members) odd(p api.Presence) bool { return m.unknown || m.suspect != 0 || !p.Takes(m.has) }

// oddMembers checks null, type, presence, and unknown names. in is the type of the part
// that the members belong to; 0 outside of parts.
func (c *checker) oddMembers(o *api.Object, m *members, in api.PartSet) {
	if m.unknown {
		c.unknownMembers(m.object, o, in)
	}
	required, documented := o.Presence(in).Required, o.Presence(in).Documented
	for odd := m.has & (m.suspect | ^documented); odd != 0; odd &= odd - 1 {
		i := bits.TrailingZeros16(odd)
		n, spec := m.at(i), &o.Members[i]
		switch {
		case documented&(1<<i) == 0:
			c.otherPart(n, spec, in)
			m.drop(i)
		case c.view.Nodes[n].Kind == scan.Null && spec.Nullable:
			m.val[i] = 0
		case c.view.Nodes[n].Kind == scan.Null:
			m.drop(i)
			if required&(1<<i) == 0 {
				c.null(n)
			}
		case !c.number(n, spec.Type):
			m.val[i] = 0
			c.wrongType(n, spec.Name, spec.Type)
		}
	}
	for lacks := required &^ m.has; lacks != 0; lacks &= lacks - 1 {
		c.missing(m.object, o.Members[bits.TrailingZeros16(lacks)].Name)
	}
}

func (m *members) drop(i int) {
	m.val[i] = 0
	m.has &^= 1 << i
}

// typeFits is the quick answer for what is surely right; number knows more of
// integers.
func typeFits(node *scan.Node, want api.Type) bool {
	if want == api.Integer && (node.Flags&scan.Fractional != 0 || node.End-node.Start >= 19) {
		return false
	}
	return want.Kinds()>>(node.Kind&7)&1 != 0
}

// number reports whether n is an integer after all: a long one, or one that is
// written with a fraction, which strict decoders refuse.
func (c *checker) number(n int, want api.Type) bool {
	node := &c.view.Nodes[n]
	if want != api.Integer || node.Kind != scan.Number {
		return false
	}
	value, exact := c.view.Int(n)
	if !exact {
		return false
	}
	if node.Flags&scan.Fractional != 0 {
		plain := itoa(int(value))
		c.report(&sayIntegerForm, c.whole(n), valueArg("value", c.view.Raw(n)), wordArg("want", plain)).
			withFix("write "+plain, FixSafe, c.replace(n, plain))
	}
	return true
}

func (c *checker) missing(object int, name string) {
	said, n := &sayMissing, c.find(object, name)
	if n != 0 {
		said = &sayRequiredNull
	}
	f := c.report(said, c.opening(object), wordArg("name", name))
	if n != 0 {
		f.withRelated(c.member(n), "null is here")
	}
	switch {
	case name == "message" && !c.foreignBody(f):
		c.wrapMessage(f, object)
	case name == "range":
		c.foreignRange(f, object)
	}
}

func (c *checker) null(n int) {
	c.report(&sayNull, c.member(n), valueArg("name", c.text(n-1))).
		withHint("remove the member").
		withFix("remove the member", FixSafe, c.removeMember(n))
}

// wrongType reports value n, which should be of type want. name is the
// member's, or "" for an element.
func (c *checker) wrongType(n int, name string, want api.Type) *finding {
	node := &c.view.Nodes[n]
	c.checkDuplicates(n)
	if want == api.Integer && node.Kind == scan.Number {
		return c.badInteger(n, name)
	}
	said := &sayType
	if name == "" {
		said = &sayElementType
	}
	f := c.report(said, c.opening(n), wordArg("name", name), wordArg("actual", node.Kind.String()), wordArg("want", want.String()))
	c.foreignType(f, n, name, want)
	return f
}

// badInteger reports number n, which is not an integer of 64 bits. name is the
// member's, or "" for an element.
func (c *checker) badInteger(n int, name string) *finding {
	want := "an integer that fits into 64 bits"
	if c.view.Nodes[n].Flags&scan.Fractional != 0 {
		want = "an integer"
	}
	said := &sayInteger
	if name == "" {
		said = &sayElementInteger
	}
	return c.report(said, c.whole(n), wordArg("name", name), valueArg("actual", c.view.Raw(n)), wordArg("want", want))
}

// ofType reports whether element n has the type, and reports it if it has not.
func (c *checker) ofType(n int, want api.Type) bool {
	if typeFits(&c.view.Nodes[n], want) || c.number(n, want) {
		return true
	}
	c.wrongType(n, "", want)
	return false
}

// duplicate reports that member again repeats member first.
func (c *checker) duplicate(first, again int) {
	c.report(&sayDuplicateKey, c.member(again), valueArg("name", c.text(again-1))).
		withRelated(c.member(first), "first defined here")
}

// checkDuplicates checks what no table describes: within n, only that no object has a
// member twice.
func (c *checker) checkDuplicates(n int) {
	nodes := c.view.Nodes
	if k := nodes[n].Kind; k != scan.Object && k != scan.Array {
		return
	}
	for i := n; i < int(nodes[n].Next); i++ {
		if nodes[i].Kind == scan.Object {
			c.repeats(i, nil)
		}
	}
}

// repeats reports the duplicate members of object n, but for those that
// the table o has, if there is one.
func (c *checker) repeats(n int, o *api.Object) {
	const few = 8
	nodes := c.view.Nodes
	var seen map[string]int // name to value, once the members are many
	total := 0
	for k := n + 1; k < int(nodes[n].Next); k = int(nodes[k+1].Next) {
		if o != nil && o.Has(c.text(k)) {
			continue
		}
		if total++; total <= few {
			name := c.text(k)
			for b := n + 1; b < k; b = int(nodes[b+1].Next) {
				if c.view.Is(b, name) {
					c.duplicate(b+1, k+1)
					break
				}
			}
			continue
		}
		if seen == nil {
			seen = make(map[string]int)
			for b := n + 1; b < k; b = int(nodes[b+1].Next) {
				if _, ok := seen[c.text(b)]; !ok {
					seen[c.text(b)] = b + 1
				}
			}
		}
		if first, ok := seen[c.text(k)]; ok {
			c.duplicate(first, k+1)
		} else {
			seen[c.text(k)] = k + 1
		}
	}
}

// loneSurrogates reports every string, names included, with half a pair.
func (c *checker) loneSurrogates() {
	nodes := c.view.Nodes
	names := make([]bool, len(nodes))
	for i := range nodes {
		if nodes[i].Kind == scan.Object {
			for k := i + 1; k < int(nodes[i].Next); k = int(nodes[k+1].Next) {
				names[k] = true
			}
		}
		if nodes[i].Flags&scan.LoneSurrogate == 0 {
			continue
		}
		at := c.whole(i)
		if names[i] {
			at = c.member(i + 1)
		}
		c.report(&sayLoneSurrogate, at).
			withHint("it counts as one UTF-16 code unit and is shown as U+FFFD; was the text cut in the middle of an emoji?")
	}
}
