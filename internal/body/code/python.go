package code

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
)

var python = &syntax{indent: "    ", null: "None", yes: "True", no: "False",
	key: quoteJSON, rawLoneSurrogate: true}

// pythonMethod is a method of linq-python with its keyword arguments, the first of
// which are required.
type pythonMethod struct {
	kind     string
	name     string
	required int
	keywords []string
}

// pythonMethods has the methods by kind. Members without an argument go into
// extra_body, and a kind without a method uses the client's raw request; the
// package documents both.
var pythonMethods = []pythonMethod{
	{"messages.create", "messages.create", 2, []string{"message", "to", "continuation_message"}},
	{"chats.messages.send", "chats.messages.send", 1, []string{"message"}},
	{"chats.create", "chats.create", 3, []string{"from", "to", "message"}},
	{"chats.voicememo", "chats.send_voicememo", 1, []string{"voice_memo_url"}},
	{"messages.edit", "messages.update", 1, []string{"text", "part_index"}},
	{"messages.react", "messages.add_reaction", 2, []string{"operation", "type", "custom_emoji", "part_index"}},
	{"attachments.create", "attachments.create", 3, []string{"filename", "content_type", "size_bytes"}},
}

func pythonMethodOf(kind string) (m pythonMethod, ok bool) {
	for _, m := range pythonMethods {
		if m.kind == kind {
			return m, true
		}
	}
	return pythonMethod{}, false
}

// python writes a script. If a required argument is absent or None, the method
// cannot be called, so the script uses the raw request.
func (p *program) python() string {
	var b strings.Builder
	variables := p.variables()
	method, ok := pythonMethodOf(p.kind.Name)
	for _, name := range method.keywords[:method.required] {
		if n := p.find(0, name); n < 0 || p.view.Nodes[n].Kind == scan.Null {
			ok = false
		}
	}
	if len(variables) > 0 {
		b.WriteString("import os\n\n")
	}
	if !ok {
		b.WriteString("import httpx\n")
	}
	b.WriteString("from linq import LinqAPIV3\n\nclient = LinqAPIV3()  # reads LINQ_API_V3_API_KEY\n\n")
	if p.bare {
		b.WriteString("# " + bareNote + "\n")
	}
	if p.view.LoneSurrogates {
		b.WriteString("# A text has a lone surrogate, which Python cannot encode as UTF-8.\n")
	}
	if p.hasHugeNumber() {
		b.WriteString("# A number is too large for Python, which would send Infinity.\n")
	}
	if ok {
		b.WriteString("response = client." + method.name + "(\n")
		for _, v := range variables {
			b.WriteString("    os.environ[\"" + v + "\"],\n")
		}
		b.WriteString(p.keywords(method))
	} else {
		b.WriteString("# No method of linq-python takes this body, so this is a raw request.\nresponse = client." +
			strings.ToLower(p.kind.Method) + "(\n    ")
		if len(variables) > 0 {
			b.WriteString("f")
		}
		b.WriteString("\"" + p.path(func(v string) string { return "{os.environ['" + v + "']}" }) + "\"")
		b.WriteString(",\n    cast_to=httpx.Response,\n    body=" + p.literal(python, 0, 1) + ",\n")
	}
	b.WriteString(")\nprint(response)\n")
	return b.String()
}

// hasHugeNumber reports whether a number of the body is beyond a float's range.
func (p *program) hasHugeNumber() bool {
	for i, n := range p.view.Nodes {
		if n.Kind == scan.Number {
			if _, err := strconv.ParseFloat(p.view.Raw(i), 64); err != nil && n.Flags&scan.Fractional != 0 {
				return true
			}
		}
	}
	return false
}

// keywords writes the members of the body as keyword arguments.
func (p *program) keywords(method pythonMethod) string {
	var b, extra strings.Builder
	for _, m := range p.members(0) {
		known := slices.Contains(method.keywords, m.name) && p.view.Nodes[m.value].Kind != scan.Null
		if !known {
			extra.WriteString("        " + p.text(python, m.key) + ": " + p.literal(python, m.value, 2) + ",\n")
			continue
		}
		name := m.name
		if name == "from" { // a keyword of the language
			name = "from_"
		}
		b.WriteString("    " + name + "=" + p.literal(python, m.value, 1) + ",\n")
	}
	if extra.Len() > 0 {
		b.WriteString("    extra_body={\n" + extra.String() + "    },\n")
	}
	return b.String()
}
