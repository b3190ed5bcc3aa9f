package validate

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// row is a body with everything that it yields, notes left out unless opts ask
// for them.
type row struct {
	name string
	kind Kind // "" is detection
	body string
	want string // "rule /pointer" a problem, separated by "; ", in source order
	opts []Option
}

// run checks every row.
func run(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			report := New(append([]Option{WithKind(r.kind)}, r.opts...)...).JSON([]byte(r.body))
			require.Equal(t, r.want, found(report), "%s", abbreviated(r.body))
		})
	}
}

// found is a report in the words of a row.
func found(r Report) string {
	var out []string
	for _, d := range r.Diagnostics {
		out = append(out, strings.TrimSpace(d.Rule+" "+d.Pointer))
	}
	return strings.Join(out, "; ")
}

// abbreviated is a body as a failed test shows it.
func abbreviated(body string) string {
	if len(body) > 600 {
		return body[:600] + "…"
	}
	return body
}

// contentOf is a body of chats.messages.send with the members of its message.
func contentOf(members string) string { return `{"message":{` + members + `}}` }

// hello is the members of a message that every rule is content with.
const hello = `"parts":[{"type":"text","value":"Hello world"}]`

// rulesOf are the rules of a report, each once, in their order.
func rulesOf(r Report) []string {
	var out []string
	for _, d := range r.Diagnostics {
		if !slices.Contains(out, d.Rule) {
			out = append(out, d.Rule)
		}
	}
	return out
}

// createText is a body of messages.create with the recipients and one text part
// with further members.
func createText(to, member string) string {
	return `{"to":[` + to + `],"message":{"parts":[{"type":"text","value":"Hello Kevin",` + member + `}]}}`
}

// longerThanALink is as long as no link may be, in code points.
var longerThanALink = strings.Repeat("x", 2049)

func padding(n int) string { return strings.Repeat(" ", n) }
