package extract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// hosts are files with one request, each with another way to write a body.
var hosts = []struct {
	name   string
	format source.Format
	write  func(method, url, body string) string
}{
	{"single quotes", source.Curl, func(method, url, body string) string {
		return "curl -X " + method + " '" + url + "' --data-raw '" + strings.ReplaceAll(body, `'`, `'\''`) + "'\n"
	}},
	{"double quotes", source.Curl, func(method, url, body string) string {
		body, _ = quoteDouble.encode(body)
		return "curl -X " + method + ` "` + url + `" --data-raw "` + body + "\"\n"
	}},
	{"dollar quotes", source.Curl, func(method, url, body string) string {
		body, _ = quoteDollar.encode(body)
		return "curl -X " + method + " " + url + " --data-raw $'" + body + "'\n"
	}},
	{"here-document", source.Curl, func(method, url, body string) string {
		body, _ = quoteHeredoc.encode(body)
		return "curl -X " + method + " " + url + " -d @- <<END\n" + body + "\nEND\n"
	}},
	{"quoted here-document", source.Curl, func(method, url, body string) string {
		return "curl -X " + method + " " + url + " -d \"$(cat <<'END'\n" + body + "\nEND\n)\"\n"
	}},
	{".http", source.HTTP, func(method, url, body string) string {
		return "### x\n" + method + " " + url + "\nX: y\n\n" + body + "\n"
	}},
	{"HAR", source.HAR, func(method, url, body string) string {
		return fmt.Sprintf(`{"log":{"entries":[{"request":{"method":%q,"url":%q,"postData":{"text":%s}}}]}}`, method, url, asString(body))
	}},
	{"Postman", source.Postman, func(method, url, body string) string {
		return fmt.Sprintf(`{"info":{"schema":"x/collection/v2"},"item":[{"request":{"method":%q,"url":{"raw":%q},"body":{"mode":"raw","raw":%s}}}]}`, method, url, asString(body))
	}},
}

func asString(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// examples yields every example of every rule, and every body of the corpus,
// that an endpoint takes.
func examples(t *testing.T, yield func(name string, kind *api.Kind, body string, good bool)) {
	for _, rule := range rules.All() {
		for i, list := range [][]rules.Example{rule.Bad, rule.Good} {
			for k, e := range list {
				kind := api.KindNamed(string(e.Kind))
				if kind == nil || kind.Path == "" || len(e.Body) > 1<<13 || strings.Contains(e.Body, "\r") {
					continue
				}
				yield(fmt.Sprintf("%s %d %d", rule.ID, i, k), kind, e.Body, i == 1)
			}
		}
	}
	corpus, err := os.ReadFile("../../../../../testdata/corpus.jsonl")
	require.NoError(t, err)
	for line := range bytes.Lines(corpus) {
		var c struct {
			Name, Kind string
			Body       json.RawMessage
			Expect     []any
		}
		require.NoError(t, json.Unmarshal(line, &c))
		if kind := api.KindNamed(c.Kind); kind != nil && kind.Path != "" && c.Body != nil && len(c.Body) < 1<<13 {
			yield(c.Name, kind, string(c.Body), len(c.Expect) == 0)
		}
	}
}

// TestHostsChangeNothing: a body has the same findings in every kind of file, and
// each finding has the same source text.
func TestHostsChangeNothing(t *testing.T) {
	v := validate.New(validate.WithNotes())
	n := 0
	examples(t, func(name string, kind *api.Kind, body string, _ bool) {
		want := v.ForKind(validate.Kind(kind.Name)).JSON([]byte(body))
		if len(want.Diagnostics) > 0 && want.Diagnostics[0].Rule == "json-encoding" {
			return // JSON files cannot hold it
		}
		for _, h := range hosts {
			if strings.Contains(body, "{{") && (h.format == source.HTTP || h.format == source.Postman) {
				continue
			}
			if strings.Contains(h.name, "here") && len(want.Diagnostics) > 0 && want.Diagnostics[0].Rule == "json-syntax" {
				continue // the line break before the delimiter is one more thing that is wrong
			}
			file := h.write(kind.Method, api.BaseURL+kind.Path, body)
			got, err := Read(h.format, []byte(file))
			require.NoError(t, err, "%s in %s: %s", name, h.name, file)
			require.Len(t, got, 1, "%s in %s: %s", name, h.name, file)
			r := &got[0]
			requireMapped(t, file, r)
			if trimmed := strings.TrimSpace(string(r.body.bytes)); trimmed != strings.TrimSpace(body) {
				require.Equal(t, body, trimmed, "%s in %s", name, h.name)
			}
			have := r.Check(v)
			require.Equal(t, rulesAndPointers(want), rulesAndPointers(have), "%s in %s: %s", name, h.name, file)
			n++
		}
	})
	require.Greater(t, n, 2000)
}

func rulesAndPointers(r validate.Report) (out []string) {
	for _, d := range r.Diagnostics {
		out = append(out, d.Rule+" "+d.Pointer+" "+d.Message)
	}
	return out
}

// TestVariablesAreSilent replaces each value of a valid body by a variable, whole or
// in part: nothing may be reported, since the variable may hold that value.
func TestVariablesAreSilent(t *testing.T) {
	v := validate.New()
	n := 0
	silent := func(name string, kind *api.Kind, body string, from, to int) {
		file := "curl -X " + kind.Method + " " + api.BaseURL + kind.Path + " --data-raw '" + strings.ReplaceAll(body[:from], `'`, `'\''`) + "'\"$VALUE\"'" + strings.ReplaceAll(body[to:], `'`, `'\''`) + "'\n"
		got, err := Read(source.Curl, []byte(file))
		require.NoError(t, err)
		n++
		for i := range got {
			require.Empty(t, rulesAndPointers(got[i].Check(v)), "%s: %s", name, file)
		}
	}
	examples(t, func(name string, kind *api.Kind, body string, good bool) {
		if !good || len(body) > 1<<11 || v.ForKind(validate.Kind(kind.Name)).JSON([]byte(body)).Diagnostics != nil {
			return
		}
		var view scan.View
		require.Zero(t, view.Scan([]byte(body)).Code)
		for _, node := range view.Nodes {
			from, to := int(node.Start), int(node.End)
			silent(name, kind, body, from, to)
			if node.Kind == scan.String && to-from > 4 && node.Flags == 0 {
				silent(name, kind, body, from+1, to-1)
				silent(name, kind, body, from+2, to-1)
				silent(name, kind, body, from+1, to-2)
			}
		}
	})
	require.Greater(t, n, 1000)
}
