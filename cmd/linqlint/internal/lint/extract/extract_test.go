package extract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// shown writes requests in short: the kind, "?" if the request may go to another
// API, and the file or the body, in which § is a variable; or in parentheses why
// it is not checked.
func shown(requests []Request) (out []string) {
	for _, r := range requests {
		s := string(r.Kind)
		if !r.Known {
			s += "?"
		}
		body := r.body.filled(func(int) string { return "§" })
		switch {
		case r.Unchecked != "":
			out = append(out, s+" ("+r.Unchecked+")")
			continue
		case r.File != "":
			out = append(out, s+" file "+r.File)
			continue
		}
		out = append(out, strings.TrimSpace(s+" "+string(body.bytes)))
	}
	return out
}

const base = "https://api.linqapp.com/api/partner"

func TestShell(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"single quotes", `curl ` + base + `/v3/messages -d '{"to":["+1"]}'`, []string{`messages.create {"to":["+1"]}`}},
		{"double quotes", `curl -X POST "` + base + `/v3/chats" --data "{\"from\":\"\\\"\$x\"}"`, []string{`chats.create {"from":"\"$x"}`}},
		{"$'…'", `curl ` + base + `/v3/messages --data-raw $'{"a":"it\'s \u00e9\x41\101\t\q"}'`, []string{"messages.create {\"a\":\"it's éAA\t\\q\"}"}},
		{"quotes put together", `curl ` + base + `/v3/messages -d '{"a":"it'"'"'s"}'`, []string{`messages.create {"a":"it's"}`}},
		{"no quotes", `curl ` + base + `/v3/messages -d \{\}`, []string{`messages.create {}`}},
		{"lines that go on", "curl \\\n  -H 'X: y' \\\n  --json '{}' \\\n  " + base + "/v3/messages", []string{`messages.create {}`}},
		{"a method", `curl -X PATCH ` + base + `/v3/messages/$ID -d '{"text":"x"}'`, []string{`messages.edit {"text":"x"}`}},
		{"options in one word", `curl -sSXPOST -d'{}' ` + base + `/v3/messages`, []string{`messages.create {}`}},
		{"options with values", `curl -s -o /dev/null -H "Authorization: Bearer $T" -w '%{http_code}' --max-time 5 ` + base + `/v3/messages --data-binary '{}'`, []string{`messages.create {}`}},
		{"a path with a variable and a query", `curl "$BASE/v3/chats/${CHAT}/messages?x=1" -d '{}'`, []string{`chats.messages.send {}`}},
		{"a known variable in the URL", "BASE=" + base + "/v3\ncurl $BASE/messages -d '{}'", []string{`messages.create {}`}},
		{"a file", `curl ` + base + `/v3/messages -d @payloads/a.json`, []string{"messages.create file payloads/a.json"}},
		{"data-raw knows no file", `curl ` + base + `/v3/messages --data-raw @a`, []string{`messages.create @a`}},
		{"a here-document", "curl " + base + "/v3/messages -d @- <<EOF\n{\"to\":[\"$TO\"],\"a\":\"\\$5\"}\nEOF\n", []string{"messages.create {\"to\":[\"§\"],\"a\":\"$5\"}"}},
		{"a quoted one", "curl " + base + "/v3/messages -d @- <<'EOF'\n{\"a\":\"$5 \\n\"}\nEOF\n", []string{`messages.create {"a":"$5 \n"}`}},
		{"one with tabs", "curl " + base + "/v3/messages -d @- <<-'EOF'\n\t{\n\t\t\"a\":\"\t\"\n\t}\n\tEOF\n", []string{"messages.create {\n\"a\":\"\t\"\n}"}},
		{"a here-string", "curl " + base + "/v3/messages -d @- <<< '{}'", []string{`messages.create {}`}},
		{"a pipe from cat", "cat <<'EOF' | curl " + base + "/v3/messages -d @-\n{}\nEOF", []string{"messages.create {}"}},
		{"a pipe from echo", "echo '{\"a\":1}' | curl -d @- " + base + "/v3/messages", []string{`messages.create {"a":1}`}},
		{"a pipe from something else", "make_body | curl -d @- " + base + "/v3/messages", []string{"messages.create (the data is read from standard input)"}},
		{"$(cat <<EOF)", "curl " + base + "/v3/messages -d \"$(cat <<EOF\n{\"to\":[\"$TO\"]}\nEOF\n)\"", []string{"messages.create {\"to\":[\"§\"]}"}},
		{"$(printf)", `curl ` + base + `/v3/messages -d "$(printf '%s' '{}')"`, []string{`messages.create {}`}},
		{"a body from a variable", "BODY='{\"a\":1}'\ncurl " + base + "/v3/messages -d \"$BODY\"", []string{`messages.create {"a":1}`}},
		{"one that is assigned twice", "BODY='{}'\nBODY='{\"a\":1}'\ncurl " + base + "/v3/messages -d \"$BODY\"", []string{"messages.create (the whole body is a variable)"}},
		{"one that a loop sets", "for TO in a b; do curl " + base + "/v3/messages -d \"{\\\"to\\\":\\\"$TO\\\"}\"; done", []string{`messages.create {"to":"§"}`}},
		{"one that is read", "TO=x; read -r TO; curl " + base + "/v3/messages -d \"{\\\"to\\\":\\\"$TO\\\"}\"", []string{`messages.create {"to":"§"}`}},
		{"variables in a circle", "A=$B; B=$A; curl " + base + "/v3/messages -d \"{$A}\"", []string{`messages.create {§}`}},
		{"in a function, in an if, in a substitution", "f() { if x; then r=$(curl -d '{}' " + base + "/v3/messages); fi; }", []string{`messages.create {}`}},
		{"a body out of a program", `curl ` + base + `/v3/messages -d "$(jq -n '{}')"`, []string{"messages.create (the whole body is a variable)"}},
		{"another path of the API", `curl ` + base + `/v3/webhooks -d '{}'`, []string{" (there are no rules for POST /api/partner/v3/webhooks)"}},
		{"another host", `curl https://example.com/v3/messages -d '{}'`, []string{`messages.create? {}`}},
		{"this machine", `curl http://127.0.0.1:8080/v3/messages -d '{}'`, []string{`messages.create {}`}},
		{"data in the URL", `curl -G ` + base + `/v3/messages -d '{}'`, nil},
		{"a form", `curl ` + base + `/v3/messages -d a=1 -d b=2`, []string{"messages.create (curl joins the data of several options with &)"}},
		{"no body", `curl -X POST ` + base + `/v3/messages`, nil},
		{"sudo and a path", `sudo /usr/bin/curl -d '{}' ` + base + `/v3/messages`, []string{`messages.create {}`}},
		{"another command", `echo curl ` + base + `/v3/messages -d '{}'`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Read(source.Curl, []byte(test.file))
			require.NoError(t, err)
			require.Equal(t, test.want, shown(got))
			for _, r := range got {
				requireMapped(t, test.file, &r)
			}
		})
	}
}

// requireMapped checks that each byte of a body is at its place in the file.
func requireMapped(t *testing.T, file string, r *Request) {
	t.Helper()
	at := 0
	for _, p := range r.body.pieces {
		require.Equal(t, at, p.at)
		at += p.size
		require.True(t, p.file >= 0 && p.span >= 0 && p.file+p.span <= len(file), "%+v", p)
		if p.size == p.span {
			require.Equal(t, file[p.file:p.file+p.span], string(r.body.bytes[p.at:p.at+p.size]))
		}
	}
	require.Equal(t, len(r.body.bytes), at)
}

// TestGrowth: variables that use one another must not exhaust the memory.
func TestGrowth(t *testing.T) {
	file := "A=" + strings.Repeat("$B", 1000) + "\nB=" + strings.Repeat("$C", 1000) + "\nC=" + strings.Repeat("x", 1000) + "\ncurl " + base + "/v3/messages -d \"[$A]\"\n"
	got, err := Read(source.Curl, []byte(file))
	require.NoError(t, err)
	require.Len(t, got, 1)
	require.Less(t, len(got[0].body.bytes), 2*maxTaken)
}

func TestShellFault(t *testing.T) {
	_, err := Read(source.Curl, []byte("curl -d '{}' x\nif then fi"))
	var fault *Fault
	require.True(t, errors.As(err, &fault))
	require.Equal(t, 15, fault.Offset)
	require.Contains(t, fault.Message, "not a shell script")
}

func TestHTTP(t *testing.T) {
	const file = `@host = ` + base + `
@token = {{$dotenv TOKEN}}

### Send a message
# @name send
POST {{host}}/v3/messages HTTP/1.1
Authorization: Bearer {{token}}
Content-Type: application/json

{
  "to": ["{{to}}"],
  "message": {"parts": [{"type": "text", "value": "a"}]}
}

> {%
  client.test("x", function() {});
%}

###
GET {{host}}/v3/chats

### from a file
< {%
  request.variables.set("a", 1)
%}
post {{host}}/v3/chats

< ./payload.json

###
https://example.com/v3/messages

###
PATCH https://api.linqapp.com/api/partner/v3/messages/{{id}}

{"text": "{{text}}"}`
	got, err := Read(source.HTTP, []byte(file))
	require.NoError(t, err)
	require.Equal(t, []string{
		"messages.create {\n  \"to\": [\"§\"],\n  \"message\": {\"parts\": [{\"type\": \"text\", \"value\": \"a\"}]}\n}",
		"chats.create file ./payload.json",
		`messages.edit {"text": "§"}`,
	}, shown(got))
	for _, crlf := range []string{file, strings.ReplaceAll(file, "\n", "\r\n")} {
		got, _ = Read(source.HTTP, []byte(crlf))
		require.Len(t, got, 3)
		for _, r := range got {
			requireMapped(t, crlf, &r)
		}
	}
}

func TestHAR(t *testing.T) {
	file := `{"log":{"version":"1.2","entries":[
		{"request":{"method":"POST","url":"` + base + `/v3/messages?a=b","postData":{"mimeType":"application/json","text":"{\"to\":[\"\\u002b1\"],\n\"a\":\"\ud83c\udf89\u00e9\"}"}}},
		{"request":{"method":"GET","url":"` + base + `/v3/messages"}},
		{"request":{"method":"POST","url":"` + base + `/v3/messages","postData":{"text":"eA==","encoding":"base64"}}},
		{"request":{"method":"POST","url":"https://cdn.example.com/v3/messages","postData":{"text":"{}"}}},
		{}, 1
	]}}`
	got, err := Read(source.HAR, []byte(file))
	require.NoError(t, err)
	require.Equal(t, []string{"messages.create {\"to\":[\"\\u002b1\"],\n\"a\":\"🎉é\"}", "messages.create x", "messages.create? {}"}, shown(got))
	got = slices.Delete(got, 1, 2) // base64 is one place
	for _, r := range got {
		requireMapped(t, file, &r)
	}
	format, ok := Sniff([]byte(file))
	require.True(t, ok)
	require.Equal(t, source.HAR, format)
}

func TestPostman(t *testing.T) {
	file := `{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[
		{"name":"folder","item":[
			{"request":{"method":"POST","url":{"raw":"{{baseUrl}}/v3/messages","path":["v3"]},"body":{"mode":"raw","raw":"{\"to\":[\"{{to}}\"],\"m\":{\"n\":{\"o\":1}}}"}}},
			{"request":{"method":"POST","url":"{{baseUrl}}/v3/chats","body":{"mode":"raw","raw":"{{body}}"}}},
			{"request":"https://example.com"}
		]},
		{"request":{"method":"POST","url":"` + base + `/v3/attachments","body":{"mode":"formdata","formdata":[]}}},
		{"request":{"method":"PATCH","url":"` + base + `/v3/messages/1","body":{"mode":"raw","raw":"{\"text\":{{text}}}"}}}
	]}`
	got, err := Read(source.Postman, []byte(file))
	require.NoError(t, err)
	require.Equal(t, []string{`messages.create {"to":["§"],"m":{"n":{"o":1}}}`, "chats.create (the whole body is a variable)", "attachments.create (the body has the mode formdata)", `messages.edit {"text":§}`}, shown(got))
	got = slices.DeleteFunc(got, func(r Request) bool { return r.Unchecked != "" })
	for _, r := range got {
		requireMapped(t, file, &r)
	}
	format, ok := Sniff([]byte(file))
	require.True(t, ok)
	require.Equal(t, source.Postman, format)
}

func TestWrongFormat(t *testing.T) {
	for _, test := range []struct {
		format     source.Format
		file, want string
	}{
		{source.HAR, `{"log":{}}`, "not a HAR capture"},
		{source.HAR, `{`, "not JSON"},
		{source.Postman, `{"item":[]}`, "not a Postman collection"},
		{source.Postman, `[`, "not JSON"},
		{source.JSON, `{}`, "holds bodies"},
	} {
		_, err := Read(test.format, []byte(test.file))
		require.ErrorContains(t, err, test.want)
	}
	for _, other := range []string{`{"item":[]}`, `{"log":{"entries":1}}`, `{"entries":[]}`, `"item"`, `{"item":`} {
		_, ok := Sniff([]byte(other))
		require.False(t, ok, other)
	}
	require.False(t, HasRequests(source.Array))
	require.True(t, HasRequests(source.Postman))
}

// found returns the rule and the source text of each finding.
func found(file string, r validate.Report) (out []string) {
	for _, d := range r.Diagnostics {
		out = append(out, fmt.Sprintf("%s %s", d.Rule, file[d.Start.Offset:d.End.Offset]))
	}
	return out
}

func TestCheck(t *testing.T) {
	curl := func(quoted string) string { return "curl " + base + "/v3/messages -d " + quoted }
	const rest = `"message":{"parts":[{"type":"text","value":"hi"}]}`
	tests := []struct {
		name, file string
		want       []string
	}{
		{"through single quotes", curl(`'{"to":["12"],` + rest + `}'`), []string{`to-handle "12"`}},
		{"through double quotes", curl(`"{\"to\":[\"12\"],` + strings.ReplaceAll(rest, `"`, `\"`) + `}"`), []string{`to-handle \"12\"`}},
		{"through $'…'", curl(`$'{"to":["1\x32"],` + rest + `}'`), []string{`to-handle "1\x32"`}},
		{"broken JSON", curl(`'{"to":["+12052532136"],}'`), []string{"field-required {", `json-syntax }`}},
		{"in the variable that holds it", "TO=12\n" + curl(`"{\"to\":[\"$TO\"],`+strings.ReplaceAll(rest, `"`, `\"`)+`}"`), []string{`to-handle \"$TO\"`}},

		// From here on variables that nobody knows.
		{"a value", curl(`'{"to":["'$TO'"],` + rest + `}'`), nil},
		{"a value without quotes", curl(`'{"to":'"$TO"',` + rest + `}'`), nil},
		{"a message", curl(`'{"to":["+12052532136"],"message":'"$MESSAGE"'}'`), nil},
		{"two recipients and a mention", curl(`'{"to":["'$A'","'$B'"],"message":{"parts":[{"type":"text","value":"hi","mention":"+12052532136"}]}}'`), nil},
		{"a text and its ranges", curl(`'{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"Hi '$NAME'","text_decorations":[{"range":[0,20],"style":"bold"}]}]}}'`), nil},
		{"a type", curl(`'{"to":["+12052532136"],"message":{"parts":[{"type":"'$TYPE'","value":"a"}]}}'`), nil},
		{"a service", curl(`'{"to":["+12052532136"],"message":{"preferred_service":"'$S'","effect":{"name":"slam","type":"bubble"},"parts":[{"type":"text","value":"a"}]}}'`), nil},
		{"an effect", curl(`'{"to":["+12052532136"],"message":{"effect":{"name":"'$E'","type":"bubble"},"parts":[{"type":"text","value":"a"}]}}'`), nil},
		{"elements", curl(`'{"to":['$TO'],"message":{"parts":['$PARTS']}}'`), nil},
		{"members", curl(`'{'$MEMBERS',"message":{"parts":[{"type":"text","value":"a"}]}}'`), nil},
		{"a number", "curl " + base + "/v3/attachments -d '{\"filename\":\"a.png\",\"content_type\":\"image/png\",\"size_bytes\":'$SIZE'}'", nil},
		{"more variables than anyone has", curl(`'{"to":[` + strings.Repeat(`"'$A'",`, maxHoles+1) + `""],"message":{"parts":[]}}'`), nil},
		{"what is wrong all the same", curl(`'{"to":["'$TO'"],"message":{"parts":[]},"text":"'$X'"}'`), []string{`parts-empty [`, `field-unknown "text"`}},
		{"broken all the same", curl(`'{"to":["'$TO'"],"message":{"parts":[],}}'`), []string{"parts-empty [", `json-syntax }`}},
		{"the wrong range in a text that is known", curl(`'{"to":["'$TO'"],"message":{"parts":[{"type":"text","value":"hi","text_decorations":[{"range":[0,20],"style":"bold"}]}]}}'`), []string{"decoration-range-bounds [0,20]"}},
	}
	v := validate.New()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Read(source.Curl, []byte(test.file))
			require.NoError(t, err)
			require.Len(t, got, 1)
			require.Equal(t, test.want, found(test.file, got[0].Check(v)))
		})
	}
}

// TestCheckFile: diagnostics of a file are at the place where it is named.
func TestCheckFile(t *testing.T) {
	file := "curl " + base + "/v3/messages -d @a.json"
	got, err := Read(source.Curl, []byte(file))
	require.NoError(t, err)
	r := got[0].CheckFile(validate.New(), []byte("{\n\"to\":[],\"message\":{\"parts\":[{\"type\":\"text\",\"value\":\"a\"}]}}"))
	require.Equal(t, []string{"to-empty @a.json"}, found(file, r))
	require.True(t, strings.HasPrefix(r.Diagnostics[0].Message, "a.json:2:6: "), r.Diagnostics[0].Message)
}

func TestLooksLikePayload(t *testing.T) {
	finder := validate.New(validate.WithOnlyPayloads())
	for body, want := range map[string]bool{
		`{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"a"}]}}`: true,
		`{"to":["'$TO'"],"message":{"parts":[{"type":"text","value":"a"}]}}`:        true,
		`{"messages":[{"role":"user","content":"a"}]}`:                              false,
		`{"to":"'$TO'","text":"a"}`:                                                 false,
	} {
		got, err := Read(source.Curl, []byte("curl https://api.example.com/v3/messages -d '"+body+"'"))
		require.NoError(t, err)
		require.False(t, got[0].Known)
		require.Equal(t, want, got[0].LooksLikePayload(finder), body)
	}
}

// TestFix checks that a fix is written back with the right quoting.
func TestFix(t *testing.T) {
	const body = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"é"}],"preferred_service":"sms"}}`
	tests := []struct {
		name   string
		format source.Format
		file   string
		want   int // fixes
	}{
		{"single quotes", source.Curl, `curl -d '` + body + `' ` + base + "/v3/messages", 1},
		{"double quotes", source.Curl, `curl -d "` + strings.ReplaceAll(body, `"`, `\"`) + `" ` + base + "/v3/messages", 1},
		{"a here-document", source.Curl, "curl -d @- " + base + "/v3/messages <<EOF\n" + body + "\nEOF\n", 1},
		{"HAR", source.HAR, `{"log":{"entries":[{"request":{"method":"POST","url":"` + base + `/v3/messages","postData":{"text":"` + strings.ReplaceAll(body, `"`, `\"`) + `"}}}]}}`, 1},
		{".http", source.HTTP, "POST " + base + "/v3/messages\n\n" + body, 1},
		{"no quotes at all", source.Curl, `curl -d ` + strings.NewReplacer(`"`, `\"`, `{`, `\{`, `}`, `\}`, `[`, `\[`, `]`, `\]`, `,`, `\,`).Replace(body) + ` ` + base + "/v3/messages", 0},
		{"a variable in it", source.Curl, `curl -d '` + strings.Replace(body, "+12052532136", "'$TO'", 1) + `' ` + base + "/v3/messages", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Read(test.format, []byte(test.file))
			require.NoError(t, err)
			require.Len(t, got, 1)
			edits, n := got[0].Fix(validate.New(), validate.FixSafe)
			require.Equal(t, test.want, n)
			fixed, _ := validate.Apply([]byte(test.file), []validate.Diagnostic{{Fixes: []validate.Fix{{Safe: true, Edits: edits}}}}, validate.FixSafe)
			if n == 0 {
				require.Empty(t, edits)
				return
			}
			require.Equal(t, strings.Replace(test.file, "sms", "SMS", 1), string(fixed))
		})
	}
}

func TestQuotes(t *testing.T) {
	const in = "a'b\"c\\d$e`f\n"
	for q, want := range map[quote]string{
		quoteNone: in, quoteDouble: "a'b\\\"c\\\\d\\$e\\`f\n", quoteDollar: "a\\'b\"c\\\\d$e`f\n",
		quoteHeredoc: "a'b\"c\\\\d\\$e\\`f\n", quoteJSON: "a'b\\\"c\\\\d$e`f\\n",
	} {
		got, ok := q.encode(in)
		require.True(t, ok)
		require.Equal(t, want, got)
	}
	_, ok := quoteSingle.encode(in)
	require.False(t, ok)
	_, ok = quote(0).encode("a")
	require.False(t, ok)
}

// TestUnsupported: documents of other APIs are not named.
func TestUnsupported(t *testing.T) {
	for document, named := range map[string]bool{
		`{"openapi":"3.1.0","paths":{"/v3/messages":{}}}`:                                      true,
		`{"swagger":"2.0","paths":{"/a":{},"/api/partner/v3/chats/{id}/messages":{}}}`:         true,
		`{"openapi":"3.1.0","paths":{"/v3/users":{}}}`:                                         false,
		`{"openapi":"3.1.0","paths":["/v3/messages"]}`:                                         false,
		`{"clientName":"Thunder Client","requests":[{"url":"https://a/v3/x"}]}`:                true,
		`{"_type":"export","__export_format":4,"resources":[{"url":"https://a/v3/messages"}]}`: true,
	} {
		require.Equal(t, named, Unsupported([]byte(document)) != "", document)
	}
}
