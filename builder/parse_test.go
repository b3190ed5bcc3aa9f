package builder

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

// corpusLine is a line of testdata/corpus.jsonl, whose bodies come from the
// documentation and from captures, not from this package.
type corpusLine struct {
	Name      string
	Kind      validate.Kind
	Detect    bool
	Body      json.RawMessage
	Raw       *string
	RawBase64 *string `json:"raw_base64"`
	Expect    []struct{ Rule, Pointer string }
}

func (l *corpusLine) bytes(t testing.TB) []byte {
	switch {
	case l.Raw != nil:
		return []byte(*l.Raw)
	case l.RawBase64 != nil:
		b, err := base64.StdEncoding.DecodeString(*l.RawBase64)
		require.NoError(t, err)
		return b
	}
	return l.Body
}

func corpus(t testing.TB) []corpusLine {
	f, err := os.Open("../testdata/corpus.jsonl")
	require.NoError(t, err)
	defer f.Close()
	var lines []corpusLine
	for sc := bufio.NewReader(f); ; {
		text, err := sc.ReadBytes('\n')
		if len(bytes.TrimSpace(text)) > 0 {
			var l corpusLine
			require.NoError(t, json.Unmarshal(text, &l))
			lines = append(lines, l)
		}
		if err != nil {
			break
		}
	}
	require.Greater(t, len(lines), 100)
	return lines
}

// decoded decodes a body, with numbers as written.
func decoded(t testing.TB, body []byte) any {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	var v any
	require.NoError(t, d.Decode(&v), "%s", body)
	return v
}

func requireRoundTrip(t testing.TB, body []byte, r Request) {
	again := encoded(r)
	if before, after := decoded(t, body), decoded(t, []byte(again)); !reflect.DeepEqual(before, after) {
		t.Fatalf("%s\nbecame\n%s\n%s", body, again, cmp.Diff(before, after))
	}
}

func TestParseKeepsTheCorpus(t *testing.T) {
	read := 0
	for _, l := range corpus(t) {
		body := l.bytes(t)
		r, err := Parse(body, validate.WithKind(l.Kind))
		var root map[string]any
		if !utf8.Valid(body) || json.Unmarshal(body, &root) != nil || root == nil {
			require.Error(t, err, l.Name)
			continue
		}
		if err != nil { // deeper than is read, or of no kind
			var invalid *validate.InvalidError
			require.ErrorAs(t, err, &invalid, l.Name)
			require.Contains(t, "json-syntax kind-unknown", invalid.Report.Diagnostics[0].Rule, l.Name)
			continue
		}
		read++
		requireRoundTrip(t, body, r)
		if l.Kind != "" {
			require.Equal(t, l.Kind, r.Kind(), l.Name)
		}
	}
	require.Greater(t, read, 90)
}

func TestParseKeepsWhatNoMethodSays(t *testing.T) {
	for name, row := range map[string]struct {
		kind validate.Kind
		body string
	}{
		"unknown members at every level": {validate.KindMessagesCreate, `{"to":["+1"],"new":{"a":[1,2.50]},"message":{"parts":[{"type":"text","value":"x","glow":1}],"mood":null}}`},
		"unknown part type":              {validate.KindMessage, `{"parts":[{"type":"sticker","value":"x","pack":5}]}`},
		"part without type":              {validate.KindMessage, `{"parts":[{"value":"x","text_decorations":[]}]}`},
		"type of the wrong type":         {validate.KindMessage, `{"parts":[{"type":5,"value":"x"}]}`},
		"parts of other types":           {validate.KindMessage, `{"parts":["x",1,null,[1, {"a" : "b c"}],{}]}`},
		"value of the wrong type":        {validate.KindMessage, `{"parts":[{"type":"text","value":7,"text_decorations":[{"range":[0,1],"style":"bold"}]}]}`},
		"media with both sources":        {validate.KindMessage, `{"parts":[{"type":"media","url":"u","attachment_id":"a"}]}`},
		"media with neither":             {validate.KindMessage, `{"parts":[{"type":"media"}]}`},
		"value on a media part":          {validate.KindMessage, `{"parts":[{"type":"media","url":"u","value":"v"}]}`},
		"decorations of all sorts":       {validate.KindMessage, `{"parts":[{"type":"text","value":"abc","text_decorations":[{"range":[0,1],"style":"bold","animation":"big"},{"range":[0],"style":"bold"},{"style":"bold"},5,{"range":[1.0,2],"animation":"nod"}]}]}`},
		"decorations of no type":         {validate.KindMessage, `{"parts":[{"type":"text","value":"abc","text_decorations":{"range":[0,1]}}]}`},
		"empty style":                    {validate.KindMessage, `{"parts":[{"type":"text","value":"abc","text_decorations":[{"range":[0,1],"style":""}]}]}`},
		"mention without a range":        {validate.KindMessage, `{"parts":[{"type":"text","value":"abc","mention":"+14155550123"}]}`},
		"mention_range alone":            {validate.KindMessage, `{"parts":[{"type":"text","value":"abc","mention_range":[0,1]}]}`},
		"mention of the wrong type":      {validate.KindMessage, `{"parts":[{"type":"text","value":"abc","mention":5,"mention_range":[0,1]}]}`},
		"mention_range of three":         {validate.KindMessage, `{"parts":[{"type":"text","value":"abc","mention":"x","mention_range":[0,1,2]}]}`},
		"effect without name":            {validate.KindMessage, `{"parts":[],"effect":{"type":"screen"}}`},
		"effect without type":            {validate.KindMessage, `{"parts":[],"effect":{"name":"confetti"}}`},
		"effect of the old form":         {validate.KindMessage, `{"parts":[],"effect":{"screen_effect":"confetti"}}`},
		"nulls":                          {validate.KindMessagesCreate, `{"to":null,"message":null,"continuation_message":null,"exclude_from":null,"override_optout":null}`},
		"nulls in the message":           {validate.KindChatsMessagesSend, `{"message":{"parts":null,"effect":null,"idempotency_key":null,"preferred_service":null,"reply_to":null,"experience":null}}`},
		"empty message":                  {validate.KindChatsMessagesSend, `{"message":{}}`},
		"no message":                     {validate.KindChatsMessagesSend, `{}`},
		"empty arrays":                   {validate.KindMessagesCreate, `{"to":[],"message":{"parts":[]},"exclude_from":[]}`},
		"false":                          {validate.KindChatsMessagesSend, `{"override_optout":false}`},
		"recipients of all sorts":        {validate.KindChatsCreate, `{"from":5,"to":["+1",5]}`},
		"recipient as a string":          {validate.KindChatsCreate, `{"from":"+1","to":"+1"}`},
		"from where there is none":       {validate.KindMessagesCreate, `{"from":"+1","to":["+1"]}`},
		"to where there is none":         {validate.KindChatsMessagesSend, `{"to":["+1"],"exclude_from":["+1"]}`},
		"reply without part":             {validate.KindMessage, `{"reply_to":{"message_id":"x"}}`},
		"reply with part 0":              {validate.KindMessage, `{"reply_to":{"message_id":"x","part_index":0}}`},
		"reply without id":               {validate.KindMessage, `{"reply_to":{"part_index":0}}`},
		"numbers in other forms":         {validate.KindMessagesEdit, `{"text":"x","part_index":1.0}`},
		"minus zero":                     {validate.KindMessagesEdit, `{"text":"x","part_index":-0}`},
		"beyond int64":                   {validate.KindAttachmentsCreate, `{"filename":"a","content_type":"b","size_bytes":99999999999999999999}`},
		"half surrogate pairs":           {validate.KindMessage, `{"parts":[{"type":"text","value":"a\ud83d","\ud83d":1,"\ude00":2}]}`},
		"repeated members":               {validate.KindMessage, `{"parts":[],"parts":[{"type":"text","type":"link","value":"a","value":"b"}],"x":1,"x":2}`},
		"app card":                       {validate.KindMessage, `{"parts":[{"type":"imessage_app","app":{"bundle_id":"a","name":"b","team_id":"c","app_store_id":0},"layout":{"caption":"","image_title":"x"},"url":"","interactive":"yes"}]}`},
		"app card without layout":        {validate.KindMessage, `{"parts":[{"type":"imessage_app","app":{"bundle_id":"a","name":"b","team_id":"c"}}]}`},
		"app card, all right":            {validate.KindMessage, `{"parts":[{"type":"imessage_app","app":{"bundle_id":"a","name":"b","team_id":"c","app_store_id":1},"layout":{"image_url":"u","image_title":"x","new":1},"fallback_text":"f","interactive":false}]}`},
		"card update without layout":     {validate.KindMessagesUpdateAppCard, `{"url":"x","app":{}}`},
		"card update":                    {validate.KindMessagesUpdateAppCard, `{"layout":{},"experience":{"name":"a","action":"b","params":{"x":1,"y":"z","w":true}}}`},
		"experience, nested":             {validate.KindMessage, `{"experience":{"name":"a","action":"b","params":{"x":[1]}}}`},
		"experience, no params":          {validate.KindMessage, `{"experience":{"name":"a","action":"b","params":{}}}`},
		"poll":                           {validate.KindChatsPollsCreate, `{"poll":{"options":[{"text":"a"},{"text":"b"}],"idempotency_key":"k"}}`},
		"poll with more":                 {validate.KindChatsPollsCreate, `{"poll":{"title":"t","options":[{"text":"a","id":1},5]}}`},
		"empty poll":                     {validate.KindChatsPollsCreate, `{"poll":{}}`},
		"options":                        {validate.KindMessagesPollsAdd, `{"options":[{"text":"a"},{}]}`},
		"vote":                           {validate.KindMessagesPollsVote, `{"operation":"remove","option_id":null}`},
		"reaction":                       {validate.KindMessagesReact, `{"operation":"add","type":"custom","custom_emoji":"x","part_index":2}`},
		"voice memo":                     {validate.KindChatsVoicememo, `{"voice_memo_url":"u","attachment_id":"a","override_optout":false}`},
		"names that need escapes":        {validate.KindMessage, `{"a\"b\\c\n/~":1,"":2}`},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Parse([]byte(row.body), validate.WithKind(row.kind))
			require.NoError(t, err)
			require.Equal(t, row.kind, r.Kind())
			requireRoundTrip(t, []byte(row.body), r)
			// What Parse gives for its own output is the same again.
			again, err := Parse([]byte(encoded(r)), validate.WithKind(row.kind))
			require.NoError(t, err)
			require.Equal(t, encoded(r), encoded(again))
		})
	}
}

// TestParseTypesWhatMethodsSay: what a method can set is never a further member.
func TestParseTypesWhatMethodsSay(t *testing.T) {
	app := App{BundleID: "com.acme.app", Name: "Acme", TeamID: "ACMETEAM12", AppStoreID: 1}
	for name, r := range map[string]Request{
		"a message": MessagesCreate("+14155550123").ExcludeFrom("+14155550199").OverrideOptOut().Continuation("new line").Effect(EffectConfetti).
			ReplyTo(lineID, 0).PreferredService(validate.ServiceIMessage).IdempotencyKey("k").Text("hi Ann", Bold("hi"), Mention("+14155550123", "Ann")),
		"an experience": ContentOnly().Experience(Experience{Name: "a", Action: "b", Params: []ExperienceParam{Param("c", "x"), Param("d", 1.5), Param("e", true)}}),
		"a card":        ContentOnly().AppCard(AppCard(app).Caption("a").Subcaption("b").URL("https://example.com").FallbackText("c").Interactive()),
		"an update":     MessagesUpdateAppCard().Caption("a").URL("https://example.com").FallbackText("c").App(app),
		"a poll":        ChatsPollsCreate("a", "b"),
		"options":       MessagesPollsAdd("a", "b"),
		"an edit":       MessagesEdit("a").AtPart(1),
		"a file":        AttachmentsCreate(File{Filename: "a.jpg", ContentType: "image/jpeg", SizeBytes: 1}),
	} {
		t.Run(name, func(t *testing.T) {
			read, err := Parse([]byte(encoded(r)), validate.WithKind(r.Kind()))
			require.NoError(t, err)
			require.Empty(t, read.Members())
			if c, ok := contentOf(read); ok {
				require.Empty(t, c.MessageMembers)
				for _, p := range c.Parts {
					require.Empty(t, p.Members())
				}
			}
			require.Equal(t, encoded(r), encoded(read))
		})
	}
}

// TestParseShowsDecorations: of decorations that no method makes, those with a range
// and a style or an animation can be read.
func TestParseShowsDecorations(t *testing.T) {
	r, err := Parse([]byte(`{"parts":[{"type":"text","value":"abc","text_decorations":[
		{"range":[0,1],"style":"bold","new":1},{"range":[1,2],"animation":"nod","new":1},{"range":[0,3]},{"style":"italic"},5]}]}`), validate.WithKind(validate.KindMessage))
	require.NoError(t, err)
	c, _ := contentOf(r)
	require.Equal(t, []decorations.Decoration{
		{Range: decorations.Range{Start: 0, End: 1}, Style: decorations.Bold}, {Range: decorations.Range{Start: 1, End: 2}, Animation: decorations.Nod},
	}, c.Parts[0].Decorations())
}

func TestParseRefusesWhatIsNoBody(t *testing.T) {
	for name, body := range map[string]string{
		"nothing": "", "not JSON": "{", "an array": "[]", "a string": `"x"`, "not UTF-8": "{\"a\":\"\xff\"}", "two": "{}{}",
		"too deep": strings.Repeat("[", 65) + strings.Repeat("]", 65),
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Parse([]byte(body), validate.WithKind(validate.KindMessage), validate.WithSeverity("*", validate.SeverityOff))
			require.Nil(t, r)
			var invalid *validate.InvalidError
			require.ErrorAs(t, err, &invalid)
			require.NotEmpty(t, err.Error())
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, l := range corpus(f) {
		f.Add(l.bytes(f), string(l.Kind))
	}
	for _, k := range validate.Kinds() {
		f.Add([]byte(`{"message":{"parts":[{"type":"text","value":"\ud83d","mention_range":[0,1]}]},"layout":{"image_title":""},"poll":{"options":[{}]}}`), string(k))
	}
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		known, ok := validate.ParseKind(kind)
		if kind != "" && !ok {
			return // an option that panics, as any mistyped one
		}
		r, err := Parse(body, validate.WithKind(known))
		if err != nil {
			require.Nil(t, r)
			return
		}
		requireRoundTrip(t, body, r)
		if c, ok := contentOf(r); ok {
			for _, p := range c.Parts {
				p.Decorations()
				p.Mention()
				p.Card()
			}
		}
		b, err := r.Build() // no panic, and no bytes with an error
		require.Equal(t, err == nil, b.Len() > 0)
	})
}

// TestCheckedWithoutKind: bytes whose kind cannot be detected are refused by a
// validator that does not report that.
func TestCheckedWithoutKind(t *testing.T) {
	quiet := validate.New(validate.WithSeverity("kind-unknown", validate.SeverityOff))
	payloads := validate.New(validate.WithOnlyPayloads())
	for _, test := range []struct {
		name string
		v    *validate.Validator
		body string
		want string
	}{
		{"a rule that is off", quiet, `{"name":"x"}`, "kind-unknown/members"},
		{"a response", quiet, `{"chat_id":"550e8400-e29b-41d4-a716-446655440000","message":{"id":"550e8400-e29b-41d4-a716-446655440000","parts":[],"sent_at":null,"delivery_status":"pending","is_read":false}}`, "kind-unknown/response"},
		{"payloads alone", payloads, `{"name":"x"}`, "kind-unknown/members"},
		{"payloads alone: not JSON", payloads, `{"name"`, "json-syntax/truncated"},
		{"payloads alone: not an object", payloads, `[]`, "json-syntax/root"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := CheckedWith(test.v, "", []byte(test.body))
			var invalid *validate.InvalidError
			require.ErrorAs(t, err, &invalid)
			require.Equal(t, test.want, invalid.Report.Diagnostics[0].Reason)
		})
	}
}
