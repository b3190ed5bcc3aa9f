package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/scan"
)

// hintOf returns the hint of the first diagnostic of a rule, and whether there is
// one.
func hintOf(r Report, rule string) (hint string, ok bool) {
	for _, d := range r.Diagnostics {
		if d.Rule == rule {
			return d.Hint, true
		}
	}
	return "", false
}

func TestURLHint(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"data", "data:image/png;base64,iVBORw0KGgo=", "a data: URL cannot be downloaded: upload the file and use attachment_id"},
		{"words before it", "see https://example.com/a.jpg", "remove the words around the URL"},
		{"a space before the scheme", " https://example.com", "remove the words around the URL"},
		{"a space in it", "https://example.com/a b.jpg", "a URL has no white space: write it as %20"},
		{"nothing behind the scheme", "https://", "the host is missing behind ://"},
		{"a path behind the scheme", "https:///a.jpg", "the host is missing behind ://"},
		{"no scheme, two slashes", "//example.com/a.jpg", "the scheme is missing: https://…"},
		{"a path", "/a/b.jpg", "scheme and host are missing: https://…/…"},
		{"a file name", "photo.jpg", "scheme and host are missing: https://…/…"},
		{"a host", "example.com", "the scheme is missing: https://…"},
		{"a host and a path", "example.com/photo.jpg", "the scheme is missing: https://…"},
		{"a sentence", "see example.com", ""},
		{"a word", "photo", ""},
		{"a space before a host", " example.com", ""},
		{"nothing before ://", "://example.com", ""},
		{"another scheme", "ftp://example.com", ""},
		{"no host, and no dot", "a b", ""},
	} {
		t.Run(test.name, func(t *testing.T) { require.Equal(t, test.want, urlHint(test.text)) })
	}
}

func TestIsSender(t *testing.T) {
	for sender, want := range map[string]bool{
		"12": false, "123": true, "12345678": true, "123456789": false,
		"A": true, "ACME": true, "Acme Shop 1": true, "Acme Shop 12": false,
		"12 34": false, " ": false, "": false, "AB!": false, "A-B": false, "Ä": false,
	} {
		require.Equal(t, want, isSender(sender), "%q", sender)
	}
}

// TestSenderOrHandle takes a phone number and an email address where a sender id
// is accepted too.
func TestSenderOrHandle(t *testing.T) {
	for handle, want := range map[string]string{
		"+14155550123": "", "kevin@example.com": "", "ACME": "", "12": "member-handle /handle", "A-B": "member-handle /handle",
	} {
		require.Equal(t, want, found(JSON([]byte(`{"handle":"`+handle+`"}`), WithKind(KindBlockedHandlesBlock))), handle)
	}
}

// TestEffectWithAnotherMember: a member that nobody knows does not make a half
// effect one of the old form.
func TestEffectWithAnotherMember(t *testing.T) {
	run(t, []row{
		{"an unknown member", KindMessage, `{` + hello + `,"effect":{"kind":"screen","name":"confetti"}}`, "effect-incomplete /effect; field-unknown /effect/kind", nil},
		{"the old form", KindMessage, `{` + hello + `,"effect":{"screen_effect":"confetti"}}`, "effect-legacy /effect/screen_effect", nil},
		{"only an unknown member", KindMessage, `{` + hello + `,"effect":{"kind":"screen"}}`, "effect-incomplete /effect; field-unknown /effect/kind", nil},
	})
}

// TestContinuationWithoutText is reported as that, and no other text is taken for
// it.
func TestContinuationWithoutText(t *testing.T) {
	body := `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hi {{name}}, see https://example.com"}]},"continuation_message":{}}`
	run(t, []row{
		{"no text", KindMessagesCreate, body, "field-required /continuation_message", nil},
		{"no text, with notes", KindMessagesCreate, body, "text-template /message/parts/0/value; first-message-link-risk /message/parts/0/value; field-required /continuation_message", []Option{WithNotes()}},
	})
}

// TestRangeHints: -1 at an end is a search that found nothing; another negative
// number is not.
func TestRangeHints(t *testing.T) {
	const search = "-1 is often a search that found nothing"
	for ranges, want := range map[string]string{"[-1,3]": search, "[-3,-1]": search, "[-2,3]": "", "[-2,-2]": ""} {
		hint, ok := hintOf(JSON([]byte(decorated("Hello", `{"range":`+ranges+`,"style":"bold"}`))), "decoration-range-order")
		require.True(t, ok)
		require.Equal(t, want, hint, ranges)
	}
}

// TestArraysForObjects: an array whose elements look like names and values is not
// read as an object.
func TestArraysForObjects(t *testing.T) {
	joined := sendOf(textOf("a"), `{"type":"text","value":"b","text_decorations":[["range",[0,1]]]}`)
	report := JSON([]byte(joined), WithKind(KindChatsMessagesSend))
	require.Equal(t, "parts-consecutive-text /message/parts/1; json-type /message/parts/1/text_decorations/0", found(report))
	require.Empty(t, report.Diagnostics[0].Fixes, "the ranges of the second text cannot be moved")
	for _, first := range []string{`12`, `["a"]`, `{"a":"b"}`} {
		report = JSON([]byte(sendOf(`{"type":"text","value":`+first+`}`, textOf("b"))), WithKind(KindChatsMessagesSend))
		require.Equal(t, "json-type /message/parts/0/value; parts-consecutive-text /message/parts/1", found(report))
		require.Empty(t, report.Diagnostics[1].Fixes, "nothing can be joined to what is not a text")
	}

	stickers := strings.Repeat(`["attachment_id","x"],`, 30) + `["attachment_id","y"]`
	for i := range 31 {
		stickers = strings.Replace(stickers, `"x"`, `"`+itoa(i)+`"`, 1)
	}
	report = JSON([]byte(sendOf(`{"type":"text","value":"Hi","inline_stickers":[`+stickers+`]}`)), WithKind(KindChatsMessagesSend))
	require.Equal(t, []string{"json-type"}, rulesOf(report), "arrays name no images")
}

func TestMentionsParts(t *testing.T) {
	for body, want := range map[string]bool{
		`{"parts": [{"type"`:                true,
		`{"parts" : [`:                      true,
		`{"parts": {`:                       true,
		`{"parts":`:                         true,
		`{"parts": ["src/a.ts", `:           false,
		`{"parts"`:                          false,
		`{"parts", `:                        false,
		`{"parts": ["a"], "b": {"parts":[{`: true,
		`{"part": [{`:                       false,
	} {
		require.Equal(t, want, mentionsParts([]byte(body)), body)
	}
}

// TestIsSend: a conversation of a language model is not a message of ours, in
// whatever way it is nested.
func TestIsSend(t *testing.T) {
	for body, want := range map[string]bool{
		`{"message":{"parts":[{"type":"text","value":"Hi"}]}}`:               true,
		`{"to":["+14155550123"],"message":{"parts":[]}}`:                     true,
		`{"role":"user","message":{"parts":[{"type":"text","value":"Hi"}]}}`: false,
		`{"message":{"role":"user","parts":[{"type":"text","value":"Hi"}]}}`: false,
		`{"message":{"parts":[{"value":"Hi"}]}}`:                             true,
		`{"zzz":1,"message":{"parts":[{"value":"Hi"}]}}`:                     false,
		`{"message":"Hi"}`: false,
		`{"message":[{"parts":[{"type":"text","value":"Hi"}]}]}`:                             false,
		`{"to":["+14155550123"],"message":{"parts":"Hi"}}`:                                   false,
		`{"message":{"experience":{"name":"agentcard","action":"attach_card","params":{}}}}`: true,
	} {
		var v scan.View
		require.Zero(t, v.Scan([]byte(body)).Code)
		require.Equal(t, want, looksLikePayload(&v, KindChatsMessagesSend), body)
	}
}

// TestModelContent rewrites the content of a language model's message where every
// part has a counterpart.
func TestModelContent(t *testing.T) {
	const image = `{"message":{"parts":[{"type":"media","url":"https://example.com/a.jpg"}]}}`
	for _, test := range []struct{ name, content, fixed string }{
		{"a text", `{"type":"input_text","text":"Hi"}`, `{"message":{"parts":[{"type":"text","value":"Hi"}]}}`},
		{"an image in an object", `{"type":"image_url","image_url":{"url":"https://example.com/a.jpg"}}`, image},
		{"an image as a string", `{"type":"input_image","image_url":"https://example.com/a.jpg"}`, image},
		{"an image that is a number", `{"type":"input_image","image_url":7}`, ""},
		{"no image", `{"type":"input_image"}`, ""},
		{"a file", `{"type":"input_file","image_url":"https://example.com/a.jpg"}`, ""},
		{"a text that is a number", `{"type":"text","text":7}`, ""},
		{"no type", `{"text":"Hi"}`, ""},
		{"a string", `"Hi"`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := `{"role":"user","content":[` + test.content + `]}`
			fixed, _, _ := New().Fix([]byte(body), FixAll)
			if test.fixed == "" {
				test.fixed = body
			}
			require.Equal(t, test.fixed, string(fixed))
		})
	}
}

// TestDiagnosticWithoutMembers reads back a report of another program, which may
// leave members out: they are zero.
func TestDiagnosticWithoutMembers(t *testing.T) {
	var r Report
	require.NoError(t, r.UnmarshalJSON([]byte(`{"diagnostics":[{"rule":"text-empty","severity":"error"}]}`)))
	require.Equal(t, Report{Diagnostics: []Diagnostic{{Rule: "text-empty", Severity: SeverityError}}}, r)
}
