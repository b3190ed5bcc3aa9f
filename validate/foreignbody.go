package validate

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
)

// foreignBodyOf returns whose request the body looks like, or nil.
func foreignBodyOf(v *scan.View) *api.ForeignBody {
	for i := range api.ForeignBodies {
		b := &api.ForeignBodies[i]
		all, some := true, len(b.Marks) == 0
		for _, name := range b.Needs {
			all = all && hasForeign(v, name)
		}
		for _, name := range b.Marks {
			some = some || hasForeign(v, name)
		}
		if all && some {
			return b
		}
	}
	return nil
}

// hasForeign reports whether a member of the root is called name, but for case
// and separators; a * asks for a string.
func hasForeign(v *scan.View, name string) bool {
	name, isString := strings.CutSuffix(name, "*")
	folded := spelling.Fold(name)
	for k := 1; k < int(v.Nodes[0].Next); k = int(v.Nodes[k+1].Next) {
		if spelling.FoldsTo(v.Text(k), folded) && (!isString || v.Nodes[k+1].Kind == scan.String) {
			return true
		}
	}
	return false
}

// foreignBody names the API whose request the body looks like and, where it maps
// without guessing, offers the whole body rewritten. It returns false where the
// body looks like none.
func (c *checker) foreignBody(f *finding) bool {
	if c.holds(0, "parts") || c.holds(0, "experience") {
		return false
	}
	b := foreignBodyOf(&c.view)
	if b == nil {
		return false
	}
	f.withHint("this looks like a request of " + b.API + `; here a message is {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"…"}]}}`)
	if raw, ok := c.rewritten(b); ok {
		f.withFix("rewrite the "+b.API+" request", FixAll, c.replace(0, raw))
	}
	return true
}

// rewriter collects what the members of another API's request say.
type rewriter struct {
	c         *checker
	to, parts []string // JSON
	from      string
	rest      []string // further members of message
}

// rewritten returns the body as a request of this API, if every member of it is
// known.
func (c *checker) rewritten(b *api.ForeignBody) (raw string, ok bool) {
	r := rewriter{c: c}
	nodes := c.view.Nodes
	for k := 1; k < int(nodes[0].Next); k = int(nodes[k+1].Next) {
		if !r.member(b, spelling.Fold(c.text(k)), k+1) {
			return "", false
		}
	}
	if len(r.parts) == 0 || c.kind == KindMessagesCreate && r.from != "" {
		return "", false
	}
	if len(r.to) == 0 && (r.from != "" || b.API != "OpenAI") {
		return "", false
	}
	message := `"message":{"parts":[` + strings.Join(r.parts, ",") + `]`
	for _, member := range r.rest {
		message += "," + member
	}
	message += "}"
	if len(r.to) > 0 {
		message = `"to":[` + strings.Join(r.to, ",") + `],` + message
	}
	if r.from != "" {
		message = `"from":` + r.from + "," + message
	}
	return "{" + message + "}", true
}

// member takes one member in; it returns false where it is not known.
func (r *rewriter) member(b *api.ForeignBody, name string, n int) bool {
	node := &r.c.view.Nodes[n]
	switch name {
	case "to", "number", "numbers", "recipient", "recipients", "chatguid":
		return r.recipients(n)
	case "from", "fromnumber":
		r.from = r.c.view.Raw(n)
		return node.Kind == scan.String && isE164(r.c.text(n))
	case "body", "content", "text", "message":
		if node.Kind == scan.Array {
			return r.content(n)
		}
		r.parts = append([]string{`{"type":"text","value":` + r.c.view.Raw(n) + `}`}, r.parts...)
		return node.Kind == scan.String
	case "mediaurl":
		return r.media(n)
	case "sendstyle", "effectid":
		effect, ok := r.c.effectOf(r.c.stringOf(n))
		r.rest = append(r.rest, `"effect":`+effect)
		return ok
	}
	for _, drop := range b.Drops {
		if spelling.Fold(drop) == name {
			return true
		}
	}
	return node.Kind == scan.Null
}

// stringOf is the text of node n, or "" if it is not a string.
func (c *checker) stringOf(n int) string {
	if c.view.Nodes[n].Kind != scan.String {
		return ""
	}
	return c.text(n)
}

func (r *rewriter) recipients(n int) bool {
	nodes := r.c.view.Nodes
	if nodes[n].Kind != scan.Array {
		handle := r.c.stringOf(n)
		if i := strings.Index(handle, ";-;"); i >= 0 { // BlueBubbles names a direct chat by its address
			handle = handle[i+len(";-;"):]
		}
		clean := cleanHandle(handle)
		if !isHandle(clean.handle) {
			return false
		}
		r.to = append(r.to, quote(clean.handle))
		return true
	}
	for e := n + 1; e < r.c.after(n); e = r.c.after(e) {
		if nodes[e].Kind == scan.Array || !r.recipients(e) {
			return false
		}
	}
	return true
}

func (r *rewriter) media(n int) bool {
	if r.c.view.Nodes[n].Kind == scan.Array {
		for e := n + 1; e < r.c.after(n); e = r.c.after(e) {
			if r.c.view.Nodes[e].Kind == scan.Array || !r.media(e) {
				return false
			}
		}
		return true
	}
	r.parts = append(r.parts, `{"type":"media","url":`+r.c.view.Raw(n)+`}`)
	return r.c.view.Nodes[n].Kind == scan.String
}

// content takes in the content parts of a language model's message.
func (r *rewriter) content(n int) bool {
	c := r.c
	for e := n + 1; e < c.after(n); e = c.after(e) {
		if c.view.Nodes[e].Kind != scan.Object {
			return false
		}
		switch name := c.stringOf(c.find(e, "type")); {
		case slices.Contains([]string{"text", "input_text", "output_text"}, name):
			text := c.find(e, "text")
			if c.view.Nodes[text].Kind != scan.String {
				return false
			}
			r.parts = append(r.parts, `{"type":"text","value":`+c.view.Raw(text)+`}`)
		case name == "image_url" || name == "input_image":
			image := c.find(e, "image_url")
			raw, ok := c.asMember("url", image)
			if !ok && c.view.Nodes[image].Kind != scan.String {
				return false
			}
			r.parts = append(r.parts, `{"type":"media","url":`+raw+`}`)
		default:
			return false
		}
	}
	return true
}
