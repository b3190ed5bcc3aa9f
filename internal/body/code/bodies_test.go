package code

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// sample is a body that the API takes, with the kind that it is checked as.
type sample struct {
	name string
	kind validate.Kind
	body string
}

// own has bodies of kinds that the corpus lacks.
var own = []sample{
	{"members that no builder method sets", validate.KindChatsMessagesSend, `{"message":{"parts":[{"type":"text","value":"it's \"quoted\" \\ $HOME ` + "`x`" + ` JSON\nJSON\n","text_decorations":[],"tone":null}],"priority":{"level":1,"__proto__":[true,{}]},"effect":{"name":"sparkle"}},"trace":["a'b",1e2,-0.5]}`},
	{"a member twice", validate.KindMessagesEdit, `{"text":"a","text":"b","part_index":1.0}`},
	{"a mention and two occurrences", validate.KindChatsMessagesSend, `{"message":{"parts":[{"type":"text","value":"na na Kevin na 🎉","mention":"+14155551234","mention_range":[6,11],"text_decorations":[{"range":[3,5],"style":"bold"},{"range":[12,14],"animation":"bloom"},{"range":[0,2],"animation":"shake"}]}],"override":1}}`},
	{"an experience", validate.KindMessagesCreate, `{"to":["+14155559876"],"message":{"experience":{"name":"game","action":"start","params":{"level":3,"speed":1.5,"hard":true,"who":"\"Kim\"","big":9007199254740993}}},"override_optout":true,"exclude_from":[]}`},
	{"a card's update with an experience", validate.KindMessagesUpdateAppCard, `{"layout":{"caption":"Move 2","image_url":"https://example.com/b.jpg","image_title":"Board"},"experience":{"name":"game","action":"move","params":{"cell":7}},"interactive":false}`},
	{"a card's update", validate.KindMessagesUpdateAppCard, `{"layout":{"caption":"Move 2"},"url":"https://example.com/g/7","fallback_text":"Your move"}`},
	{"a card with an id over 2^53", validate.KindMessage, `{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12","app_store_id":9007199254740993},"layout":{"caption":"Hi"},"interactive":true,"url":"https://example.com/o?a=1&b=2"}]}`},
	{"a removed reaction", validate.KindMessagesReact, `{"operation":"remove","type":"love"}`},
	{"a removed vote", validate.KindMessagesPollsVote, `{"operation":"remove","option_id":"550e8400-e29b-41d4-a716-446655440000"}`},
	{"more options", validate.KindMessagesPollsAdd, `{"options":[{"text":"Pizza"},{"text":"Ramen","emoji":"🍜"}]}`},
	{"a voice memo by id", validate.KindChatsVoicememo, `{"attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`},
	{"a file of an odd type", validate.KindAttachmentsCreate, `{"filename":"a.numbers","content_type":"application/vnd.apple.numbers","size_bytes":7}`},
	{"line separators and controls", validate.KindMessagesEdit, `{"text":"a\u2028b\u2029c\u0000\u007f\t\/ é 🎉"}`},
	{"a lone surrogate", validate.KindMessagesEdit, `{"text":"a \ud83d\/ b \\/"}`},
	{"a name that would end a comment", validate.KindChatsMessagesSend, `{"message":{"parts":[{"type":"text","value":"Hi","x\nprocess.exit(1) //\u2028process.exit(1) //":1}]}}`},
	{"stickers in a text", validate.KindChatsMessagesSend, `{"message":{"parts":[{"type":"text","value":"Sip cup 🥤 🥤","text_decorations":[{"range":[0,3],"style":"bold"}],"inline_stickers":[{"range":[11,13],"attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"},{"range":[8,10],"url":"https://cdn.linqapp.com/attachments/a.png"}]},{"type":"media","url":"https://example.com/a.png","sticker":true}]}}`},
	{"an empty list of stickers", validate.KindMessage, `{"parts":[{"type":"text","value":"hi","inline_stickers":[]}]}`},
	{"an App Clip with a caption", validate.KindChatsMessagesSend, `{"message":{"parts":[{"type":"app_clip","value":"https://example.com/pay","caption":"Your \"order\""}]}}`},
	{"a sticker reaction", validate.KindMessagesReact, `{"operation":"add","type":"sticker","attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","placement":{"x":-0.5,"y":0.25,"scale":1.5e0,"rotation":45},"part_index":2}`},
	{"a sticker reaction with an emoji", validate.KindMessagesReact, `{"operation":"add","type":"sticker","emoji":"🎉","placement":{"y":1}}`},
	{"a sticker reaction by URL", validate.KindMessagesReact, `{"operation":"add","type":"sticker","url":"https://cdn.linqapp.com/attachments/a.png"}`},
	{"a placement", validate.KindMessagesUpdateStickerPlacement, `{"placement":{"x":0.1,"rotation":-12.5}}`},
	{"a card's update with an app", validate.KindMessagesUpdateAppCard, `{"layout":{"caption":"x"},"app":{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12"}}`},
	{"a later service member", validate.KindChatsMessagesSend, `{"message":{"parts":[{"type":"media","url":"https://example.com/a.jpg"}],"reply_to":{"message_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"},"idempotency_key":"k","preferred_service":"RCS"}}`},
}

// samples returns the bodies of the corpus and of the rules' examples that have no
// error, and our own.
func samples(t *testing.T) []sample {
	t.Helper()
	file, err := os.Open("../../../testdata/corpus.jsonl")
	require.NoError(t, err)
	defer file.Close()
	var all []sample
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var line struct {
			Name, Raw string
			RawBase64 string `json:"raw_base64"`
			Kind      validate.Kind
			Body      json.RawMessage
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &line))
		body := string(line.Body) + line.Raw
		if line.RawBase64 != "" {
			raw, err := base64.StdEncoding.DecodeString(line.RawBase64)
			require.NoError(t, err)
			body = string(raw)
		}
		all = append(all, sample{line.Name, line.Kind, body})
	}
	require.NoError(t, lines.Err())
	require.Greater(t, len(all), 100)
	for _, rule := range rules.All() {
		for _, examples := range [][]rules.Example{rule.Good, rule.Bad} {
			for _, e := range examples {
				all = append(all, sample{rule.ID + ": " + e.Title, e.Kind, e.Body})
			}
		}
	}
	var out []sample
	for _, s := range all {
		if report := validate.JSON([]byte(s.body), validate.WithKind(s.kind)); report.OK() && report.Kind != "" && len(s.body) < 1<<17 {
			s.kind = report.Kind
			out = append(out, s)
		}
	}
	require.Greater(t, len(out), 50)
	for _, s := range own {
		report := validate.JSON([]byte(s.body), validate.WithKind(s.kind))
		require.True(t, report.OK(), "%s: %v", s.name, report.Diagnostics)
	}
	return append(out, own...)
}
