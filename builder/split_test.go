package builder

import (
	"fmt"
	"hash/fnv"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

const lineID = "550e8400-e29b-41d4-a716-446655440000"

// words returns a text of n code points in words of five.
func words(n int) string { return strings.Repeat("word ", n/5) + strings.Repeat("x", n%5) }

// shape returns the parts of each message of a sequence.
func shape(seq Sequence) [][]string {
	var out [][]string
	for _, r := range seq.Requests {
		c, _ := contentOf(r)
		var parts []string
		for _, p := range c.Parts {
			s := p.Type() + ":" + p.value
			if p.form == FormAppCard {
				s = p.Type()
			}
			parts = append(parts, s)
		}
		out = append(out, parts)
	}
	return out
}

var repeated = regexp.MustCompile(`(word )(?:word ){9,}|x{9,}|y{9,}|字{9,}|😀{9,}| {9,}`)

// brief replaces long runs by their length, so that differences are readable.
func brief(messages [][]string) [][]string {
	out := make([][]string, len(messages))
	for i, parts := range messages {
		for _, p := range parts {
			out[i] = append(out[i], repeated.ReplaceAllStringFunc(p, func(run string) string {
				return fmt.Sprintf("<%.1s×%d>", run, utf8.RuneCountInString(run))
			}))
		}
	}
	return out
}

func requireClean(t require.TestingT, seq Sequence) {
	for i, r := range seq.Requests {
		_, err := r.Build()
		require.NoError(t, err, "message %d", i+1)
	}
}

func TestSplitOfNil(t *testing.T) {
	bodies, err := Split(nil).Build()
	require.NoError(t, err)
	require.Empty(t, bodies)
}

func TestSplitKeepsWhatFits(t *testing.T) {
	for name, r := range map[string]Request{
		"a text":         ChatsMessagesSend().Text("hello", Bold("hell")).Effect(EffectSlam),
		"text and media": ContentOnly().Text("a").Media("https://example.com/a.jpg").Text("b"),
		"a link":         MessagesCreate("+14155550123").Link("https://example.com"),
		"nothing":        ChatsMessagesSend(),
		"an experience":  ChatsMessagesSend().Experience(Experience{Name: "a", Action: "b"}),
		"parts is null":  ContentOnly().Experience(Experience{Name: "a", Action: "b"}).MemberJSON("parts", "null"),
		"10000":          ContentOnly().Text(words(10000)),
		"members":        ContentOnly().Text("a").MessageMemberJSON("new", "1"),
	} {
		t.Run(name, func(t *testing.T) {
			seq := splitOf(r)
			require.Empty(t, seq.Left)
			require.Len(t, seq.Requests, 1)
			require.Equal(t, encoded(r), encoded(seq.Requests[0]))
		})
	}
}

func splitOf(r Request) Sequence { return r.(interface{ Split() Sequence }).Split() }

func TestSplit(t *testing.T) {
	card := AppCard(App{BundleID: "com.acme.app", Name: "Acme", TeamID: "ACMETEAM12"}).Caption("Hi")
	chat := ChatsCreate("+14155550100", "+14155550123")
	for name, row := range map[string]struct {
		give Request
		want [][]string
	}{
		"a link among texts goes alone": {
			ChatsMessagesSend().Text("a").Link("https://example.com").Text("b"),
			[][]string{{"text:a"}, {"link:https://example.com"}, {"text:b"}},
		},
		"adjacent texts are joined": {
			ChatsMessagesSend().Text("a").Text("b").Media("https://example.com/a.jpg").Text("c").Text("d"),
			[][]string{{"text:a\nb", "media:https://example.com/a.jpg", "text:c\nd"}},
		},
		"cards and clips are alone": {
			ChatsMessagesSend().Text("a").AppCard(card).AppClip("https://pay.linqapp.com/x").Text("b"),
			[][]string{{"text:a"}, {"imessage_app"}, {"app_clip:https://pay.linqapp.com/x"}, {"text:b"}},
		},
		"texts that do not fit into one are not cut": {
			ChatsMessagesSend().Text(words(6000)).Text(words(6001)),
			[][]string{{"text:" + words(6000)}, {"text:" + words(6001)}},
		},
		"a long text is joined with a short one": {
			ChatsMessagesSend().Text("Dear all").Text(strings.Repeat("x", 4000) + "\n" + strings.Repeat("y", 7000)),
			[][]string{{"text:Dear all\n" + strings.Repeat("x", 4000)}, {"text:" + strings.Repeat("y", 7000)}},
		},
		"a chat opens with the text before a link": {
			chat.Link("https://example.com/1").Link("https://example.com/2").Text("a").Media("https://example.com/a.jpg"),
			[][]string{{"text:a"}, {"link:https://example.com/1"}, {"link:https://example.com/2"}, {"media:https://example.com/a.jpg"}},
		},
		"a chat opens with media before a link": {
			chat.Link("https://example.com/1").Media("https://example.com/a.jpg"),
			[][]string{{"media:https://example.com/a.jpg"}, {"link:https://example.com/1"}},
		},
		"a chat opens with the sentence before a URL": {
			chat.Text("Hi there! Look at https://example.com now").Media("https://example.com/a.jpg"),
			[][]string{{"text:Hi there!"}, {"text:Look at https://example.com now", "media:https://example.com/a.jpg"}},
		},
		"a chat opens with the words before a URL": {
			chat.Text("😀 \"Look\" at HTTPS://example.com now"),
			[][]string{{"text:😀 \"Look\" at"}, {"text:HTTPS://example.com now"}},
		},
		"a chat starts with the parts before a text with a URL": {
			chat.Media("https://example.com/a.jpg").Text("https://example.com now"),
			[][]string{{"media:https://example.com/a.jpg"}, {"text:https://example.com now"}},
		},
		"what is left fits exactly": {
			ContentOnly().Text(strings.Repeat("字", 10000) + words(9999) + "x"),
			[][]string{{"text:" + strings.Repeat("字", 10000)}, {"text:" + words(9999) + "x"}},
		},
		"a URL behind the first piece of a text does no harm": {
			chat.Text(words(9990) + "and this:\nhttps://example.com"),
			[][]string{{"text:" + words(9990) + "and this:"}, {"text:https://example.com"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			seq := splitOf(row.give)
			require.Equal(t, brief(row.want), brief(shape(seq)))
			require.Empty(t, seq.Left)
			requireClean(t, seq)
			if row.give.Kind() == validate.KindChatsCreate {
				require.Equal(t, validate.KindChatsCreate, seq.Requests[0].Kind())
				for _, r := range seq.Requests[1:] {
					require.Equal(t, validate.KindChatsMessagesSend, r.Kind())
				}
			}
		})
	}
}

func TestSplitRollsOver(t *testing.T) {
	r := ContentOnly()
	for range 39 {
		r = r.Media("https://example.com/a.jpg")
	}
	presigned := "https://bucket.example.com/a.jpg?X-Amz-Signature=abc"
	for range 50 {
		r = r.Attachment(lineID).Media(presigned)
	}
	r = r.Media("https://example.com/b.jpg").Media("https://example.com/c.jpg")
	seq := r.Split()
	requireClean(t, seq)
	require.Len(t, seq.Requests, 2)
	first, _ := contentOf(seq.Requests[0])
	require.Len(t, first.Parts, 100, "presigned URLs and attachments do not count among the 40")

	r = ContentOnly()
	for range 81 {
		r = r.Media("https://example.com/a.jpg")
	}
	seq = r.Split()
	requireClean(t, seq)
	require.Len(t, seq.Requests, 3)
}

func TestSplitWhere(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for name, row := range map[string]struct {
		text string
		want []string
	}{
		"at a line break before later sentences":    {x(8000) + "\n\n" + x(1000) + ". " + x(2000), []string{x(8000), x(1000) + ". " + x(2000)}},
		"after a sentence before later words":       {x(8000) + `." ` + x(1000) + " " + x(2000), []string{x(8000) + `."`, x(1000) + " " + x(2000)}},
		"after an ideographic stop":                 {strings.Repeat("字", 6000) + "。" + strings.Repeat("字", 5000), []string{strings.Repeat("字", 6000) + "。", strings.Repeat("字", 5000)}},
		"between words":                             {x(8000) + " " + x(3000), []string{x(8000), x(3000)}},
		"not at a no-break space":                   {x(7000) + " " + x(2000) + "\u00a0" + x(2000), []string{x(7000), x(2000) + "\u00a0" + x(2000)}},
		"between clusters":                          {x(9999) + "👋🏽" + x(1), []string{x(9999), "👋🏽" + x(1)}},
		"white space beyond the limit":              {x(10000) + "   ", []string{x(10000)}},
		"not where a third text would follow":       {"a\n" + x(9000) + " " + x(10000), []string{"a\n" + x(9000), x(10000)}},
		"not where one code point too many is left": {"a\n" + x(9000) + " " + x(1000), []string{"a\n" + x(9000), x(1000)}},
		"what cannot be seen, in between":           {"a" + strings.Repeat("\u200b", 25000) + "b", []string{"a" + strings.Repeat("\u200b", 9999), strings.Repeat("\u200b", 5001) + "b"}},
		"a third text rather than half a word":      {x(6000) + " " + x(8000) + " " + x(5995), []string{x(6000), x(8000), x(5995)}},
		"code points, not bytes":                    {strings.Repeat("😀", 10000), []string{strings.Repeat("😀", 10000)}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, parts := range shape(ContentOnly().Text(row.text).Split()) {
				require.Len(t, parts, 1)
				got = append(got, strings.TrimPrefix(parts[0], "text:"))
			}
			require.Equal(t, brief([][]string{row.want}), brief([][]string{got}))
		})
	}
}

func TestSplitCarriesWhatLiesOverTheText(t *testing.T) {
	long := strings.Repeat("x", 9000) + " 👋🏽 " + strings.Repeat("y", 3000)
	seq := ChatsMessagesSend().
		Text("Hi", Bold(Whole()), Animate(decorations.Shake, CodePointRange(0, 0))).
		Text(long, Italic(CodePointRange(8990, 9010)), Animate(decorations.Big, "y"), Mention("+14155550123", "👋🏽")).
		Split()
	require.Len(t, seq.Requests, 2)
	var got []string
	for _, r := range seq.Requests {
		c, _ := contentOf(r)
		p := c.Parts[0]
		for _, d := range p.Decorations() {
			text, ok := decorations.Slice(p.Value(), d.Range)
			require.True(t, ok)
			got = append(got, string(d.Style)+string(d.Animation)+":"+text)
		}
		if m, ok := p.Mention(); ok {
			text, _ := decorations.Slice(p.Value(), m.Range)
			got = append(got, m.Handle+":"+text)
		}
	}
	require.Equal(t, []string{
		"bold:Hi", "shake:", "italic:" + strings.Repeat("x", 10) + " 👋🏽", "+14155550123:👋🏽",
		"italic:" + strings.Repeat("y", 6), "big:y",
	}, got)
}

func TestSplitMentions(t *testing.T) {
	long := strings.Repeat("x", 9990) + " " + strings.Repeat("y", 20)
	seq := ContentOnly().Text(long, Mention("+14155550123", CodePointRange(9980, 10005))).Split()
	require.Equal(t, brief([][]string{{"text:" + long[:9980]}, {"text:" + long[9980:]}}), brief(shape(seq)), "no seam inside a mention")

	seq = ContentOnly().Text("a", Mention("+14155550123", Whole())).Text("b").Text("c", Mention("+14155550124", "c")).Split()
	require.Equal(t, [][]string{{"text:a\nb"}, {"text:c"}}, shape(seq), "a text has one mention")
	c, _ := contentOf(seq.Requests[0])
	m, ok := c.Parts[0].Mention()
	require.True(t, ok)
	require.Equal(t, MentionContent{"+14155550123", decorations.Range{Start: 0, End: 1}, true}, m)
}

func TestSplitLeaves(t *testing.T) {
	long := words(10001)
	for name, row := range map[string]struct {
		give   Request
		reason string
		sent   int
	}{
		"parts as JSON":                                {ContentOnly().MessageMemberJSON("parts", "[]"), "given as JSON", 0},
		"experience and parts":                         {ContentOnly().Text("a").Experience(Experience{Name: "a", Action: "b"}), "never with them", 0},
		"a long text with members":                     {ContentOnly().Text("a").Parts(TextPart(long).MemberJSON("new", "1")).Text("b"), "not split", 2},
		"a long text between files":                    {ContentOnly().Media("https://example.com/a.jpg").Parts(TextPart(long).MemberJSON("new", "1")).Media("https://example.com/b.jpg"), "not split", 2},
		"a decoration without a place":                 {ContentOnly().Text(long, Bold("nowhere")), "not in the text", 0},
		"a decoration out of bounds":                   {ContentOnly().Text(long, Bold(decorations.Range{Start: 0, End: 99999})), "out of bounds", 0},
		"a mention without a place":                    {ContentOnly().Text(long, Mention("+14155550123", "nowhere")), "not in the text", 0},
		"a long mention":                               {ContentOnly().Text(long, Mention("+14155550123", Whole())), "the whole text is a mention", 0},
		"one endless cluster":                          {ContentOnly().Text("a" + strings.Repeat("\u0301", 10001)), "must not be cut", 0},
		"a chat with nothing but links":                {ChatsCreate("+14155550100", "+14155550123").Link("https://example.com"), "no other part could come first", 0},
		"a chat with a long text of members and a URL": {ChatsCreate("+14155550100", "+14155550123").Parts(TextPart("https://example.com "+long).MemberJSON("new", "1")).Text("a"), "not split", 1},
		"a chat with a URL first":                      {ChatsCreate("+14155550100", "+14155550123").Text("https://example.com is it"), "no text before it", 0},
	} {
		t.Run(name, func(t *testing.T) {
			seq := splitOf(row.give)
			require.Len(t, seq.Left, 1)
			require.Contains(t, seq.Left[0].Reason, row.reason)
			require.NotNil(t, seq.Left[0].Request)
			require.Len(t, seq.Requests, row.sent)
		})
	}
}

func TestSplitRouting(t *testing.T) {
	seq := MessagesCreate("+14155550123").ExcludeFrom("+14155550199").OverrideOptOut().Continuation("new line").MemberJSON("new", "1").
		Text("a").Link("https://example.com").Text("b").
		Effect(EffectConfetti).ReplyTo(lineID, 0).PreferredService(validate.ServiceIMessage).IdempotencyKey("k").MessageMemberJSON("mood", "2").Split()
	want := []string{
		`{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"a"}],"effect":{"name":"confetti","type":"screen"},"idempotency_key":"k","preferred_service":"iMessage",` +
			`"reply_to":{"message_id":"` + lineID + `","part_index":0},"mood":2},"continuation_message":{"text":"new line"},"exclude_from":["+14155550199"],"override_optout":true,"new":1}`,
		`{"to":["+14155550123"],"message":{"parts":[{"type":"link","value":"https://example.com"}],"idempotency_key":"k-2","preferred_service":"iMessage"},"exclude_from":["+14155550199"],"override_optout":true}`,
		`{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"b"}],"idempotency_key":"k-3","preferred_service":"iMessage"},"exclude_from":["+14155550199"],"override_optout":true}`,
	}
	var got []string
	for _, r := range seq.Requests {
		b, err := r.Build()
		require.NoError(t, err)
		got = append(got, b.String())
	}
	require.Equal(t, want, got)

	seq = ChatsCreate("+14155550100", "+14155550123").OverrideOptOut().MemberJSON("new", "1").Text("a").Link("https://example.com").Split()
	require.Equal(t, `{"message":{"parts":[{"type":"link","value":"https://example.com"}]},"override_optout":true}`, encoded(seq.Requests[1]))
}

func TestNumberedKey(t *testing.T) {
	require.Equal(t, text{"", true}, numberedKey(text{"", true}, 2))
	require.Equal(t, text{}, numberedKey(text{}, 2))
	require.Equal(t, "order-1-2", numberedKey(text{"order-1", true}, 2).s)
	require.Equal(t, strings.Repeat("é", 253)+"-9", numberedKey(text{strings.Repeat("é", 253), true}, 9).s)
	a := numberedKey(text{strings.Repeat("é", 254) + "a", true}, 2).s
	b := numberedKey(text{strings.Repeat("é", 254) + "b", true}, 2).s
	require.Equal(t, 255, utf8.RuneCountInString(a))
	sum := fnv.New64a()
	sum.Write([]byte(strings.Repeat("é", 254) + "a"))
	require.Equal(t, fmt.Sprintf("%s-%016x-2", strings.Repeat("é", 236), sum.Sum64()), a)
	require.NotEqual(t, a, b, "long keys that begin alike stay apart")
	require.Equal(t, a, numberedKey(text{strings.Repeat("é", 254) + "a", true}, 2).s, "a retry has the same keys")
}

func TestSplitOpensChats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Custom(genPart), 1, 12).Draw(t, "parts")
		if rapid.Bool().Draw(t, "url") {
			at := rapid.IntRange(0, len(parts)-1).Draw(t, "at")
			parts[at] = TextPart(rapid.SampledFrom([]string{"https://example.com", "Hi. www.example.com\nbye", "a b\" HTTP://x.y"}).Draw(t, "text"))
		}
		seq := ChatsCreate("+14155550100", "+14155550123").Parts(parts...).Split()
		if len(seq.Left) > 0 {
			require.Empty(t, seq.Requests)
			c, _ := contentOf(seq.Left[0].Request)
			require.Len(t, c.Parts, len(parts))
			return
		}
		requireClean(t, seq)
		var all []Part
		for i, m := range seq.Requests {
			require.Equal(t, i == 0, m.Kind() == validate.KindChatsCreate)
			c, _ := contentOf(m)
			all = append(all, c.Parts...)
		}
		require.Equal(t, squeezed(linksBehind(parts)), squeezed(all))
	})
}

// TestSplitKeepsClusters checks that grapheme clusters are not cut.
func TestSplitKeepsClusters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		atom := rapid.SampledFrom([]string{"👋🏽", "🇺🇸", "e\u0301", "👨‍👩‍👧", "한"})
		value := strings.Repeat(strings.Join(rapid.SliceOfN(atom, 1, 8).Draw(t, "atoms"), ""), 2500)
		before := uniseg.GraphemeClusterCount(value)
		after := 0
		for _, m := range ContentOnly().Text(value).Split().Requests {
			c, _ := contentOf(m)
			after += uniseg.GraphemeClusterCount(c.Parts[0].Value())
		}
		require.Equal(t, before, after)
	})
}

// TestSplitSendsNothingBlank: white space fills no message.
func TestSplitSendsNothingBlank(t *testing.T) {
	values := func(r Request) (out []string) {
		seq := splitOf(r)
		require.Empty(t, seq.Left)
		for _, one := range seq.Requests {
			content, ok := contentOf(one)
			require.True(t, ok)
			for _, p := range content.Parts {
				out = append(out, p.Value())
			}
		}
		return out
	}
	require.Equal(t, []string{"a"}, values(ChatsMessagesSend().Text(strings.Repeat(" ", 10001)+"a")))
	require.Equal(t, []string{"a"}, values(ChatsMessagesSend().Text(strings.Repeat("\u200b", 20001)+"a"+strings.Repeat("\n", 10000))))
	require.Equal(t, []string{"https://example.com"}, values(ChatsMessagesSend().Text(" ").Link("https://example.com")))
	require.Equal(t, []string{" "}, values(ChatsMessagesSend().Text(" ")))
	seq := ChatsMessagesSend().Text(strings.Repeat(" ", 10001)).Split()
	require.Empty(t, seq.Requests)
	require.Equal(t, "nothing of the text can be seen", seq.Left[0].Reason)
}
