package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// campaign is a folder of files that are the same in every run.
type campaign struct {
	dir     string
	bodies  int
	offsets map[string]map[int]int // by file and line: where a body begins, bytes
}

// templates are bodies with a place for a number: three clean ones, one with a
// warning, and the ways in which bodies are broken.
var templates = []struct {
	clean bool
	body  string
}{
	{true, `{"to":["+12052532136"],"from":"+12052535597","message":{"parts":[{"type":"text","value":"Your order %08d is ready 🎉 and waits for you","text_decorations":[{"range":[11,19],"style":"bold"},{"range":[23,28],"animation":"shake"}]},{"type":"media","url":"https://images.example.com/orders/ready.jpg"}],"idempotency_key":"order-ready"}}`},
	{true, `{"message":{"parts":[{"type":"text","value":"No. %08d"}]}}`},
	{true, `{"message":{"parts":[{"type":"text","value":"Café %08d"}],"effect":{"type":"screen","name":"confetti"}}}`},
	{true, `{"message":{"parts":[{"type":"text","value":"No. %08d"}],"color":"red"}}`},
	{false, `{"message":{"parts":[],"idempotency_key":"%08d"}}`},
	{false, `{"message":{"parts":[{"type":"text","value":""},{"type":"text","value":"%08d"}]}}`},
	{false, `{"message":{"parts":[{"type":"text","value":"%08d","text_decorations":[{"range":[3,90],"style":"bold"},{"range":[0,2],"style":"fat"}]}]}}`},
	{false, `{"message":{"parts":[{"value":"🎉 %08d"}]}}`},
	{false, `{"message":{"parts":[{"type":"text","value":"%08d"`},
	{false, `{"to":["555"],"message":{"parts":[{"type":"media","url":"http://localhost/%08d"}]}}`},
	{false, `"%08d"`},
}

// writeCampaign writes n bodies to files that between them have every line end,
// blank lines, a byte order mark and a last line without an end.
func writeCampaign(t *testing.T, n int) *campaign {
	t.Helper()
	c := &campaign{dir: t.TempDir(), bodies: n, offsets: map[string]map[int]int{}}
	corpus := corpusLines(t)
	shapes := []struct{ head, end, last string }{
		{"", "\n", "\n"},
		{"\ufeff", "\r\n", "\r\n"},
		{"\n \t\n", "\n", ""},
		{"", "\n\n", "\n"},
	}
	for f, shape := range shapes {
		name := filepath.Join(c.dir, fmt.Sprintf("part-%d.ndjson", f))
		var b bytes.Buffer
		b.WriteString(shape.head)
		line, at := 1+bytes.Count(b.Bytes(), []byte("\n")), map[int]int{}
		for i := f; i < n; i += len(shapes) {
			at[line] = b.Len()
			b.Write(bodyNumber(i, corpus))
			end := shape.end
			if i+len(shapes) >= n {
				end = shape.last
			}
			b.WriteString(end)
			line += bytes.Count([]byte(end), []byte("\n"))
		}
		require.NoError(t, os.WriteFile(name, b.Bytes(), 0o644))
		c.offsets[name] = at
	}
	return c
}

// bodyNumber is the i-th body: seven in ten are clean, one in fifty is of the
// corpus.
func bodyNumber(i int, corpus [][]byte) []byte {
	const clean = 4 // the number of clean templates, which come first
	switch {
	case i%50 == 49:
		return corpus[i/50%len(corpus)]
	case i%10 < 7:
		return fmt.Appendf(nil, templates[i/10%clean].body, i)
	}
	return fmt.Appendf(nil, templates[clean+i/10*3%(len(templates)-clean)].body, i)
}

// corpusLines are the bodies of the project's corpus that fit on one line,
// including those that are not UTF-8.
func corpusLines(t *testing.T) (lines [][]byte) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "testdata", "corpus.jsonl"))
	require.NoError(t, err)
	for line := range bytes.Lines(text) {
		var c struct {
			Body   json.RawMessage
			Raw    string
			Base64 string `json:"raw_base64"`
		}
		require.NoError(t, json.Unmarshal(line, &c))
		body := []byte(c.Body)
		if c.Raw != "" {
			body = []byte(c.Raw)
		}
		if c.Base64 != "" {
			body, err = base64.StdEncoding.DecodeString(c.Base64)
			require.NoError(t, err)
		}
		if len(bytes.TrimSpace(body)) > 0 && !bytes.ContainsAny(body, "\r\n") && !bytes.HasPrefix(body, []byte("\ufeff")) {
			lines = append(lines, body)
		}
	}
	require.Greater(t, len(lines), 100)
	return lines
}
