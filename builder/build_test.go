package builder

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

const (
	someone = "+14155550123"
	line    = "+14155550100"
	photo   = "https://cdn.example.com/a.jpg"
)

var acme = App{BundleID: "com.acme.app", Name: "Acme", TeamID: "ACMETEAM12", AppStoreID: 42}

// TestBuild compares exact bytes: member names and their order are part of the
// contract.
func TestBuild(t *testing.T) {
	for name, row := range map[string]struct {
		give Request
		want string
	}{
		"messages.create": {
			MessagesCreate(someone).To("a@example.com").Text("Your order has shipped 🎉", Bold("order"), Animate(decorations.Explode, "🎉")).Media(photo).
				Effect(EffectConfetti).ReplyTo(lineID, 1).PreferredService(validate.ServiceIMessage).IdempotencyKey("k").Continuation("Hi").ExcludeFrom(line).OverrideOptOut(),
			`{"to":["+14155550123","a@example.com"],"message":{"parts":[{"type":"text","value":"Your order has shipped 🎉","text_decorations":[{"range":[5,10],"style":"bold"},{"range":[23,25],"animation":"explode"}]},` +
				`{"type":"media","url":"https://cdn.example.com/a.jpg"}],"effect":{"name":"confetti","type":"screen"},"idempotency_key":"k","preferred_service":"iMessage",` +
				`"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000","part_index":1}},"continuation_message":{"text":"Hi"},"exclude_from":["+14155550100"],"override_optout":true}`,
		},
		"chats.create": {
			ChatsCreate(line, someone).Attachment(lineID),
			`{"from":"+14155550100","to":["+14155550123"],"message":{"parts":[{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}]}}`,
		},
		"chats.messages.send": {
			ChatsMessagesSend().Link("https://example.com/?a=1&b=<2>").ReplyToMessage(lineID),
			`{"message":{"parts":[{"type":"link","value":"https://example.com/?a=1&b=<2>"}],"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000"}}}`,
		},
		"message with an app card": {
			ContentOnly().AppCard(AppCard(acme).Caption("C").Subcaption("S").TrailingCaption("TC").TrailingSubcaption("TS").Image(photo).ImageTitle("I").URL("https://acme.example.com").FallbackText("F").Static()),
			`{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.acme.app","name":"Acme","team_id":"ACMETEAM12","app_store_id":42},` +
				`"layout":{"caption":"C","subcaption":"S","trailing_caption":"TC","trailing_subcaption":"TS","image_title":"I","image_url":"https://cdn.example.com/a.jpg"},"url":"https://acme.example.com","fallback_text":"F","interactive":false}]}`,
		},
		"message with an app clip": {
			ContentOnly().AppClip("https://pay.linqapp.com/x"),
			`{"parts":[{"type":"app_clip","value":"https://pay.linqapp.com/x"}]}`,
		},
		"message with an experience": {
			ContentOnly().Experience(Experience{Name: "game", Action: "invite", Params: []ExperienceParam{Param("n", 3), Param("x", 0.5), Param("y", int64(1)<<53), Param("who", "Ann \"A\""), Param("big", 1e30), Param("live", true)}}),
			`{"experience":{"name":"game","action":"invite","params":{"n":3,"x":0.5,"y":9007199254740992,"who":"Ann \"A\"","big":1e+30,"live":true}}}`,
		},
		"a mention": {
			MessagesCreate(someone, line).Text("Hi Kevin", Mention(someone, "Kevin")),
			`{"to":["+14155550123","+14155550100"],"message":{"parts":[{"type":"text","value":"Hi Kevin","mention":"+14155550123","mention_range":[3,8]}]}}`,
		},
		"a mention by the whole text": {
			MessagesCreate(someone, line).Text("Kevin", Mention(someone, Whole())),
			`{"to":["+14155550123","+14155550100"],"message":{"parts":[{"type":"text","value":"Kevin","mention":"+14155550123"}]}}`,
		},
		"every target": {
			ContentOnly().Text("👋 hi hi", Bold("hi"), Italic(Nth("hi", 2)), Strikethrough(decorations.Range{Start: 0, End: 2}), Underline(ByteRange(5, 7)), Styled(decorations.Bold, CodePointRange(0, 1)), Italic(Whole())),
			`{"parts":[{"type":"text","value":"👋 hi hi","text_decorations":[{"range":[3,5],"style":"bold"},{"range":[6,8],"style":"italic"},{"range":[0,2],"style":"strikethrough"},{"range":[3,5],"style":"underline"},{"range":[0,2],"style":"bold"},{"range":[0,8],"style":"italic"}]}]}`,
		},
		"escapes are minimal": {
			ContentOnly().Text("\"\\\n\t\x01<>&\u2028é/"),
			`{"parts":[{"type":"text","value":"\"\\\n\t\u0001<>&` + "\u2028" + `é/"}]}`,
		},
		"chats.voicememo":            {ChatsVoicememo("https://example.com/a.m4a").OverrideOptOut(), `{"voice_memo_url":"https://example.com/a.m4a","override_optout":true}`},
		"chats.voicememo, uploaded":  {ChatsVoicememoAttachment(lineID), `{"attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`},
		"messages.edit":              {MessagesEdit("new").AtPart(1), `{"text":"new","part_index":1}`},
		"messages.react":             {MessagesReact(ReactLove), `{"operation":"add","type":"love"}`},
		"messages.react, custom":     {MessagesReactCustom("🔥").Remove().AtPart(0), `{"operation":"remove","type":"custom","custom_emoji":"🔥","part_index":0}`},
		"messages.update_app_card":   {MessagesUpdateAppCard().Caption("C").Interactive().URL("https://example.com"), `{"layout":{"caption":"C"},"url":"https://example.com","interactive":true}`},
		"the same, by an experience": {MessagesUpdateAppCard().Caption("C").Experience(Experience{Name: "a", Action: "b"}), `{"layout":{"caption":"C"},"experience":{"name":"a","action":"b"}}`},
		"chats.polls.create":         {ChatsPollsCreate("a").Option("b").IdempotencyKey("k"), `{"poll":{"options":[{"text":"a"},{"text":"b"}],"idempotency_key":"k"}}`},
		"messages.polls.add_options": {MessagesPollsAdd("a"), `{"options":[{"text":"a"}]}`},
		"messages.polls.vote":        {MessagesPollsVote(lineID), `{"operation":"add","option_id":"550e8400-e29b-41d4-a716-446655440000"}`},
		"the vote taken back":        {MessagesPollsVote(lineID).Remove(), `{"operation":"remove","option_id":"550e8400-e29b-41d4-a716-446655440000"}`},
		"attachments.create":         {AttachmentsCreate(File{Filename: "a.pdf", ContentType: "application/pdf", SizeBytes: 9}), `{"filename":"a.pdf","content_type":"application/pdf","size_bytes":9}`},
		"members of every level": {
			ChatsMessagesSend().Parts(PartNamed("hologram").MemberJSON("depth", ` { "cm" : 3 } `), TextPart("a").MemberJSON("value", `"b"`)).MessageMemberJSON("mood", "[1, 2]").MemberJSON("trace", `"x y"`),
			`{"message":{"parts":[{"type":"hologram","depth":{"cm":3}},{"type":"text","value":"b"}],"mood":[1,2]},"trace":"x y"}`,
		},
		"a setter takes a member's place": {
			ChatsMessagesSend().Text("a").MessageMemberJSON("effect", `{"name":"x"}`).Effect(EffectSlam),
			`{"message":{"parts":[{"type":"text","value":"a"}],"effect":{"name":"slam","type":"bubble"}}}`,
		},
		"the last call counts": {
			ContentOnly().Text("a", Mention("x@example.com", Whole()), Mention("y@example.com", Whole())).PreferredService(validate.ServiceSMS).PreferredService(validate.ServiceRCS).EffectNamed(ScreenEffect, "echo").Effect(EffectGentle),
			`{"parts":[{"type":"text","value":"a","mention":"y@example.com"}],"effect":{"name":"gentle","type":"bubble"},"preferred_service":"RCS"}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			// A part type that is newer than the rules is known to this validator only.
			v := validate.New(validate.WithKnown(validate.Known{PartTypes: []string{"hologram"}}))
			b, err := row.give.BuildWith(v)
			require.NoError(t, err)
			require.Equal(t, row.want, b.String())
			require.Equal(t, row.give.Kind(), b.Kind())
			require.Equal(t, row.give.Kind(), b.Report().Kind)
			require.True(t, json.Valid(b.Bytes()))
			again, err := Parse(b.Bytes(), validate.WithKind(b.Kind()))
			require.NoError(t, err)
			require.Equal(t, row.want, encoded(again))
		})
	}
}

// found returns the rule, pointer and origin of each diagnostic in an error of
// Build.
type found struct{ rule, pointer, origin string }

func findings(t *testing.T, r Request) []found {
	b, err := r.Build()
	var out []found
	report := b.Report()
	if err != nil {
		var invalid *validate.InvalidError
		require.True(t, errors.As(err, &invalid))
		require.Zero(t, b.Len(), "no bytes with an error")
		report = invalid.Report
	}
	require.Equal(t, r.Kind(), report.Kind)
	for i, d := range report.Diagnostics {
		out = append(out, found{d.Rule, d.Pointer, d.Origin})
		if i > 0 {
			require.LessOrEqual(t, report.Diagnostics[i-1].Start.Offset, d.Start.Offset, "in source order")
		}
	}
	return out
}

func TestOrigins(t *testing.T) {
	for name, row := range map[string]struct {
		give Request
		want []found
	}{
		"the n-th call of a name": {
			MessagesCreate(someone, "12", someone).Text("a").Text("").Media("http://x").Attachment("nope").Media("y"),
			[]found{
				{"to-handle", "/to/1", "To #2"}, {"to-duplicate", "/to/2", "To #3"},
				{"parts-consecutive-text", "/message/parts/1", "Text #2"}, {"text-empty", "/message/parts/1/value", "Text #2"},
				{"media-url", "/message/parts/2/url", "Media #1"}, {"attachment-id", "/message/parts/3/attachment_id", "Attachment #1"}, {"media-url", "/message/parts/4/url", "Media #2"},
			},
		},
		"decorations by their function, after one whose place is missing": {
			ContentOnly().Media(photo).Text("abc", Bold("x"), Bold(decorations.Range{Start: 0, End: 9}), Animate("wobble", "a"), Styled("glow", "b"), Italic("b"), Animate("big", "b")),
			[]found{
				{"builder-substring", "/parts/1", "Bold #1 of Text #1"},
				{"decoration-range-bounds", "/parts/1/text_decorations/0/range", "Bold #2 of Text #1"},
				{"decoration-animation", "/parts/1/text_decorations/1/animation", "Animate #1 of Text #1"},
				{"decoration-style", "/parts/1/text_decorations/2/style", "Styled #1 of Text #1"},
				{"decoration-overlap", "/parts/1/text_decorations/4/range", "Animate #2 of Text #1"},
			},
		},
		"options of the message": {
			ChatsMessagesSend().Text("a").EffectNamed("both", "confetti").ReplyTo("x", -1).PreferredService("imessage").IdempotencyKey(""),
			[]found{
				{"effect-type", "/message/effect/type", "EffectNamed"}, {"idempotency-empty", "/message/idempotency_key", "IdempotencyKey"},
				{"service-value", "/message/preferred_service", "PreferredService"},
				{"reply-message-id", "/message/reply_to/message_id", "ReplyTo"}, {"reply-part-index", "/message/reply_to/part_index", "ReplyTo"},
			},
		},
		"features that a service drops": {
			MessagesCreate(someone).Text("a", Bold("a")).Effect(EffectHearts).PreferredService(validate.ServiceSMS),
			[]found{{"service-drops-decorations", "/message/parts/0/text_decorations", "Text #1"}, {"service-drops-effect", "/message/effect", "Effect"}},
		},
		"routing": {
			MessagesCreate().Text("a").ExcludeFrom("1").Continuation(""),
			[]found{{"field-required", "", ""}, {"continuation-text", "/continuation_message/text", "Continuation"}, {"exclude-from-phone", "/exclude_from/0", "ExcludeFrom #1"}},
		},
		"a line": {
			ChatsCreate("1", someone).Text("see https://example.com"),
			[]found{{"from-phone", "/from", "ChatsCreate"}, {"first-message-link", "/message/parts/0/value", "Text #1"}},
		},
		"a mention": {
			MessagesCreate(someone).Text("abc", Mention(someone, "y")),
			[]found{{"builder-substring", "/message/parts/0", "Mention of Text #1"}, {"mention-direct", "/message/parts/0/mention", "Mention of Text #1"}},
		},
		"a card": {
			ContentOnly().AppCard(AppCard(App{}).Image("x").URL("")),
			[]found{
				{"app-bundle-id", "/parts/0/app/bundle_id", "AppCard #1"}, {"app-name", "/parts/0/app/name", "AppCard #1"}, {"app-team-id", "/parts/0/app/team_id", "AppCard #1"},
				{"card-image-url", "/parts/0/layout/image_url", "Image of AppCard #1"}, {"app-url", "/parts/0/url", "URL of AppCard #1"},
			},
		},
		"an update": {
			MessagesUpdateAppCard().URL("https://example.com").Experience(Experience{Name: "a", Action: "b"}),
			[]found{{"card-update-both", "", ""}, {"field-required", "", ""}},
		},
		"members": {
			ChatsMessagesSend().Parts(TextPart("a").MemberJSON("zig", "1")).MessageMemberJSON("zag", "2").MemberJSON("a/b", "3"),
			[]found{
				{"field-unknown", "/message/parts/0/zig", `MemberJSON "zig" of Text #1`}, {"field-unknown", "/message/zag", `MessageMemberJSON "zag"`}, {"field-unknown", "/a~1b", `MemberJSON "a/b"`},
			},
		},
		"members that are not JSON": {
			ChatsMessagesSend().Parts(TextPart("a").MemberJSON("zig", "{")).MessageMemberJSON("effect", "\"\xff\"").MemberJSON("x", ""),
			[]found{
				{"json-syntax", "", `MemberJSON "x"`}, {"builder-utf8", "/message", `MessageMemberJSON "effect"`}, {"json-syntax", "/message/parts/0", `MemberJSON "zig" of Text #1`},
			},
		},
		"strings that are not UTF-8": {
			ChatsMessagesSend().Text("a\xff", Bold("a\xff"), Styled("\xfe", "a")).IdempotencyKey("\x80").MemberJSON("\xff", "1"),
			[]found{
				{"builder-utf8", "/message/parts/0/value", "Text #1"},
				{"builder-utf8", "/message/parts/0/text_decorations/1/style", "Styled #1 of Text #1"}, {"decoration-style", "/message/parts/0/text_decorations/1/style", "Styled #1 of Text #1"},
				{"builder-utf8", "/message/idempotency_key", "IdempotencyKey"},
				{"builder-utf8", "/\ufffd", "MemberJSON \"\ufffd\""}, {"field-unknown", "/\ufffd", "MemberJSON \"\ufffd\""},
			},
		},
		"a number that JSON has not": {
			ContentOnly().Experience(Experience{Name: "a", Action: "b", Params: []ExperienceParam{Param("x", math.NaN()), Param("y", math.Inf(1))}}),
			[]found{{"json-syntax", "/experience/params", "Experience"}, {"json-syntax", "/experience/params", "Experience"}},
		},
		"small kinds": {
			MessagesReactCustom("fire").AtPart(-1),
			[]found{{"react-emoji-word", "/custom_emoji", "MessagesReactCustom"}, {"part-index", "/part_index", "AtPart"}},
		},
		"a poll": {
			ChatsPollsCreate("a", "", "a"),
			[]found{{"poll-options", "/poll/options/1/text", "Option #2"}, {"poll-option-duplicate", "/poll/options/2", "Option #3"}},
		},
		"no poll":     {ChatsPollsCreate(), []found{{"field-required", "/poll", "ChatsPollsCreate"}}},
		"more":        {MessagesPollsAdd(), []found{{"field-required", "", "MessagesPollsAdd"}}},
		"a vote":      {MessagesPollsVote("x").Remove(), []found{{"poll-vote", "/option_id", "MessagesPollsVote"}}},
		"an edit":     {MessagesEdit(""), []found{{"edit-text", "/text", "MessagesEdit"}}},
		"a memo":      {ChatsVoicememo("x"), []found{{"voicememo-url", "/voice_memo_url", "ChatsVoicememo"}}},
		"a file":      {AttachmentsCreate(File{Filename: "", ContentType: "x/y", SizeBytes: 0}), []found{{"attachment-filename", "/filename", "AttachmentsCreate"}, {"attachment-content-type", "/content_type", "AttachmentsCreate"}, {"attachment-size", "/size_bytes", "AttachmentsCreate"}}},
		"zero values": {MessagesPollsVoteRequest{}, []found{{"field-required", "", ""}, {"field-required", "", ""}}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, row.want, findings(t, row.give))
		})
	}
}

// TestWholeClusters: a substring is found where it is read as what it is.
func TestWholeClusters(t *testing.T) {
	for _, test := range []struct {
		text, target string
		want         decorations.Range
	}{
		{"👋🏽 and 👋", "👋", decorations.Range{Start: 9, End: 11}},
		{"👨\u200d👩\u200d👧 👩", "👩", decorations.Range{Start: 9, End: 11}},
		{"e\u0301 e", "e", decorations.Range{Start: 3, End: 4}},
	} {
		body, err := ContentOnly().Text(test.text, Bold(test.target)).Build()
		require.NoError(t, err)
		r, err := Parse(body.Bytes(), validate.WithKind(validate.KindMessage))
		require.NoError(t, err)
		content, _ := contentOf(r)
		require.Equal(t, test.want, content.Parts[0].Decorations()[0].Range, test.text)
	}
}

// TestMissingHints: what is not in a text may be there in another spelling.
func TestMissingHints(t *testing.T) {
	for _, test := range []struct{ text, target, hint string }{
		{"at 5\u00a0pm", "5 pm", "the text has it with another space, such as U+00A0"},
		{"it’s", "it's", "the text has it with other quotation marks, apostrophes or dashes"},
		{"a “quote”", `"quote"`, "the text has it with other quotation marks, apostrophes or dashes"},
		{"cafe\u0301", "café", "the text has it in another normal form of Unicode, or with other accents"},
		{"café", "cafe\u0301", "the text has it in another normal form of Unicode, or with other accents"},
		{"Sale", "sale", "the text has it in another case"},
		{"Sale", "Order", "case, spaces and accents must match"},
		{"👋🏽", "👋", "decorate all of it"},
	} {
		_, err := ContentOnly().Text(test.text, Bold(test.target)).Build()
		var invalid *validate.InvalidError
		require.ErrorAs(t, err, &invalid)
		require.Equal(t, test.hint, invalid.Report.Diagnostics[0].Hint, "%q in %q", test.target, test.text)
	}
}

// TestPlaces checks the diagnostics of places, which are in the unit of the place.
func TestPlaces(t *testing.T) {
	for name, row := range map[string]struct {
		target  Place
		rule    string
		message string
	}{
		"a missing substring":             {Nth("x", 1), "builder-substring", `"x" is not in the text`},
		"an occurrence too many":          {Nth("é", 3), "builder-substring", `"é" occurs 2 times, but occurrence 3 is requested`},
		"an occurrence too many, of one":  {Nth("👋", 2), "builder-substring", `"👋" occurs 1 time, but occurrence 2 is requested`},
		"occurrence 0":                    {Nth("é", 0), "builder-substring", `occurrence 0 of "é" requested, but the first is 1`},
		"an empty substring":              {Nth("", 1), "builder-substring", "the target is an empty text"},
		"bytes beyond the end":            {ByteRange(0, 9), "decoration-range-bounds", "range ends at byte 9, but value has 8 bytes"},
		"bytes before the start":          {ByteRange(-1, 1), "decoration-range-order", "range starts at byte -1, but the first is 0"},
		"bytes the wrong way round":       {ByteRange(4, 2), "decoration-range-order", "range ends before it starts: it starts at byte 4 and ends at byte 2"},
		"bytes inside a code point":       {ByteRange(0, 1), "decoration-range-bounds", "byte 1 is inside a code point"},
		"code points beyond the end":      {CodePointRange(0, 4), "decoration-range-bounds", "range ends at code point 4, but value has 3 code points"},
		"code points the wrong way round": {CodePointRange(2, 1), "decoration-range-order", "range ends before it starts: it starts at code point 2 and ends at code point 1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ContentOnly().Text("é👋é", Bold(row.target)).Build()
			var invalid *validate.InvalidError
			require.ErrorAs(t, err, &invalid)
			require.Len(t, invalid.Report.Diagnostics, 1)
			d := invalid.Report.Diagnostics[0]
			require.Equal(t, row.rule, d.Rule)
			require.Equal(t, row.message, d.Message)
			require.Equal(t, validate.SeverityError, d.Severity)
			require.Equal(t, "Bold #1 of Text #1", d.Origin)
			require.Equal(t, "/parts/0", d.Pointer)
			require.Equal(t, [2]int{33, 43}, [2]int{d.Start.Offset, d.End.Offset}, "the value")
			require.Equal(t, [2]int{34, 40}, [2]int{d.Start.Column, d.End.Column}, "in UTF-16 code units")
		})
	}
}

func TestEffects(t *testing.T) {
	for i, want := range api.Effects {
		e, ok := ParseEffect(want.Name)
		require.True(t, ok)
		require.Equal(t, Effect(i+1), e)
		require.Equal(t, want, api.Effect{Name: e.String(), Type: string(e.Type())})
		b, err := ContentOnly().Text("a").Effect(e).Build()
		require.NoError(t, err)
		require.Empty(t, b.Report().Diagnostics)
	}
	require.Equal(t, Effect(len(api.Effects)), EffectInvisible)
	for _, e := range []Effect{0, EffectInvisible + 1, 255} {
		require.Equal(t, MessageEffect{}, MessageEffect{e.String(), e.Type()})
		_, err := ContentOnly().Text("a").Effect(e).Build()
		require.Error(t, err)
	}
	_, ok := ParseEffect("Confetti")
	require.False(t, ok)
}

func TestBuildWith(t *testing.T) {
	r := MessagesCreate(someone, someone).Text("a").Effect(EffectConfetti).PreferredService(validate.ServiceSMS)
	b, err := r.Build()
	require.NoError(t, err)
	require.Equal(t, 2, b.Report().Count(validate.SeverityWarning), "warnings are kept")

	b, err = r.BuildWith(nil)
	require.NoError(t, err, "nil is the default validator")
	require.Equal(t, 2, b.Report().Count(validate.SeverityWarning))

	_, err = r.BuildWith(validate.New(validate.WithSeverity("service-drops-*", validate.SeverityError)))
	require.ErrorContains(t, err, "service-drops-effect")
	require.ErrorContains(t, err, "Effect: ")

	b, err = r.BuildWith(validate.New(validate.WithKind(validate.KindMessagesEdit), validate.WithSeverity("*", validate.SeverityOff)))
	require.NoError(t, err, "a kind given to the validator does not count")
	require.Equal(t, validate.KindMessagesCreate, b.Report().Kind)

	_, err = ContentOnly().Text("a", Bold("b")).BuildWith(validate.New(validate.WithSeverity("*", validate.SeverityOff)))
	require.ErrorContains(t, err, "builder-substring", "what the builder finds is always an error")
}

func TestBody(t *testing.T) {
	b, err := MessagesEdit("<&>").Build()
	require.NoError(t, err)
	const want = `{"text":"<&>"}`
	read, err := io.ReadAll(b.Reader())
	require.NoError(t, err)
	require.Equal(t, want, string(read))
	require.Equal(t, want, string(b.Bytes()))
	require.Equal(t, len(want), b.Len())
	m, err := json.Marshal(map[string]any{"body": b, "none": Body{}})
	require.NoError(t, err)
	require.JSONEq(t, `{"body":{"text":"<&>"},"none":null}`, string(m))
}

func TestContent(t *testing.T) {
	r := ChatsMessagesSend().Text("a b", Bold("b"), Italic("x"), Mention(someone, "a")).Attachment(lineID).
		Effect(EffectSlam).ReplyTo(lineID, 2).PreferredService(validate.ServiceRCS).IdempotencyKey("k").MessageMemberJSON("new", "1")
	c := r.Content()
	require.True(t, c.HasMessage)
	require.Equal(t, MessageEffect{"slam", BubbleEffect}, c.Effect)
	require.Equal(t, Reply{MessageID: lineID, PartIndex: 2, HasPartIndex: true}, c.ReplyTo)
	require.Equal(t, validate.ServiceRCS, c.PreferredService)
	require.Equal(t, "k", c.IdempotencyKey)
	require.True(t, c.HasIdempotencyKey)
	require.True(t, c.HasParts)
	require.Equal(t, []Member{{Name: "new", JSON: "1"}}, c.MessageMembers)
	require.Equal(t, []decorations.Decoration{{Range: decorations.Range{Start: 2, End: 3}, Style: decorations.Bold}}, c.Parts[0].Decorations())
	m, ok := c.Parts[0].Mention()
	require.True(t, ok)
	require.Equal(t, MentionContent{someone, decorations.Range{Start: 0, End: 1}, true}, m)
	require.Equal(t, lineID, c.Parts[1].AttachmentID())
	require.Equal(t, FormAttachment, c.Parts[1].Form())

	require.Equal(t, Content{}, ChatsMessagesSend().Content())
	require.True(t, ContentOnly().Content().HasMessage, "a bare message is its content")
	c = MessagesCreate(someone).ExcludeFrom("+14155550199").Continuation("").OverrideOptOut().Content()
	require.Equal(t, Content{To: []string{someone}, ExcludeFrom: []string{"+14155550199"}, HasContinuation: true, OverrideOptOut: true}, c)
	require.Equal(t, "+14155550100", ChatsCreate("+14155550100").Content().From)
}

// TestManyFaults checks that the builder keeps as many diagnostics as package
// validate and counts the rest, in linear time.
func TestManyFaults(t *testing.T) {
	r := MessagesCreate()
	handles := make([]string, 20000)
	for i := range handles {
		handles[i] = "+1415555\xff"
	}
	_, err := r.To(handles...).Text("a").Build()
	var invalid *validate.InvalidError
	require.ErrorAs(t, err, &invalid)
	faults := 0
	for _, d := range invalid.Report.Diagnostics {
		if d.Rule == ruleUTF8 {
			require.Equal(t, numbered("To", faults), d.Origin)
			faults++
		}
	}
	require.NotZero(t, faults)
	require.Len(t, invalid.Report.Diagnostics, validate.DefaultMaxDiagnostics)
	require.GreaterOrEqual(t, invalid.Report.Truncated, len(handles)-faults)
}

// TestLimits checks that the diagnostics of the builder count among those that the
// options limit.
func TestLimits(t *testing.T) {
	report := func(r Request, opts ...validate.Option) validate.Report {
		body, err := r.BuildWith(validate.New(opts...))
		if invalid := (*validate.InvalidError)(nil); errors.As(err, &invalid) {
			return invalid.Report
		}
		return body.Report()
	}
	bad := MessagesCreate().Text("a", Bold("x"), Bold("y"), Bold("a\xff"))
	require.Greater(t, len(report(bad).Diagnostics), 3)
	r := report(bad, validate.WithFailFast())
	require.Len(t, r.Diagnostics, 1)
	require.Equal(t, validate.SeverityError, r.Diagnostics[0].Severity)
	require.Zero(t, r.Truncated)
	require.Len(t, report(ContentOnly().Text("a", Bold("x"), Bold("y")), validate.WithFailFast()).Diagnostics, 1, "only the builder's own")

	warned := ContentOnly().Text("a a b", Bold("a"), Italic("x"))
	r = report(warned, validate.WithMaxDiagnostics(1))
	require.Equal(t, "builder-substring", r.Diagnostics[0].Rule, "the error stays")
	require.Len(t, r.Diagnostics, 1)
	require.Equal(t, 1, r.Truncated)
	require.Empty(t, report(ContentOnly().Text("a a", Bold("a")), validate.WithFailFast()).Diagnostics, "a warning")
	require.Len(t, report(ContentOnly().Text("a a", Bold("a")), validate.WithFailFast(), validate.WithStrict()).Diagnostics, 1)
}

// contentOf returns what a request that sends a message has; ok is false without a
// message.
func contentOf(r Request) (c Content, ok bool) {
	if m, is := r.(MessageRequest); is {
		c = m.Content()
	}
	return c, c.HasMessage
}
