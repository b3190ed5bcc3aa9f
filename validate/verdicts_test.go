package validate

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// paymentOf is a request for a payment with the given parameters.
func paymentOf(params string) string {
	return contentOf(`"experience":{"name":"agentpay","action":"request_payment","params":` + params + `}`)
}

// firstOfRule is the first diagnostic of a rule; there must be one.
func firstOfRule(t *testing.T, r Report, rule string) Diagnostic {
	t.Helper()
	i := slices.IndexFunc(r.Diagnostics, func(d Diagnostic) bool { return d.Rule == rule })
	require.GreaterOrEqual(t, i, 0, "%s is not reported, only %s", rule, found(r))
	return r.Diagnostics[i]
}

// TestVerdicts: one body for each verdict that depends on a single detail.
func TestVerdicts(t *testing.T) {
	const send = KindChatsMessagesSend
	run(t, []row{
		{name: "a checkout_url that is a number", kind: send, body: paymentOf(`{"checkout_url":5}`), want: "experience-checkout /message/experience/params/checkout_url"},
		{name: "a name twice in a member of another part", kind: send, body: sendOf(`{"type":"text","value":"x","url":{"a":1,"a":2}}`),
			want: "field-misplaced /message/parts/0/url; json-duplicate-key /message/parts/0/url/a"},
	})
}

// TestNothingIsNil: a report without diagnostics is the same whichever way the check
// went.
func TestNothingIsNil(t *testing.T) {
	require.Equal(t, Report{}, JSON([]byte(`{}`), WithSeverity("kind-unknown", SeverityOff)))
	require.Equal(t, Report{Kind: KindChatsMessagesSend}, JSON([]byte(ready)))
}

// TestEditsOfARename: a value that is right is left alone when its member is renamed.
func TestEditsOfARename(t *testing.T) {
	for body, want := range map[string][]Edit{
		`{"operation":"add","reaction":"love"}`: {{19, 29, `"type"`}},
		`{"operation":"add","reaction":"like"}`: {{19, 29, `"type"`}},
		`{"operation":"add","reaction":"haha"}`: {{19, 29, `"type"`}, {30, 36, `"laugh"`}},
	} {
		require.Equal(t, want, firstOfRule(t, JSON([]byte(body), WithKind(KindMessagesReact)), "field-unknown").Fixes[0].Edits, body)
	}
}

// TestNoOtherAPIBesideOurContent: parts or an experience at the root are ours, whatever
// another API's names are beside them.
func TestNoOtherAPIBesideOurContent(t *testing.T) {
	for member, foreign := range map[string]bool{`"x":1`: true, `"parts":[]`: false, `"experience":{}`: false} {
		body := `{"to":"+14155550123","body":"Hi",` + member + `}`
		hint := firstOfRule(t, JSON([]byte(body)), "field-required").Hint
		require.Equal(t, foreign, strings.HasPrefix(hint, "this looks like a request of"), "%s: %s", body, hint)
	}
}
