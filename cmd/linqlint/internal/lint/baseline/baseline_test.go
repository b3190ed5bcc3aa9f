package baseline

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/validate"
)

// finding makes a finding at the first part in text.
func finding(path, rule, pointer, text, part string) (*report.Batch, *report.Finding) {
	f := &report.Finding{Diagnostic: validate.Diagnostic{Rule: rule, Pointer: pointer}}
	f.Start.Offset = strings.Index(text, part)
	f.End.Offset = f.Start.Offset + len(part)
	return &report.Batch{Path: path, Text: []byte(text)}, f
}

func TestSet(t *testing.T) {
	s := New("/p")
	s.Add(finding("/p/a.json", "to-max", "/to", `{"to": [1, 2]}`, "[1, 2]"))
	s.Add(finding("/p/a.json", "to-max", "/to", `{"to": [1, 2]}`, "[1, 2]"))
	s.Add(finding("/p/b.json", "to-max", "/to", `{"to": [1, 2]}`, "[1, 2]"))
	require.Equal(t, 3, s.Len())

	again, err := Parse(s.Append(nil), "/p")
	require.NoError(t, err)
	require.Equal(t, s, again)
	moved, err := Parse(s.Append(nil), "/elsewhere/p")
	require.NoError(t, err)

	tests := []struct {
		name string
		set  *Set
		path string
		rule string
		part string
		want bool
	}{
		{"re-indented", again, "/p/a.json", "to-max", "[\n1,\n\n2]", true},
		{"a second time", again, "/p/a.json", "to-max", "[1,2]", true},
		{"once too often", again, "/p/a.json", "to-max", "[1,2]", false},
		{"another file has its own", again, "/p/b.json", "to-max", "[1,2]", true},
		{"another rule", s, "/p/a.json", "to-large", "[1,2]", false},
		{"another value", s, "/p/a.json", "to-max", "[1,3]", false},
		{"the project lies elsewhere", moved, "/elsewhere/p/a.json", "to-max", "[1,2]", true},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, tt.set.Take(finding(tt.path, tt.rule, "/to", "{ \"x\": 0, \"to\": "+tt.part+" }", tt.part)), tt.name)
	}
	require.Zero(t, again.Len())
	require.Equal(t, "{\"version\":2,\"findings\":[\n]}\n", string(again.Append(nil)))
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "not a baseline file: EOF",
		"[]":                         "not a baseline file: ",
		`{"version":1}`:              "version 1 is not supported, only version 2; linqlint baseline writes it",
		`{"version":2,"findngs":[]}`: "not a baseline file: ",
		`{"version":2,"findings":[{"path":"a","rule":"r","count":0}]}`: "count 0 of r in a is out of range: at least 1, at most 1073741824",
	} {
		_, err := Parse([]byte(text), "/p")
		require.ErrorContains(t, err, want, text)
	}
}

// FuzzParse checks that a parsed baseline can be written and parsed again.
func FuzzParse(f *testing.F) {
	f.Add(`{"version":2,"findings":[{"path":"a","rule":"r","pointer":"/to","fingerprint":"f","count":2}]}`)
	f.Add(`{"version":2,"findings":[{"path":"a","rule":"r","count":1},{"path":"a","rule":"r","count":1}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse([]byte(text), "/p")
		if err != nil {
			return
		}
		again, err := Parse(s.Append(nil), "/p")
		if err != nil {
			t.Fatal(err)
		}
		if s.Len() != again.Len() {
			t.Fatalf("%d findings became %d", s.Len(), again.Len())
		}
	})
}
