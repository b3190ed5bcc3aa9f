package scan

import (
	"bytes"
	"encoding/json"
	"math/big"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// seeds are texts that a scanner gets wrong.
var seeds = []string{
	`{}`, `[]`, ` {"a" : [1, -0, 0.5, 1e9, 1E-2, true, false, null, "x"] } `, `"\ud83d\ude00"`, `"\ud83d"`, `"\ude00\ud83d"`, `"\ud83dx"`, `"\u0000"`,
	`{"a":1,"a":2}`, `{"":0}`, `{"\u0061":1,"a":2}`, "\"\xff\"", "\"a\nb\"", `"\x"`, `"\u12"`, `"`, `{`, `[1,]`, `{"a":1,}`, `{,}`, `[,]`, `{"a"}`, `{"a":}`,
	`{"a" 1}`, `01`, `1.`, `.5`, `+1`, `-`, `1e`, `1e+`, `--1`, `NaN`, `nul`, `nulll`, `truefalse`, `1 2`, `{}{}`, `// x` + "\n{}", `{'a':1}`, "\ufeff{}", "", " ", "\x00",
	`[[[[[[[[[[]]]]]]]]]]`, strings.Repeat("[", 64) + strings.Repeat("]", 64), strings.Repeat("[", 65) + strings.Repeat("]", 65), `]`, `}`, `{]`, `[}`, `{"a":[}`,
	`99999999999999999999`, `-9223372036854775808`, `9223372036854775808`, `1.0`, `10e-1`, `1e400`, `0e99999999999`, "\"\u2028\u2029\"", `"\/\b\f\n\r\t\"\\"`,
}

func addSeeds(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	data, err := os.ReadFile("../../testdata/corpus.jsonl")
	require.NoError(f, err)
	for line := range bytes.Lines(data) {
		if len(line) < 4000 {
			f.Add(bytes.Clone(line))
		}
	}
}

// ours are the faults that the oracle does not know, each with its reason.
func ours(f Fault) bool {
	switch f.Code {
	case TooDeep: // our limit
	case BOM: // encoding/json also refuses it, as an unexpected byte
	case Encoding: // encoding/json replaces what is not UTF-8
	default:
		return false
	}
	return true
}

// FuzzScan compares the scanner with encoding/json: what is accepted, and what
// every value then is. internal/oracle compares it with jsontext.
func FuzzScan(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		var v View
		fault := v.Scan(body)
		if fault.Offset < 0 || fault.Offset > len(body) {
			t.Fatalf("fault at %d of %d bytes", fault.Offset, len(body))
		}
		message, _ := fault.Explain(body)
		if (fault.Code == 0) != (message == "") {
			t.Fatalf("fault %d says %q", fault.Code, message)
		}
		if got, want := fault.Code == 0, json.Valid(body); got != want && !ours(fault) {
			t.Fatalf("accepts: %v, encoding/json: %v, fault %+v", got, want, fault)
		}
		if fault.Code != 0 {
			return
		}
		checkShape(t, &v, body)
		var want any
		dec := json.NewDecoder(bytes.NewReader(body))
		dec.UseNumber()
		require.NoError(t, dec.Decode(&want))
		compare(t, &v, 0, want)
	})
}

// checkShape checks what the nodes promise: spans that nest and are in order.
func checkShape(t *testing.T, v *View, body []byte) {
	for i, n := range v.Nodes {
		if n.Start >= n.End || int(n.End) > len(body) || int(n.Next) <= i || int(n.Next) > len(v.Nodes) {
			t.Fatalf("node %d is %+v of %d", i, n, len(v.Nodes))
		}
		if i > 0 && n.Start < v.Nodes[i-1].Start {
			t.Fatalf("node %d starts before node %d", i, i-1)
		}
		for k := i + 1; k < int(n.Next); k++ {
			if v.Nodes[k].Start <= n.Start || v.Nodes[k].End >= n.End {
				t.Fatalf("node %d is not inside of %d", k, i)
			}
		}
	}
}

// compare compares node i with what encoding/json made of it.
func compare(t *testing.T, v *View, i int, want any) {
	n := v.Nodes[i]
	switch want := want.(type) {
	case nil:
		require.Equal(t, Null, n.Kind)
	case bool:
		require.Equal(t, want, n.Kind == True)
	case string:
		require.Equal(t, want, v.Text(i))
		checkSource(t, v, i)
	case json.Number:
		require.Equal(t, want.String(), v.Raw(i))
		compareInt(t, v, i)
	case []any:
		require.Equal(t, Array, n.Kind)
		k := i + 1
		for _, w := range want {
			compare(t, v, k, w)
			k = int(v.Nodes[k].Next)
		}
		require.Equal(t, int(n.Next), k)
	case map[string]any:
		require.Equal(t, Object, n.Kind)
		last := map[string]int{}
		for k := i + 1; k < int(n.Next); k = int(v.Nodes[k+1].Next) {
			last[v.Text(k)] = k + 1
		}
		require.Len(t, last, len(want))
		for name, w := range want {
			require.Contains(t, last, name)
			compare(t, v, last[name], w) // of a duplicate the last counts there too
		}
	}
}

// checkSource checks SourceOffset: every code point of the value has its place,
// in order and within the quotes.
func checkSource(t *testing.T, v *View, i int) {
	text, last := v.Text(i), int(v.Nodes[i].Start)
	for off := 0; off <= len(text); {
		at := v.SourceOffset(i, off)
		if at <= last || at >= int(v.Nodes[i].End) {
			t.Fatalf("offset %d of %q is at %d, after %d", off, text, at, last)
		}
		last = at
		_, size := utf8.DecodeRuneInString(text[off:])
		off += max(size, 1)
	}
}

// compareInt compares Int with math/big.
func compareInt(t *testing.T, v *View, i int) {
	raw := v.Raw(i)
	got, exact := v.Int(i)
	if e := strings.IndexAny(raw, "eE"); e >= 0 && len(raw)-e > 5 {
		return // beyond what big makes in reasonable time; Int says no unless the mantissa is 0
	}
	want, ok := new(big.Rat).SetString(raw)
	require.True(t, ok, raw)
	require.Equal(t, want.IsInt() && want.Num().IsInt64(), exact, raw)
	if exact {
		require.Equal(t, want.Num().Int64(), got, raw)
	}
}
