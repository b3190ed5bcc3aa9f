package validate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

const catID = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"

// catOn is a sticker on a range.
func catOn(start, end int) string {
	return `{"range":[` + itoa(start) + `,` + itoa(end) + `],"attachment_id":"` + catID + `"}`
}

// stuckOn is a text part with stickers, and further members.
func stuckOn(value, members string, stickers ...string) string {
	return sendOf(`{"type":"text","value":"` + value + `","inline_stickers":[` + strings.Join(stickers, ",") + `]` + members + `}`)
}

// TestInlineStickers has the edges of every rule about the stickers of a text.
func TestInlineStickers(t *testing.T) {
	const list = "/message/parts/0/inline_stickers"
	const at, at1 = list + "/0", list + "/1"
	imageOf := func(url string) string { return `{"range":[0,1],"url":"` + url + `"}` }
	var hundred, images []string
	for i := range 101 {
		hundred = append(hundred, catOn(i, i+1))
	}
	for i := range 11 {
		images = append(images, `{"range":[`+itoa(i)+`,`+itoa(i+1)+`],"url":"https://linqapp.com/`+itoa(i)+`"}`)
	}
	id := `{"range":[10,11],"attachment_id":"` + catID + `"}`
	spaced := strings.Replace(images[0], "[0,1]", "[10,11]", 1)
	rows := []row{
		{name: "one", body: stuckOn("a cat", "", catOn(2, 5))},
		{name: "none", body: stuckOn("a cat", `,"mention":"+12"`)},
		{name: "as many as may be", body: stuckOn(strings.Repeat("x", 101), "", hundred[:100]...)},
		{name: "one more", body: stuckOn(strings.Repeat("x", 101), "", hundred...), want: "sticker-max " + list},
		{name: "ten images", body: stuckOn(strings.Repeat("x", 20), "", images[:10]...)},
		{name: "eleven", body: stuckOn(strings.Repeat("x", 20), "", images...), want: "sticker-images-max " + list},
		{name: "ten and an attachment", body: stuckOn(strings.Repeat("x", 20), "", append([]string{id}, images[:10]...)...), want: "sticker-images-max " + list},
		{name: "one image twice counts once", body: stuckOn(strings.Repeat("x", 20), "", append([]string{spaced}, images[:10]...)...)},
		{name: "what is not a sticker is not an image", body: stuckOn(strings.Repeat("x", 20), "", append(images[:10:10], `"x"`)...), want: "json-type " + list + "/10"},
		{name: "an image that is not a string", body: stuckOn("a cat", "", `{"range":[0,1],"url":5}`), want: "json-type " + at + "/url"},
		{name: "neither url nor attachment", body: stuckOn("a cat", "", `{"range":[0,1]}`), want: "sticker-source " + at},
		{name: "both", body: stuckOn("a cat", "", `{"range":[0,1],"url":"https://linqapp.com/a","attachment_id":"`+catID+`"}`), want: "sticker-source " + at},
		{name: "no range", body: stuckOn("a cat", "", `{"attachment_id":"`+catID+`"}`), want: "field-required " + at},
		{name: "a bad attachment", body: stuckOn("a cat", "", `{"range":[0,1],"attachment_id":"7"}`), want: "attachment-id " + at + "/attachment_id"},
		{name: "to the end of the text", body: stuckOn("a cat", "", catOn(4, 5))},
		{name: "one beyond it", body: stuckOn("a cat", "", catOn(4, 6)), want: "sticker-range " + at + "/range"},
		{name: "backwards", body: stuckOn("a cat", "", catOn(2, 1)), want: "sticker-range " + at + "/range"},
		{name: "three numbers", body: stuckOn("a cat", "", strings.Replace(catOn(0, 1), "0,1", "0,1,2", 1)), want: "sticker-range " + at + "/range"},
		{name: "empty, which overlaps nothing", body: stuckOn("a cat", "", catOn(0, 5), catOn(2, 2)), want: "sticker-range-empty " + at1 + "/range"},
		{name: "half of an emoji", body: stuckOn("a🎉t", "", catOn(1, 2)), want: "sticker-splits-surrogate " + at + "/range"},
		{name: "half of a cluster", body: stuckOn("e\u0301", "", catOn(0, 1)), want: "sticker-splits-grapheme " + at + "/range"},
		{name: "touching", body: stuckOn("a cat", "", catOn(0, 2), catOn(2, 5))},
		{name: "one unit in common", body: stuckOn("a cat", "", catOn(0, 3), catOn(2, 5)), want: "sticker-overlap " + at1 + "/range"},
		{name: "over a decoration", body: stuckOn("a cat", `,"text_decorations":[{"range":[2,3],"style":"bold"}]`, catOn(2, 5)), want: "sticker-overlap " + at + "/range"},
		{name: "beside a decoration", body: stuckOn("a cat", `,"text_decorations":[{"range":[0,2],"style":"bold"}]`, catOn(2, 5))},
		{name: "with a mention", body: stuckOn("a cat", `,"mention":"+12"`, catOn(2, 5)), want: "sticker-mention " + list},
		{name: "over SMS", body: `{"message":{"preferred_service":"SMS",` + stuckOn("a cat", "", catOn(2, 5))[len(`{"message":{`):], want: "service-drops-sticker " + list},
		{name: "none over SMS", body: `{"message":{"preferred_service":"SMS",` + stuckOn("a cat", "")[len(`{"message":{`):]},
		{name: "a text that is missing has no bounds", body: sendOf(`{"type":"text","inline_stickers":[` + catOn(2, 5) + `,` + catOn(5, 9) + `]}`), want: "field-required /message/parts/0"},
		{name: "nor one that is a number", body: sendOf(`{"type":"text","value":5,"inline_stickers":[` + catOn(2, 5) + `,` + catOn(4, 9) + `]}`), want: "json-type /message/parts/0/value; sticker-overlap " + at1 + "/range"},
		{name: "nor is the text of a part before its text", body: sendOf(`{"type":"text","value":"🎉🎉","inline_stickers":[`+catOn(0, 2)+`]}`, `{"type":"media","url":"https://example.com/a.jpg"}`, `{"type":"text","inline_stickers":[`+catOn(1, 2)+`]}`), want: "field-required /message/parts/2"},
		{name: "decorations of a part before are not of this one", body: sendOf(`{"type":"text","value":"abc","text_decorations":[{"range":[0,3],"style":"bold"}]}`, `{"type":"media","url":"https://example.com/a.jpg"}`, `{"type":"text","value":"abc","inline_stickers":[`+catOn(0, 3)+`]}`)},
		{name: "stickers of a part before neither", body: sendOf(`{"type":"text","value":"abc","inline_stickers":[`+catOn(0, 3)+`]}`, `{"type":"media","url":"https://example.com/a.jpg"}`, `{"type":"text","value":"abc","inline_stickers":[`+catOn(0, 3)+`]}`)},
	}
	for url, want := range map[string]string{
		"https://linqapp.com/a.png": "", "https://cdn.linqapp.com/a.png": "", "https://LINQAPP.com/a.png": "",
		"https://notlinqapp.com/a.png": "sticker-host", "https://linqapp.com.example/a.png": "sticker-host", "https://example.com/linqapp.com": "sticker-host",
		"http://linqapp.com/a.png": "sticker-url", "linqapp.com/a.png": "sticker-url", "": "sticker-url", " https://linqapp.com/a.png": "string-whitespace", " nonsense": "string-whitespace",
	} {
		if want != "" {
			want += " " + at + "/url"
		}
		rows = append(rows, row{name: "url " + url, body: stuckOn("a cat", "", imageOf(url)), want: want})
	}
	for i := range rows {
		rows[i].kind = KindChatsMessagesSend
	}
	run(t, rows)
}

// TestStickerOverlapTwin compares the way for many stickers with the way for few: the
// same diagnostics, each against a decoration first, and the earliest of each.
func TestStickerOverlapTwin(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	rangeOf := func() decorations.Range {
		start := random.IntN(60)
		return decorations.Range{Start: start, End: start + 1 + random.IntN(3)}
	}
	for range 300 {
		var c checker
		c.v = New()
		const most = 24
		require.Zero(t, c.view.Scan([]byte(`[`+strings.Repeat("1,", 2*most)+`1]`)))
		for n := range random.IntN(most) {
			c.ranged = append(c.ranged, ranged{node: n, r: rangeOf(), name: "bold"})
		}
		for n := range random.IntN(most) {
			c.stuck = append(c.stuck, stuck{most + n, rangeOf()})
		}
		c.stickerOverlaps()
		few := c.found
		c.found = nil
		c.manyStickerOverlaps()
		require.Equal(t, overlapsOf(few), overlapsOf(c.found), "%v %v", c.ranged, c.stuck)
	}
}

func overlapsOf(all []finding) (out []string) {
	for _, f := range all {
		out = append(out, fmt.Sprint(f.place.node, f.args, f.related))
	}
	return out
}

// TestStickersOfManyParts: the way for many begins behind 48 stickers and decorations.
func TestStickersOfManyParts(t *testing.T) {
	var stickers []string
	for i := range 50 {
		stickers = append(stickers, catOn(2*i, 2*i+1))
	}
	v := New(WithKind(KindChatsMessagesSend))
	require.Empty(t, v.JSON([]byte(stuckOn(strings.Repeat("x", 100), "", stickers...))).Diagnostics)
	stickers[49] = catOn(3, 5)
	report := v.JSON([]byte(stuckOn(strings.Repeat("x", 100), "", stickers...)))
	require.Equal(t, "sticker-overlap /message/parts/0/inline_stickers/49/range", found(report))
	require.Equal(t, "/message/parts/0/inline_stickers/2/range", report.Diagnostics[0].Related[0].Pointer)
}

// TestStickerReactions: what a reaction of type sticker takes, and that one of another
// type takes none of it.
func TestStickerReactions(t *testing.T) {
	sticker := func(members string) string { return `{"operation":"add","type":"sticker",` + members + `}` }
	of := func(kind, members string) string { return `{"operation":"add","type":"` + kind + `",` + members + `}` }
	const id = `"attachment_id":"` + catID + `"`
	rows := []row{
		{name: "an emoji", body: sticker(`"emoji":"🎉"`)},
		{name: "an attachment", body: sticker(id)},
		{name: "a file of the API", body: sticker(`"url":"https://linqapp.com/a.png"`)},
		{name: "a file of somebody else", body: sticker(`"url":"https://example.com/a.png"`), want: "sticker-host /url"},
		{name: "nothing", body: sticker(`"part_index":0`), want: "react-sticker-source"},
		{name: "two", body: sticker(id + `,"emoji":"🎉"`), want: "react-sticker-source"},
		{name: "three", body: sticker(id + `,"emoji":"🎉","url":"https://linqapp.com/a.png"`), want: "react-sticker-source"},
		{name: "null is not given", body: sticker(id + `,"emoji":null`), want: "json-null /emoji"},
		{name: "a word", body: sticker(`"emoji":"party"`), want: "react-emoji-word /emoji"},
		{name: "removed", body: `{"operation":"remove","type":"sticker","emoji":"🎉"}`, want: "react-sticker-remove /operation"},
		{name: "of an unknown operation", body: `{"operation":"put","type":"sticker"}`, want: "react-operation /operation"},
		{name: "attachment of a tapback", body: of("love", id), want: "react-sticker-only /attachment_id"},
		{name: "emoji of a tapback", body: of("love", `"emoji":"🎉"`), want: "react-sticker-only /emoji"},
		{name: "placement of a tapback, whose numbers do not count", body: of("like", `"placement":{"x":5}`), want: "react-sticker-only /placement"},
		{name: "but its members do", body: of("like", `"placement":{"z":5}`), want: "react-sticker-only /placement; field-unknown /placement/z"},
		{name: "of an unknown type all are checked", body: of("wow", `"emoji":"party","url":"x","attachment_id":"7"`), want: "react-type /type; react-emoji-word /emoji; sticker-url /url; attachment-id /attachment_id"},
	}
	for name, bounds := range map[string][2]string{"x": {"-1", "1"}, "y": {"-1", "1"}, "scale": {"0.05", "2.5"}} {
		for value, good := range map[string]bool{
			bounds[0]: true, bounds[1]: true, "1.0": true, "5e-1": true, "-1.01": false, "2.51": false, "1e999": false, "-1e999": false,
		} {
			want := ""
			if !good {
				want = "placement-range /placement/" + name
			}
			rows = append(rows, row{name: name + " " + value, body: sticker(id + `,"placement":{"` + name + `":` + value + `}`), want: want})
		}
	}
	rows = append(rows, row{name: "a rotation has no bounds", body: sticker(id + `,"placement":{"rotation":-9999.5}`)})
	for i := range rows {
		rows[i].kind = KindMessagesReact
	}
	run(t, rows)
	hints := map[string]string{"custom": "the emoji of a custom tapback is custom_emoji", "love": ""}
	for kind, hint := range hints {
		for _, d := range JSON([]byte(of(kind, `"emoji":"🎉","custom_emoji":"🎉"`)), WithKind(KindMessagesReact)).Diagnostics {
			if d.Rule == "react-sticker-only" {
				require.Equal(t, hint, d.Hint)
			}
		}
	}
	d := JSON([]byte(sticker(id+`,"placement":{"scale":0.01}`)), WithKind(KindMessagesReact)).Diagnostics[0]
	require.Contains(t, d.Message, "0.05")
	require.Contains(t, d.Message, "2.5")
}
