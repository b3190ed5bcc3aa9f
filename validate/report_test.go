package validate

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with a file of testdata/golden.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "go test ./validate -update writes it")
	require.Empty(t, cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")), "go test ./validate -update rewrites it")
}

// TestErr: nil for what is fine, and else one sentence with the first error.
func TestErr(t *testing.T) {
	require.NoError(t, Report{}.Err())
	require.NoError(t, JSON([]byte(ready)).Err())
	require.NoError(t, JSON([]byte(sendOf(textOf(" ")))).Err(), "a warning is not an error")
	for _, test := range []struct{ name, body, want string }{
		{"one", sendOf(textOf("")), "invalid chats.messages.send body: /message/parts/0/value: value is empty; it needs 1 to 10000 code points (text-empty)"},
		{"two, after a warning", sendOf(textOf(" "), textOf("")), "invalid chats.messages.send body: /message/parts/1: consecutive text parts are not allowed (parts-consecutive-text), and one more error"},
		{"three", sendOf(textOf(""), textOf("")), "invalid chats.messages.send body: /message/parts/0/value: value is empty; it needs 1 to 10000 code points (text-empty), and 2 more errors"},
		{"at the root", `{"text":1,"part_index":0}`, "invalid messages.edit body: /text: \"text\" is a number; it must be a string (json-type)"},
		{"of no kind", `{}`, "invalid request body: cannot tell which request this is: no request kind has these members (kind-unknown)"},
		{"of no JSON", `{`, "invalid request body: the text ends in the middle of a value (json-syntax)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := JSON([]byte(test.body))
			err := report.Err()
			require.EqualError(t, err, test.want)
			var invalid *InvalidError
			require.True(t, errors.As(err, &invalid))
			require.Equal(t, report, invalid.Report, "it holds the whole report")
		})
	}
	report := JSON([]byte(sendOf(textOf(""))))
	report.Diagnostics[0].Origin = "Text #1"
	require.ErrorContains(t, report.Err(), "body: Text #1: value is empty", "a builder's call says more than a pointer")
}

// TestReportIsItsOwn: a report does not alias the body, which its owner may
// write to afterwards.
func TestReportIsItsOwn(t *testing.T) {
	object := corpusLine{Name: "a URL in an object", Kind: KindChatsMessagesSend, Body: []byte(sendOf(`{"type":"media","url":{"url":"https://example.com/a.jpg"}}`, `{"type":"media","uri":{"url":"https://example.com/b.jpg"}}`))}
	for _, l := range append(readCorpus(t), object) {
		body := append([]byte{}, l.bytes()...)
		v := New(WithKind(l.Kind), WithNotes())
		report := v.JSON(body)
		before, err := json.Marshal(report)
		require.NoError(t, err)
		for i := range body {
			body[i] = '#'
		}
		v.JSON([]byte(sendOf(textOf(`\u0041 \ud83d other`), textOf("x")))) // what is pooled is used again
		after, err := json.Marshal(report)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after), l.Name)
	}
}

// TestReportJSON is the one JSON form, with everything in it that it can have.
func TestReportJSON(t *testing.T) {
	body := "{\"message\": {\n  \"parts\": [\n    " + textOf(`caf\u00e9 🎉`) + ",\n    " + textOf("b") + ",\n    " + `{"type": "media", "url": "https://example.com", "colors\u2028<": null}` + "\n  ]\n}}"
	report := JSON([]byte(body), WithMaxDiagnostics(5))
	report.Diagnostics[0].Origin = "Text #2"
	data, err := json.MarshalIndent(report, "", "  ")
	require.NoError(t, err)
	golden(t, "report.json", string(data)+"\n")

	plain := report.AppendJSON([]byte("x"))
	require.Equal(t, "x", string(plain[:1]), "it appends")
	require.JSONEq(t, string(data), string(plain[1:]))
	one, err := json.Marshal(report.Diagnostics[0])
	require.NoError(t, err)
	require.JSONEq(t, string(report.Diagnostics[0].AppendJSON(nil)), string(one))
	require.Equal(t, `{"kind":"","diagnostics":[],"truncated":0}`, string(Report{}.AppendJSON(nil)), "empty arrays, not null")
}

// TestSeverities: their names, both ways.
func TestSeverities(t *testing.T) {
	for s, name := range map[Severity]string{SeverityOff: "off", SeverityNote: "note", SeverityWarning: "warning", SeverityError: "error"} {
		require.Equal(t, name, s.String())
		got, ok := ParseSeverity(name)
		require.True(t, ok)
		require.Equal(t, s, got)
	}
	require.True(t, SeverityOff < SeverityNote && SeverityNote < SeverityWarning && SeverityWarning < SeverityError)
	for _, name := range []string{"", "unset", "Error", "warn", " error"} {
		_, ok := ParseSeverity(name)
		require.False(t, ok, name)
	}
	require.Equal(t, "unset", Severity(0).String())
	require.Equal(t, "unset", Severity(200).String())
}

// TestKinds: all of them, in the documentation's order.
func TestKinds(t *testing.T) {
	require.Len(t, Kinds(), 26)
	for _, k := range Kinds() {
		require.True(t, k.Valid())
	}
	require.False(t, Kind("").Valid())
	require.False(t, Kind("messages.Create").Valid())
	kinds := Kinds()
	kinds[0] = "x"
	require.Equal(t, KindMessagesCreate, Kinds()[0], "a copy")
}
