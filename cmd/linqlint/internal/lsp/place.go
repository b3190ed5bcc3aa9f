package lsp

import (
	"slices"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// role is what is expected at a place. The zero role is invalid.
type role uint8

const (
	roleKey role = iota + 1
	roleValue
	roleElement // of an array
)

// bodyPlace is where a cursor is in a body, in terms of the documentation.
type bodyPlace struct {
	role   role
	object *node       // the object around it
	spec   *api.Object // what is documented of that object
	in     api.PartSet // the type of the part that the object is, else 0
	member *api.Member // the member whose name or value is here, or nil
	token  *node       // the string or word at the cursor, or nil
	colon  bool        // role is roleKey and a colon follows the token
}

// locate finds the place of a byte offset in a tree whose root is an object
// documented by spec; ok is false if nothing is documented there.
func locate(text string, root *node, spec *api.Object, cursor int) (p bodyPlace, ok bool) {
	n := root
	for {
		if n == nil || n.shape != shapeObject || !n.holds(cursor) {
			return bodyPlace{}, false
		}
		p = bodyPlace{object: n, spec: spec, in: partSet(text, n, spec)}
		value := p.inObject(text, cursor)
		if value == nil {
			return p, true
		}
		if p.member == nil {
			return bodyPlace{}, false
		}
		if value.shape == shapeArray {
			value = p.inArray(value, cursor)
			if value == nil {
				return p, true
			}
		}
		if n, spec = value, p.member.Object; spec == nil {
			return bodyPlace{}, false
		}
	}
}

// inObject sets the place in p.object, or returns the container value that
// the cursor is inside of.
func (p *bodyPlace) inObject(text string, cursor int) (inside *node) {
	p.role = roleKey
	for i := range p.object.members {
		m := &p.object.members[i]
		if m.key != nil && m.key.holds(cursor) {
			p.token, p.colon = m.key, m.colon >= 0
			p.member = lookup(p.spec, m.key.name(text))
			return nil
		}
		limit := p.object.end
		if i+1 < len(p.object.members) {
			limit = p.object.members[i+1].start()
		}
		if m.colon < 0 || cursor <= m.colon || cursor > limit {
			continue
		}
		if m.value == nil || cursor <= m.value.end {
			p.role, p.member = roleValue, lookup(p.spec, m.key.name(text))
			if !m.value.holds(cursor) {
				return nil
			}
			if m.value.shape == shapeObject || m.value.shape == shapeArray {
				return m.value
			}
			p.token = m.value
			return nil
		}
	}
	return nil
}

// start is where a member begins.
func (m *member) start() int {
	if m.key != nil {
		return m.key.start
	}
	return m.value.start
}

// inArray sets the place in an array, or returns the object that the cursor
// is inside of.
func (p *bodyPlace) inArray(array *node, cursor int) (inside *node) {
	p.role = roleElement
	for _, e := range array.elements {
		if !e.holds(cursor) {
			continue
		}
		if e.shape == shapeObject || e.shape == shapeArray {
			return e
		}
		p.token = e
	}
	return nil
}

func lookup(o *api.Object, name string) *api.Member {
	if i := o.Lookup(name); i >= 0 {
		return &o.Members[i]
	}
	return nil
}

// partSet returns the type of the part that n is.
func partSet(text string, n *node, spec *api.Object) api.PartSet {
	if spec != api.Part {
		return 0
	}
	if m := n.member(text, "type"); m != nil && m.value != nil {
		if i := slices.Index(api.PartTypes, m.value.name(text)); i >= 0 {
			return 1 << i
		}
	}
	return 0
}

// kindOf returns the kind of a body: the one it was checked as, or while it is not
// JSON, the one that the names and types of its members suggest. It is "" if they
// fit any other document as well.
func (d *document) kindOf(b *body, root *node) validate.Kind {
	if b.report.Kind != "" || root == nil || root.shape != shapeObject {
		return b.report.Kind
	}
	skeleton := []byte{'{'}
	speaks := d.checker.finder == nil || d.wasPayload
	for i, m := range root.members {
		if m.key == nil {
			continue
		}
		name := m.key.name(b.text)
		if m.value != nil && (m.value.shape == shapeObject || m.value.shape == shapeArray) {
			speaks = speaks || slices.Contains(telling, name)
		}
		if lookup(api.MessageContent, name) == nil && !documented(name) {
			continue // it may hold anything, and detection knows only documented names
		}
		if i > 0 && len(skeleton) > 1 {
			skeleton = append(skeleton, ',')
		}
		skeleton = append(append(append(skeleton, '"'), name...), `":null`...)
	}
	if !speaks {
		return ""
	}
	return validate.JSON(append(skeleton, '}')).Kind
}

// telling are the members that almost no other document has as an object or an
// array.
var telling = []string{"message", "parts", "poll"}

func documented(name string) bool {
	for i := range api.Kinds {
		if lookup(api.Kinds[i].Body, name) != nil {
			return true
		}
	}
	return false
}

// found is what is at a position of a document.
type found struct {
	body    *body            // of the document; nil if there is none
	request *extract.Request // whose body is there, in a document of requests
	text    string           // of the request body
	offset  int              // of the position in text, bytes
	kind    *api.Kind        // of the request body, or nil
	place   bodyPlace        // valid if documented
	lines   *lines

	documented bool
}

// span returns the range of the bytes [start, end) of the text.
func (f *found) span(start, end int) lspRange {
	if f.request != nil {
		return f.lines.span(f.request.Places(start, end))
	}
	return f.lines.span(f.body.offset+start, f.body.offset+end)
}

// look finds what is at a position.
func (d *document) look(pos position) (f found) {
	if d == nil {
		return f
	}
	at := d.lines.byteOffset(pos)
	f.lines = d.lines
	if f.body = d.at(at); f.body == nil {
		return f
	}
	f.text, f.offset = f.body.text, at-f.body.offset
	if f.body.requests {
		d.lookInRequest(&f, at)
	}
	root := readTree(f.text)
	if f.request == nil && !f.body.requests {
		f.kind = api.KindNamed(string(d.kindOf(f.body, root)))
	}
	if f.kind != nil {
		f.place, f.documented = locate(f.text, root, f.kind.Body, f.offset)
	}
	return f
}

// lookInRequest finds the request whose body is at an offset of the document.
func (d *document) lookInRequest(f *found, offset int) {
	d.checked(d.requestFormat(), func(r *extract.Request) {
		if at, ok := r.Inside(offset); ok && f.request == nil {
			own := *r
			f.request, f.text, f.offset = &own, r.Text(), at
			f.kind = api.KindNamed(string(r.Kind))
		}
	})
}
