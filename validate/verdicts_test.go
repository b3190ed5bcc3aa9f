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
		{name: "a decoration of a text that is missing, behind an emoji", kind: send, body: sendOf(textOf("🎉"), `{"type":"media","attachment_id":"`+catID+`"}`, `{"type":"text","text_decorations":[{"range":[0,1],"style":"bold"}]}`),
			want: "field-required /message/parts/2"},
		{name: "names twice in a part whose type is a number", kind: send, body: sendOf(`{"type":5,"x":1,"x":2}`), want: "json-type /message/parts/0/type; json-duplicate-key /message/parts/0/x"},
		{name: "an @ at the start, and a range without a mention", kind: send, body: sendOf(`{"type":"text","value":"@Kim","mention_range":[0,4]}`), want: "mention-range /message/parts/0/mention_range"},
		{name: "a content type without a filename", kind: KindAttachmentsCreate, body: `{"content_type":"image/jpeg","size_bytes":1}`, want: "field-required"},
		{name: "an image URL with white space around it, which is none", kind: KindChatsBackgroundSet, body: `{"type":"photo","image_url":" nonsense "}`, want: "string-whitespace /image_url"},
		{name: "names twice in a part without a type", kind: send, body: sendOf(`{"x":1,"x":2}`), want: "field-required /message/parts/0; json-duplicate-key /message/parts/0/x"},
		{name: "an @ at the start without a mention", kind: send, body: sendOf(textOf("@Kim")), want: ""},
	})
}

// TestEditsOfAPart: a member of another API whose value is right is only renamed.
func TestEditsOfAPart(t *testing.T) {
	body := sendOf(`{"type":"image","src":"https://example.com/a.jpg"}`)
	require.Len(t, firstOfRule(t, JSON([]byte(body)), "part-type").Fixes[0].Edits, 2)
}

// TestSchemeInEscapes: what is not written plainly has no fix, not even an empty one.
func TestSchemeInEscapes(t *testing.T) {
	require.Empty(t, firstOfRule(t, JSON([]byte(mediaOf(`\u0068ttp://example.com/a.jpg`))), "media-url").Fixes)
}

// TestIsTeamID: ten capitals and digits.
func TestIsTeamID(t *testing.T) {
	for s, want := range map[string]bool{"AZ09ZA90AZ": true, "AZ09ZA90A": false, "AZ09ZA90AZ0": false, "@Z09ZA90AZ": false, "[Z09ZA90AZ": false, "AZ/9ZA90AZ": false, "AZ:9ZA90AZ": false, "az09za90az": false, "": false} {
		require.Equal(t, want, isTeamID(s), s)
	}
}

// TestFirstTemplate: marks with nothing between them are not one.
func TestFirstTemplate(t *testing.T) {
	for text, want := range map[string]string{"{{}} {{name}}": "{{name}}", "{{1}} ${name}": "${name}", "{{a}}{{b}}": "{{a}}", "<%= x %>": "<%= x %>", "{{\n}} {{x}}": "{{x}}", "{{": "", "{{}}": "", "${}": ""} {
		start, end, ok := firstTemplate(text)
		require.Equal(t, want != "", ok, text)
		if ok {
			require.Equal(t, want, text[start:end])
		}
	}
}

// TestPercentDecoded: two hexadecimal digits behind a percent sign, and nothing else.
func TestPercentDecoded(t *testing.T) {
	for s, want := range map[string]string{"%41%4a%4A": "AJJ", "%09%90": "\t\x90", "%2": "%2", "%": "%", "%%41": "%A", "%zz": "%zz", "%4z": "%4z", "%z4": "%z4", "a%2Fb": "a/b", "%41": "A", "": ""} {
		require.Equal(t, want, percentDecoded(s), s)
	}
}

// TestLargeObject: members are found among very many as among a few.
func TestLargeObject(t *testing.T) {
	many := ""
	for i := range 100 {
		many += `"x` + itoa(i) + `":0,`
	}
	for members, fixes := range map[string]int{`"reaction":"love"`: 1, `"reaction":"love","type":"like"`: 0, `"type":"like","reaction":"love","tipe":"love"`: 0} {
		report := JSON([]byte(`{"operation":"add",`+many+members+`}`), WithKind(KindMessagesReact))
		for _, d := range report.Diagnostics[len(report.Diagnostics)-1:] {
			require.Equal(t, "field-unknown", d.Rule)
			require.Len(t, d.Fixes, fixes, members)
		}
	}
}

// TestHintOfAnAddress: RCS needs a number, and the hint says how one is written.
func TestHintOfAnAddress(t *testing.T) {
	for address, want := range map[string]string{"kevin@example.com": "RCS reaches phone numbers only", "4155550123": "a number starts with + and the country code: +14155559876"} {
		report := JSON([]byte(`{"address":"`+address+`"}`), WithKind(KindCapabilityCheckRCS))
		require.Equal(t, want, firstOfRule(t, report, "member-handle").Hint)
	}
}

// invalidValue is a value that does not marshal since it is invalid itself.
type invalidValue struct{}

func (invalidValue) MarshalJSON() ([]byte, error) { return nil, JSON([]byte(`{}`)).Err() }

// TestValueThatIsInvalid: its report is the answer, and not an error.
func TestValueThatIsInvalid(t *testing.T) {
	report, err := New().Value(invalidValue{})
	require.NoError(t, err)
	require.Equal(t, "kind-unknown", found(report))
}

// TestAddressesWithAPrefix: the fix writes an email address only where one is accepted.
func TestAddressesWithAPrefix(t *testing.T) {
	mention := func(handle string) string { return createText(`"+12","+13"`, `"mention":"`+handle+`"`) }
	require.Equal(t, mention("kim@example.com"), fixOf(t, KindMessagesCreate, mention("mailto:kim@example.com"), "mention-handle"))
	require.Equal(t, createOf(`"kim@example.com"`), fixOf(t, KindMessagesCreate, createOf(`"mailto:kim@example.com"`), "to-handle"))
	require.Empty(t, fixOf(t, KindChatsCreate, `{"from":"mailto:kim@example.com","to":["+12"],"message":{`+hello+`}}`, "from-phone"))
}

// TestFaultyBytes: all bytes of what is not UTF-8 are underlined.
func TestFaultyBytes(t *testing.T) {
	for faulty, bytes := range map[string]int{"\xc0\x80": 2, "\xe0\x80\x80": 3, "\x80\x80": 1, "\xffa": 1} {
		d := JSON([]byte(`{"a":"` + faulty + `"}`)).Diagnostics[0]
		require.Equal(t, []int{6, 6 + bytes}, []int{d.Start.Offset, d.End.Offset}, "%q", faulty)
	}
}

// TestLargeBodyBehindAComment: its size is reported at its first byte.
func TestLargeBodyBehindAComment(t *testing.T) {
	d := firstOfRule(t, JSON([]byte("/* x */"+padded(ordinaryBodySize+1)), WithNotes()), "body-size")
	require.Equal(t, []int{0, 1}, []int{d.Start.Offset, d.End.Offset})
}

// TestKeycaps: those of the digits and of two signs.
func TestKeycaps(t *testing.T) {
	for first, want := range map[string]bool{"0": true, "9": true, "#": true, "*": true, "/": false, ":": false, "a": false} {
		require.Equal(t, want, isEmoji(first+"\ufe0f\u20e3"), first)
	}
}

// TestKeyOutside: only messages.create lists the key without saying where it goes.
func TestKeyOutside(t *testing.T) {
	listed := JSON([]byte(`{"to":["+12"],"idempotency_key":"k","message":{` + hello + `}}`))
	outside := JSON([]byte(`{"from":"+13","to":["+12"],"idempotency_key":"k","message":{` + hello + `}}`))
	require.NotEmpty(t, firstOfRule(t, listed, "field-misplaced").Hint)
	require.Empty(t, firstOfRule(t, outside, "field-misplaced").Hint)
}

// TestNoResponse: members that a response has, and that a request can have too.
func TestNoResponse(t *testing.T) {
	for _, body := range []string{`{"id":"x","reactions":[]}`, `{"chat_id":"c","id":"m"}`, `{"chat_id":"c","is_read":true}`} {
		require.Empty(t, JSON([]byte(body)).Response, body)
	}
	require.Equal(t, "a response", JSON([]byte(`{"id":"x","reactions":[],"is_read":true}`)).Response)
}

// TestWhatIsLeftOut: an error tells of problems beyond the maximum.
func TestWhatIsLeftOut(t *testing.T) {
	body := []byte(sendOf(`{"type":"gif"}`, `{"type":"gif"}`, `{"type":"gif"}`))
	for max, more := range map[int]string{1: ", and 2 more problems", 2: ", and 2 more problems", 3: ", and 2 more errors"} {
		require.ErrorContains(t, JSON(body, WithMaxDiagnostics(max)).Err(), "(part-type)"+more)
	}
	require.ErrorContains(t, JSON([]byte(sendOf(`{"type":"gif"}`, `{"type":"gif"}`)), WithMaxDiagnostics(1)).Err(), "(part-type), and 1 more problem")
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
		{"a message of a language model with a sender and without recipients", "", `{"role":"user","content":"Hi","from":"+12052535597"}`, "kind-unknown"},
		{"a request of Sendblue without recipients", "", `{"numbers":[],"content":"Hi"}`, "kind-unknown"},
		{"a request of Sendblue to a number without its country", "", `{"number":"4155550123","content":"Hi"}`, "kind-unknown"},
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

// TestSpaceOfAJoin: what is put into the first text is written as that is.
func TestSpaceOfAJoin(t *testing.T) {
	const bold = `{"range":[0,1],"style":"bold"}`
	second := `{"type":"text","value":"b","text_decorations":[` + bold + `]}`
	for first, want := range map[string]string{
		"{\n\"type\": \"text\",\n\"value\": \"a\"\n}":                                      "{\n\"type\": \"text\",\n\"value\": \"a\\nb\",\n\"text_decorations\": [{\"range\":[2,3],\"style\":\"bold\"}]\n}",
		"{\"text_decorations\": [\n\t" + bold + "\n], \"type\":\"text\", \"value\":\"a\"}": "{\"text_decorations\": [\n\t" + bold + ",\n\t{\"range\":[2,3],\"style\":\"bold\"}\n], \"type\":\"text\", \"value\":\"a\\nb\"}",
	} {
		require.Equal(t, sendOf(want), fixOf(t, KindChatsMessagesSend, sendOf(first, second), "parts-consecutive-text"))
	}
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
	var v scan.View
	require.Zero(t, v.Scan([]byte(`{"role":"user","parts":[{"type":"text","value":"Hi"}]}`)).Code)
	require.False(t, looksLikePayload(&v, KindMessage), "a message of a language model")
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
		`{"operation":"add","reaction":"love"}`:   {{19, 29, `"type"`}},
		`{"operation":"add","reaction":"like"}`:   {{19, 29, `"type"`}},
		`{"operation":"add","reaction":"lobe"}`:   {{19, 29, `"type"`}, {30, 36, `"love"`}},
		`{"operation":"add","reaction":"zzzz"}`:   {{19, 29, `"type"`}},
		`{"operation":"add","reaction":"unlike"}`: {{19, 29, `"type"`}},
		`{"operation":"add","reaction":"haha"}`:   {{19, 29, `"type"`}, {30, 36, `"laugh"`}},
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
