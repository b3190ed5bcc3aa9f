package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPrecedence has a row for each sentence of the list that says which of two
// rules silences the other at one place.
func TestPrecedence(t *testing.T) {
	const (
		deco  = "/message/parts/0/text_decorations/0"
		deco1 = "/message/parts/0/text_decorations/1"
		part  = "/message/parts/0"
	)
	media := func(url string) string { return sendOf(`{"type":"media","url":"` + url + `"}`) }
	card := func(url string) string { return layoutOf(`{"image_url":"` + url + `"}`) }
	clip := func(url string) string { return sendOf(`{"type":"app_clip","value":"` + url + `"}`) }
	group := func(part string) string { return createText(`"+14155550123","+14155550124"`, part) }
	run(t, []row{
		// string-whitespace > the format or enum rule it breaks
		{name: "white space > to-handle", kind: KindMessagesCreate, body: createOf(`" nonsense"`), want: "string-whitespace /to/0"},
		{name: "white space > from-phone", kind: KindChatsCreate, body: `{"from":"\u00a0nonsense","to":["+14155550123"],"message":{` + hello + `}}`, want: "string-whitespace /from"},
		{name: "white space > exclude-from-phone", kind: KindMessagesCreate, body: `{"exclude_from":["5 "],"to":["+14155550123"],"message":{` + hello + `}}`, want: "string-whitespace /exclude_from/0"},
		{name: "white space > part-type", kind: KindChatsMessagesSend, body: sendOf(`{"type":"txt ","value":"Hi"}`), want: "string-whitespace " + part + "/type"},
		{name: "white space > media-url", kind: KindChatsMessagesSend, body: media(`ftp://example.com/a.jpg `), want: "string-whitespace " + part + "/url"},
		{name: "white space > link-url", kind: KindChatsMessagesSend, body: linkOf(`\texample.com`), want: "string-whitespace " + part + "/value"},
		{name: "white space > card-image-url", kind: KindChatsMessagesSend, body: card(` example.com`), want: "string-whitespace " + part + "/layout/image_url"},
		{name: "white space > app-url", kind: KindChatsMessagesSend, body: captioned(`"url":"\u2003nothing"`), want: "string-whitespace " + part + "/url"},
		{name: "white space > app-clip-url", kind: KindChatsMessagesSend, body: clip(`http://linqapp.com/x\n`), want: "string-whitespace " + part + "/value"},
		{name: "white space > attachment-id", kind: KindChatsMessagesSend, body: sendOf(`{"type":"media","attachment_id":" 7"}`), want: "string-whitespace " + part + "/attachment_id"},
		{name: "white space > reply-message-id", kind: KindChatsMessagesSend, body: helloWith(`"reply_to":{"message_id":"7 "}`), want: "string-whitespace /message/reply_to/message_id"},
		{name: "white space > decoration-style", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,1],"style":"Bold "}`), want: "string-whitespace " + deco + "/style"},
		{name: "white space > decoration-animation", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,1],"animation":" bold"}`), want: "string-whitespace " + deco + "/animation"},
		{name: "white space > effect-name, effect-type", kind: KindChatsMessagesSend, body: helloWith(`"effect":{"name":"slam dunk ","type":" Bubble"}`), want: "string-whitespace /message/effect/name; string-whitespace /message/effect/type"},
		{name: "white space > service-value", kind: KindChatsMessagesSend, body: helloWith(`"preferred_service":"sms "`), want: "string-whitespace /message/preferred_service"},
		{name: "white space > mention-handle", kind: KindMessagesCreate, body: group(`"mention":"kevin "`), want: "string-whitespace /message/parts/0/mention"},
		{name: "white space > voicememo-url", kind: KindChatsVoicememo, body: `{"voice_memo_url":"memo.mp3 "}`, want: "string-whitespace /voice_memo_url"},
		{name: "white space > react-operation, react-type", kind: KindMessagesReact, body: `{"operation":"put ","type":"wow "}`, want: "string-whitespace /operation; string-whitespace /type"},
		{name: "white space > poll-vote", kind: KindMessagesPollsVote, body: `{"operation":" put","option_id":" 1"}`, want: "string-whitespace /operation; string-whitespace /option_id"},
		{name: "a value of white space only is the format rule's", kind: KindMessagesCreate, body: createOf(`"  "`), want: "to-handle /to/0"},
		{name: "the same of an enum", kind: KindChatsMessagesSend, body: helloWith(`"preferred_service":" "`), want: "service-value /message/preferred_service"},
		{name: "white space hides no other fault of the trimmed value", kind: KindChatsMessagesSend, body: media(`https://localhost/a.jpg `), want: "media-url-private " + part + "/url; string-whitespace " + part + "/url"},
		{name: "such as the nil UUID", kind: KindChatsMessagesSend, body: sendOf(`{"type":"media","attachment_id":" 00000000-0000-0000-0000-000000000000"}`), want: "string-whitespace " + part + "/attachment_id; uuid-nil " + part + "/attachment_id"},
		{name: "a trimmed effect still has its type", kind: KindChatsMessagesSend, body: helloWith(`"effect":{"name":"slam ","type":"screen"}`), want: "effect-mismatch /message/effect; string-whitespace /message/effect/name"},

		// json-type > every rule that needs the value
		{name: "a to of the wrong type says nothing of recipients", kind: KindChatsCreate, body: `{"from":"+12052535597","to":"+12052535597","message":{` + hello + `}}`, want: "json-type /to"},
		{name: "an unreadable recipient leaves open how many there are", kind: KindMessagesCreate, body: createText(`"+14155550123",5`, `"mention":"+14155550123"`), want: "json-type /to/1"},
		{name: "and whether a mention is among them", kind: KindMessagesCreate, body: createText(`"+14155550123","+14155550124",5`, `"mention":"+14155550125"`), want: "json-type /to/2"},
		{name: "parts of the wrong type", kind: KindChatsMessagesSend, body: `{"message":{"parts":{}}}`, want: "json-type /message/parts"},
		{name: "a range element of the wrong type", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,"9",3],"style":"bold"}`), want: "json-type " + deco + "/range/1"},
		{name: "a type that is not a string", kind: KindChatsMessagesSend, body: sendOf(`{"type":5,"url":1,"url":2}`), want: "json-type " + part + "/type; json-duplicate-key " + part + "/url"},
		{name: "a type that is an object with a member twice, once", kind: KindChatsMessagesSend, body: sendOf(`{"type":{"a":1,"a":2}}`), want: "json-type " + part + "/type; json-duplicate-key " + part + "/type/a"},
		{name: "a member twice in the first of two types", kind: KindChatsMessagesSend, body: sendOf(`{"type":{"a":1,"a":2},"type":"what"}`), want: "json-duplicate-key /message/parts/0/type/a; json-duplicate-key " + part + "/type; part-type " + part + "/type"},
		{name: "a url of the wrong type is given all the same", kind: KindChatsMessagesSend, body: sendOf(`{"type":"media","url":5}`), want: "json-type " + part + "/url"},
		{name: "an experience of the wrong type replaces parts all the same", kind: KindChatsMessagesSend, body: contentOf(`"experience":7`), want: "json-type /message/experience"},

		// continuation-only-text, poll-title > field-misplaced > field-response-only > field-unknown
		{name: "continuation-only-text > field-misplaced", kind: KindMessagesCreate, body: continuing(`{"text":"Hi","parts":[],"effect":null}`), want: "continuation-only-text /continuation_message/parts; continuation-only-text /continuation_message/effect"},
		{name: "poll-title > field-unknown", kind: KindChatsPollsCreate, body: `{"title":"Lunch?","poll":{"question":"Lunch?","options":[{"text":"a"},{"text":"b"}]}}`, want: "poll-title /title; poll-title /poll/question"},
		{name: "field-misplaced > field-unknown", kind: KindMessagesCreate, body: `{"from":"+12052535597","effect":{},` + createOf(`"+14155550123"`)[1:], want: "field-misplaced /from; field-misplaced /effect"},
		{name: "field-response-only > field-unknown", kind: KindChatsMessagesSend, body: `{"id":"7","message":{` + hello + `}}`, want: "field-response-only /id"},
		{name: "effect-legacy > field-unknown, effect-incomplete", kind: KindChatsMessagesSend, body: helloWith(`"effect":{"screen_effect":"confetti"}`), want: "effect-legacy /message/effect/screen_effect"},
		{name: "effect-legacy hides no wrong type beside it", kind: KindChatsMessagesSend, body: helloWith(`"effect":{"screen_effect":"confetti","type":"Screen"}`), want: "effect-legacy /message/effect/screen_effect; effect-type /message/effect/type"},
		{name: "field-unknown > json-null", kind: KindChatsMessagesSend, body: helloWith(`"colors":null`), want: "field-unknown /message/colors"},
		{name: "field-misplaced > json-null, by the same order", kind: KindChatsMessagesSend, body: `{"from":null,"message":{` + hello + `}}`, want: "field-misplaced /from"},
		{name: "null is absent for every other rule", kind: KindChatsMessagesSend, body: helloWith(`"effect":{"name":null,"type":"bubble"}`), want: "effect-incomplete /message/effect; json-null /message/effect/name"},
		{name: "so null parts with an experience are only null", kind: KindChatsMessagesSend, body: contentOf(`"parts":null,"experience":{"name":"a","action":"b"}`), want: "json-null /message/parts"},
		{name: "and a null experience replaces no parts", kind: KindChatsMessagesSend, body: contentOf(`"experience":null`), want: "field-required /message; json-null /message/experience"},
		{name: "a null url is not a source", kind: KindChatsMessagesSend, body: sendOf(`{"type":"media","url":null}`), want: "media-source " + part + "; json-null " + part + "/url"},

		// effect-name > effect-mismatch
		{name: "effect-name > effect-mismatch", kind: KindChatsMessagesSend, body: helloWith(`"effect":{"name":"Slam","type":"screen"}`), want: "effect-name /message/effect/name"},

		// decoration-range-shape > order > bounds > empty > splits-surrogate > splits-grapheme, overlap
		{name: "shape > order, bounds, empty", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[9,-1,9],"style":"bold"}`), want: "decoration-range-shape " + deco + "/range"},
		{name: "order > bounds", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[99,98],"style":"bold"}`), want: "decoration-range-order " + deco + "/range"},
		{name: "negative > bounds", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[-1,99],"style":"bold"}`), want: "decoration-range-order " + deco + "/range"},
		{name: "bounds > empty", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[6,6],"style":"bold"}`), want: "decoration-range-bounds " + deco + "/range"},
		{name: "empty > splits-surrogate", kind: KindChatsMessagesSend, body: decorated("🎉", `{"range":[1,1],"style":"bold"}`), want: "decoration-range-empty " + deco + "/range"},
		{name: "empty needs no value", kind: KindChatsMessagesSend, body: sendOf(`{"type":"text","value":5,"text_decorations":[{"range":[1,1],"style":"bold"}]}`), want: "json-type " + part + "/value; decoration-range-empty " + deco + "/range"},
		{name: "splits-surrogate > splits-grapheme", kind: KindChatsMessagesSend, body: decorated("👋🏽", `{"range":[1,2],"style":"bold"}`), want: "decoration-splits-surrogate " + deco + "/range"},
		{name: "one split diagnostic, however many boundaries split", kind: KindChatsMessagesSend, body: decorated("👋🏽👋🏽", `{"range":[2,6],"style":"bold"}`), want: "decoration-splits-grapheme " + deco + "/range"},
		{name: "splits hide no overlap", kind: KindChatsMessagesSend, body: decorated("🎉🎉", `{"range":[0,4],"style":"bold"},{"range":[1,4],"animation":"shake"}`), want: "decoration-overlap " + deco1 + "/range; decoration-splits-surrogate " + deco1 + "/range"},
		{name: "out of bounds takes no part in overlap", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,9],"animation":"big"},{"range":[0,5],"animation":"shake"}`), want: "decoration-range-bounds " + deco + "/range"},
		{name: "a reversed one neither", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[3,0],"animation":"big"},{"range":[0,5],"animation":"shake"}`), want: "decoration-range-order " + deco + "/range"},
		{name: "an empty one overlaps nothing", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[2,2],"animation":"big"},{"range":[0,5],"animation":"shake"}`), want: "decoration-range-empty " + deco + "/range"},
		{name: "an animation counts, valid or not", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,3],"animation":"wobble"},{"range":[2,5],"style":"bold"}`), want: "decoration-animation " + deco + "/animation; decoration-overlap " + deco1 + "/range"},
		{name: "an animation of the wrong type, too", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,3],"animation":1},{"range":[2,5],"style":"bold"}`), want: "json-type " + deco + "/animation; decoration-overlap " + deco1 + "/range"},
		{name: "null is not an animation", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,3],"style":"bold","animation":null},{"range":[2,5],"style":"italic"}`), want: "json-null " + deco + "/animation"},
		{name: "a wrong style counts as given for decoration-kind", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,3],"style":"fat"}`), want: "decoration-style " + deco + "/style"},
		{name: "a wrong animation, too", kind: KindChatsMessagesSend, body: decorated("Hello", `{"range":[0,3],"style":"bold","animation":"fat"}`), want: "decoration-kind " + deco + "; decoration-animation " + deco + "/animation"},

		// text-empty > text-blank; media-url > media-url-private > media-extension > media-sms-file; …
		{name: "text-empty > text-blank", kind: KindChatsMessagesSend, body: sendOf(textOf("")), want: "text-empty " + part + "/value"},
		{name: "text-blank", kind: KindChatsMessagesSend, body: sendOf(textOf(`\u2003\n`)), want: "text-blank " + part + "/value"},
		{name: "media-url > media-url-private", kind: KindChatsMessagesSend, body: media("http://localhost/a.exe"), want: "media-url " + part + "/url"},
		{name: "media-url-private > media-extension", kind: KindChatsMessagesSend, body: media("https://localhost/a.exe"), want: "media-url-private " + part + "/url"},
		{name: "media-extension > media-sms-file", kind: KindChatsMessagesSend, body: overSMS("https://example.com/a.flac"), want: "media-extension " + part + "/url"},
		{name: "media-url-private > media-sms-file", kind: KindChatsMessagesSend, body: overSMS("https://10.0.0.1/a.pdf"), want: "media-url-private " + part + "/url"},
		{name: "link-url > link-length, link-insecure", kind: KindChatsMessagesSend, body: linkOf("http:/" + longerThanALink), want: "link-url " + part + "/value"},
		{name: "link-length beside link-insecure", kind: KindChatsMessagesSend, body: linkOf("http://a.example/" + longerThanALink), want: "link-insecure " + part + "/value; link-length " + part + "/value"},
		{name: "card-image-url > card-image-insecure, card-image-type", kind: KindChatsMessagesSend, body: card("http://a.example/" + longerThanALink + ".gif"), want: "card-image-url " + part + "/layout/image_url"},
		{name: "app-clip-url > app-clip-host", kind: KindChatsMessagesSend, body: clip("http://example.com/x"), want: "app-clip-url " + part + "/value"},

		// first-message-link > first-message-domain; mention-direct > mention-recipient; react-emoji-extra > react-emoji-word
		{name: "first-message-link > first-message-domain", kind: KindChatsCreate, body: firstOf(textOf("see https://example.com and www.example.com")), want: "first-message-link " + part + "/value; first-message-link " + part + "/value"},
		{name: "of another URL both", kind: KindChatsCreate, body: firstOf(textOf("see https://example.com or example.org")), want: "first-message-link " + part + "/value; first-message-domain " + part + "/value"},
		{name: "mention-direct > mention-recipient", kind: KindMessagesCreate, body: createText(`"+14155550123"`, `"mention":"+14155550125"`), want: "mention-direct " + part + "/mention"},
		{name: "react-emoji-extra > react-emoji-word", kind: KindMessagesReact, body: `{"operation":"add","type":"love","custom_emoji":"fire"}`, want: "react-emoji-extra /custom_emoji"},

		// json-encoding, kind-unknown and a json-syntax that cannot be repaired come alone (body-size may join)
		{name: "json-syntax alone", kind: KindChatsMessagesSend, body: `{"message":{"parts":[],"parts":[}`, want: "json-syntax"},
		{name: "json-syntax that is repaired hides nothing", kind: KindChatsMessagesSend, body: `{"message":{"parts":[],"parts":[]}`, want: "json-duplicate-key /message/parts; parts-empty /message/parts; json-syntax"},
		{name: "nor what is missing outside of the brackets that it adds", kind: KindChatsMessagesSend, body: `{"message":{"parts":[{}],"effect":{`, want: "field-required /message/parts/0; json-syntax"},
		{name: "json-encoding alone", kind: KindChatsMessagesSend, body: "{\"message\":{\"parts\":[],\"x\":\"\xff\"}}", want: "json-encoding"},
		{name: "kind-unknown alone", body: `{"a":1,"a":"\ud83d","id":null}`, want: "kind-unknown"},
		{name: "body-size joins a root that is not an object", kind: KindChatsMessagesSend, body: "[" + padding(ordinaryBodySize) + "]", want: "body-size; json-syntax"},
		{name: "body-size joins kind-unknown", body: `{"a":"` + padding(ordinaryBodySize) + `"}`, want: "body-size; kind-unknown"},
	})
}

// TestFixShowsWhatItsProblemHid: an error that the problem at a value had hidden does
// not hold the fix of that problem up; any other one does.
func TestFixShowsWhatItsProblemHid(t *testing.T) {
	first := func(value string) string { return firstOf(textOf(value)) }
	for _, test := range []struct {
		name, body string
		kind       Kind
		opts       []Option
		want, left string // the fixed body, and what is reported of it
	}{
		{name: "a scheme, and then the host", kind: KindChatsMessagesSend, body: mediaOf("http://localhost/a.jpg"),
			want: mediaOf("https://localhost/a.jpg"), left: "media-url-private /message/parts/0/url"},
		{name: "a name, and then the null", kind: KindChatsMessagesSend, body: helloWith(`"efect":null`), opts: []Option{WithStrict()},
			want: contentOf(`"parts":[{"type":"text","value":"Hello"}]`)},
		{name: "a place, and then the null", kind: KindChatsMessagesSend, body: `{"effect":null,"message":{` + hello + `}}`, opts: []Option{WithStrict()},
			want: `{"message":{` + hello + `}}`},
		{name: "an empty text, and then a blank one", kind: KindChatsMessagesSend, body: sendOf(textOf("")),
			opts: []Option{WithSeverity("text-blank", SeverityError), WithFixer("text-empty", replacing(`""`, `" "`))},
			want: sendOf(textOf(" ")), left: "text-blank /message/parts/0/value"},
		{name: "a blank text does not hide that it is empty", kind: KindChatsMessagesSend, body: sendOf(textOf(" ")),
			opts: []Option{WithFixer("text-blank", replacing(`" "`, `""`))},
			want: sendOf(textOf(" ")), left: "text-blank /message/parts/0/value"},
		{name: "nor does Markdown", kind: KindChatsMessagesSend, body: sendOf(textOf("**a** and more")),
			opts: []Option{WithNotes(), WithFixer("text-markdown", replacing(`"**a** and more"`, `""`))},
			want: sendOf(textOf("**a** and more")), left: "text-markdown /message/parts/0/value"},
		{name: "one link does not hide another one", kind: KindChatsCreate, body: first("see https://a.example"),
			opts: []Option{WithSeverity("first-message-link", SeverityError), WithFixer("first-message-link", replacing("https://a.example", "https://a.example https://b.example"))},
			want: first("see https://a.example"), left: "first-message-link /message/parts/0/value"},
		{name: "a part for parts, and then what is in it", kind: KindChatsMessagesSend, body: contentOf(`"parts":` + textOf("")),
			want: sendOf(textOf("")), left: "text-empty /message/parts/0/value"},
		{name: "an object for a number, and then what is in it", kind: KindChatsMessagesSend, body: helloWith(`"effect":5`),
			opts: []Option{WithStrict(), WithFixer("json-type", replacing(`"effect":5`, `"effect":{"name":"shout","type":"bubble"}`))},
			want: helloWith(`"effect":{"name":"shout","type":"bubble"}`), left: "effect-name /message/effect/name"},
	} {
		t.Run(test.name, func(t *testing.T) {
			fixed, _, rest := New(append(test.opts, WithKind(test.kind))...).Fix([]byte(test.body), FixAll)
			require.Equal(t, test.want, string(fixed))
			require.Equal(t, test.left, found(rest))
		})
	}
}

// TestPrecedenceRows: no row of the list is there twice or is a part of another
// one.
func TestPrecedenceRows(t *testing.T) {
	for i, row := range precedence {
		for k, other := range precedence {
			if i == k {
				continue
			}
			rest := row
			for _, rule := range other {
				if len(rest) > 0 && rest[0] == rule {
					rest = rest[1:]
				}
			}
			if len(rest) == 0 {
				t.Errorf("row %d, which begins with %s, is in row %d", i, ruleTable[row[0]].id, k)
			}
		}
	}
}
