package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// spot is a problem with its place: what it underlines, and where its pointer
// leads.
type spot struct{ rule, pointer, text string }

// TestPlaces has a row for each bullet of where a rule reports. The text is
// what is underlined.
func TestPlaces(t *testing.T) {
	const part = "/message/parts/0"
	for _, test := range []struct {
		name string
		kind Kind
		body string
		want []spot
	}{
		{"a wrong value: at the value", KindChatsMessagesSend, helloWith(`"preferred_service":"MMS"`), []spot{{"service-value", "/message/preferred_service", `"MMS"`}}},
		{"a wrong value in an array: at the element", KindMessagesCreate, createOf(`"+12"`, `"x"`), []spot{{"to-handle", "/to/1", `"x"`}}},
		{"a value of the wrong type: its brace, if it has one", KindChatsMessagesSend, `{"message":[1,2]}`, []spot{{"json-type", "/message", "["}}},
		{"a missing member: at the object's opening brace", KindChatsMessagesSend, sendOf(`{"type":"link"}`), []spot{{"field-required", part, "{"}}},
		{"one diagnostic a missing member", KindAttachmentsCreate, `{}`, []spot{{"field-required", "", "{"}, {"field-required", "", "{"}, {"field-required", "", "{"}}},
		{"a member that should not be there: at its key", KindChatsMessagesSend, helloWith(`"colors":"red"`), []spot{{"field-unknown", "/message/colors", `"colors"`}}},
		{"a null: at its key", KindChatsMessagesSend, helloWith(`"effect":null`), []spot{{"json-null", "/message/effect", `"effect"`}}},
		{"a member that is there twice: at the later key", KindChatsMessagesSend, helloWith(`"idempotency_key":"a","idempotency_key":"b"`), []spot{{"json-duplicate-key", "/message/idempotency_key", `"idempotency_key"`}}},
		{"a member of another part type: at its key", KindChatsMessagesSend, sendOf(`{"type":"text","value":"Hi","url":"x"}`), []spot{{"field-misplaced", part + "/url", `"url"`}}},

		{"a part of unknown type: nothing else of it", KindChatsMessagesSend, sendOf(`{"type":"gif","url":5,"colors":null}`), []spot{{"part-type", part + "/type", `"gif"`}}},
		{"a part without type", KindChatsMessagesSend, sendOf(`{"value":5}`), []spot{{"field-required", part, "{"}}},
		{"a part of unknown type is a neighbor", KindChatsMessagesSend, sendOf(textOf("a"), `{"type":"gif"}`, textOf("b")), []spot{{"part-type", "/message/parts/1/type", `"gif"`}}},
		{"and counts", KindChatsMessagesSend, sendOf(`{"type":"link","value":"https://example.com"}`, `{"type":"gif"}`), []spot{{"parts-link-alone", part, `{"type":"link","value":"https://example.com"}`}, {"part-type", "/message/parts/1/type", `"gif"`}}},

		{"media-source: at the object", KindChatsMessagesSend, sendOf(`{"type":"media"}`), []spot{{"media-source", part, `{"type":"media"}`}}},
		{"decoration-kind: at the object", KindChatsMessagesSend, decorated("Hi", `{"range":[0,1]}`), []spot{{"decoration-kind", part + "/text_decorations/0", `{"range":[0,1]}`}}},
		{"effect-mismatch: at the object", KindChatsMessagesSend, helloWith(`"effect":{"name":"slam","type":"screen"}`), []spot{{"effect-mismatch", "/message/effect", "{"}}},
		{"experience-alone: at the object", KindChatsMessagesSend, contentOf(hello + `,"experience":{"name":"a","action":"b"}`), []spot{{"experience-alone", "/message", "{"}}},
		{"card-update-both: at the object", KindMessagesUpdateAppCard, `{"layout":{"caption":"a"},"url":"https://example.com","experience":{"name":"a","action":"b"}}`, []spot{{"card-update-both", "", "{"}}},

		{"parts-consecutive-text: at the later part", KindChatsMessagesSend, sendOf(textOf("a"), textOf("b"), textOf("c")), []spot{{"parts-consecutive-text", "/message/parts/1", textOf("b")}, {"parts-consecutive-text", "/message/parts/2", textOf("c")}}},
		{"to-duplicate: at the later one", KindMessagesCreate, createOf(`"+12"`, `"+12"`), []spot{{"to-duplicate", "/to/1", `"+12"`}}},
		{"decoration-overlap: at the later range", KindChatsMessagesSend, decorated("Hello", `{"range":[0,4],"animation":"big"},{"range":[3,5],"style":"bold"}`), []spot{{"decoration-overlap", part + "/text_decorations/1/range", "[3,5]"}}},
		{"poll-option-duplicate: at the later option", KindMessagesPollsAdd, `{"options":[{"text":"a"},{"text":"a"}]}`, []spot{{"poll-option-duplicate", "/options/1", `{"text":"a"}`}}},

		{"parts-empty: at the array", KindChatsMessagesSend, `{"message":{"parts":[]}}`, []spot{{"parts-empty", "/message/parts", "["}}},
		{"to-empty: at the array", KindChatsCreate, `{"from":"+12","to":[],"message":{` + hello + `}}`, []spot{{"to-empty", "/to", "["}}},
		{"parts-app-alone: at that part", KindChatsMessagesSend, sendOf(`{"type":"media","url":"https://example.com/a.jpg"}`, `{"type":"app_clip","value":"https://linqapp.com/x"}`), []spot{{"parts-app-clip-alone", "/message/parts/1", `{"type":"app_clip","value":"https://linqapp.com/x"}`}}},
		{"card-empty: at layout", KindChatsMessagesSend, layoutOf(`{"caption":""}`), []spot{{"card-empty", part + "/layout", `{"caption":""}`}}},

		{"service-drops-effect: at effect", KindChatsMessagesSend, helloWith(`"preferred_service":"SMS","effect":{"name":"slam","type":"bubble"}`), []spot{{"service-drops-effect", "/message/effect", `"effect"`}}},
		{"service-drops-reply: at reply_to", KindChatsMessagesSend, helloWith(`"preferred_service":"RCS","reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000"}`), []spot{{"service-drops-reply", "/message/reply_to", `"reply_to"`}}},
		{"service-drops-decorations: at the array of each part", KindChatsMessagesSend, contentOf(`"preferred_service":"SMS","parts":[{"type":"text","value":"a","text_decorations":[{"range":[0,1],"style":"bold"},{"range":[0,1],"style":"italic"}]},{"type":"media","url":"https://example.com/a.jpg"},{"type":"text","value":"a","text_decorations":[{"range":[0,1],"style":"bold"}]}]`),
			[]spot{{"service-drops-decorations", part + "/text_decorations", `"text_decorations"`}, {"service-drops-decorations", "/message/parts/2/text_decorations", `"text_decorations"`}}},
		{"service-drops-mention: at mention", KindChatsMessagesSend, contentOf(`"preferred_service":"SMS","parts":[{"type":"text","value":"a","mention":"+12"}]`), []spot{{"service-drops-mention", part + "/mention", `"mention"`}}},
		{"service-drops-preview: at the link part", KindChatsMessagesSend, contentOf(`"preferred_service":"SMS","parts":[{"type":"link","value":"https://a.example"}]`), []spot{{"service-drops-preview", part, `{"type":"link","value":"https://a.example"}`}}},
		{"app-service: at preferred_service", KindChatsMessagesSend, contentOf(`"preferred_service":"SMS","experience":{"name":"a","action":"b"}`), []spot{{"app-service", "/message/preferred_service", `"SMS"`}}},
		{"app-clip-service: there too", KindChatsMessagesSend, contentOf(`"preferred_service":"RCS","parts":[{"type":"app_clip","value":"https://linqapp.com/x"}]`), []spot{{"app-clip-service", "/message/preferred_service", `"RCS"`}}},
		{"service-email: there too, once", KindMessagesCreate, `{"to":["a@b.cd","c@d.ef"],` + helloWith(`"preferred_service":"SMS"`)[1:], []spot{{"service-email", "/message/preferred_service", `"SMS"`}}},

		{"experience-recipient: at experience", KindMessagesCreate, `{"to":["+12","+13"],"message":{"experience":{"name":"a","action":"b"}}}`, []spot{{"experience-recipient", "/message/experience", `"experience"`}}},
		{"experience-params: at the param", KindChatsMessagesSend, contentOf(`"experience":{"name":"a","action":"b","params":{"a/b~c":[1],"n":null,"s":"x"}}`), []spot{{"experience-params", "/message/experience/params/a~1b~0c", `"a/b~c"`}}},
		{"attachment-type-mismatch: at the object", KindAttachmentsCreate, `{"filename":"a.png","content_type":"image/jpeg","size_bytes":1}`, []spot{{"attachment-type-mismatch", "", "{"}}},
		{"voicememo-source: at the object", KindChatsVoicememo, `{}`, []spot{{"voicememo-source", "", "{"}}},
		{"react-emoji: at the object", KindMessagesReact, `{"operation":"add","type":"custom"}`, []spot{{"react-emoji", "", "{"}}},
		{"an empty poll option: at its text", KindMessagesPollsAdd, `{"options":[{"text":""}]}`, []spot{{"poll-options", "/options/0/text", `""`}}},
		{"too few options: at the array", KindChatsPollsCreate, `{"poll":{"options":[{"text":"a"}]}}`, []spot{{"poll-options", "/poll/options", "["}}},

		{"first-message-link: at the link part", KindChatsCreate, firstOf(`{"type":"link","value":"https://a.example"}`), []spot{{"first-message-link", part, `{"type":"link","value":"https://a.example"}`}}},
		{"or at the value, the URL in it", KindChatsCreate, firstOf(textOf("see https://a.example, ok")), []spot{{"first-message-link", part + "/value", "https://a.example"}}},
		{"first-message-domain: the domain in it", KindChatsCreate, firstOf(textOf("see example.com, ok")), []spot{{"first-message-domain", part + "/value", "example.com"}}},
		{"first-message-effect: at effect and at reply_to", KindChatsCreate, `{"from":"+13","to":["+12"],` + helloWith(`"effect":{"name":"slam","type":"bubble"},"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000"}`)[1:],
			[]spot{{"first-message-effect", "/message/effect", `"effect"`}, {"first-message-effect", "/message/reply_to", `"reply_to"`}}},

		{"mention-at-sign: at mention_range if given", KindChatsMessagesSend, sendOf(`{"type":"text","value":"Hi @Kevin","mention":"+12","mention_range":[3,9]}`), []spot{{"mention-at-sign", part + "/mention_range", "[3,9]"}}},
		{"else at value", KindChatsMessagesSend, sendOf(`{"type":"text","value":"@Kevin","mention":"+12"}`), []spot{{"mention-at-sign", part + "/value", `"@Kevin"`}}},
		{"a range fault: at the range, not at the text part", KindChatsMessagesSend, decorated("Hi", `{"range":[0,3],"style":"bold"}`), []spot{{"decoration-range-bounds", part + "/text_decorations/0/range", "[0,3]"}}},
		{"an element of a range: at the element", KindChatsMessagesSend, decorated("Hi", `{"range":[0,1.5],"style":"bold"}`), []spot{{"json-type", part + "/text_decorations/0/range/1", "1.5"}}},
		{"effect-incomplete: once, at effect", KindChatsMessagesSend, helloWith(`"effect":{}`), []spot{{"effect-incomplete", "/message/effect", "{"}}},
		{"effect-legacy: at the member inside", KindChatsMessagesSend, helloWith(`"effect":{"bubble_effect":"slam"}`), []spot{{"effect-legacy", "/message/effect/bubble_effect", `"bubble_effect"`}}},

		{"json-syntax: at the fault, with no pointer", KindChatsMessagesSend, `{"message":{"parts":[{"type":"text","value":"a"},]}}`, []spot{{"json-syntax", "", "]"}}},
		{"of the repaired body: places of the body as it is", KindChatsMessagesSend, `{message:{'parts':[{“type”:"txt","valu":'Hi'} 5]}, // so
}`, []spot{{"json-syntax", "", "m"}, {"json-syntax", "", "'"}, {"part-type", "/message/parts/0/type", `"txt"`}, {"json-syntax", "", "5"}, {"json-type", "/message/parts/1", "5"}, {"json-syntax", "", "/"}, {"json-syntax", "", "}"}}},
		{"json-syntax at the end", KindChatsMessagesSend, `{"message":`, []spot{{"json-syntax", "", ""}}},
		{"json-encoding: at the byte", KindChatsMessagesSend, "{\"message\":\"\xff\"}", []spot{{"json-encoding", "", "\xff"}}},
		{"kind-unknown: at the opening brace", "", `  {"a":1}`, []spot{{"kind-unknown", "", "{"}}},
		{"a lone surrogate: at the value, or the name", KindChatsMessagesSend, helloWith(`"a\ud83d":1,"idempotency_key":"\udc00"`), []spot{{"field-unknown", "/message/a\ufffd", `"a\ud83d"`}, {"json-lone-surrogate", "/message/a\ufffd", `"a\ud83d"`}, {"json-lone-surrogate", "/message/idempotency_key", `"\udc00"`}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []spot
			for _, d := range New(WithKind(test.kind)).JSON([]byte(test.body)).Diagnostics {
				got = append(got, spot{d.Rule, d.Pointer, test.body[d.Start.Offset:d.End.Offset]})
			}
			require.Equal(t, test.want, got)
		})
	}
}

// TestRelatedPlaces: where two places are in conflict, the other one is named.
func TestRelatedPlaces(t *testing.T) {
	for _, test := range []struct{ body, rule, pointer string }{
		{sendOf(textOf("a"), textOf("b")), "parts-consecutive-text", "/message/parts/0"},
		{createOf(`"+13"`, `"+12"`, `"+12"`), "to-duplicate", "/to/1"},
		{decorated("Hello", `{"range":[0,1],"style":"bold"},{"range":[1,5],"animation":"big"},{"range":[3,4],"animation":"shake"}`), "decoration-overlap", "/message/parts/0/text_decorations/1/range"},
		{`{"options":[{"text":"a"},{"text":"b"},{"text":"a"}]}`, "poll-option-duplicate", "/options/0"},
		{`{"from":"+12","to":["+12"],"message":{` + hello + `}}`, "to-self", "/from"},
		{`{"to":["+12","a@b.cd"],` + helloWith(`"preferred_service":"SMS"`)[1:], "service-email", "/to/1"},
		{`{"message":{},` + ready[1:], "json-duplicate-key", "/message"},
	} {
		ds := JSON([]byte(test.body)).Diagnostics
		require.Equal(t, test.rule, ds[len(ds)-1].Rule, "%v", rulesOf(Report{Diagnostics: ds}))
		require.Len(t, ds[len(ds)-1].Related, 1)
		require.Equal(t, test.pointer, ds[len(ds)-1].Related[0].Pointer)
	}
	ds := JSON([]byte(`{"message":{},` + ready[1:])).Diagnostics
	last := ds[len(ds)-1]
	require.Less(t, last.Related[0].Start.Offset, last.Start.Offset, "the earlier is the related one")
}

// TestLinesAndColumns: lines from 1, columns in UTF-16 code units from 1.
func TestLinesAndColumns(t *testing.T) {
	body := "{\r\n\t\"message\": {\"parts\": [\n{\"type\":\"text\",\"value\":\"🎉é\",\"colors\":1}]}}"
	d := JSON([]byte(body)).Diagnostics[0]
	require.Equal(t, "field-unknown", d.Rule)
	require.Equal(t, Position{Offset: strings.Index(body, `"colors"`), Line: 3, Column: 30}, d.Start)
	require.Equal(t, Position{Offset: strings.Index(body, `"colors"`) + 8, Line: 3, Column: 38}, d.End)
}

// TestOrder: by start, then by rule.
func TestOrder(t *testing.T) {
	body := `{"to":["x"],"from":"y","message":{"parts":[{"type":"link","value":"z"}],"effect":{}}}`
	require.Equal(t, "first-message-effect /message/effect; effect-incomplete /message/effect",
		found(Report{Diagnostics: JSON([]byte(body)).Diagnostics[4:]}))
	require.Equal(t, []string{"to-handle", "from-phone", "first-message-link", "link-url", "first-message-effect", "effect-incomplete"}, rulesOf(JSON([]byte(body))))
}
