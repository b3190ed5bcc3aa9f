package report_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/validate"
)

// kept is a file that stays in memory.
type kept struct{ bytes.Buffer }

func (*kept) Close() error { return nil }

var _ io.WriteCloser = (*kept)(nil)

// TestRejectedRowsAreJSON rejects bodies that are hard to encode: each row is UTF-8
// JSON on one line from which every byte can be restored.
func TestRejectedRowsAreJSON(t *testing.T) {
	tests := []struct{ name, member, body string }{
		{"JSON", "body", `{"a": 1.0,"a":"\u00e9"}`},
		{"control characters as escapes", "body", `{"a":"\u009b"}`},
		{"broken JSON", "text", `{"message":{"parts":[`},
		{"nothing but a quote", "text", `"`},
		{"a control character in a string", "text", "{\"a\":\"\x01\"}"},
		{"half a surrogate pair, which other readers refuse", "text", `{"a":"\ud800"}`},
		{"nested deeper than other readers go", "text", strings.Repeat("[", 2000) + strings.Repeat("]", 2000)},
		{"a byte order mark", "text", "\uFEFF{}"},
		{"Latin-1 in JSON", "base64", "{\"a\":\"caf\xe9\"}"},
		{"Latin-1 in broken JSON", "base64", "{\"a\":\"caf\xe9"},
		{"a surrogate as bytes", "base64", "{\"a\":\"\xed\xa0\x80\"}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var clean, rejected kept
			p := report.NewPartition(&clean, &rejected)
			finding := report.Finding{Diagnostic: validate.Diagnostic{Rule: "json-syntax", Severity: validate.SeverityError, Message: "byte \xff"}}
			at := report.Rejected{Path: "a\xffb.ndjson", Line: 7, Record: 6}
			require.NoError(t, p.Reject(at, []byte(test.body), []report.Finding{finding}))
			require.NoError(t, p.Close())
			require.Empty(t, clean.String())

			text := rejected.Bytes()
			require.True(t, utf8.Valid(text))
			require.Equal(t, len(text)-1, bytes.IndexByte(text, '\n'), "one line")
			var row map[string]json.RawMessage
			require.NoError(t, json.Unmarshal(text, &row))
			var got []byte
			switch raw := row[test.member]; test.member {
			case "body":
				got = raw
			case "text":
				var s string
				require.NoError(t, json.Unmarshal(raw, &s))
				got = []byte(s)
			case "base64":
				require.NoError(t, json.Unmarshal(raw, &got)) // encoding/json reads a []byte from base64
				require.Equal(t, base64.StdEncoding.EncodeToString(got), strings.Trim(string(raw), `"`))
			}
			require.Equal(t, test.body, string(got))
			require.Len(t, row, 5, "file, line, record, the body in one form, diagnostics")
		})
	}
}

// TestCleanRowsAreLines puts bodies of several lines on one.
func TestCleanRowsAreLines(t *testing.T) {
	for body, want := range map[string]string{
		"{\"a\": 1}\r\n":     `{"a": 1}`,
		"{\n\t\"a\": 1\r\n}": `{"a":1}`,
		"{\"a\":\r1}":        `{"a":1}`,
		"{\"a\":\r\n\"\xff":  "{\"a\":  \"\xff",
	} {
		var clean, rejected kept
		p := report.NewPartition(&clean, &rejected)
		require.NoError(t, p.Pass([]byte(body)))
		require.NoError(t, p.Close())
		require.Equal(t, want+"\n", clean.String())
		require.Empty(t, rejected.String())
	}
}
