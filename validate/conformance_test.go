package validate

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestConformance runs the suite of testdata/conformance over the library. Rule
// and pointer are compared as a multiset, and whether there is an error.
func TestConformance(t *testing.T) {
	files, err := filepath.Glob("../testdata/conformance/*.jsonl")
	require.NoError(t, err)
	require.Len(t, files, 3)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		first, rest, _ := bytes.Cut(data, []byte("\n"))
		var header struct{ Conformance, Bodies int }
		require.NoError(t, json.Unmarshal(first, &header))
		require.Equal(t, 1, header.Conformance, "the version that this test reads")
		require.Equal(t, header.Bodies, bytes.Count(rest, []byte("\n")), file)
		for line := range bytes.Lines(rest) {
			conforms(t, line)
		}
	}
}

// conforms checks one body of the suite.
func conforms(t *testing.T, line []byte) {
	var b struct {
		Name          string
		Kind          Kind
		Detect, Notes bool
		NewChat       bool `json:"new_chat"`
		Body          *string
		Base64        []byte `json:"body_base64"`
		Expect        []struct{ Rule, Pointer string }
		Rejected      bool
	}
	require.NoError(t, json.Unmarshal(line, &b))
	opts := []Option{}
	for _, o := range []struct {
		set bool
		opt Option
	}{{!b.Detect, WithKind(b.Kind)}, {b.Notes, WithNotes()}, {b.NewChat, WithNewChat()}} {
		if o.set {
			opts = append(opts, o.opt)
		}
	}
	body := b.Base64
	if b.Body != nil {
		body = []byte(*b.Body)
	}
	report := JSON(body, opts...)
	require.Equal(t, b.Kind, report.Kind, b.Name)
	require.Equal(t, b.Rejected, !report.OK(), b.Name)
	want, got := []string{}, []string{}
	for _, e := range b.Expect {
		want = append(want, e.Rule+" "+e.Pointer)
	}
	for _, d := range report.Diagnostics {
		got = append(got, d.Rule+" "+d.Pointer)
	}
	slices.Sort(want)
	slices.Sort(got)
	require.Equal(t, want, got, b.Name)
}
