package validate

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/scan"
)

// fixOf returns the first fix of a rule in a body, applied; "" if there is none.
func fixOf(t *testing.T, kind Kind, body, rule string) string {
	t.Helper()
	for _, d := range New(WithKind(kind), WithNotes()).JSON([]byte(body)).Diagnostics {
		if d.Rule == rule {
			if len(d.Fixes) == 0 {
				return ""
			}
			d.Fixes = d.Fixes[:1]
			fixed, _ := Apply([]byte(body), []Diagnostic{d}, FixAll)
			return string(fixed)
		}
	}
	t.Fatalf("%s is not reported", rule)
	return ""
}

// TestMisplacedMembersMove: each member that routes a message goes out of it, unless
// it is there already or the kind has none.
func TestMisplacedMembersMove(t *testing.T) {
	for _, test := range []struct {
		name       string
		kind       Kind
		body, want string
	}{
		{"from", KindChatsCreate, `{"to":["+12"],"message":{` + hello + `,"from":"+13"}}`, `{"to":["+12"],"message":{` + hello + `},"from":"+13"}`},
		{"to", KindChatsCreate, `{"from":"+13","message":{"to":["+12"],` + hello + `}}`, `{"from":"+13","message":{` + hello + `},"to":["+12"]}`},
		{"to of messages.create", KindMessagesCreate, `{"message":{` + hello + `,"to":["+12"]}}`, `{"message":{` + hello + `},"to":["+12"]}`},
		{"from that is there", KindChatsCreate, `{"from":"+14","to":["+12"],"message":{` + hello + `,"from":"+13"}}`, ""},
		{"from that the kind has not", KindMessagesCreate, `{"to":["+12"],"message":{` + hello + `,"from":"+13"}}`, ""},
		{"to of a message alone", KindMessage, `{` + hello + `,"to":["+12"]}`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, fixOf(t, test.kind, test.body, "field-misplaced"))
		})
	}
}

// TestPartOfADiagnostic: the index behind /parts/, with or without /message.
func TestPartOfADiagnostic(t *testing.T) {
	for pointer, want := range map[string]int{"/message/parts/0": 0, "/parts/12/value": 12, "/message/parts/3/text_decorations/1": 3,
		"": -1, "/message": -1, "/message/parts": -1, "/message/parts/": -1, "/message/parts/x": -1, "/to/0": -1, "/message7": -1, "/message7/parts": -1, "/a/parts/0": -1} {
		got, ok := Diagnostic{Pointer: pointer}.Part()
		require.Equal(t, want >= 0, ok, pointer)
		if ok {
			require.Equal(t, want, got, pointer)
		}
	}
}

// TestPartsThatOnlyLookLikeOne: a type that is nearly one of ours, and what such a
// part carries or no name that is not ours.
func TestPartsThatOnlyLookLikeOne(t *testing.T) {
	for body, want := range map[string]bool{
		`{"type":"text","value":"x"}`: true, `{"type":"Text"}`: true, `{"type":"txt","value":"x"}`: true, `{"type":"media","url":"x"}`: true, `{"type":"media","attachment_id":"x"}`: true, `{"type":"imessage_app","layout":{},"x":1}`: true,
		`{"type":"texture","value":"x"}`: false, `{"type":"text","text":"x"}`: false, `{"type":5,"value":"x"}`: false, `{"value":"x"}`: false, `{"type":"tt","value":"x"}`: false, `{"type":"","value":"x"}`: false,
	} {
		var v scan.View
		require.Zero(t, v.Scan([]byte(body)).Code)
		require.Equal(t, want, isPart(&v, 0), body)
	}
}

// TestLinksInFront: a URL is found at the very start of each text, too.
func TestLinksInFront(t *testing.T) {
	for _, url := range []string{"https://a.example", "HTTP://a.example", "www.a.example"} {
		for _, before := range []string{"", "see "} {
			text := before + url
			for _, test := range []struct {
				rule, body string
				kind       Kind
			}{
				{"continuation-link", continuing(`{"text":"` + text + `"}`), KindMessagesCreate},
				{"first-message-link-risk", anyLine(textOf(text)), KindMessagesCreate},
				{"first-message-link", firstOf(textOf(text)), KindChatsCreate},
			} {
				for _, d := range New(WithKind(test.kind), WithNotes()).JSON([]byte(test.body)).Diagnostics {
					require.Equal(t, url, test.body[d.Start.Offset:d.End.Offset], d.Rule)
				}
				require.True(t, New(WithKind(test.kind), WithNotes()).JSON([]byte(test.body)).Has(test.rule), test.body)
			}
		}
	}
}

// TestNamesTwiceInAPartOfNoType: what cannot be checked is still looked through for
// members that are there twice, each once.
func TestNamesTwiceInAPartOfNoType(t *testing.T) {
	const part = "/message/parts/0"
	run(t, []row{
		{name: "an unknown name", kind: KindChatsMessagesSend, body: sendOf(`{"type":"gif","x":1,"x":2}`), want: "part-type " + part + "/type; json-duplicate-key " + part + "/x"},
		{name: "a known name", kind: KindChatsMessagesSend, body: sendOf(`{"type":"gif","url":1,"url":2}`), want: "part-type " + part + "/type; json-duplicate-key " + part + "/url"},
		{name: "below an unknown name", kind: KindChatsMessagesSend, body: sendOf(`{"type":"gif","x":{"a":1,"a":2}}`), want: "part-type " + part + "/type; json-duplicate-key " + part + "/x/a"},
		{name: "below a known name", kind: KindChatsMessagesSend, body: sendOf(`{"type":"gif","value":[{"a":1,"a":2}]}`), want: "part-type " + part + "/type; json-duplicate-key " + part + "/value/0/a"},
		{name: "nine names and one twice", kind: KindChatsMessagesSend, body: sendOf(`{"type":"gif","a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"a":2,"i":2}`), want: "part-type " + part + "/type; json-duplicate-key " + part + "/a; json-duplicate-key " + part + "/i"},
		{name: "twice before there are many, and again", kind: KindChatsMessagesSend, body: sendOf(`{"type":"gif","a":1,"a":2,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"a":3}`), want: "part-type " + part + "/type; json-duplicate-key " + part + "/a; json-duplicate-key " + part + "/a"},
	})
}

// TestCutOffRanges: a range of which the end is missing is not reported;
// one that has both ends is.
func TestCutOffRanges(t *testing.T) {
	const part = "/message/parts/0"
	for _, test := range []struct{ name, body, want string }{
		{"a sticker's start", `{"message":{"parts":[{"type":"text","value":"Hi","inline_stickers":[{"attachment_id":"` + catID + `","range":[0`, "json-syntax"},
		{"a sticker's end beyond the text", `{"message":{"parts":[{"type":"text","value":"Hi","inline_stickers":[{"attachment_id":"` + catID + `","range":[0,9`, "sticker-range " + part + "/inline_stickers/0/range; json-syntax"},
		{"a sticker without a source", `{"message":{"parts":[{"type":"text","value":"Hi","inline_stickers":[{"range":[0,1]`, "json-syntax"},
		{"a sticker with both", `{"message":{"parts":[{"type":"text","value":"Hi","inline_stickers":[{"range":[0,1],"url":"https://linqapp.com/a","attachment_id":"` + catID + `"`, "sticker-source " + part + "/inline_stickers/0; json-syntax"},
		{"a decoration without a kind", `{"message":{"parts":[{"type":"text","value":"Hi","text_decorations":[{"range":[0,1]`, "json-syntax"},
		{"a decoration with both", `{"message":{"parts":[{"type":"text","value":"Hi","text_decorations":[{"range":[0,1],"style":"bold","animation":"shake"`, "decoration-kind " + part + "/text_decorations/0; json-syntax"},
		{"a mention's start", `{"message":{"parts":[{"type":"text","value":"Hi","mention":"+12","mention_range":[0`, "json-syntax"},
		{"a mention's end beyond the text", `{"message":{"parts":[{"type":"text","value":"Hi","mention":"+12","mention_range":[0,9`, "mention-range " + part + "/mention_range; json-syntax"},
		{"a mention's third number", `{"message":{"parts":[{"type":"text","value":"Hi","mention":"+12","mention_range":[0,1,2`, "mention-range " + part + "/mention_range; json-syntax"},
		{"an @ before a mention's range", `{"message":{"parts":[{"type":"text","value":"@Kim","mention":"+12"`, "json-syntax"},
		{"an @ that a mention's range has", `{"message":{"parts":[{"type":"text","value":"@Kim","mention":"+12","mention_range":[0,4]`, "mention-at-sign " + part + "/mention_range; json-syntax"},
		{"a text over an image in a layout that is whole", `{"message":{"parts":[{"type":"imessage_app",` + acme + `,"layout":{"caption":"a","image_title":"b"}}]`, "card-image-text " + part + "/layout/image_title; json-syntax"},
		{"a text over an image in a layout that is cut off", `{"message":{"parts":[{"type":"imessage_app",` + acme + `,"layout":{"caption":"a","image_title":"b"`, "json-syntax"},
		{"a mention's range that is whole", `{"message":{"parts":[{"type":"text","value":"Hi","mention":"+12","mention_range":[0]}`, "mention-range " + part + "/mention_range; json-syntax"},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, found(New(WithKind(KindChatsMessagesSend)).JSON([]byte(test.body))))
		})
	}
}

// TestRangesThatCountBytes: a range that is beyond the text is widened to what it
// covers in bytes, if that is whole code points.
func TestRangesThatCountBytes(t *testing.T) {
	style := func(span string) string { return `{"range":` + span + `,"style":"bold"}` }
	for _, test := range []struct{ name, text, span, want string }{
		{"behind an emoji", "🎉 Sale", "[5,9]", "[3,7]"},
		{"all of it", "🎉 Sale", "[0,9]", "[0,7]"},
		{"letters of two bytes", "éé", "[2,4]", "[1,2]"},
		{"letters of three bytes", "日本", "[3,6]", "[1,2]"},
		{"one beyond the bytes", "🎉 Sale", "[5,10]", ""},
		{"from the middle of a code point", "🎉 Sale", "[1,9]", ""},
		{"to the middle of a code point", "ab🎉", "[0,5]", ""},
		{"empty", "🎉 Sale", "[9,9]", ""},
		{"text in ASCII", "Sale", "[0,5]", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := ""
			if test.want != "" {
				want = decorated(test.text, style(test.want))
			}
			require.Equal(t, want, fixOf(t, KindChatsMessagesSend, decorated(test.text, style(test.span)), "decoration-range-bounds"))
		})
	}
}

// TestStylesAndAnimationsSwapped: a value of the one in the other's member is reported, and
// the member is renamed.
func TestStylesAndAnimationsSwapped(t *testing.T) {
	for member, test := range map[string]struct{ rule, value, other, message string }{
		"style":     {"decoration-style", "shake", "animation", `"shake" is an animation, not a style`},
		"animation": {"decoration-animation", "bold", "style", `"bold" is a style, not an animation`},
	} {
		body := func(member string) string { return decorated("Hi", `{"range":[0,1],"`+member+`":"`+test.value+`"}`) }
		report := New(WithKind(KindChatsMessagesSend)).JSON([]byte(body(member)))
		require.Len(t, report.Diagnostics, 1)
		require.Equal(t, test.message, report.Diagnostics[0].Message)
		require.Equal(t, `write "`+test.other+`":"`+test.value+`"`, report.Diagnostics[0].Hint)
		require.Equal(t, body(test.other), fixOf(t, KindChatsMessagesSend, body(member), test.rule))
	}
}

// TestEditWithoutText: a text that an edit does not have is not called empty.
func TestEditWithoutText(t *testing.T) {
	for _, body := range []string{`{}`, `{"part_index":0}`} {
		require.Equal(t, "field-required", found(New(WithKind(KindMessagesEdit)).JSON([]byte(body))), body)
	}
}
