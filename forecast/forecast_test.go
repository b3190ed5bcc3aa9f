package forecast

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// said is a statement in one line: the fate with its code, the feature, its place.
func said(d Delivery) []string {
	var out []string
	for _, i := range d.Items {
		s := i.Fate.String()
		if i.APICode != 0 {
			s += " " + strings.TrimSpace(map[int]string{2018: "2018", 2028: "2028"}[i.APICode])
		}
		out = append(out, s+": "+i.What+" "+i.Pointer)
	}
	return out
}

func TestForecast(t *testing.T) {
	for _, test := range []struct {
		name               string
		kind               validate.Kind
		body               string
		iMessage, rcs, sms []string
		mms                bool
	}{
		{
			name: "everything that a text can have", kind: validate.KindChatsMessagesSend,
			body: `{"message":{"parts":[{"type":"text","value":"Hi Kevin 🎉","text_decorations":[{"range":[0,2],"style":"bold"},{"range":[9,11],"animation":"explode"}],"mention":"+14155551234"}],"effect":{"name":"confetti","type":"screen"},"reply_to":{"message_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}}}`,
			iMessage: []string{"arrives: the text /message/parts/0/value", "arrives: the decorations bold, explode /message/parts/0/text_decorations", "arrives: the mention of +14155551234 /message/parts/0/mention",
				"arrives: the effect confetti /message/effect", "arrives: the reply /message/reply_to"},
			rcs: []string{"arrives: the text /message/parts/0/value", "dropped: the decorations bold, explode /message/parts/0/text_decorations", "dropped: the mention of +14155551234 /message/parts/0/mention",
				"dropped: the effect confetti /message/effect", "dropped: the reply /message/reply_to"},
			sms: []string{"arrives: the text /message/parts/0/value", "dropped: the decorations bold, explode /message/parts/0/text_decorations", "dropped: the mention of +14155551234 /message/parts/0/mention",
				"dropped: the effect confetti /message/effect", "dropped: the reply /message/reply_to"},
		},
		{
			name: "media by what the URL says", kind: validate.KindMessage, mms: true,
			body:     `{"parts":[{"type":"media","url":"https://example.com/a/photo.JPG?x=1.pdf"},{"type":"media","url":"https://example.com/menu.pdf"},{"type":"media","url":"https://example.com/john.doe"},{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"},{"type":"media","url":"https://example.com/clip.mov"}]}`,
			iMessage: []string{"arrives: the image photo.JPG /parts/0", "arrives: the file menu.pdf /parts/1", "arrives: the file john.doe /parts/2", "arrives: the file /parts/3", "arrives: the video clip.mov /parts/4"},
			rcs:      []string{"arrives: the image photo.JPG /parts/0", "arrives: the file menu.pdf /parts/1", "arrives: the file john.doe /parts/2", "arrives: the file /parts/3", "arrives: the video clip.mov /parts/4"},
			sms:      []string{"changed: the image photo.JPG /parts/0", "dropped: the file menu.pdf /parts/1", "unstated: the file john.doe /parts/2", "unstated: the file /parts/3", "changed: the video clip.mov /parts/4"},
		},
		{
			name: "a link", kind: validate.KindChatsMessagesSend,
			body:     `{"message":{"parts":[{"type":"link","value":"https://example.com"}]}}`,
			iMessage: []string{"arrives: the link /message/parts/0"},
			rcs:      []string{"arrives: the link /message/parts/0"},
			sms:      []string{"changed: the link /message/parts/0"},
		},
		{
			name: "a decoration that wrongly is two", kind: validate.KindMessage,
			body:     `{"parts":[{"type":"text","value":"hi","text_decorations":[{"range":[0,2],"style":"bold","animation":"shake"}]}]}`,
			iMessage: []string{"arrives: the text /parts/0/value", "arrives: the decoration bold, shake /parts/0/text_decorations"},
			rcs:      []string{"arrives: the text /parts/0/value", "dropped: the decoration bold, shake /parts/0/text_decorations"},
			sms:      []string{"arrives: the text /parts/0/value", "dropped: the decoration bold, shake /parts/0/text_decorations"},
		},
		{
			name: "an app card", kind: validate.KindChatsMessagesSend,
			body:     `{"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12"},"layout":{"caption":"Hi"}}]}}`,
			iMessage: []string{"arrives: the app card /message/parts/0"},
			rcs:      []string{"fails 2018: the app card /message/parts/0"},
			sms:      []string{"fails 2018: the app card /message/parts/0"},
		},
		{
			name: "an app clip", kind: validate.KindChatsMessagesSend,
			body:     `{"message":{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay"}]}}`,
			iMessage: []string{"arrives: the app clip /message/parts/0"},
			rcs:      []string{"fails 2028: the app clip /message/parts/0"},
			sms:      []string{"fails 2028: the app clip /message/parts/0"},
		},
		{
			name: "an experience", kind: validate.KindMessagesCreate,
			body:     `{"to":["+14155559876"],"message":{"experience":{"name":"checkers","action":"start"}}}`,
			iMessage: []string{"arrives: the experience checkers /message/experience"},
			rcs:      []string{"fails 2018: the experience checkers /message/experience"},
			sms:      []string{"fails 2018: the experience checkers /message/experience"},
		},
		{
			name: "recipients: an email address, and a group", kind: validate.KindMessagesCreate, mms: true,
			body:     `{"to":["a@example.com","+14155559876","A@example.com"],"message":{"parts":[{"type":"text","value":"hi"}]},"continuation_message":{"text":"x"}}`,
			iMessage: []string{"arrives: the recipient a@example.com /to/0", "arrives: the recipient A@example.com /to/2", "arrives: a group of 2 recipients /to", "arrives: the text /message/parts/0/value", "arrives: the text that may be sent instead /continuation_message/text"},
			rcs:      []string{"fails: the recipient a@example.com /to/0", "fails: the recipient A@example.com /to/2", "arrives: a group of 2 recipients /to", "arrives: the text /message/parts/0/value", "arrives: the text that may be sent instead /continuation_message/text"},
			sms:      []string{"fails: the recipient a@example.com /to/0", "fails: the recipient A@example.com /to/2", "changed: a group of 2 recipients /to", "arrives: the text /message/parts/0/value", "arrives: the text that may be sent instead /continuation_message/text"},
		},
		{
			name: "a part of a later type", kind: validate.KindMessage,
			body:     `{"parts":[{"type":"sticker","url":"https://example.com/s.png"}]}`,
			iMessage: []string{"unstated: the part sticker /parts/0"}, rcs: []string{"unstated: the part sticker /parts/0"}, sms: []string{"unstated: the part sticker /parts/0"},
		},
		{
			name: "a voice memo", kind: validate.KindChatsVoicememo, body: `{"voice_memo_url":"https://example.com/a.m4a"}`,
			iMessage: []string{"arrives: the voice memo "}, rcs: []string{"arrives: the voice memo "}, sms: []string{"dropped: the voice memo "},
		},
		{
			name: "a reaction", kind: validate.KindMessagesReact, body: `{"operation":"add","type":"love"}`,
			iMessage: []string{"arrives: the reaction love "}, rcs: []string{"arrives: the reaction love "}, sms: []string{"dropped: the reaction love "},
		},
		{
			name: "stickers in a text", kind: validate.KindMessage,
			body:     `{"parts":[{"type":"text","value":"Sip cup 🥤","inline_stickers":[{"range":[8,10],"attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"}]},{"type":"text","value":"ab","inline_stickers":[{"range":[0,1],"url":"https://cdn.linqapp.com/a.png"},{"range":[1,2],"url":"https://cdn.linqapp.com/a.png"}]}]}`,
			iMessage: []string{"arrives: the text /parts/0/value", "arrives: the sticker /parts/0/inline_stickers", "arrives: the text /parts/1/value", "arrives: 2 stickers /parts/1/inline_stickers"},
			rcs:      []string{"arrives: the text /parts/0/value", "dropped: the sticker /parts/0/inline_stickers", "arrives: the text /parts/1/value", "dropped: 2 stickers /parts/1/inline_stickers"},
			sms:      []string{"arrives: the text /parts/0/value", "dropped: the sticker /parts/0/inline_stickers", "arrives: the text /parts/1/value", "dropped: 2 stickers /parts/1/inline_stickers"},
		},
		{
			name: "media as a sticker", kind: validate.KindMessage, mms: true,
			body:     `{"parts":[{"type":"media","url":"https://example.com/a.png","sticker":true}]}`,
			iMessage: []string{"arrives: the image a.png /parts/0", "arrives: the sticker /parts/0/sticker"},
			rcs:      []string{"arrives: the image a.png /parts/0", "dropped: the sticker /parts/0/sticker"},
			sms:      []string{"changed: the image a.png /parts/0", "dropped: the sticker /parts/0/sticker"},
		},
		{
			name: "a sticker reaction", kind: validate.KindMessagesReact, body: `{"operation":"add","type":"sticker","emoji":"🎉"}`,
			iMessage: []string{"arrives: the reaction sticker "}, rcs: []string{"unstated: the reaction sticker "}, sms: []string{"dropped: the reaction sticker "},
		},
		{
			name: "a placement", kind: validate.KindMessagesUpdateStickerPlacement, body: `{"placement":{"x":0}}`,
			iMessage: []string{"arrives: the placement "}, rcs: []string{"unstated: the placement "}, sms: []string{"dropped: the placement "},
		},
		{
			name: "an edit", kind: validate.KindMessagesEdit, body: `{"text":"x"}`,
			iMessage: []string{"unstated: the edit "}, rcs: []string{"unstated: the edit "}, sms: []string{"unstated: the edit "},
		},
		{
			name: "a card's update", kind: validate.KindMessagesUpdateAppCard, body: `{"layout":{"caption":"x"}}`,
			iMessage: []string{"arrives: the card's update "}, rcs: []string{"fails: the card's update "}, sms: []string{"fails: the card's update "},
		},
		{
			name: "a poll", kind: validate.KindChatsPollsCreate, body: `{"poll":{"options":[{"text":"a"},{"text":"b"}]}}`,
			iMessage: []string{"unstated: the poll "}, rcs: []string{"unstated: the poll "}, sms: []string{"unstated: the poll "},
		},
		{
			name: "a body that is wrong in every way", kind: validate.KindChatsMessagesSend, body: `{"message":{"parts":[7,{"type":"text"},{}],"effect":"x"}}`,
			iMessage: []string{"unstated: the part /message/parts/0", "arrives: the text /message/parts/1/value", "unstated: the part /message/parts/2"},
			rcs:      []string{"unstated: the part /message/parts/0", "arrives: the text /message/parts/1/value", "unstated: the part /message/parts/2"},
			sms:      []string{"unstated: the part /message/parts/0", "arrives: the text /message/parts/1/value", "unstated: the part /message/parts/2"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, err := JSON([]byte(test.body), validate.WithKind(test.kind))
			require.NoError(t, err)
			require.Equal(t, test.kind, f.Kind)
			for service, want := range map[validate.Service][]string{validate.ServiceIMessage: test.iMessage, validate.ServiceRCS: test.rcs, validate.ServiceSMS: test.sms} {
				d, ok := f.Over(service)
				require.True(t, ok)
				require.Equal(t, want, said(d), service)
				worst := Arrives
				for _, i := range d.Items {
					worst = max(worst, i.Fate)
				}
				require.Equal(t, worst, d.Outcome)
				require.Equal(t, test.mms && service == validate.ServiceSMS, d.MMS)
				require.False(t, d.MMS && d.Texts != nil, "an MMS has no segments")
			}
		})
	}
}

func TestPossible(t *testing.T) {
	body := func(service string) []byte {
		return []byte(`{"message":{"parts":[{"type":"text","value":"hi"}]` + service + `}}`)
	}
	for _, test := range []struct {
		name, member       string
		iMessage, rcs, sms bool
	}{
		{"none: all three in turn", ``, true, true, true},
		{"iMessage has no fallback", `,"preferred_service":"iMessage"`, true, false, false},
		{"SMS may be RCS", `,"preferred_service":"SMS"`, false, true, true},
		{"RCS may be SMS", `,"preferred_service":"RCS"`, false, true, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, err := JSON(body(test.member))
			require.NoError(t, err)
			require.Equal(t, []bool{test.iMessage, test.rcs, test.sms}, []bool{f.Deliveries[0].Possible, f.Deliveries[1].Possible, f.Deliveries[2].Possible})
			for _, d := range f.Deliveries {
				require.NotEmpty(t, d.Reason)
			}
		})
	}
}

// TestEveryFeatureIsSourced checks that each statement has a page, or a reason why
// there is none.
func TestEveryFeatureIsSourced(t *testing.T) {
	for f := featureText; f <= featurePartNamed; f++ {
		for _, s := range []validate.Service{validate.ServiceIMessage, validate.ServiceRCS, validate.ServiceSMS} {
			r := f.over(s)
			require.NotZero(t, r.fate, "feature %d over %s", f, s)
			require.NotEmpty(t, r.message)
			require.NotEmpty(t, r.source.Page)
			require.NotEmpty(t, r.source.Quote)
			require.NotEmpty(t, r.source.Read)
			require.True(t, !r.mms || s == validate.ServiceSMS)
		}
	}
}

func TestNothingIsDelivered(t *testing.T) {
	f, err := JSON([]byte(`{"filename":"a.jpg","content_type":"image/jpeg","size_bytes":1}`))
	require.NoError(t, err)
	require.Nil(t, f.Deliveries)
	_, ok := f.Over(validate.ServiceSMS)
	require.False(t, ok)
	_, err = JSON([]byte(`{"a":`))
	var invalid *validate.InvalidError
	require.ErrorAs(t, err, &invalid)
}

func TestStrings(t *testing.T) {
	require.Equal(t, []string{"", "arrives", "unstated", "changed", "dropped", "fails", ""}, []string{Fate(0).String(), Arrives.String(), Unstated.String(), Changed.String(), Dropped.String(), Fails.String(), Fate(9).String()})
	require.Equal(t, []string{"", "GSM-7", "UCS-2", ""}, []string{Encoding(0).String(), GSM7.String(), UCS2.String(), Encoding(9).String()})
	require.Equal(t, []string{"", "septets", "UTF-16 code units"}, []string{Encoding(0).Unit(), GSM7.Unit(), UCS2.Unit()})
}

func TestJSONForm(t *testing.T) {
	f, err := JSON([]byte(`{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"Sale 🎉 <now> & \"here\"","text_decorations":[{"range":[0,4],"style":"bold"}]}],"preferred_service":"SMS"}}`))
	require.NoError(t, err)
	compact := f.AppendJSON(nil)
	marshalled, err := json.Marshal(f)
	require.NoError(t, err)
	require.JSONEq(t, string(compact), string(marshalled))
	var value any
	require.NoError(t, json.Unmarshal(compact, &value))
	got, err := json.MarshalIndent(value, "", "  ")
	require.NoError(t, err)
	golden := filepath.Join("testdata", "forecast.json")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, append(got, '\n'), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.JSONEq(t, string(want), string(got))
}

func TestSurvives(t *testing.T) {
	plain := Of(builder.ContentOnly().Text("hi"))
	require.True(t, plain.Survives(validate.ServiceIMessage))
	require.True(t, plain.Survives(validate.ServiceSMS))
	bold := Of(builder.ContentOnly().Text("hi", builder.Bold("hi")))
	require.True(t, bold.Survives(validate.ServiceIMessage))
	require.False(t, bold.Survives(validate.ServiceRCS))
	require.False(t, Of(builder.ContentOnly().Text("hi").PreferredService(validate.ServiceSMS)).Survives(validate.ServiceIMessage), "ruled out")
	require.True(t, Of(builder.ContentOnly().Media("https://example.com/a.jpg")).Survives(validate.ServiceSMS), "an MMS")
	require.False(t, Forecast{}.Survives(validate.ServiceSMS))
	require.Equal(t, Forecast{}, Of(nil))
}

// TestOfWhatIsWritten checks that the forecast is of the body, not of typed values
// that a member replaces, and that a pointer to a request is that request.
func TestOfWhatIsWritten(t *testing.T) {
	replaced := builder.ContentOnly().Text("hi").MemberJSON("effect", `{"name":"love","type":"screen"}`).
		MemberJSON("parts", `[{"type":"text","value":"ok 🎉"}]`).MemberJSON("preferred_service", `"SMS"`)
	f := Of(replaced)
	require.Equal(t, validate.ServiceSMS, f.Preferred)
	sms, _ := f.Over(validate.ServiceSMS)
	require.Equal(t, Dropped, sms.Outcome)
	require.Equal(t, UCS2, sms.Texts[0].Encoding)

	memo := builder.ChatsVoicememo("https://example.com/hi.m4a")
	require.Equal(t, Of(memo), Of(&memo))
	require.NotEmpty(t, Of(&memo).Deliveries[0].Items)

	for name, invalid := range map[string]builder.Request{
		"an error":        builder.ContentOnly().Text("").Effect(builder.EffectLove),
		"an absent word":  builder.ContentOnly().Text("hi", builder.Bold("ho")).Effect(builder.EffectLove),
		"a broken member": builder.ContentOnly().Text("hi").Effect(builder.EffectLove).MemberJSON("campaign", "{"),
	} {
		sms, _ := Of(invalid).Over(validate.ServiceSMS)
		require.Equal(t, Dropped, sms.Outcome, name)
	}
}

// TestTextOfStickers checks that the text of an SMS is as it is written, with what
// a sticker would replace.
func TestTextOfStickers(t *testing.T) {
	d, _ := Of(builder.ContentOnly().Text("Sip cup 🥤", builder.Sticker("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", "🥤"))).Over(validate.ServiceSMS)
	require.Equal(t, 10, d.Texts[0].Units)
}

// TestRoundTrip reads back what was written.
func TestRoundTrip(t *testing.T) {
	for _, body := range []string{
		`{"parts":[{"type":"text","value":"it’s 🎉 🎉","text_decorations":[{"range":[0,2],"style":"bold"}]}],"preferred_service":"SMS"}`,
		`{"parts":[{"type":"imessage_app","app":{"bundle_id":"a","name":"b","team_id":"A1B2C3D4E5"},"layout":{"caption":"c"}}]}`,
		`{"parts":[{"type":"media","url":"https://example.com/a.jpg"}]}`,
	} {
		want, err := JSON([]byte(body), validate.WithKind(validate.KindMessage))
		require.NoError(t, err)
		data, err := json.Marshal(want)
		require.NoError(t, err)
		var got Forecast
		require.NoError(t, json.Unmarshal(data, &got))
		require.Equal(t, want, got)
	}
	for _, bad := range []string{`{"deliveries":[{"outcome":"lost"}]}`, `{"deliveries":[{"texts":[{"encoding":"x"}]}]}`, `{"deliveries":[{"texts":[{"ucs2_code_points":[{}]}]}]}`} {
		require.Error(t, json.Unmarshal([]byte(bad), &Forecast{}))
	}
	one, err := json.Marshal(CountSMS("🎉"))
	require.NoError(t, err)
	var sms SMSSize
	require.NoError(t, json.Unmarshal(one, &sms))
	require.Equal(t, CountSMS("🎉"), sms)
}
