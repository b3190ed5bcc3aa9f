package lsp_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const endpoint = "https://api.linqapp.com/api/partner/v3/messages"

// TestRequests: documents with requests are checked as the command checks them.
func TestRequests(t *testing.T) {
	const body = `{"to":["+12052532136"],"message":{"preferred_service":"sms","parts":[{"type":"text","value":"hi"}]}}`
	quoted := strings.ReplaceAll(body, `"`, `\"`)
	tests := []struct {
		name, uri, language, text string
		want                      []string
	}{
		{"a shell script", "file:///a/send", "shellscript", "#!/bin/sh\ncurl " + endpoint + " -d '" + body + "'\n", []string{"service-value 1:"}},
		{"a shell script by its name", "file:///a/send.sh", "plaintext", "curl " + endpoint + " -d '" + body + "'\n", []string{"service-value 0:"}},
		{"a shell script without requests", "file:///a/x.sh", "shellscript", `echo '{"message":{"parts":[]}}'`, nil},
		{"an unfinished shell script", "file:///a/x.sh", "shellscript", `curl "`, nil},
		{"another host", "file:///a/x.sh", "shellscript", `curl https://example.com/v3/messages -d '{"a":1}'`, nil},
		{"an .http file", "file:///a/x.http", "http", "POST " + endpoint + "\nContent-Type: application/json\n\n" + body + "\n", []string{"service-value 3:"}},
		{"a .rest file by its name", "file:///a/x.rest", "plaintext", "POST " + endpoint + "\n\n" + body + "\n", []string{"service-value 2:"}},
		{"a HAR capture", "file:///a/x.har", "json", `{"log":{"version":"1.2","entries":[{"request":{"method":"POST","url":"` + endpoint + `","postData":{"mimeType":"application/json","text":"` + quoted + `"}}}]}}`, []string{"service-value 0:"}},
		{"a HAR capture by its content", "file:///a/x.json", "json", `{"log":{"version":"1.2","creator":{},"entries":[{"request":{"method":"POST","url":"` + endpoint + `","postData":{"mimeType":"application/json","text":"` + quoted + `"}}}]}}`, []string{"service-value 0:"}},
		{"a Postman collection", "file:///a/c.json", "json", `{"info":{"name":"x","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[{"name":"a","request":{"method":"POST","url":"` + endpoint + `","body":{"mode":"raw","raw":"` + quoted + `"}}}]}`, []string{"service-value 0:"}},
		{"two requests with one variable", "file:///a/x.sh", "shellscript", "B='" + body + "'\ncurl " + endpoint + " -d \"$B\"\ncurl " + endpoint + " -d \"$B\"\n", []string{"service-value 0:"}},
	}
	c := session(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := places(c.open(test.uri, test.language, test.text).Diagnostics)
			require.Len(t, found, len(test.want), "%s", found)
			for i, want := range test.want {
				require.True(t, strings.HasPrefix(found[i], want), found[i])
			}
			if test.want == nil {
				return
			}
			// The fix is written through the quotes.
			var actions []action
			c.call("textDocument/codeAction", js(map[string]any{"textDocument": map[string]any{"uri": test.uri}, "range": wire(span{position{0, 0}, position{9, 0}}), "context": map[string]any{}}), &actions)
			require.Len(t, actions, 2, "one fix, and all fixes")
			for _, a := range actions {
				require.Len(t, a.Edit.Changes[test.uri], 1)
			}
			// A script is not a body.
			var lenses []any
			c.call("textDocument/codeLens", js(map[string]any{"textDocument": map[string]any{"uri": test.uri}}), &lenses)
			require.Empty(t, lenses)
			var items []item
			c.call("textDocument/completion", at(test.uri, 0, 3), &items)
			require.Empty(t, items)
			var edits []edit
			c.call("textDocument/formatting", js(map[string]any{"textDocument": map[string]any{"uri": test.uri}, "options": map[string]any{}}), &edits)
			require.Equal(t, strings.Contains(test.text, "\n\n{"), len(edits) > 0, "only bodies of .http files are indented")
		})
	}
}

// TestInsideRequests: hover, completion and formatting work inside of a body that
// is in a script, an .http file, a capture or a collection.
func TestInsideRequests(t *testing.T) {
	const body = `{"to":["+12052532136"],"message":{ "parts":[{"type":"te^xt","value":"hi"}]}}`
	double := strings.ReplaceAll(body, `"`, `\"`)
	tests := []struct {
		name, uri, text string
		first           string // the text that completion of the type inserts
		effect          string // the text that completion of the member "effect" inserts
	}{
		{"single quotes", "file:///a.sh", "curl " + endpoint + " -d '" + body + "'\n", `"text"`, `"effect": {"name": "$1", "type": "$2"}`},
		{"double quotes", "file:///b.sh", "curl " + endpoint + " -d \"" + double + "\"\n", `\"text\"`, `\"effect\": `},
		{"a here-document", "file:///c.sh", "curl " + endpoint + " -d @- <<'EOF'\n" + body + "\nEOF\n", `"text"`, `"effect": {"name": "$1", "type": "$2"}`},
		{"a variable", "file:///d.sh", "B='" + body + "'\ncurl -d \"$B\" " + endpoint + "\n", `"text"`, `"effect": {"name": "$1", "type": "$2"}`},
		{"an .http file, CRLF", "file:///e.http", "POST " + endpoint + "\r\n\r\n# a comment\r\n" + body + "\r\n", `"text"`, `"effect": {"name": "$1", "type": "$2"}`},
		{"a capture", "file:///f.har", `{"log":{"version":"1.2","entries":[{"request":{"method":"POST","url":"` + endpoint + `","postData":{"text":"` + double + `"}}}]}}`, `\"text\"`, `\"effect\": `},
		{"a collection", "file:///g.json", `{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[{"request":{"method":"POST","url":"` + endpoint + `","body":{"mode":"raw","raw":"` + double + `"}}}]}`, `\"text\"`, `\"effect\": `},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := session(t)
			text, p := marked(test.text)
			c.open(test.uri, "plaintext", text)
			var hover struct{ Contents struct{ Value string } }
			c.call("textDocument/hover", at(test.uri, p.Line, p.Character), &hover)
			require.Contains(t, hover.Contents.Value, "**type**")
			require.Contains(t, hover.Contents.Value, "Source: <https://docs.linqapp.com/api/>")

			var items []item
			c.call("textDocument/completion", at(test.uri, p.Line, p.Character), &items)
			require.Len(t, items, 5)
			require.Equal(t, test.first, items[0].TextEdit.NewText)
			require.Equal(t, text, edited(t, text, []edit{items[0].TextEdit}), "it replaces the value that is there")

			before, _, _ := strings.Cut(text, "parts")
			before = strings.TrimRight(before, `\" `)
			_, p = marked(before + "^")
			c.call("textDocument/completion", at(test.uri, p.Line, p.Character), &items)
			require.Equal(t, "effect", items[0].Label)
			require.Equal(t, test.effect, items[0].TextEdit.NewText)
		})
	}
}

func TestFormattingOfRequests(t *testing.T) {
	const laidOut = "{\n  \"message\": {\n    \"parts\": []\n  }\n}"
	url := strings.Replace(endpoint, "/messages", "/chats/1/messages", 1)
	tests := []struct{ name, uri, text, want string }{
		{"an .http file", "file:///a.http", "POST " + url + "\n\n{\"message\":{ \"parts\":[]}}\n\n###\nPOST " + url + "\n\n{\"message\":\n{ \"parts\":[]}}", "POST " + url + "\n\n" + laidOut + "\n\n###\nPOST " + url + "\n\n" + laidOut},
		{"comments in a body", "file:///c.http", "POST " + url + "\n\n{\"message\":\n// a\n{ \"parts\":[]}}", ""},
		{"a variable in a body", "file:///v.http", "POST " + url + "\n\n{\"message\":{ \"parts\":{{parts}}}}", ""},
		{"a body on lines of its own in a script", "file:///a.sh", "curl " + url + " -d '{\n\"message\":{ \"parts\":[]}}'", "curl " + url + " -d '" + laidOut + "'"},
		{"a body on one line in a script", "file:///b.sh", "curl " + url + " -d '{ \"message\":{ \"parts\":[]}}'", ""},
		{"double quotes", "file:///d.sh", "curl " + url + " -d \"{\n\\\"message\\\":{ }}\"", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := session(t)
			c.open(test.uri, "plaintext", test.text)
			edits := c.format(test.uri, `{"tabSize":2,"insertSpaces":true}`)
			if test.want == "" {
				require.Empty(t, edits)
				return
			}
			got := edited(t, test.text, edits)
			require.Equal(t, test.want, got)
			c.open(test.uri, "plaintext", got)
			require.Empty(t, c.format(test.uri, `{"tabSize":2,"insertSpaces":true}`))
		})
	}
}
