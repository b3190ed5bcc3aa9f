package preview

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var order = builder.MessagesCreate("+14155550123").
	Text("Your order has shipped 🎉 — it’s on its way to Straße 7, 東京, and the courier 👨‍👩‍👧 will call you.\nSee you soon!",
		builder.Bold("order"), builder.Animate(decorations.Explode, "🎉"), builder.Italic("on its way"), builder.Underline("Straße 7"),
		builder.Strikethrough("soon"), builder.Mention("+14155550123", "you")).
	Media("https://images.example.com/a/very/long/path/n02096177_13328.jpg?width=300").
	Text("Bye").
	Effect(builder.EffectConfetti).
	ReplyTo("6ba7b810-9dad-11d1-80b4-00c04fd430c8", 2).
	PreferredService(validate.ServiceIMessage).
	Continuation("Hi, it's Acme, from a new number.")

var acme = builder.App{BundleID: "com.acme.app", Name: "Acme", TeamID: "ACMETEAM12"}

const image = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"

var stickers = []builder.Request{
	builder.MessagesCreate("+12052532136", "+14155550123").Text("Kim, your 🥤 is ready: 👨‍👩‍👧", builder.Mention("+12052532136", "Kim"), builder.Bold("ready"),
		builder.Sticker(image, "🥤"), builder.StickerURL("https://cdn.linqapp.com/attachments/a.png", "👨‍👩‍👧")),
	builder.ChatsMessagesSend().Parts(builder.AttachmentPart(image).AsSticker(), builder.MediaPart("https://example.com/a.png").AsSticker()),
	builder.ChatsMessagesSend().Parts(builder.AppClipPart("https://example.com/pay").Captioned("Pay 🎉 now")),
	builder.MessagesReactSticker(image).Place(builder.PlaceAt(0.5, -0.25).Scale(1.5).Rotation(30)).AtPart(1),
	builder.MessagesReactStickerEmoji("🎉"), builder.MessagesReactStickerURL("https://cdn.linqapp.com/attachments/a.png").Remove(),
	builder.MessagesUpdateStickerPlacement(builder.PlaceAt(0, 1)), builder.MessagesUpdateStickerPlacement(builder.Placement{}),
}

// drawings have at least one request for each thing that can be drawn.
var drawings = []struct {
	name     string
	requests []builder.Request
	opts     []Option
}{
	{"order", []builder.Request{order}, nil},
	{"order-ruler", []builder.Request{order}, []Option{WithRuler()}},
	{"order-narrow", []builder.Request{order}, []Option{WithRuler(), WithWidth(40)}},
	{"parts", []builder.Request{
		builder.ChatsMessagesSend().Link("https://linqapp.com/pay").PreferredService(validate.ServiceSMS),
		builder.ChatsMessagesSend().AppClip("https://zero.linqapp.com/pay/acme?session=tok_123"),
		builder.ChatsCreate("+12052535597", "+12052532136", "a@example.com").Media("https://example.com/clip.mov").Media("https://example.com/hi.mp3").
			Media("https://example.com/menu.pdf").Media("https://example.com/kim.vcf").Media("https://example.com/").Attachment("550e8400-e29b-41d4-a716-446655440000").
			Parts(builder.PartNamed("sticker"), builder.Part{}).PreferredService("Pigeon"),
		builder.MessagesCreate("+14155550123").Experience(builder.Experience{Name: "checkers", Action: "start", Params: []builder.ExperienceParam{builder.Param("level", 3), builder.Param("who", "Kim")}}),
	}, nil},
	{"cards", []builder.Request{
		builder.ChatsMessagesSend().AppCard(builder.AppCard(acme).Image("https://cdn.example.com/photo.png").ImageTitle("Order #1234").ImageSubtitle("Ready for review").
			Caption("Order #1234").Subcaption("Reply 1 to Approve").TrailingCaption("$42").TrailingSubcaption("2 items").
			URL("https://example.com/o/1234").FallbackText("Order #1234").Static()),
		builder.ChatsMessagesSend().AppCard(builder.AppCard(acme).Caption("A caption that is longer than what fits into a card of that width").TrailingCaption("and a trailing caption that is long too")),
		builder.MessagesUpdateAppCard().Caption("Move 2").Experience(builder.Experience{Name: "checkers", Action: "move", Params: []builder.ExperienceParam{builder.Param("cell", 7)}}),
		builder.MessagesUpdateAppCard(),
	}, nil},
	{"kinds", []builder.Request{
		builder.ChatsVoicememo("https://example.com/voice-memo.m4a"),
		builder.MessagesEdit("This is the edited text").AtPart(1),
		builder.MessagesReact(builder.ReactLove), builder.MessagesReactCustom("🎉").Remove().AtPart(2),
		builder.ChatsPollsCreate("Tacos", "Sushi 🍣"), builder.MessagesPollsAdd("Pizza"), builder.ChatsPollsCreate(),
		builder.MessagesPollsVote("550e8400-e29b-41d4-a716-446655440000"), builder.MessagesPollsVote("550e8400-e29b-41d4-a716-446655440000").Remove(),
		builder.AttachmentsCreate(builder.File{Filename: "photo.jpg", ContentType: "image/jpeg", SizeBytes: 1234567}),
		builder.ContentOnly().Text("just a message"),
	}, nil},
	{"stickers", stickers, nil},
	{"stickers-ruler", stickers[:1], []Option{WithRuler()}},
	{"hostile", []builder.Request{
		builder.ChatsMessagesSend().Text("\x1b[31mred\x1b[0m \u202eesrever\u202c \a\tx\u0000 \r\ny").ReplyToMessage("\x1b]0;title\a"),
	}, []Option{WithRuler()}},
}

func TestGolden(t *testing.T) {
	for _, d := range drawings {
		for name, color := range map[string]report.Color{d.name + ".txt": report.Plain, d.name + ".ansi": report.Colored} {
			t.Run(name, func(t *testing.T) {
				var got string
				for _, r := range d.requests {
					got += Draw(r, append([]Option{WithColor(color)}, d.opts...)...) + "\n"
				}
				golden := filepath.Join("testdata", name)
				if *update {
					require.NoError(t, os.MkdirAll("testdata", 0o755))
					require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
				}
				want, err := os.ReadFile(golden)
				require.NoError(t, err)
				require.Equal(t, string(want), got)
			})
		}
	}
}

var sequence = regexp.MustCompile("\x1b\\[[0-9;]*m")

// requireAligned checks that the frames of a drawing are closed at one column and
// that no line is too wide.
func requireAligned(t require.TestingT, drawing string, width int) {
	right := -1
	for _, line := range strings.Split(sequence.ReplaceAllString(drawing, ""), "\n") {
		require.NotContains(t, line, "\x1b")
		switch {
		case strings.HasPrefix(line, "  ╭─"):
			right = uniseg.StringWidth(line)
			require.LessOrEqual(t, right, width, line)
		case strings.HasPrefix(line, "  │ "), strings.HasPrefix(line, "  ├"), strings.HasPrefix(line, "  ╰"):
			frame := 0
			for _, c := range cells(line) {
				if frame += c.width; frame == right {
					require.Contains(t, []string{"│", "┤", "╯"}, c.text, line)
				}
			}
			require.GreaterOrEqual(t, frame, right, line)
		}
	}
}

// TestAlignment: the boxes close at every width and for every text, and the option
// for color changes only the color.
func TestAlignment(t *testing.T) {
	for _, d := range drawings {
		for _, width := range []int{-1, 1, 32, 47, 80, 300} {
			for _, r := range d.requests {
				opts := append(append([]Option{}, d.opts...), WithWidth(width))
				bounds := width
				if width <= 0 {
					bounds = defaultWidth
				}
				plain := Draw(r, opts...)
				requireAligned(t, plain, min(max(bounds, minWidth), maxWidth))
				requireAligned(t, Draw(r, append(opts, WithColor(report.Colored))...), min(max(bounds, minWidth), maxWidth))
			}
		}
	}
}

// TestCorpus draws each body of the corpus, valid or not.
func TestCorpus(t *testing.T) {
	data, err := os.ReadFile("../../../../testdata/corpus.jsonl")
	require.NoError(t, err)
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	drawn := 0
	for lines.Scan() {
		var line struct {
			Name string
			Kind validate.Kind
			Body json.RawMessage
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &line))
		r, err := builder.Parse(line.Body, validate.WithKind(line.Kind))
		if err != nil {
			continue // not JSON, or of no kind
		}
		drawn++
		requireAligned(t, Draw(r, WithRuler(), WithColor(report.Colored)), defaultWidth)
		require.True(t, strings.HasPrefix(Draw(r), string(line.Kind)), line.Name)
	}
	require.Greater(t, drawn, 100)
}

// TestThousandsOfDecorations: the work is linear in the text and the decorations.
func TestThousandsOfDecorations(t *testing.T) {
	draw := func(n int) float64 {
		var options []builder.TextOption
		for range n {
			options = append(options, builder.Bold(builder.Whole()))
		}
		r := builder.ChatsMessagesSend().Text(strings.Repeat("👋🏽 ", 300), options...)
		return testing.AllocsPerRun(1, func() {
			require.Contains(t, Draw(r, WithRuler(), WithColor(report.Colored)), fmt.Sprintf("and %d more decorations", n-50))
		})
	}
	require.Less(t, draw(2000), 2.3*draw(1000))
}

func TestFold(t *testing.T) {
	for _, test := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"fits", "ab cd", 5, []string{"ab cd"}},
		{"breaks after a space", "ab cd", 4, []string{"ab ", "cd"}},
		{"a space that does not fit is the break", "from a new", 6, []string{"from a", "new"}},
		{"spaces that do not fit before a line break", "abcdef  \ng", 6, []string{"abcdef", "g"}},
		{"a long word is cut", "abcdefgh ij", 5, []string{"abcde", "fgh ", "ij"}},
		{"wide signs", "日本語日本", 5, []string{"日本", "語日", "本"}},
		{"wider than the line", "日", 1, []string{"日"}},
		{"empty lines", "a\n\nb\n", 5, []string{"a", "", "b", ""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, line := range fold(cells(test.text), test.width) {
				s := ""
				for _, r := range line.row() {
					s += r.text
				}
				got = append(got, s)
			}
			require.Equal(t, test.want, got)
		})
	}
}

func TestRestyle(t *testing.T) {
	all := cells("a👋🏽b")
	restyle(all, []decorations.Decoration{
		{Range: decorations.Range{Start: 0, End: 1}, Style: decorations.Bold},
		{Range: decorations.Range{Start: 3, End: 6}, Style: decorations.Italic}, // inside of the hand
		{Range: decorations.Range{Start: 1, End: 5}, Style: decorations.Underline},
		{Range: decorations.Range{Start: -3, End: 1}, Style: decorations.Italic},
		{Range: decorations.Range{Start: 5, End: 99}, Animation: decorations.Nod},
		{Range: decorations.Range{Start: 4, End: 2}, Style: decorations.Strikethrough},
	})
	require.Equal(t, []style{bold | italic, italic | underline, italic | magenta}, []style{all[0].style, all[1].style, all[2].style})
}

func TestBytes(t *testing.T) {
	for n, want := range map[int64]string{0: "0 bytes", 999: "999 bytes", 1000: "1 kB", 1500: "1.5 kB", 1234567: "1.2 MB", 104857600: "105 MB"} {
		require.Equal(t, want, bytesOf(n))
	}
}
