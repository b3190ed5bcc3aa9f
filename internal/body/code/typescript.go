package code

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

var typescript = &syntax{indent: "  ", null: "null", yes: "true", no: "false", pad: " ", key: propertyName, rawLoneSurrogate: true}

// propertyName writes a member's name. A plain __proto__ would set the object's
// prototype.
func propertyName(name string) string {
	if name == "__proto__" {
		return `["__proto__"]`
	}
	for i, r := range name {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_' || r == '$'
		if !letter && !(i > 0 && '0' <= r && r <= '9') {
			return quoteJSON(name)
		}
	}
	if name == "" {
		return `""`
	}
	return name
}

// sdkMethod returns the method of @linqapp/sdk for a kind, "" for a kind without
// one.
func sdkMethod(kind string) string {
	switch kind {
	case api.MessagesCreate, api.ChatsMessagesSend, api.ChatsCreate, api.AttachmentsCreate:
		return kind
	case api.ChatsVoicememo:
		return "chats.sendVoicememo"
	case api.MessagesEdit:
		return "messages.update"
	case api.MessagesReact:
		return "messages.addReaction"
	case api.MessagesUpdateAppCard:
		return "messages.updateAppCard"
	}
	return ""
}

// typescript writes a module: a call of the SDK's method, or a raw request with
// the reason for it. A body with a number that JavaScript would change is sent as
// text.
func (p *program) typescript() string {
	var b strings.Builder
	b.WriteString("import LinqAPIV3 from '@linqapp/sdk';\n\nconst client = new LinqAPIV3(); // reads LINQ_API_V3_API_KEY\n\n")
	if p.bare {
		b.WriteString("// " + bareNote + "\n")
	}
	id := func(variable string) string { return "process.env['" + variable + "']!" }
	variables := p.variables()
	exact := p.exactInJavaScript()
	method, reason := sdkMethod(p.kind.Name), p.notInSDK()
	if exact && method != "" && reason == "" {
		b.WriteString("const response = await client." + method + "(")
		for _, v := range variables {
			b.WriteString(id(v) + ", ")
		}
		b.WriteString(p.literal(typescript, 0, 0) + ");\n")
	} else {
		if p.kind.ByTable {
			reason = "the types of " + p.kind.Name + " are not known here"
		} else if method == "" {
			reason = "it has no method for " + p.kind.Name
		} else if reason == "" {
			reason = "a number in the body is too large for JavaScript"
		}
		b.WriteString("// @linqapp/sdk " + sdkVersion + " does not accept this body: " + reason + ". This is a raw request.\n")
		quote := "'"
		if len(variables) > 0 {
			quote = "`"
		}
		path := quote + p.path(func(v string) string { return "${" + id(v) + "}" }) + quote
		b.WriteString("const response = await client." + strings.ToLower(p.kind.Method) + "(" + path + ", {\n")
		if exact {
			b.WriteString("  body: " + p.literal(typescript, 0, 1) + ",\n")
		} else {
			b.WriteString("  headers: { 'Content-Type': 'application/json' },\n  body: " +
				quoteJSON(strings.TrimSpace(string(p.view.Body))) + ",\n")
		}
		b.WriteString("});\n")
	}
	b.WriteString("console.log(response);\n")
	return b.String()
}
