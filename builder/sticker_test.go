package builder

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

const (
	imageID  = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"
	imageURL = "https://cdn.linqapp.com/attachments/partners/x/a.png"
)

// TestStickers compares exact bytes.
func TestStickers(t *testing.T) {
	for name, row := range map[string]struct {
		give Request
		want string
	}{
		"in a text": {
			ContentOnly().Text("Sip cup 🥤", Sticker(imageID, "🥤"), Bold("Sip")),
			`{"parts":[{"type":"text","value":"Sip cup 🥤","text_decorations":[{"range":[0,3],"style":"bold"}],"inline_stickers":[{"range":[8,10],"attachment_id":"` + imageID + `"}]}]}`,
		},
		"by URL, in bytes": {
			ContentOnly().Text("🥤!", StickerURL(imageURL, ByteRange(0, 4))),
			`{"parts":[{"type":"text","value":"🥤!","inline_stickers":[{"range":[0,2],"url":"` + imageURL + `"}]}]}`,
		},
		"two": {
			ContentOnly().Text("ab", Sticker(imageID, "a"), Sticker(imageID, decorations.Range{Start: 1, End: 2})),
			`{"parts":[{"type":"text","value":"ab","inline_stickers":[{"range":[0,1],"attachment_id":"` + imageID + `"},{"range":[1,2],"attachment_id":"` + imageID + `"}]}]}`,
		},
		"media": {
			ContentOnly().Parts(MediaPart("https://example.com/a.png").AsSticker(), AttachmentPart(imageID).AsSticker()),
			`{"parts":[{"type":"media","url":"https://example.com/a.png","sticker":true},{"type":"media","attachment_id":"` + imageID + `","sticker":true}]}`,
		},
		"an App Clip with a caption": {
			ContentOnly().Parts(AppClipPart("https://example.com/clip").Captioned("Pay")),
			`{"parts":[{"type":"app_clip","value":"https://example.com/clip","caption":"Pay"}]}`,
		},
		"a reaction": {
			MessagesReactSticker(imageID).Place(PlaceAt(-0.5, 0.25).Scale(1.5).Rotation(45)).AtPart(1),
			`{"operation":"add","type":"sticker","attachment_id":"` + imageID + `","placement":{"x":-0.5,"y":0.25,"scale":1.5,"rotation":45},"part_index":1}`,
		},
		"a reaction by URL": {
			MessagesReactStickerURL(imageURL), `{"operation":"add","type":"sticker","url":"` + imageURL + `"}`,
		},
		"a reaction with an emoji": {
			MessagesReactStickerEmoji("🎉").Place(Placement{}), `{"operation":"add","type":"sticker","emoji":"🎉","placement":{}}`,
		},
		"a placement": {
			MessagesUpdateStickerPlacement(Placement{}.Y(-1).Scale(0.05)), `{"placement":{"y":-1,"scale":0.05}}`,
		},
		"an update with an app": {
			MessagesUpdateAppCard().Caption("x").App(App{BundleID: "com.example.app", Name: "App", TeamID: "A1B2C3D4E5"}),
			`{"layout":{"caption":"x"},"app":{"bundle_id":"com.example.app","name":"App","team_id":"A1B2C3D4E5"}}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			body, err := row.give.Build()
			require.NoError(t, err)
			require.Equal(t, row.want, body.String())
			require.Empty(t, body.Report().Diagnostics)
			again, err := Parse([]byte(row.want), validate.WithKind(row.give.Kind()))
			require.NoError(t, err)
			require.Empty(t, again.Members(), "all of it is typed")
			if c, ok := contentOf(again); ok {
				require.Empty(t, c.MessageMembers)
				for _, p := range c.Parts {
					require.Empty(t, p.Members())
				}
			}
			require.Equal(t, row.want, encoded(again))
		})
	}
}

// TestStickersKeepWhatIsNotExact parses values that no method sets.
func TestStickersKeepWhatIsNotExact(t *testing.T) {
	for _, body := range []string{
		`{"parts":[{"type":"text","value":"ab","inline_stickers":[{"range":[0,1],"attachment_id":"a","url":"b"}]}]}`,
		`{"parts":[{"type":"text","value":"ab","inline_stickers":[{"range":[0,1]}]}]}`,
		`{"parts":[{"type":"text","value":"ab","inline_stickers":[{"attachment_id":"a"},7]}]}`,
		`{"parts":[{"type":"text","value":"ab","inline_stickers":{}}]}`,
		`{"parts":[{"type":"text","value":"ab","inline_stickers":[{"range":[0,1.5],"url":"b"}]}]}`,
		`{"parts":[{"type":"text","value":"ab","inline_stickers":[{"range":[0,1],"url":"b","more":1}]}]}`,
		`{"parts":[{"type":"media","url":"u","sticker":false}]}`,
		`{"parts":[{"type":"media","url":"u","sticker":"yes"}]}`,
		`{"parts":[{"type":"text","value":"u","sticker":true}]}`,
		`{"parts":[{"type":"app_clip","value":"u","caption":7}]}`,
		`{"parts":[{"type":"link","value":"u","caption":"c"}]}`,
	} {
		r, err := Parse([]byte(body), validate.WithKind(validate.KindMessage))
		require.NoError(t, err)
		require.JSONEq(t, body, encoded(r), body)
	}
	for _, body := range []string{
		`{"operation":"add","type":"sticker","emoji":"🎉","url":"u"}`, `{"operation":"add","type":"sticker","emoji":"🎉","attachment_id":"a","url":"u"}`,
		`{"operation":"add","type":"sticker","url":7}`, `{"operation":"add","type":"sticker","placement":{"x":"1"}}`, `{"operation":"add","type":"sticker","placement":[]}`,
		`{"operation":"add","type":"sticker","placement":{"x":1e999,"y":-0}}`, `{"operation":"add","type":"love","placement":{"x":1,"z":2}}`,
	} {
		r, err := Parse([]byte(body), validate.WithKind(validate.KindMessagesReact))
		require.NoError(t, err)
		want, got := decoded(t, []byte(body)), decoded(t, []byte(encoded(r)))
		require.Equal(t, want, got, body)
	}
}

func TestStickerFaults(t *testing.T) {
	for name, row := range map[string]struct {
		give            Request
		rule, origin    string
		pointer, detail string
	}{
		"not in the text":             {ContentOnly().Text("abc", Sticker(imageID, "x")), "builder-substring", "Sticker #1 of Text #1", "/parts/0", "not in the text"},
		"behind one that is left out": {ContentOnly().Text("abc", Sticker(imageID, "x"), Sticker("x", "a")), "attachment-id", "Sticker #2 of Text #1", "/parts/0/inline_stickers/0/attachment_id", "UUID"},
		"bytes out of range":          {ContentOnly().Text("abc", Sticker(imageID, "a"), StickerURL(imageURL, ByteRange(0, 9))), "sticker-range", "Sticker #2 of Text #1", "/parts/0", "3 bytes"},
		"not UTF-8":                   {MessagesReactStickerEmoji("\xff"), "builder-utf8", "MessagesReactStickerEmoji", "/emoji", "UTF-8"},
		"a caption":                   {ContentOnly().Parts(AppClipPart("https://example.com/clip").Captioned("\xff")), "builder-utf8", "Captioned of AppClip #1", "/parts/0/caption", "UTF-8"},
		"not a number":                {MessagesUpdateStickerPlacement(PlaceAt(math.NaN(), 0)), "json-syntax", "X of MessagesUpdateStickerPlacement", "/placement", "not JSON"},
		"an infinity":                 {MessagesReactSticker(imageID).Place(Placement{}.Rotation(math.Inf(1))), "json-syntax", "Rotation of Place", "/placement", "not JSON"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := row.give.Build()
			d := reports(err, row.rule)
			require.NotNil(t, d, "%v", err)
			require.Equal(t, row.origin, d.Origin)
			require.Equal(t, row.pointer, d.Pointer)
			require.Contains(t, d.Message, row.detail)
		})
	}
}

// TestStickerReading reads back what was set.
func TestStickerReading(t *testing.T) {
	p := TextPart("ab", Sticker(imageID, "a"), StickerURL(imageURL, "b"), Sticker(imageID, "none"))
	require.Equal(t, []StickerContent{{Range: decorations.Range{Start: 0, End: 1}, AttachmentID: imageID}, {Range: decorations.Range{Start: 1, End: 2}, URL: imageURL}}, p.Stickers())
	require.Equal(t, &StickerReaction{URL: imageURL}, MessagesReactStickerURL(imageURL).Content().Sticker)
	require.Nil(t, MessagesReact(ReactLove).Content().Sticker)
	place := MessagesReactSticker(imageID).Place(Placement{}.Scale(2)).Content().Placement
	require.InDelta(t, 2, *place.Content().Scale, 0)
	require.Nil(t, place.Content().X)
	require.Nil(t, MessagesReact(ReactLove).Content().Placement)
	require.Nil(t, MessagesUpdateStickerPlacementRequest{}.Content().Placement)
	_, ok := AppClipPart("u").Caption()
	require.False(t, ok)
}

// TestSplitKeepsStickers cuts a text that has stickers everywhere: none is cut or
// lost, also one over white space.
func TestSplitKeepsStickers(t *testing.T) {
	value := strings.Repeat("word 🥤🥤 "+strings.Repeat("x", 40000/stickerCount-10), stickerCount)
	var options []TextOption
	for at := 0; at < len(value); {
		i := strings.Index(value[at:], "🥤🥤 ")
		if i < 0 {
			break
		}
		options = append(options, Sticker(imageID, ByteRange(at+i, at+i+9))) // with the space behind it
		at += i + 9
	}
	seq := ContentOnly().Text(value, options...).Split()
	require.Empty(t, seq.Left)
	require.Greater(t, len(seq.Requests), 3)
	n := 0
	for _, r := range seq.Requests {
		c, _ := contentOf(r)
		for _, s := range c.Parts[0].Stickers() {
			covered, ok := decorations.Slice(c.Parts[0].Value(), s.Range)
			require.True(t, ok)
			require.Equal(t, "🥤🥤 ", covered)
			n++
		}
	}
	require.Equal(t, len(options), n)

	_, reason := cut(ptr(TextPart(strings.Repeat("x", 10001), Sticker(imageID, Whole()))))
	require.Contains(t, reason, "must not be cut")
	left := ContentOnly().Text(strings.Repeat("x", 10001), Sticker(imageID, "none")).Split()
	require.Contains(t, left.Left[0].Reason, "sticker")
	left = ContentOnly().Text(strings.Repeat("x", 10001), Sticker(imageID, decorations.Range{Start: 0, End: 10002})).Split()
	require.Contains(t, left.Left[0].Reason, "out of bounds")
}

// TestJoinKeepsTheLimitsOfStickers joins texts only if one text may have the
// stickers of both.
func TestJoinKeepsTheLimitsOfStickers(t *testing.T) {
	many := func(n, images int) Part {
		var options []TextOption
		for i := range n {
			options = append(options, Sticker(strings.Repeat("i", i%images+1), decorations.Range{Start: i, End: i + 1}))
		}
		return TextPart(strings.Repeat("x", n), options...)
	}
	mention := TextPart("Ann", Mention("+14155550123", Whole()))
	for name, row := range map[string]struct {
		a, b     Part
		messages int
	}{
		"few":             {many(50, 5), many(50, 5), 1},
		"too many":        {many(50, 5), many(51, 5), 2},
		"10 images":       {many(10, 10), many(10, 10), 1},
		"11 images":       {many(10, 10), many(11, 11), 2},
		"with a mention":  {many(1, 1), mention, 2},
		"beside a text":   {many(1, 1), TextPart("x"), 1},
		"mention, before": {mention, many(1, 1), 2},
	} {
		t.Run(name, func(t *testing.T) {
			seq := ContentOnly().Parts(row.a, row.b).Split()
			require.Len(t, seq.Requests, row.messages)
			n := 0
			for _, r := range seq.Requests {
				c, _ := contentOf(r)
				for _, p := range c.Parts {
					n += len(p.Stickers())
				}
			}
			require.Equal(t, len(row.a.stickers)+len(row.b.stickers), n)
		})
	}
}

func ptr[T any](x T) *T { return &x }
