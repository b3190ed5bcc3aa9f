package validate

import (
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// replace makes node n the given text.
func (c *checker) replace(n int, text string) Edit {
	node := &c.view.Nodes[n]
	return Edit{int(node.Start), int(node.End), text}
}

// removeMember takes member n out, with the comma after it, or if it is the
// last one, with the comma before it.
func (c *checker) removeMember(n int) Edit {
	return c.removal(int(c.view.Nodes[n-1].Start), int(c.view.Nodes[n].End))
}

// removeElement takes array element n out, with its comma.
func (c *checker) removeElement(n int) Edit {
	return c.removal(int(c.view.Nodes[n].Start), int(c.view.Nodes[n].End))
}

func (c *checker) removal(start, end int) Edit {
	body := c.view.Body
	if after := skipSpace(body, end); body[after] == ',' {
		return Edit{start, skipSpace(body, after+1), ""}
	}
	if before := backSpace(body, start); body[before-1] == ',' {
		return Edit{backSpace(body, before-1), end, ""}
	}
	return Edit{start, end, ""}
}

// insertMember puts a member after the last one of object n, written as that
// one is: on a line of its own, with a space behind the colon, or neither.
func (c *checker) insertMember(n int, name, raw string) Edit {
	colon := ":"
	if last := c.last(n); last != 0 {
		colon = string(c.view.Body[c.view.Nodes[last-1].End:c.view.Nodes[last].Start])
	}
	return c.insertion(n, quote(name)+colon+raw)
}

// insertion puts text after the last member or element of container n, behind
// the white space before that one.
func (c *checker) insertion(n int, text string) Edit {
	last := c.last(n)
	if last == 0 {
		at := int(c.view.Nodes[n].Start) + 1
		return Edit{at, at, text}
	}
	start, end := int(c.view.Nodes[last].Start), int(c.view.Nodes[last].End)
	if c.view.Nodes[n].Kind == scan.Object {
		start = int(c.view.Nodes[last-1].Start)
	}
	space := string(c.view.Body[backSpace(c.view.Body, start):start])
	return Edit{end, end, "," + space + text}
}

// last returns the value of the last member or element of container n, 0 if it
// is empty.
func (c *checker) last(n int) int {
	return c.remember(memberKey{object: n}, func() (last int) {
		nodes := c.view.Nodes
		for k := n + 1; k < int(nodes[n].Next); k = int(nodes[k].Next) {
			if nodes[n].Kind == scan.Object {
				k++
			}
			last = k
		}
		return last
	})
}

// moveMember takes member n out of its object and puts it into object target, which
// is not in n.
func (c *checker) moveMember(n, target int) []Edit {
	out := c.removeMember(n)
	in := c.insertMember(target, c.text(n-1), c.view.Raw(n))
	if out.Start < in.Start {
		return []Edit{out, in}
	}
	return []Edit{in, out}
}

// wrapMessage says to put what belongs in message there, if there are parts or
// an experience to wrap. The fix that does it is offered when it is
// unambiguous: no message of any kind, and no name twice.
func (c *checker) wrapMessage(f *finding, object int) {
	nodes := c.view.Nodes
	if !c.holds(object, "parts") && !c.holds(object, "experience") {
		return
	}
	f.withHint(`wrap "parts" and what goes with it: {"message":{"parts":[…]}}`)
	var inside []int
	for k := object + 1; k < int(nodes[object].Next); k = int(nodes[k+1].Next) {
		name := c.text(k)
		if name == "message" || insideMessage(name) && c.find(object, name) != k+1 {
			return
		}
		if insideMessage(name) {
			inside = append(inside, k+1)
		}
	}
	var edits []Edit
	text := `"message":{`
	for i, n := range inside {
		if i > 0 {
			text += ","
			start := backSpace(c.view.Body, int(nodes[n-1].Start))
			edits = append(edits, Edit{backSpace(c.view.Body, start-1), int(nodes[n].End), ""})
		}
		text += string(c.view.Body[nodes[n-1].Start:nodes[n].End])
	}
	first := Edit{int(nodes[inside[0]-1].Start), int(nodes[inside[0]].End), text + "}"}
	f.withFix("wrap them in message", FixSafe, append([]Edit{first}, edits...)...)
}

// holds reports whether object n has a member of that name that is not null.
func (c *checker) holds(n int, name string) bool {
	m := c.find(n, name)
	return m != 0 && c.view.Nodes[m].Kind != scan.Null
}

func skipSpace(body []byte, i int) int {
	for i < len(body) && isSpace(body[i]) {
		i++
	}
	return i
}

// backSpace returns the offset behind the last byte before i that is not white
// space.
func backSpace(body []byte, i int) int {
	for i > 0 && isSpace(body[i-1]) {
		i--
	}
	return i
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// quote is s as a JSON string.
func quote(s string) string { return string(wire.AppendString(nil, s)) }
