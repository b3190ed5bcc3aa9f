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

// FuzzInsideRequests asks everything of every place of a document with requests:
// nothing panics, what is completed replaces a span around the cursor, and edits
// of formatting are in order and of white space.
func FuzzInsideRequests(f *testing.F) {
	const url = "https://api.linqapp.com/api/partner/v3/messages"
	for _, text := range []string{
		"curl " + url + " -d '{\"to\":[],\n\"message\":{}}'", "B=\"{\\\"to\\\":[\\\"$X\\\"]}\"\r\ncurl -d \"$B\" " + url, "curl " + url + " -d @- <<EOF\n{\"to\":\\\n[$T]}\nEOF\n",
		"bash -c \"curl " + url + " -d '{\\\"to\\\":[\\\"$TO\\\"]}'\"", "r=\"`curl " + url + " -d '{\\\"to\\\":[]}'`\"", "curl " + url + " -d $'{\\x22to\\u0022:\\'[]}'",
		"POST " + url + "\n\n{\"to\":\n# c\n[{{x}}]}", "\uFEFFPOST " + url + "\r\n\r\n{\"to\":\r\n[\"\"]}\r\n###\r\ncurl " + url + " -d '{}'",
	} {
		for cursor := range 6 {
			f.Add(text, len(url)+4*cursor)
		}
	}
	f.Add("B=\"{d \"$B\" htt\\\"to\\\":[\\\"$X\\\"]}\"\r\ncurl -d \"$B\" "+url, 26)
	f.Fuzz(func(t *testing.T, text string, cursor int) {
		if !utf8.ValidString(text) || len(text) > 1<<12 {
			return
		}
		s := New(Options{})
		s.client.TextDocument.Completion.CompletionItem.SnippetSupport = true
		for _, language := range []string{"shellscript", "http"} {
			d := &document{uri: "u", language: language, text: text}
			d.settle()
			d.checker = s.checkerFor(d)
			s.documents["u"] = d
			d.check()
			pos := d.lines.position(cursor)
			at := positionParams{TextDocument: documentID{URI: "u"}, Position: pos}
			_, err := s.hover(&at)
			require.NoError(t, err)
			items, err := s.completion(&at)
			require.NoError(t, err)
			offset := d.lines.byteOffset(pos)
			for _, i := range items.([]completionItem) {
				require.LessOrEqual(t, d.lines.byteOffset(i.TextEdit.Range.Start), offset)
				require.GreaterOrEqual(t, d.lines.byteOffset(i.TextEdit.Range.End), offset)
			}
			result, err := s.formatting(&formattingParams{TextDocument: documentID{URI: "u"}})
			require.NoError(t, err)
			end := 0
			for _, e := range result.([]textEdit) {
				from, to := d.lines.byteOffset(e.Range.Start), d.lines.byteOffset(e.Range.End)
				require.GreaterOrEqual(t, from, end)
				require.Empty(t, bytes.TrimSpace([]byte(text[from:to]+e.NewText)))
				end = to
			}
		}
	})
}
