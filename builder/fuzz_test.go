package builder

import (
	"encoding/json"
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

// FuzzBuild checks that nothing panics, and that Build returns either bytes that
// pass the rules and that Parse reads back, or an error with a place and a
// message.
func FuzzBuild(f *testing.F) {
	f.Add("Your order has shipped 🎉", "order", 1, 5, 10, "new", `{"a":[1]}`)
	f.Add("\xff\u0301", "", -1, 1<<40, -5, "a/b~\xff", "{")
	f.Add("https://example.com 👨‍👩‍👧.", "👩", 0, 3, 2, "value", "null")
	f.Add("+14155550123", "+", 2, 0, 12, "parts", "[]")
	f.Add("Sip cup 🥤 ready", "🥤", 1, 8, 10, "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", `{"placement":{"x":0.5,"scale":1.5}}`)
	f.Add("https://zero.linqapp.com/pay/acme", "https://cdn.linqapp.com/attachments/a.png", 0, 0, 33, "Pay", "-1.5e3")
	f.Fuzz(func(t *testing.T, text, sub string, n, start, end int, name, raw string) {
		options := []TextOption{
			Bold(sub), Italic(Nth(sub, n)), Underline(ByteRange(start, end)), Strikethrough(CodePointRange(start, end)),
			Styled(decorations.Style(sub), decorations.Range{Start: start, End: end}), Animate(decorations.Animation(name), Whole()),
			Mention(sub, text), Mention(name, Whole()),
		}
		choice := n & 7
		card := AppCard(App{sub, text, name, int64(n)}).Caption(text).Image(sub).ImageTitle(text).ImageSubtitle(name).URL(sub).FallbackText(text)
		message := ContentOnly().Text(text, options[choice]).Effect(Effect(n)).PreferredService(validate.Service(name)).IdempotencyKey(sub).ReplyTo(sub, n)
		for _, r := range []Request{
			message, message.MemberJSON(name, raw), ContentOnly().Text(text, options...).Parts(PartNamed(name).MemberJSON(name, raw)).Media(text).Text(text),
			MessagesCreate(text, sub).Text(text).Continuation(sub).ExcludeFrom(name).Link(text).Split().first(),
			ChatsCreate(text, sub).Text(text).AppClip(sub).MemberJSON(name, raw), ChatsCreate("+14155550100", "+14155550123").Text(text, options[choice]).Link(sub).Text(text, options[0]),
			ChatsMessagesSend().AppCard(card.MemberJSON(name, raw)), ChatsMessagesSend().Experience(Experience{Name: name, Action: sub, Params: []ExperienceParam{Param(text, sub), Param(name, n), Param(sub, float64(n)/0.3)}}),
			ChatsVoicememo(text), ChatsVoicememoAttachment(text), MessagesEdit(text).AtPart(n), MessagesReact(Reaction(name)).AtPart(n), MessagesReactCustom(sub),
			MessagesUpdateAppCard().Caption(text).URL(sub).MemberJSON(name, raw), ChatsPollsCreate(text, sub, name).IdempotencyKey(name), MessagesPollsAdd(text).MemberJSON(name, raw),
			MessagesPollsVote(text).Remove(), AttachmentsCreate(File{Filename: text, ContentType: sub, SizeBytes: int64(n)}),
			ContentOnly().Text(text, Sticker(name, sub), StickerURL(sub, ByteRange(start, end)), options[choice]), ContentOnly().Parts(AttachmentPart(name).AsSticker(), AppClipPart(text).Captioned(sub)),
			MessagesReactSticker(name).Place(PlaceAt(float64(n)/0.3, float64(start))), MessagesReactStickerEmoji(sub), MessagesReactStickerURL(text),
			MessagesUpdateStickerPlacement(Placement{}.Scale(float64(end)/7).Rotation(float64(n))).MemberJSON(name, raw), MessagesUpdateAppCard().App(App{sub, text, name, int64(n)}),
		} {
			requireBuilt(t, r)
			if s, ok := r.(interface{ Split() Sequence }); ok {
				for _, m := range s.Split().Requests {
					requireBuilt(t, m)
				}
			}
		}
	})
}

// first returns the request of a pair.
func (s Sequence) first() Request {
	if len(s.Requests) > 0 {
		return s.Requests[0]
	}
	return s.Left[0].Request
}

func requireBuilt(t *testing.T, r Request) {
	b, err := r.Build()
	if err != nil {
		var invalid *validate.InvalidError
		require.True(t, errors.As(err, &invalid))
		require.Positive(t, invalid.Report.Count(validate.SeverityError))
		for _, d := range invalid.Report.Diagnostics {
			require.NotEmpty(t, d.Message)
			require.True(t, utf8.ValidString(d.Message))
			require.LessOrEqual(t, d.Start.Offset, d.End.Offset)
		}
		return
	}
	require.True(t, json.Valid(b.Bytes()))
	require.True(t, validate.JSON(b.Bytes(), validate.WithKind(r.Kind())).OK())
	again, err := Parse(b.Bytes(), validate.WithKind(r.Kind()))
	require.NoError(t, err)
	require.Equal(t, decoded(t, b.Bytes()), decoded(t, []byte(encoded(again))))
}
