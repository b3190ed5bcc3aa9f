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
			require.Empty(t, edits)
		})
	}
}
