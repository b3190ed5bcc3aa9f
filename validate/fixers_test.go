package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFixersOfOthers: what Fix promises holds whatever a Fixer does.
func TestFixersOfOthers(t *testing.T) {
	// Fixes that also write at the end of the body, where they touch: one in a round.
	atEnd := func(pairs ...string) Fixer {
		return func(body []byte, d Diagnostic) (Fix, bool) {
			fix, ok := replacing(pairs...)(body, d)
			fix.Edits = append(fix.Edits, Edit{len(body), len(body), " "})
			return fix, ok
		}
	}
	ofX := func(fix Fixer) Option { return fixersOf(map[string]Fixer{"/x": fix}) }
	create := func(members string) string { return `{` + members + `"message":{` + hello + `}}` }
	large := padding(ordinaryBodySize)
	for _, test := range []struct {
		name, body string
		kind       Kind
		opts       []Option
		want       string
		n          int
	}{
		{name: "white space before a body in which a member is missing", body: `{"x":1, "to":["+12052535597"]}`, kind: KindMessagesCreate,
			opts: []Option{ofX(replacing(`{"x":1, `, ` {`))},
			want: ` {"to":["+12052535597"]}`, n: 1},
		{name: "two missing members, one after the other", body: create(""), kind: KindChatsCreate,
			opts: []Option{WithFixer("field-required", func(_ []byte, d Diagnostic) (Fix, bool) {
				text := `"from":"+12052535597",`
				if strings.Contains(d.Message, `"to"`) {
					text = `"to":["+12052535598"],`
				}
				return Fix{Edits: []Edit{{1, 1, text}}}, true
			})},
			want: create(`"from":"+12052535597","to":["+12052535598"],`), n: 2},
		{name: "a body that is written anew is not written again", body: `{"to":["+12052535597"]}`, kind: KindMessagesCreate,
			opts: []Option{WithFixer("field-required", func(body []byte, _ Diagnostic) (Fix, bool) {
				return Fix{Edits: []Edit{{0, len(body), " " + string(body)}}}, true
			})},
			want: ` {"to":["+12052535597"]}`, n: 1},
		{name: "a body that is too large", body: ready + large, kind: KindChatsMessagesSend,
			opts: []Option{WithFixer("body-size", func(body []byte, _ Diagnostic) (Fix, bool) {
				return Fix{Edits: []Edit{{len(ready), len(body), ""}}}, true
			})},
			want: ready, n: 1},
		{name: "a fix in a body that stays too large", body: helloWith(`"effect":null`) + large, kind: KindChatsMessagesSend,
			opts: []Option{WithSeverity("body-size", SeverityError)},
			want: contentOf(`"parts":[{"type":"text","value":"Hello"}]`) + large, n: 1},
		{name: "an error in what is written for a value is not that of the value", body: `{"x":1, "message":{` + hello + `,"effect":5}}`,
			opts: []Option{ofX(replacing("5", `{"name":6}`))},
			want: `{"x":1, "message":{` + hello + `,"effect":5}}`},
		{name: "nor is one in what is written for two values that of the first", body: create(`"x":1, "to":["nonsense","+12"],`),
			opts: []Option{ofX(replacing(`"nonsense","+12"`, `"rubbish"`))},
			want: create(`"x":1, "to":["nonsense","+12"],`)},
		{name: "a wrong value for a wrong value", body: create(`"x":1, "to":["nonsense","+12"],`),
			opts: []Option{ofX(replacing(`"x":1, `, "", `"nonsense"`, `"rubbish"`))},
			want: create(`"to":["rubbish","+12"],`), n: 1},
		{name: "a wrong value where there was none", body: create(`"x":1, "to":[],`), kind: KindMessagesCreate,
			opts: []Option{ofX(replacing(`"to":[`, `"to":["nonsense"`))},
			want: create(`"x":1, "to":[],`)},
		{name: "two errors by one fix", body: create(`"x":1, "y":1, "z":1, "to":["+12"],`),
			opts: []Option{fixersOf(map[string]Fixer{
				"/x": replacing(`"+12"`, `"+12","nonsense","rubbish"`), "/y": replacing(`"y":1, `, " "), "/z": replacing(`"z":1, `, " "),
			})},
			want: create(`"x":1,   "to":["+12"],`), n: 2},
		{name: "next to an error that another fix brings in", body: `{"x":1, "y":1, "to":["+12","+13"],"message":{"parts":[{"type":"text","value":"Hello Kevin","mention":"+12"}]}}`,
			opts: []Option{WithSeverity("mention-direct", SeverityError), WithSeverity("to-duplicate", SeverityOff), fixersOf(map[string]Fixer{
				"/x": replacing(`"+13"`, `"+12"`), "/y": replacing(`"y":1, `, "", `"mention"`, ` "mention"`),
			})},
			want: `{"x":1, "to":["+12","+13"],"message":{"parts":[{"type":"text","value":"Hello Kevin", "mention":"+12"}]}}`, n: 1},
		{name: "a bad fix holds up none that comes first later", body: create(`"x":1, "y":1, "z":1, "to":["+12"],`),
			opts: []Option{fixersOf(map[string]Fixer{
				"/x": atEnd(`"+12"`, `"nonsense"`), "/y": atEnd(`"x":1, "y":1, `, ""), "/z": atEnd(`"z":1, `, ""),
			})},
			want: create(`"to":["+12"],`) + "  ", n: 2},
		{name: "a broken body of no kind", body: `{"a":1,}`,
			opts: []Option{WithFixer("kind-unknown", replacing("1", "2"))},
			want: `{"a":1,}`},
		{name: "a body of no kind", body: `{"a":1}`,
			opts: []Option{WithFixer("kind-unknown", replacing(`"a":1`, ready[1:len(ready)-1]))},
			want: ready, n: 1},
		{name: "a body that is not an object", body: `[` + ready + `]`, kind: KindChatsMessagesSend,
			opts: []Option{WithFixer("json-syntax", replacing(`[{"m`, `{"m`, `}]}}]`, `}]}}`))},
			want: ready, n: 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			fixed, n, rest := New(append(test.opts, WithKind(test.kind))...).Fix([]byte(test.body), FixAll)
			require.Equal(t, abbreviated(test.want), abbreviated(string(fixed)))
			require.Len(t, fixed, len(test.want))
			require.Equal(t, test.n, n)
			require.False(t, rest.Unfinished)
		})
	}
}
