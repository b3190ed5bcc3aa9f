package lsp

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzDocument asks everything of every place of any text: nothing panics,
// what is completed replaces a span around the cursor, and formatting changes
// nothing but white space.
func FuzzDocument(f *testing.F) {
	for _, text := range []string{
		``, `{`, `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"🎉"}]}}`,
		`{"message":{"parts":[{"type": "value":"x"}, {"ty`, "{\"message\":\r\n{\"parts\":[{\"type\":\"te\n}]}}", `{"poll":{"options":[{"text":"a"},]}`,
		`{"message":[{]}}`, `{"message":{"effect":{"name":"slam","type":}}}`, `]{"parts":[]`, `{"message":`, `{{"parts":[1,[{}]]}`,
	} {
		f.Add(text, 5)
	}
	f.Fuzz(func(t *testing.T, text string, cursor int) {
		if !utf8.ValidString(text) || len(text) > 1<<12 {
			return // a document comes as JSON, which is always valid
		}
		s := New(Options{})
		s.client.TextDocument.Completion.CompletionItem.SnippetSupport = true
		d := &document{uri: "u", language: "linq-payload", text: text}
		d.settle()
		d.checker = s.checkerFor(d)
		s.documents["u"] = d
		d.check()
		_ = d.diagnostics(0)
		// A position between CR and LF is invalid: the first conversion there and
		// back returns a valid one.
		pos := d.lines.position(d.lines.byteOffset(d.lines.position(cursor)))
		require.Equal(t, pos, d.lines.position(d.lines.byteOffset(pos)))
		at := positionParams{TextDocument: documentID{URI: "u"}, Position: pos}
		_, err := s.hover(&at)
		require.NoError(t, err)
		items, err := s.completion(&at)
		require.NoError(t, err)
		for _, i := range items.([]completionItem) {
			require.LessOrEqual(t, d.lines.byteOffset(i.TextEdit.Range.Start), d.lines.byteOffset(pos))
			require.GreaterOrEqual(t, d.lines.byteOffset(i.TextEdit.Range.End), d.lines.byteOffset(pos))
		}
		requireFormatted(t, s, d)
		for _, b := range d.bodies {
			_ = preview(&b)
		}
	})
}

func requireFormatted(t *testing.T, s *Server, d *document) {
	p := formattingParams{TextDocument: documentID{URI: d.uri}}
	result, err := s.formatting(&p)
	require.NoError(t, err)
	edits, _ := result.([]textEdit)
	out, at := "", 0
	for _, e := range edits {
		from, to := d.lines.byteOffset(e.Range.Start), d.lines.byteOffset(e.Range.End)
		require.GreaterOrEqual(t, from, at)
		require.Empty(t, bytes.TrimSpace([]byte(d.text[from:to]+e.NewText)))
		out, at = out+d.text[at:from]+e.NewText, to
	}
	out += d.text[at:]
	if len(edits) > 0 {
		var before, after bytes.Buffer
		require.NoError(t, json.Compact(&before, []byte(d.text)))
		require.NoError(t, json.Compact(&after, []byte(out)))
		require.Equal(t, before.String(), after.String())
	}
}
