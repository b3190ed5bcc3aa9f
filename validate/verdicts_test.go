package validate

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
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
		{name: "a mention's range whose ends are the wrong way round", kind: send, body: sendOf(`{"type":"text","value":"Hi @Kim","mention":"+12025550101","mention_range":[3,0]}`),
			want: "mention-range /message/parts/0/mention_range"},
	})
}

// TestNoFix: what a fix could only guess has none.
func TestNoFix(t *testing.T) {
	stickers := func(n int) string {
		return `{"type":"text","value":"` + strings.Repeat("x", n) + `","inline_stickers":[` + times(n, `{"range":[0,1],"attachment_id":"`+catID+`"}`) + `]}`
	}
	bold := func(span string) string {
		return `{"type":"text","value":"ab","text_decorations":[{"range":` + span + `,"style":"bold"}]}`
	}
	for _, test := range []struct {
		name       string
		kind       Kind
		body, rule string
	}{
		{"a missing value beside a start and an end", KindChatsMessagesSend, sendOf(`{"type":"text","start":0,"end":1}`), "field-required"},
		{"texts whose stickers are too many for one", KindChatsMessagesSend, sendOf(stickers(api.MaxStickers), stickers(1)), "parts-consecutive-text"},
		{"a text whose decoration ends within a code unit", KindChatsMessagesSend, sendOf(textOf("a"), bold("[0,1.5]")), "parts-consecutive-text"},
		{"a request of Twilio from a line, where the API chooses the line", KindMessagesCreate, `{"To":"+14155550123","From":"+12052535597","Body":"Hi"}`, "field-required"},
		{"a request of Twilio without a text", "", `{"To":"+14155550123","MediaUrl":[]}`, "kind-unknown"},
		{"a request of Telnyx from a name", KindChatsCreate, `{"to":"+14155550123","from":"Acme","text":"Hi"}`, "field-required"},
	} {
		t.Run(test.name, func(t *testing.T) { require.Empty(t, fixOf(t, test.kind, test.body, test.rule)) })
	}
	require.NotEmpty(t, fixOf(t, KindChatsMessagesSend, sendOf(stickers(api.MaxStickers-1), stickers(1)), "parts-consecutive-text"), "as many as one part can have")
}

// TestEditsOfAJoin: new members of the first text are one edit, and are in the order of
// their names here.
func TestEditsOfAJoin(t *testing.T) {
	body := sendOf(textOf("a"), `{"type":"text","value":"b","inline_stickers":[{"range":[0,1],"attachment_id":"`+catID+`"}],"text_decorations":[{"range":[0,1],"style":"bold"}]}`)
	fix := firstOfRule(t, JSON([]byte(body), WithKind(KindChatsMessagesSend)), "parts-consecutive-text").Fixes[0]
	require.Len(t, fix.Edits, 3)
	require.Equal(t, `,"text_decorations":[{"range":[2,3],"style":"bold"}],"inline_stickers":[{"range":[2,3],"attachment_id":"`+catID+`"}]`, fix.Edits[1].Text)
}

// TestPlacesBehindAComment: what is checked is a copy without the comment, and every
// place and edit is one of the body.
func TestPlacesBehindAComment(t *testing.T) {
	const comment = "/* who it goes to */ "
	body := comment + `{"to":["+12","+12"],"message":{` + hello + `}}`
	report := JSON([]byte(body), WithKind(KindChatsCreate))
	repeated, missing := firstOfRule(t, report, "to-duplicate"), firstOfRule(t, report, "field-required")
	require.Equal(t, len(comment), missing.Start.Offset)
	first := strings.Index(body, `"+12"`)
	require.Equal(t, first, repeated.Related[0].Start.Offset)
	require.Equal(t, []Edit{{first + len(`"+12"`), first + len(`"+12","+12"`), ""}}, repeated.Fixes[0].Edits)
}

// TestOurShapesAtTheRoot: what is at the root is not taken for a member that is missing.
func TestOurShapesAtTheRoot(t *testing.T) {
	require.Empty(t, JSON([]byte(`{"chat_id":"c","id":"m"}`)).Response)
	require.Empty(t, JSON([]byte(`{"parts":[],"name":"a","action":"b"}`), WithOnlyPayloads()).Kind)
}

// TestHoldsMessage: a message under any name, at any place.
func TestHoldsMessage(t *testing.T) {
	for body, want := range map[string]bool{
		`{"mesage":` + sendOf(textOf("x"))[len(`{"message":`):]:             true,
		`{"a":1,"mesage":` + sendOf(textOf("x"))[len(`{"message":`):]:       true,
		`{"a":"b","c":[],"msg":` + sendOf(textOf("x"))[len(`{"message":`):]: true,
		`{"a":1,"mesage":{}}`: false,
		`{}`:                  false,
	} {
		var v scan.View
		require.Zero(t, v.Scan([]byte(body)).Code, body)
		require.Equal(t, want, holdsMessage(&v), body)
	}
}

// TestSmallWords: a noun with its number, and a path with its ids.
func TestSmallWords(t *testing.T) {
	require.Equal(t, []string{"0 digits", "1 digit", "2 digits"}, []string{plural(0, "digit"), plural(1, "digit"), plural(2, "digit")})
	require.Equal(t, "/v3/messages/a/reactions/b", KindMessagesUpdateStickerPlacement.Path("a", "b"))
	require.Equal(t, "/v3/messages/a/reactions/{reactionId}", KindMessagesUpdateStickerPlacement.Path("a"))
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
