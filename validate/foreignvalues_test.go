package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestValuesOfOtherShapes: where another API writes a value shorter, the fix writes it
// as it is here; where that is a guess there is none.
func TestValuesOfOtherShapes(t *testing.T) {
	const create, send = KindMessagesCreate, KindChatsMessagesSend
	media := func(members string) string { return sendOf(`{"type":"media",` + members + `}`) }
	style := func(span string) string { return decorated("Hello", `{"range":`+span+`,"style":"bold"}`) }
	for _, test := range []struct {
		name             string
		kind             Kind
		body, rule, want string
	}{
		{"one recipient", create, `{"to":"+12","message":{` + hello + `}}`, "json-type", `{"to":["+12"],"message":{` + hello + `}}`},
		{"a recipient that is an object", create, `{"to":{},"message":{` + hello + `}}`, "json-type", ""},
		{"a message that is a text", send, `{"message":"Hi"}`, "json-type", sendOf(textOf("Hi"))},
		{"a message that is a number", send, `{"message":5}`, "json-type", ""},
		{"parts that are a text", send, `{"message":{"parts":"Hi"}}`, "json-type", sendOf(textOf("Hi"))},
		{"parts that are a part", send, `{"message":{"parts":` + textOf("Hi") + `}}`, "json-type", sendOf(textOf("Hi"))},
		{"parts that are a number", send, `{"message":{"parts":5}}`, "json-type", ""},
		{"a part that is a text", send, `{"message":{"parts":["Hi"]}}`, "json-type", sendOf(textOf("Hi"))},
		{"a part that is a number", send, `{"message":{"parts":[5]}}`, "json-type", ""},
		{"one decoration", send, sendOf(`{"type":"text","value":"Hi","text_decorations":{"range":[0,1],"style":"bold"}}`), "json-type", decorated("Hi", `{"range":[0,1],"style":"bold"}`)},
		{"a decoration that is a word", send, sendOf(`{"type":"text","value":"Hi","text_decorations":"bold"}`), "json-type", ""},
		{"one option", KindMessagesPollsAdd, `{"options":{"text":"a"}}`, "json-type", `{"options":[{"text":"a"}]}`},
		{"a reply to an id", send, helloWith(`"reply_to":"` + catID + `"`), "json-type", helloWith(`"reply_to":{"message_id":"` + catID + `"}`)},
		{"a reply to a number", send, helloWith(`"reply_to":5`), "json-type", ""},
		{"an effect by its name", send, helloWith(`"effect":"slam"`), "json-type", helloWith(`"effect":{"name":"slam","type":"bubble"}`)},
		{"an effect by nearly its name", send, helloWith(`"effect":"heart"`), "json-type", helloWith(`"effect":{"name":"hearts","type":"screen"}`)},
		{"an effect by another word", send, helloWith(`"effect":"nonsense"`), "json-type", ""},
		{"an effect that is a number", send, helloWith(`"effect":5`), "json-type", ""},
		{"a URL in an object", send, media(`"url":{"url":"https://example.com/a.jpg"}`), "json-type", mediaOf("https://example.com/a.jpg")},
		{"a number in an object", send, media(`"url":{"url":5}`), "json-type", ""},
		{"an object without a URL", send, media(`"url":{"uri":"https://example.com/a.jpg"}`), "json-type", ""},
		{"a list of URLs", send, media(`"url":["https://example.com/a.jpg"]`), "json-type", ""},
		{"a range by start and end", send, style(`{"start":1,"end":3}`), "json-type", style("[1,3]")},
		{"by offset and length", send, style(`{"offset":1,"length":3}`), "json-type", style("[1,4]")},
		{"by location and length", send, style(`{"location":0,"length":5}`), "json-type", style("[0,5]")},
		{"by start alone", send, style(`{"start":1}`), "json-type", ""},
		{"by offset alone", send, style(`{"offset":1}`), "json-type", ""},
		{"by length alone", send, style(`{"length":1}`), "json-type", ""},
		{"by words", send, style(`{"start":"1","end":"3"}`), "json-type", ""},
		{"a text", send, style(`"1,3"`), "json-type", ""},
		{"a start and an end, which are not a text", send, sendOf(`{"type":"text","value":{"start":0,"end":1}}`), "json-type", ""},

		{"a name that is nearly right", send, helloWith(`"efect":{"name":"slam","type":"bubble"}`), "field-unknown", helloWith(`"effect":{"name":"slam","type":"bubble"}`)},
		{"a name that is there already", send, helloWith(`"efect":{"name":"slam","type":"bubble"},"effect":{"name":"slam","type":"bubble"}`), "field-unknown", ""},
		{"a name of nothing", send, helloWith(`"color":"red"`), "field-unknown", ""},
		{"a type and its member", send, sendOf(`{"type":"image","src":"https://example.com/a.jpg"}`), "part-type", mediaOf("https://example.com/a.jpg")},
		{"a type and the text", send, sendOf(`{"type":"txt","text":"Hi"}`), "part-type", sendOf(textOf("Hi"))},
		{"a type and a member that is right", send, sendOf(`{"type":"image","url":"https://example.com/a.jpg"}`), "part-type", mediaOf("https://example.com/a.jpg")},
		{"a type with both", send, sendOf(`{"type":"image","src":"https://example.com/a.jpg","url":"https://example.com/b.jpg"}`), "part-type", sendOf(`{"type":"media","src":"https://example.com/a.jpg","url":"https://example.com/b.jpg"}`)},
		{"a type and a name that means another member in other parts", send, sendOf(`{"type":"links","href":"https://example.com"}`), "part-type", sendOf(`{"type":"link","value":"https://example.com"}`)},
		{"a type and a name that means a member of other parts", send, sendOf(`{"type":"image","text":"Hi"}`), "part-type", sendOf(`{"type":"media","text":"Hi"}`)},
		{"a type and its object", send, sendOf(`{"type":"image_url","image_url":{"url":"https://example.com/a.jpg"}}`), "part-type", mediaOf("https://example.com/a.jpg")},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, fixOf(t, test.kind, test.body, test.rule))
		})
	}
}

// TestRangesBesideTheirStyle: what gives the range in two members becomes one, in the
// place of the first.
func TestRangesBesideTheirStyle(t *testing.T) {
	for given, want := range map[string]string{
		`{"start":0,"end":2,"style":"bold"}`:                  `{"range":[0,2],"style":"bold"}`,
		`{"style":"bold","start":0,"end":2}`:                  `{"style":"bold","range":[0,2]}`,
		`{"start":0,"style":"bold","end":2}`:                  `{"range":[0,2],"style":"bold"}`,
		`{"length":2,"style":"bold","offset":1}`:              `{"range":[1,3],"style":"bold"}`,
		"{\n\"style\":\"bold\",\n\"start\":0 ,\n\"end\":2\n}": "{\n\"style\":\"bold\",\n\"range\":[0,2]\n}",
		`{"start":0,"style":"bold"}`:                          "",
		`{"start":0,"end":-2,"style":"bold"}`:                 "",
	} {
		if want != "" {
			want = decorated("Hello", want)
		}
		require.Equal(t, want, fixOf(t, KindChatsMessagesSend, decorated("Hello", given), "field-required"), given)
	}
}

// TestHintsAreShort: a hint shows at most 60 bytes of JSON, and whole code points.
func TestHintsAreShort(t *testing.T) {
	require.Equal(t, strings.Repeat("x", 60), short(strings.Repeat("x", 60)))
	require.Equal(t, strings.Repeat("x", 60)+"…", short(strings.Repeat("x", 61)))
	require.Equal(t, strings.Repeat("é", 30)+"…", short(strings.Repeat("é", 31)))
	require.Equal(t, "x"+strings.Repeat("é", 29)+"…", short("x"+strings.Repeat("é", 30)))
}

// TestPublicURL: a file that the API has already does not count.
func TestPublicURL(t *testing.T) {
	for text, want := range map[string]bool{
		"https://example.com/a.jpg": true, "https://linqapp.com.example/a.jpg": true, "nonsense": true, "": true,
		"https://example.com/a.jpg?X-Amz-Signature=ab": false, "https://cdn.linqapp.com/a.jpg": false,
	} {
		require.Equal(t, want, PublicURL(text), text)
	}
}

// TestOnlyHTTPBecomesHTTPS: the scheme of another kind of URL is not guessed.
func TestOnlyHTTPBecomesHTTPS(t *testing.T) {
	for url, want := range map[string]string{
		"http://example.com/a.jpg": "https://example.com/a.jpg", "HTTP://example.com/a.jpg": "https://example.com/a.jpg",
		"ftp://example.com/a.jpg": "", "example.com/a.jpg": "", "http://": "", "": "",
	} {
		if want != "" {
			want = mediaOf(want)
		}
		require.Equal(t, want, fixOf(t, KindChatsMessagesSend, mediaOf(url), "media-url"), url)
	}
}

// TestHintWithAnAssumedService: what the caller assumes cannot be left out of the body.
func TestHintWithAnAssumedService(t *testing.T) {
	const effect = `"effect":{"name":"slam","type":"bubble"}`
	for hint, report := range map[string]Report{
		"remove it, or say it in the text":         JSON([]byte(helloWith(effect)), WithService(ServiceSMS)),
		"remove preferred_service, or remove this": JSON([]byte(helloWith(`"preferred_service":"SMS",` + effect))),
	} {
		require.Equal(t, hint, report.Diagnostics[0].Hint)
	}
}

// TestWhatIsMissingIsNotRead: a member that is missing is not looked for elsewhere.
func TestWhatIsMissingIsNotRead(t *testing.T) {
	run(t, []row{
		{name: "a text part without its value, beside one with a placeholder", kind: KindChatsMessagesSend, body: sendOf(`{"type":"text"}`, `{"type":"media","url":"https://example.com/a.jpg"}`, textOf("Hi {{name}}")),
			want: "field-required /message/parts/0; text-template /message/parts/2/value", opts: []Option{WithNotes()}},
		{name: "parameters of a payment, beside a URL at the root", kind: KindChatsMessagesSend, body: `{"checkout_url":"https://linqapp.com/x","message":{"experience":{"name":"agentpay","action":"request_payment"}}}`,
			want: "field-unknown /checkout_url; experience-checkout /message/experience"},
		{name: "an update of a card without a known member", kind: KindMessagesUpdateAppCard, body: `{"layout":{"a":1}}`, want: "card-empty /layout; field-unknown /layout/a"},
	})
	for _, body := range []string{`{"layout":{"a":1}}`, `{"layout":{}}`} {
		require.Equal(t, Report{}, JSON([]byte(body), WithOnlyPayloads()), body)
	}
}

// TestWrittenByARule: what the fix of a rule wrote elsewhere is not changed by the same
// rule, not even where it wrote just that value.
func TestWrittenByARule(t *testing.T) {
	add := func(body []byte, d Diagnostic) (Fix, bool) {
		at := strings.LastIndex(string(body), `]`)
		return Fix{Title: "another", Edits: []Edit{{at, at, `,{"type":"media","url":"https://a.example.com/a.jpg"},{"type":"text","value":`}, {at, at, `"**x**"`}, {at, at, `}`}}}, true
	}
	fixed, n, _ := New(WithNotes(), WithFixer("text-markdown", add)).Fix([]byte(contentOf(`"parts":[{"type":"text","value":"**a** and more"}]`)), FixAll)
	require.Equal(t, 1, n)
	require.Equal(t, 1, strings.Count(string(fixed), "**x**"))
}
