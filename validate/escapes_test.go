package validate

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/scan"
)

// escaped is a body with every name and every string written in \u escapes,
// as some encoders do with all that is not ASCII.
func escaped(body string) string {
	var v scan.View
	if v.Scan([]byte(body)).Code != 0 {
		return body
	}
	var b strings.Builder
	at := 0
	for i, n := range v.Nodes {
		if n.Kind != scan.String || n.Flags&scan.LoneSurrogate != 0 {
			continue
		}
		b.WriteString(body[at:n.Start] + `"`)
		for _, unit := range utf16.Encode([]rune(v.Text(i))) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
		b.WriteByte('"')
		at = int(n.End)
	}
	return b.String() + body[at:]
}

// TestEscapesChangeNothing: what is reported, where by its pointer, and in
// which words, does not depend on how a string is written; and what is
// underlined decodes to the same.
func TestEscapesChangeNothing(t *testing.T) {
	check := func(name string, kind Kind, body string) {
		t.Run(name, func(t *testing.T) {
			v := New(WithKind(kind), WithNotes(), WithSeverity("body-size", SeverityOff))
			plain, other := v.JSON([]byte(body)), escaped(body)
			odd := v.JSON([]byte(other))
			require.Equal(t, found(plain), found(odd))
			for i, d := range odd.Diagnostics {
				was := plain.Diagnostics[i]
				require.Equal(t, was.Message, d.Message)
				require.Equal(t, was.Hint, d.Hint)
				before, after := body[was.Start.Offset:was.End.Offset], other[d.Start.Offset:d.End.Offset]
				if strings.HasPrefix(after, `\u`) { // a piece of a string
					before, after = `"`+before+`"`, `"`+after+`"`
				}
				if strings.HasPrefix(before, `"`) && d.Rule != "json-syntax" {
					var x, y string
					require.NoError(t, json.Unmarshal([]byte(before), &x), before)
					require.NoError(t, json.Unmarshal([]byte(after), &y), after)
					require.Equal(t, x, y)
				}
			}
			safe, n, _ := v.Fix([]byte(body), FixAll)
			oddSafe, m, _ := v.Fix([]byte(other), FixAll)
			if n == m { // a scheme in escapes is not rewritten
				require.JSONEq(t, string(safe), string(oddSafe))
			}
		})
	}
	for _, l := range readCorpus(t) {
		if json.Valid(l.bytes()) {
			check(l.Name, l.Kind, string(l.bytes()))
		}
	}
	for _, e := range RuleExamples {
		var value any // a number beyond float64 is JSON that Go does not read
		if len(e.Body) < 4000 && json.Unmarshal([]byte(e.Body), &value) == nil {
			check(e.Rule+" "+e.Title, e.Kind, e.Body)
		}
	}
}
