// Package scan_test compares internal/scan with jsontext.
package scan_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/scan"
)

// FuzzScan compares what the scanner accepts with what jsontext accepts.
// jsontext rejects duplicate names unless told otherwise, and counts a lone
// surrogate as invalid UTF-8.
func FuzzScan(f *testing.F) {
	for _, s := range []string{
		`{}`, `[]`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ude00\ud83d"`, `{"a":1,"a":2}`, "\"\xff\"", `[1,]`, `01`, `1e400`, `NaN`, `1 2`, "\ufeff{}", "", "\x00",
	} {
		f.Add([]byte(s))
	}
	data, err := os.ReadFile("../../../testdata/corpus.jsonl")
	require.NoError(f, err)
	for line := range bytes.Lines(data) {
		if len(line) < 4000 {
			f.Add(bytes.Clone(line))
		}
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var v scan.View
		fault := v.Scan(body)
		valid := jsontext.Value(body).IsValid(jsontext.AllowDuplicateNames(true))
		if fault.Code == 0 && !valid && !v.LoneSurrogates {
			t.Fatalf("accepted, but jsontext rejects it")
		}
		if fault.Code != 0 && valid && fault.Code != scan.TooDeep {
			t.Fatalf("rejected (%+v), but jsontext accepts it", fault)
		}
	})
}
