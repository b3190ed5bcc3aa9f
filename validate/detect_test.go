package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/scan"
)

// TestDetect has a row for each line of the list by which a kind is detected, and
// for what is between its lines.
func TestDetect(t *testing.T) {
	tests := []struct {
		name, body string
		want       Kind
	}{
		{"message with from", `{"message":{},"from":"a"}`, KindChatsCreate},
		{"message with from and to", `{"to":[],"message":{},"from":"a"}`, KindChatsCreate},
		{"message with to", `{"message":{},"to":[]}`, KindMessagesCreate},
		{"message alone", `{"message":{}}`, KindChatsMessagesSend},
		{"message wins over whatever else is there", `{"poll":{},"layout":{},"text":"x","message":{}}`, KindChatsMessagesSend},
		{"a null is a member", `{"message":null,"to":null}`, KindMessagesCreate},
		{"so is one of the wrong type", `{"message":"Hi"}`, KindChatsMessagesSend},
		{"a name in escapes is the same name", `{"\u006dessage":{},"t\u006f":[]}`, KindMessagesCreate},
		{"names are case-sensitive", `{"Message":{}}`, ""},
		{"names below the top say nothing", `{"a":{"message":{}}}`, ""},

		{"flat with from", `{"parts":[],"from":"a"}`, KindChatsCreate},
		{"flat with from and to", `{"to":[],"parts":[],"from":"a"}`, KindChatsCreate},
		{"flat with to", `{"parts":[],"to":[]}`, KindMessagesCreate},
		{"parts alone", `{"parts":[]}`, KindMessage},
		{"experience alone", `{"experience":{}}`, KindMessage},
		{"experience with to", `{"experience":{},"to":[]}`, KindMessagesCreate},
		{"experience with from and to", `{"experience":{},"from":"a","to":[]}`, KindChatsCreate},
		{"experience with from", `{"experience":{},"from":"a"}`, KindChatsCreate},
		{"parts with a layout is a message all the same", `{"parts":[],"layout":{}}`, KindMessage},
		{"experience with a layout is an update of a card", `{"layout":{},"experience":{}}`, KindMessagesUpdateAppCard},
		{"from and to", `{"from":"a","to":[]}`, KindChatsCreate},
		{"to alone", `{"to":[]}`, KindMessagesCreate},
		{"from alone", `{"from":"a"}`, ""},

		{"poll", `{"poll":{}}`, KindChatsPollsCreate},
		{"poll before options", `{"options":[],"poll":{}}`, KindChatsPollsCreate},
		{"options", `{"options":[]}`, KindMessagesPollsAdd},
		{"options before option_id", `{"option_id":"x","options":[]}`, KindMessagesPollsAdd},
		{"option_id before operation", `{"operation":"add","option_id":"x"}`, KindMessagesPollsVote},

		{"layout", `{"layout":{}}`, KindMessagesUpdateAppCard},
		{"voice_memo_url", `{"voice_memo_url":"x"}`, KindChatsVoicememo},
		{"voice_memo_url with attachment_id", `{"attachment_id":"x","voice_memo_url":"x"}`, KindChatsVoicememo},
		{"operation", `{"operation":"add"}`, KindMessagesReact},
		{"a reaction's type does not matter", `{"type":"love","operation":"add"}`, KindMessagesReact},
		{"a reaction's type alone", `{"type":"love"}`, KindMessagesReact},
		{"another type alone", `{"type":"text"}`, ""},
		{"a placement", `{"placement":{"x":0}}`, KindMessagesUpdateStickerPlacement},
		{"text of another API", `{"text":"x","blocks":[]}`, ""},
		{"a subscription", `{"target_url":"x","subscribed_events":[]}`, KindWebhookSubscriptionsCreate},
		{"an update of a subscription", `{"target_url":"x","subscribed_events":[],"is_active":true}`, KindWebhookSubscriptionsUpdate},
		{"only a filter", `{"phone_numbers":[],"is_active":null}`, KindWebhookSubscriptionsUpdate},
		{"only whether it is active", `{"is_active":true}`, KindWebhookSubscriptionsUpdate},
		{"only no filter", `{"phone_numbers":null}`, KindWebhookSubscriptionsUpdate},
		{"numbers that are not strings", `{"phone_numbers":[1]}`, ""},
		{"a filter and another member", `{"phone_numbers":[],"x":1}`, ""},
		{"a contact card", `{"first_name":"a","phone_number":"b"}`, KindContactCardCreate},
		{"an update of a contact card", `{"last_name":"a"}`, KindContactCardUpdate},
		{"a block", `{"handle":"a","reason":"b"}`, KindBlockedHandlesBlock},
		{"a background", `{"type":"photo"}`, KindChatsBackgroundSet},
		{"a first name", `{"first_name":"a"}`, KindContactCardUpdate},
		{"a background of one color", `{"type":"color"}`, KindChatsBackgroundSet},
		{"a background of unknown type", `{"type":"video","shades":[]}`, KindChatsBackgroundSet},
		{"a part is not a background", `{"type":"text","style":"bold"}`, ""},
		{"filename", `{"filename":"x"}`, KindAttachmentsCreate},
		{"size_bytes", `{"size_bytes":1}`, KindAttachmentsCreate},
		{"content_type alone", `{"content_type":"image/png"}`, ""},
		{"text", `{"text":"x"}`, KindMessagesEdit},
		{"text with a part_index", `{"part_index":0,"text":"x"}`, KindMessagesEdit},
		{"text before attachment_id", `{"attachment_id":"x","text":"x"}`, KindMessagesEdit},
		{"attachment_id", `{"attachment_id":"x"}`, KindChatsVoicememo},
		{"nothing", `{}`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			report := JSON([]byte(test.body))
			require.Equal(t, test.want, report.Kind)
			if test.want == "" {
				require.Equal(t, "kind-unknown", found(report))
				require.Contains(t, report.Diagnostics[0].Hint, `"message"`)
			}
		})
	}
}

// TestWithKindWins: a named kind is never second-guessed.
func TestWithKindWins(t *testing.T) {
	for _, k := range Kinds() {
		report := JSON([]byte(ready), WithKind(k))
		require.Equal(t, k, report.Kind)
		require.NotContains(t, rulesOf(report), "kind-unknown")
	}
}

// foreign are files of other programs that look like a payload in some way.
// Each has something that a rule would report if it were one.
var foreign = []struct{ name, body string }{
	{"package.json", `{"name":"x","version":"1.0.0","type":"module","files":["dist"],"scripts":{"test":"jest"},"message":"hi"}`},
	{"a lock file", `{"name":"x","lockfileVersion":3,"requires":true,"packages":{"":{"dependencies":{"a":"^1"}}}}`},
	{"tsconfig with comments", "{\n  // see https://aka.ms/tsconfig\n  \"compilerOptions\": {\"paths\": {\"parts\": [\"./parts/*\"],},},\n}"},
	{"a list that names parts, and a comment", "{\"include\":[\"parts\"] /* all */}"},
	{"settings with trailing commas", `{"options":[],"text":"",}`},
	{"translations", `{"text":"","message":"Send a message","parts":{"one":"part","other":"parts"},"to":"To","from":"From"}`},
	{"translations of one name", `{"text":""}`},
	{"translations as a list", `{"message":{"parts":["You have ","{count}"," messages"],"id":"inbox"}}`},
	{"a log line", `{"level":"info","message":"sent","from":"worker-1","to":"queue","parts":3}`},
	{"another log line", `{"time":"2026-01-01","message":{"text":"sent","parts":2},"operation":"add"}`},
	{"a mail", `{"from":"a@example.com","to":"b@example.com","message":"hello"}`},
	{"a mail to several", `{"from":"a@example.com","to":["b@example.com"],"subject":"hello","text":"…"}`},
	{"a mail with MIME parts", `{"message":{"parts":[{"type":"text/plain","content":"hello"},{"type":"text/html","content":"<p>"}]}}`},
	{"Gmail", `{"id":"1","payload":{"parts":[{"mimeType":"text/plain","body":{"size":1}}]}}`},
	{"a MIME tree", `{"parts":[{"type":"text/plain","value":"x"},{"type":"multipart/mixed","value":"x"}]}`},
	{"Twilio", `{"to":"+14155550123","from":"+12052535597","body":"hello"}`},
	{"Twilio's answer", `{"sid":"SM1","to":"+14155550123","from":"+1205","body":"hi","status":"queued","error_code":null}`},
	{"Slack", `{"channel":"C1","text":"","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"hi"}}]}`},
	{"Slack's attachments", `{"text":"x","attachments":[{"text":"","fallback":"y"}]}`},
	{"Discord", `{"content":"hi","embeds":[{"type":"rich"}],"poll":{"question":{"text":"?"},"answers":[{"poll_media":{"text":"a"}}]}}`},
	{"Telegram", `{"update_id":1,"message":{"message_id":2,"from":{"id":1},"chat":{"id":1},"text":"hi"}}`},
	{"Telegram's poll", `{"poll":{"id":"1","question":"Lunch?","options":[{"text":"a","voter_count":0}],"is_closed":false}}`},
	{"Mastodon's poll", `{"status":"hi","poll":{"options":["a"],"expires_in":60}}`},
	{"WhatsApp", `{"messaging_product":"whatsapp","to":"14155550123","type":"text","text":{"body":"hi"}}`},
	{"A2A, a message", `{"message":{"role":"user","messageId":"1","parts":[{"kind":"text","text":"hi"}]}}`},
	{"A2A, a message of its first version", `{"message":{"role":"user","parts":[{"type":"text","text":"hi"}]}}`},
	{"A2A, an artefact", `{"artifactId":"1","parts":[{"kind":"text","text":"hi"}]}`},
	{"A2A, an artefact of its first version", `{"name":"answer","index":0,"parts":[{"type":"text","text":"hi"},{"type":"file","file":{"uri":"x"}}]}`},
	{"AI SDK, a message", `{"id":"1","role":"user","parts":[{"type":"text","text":"hi"}]}`},
	{"AI SDK, a request", `{"id":"chat","trigger":"submit-message","message":{"id":"1","role":"user","parts":[{"type":"text","text":"hi"}]}}`},
	{"AI SDK, parts without a role", `{"id":"1","parts":[{"type":"text","text":"hi"},{"type":"file","url":"data:x","mediaType":"image/png"}]}`},
	{"Gemini", `{"contents":[{"role":"user","parts":[{"text":"hi"}]}],"systemInstruction":{"parts":[{"text":"hi"}]}}`},
	{"Gemini, one content", `{"parts":[{"text":"hi"},{"inlineData":{"mimeType":"image/png","data":""}}],"role":"user"}`},
	{"Gemini, an instruction", `{"parts":[{"text":"hi"}]}`},
	{"OpenAI, a request", `{"model":"gpt","messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}]}`},
	{"OpenAI, a choice", `{"index":0,"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}`},
	{"OpenAI, an export", `{"id":"1","message":{"author":{"role":"user"},"content":{"content_type":"text","parts":["hi"]}}}`},
	{"Anthropic", `{"role":"user","content":[{"type":"text","text":"hi"}]}`},
	{"OpenCode", `{"info":{"role":"user"},"parts":[{"id":"prt_1","type":"text","text":"hi"},{"type":"tool","tool":"bash"}]}`},
	{"a JSON Schema", `{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"parts":{"type":"array"},"text":{"type":"string"}},"required":["parts"]}`},
	{"an OpenAPI operation", `{"operationId":"send","parameters":[],"responses":{"200":{"description":"ok"}}}`},
	{"GeoJSON", `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}]}`},
	{"an ESLint test", `{"code":"x","options":[],"errors":[{"message":"no"}]}`},
	{"no options", `{"options":[]}`},
	{"a select box", `{"options":[{"text":"Red","value":"red"},{"text":"","value":""}]}`},
	{"a quiz", `{"question":"?","options":[{"text":""},{"text":""}]}`},
	{"a page's layout", `{"layout":{"columns":3},"url":"/home"}`},
	{"a layout by name", `{"layout":"default"}`},
	{"a JSON Patch", `{"op":"add","path":"/a","value":1}`},
	{"a change", `{"operation":"add","type":"node"}`},
	{"a queue's entry", `{"operation":"create","type":"order"}`},
	{"a filter", `{"operation":"create","type":"custom"}`},
	{"a file's record", `{"filename":"a.flac","size_bytes":0}`},
	{"a file's record with a hash", `{"filename":"a.flac","size_bytes":0,"content_type":"audio/flac","sha256":"x"}`},
	{"an attachment by number", `{"attachment_id":7}`},
	{"an attachment by another id", `{"attachment_id":"att_7"}`},
	{"a data set's record", `{"text":"` + strings.Repeat("lorem ipsum ", 1000) + `"}`},
	{"a data set's cut record", `{"text":"half an emoji \ud83d"}`},
	{"a bill of material", `{"parts":[{"type":"resistor","value":"10k"},{"type":"capacitor","value":"1u"}]}`},
	{"a route", `{"from":"Paris","to":"Rome"}`},
	{"numbers and a text of another API", `{"to":["+14155550123"],"message":"hello","sms":{"parts":2}}`},
	{"stops and a bill", `{"to":["Rome"],"bill":{"parts":[{"type":"text","value":"x"}]}}`},
	{"a route over stations", `{"from":"Paris","to":["Rome"],"parts":[{"type":"train"}]}`},
	{"a résumé", `{"name":"A","experience":[{"name":"Job"}]}`},
	{"a résumé's summary", `{"experience":{"years":5}}`},
	{"an array", `[{"message":{"parts":[]}}]`},
	{"a string", `"parts"`},
	{"nothing", ``},
	{"no JSON", `parts: [a, b]`},
	{"no text", "\x00\x01\xff\"parts\""},
}

// TestOnlyPayloadsSkips checks that a walk through any repository raises no
// false alarm.
func TestOnlyPayloadsSkips(t *testing.T) {
	v := New(WithOnlyPayloads(), WithNotes())
	for _, f := range foreign {
		t.Run(f.name, func(t *testing.T) {
			require.Equal(t, Report{}, v.JSON([]byte("// a comment\n"+f.body)), "nor a repaired one")
			require.Equal(t, Report{}, v.JSON([]byte(f.body)))
		})
	}
}

// TestOnlyPayloadsStillReports has what people get wrong in payloads: that must
// not be skipped.
func TestOnlyPayloadsStillReports(t *testing.T) {
	run := func(name, body, want string) {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, want, found(JSON([]byte(body), WithOnlyPayloads())))
		})
	}
	run("no parts", `{"message":{"parts":[]}}`, "parts-empty /message/parts")
	run("a part without type", sendOf(`{"value":"Hi"}`), "field-required /message/parts/0")
	run("a part that is a string", sendOf(`"Hi"`), "json-type /message/parts/0")
	run("a type that is nearly one", sendOf(`{"type":"Text","value":"Hi"}`), "part-type /message/parts/0/type")
	run("text instead of value", sendOf(`{"type":"text","text":"Hi"}`), "field-required /message/parts/0; field-unknown /message/parts/0/text")
	run("to as a string", `{"to":"+14155550123",`+ready[1:], "json-type /to")
	run("recipients and an unknown part", `{"to":["+14155550123"],"message":{"parts":[{"kind":"text"}]}}`, "field-required /message/parts/0")
	run("message mistyped", `{"to":["+14155550123"],"mesage":{"parts":[{"type":"text","value":"Hi"}]}}`, "field-required; field-unknown /mesage")
	run("from without to", `{"from":"+12052535597",`+ready[1:], "field-required")
	run("a flat body", `{"to":["+14155550123"],"parts":[{"type":"text","value":"Hi"}]}`, "field-required; field-misplaced /parts")
	run("a bare message", `{"parts":[{"type":"text","value":""}]}`, "text-empty /parts/0/value")
	run("a bare message with a part that lacks its value", `{"parts":[{"type":"text"}]}`, "field-required /parts/0")
	run("an experience", contentOf(`"experience":{"name":"a","action":"b","params":{"x":[]}}`), "experience-params /message/experience/params/x")
	run("broken syntax where parts occur", `{"message":{"parts" : [{"type":"text"},]}}`, "field-required /message/parts/0; json-syntax")
	run("a repaired payload", `{'to':['+14155550123'],'message':{'parts':[{'type':'text','value':'Hi'}]}}`, "json-syntax")
	run("a payload that is cut off", `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hi"},`, "json-syntax")
	run("a poll with a title", `{"poll":{"title":"?","options":[{"text":"a"}]}}`, "poll-title /poll/title; poll-options /poll/options")
	run("options", `{"options":[{"text":""}]}`, "poll-options /options/0/text")
	run("a vote", `{"operation":"add","option_id":"7"}`, "poll-vote /option_id")
	run("a part of unknown type", sendOf(`{"type":"carousel","cards":[]}`), "part-type /message/parts/0/type")
	run("an app in an update", `{"layout":{"caption":"x"},"app":{"name":"Acme"}}`, "field-required /app; field-required /app")
	run("a fraction", `{"text":"x","part_index":0.5}`, "json-type /part_index")
	run("an unknown operation", `{"operation":"toggle","type":"love"}`, "react-operation /operation")
	run("an emoji as the type", `{"operation":"add","type":"🔥"}`, "react-type /type")
	run("a reaction", `{"operation":"add","type":"heart"}`, "react-type /type")
	run("another", `{"operation":"Add","type":"love"}`, "react-operation /operation")
	run("an edit", `{"text":"","part_index":0}`, "edit-text /text")
	run("a voice memo", `{"voice_memo_url":"http://example.com/a.mp3"}`, "voicememo-url /voice_memo_url")
	run("a card", `{"layout":{"caption":"","columns":3}}`, "card-empty /layout; field-unknown /layout/columns")
	run("an attachment", `{"filename":"a.png","content_type":"image/png","size_bytes":0}`, "attachment-size /size_bytes")
	run("a kind that is named is always checked", `{"a":1}`, "")
	require.Equal(t, "field-required; field-unknown /a", found(JSON([]byte(`{"a":1}`), WithOnlyPayloads(), WithKind(KindChatsMessagesSend))))
}

// TestOnlyPayloadsKeepsTheCorpus: a body of the corpus whose kind is detected is
// found in a walk too.
func TestOnlyPayloadsKeepsTheCorpus(t *testing.T) {
	for _, l := range readCorpus(t) {
		all := JSON(l.bytes())
		walked := JSON(l.bytes(), WithOnlyPayloads())
		if walked.Kind != "" {
			require.Equal(t, all, walked, l.Name)
		}
	}
}

// TestPlacementsInWalks has the rows of docs/decisions/sticker-placements.md.
func TestPlacementsInWalks(t *testing.T) {
	walk := New(WithOnlyPayloads())
	for body, payload := range map[string]bool{
		`{"placement":{"x":0.5,"scale":1.5}}`:           true,
		`{"placement":{"y":0.5,"rotation":30}}`:         true,
		`{"placement":{"x":0.5,"y":0.5}}`:               false,
		`{"placement":{"scale":1.5}}`:                   false,
		`{"placement":{}}`:                              false,
		`{"placement":{"x":0.5,"scale":1.5,"width":3}}`: false,
		`{"placement":{"x":"0.5","scale":1.5}}`:         false,
	} {
		report := walk.JSON([]byte(body))
		require.Equal(t, payload, report.Kind == KindMessagesUpdateStickerPlacement, body)
		require.Empty(t, report.Diagnostics, body)
	}
}

// TestDetectOnce: what is detected of a usual send while its members are read is what
// detect says, for every order of up to four members.
func TestDetectOnce(t *testing.T) {
	names := []string{"message", "to", "from", "override_optout", "continuation_message", "exclude_from", "parts", `t\u006f`, "x"}
	var view scan.View
	var try func(body string, members int)
	try = func(body string, members int) {
		if members > 0 {
			whole := body[:len(body)-1] + "}"
			require.Zero(t, view.Scan([]byte(whole)))
			require.Equal(t, detect(&view, topMembers(&view)), JSON([]byte(whole)).Kind, whole)
		}
		if members < 4 {
			for _, name := range names {
				try(body+`"`+name+`":[],`, members+1)
			}
		}
	}
	try("{", 0)
}
