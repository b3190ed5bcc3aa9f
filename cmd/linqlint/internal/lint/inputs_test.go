package lint

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

var update = flag.Bool("update", false, "write docs/inputs.md")

// Parts of the inputs below: a body with one problem, the endpoint that takes it,
// and a good body.
const (
	badBody  = `{"to":["+14155550123"],"message":{"parts":[{"type":"txt","value":"hi"}]}}`
	goodBody = `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"hi"}]}}`
	endpoint = "https://api.linqapp.com/api/partner/v3/messages"
	bom      = "\uFEFF"
)

// input is a file with requests or bodies, and what a run with notes reports of it:
// "line:column rule", "unchecked: why" or "error: why".
type input struct {
	what string // for docs/inputs.md
	name string
	text string
	want []string
}

var inputs = []struct {
	title  string
	inputs []input
}{
	{"JSON files", []input{
		{"a body", "a.json", badBody, []string{"1:52 part-type"}},
		{"a body after a byte order mark", "a.json", bom + badBody, []string{"1:1 json-syntax", "1:53 part-type"}},
		{"UTF-16, little endian, with a byte order mark (PowerShell)", "a.json", wideText(bom+badBody, false), []string{"1:1 json-encoding"}},
		{"UTF-16, big endian, without a mark", "a.json", wideText(badBody, true), []string{"1:1 json-encoding"}},
		{"a response or an event of the API", "a.json", `{"chat_id":"a","message":{"id":"b","parts":[]}}`, []string{"1:1 kind-unknown"}},
		{"a picture", "a.json", "\x89PNG\r\n\x1a\n\x00\x00", []string{"error: is a binary file (a NUL byte at offset 8), not JSON"}},
	}},
	{"Newline-delimited JSON (.ndjson, .jsonl)", []input{
		{"a body per line, blank lines", "a.ndjson", goodBody + "\n\n" + badBody, []string{"3:52 part-type"}},
		{"a byte order mark before the first line, CRLF", "a.jsonl", bom + badBody + "\r\n" + badBody + "\r\n", []string{"1:52 part-type", "2:52 part-type"}},
		{"one body over several lines", "a.ndjson", strings.ReplaceAll(badBody, ",", ",\n"), []string{"1:1 json-syntax"}},
		{"an array", "a.ndjson", "[\n" + badBody + ",\n" + badBody + "\n]\n", []string{"1:1 json-syntax"}},
		{"a long array", "a.ndjson", "[\n" + strings.Repeat(badBody+",\n", 10_000) + badBody + "\n]\n", []string{"1:1 json-syntax"}},
		{"a long array with a body on its first line", "a.ndjson", "[" + strings.Repeat(badBody+",\n", 10_000) + badBody + "]\n", []string{"1:1 json-syntax"}},
		{"a long body over several lines", "a.ndjson", strings.Replace(badBody, `[{`, "["+strings.Repeat(`{"type":"text","value":"a"},`+"\n", 10_000)+`{`, 1), []string{"1:1 json-syntax"}},
		{"a line that ends early", "a.ndjson", badBody[:40] + "\n" + strings.Repeat(goodBody+"\n", 10_000), []string{"1:35 json-syntax"}},
		{"UTF-16", "a.ndjson", wideText(bom+badBody+"\n"+badBody, false), []string{"1:1 json-encoding"}},
	}},
	{"Shell scripts (.sh, .bash, .zsh, or with #!)", []input{
		{"`curl -d '…'`", "a.sh", "curl -d '" + badBody + "' " + endpoint, []string{"1:61 part-type"}},
		{"`curl --json '…'`", "a.sh", "curl --json '" + badBody + "' " + endpoint, []string{"1:65 part-type"}},
		{"several `--json`, which curl joins", "a.sh", "curl --json '" + badBody[:30] + "' --json '" + badBody[30:] + "' " + endpoint, []string{"1:75 part-type"}},
		{"several `-d`, which curl joins with `&`", "a.sh", "curl -d '{\"a\":1' -d 'b' " + endpoint, []string{"unchecked: curl joins the data of several options with &"}},
		{"`--next` between two requests", "a.sh", "curl -d '" + badBody + "' " + endpoint + " --next -d '" + badBody + "' " + endpoint, []string{"1:61 part-type", "1:195 part-type"}},
		{"double quotes with continued lines", "a.sh", "curl " + endpoint + " -d \"{\\\n\\\"to\\\":[],\\\n\\\"message\\\":{\\\"parts\\\":[{\\\"type\\\":\\\"text\\\",\\\"value\\\":\\\"a\\\"}]}}\"", []string{"2:8 to-empty"}},
		{"`$'…'`", "a.sh", "curl " + endpoint + " -d $'" + strings.ReplaceAll(badBody, "hi", `it\'s`) + "'", []string{"1:110 part-type"}},
		{"a here-document with continued lines", "a.sh", "curl " + endpoint + " -d @- <<EOF\n{\\\n" + badBody[1:] + "\nEOF\n", []string{"3:51 part-type"}},
		{"CRLF line ends", "a.sh", "curl \\\r\n  -d '" + badBody + "' \\\r\n  " + endpoint + "\r\n", []string{"2:58 part-type"}},
		{"a here-document with CRLF", "a.sh", "curl " + endpoint + " -d @- <<'EOF'\r\n" + strings.ReplaceAll(badBody, ",", ",\r\n") + "\r\nEOF\r\n", []string{"3:29 part-type"}},
		{"`timeout 10 curl`, `sudo -u a curl`, `env A=1 curl`, `nohup curl`, `xargs curl`", "a.sh",
			strings.Repeat("\n", 0) + "timeout -k 5 10s curl -d '" + badBody + "' " + endpoint + "\nsudo -u a curl -d '" + badBody + "' " + endpoint + "\nenv -i A=\"$b\" nohup curl.exe -d '" + badBody + "' " + endpoint + "\nxargs -n 1 curl -d '" + badBody + "' " + endpoint,
			[]string{"1:78 part-type", "2:71 part-type", "3:85 part-type", "4:72 part-type"}},
		{"`sudo env \"PATH=$PATH\" \"curl\"`", "a.sh", "sudo -E env \"PATH=$PATH\" \"curl\" -d '" + badBody + "' " + endpoint, []string{"1:88 part-type"}},
		{"`xargs -I` with its placeholder in the body", "a.sh", "xargs -I{} curl -d '" + strings.ReplaceAll(badBody, "hi", "{}") + "' " + endpoint, []string{"unchecked: xargs replaces {} in the body"}},
		{"a variable that is assigned once", "a.sh", "B='" + badBody + "'\ncurl -d \"$B\" " + endpoint, []string{"1:55 part-type"}},
		{"a variable from `read -r -d ''`", "a.sh", "read -r -d '' B <<'EOF' || true\n" + badBody + "\nEOF\ncurl -d \"$B\" " + endpoint, []string{"2:52 part-type"}},
		{"a body that is a variable", "a.sh", "curl -d \"$1\" " + endpoint, []string{"unchecked: the whole body is a variable"}},
		{"a body with variables", "a.sh", "curl -d '{\"to\":[\"'\"$TO\"'\"],\"message\":{\"parts\":[{\"type\":\"txt\",\"value\":\"a\"}]}}' " + endpoint, []string{"1:56 part-type"}},
		{"`-d @FILE`, `-d @- < FILE`, `cat FILE | curl -d @-`, `-d \"$(cat FILE)\"`", "a.sh",
			"curl -d @bad.json " + endpoint + "\ncurl -d @- " + endpoint + " < bad.json\ncat bad.json | curl -d @- " + endpoint + "\ncurl -d \"$(cat bad.json)\" " + endpoint + "\ncurl -d \"$(<bad.json)\" " + endpoint,
			[]string{"1:9 part-type", "2:9 part-type", "3:24 part-type", "4:10 part-type", "5:10 part-type"}},
		{"a file in the folder of the script: `$(dirname \"$0\")`, `${0%/*}`", "a.sh",
			"D=$(cd \"$(dirname \"${BASH_SOURCE[0]}\")\" && pwd)\ncurl -d @\"$D/bad.json\" " + endpoint + "\ncurl -d @\"$(dirname \"$0\")\"/bad.json " + endpoint + "\ncurl -d \"@${0%/*}/bad.json\" " + endpoint,
			[]string{"2:9 part-type", "3:9 part-type", "4:10 part-type"}},
		{"a file that the script writes: `cat > FILE <<EOF`", "a.sh", "cat > ./new.json <<EOF\n" + badBody + "\nEOF\ncurl -d @new.json " + endpoint, []string{"2:52 part-type"}},
		{"a file that the script writes, as standard input", "a.sh", "cat > new.json <<EOF\n" + badBody + "\nEOF\ncurl -d @- " + endpoint + " < new.json\ncat new.json | curl -d @- " + endpoint + "\ncurl -d \"$(cat new.json)\" " + endpoint, []string{"2:52 part-type"}},
		{"`\"${@:2}\"`, `${args[@]+\"${args[@]}\"}`", "a.sh", "post() { curl -X \"$1\" \"${@:2}\"; }\npost POST " + endpoint + " -d '" + badBody + "'\nargs=(-d '" + badBody + "')\ncurl ${args[@]+\"${args[@]}\"} " + endpoint, []string{"2:114 part-type", "3:62 part-type"}},
		{"a file that the script writes twice", "a.sh", "cat > new.json <<EOF\n{}\nEOF\necho >> new.json\ncurl -d @new.json " + endpoint, []string{"unchecked: new.json: no such file or folder"}},
		{"a file that is missing", "a.sh", "curl -d @none.json " + endpoint, []string{"unchecked: none.json: no such file or folder"}},
		{"a file outside of the checked folder", "a.sh", "curl -d @../outside.json " + endpoint, []string{"unchecked: ../outside.json: outside of the checked folder"}},
		{"standard input", "a.sh", "make_body | curl -d @- " + endpoint, []string{"unchecked: the data is read from standard input"}},
		{"an empty body", "a.sh", "curl " + endpoint + " -d ''", []string{"1:57 json-syntax"}},
		{"`--json='…'`, `-d@FILE`, `--data-bin '…'`", "a.sh",
			"curl --json='" + badBody + "' " + endpoint + "\ncurl -d@bad.json " + endpoint + "\ncurl --data-bin '" + badBody + "' " + endpoint,
			[]string{"1:65 part-type", "2:8 part-type", "3:69 part-type"}},
		{"arguments in an array", "a.sh", "args=(-s -d '" + badBody + "')\ncurl \"${args[@]}\" " + endpoint, []string{"1:65 part-type"}},
		{"an array that grows with `+=`", "a.sh", "args=(-s)\nargs+=(-d '" + badBody + "')\ncurl \"${args[@]}\" " + endpoint, []string{"2:63 part-type"}},
		{"the arguments of a function", "a.sh", "send() {\n  local path=$1; shift\n  curl -s \"https://api.linqapp.com$path\" \"$@\"\n}\nsend /api/partner/v3/messages -d '" + badBody + "'\nsend /api/partner/v3/messages -d '" + badBody + "'", []string{"5:86 part-type", "6:86 part-type"}},
		{"a text with the arguments of a function", "a.sh", "send() { curl " + endpoint + " -d \"{\\\"to\\\":[],\\\"message\\\":{\\\"parts\\\":[{\\\"type\\\":\\\"text\\\",\\\"value\\\":\\\"$1\\\"}]}}\"; }\nsend hi\nsend you", []string{"1:75 to-empty"}},
		{"`CURL='curl -s'`", "a.sh", "CURL='curl -s'\n$CURL -d '" + badBody + "' " + endpoint, []string{"2:62 part-type"}},
		{"data that `xargs` appends", "a.sh", "printf x | xargs -0 curl " + endpoint + " -d", []string{"unchecked: the whole body is a variable"}},
		{"`${CURL:-curl}`, `docker exec box curl`, `\\curl`", "a.sh",
			"${CURL:-curl} -d '" + badBody + "' " + endpoint + "\ndocker exec box curl -d '" + badBody + "' " + endpoint + "\n\\curl -d '" + badBody + "' " + endpoint,
			[]string{"1:70 part-type", "2:77 part-type", "3:62 part-type"}},
		{"`bash -c '…'`, `ssh host '…'`, `bash <<EOF`", "a.sh",
			"bash -c \"curl -d '" + strings.ReplaceAll(badBody, `"`, `\"`) + "' " + endpoint + "\"\nssh host 'curl -d \"" + strings.ReplaceAll(badBody, `"`, `\"`) + "\" " + endpoint + "'\nbash <<'EOF'\ncurl -d '" + badBody + "' " + endpoint + "\nEOF\n",
			[]string{"1:80 part-type", "2:81 part-type", "4:61 part-type"}},
		{"in a function, a subshell, `$(…)`, backticks", "a.sh",
			"f() {\n curl -d '" + badBody + "' " + endpoint + "\n}\n(curl -d '" + badBody + "' " + endpoint + ")\nr=$(curl -d '" + badBody + "' " + endpoint + " | jq .)\nr=\"`curl -d '" + strings.ReplaceAll(badBody, `"`, `\"`) + "' " + endpoint + "`\"",
			[]string{"2:62 part-type", "4:62 part-type", "5:65 part-type", "6:75 part-type"}},
		{"wget, HTTPie", "a.sh", "wget --post-data='" + badBody + "' " + endpoint + "\nhttp POST " + endpoint + " to:='[]'",
			[]string{"unchecked: requests of wget are not read, only those of curl", "unchecked: requests of http are not read, only those of curl"}},
		{"`--data-urlencode`", "a.sh", "curl --data-urlencode 'a=1' " + endpoint, []string{"unchecked: the data is URL-encoded"}},
		{"`-F`", "a.sh", "curl -F a=1 " + endpoint, []string{"unchecked: the data is a form"}},
		{"an endpoint without rules", "a.sh", "curl -X PUT -d '{}' https://api.linqapp.com/api/partner/v3/lines/$ID?a=b\ncurl -d '{}' $BASE/v3/chats/$CHAT/new\ncurl -X POST https://api.linqapp.com/api/partner/v3/chats/$ID/typing",
			[]string{"unchecked: there are no rules for PUT /api/partner/v3/lines/…", "unchecked: there are no rules for POST /…/v3/chats/…/new"}},
		{"another API", "a.sh", "curl -d \"$1\" https://example.com/v3/messages", nil},
	}},
	{".http and .rest files", []input{
		{"a request", "a.http", "POST " + endpoint + "\nContent-Type: application/json\n\n" + badBody + "\n", []string{"4:52 part-type"}},
		{"a byte order mark, CRLF", "a.http", bom + "POST " + endpoint + "\r\n\r\n" + badBody + "\r\n", []string{"3:52 part-type"}},
		{"a path in indented lines (JetBrains)", "a.http", "POST https://api.linqapp.com\n    /api/partner\n    /v3/messages\n\n" + badBody, []string{"5:52 part-type"}},
		{"`import` and `run` (JetBrains)", "a.http", "import other.http\nrun #one\n\nPOST " + endpoint + "\n\n" + badBody, []string{"6:52 part-type"}},
		{"scripts before and response handlers after a request", "a.http", "< {%\n  x\n%}\nPOST " + endpoint + "\n\n" + badBody + "\n\n> {%\n  y\n%}\n", []string{"6:52 part-type"}},
		{"`??` assertions and `{{` scripts (httpYac)", "a.http", "{{\n  x\n}}\nPOST " + endpoint + "\n\n" + badBody + "\n\n?? status == 200\n###\nPOST " + endpoint + "\n\n" + badBody + "\n\n{{\n  y\n}}\n", []string{"6:52 part-type", "12:52 part-type"}},
		{"`< FILE`, `<@ FILE`, `<@latin1 FILE`", "a.http", "POST " + endpoint + "\n\n< ./bad.json\n###\nPOST " + endpoint + "\n\n<@ bad.json\n###\nPOST " + endpoint + "\n\n<@latin1 bad.json", []string{"3:1 part-type", "7:1 part-type", "11:1 part-type"}},
		{"comment lines before, in and after a body (REST Client)", "a.http", "/* a\n b */\n# c\nPOST " + endpoint + "\n\n# d\n" + strings.Replace(badBody, `"message"`, "\n  // e\n\"message\"", 1) + "\n\n# f\n", []string{"9:29 part-type"}},
		{"variables with arguments: `{{$dotenv BASE}}`, `{{$datetime \"HH:mm\"}}`", "a.http", "POST {{$dotenv BASE}}/v3/messages\n\n" + strings.Replace(badBody, "hi", `{{$datetime "HH:mm"}}`, 1), []string{"3:52 part-type"}},
		{"a call of curl (REST Client)", "a.http", "### a\ncurl " + endpoint + " -d '" + badBody + "'\n", []string{"2:109 part-type"}},
		{"an endpoint without rules", "a.http", "PUT https://api.linqapp.com/api/partner/v3/lines/1\n\n" + badBody, []string{"unchecked: there are no rules for PUT /api/partner/v3/lines/1"}},
		{"a body that is a variable", "a.http", "POST " + endpoint + "\n\n{{body}}", []string{"unchecked: the whole body is a variable"}},
		{"a file whose name has a variable", "a.http", "POST " + endpoint + "\n\n< {{name}}.json", []string{"unchecked: the name of the file is a variable"}},
	}},
	{"HAR captures", []input{
		{"requests with a text", "a.har", har(`"text":` + quoted(badBody)), []string{"2:70 part-type"}},
		{"a byte order mark", "a.har", bom + har(`"text":`+quoted(badBody)), []string{"2:70 part-type"}},
		{"a text in base64", "a.har", har(`"encoding":"base64","text":"eyJ0byI6WyIrMTQxNTU1NTAxMjMiXSwibWVzc2FnZSI6eyJwYXJ0cyI6W3sidHlwZSI6InR4dCIsInZhbHVlIjoiaGkifV19fQ=="`), []string{"2:29 part-type"}},
		{"a text in the base64 of URLs", "a.har", har(`"encoding":"base64","text":"eyJ0byI6W10sIm1lc3NhZ2UiOnsicGFydHMiOlt7InR5cGUiOiJ0ZXh0IiwidmFsdWUiOiLwn5mCPz8_In1dfX0"`), []string{"2:29 to-empty"}},
		{"a text that is not valid base64", "a.har", har(`"encoding":"base64","text":"?"`), []string{"unchecked: the body is not valid base64"}},
		{"base64 of bytes that are not text", "a.har", har(`"encoding":"base64","text":"H4sIAAAA"`), []string{"unchecked: the body is not text"}},
		{"an endpoint without rules", "a.har", strings.ReplaceAll(har(`"text":"{}"`), "/messages", "/new"), []string{"unchecked: there are no rules for POST /api/partner/v3/new"}},
		{"an empty text", "a.har", har(`"text":""`), []string{"2:8 json-syntax"}},
		{"parameters without a text", "a.har", har(`"params":[]`), []string{"unchecked: the capture has no text of the body"}},
	}},
	{"Postman collections", []input{
		{"version 2.1 or 2.0, raw bodies", "a.json", postman("v2.1.0", `"mode":"raw","raw":`+quoted(badBody)), []string{"2:82 part-type"}},
		{"a byte order mark", "a.json", bom + postman("v2.0.0", `"mode":"raw","raw":`+quoted(badBody)), []string{"2:82 part-type"}},
		{"the response of Postman's API, with the collection inside of \"collection\"", "a.json", `{"collection":` + postman("v2.1.0", `"mode":"raw","raw":`+quoted(badBody)) + "}", []string{"2:82 part-type"}},
		{"a URL in parts", "a.json", strings.Replace(postman("v2.1.0", `"mode":"raw","raw":`+quoted(badBody)), `"`+endpoint+`"`, `{"host":["api","linqapp","com"],"path":["api","partner","v3","messages"]}`, 1), []string{"2:82 part-type"}},
		{"a body that is disabled", "a.json", postman("v2.1.0", `"mode":"raw","disabled":true,"raw":`+quoted(badBody)), nil},
		{"a body from a file", "a.json", postman("v2.1.0", `"mode":"file","file":{"src":"bad.json"}`), []string{"2:30 part-type"}},
		{"a form", "a.json", postman("v2.1.0", `"mode":"formdata","formdata":[]`), []string{"unchecked: the body has the mode formdata"}},
		{"a body that is a variable", "a.json", postman("v2.1.0", `"mode":"raw","raw":"{{body}}"`), []string{"unchecked: the whole body is a variable"}},
		{"an endpoint without rules", "a.json", strings.ReplaceAll(postman("v2.1.0", `"mode":"raw","raw":"{}"`), "/messages", "/new"), []string{"unchecked: there are no rules for POST /api/partner/v3/new"}},
		{"version 1", "a.json", `{"id":"1","order":[],"requests":[{"url":"` + endpoint + `"}]}`, []string{"error: Postman collections of version 1 are not supported; export the collection as v2.1"}},
	}},
	{"Not read", []input{
		{"Insomnia exports", "a.json", `{"_type":"export","__export_format":4,"resources":[{"url":"` + endpoint + `"}]}`, []string{"error: Insomnia exports are not supported; export the requests as HAR"}},
		{"OpenAPI documents", "a.json", `{"openapi":"3.1.0","paths":{"/v3/messages":{}}}`, []string{"error: OpenAPI documents are not supported; put examples into files of their own"}},
		{"Thunder Client collections", "a.json", `{"clientName":"Thunder Client","requests":[{"url":"` + endpoint + `"}]}`, []string{"error: Thunder Client collections are not supported; export the collection for Postman"}},
		{"Windows batch files", "a.bat", "curl -d \"{\\\"to\\\":[]}\" ^\r\n " + endpoint, unsupported(".bat")},
		{"PowerShell scripts", "a.ps1", "Invoke-RestMethod", unsupported(".ps1")},
		{"programs", "a.js", "fetch(\"" + endpoint + "\", {method: \"POST\", body: \"{}\"})", unsupported(".js")},
		{"Markdown", "a.md", "```json\n{}\n```", unsupported(".md")},
		{"Bruno files", "a.bru", "meta {", unsupported(".bru")},
		{"YAML, such as OpenAPI documents and Insomnia 5 exports", "openapi.yaml", "openapi: 3.1.0", unsupported(".yaml")},
		{"Hurl files", "a.hurl", "POST " + endpoint, unsupported(".hurl")},
	}},
}

func wideText(s string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

func quoted(body string) string { return `"` + strings.ReplaceAll(body, `"`, `\"`) + `"` }

func har(post string) string {
	return `{"log":{"entries":[{"request":{"method":"POST","url":"` + endpoint + `","postData":{` + "\n" + post + "}}}]}}"
}

func postman(version, body string) string {
	return `{"info":{"schema":"https://schema.getpostman.com/json/collection/` + version + `/collection.json"},"item":[{"request":{"method":"POST","url":"` + endpoint + `","body":{` + "\n" + body + "}}}]}"
}

func unsupported(ext string) []string {
	return []string{"error: " + source.CheckExtension("a"+ext).Error()}
}

// checkInput runs over one input by name and returns what is reported of it.
func checkInput(t *testing.T, in input, args ...string) (got []string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "repo")
	require.NoError(t, os.Mkdir(dir, 0o755))
	t.Chdir(dir)
	for name, text := range map[string]string{"../outside.json": badBody, "bad.json": badBody, in.name: in.text} {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	}
	var out collected
	o := options(&out, args...)
	o.Severity = validate.SeverityNote
	_, err := Run(context.Background(), o)
	require.NoError(t, err)
	for _, d := range out.all {
		if why, ok := strings.CutPrefix(d.Message, "request not checked: "); ok {
			got = append(got, "unchecked: "+why)
		} else {
			got = append(got, fmt.Sprintf("%d:%d %s", d.Start.Line, d.Start.Column, d.Rule))
		}
	}
	for _, w := range o.Policy.(*testPolicy).warnings {
		_, message, _ := strings.Cut(w, ": ")
		got = append(got, "error: "+message)
	}
	return got
}

func TestInputs(t *testing.T) {
	for _, group := range inputs {
		for _, in := range group.inputs {
			t.Run(group.title+"/"+in.what, func(t *testing.T) {
				require.Equal(t, in.want, checkInput(t, in, in.name))
			})
		}
	}
}

// TestInputsInWalks: a walk reports the same of files that it takes, except for
// files that cannot be read and for what is not a request, which it skips.
func TestInputsInWalks(t *testing.T) {
	for _, group := range inputs {
		for _, in := range group.inputs {
			if len(in.want) > 0 && (strings.HasPrefix(in.want[0], "error: ") || strings.HasSuffix(in.want[0], " kind-unknown")) || source.CheckExtension(in.name) != nil {
				continue
			}
			t.Run(group.title+"/"+in.what, func(t *testing.T) {
				got := checkInput(t, in, ".")
				require.Subset(t, got, in.want)
			})
		}
	}
}

// TestInputsPage compares docs/inputs.md with the inputs above.
func TestInputsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("# What linqlint reads\n\nBodies are read from these files. The rows are tests (`go test ./cmd/linqlint/internal/lint -run Inputs`), which write this page with `-update`.\n" +
		"A request to the API whose body cannot be checked, or whose endpoint has no rules, is counted in the summary and named with `--severity note`.\n" +
		"A walk skips responses and events of the API and counts them as responses in the summary; a file that is named is an error that says what it is.\n")
	for _, group := range inputs {
		fmt.Fprintf(&b, "\n## %s\n\n| input | result |\n|---|---|\n", group.title)
		for _, in := range group.inputs {
			fmt.Fprintf(&b, "| %s | %s |\n", strings.ReplaceAll(in.what, "|", `\|`), described(in.want))
		}
	}
	const file = "../../../../docs/inputs.md"
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
	}
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, strings.ReplaceAll(string(text), "\r\n", "\n"), b.String(), "run the test with -update")
}

// described describes an outcome for the page.
func described(want []string) string {
	if len(want) == 0 {
		return "ignored"
	}
	kind, why, _ := strings.Cut(want[0], ": ")
	switch kind {
	case "unchecked":
		return "not checked: " + why
	case "error":
		return "error: " + why
	}
	if strings.Contains(want[0], " json-") || strings.Contains(want[0], " kind-") {
		_, rule, _ := strings.Cut(want[0], " ")
		return "error `" + rule + "`"
	}
	return "checked"
}

var _ report.Writer = (*collected)(nil)
