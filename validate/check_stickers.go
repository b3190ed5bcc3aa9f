package validate

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// A sticker's range has one rule for its shape, order and bounds.
var stickerRanges = rangeRules{stickerRange, stickerRange, stickerRange, stickerRangeEmpty}

// stuck is an inline sticker whose range can overlap something.
type stuck struct {
	node int // of the range
	r    decorations.Range
}

// stickers checks the inline_stickers n of a text part over its text; readable
// is false when the text is missing or not a string.
func (c *checker) stickers(n int, text string, readable, mentioned bool) {
	total := c.count(n)
	if total == 0 {
		return
	}
	if c.plain() {
		c.serviceDrops(serviceDropsSticker, c.member(n), "the stickers")
	}
	if mentioned {
		c.report(&sayStickerMention, c.opening(n)).
			withHint("send the stickers in their own text part")
	}
	if total > api.MaxStickers {
		c.report(&sayStickerMax, c.opening(n), intArg("actual", total), intArg("limit", api.MaxStickers))
	}
	c.stuck = c.stuck[:0]
	for e := n + 1; e < c.after(n); e = c.after(e) {
		if c.ofType(e, api.ObjectType) {
			c.sticker(e, text, readable)
		}
	}
	if images := c.images(n); images > api.MaxStickerImages {
		c.report(&sayStickerImages, c.opening(n), intArg("limit", api.MaxStickerImages)).
			withHint("copies of one image count once")
	}
	c.stickerOverlaps()
}

func (c *checker) sticker(n int, text string, readable bool) {
	var m members
	c.read(n, api.InlineSticker, &m)
	if m.given(api.StickerURL) == m.given(api.StickerAttachmentID) {
		said := &sayStickerNone
		if m.given(api.StickerURL) {
			said = &sayStickerBoth
		}
		c.report(said, c.whole(n))
	}
	c.stickerImage(m.at(api.StickerURL), m.at(api.StickerAttachmentID))
	spot := m.at(api.StickerRange)
	if spot == 0 {
		return
	}
	r, ok := c.usableRange(&stickerRanges, spot, text, readable)
	if !ok || r.Empty() {
		return
	}
	if readable {
		c.splits(spot, r, &sayStickerSurrogate, &sayStickerGrapheme, FixAll)
	}
	c.stuck = append(c.stuck, stuck{spot, r})
}

// stickerImage checks where the image of a sticker comes from: url and id are
// nodes, or 0.
func (c *checker) stickerImage(source, id int) {
	if id != 0 {
		c.uuid(attachmentID, id, "attachment_id")
	}
	if source == 0 {
		return
	}
	var u url
	if c.httpsURL(stickerURL, source, &u) && !u.within(api.LinqDomain) {
		c.report(&sayStickerHost, c.whole(source), valueArg("host", u.host), wordArg("domain", api.LinqDomain)).
			withHint("upload the image first and use its attachment_id, or the download_url of its attachment")
	}
}

// images counts the different images of the stickers in the arrays, and stops
// counting after the limit.
func (c *checker) images(lists ...int) int {
	var seen [api.MaxStickerImages + 1]string
	found := 0
	for _, n := range lists {
		for e := n + 1; e < c.after(n) && found < len(seen); e = c.after(e) {
			if c.view.Nodes[e].Kind == scan.Object {
				found = c.addImage(seen[:], found, c.find(e, "url"), false)
				found = c.addImage(seen[:], found, c.find(e, "attachment_id"), true)
			}
		}
	}
	return found
}

// addImage adds string n to the first found of seen, unless it is there.
func (c *checker) addImage(seen []string, found, n int, fold bool) int {
	if c.view.Nodes[n].Kind != scan.String || found == len(seen) {
		return found
	}
	image := strings.TrimSpace(c.text(n))
	if fold {
		image = strings.ToLower(image)
	}
	if slices.Contains(seen[:found], image) {
		return found
	}
	seen[found] = image
	return found + 1
}

// stickerOverlaps reports each sticker that overlaps a decoration or an earlier
// sticker.
func (c *checker) stickerOverlaps() {
	const few = 48
	if len(c.stuck)+len(c.ranged) > few {
		c.manyStickerOverlaps()
		return
	}
	for j, s := range c.stuck {
		if i := slices.IndexFunc(c.ranged, func(d ranged) bool { return d.r.Overlaps(s.r) }); i >= 0 {
			c.stickerOverlap(s, c.ranged[i].node, c.ranged[i].describe())
		} else if i := slices.IndexFunc(c.stuck[:j], func(e stuck) bool { return e.r.Overlaps(s.r) }); i >= 0 {
			c.stickerOverlap(s, c.stuck[i].node, c.stuck[i].describe())
		}
	}
}

// manyStickerOverlaps is stickerOverlaps for lists so long that comparing each
// with each would be quadratic.
func (c *checker) manyStickerOverlaps() {
	all := make([]decorations.Range, 0, len(c.ranged)+len(c.stuck))
	for i := range c.ranged {
		all = append(all, c.ranged[i].r)
	}
	for i := range c.stuck {
		all = append(all, c.stuck[i].r)
	}
	cuts := cutsOf(all)
	decorated, stuck := newFirsts(len(cuts)), newFirsts(len(cuts))
	for i := range c.ranged {
		decorated.cover(between(cuts, c.ranged[i].r), i+1)
	}
	for j, s := range c.stuck {
		r := between(cuts, s.r)
		if i := decorated.first(r); i > 0 {
			c.stickerOverlap(s, c.ranged[i-1].node, c.ranged[i-1].describe())
		} else if i := stuck.first(r); i > 0 {
			c.stickerOverlap(s, c.stuck[i-1].node, c.stuck[i-1].describe())
		}
		stuck.cover(r, j+1)
	}
}

func (s stuck) describe() string { return "sticker on " + rangeText(s.r) }

func (c *checker) stickerOverlap(s stuck, other int, what string) {
	c.report(&sayStickerOverlap, c.whole(s.node), wordArg("range", rangeText(s.r)), wordArg("other", what)).
		withRelated(c.whole(other), what)
}

// reactSticker checks what a reaction of type sticker has, and that one of
// another type has none of it.
func (c *checker) reactSticker(kind, op string, m *members) {
	if kind != api.ReactionSticker && isOneOf(api.Reactions, kind) {
		c.stickerMembers(kind, m)
		return
	}
	if kind == api.ReactionSticker {
		c.stickerSource(op, m)
	}
	if p := m.at(api.ReactPlacement); p != 0 {
		c.placement(p, kind == api.ReactionSticker)
	}
	if emoji := m.at(api.ReactStickerEmoji); emoji != 0 && !isEmoji(c.text(emoji)) {
		c.report(&sayEmojiWord, c.whole(emoji), wordArg("name", "emoji"), valueArg("value", c.text(emoji)))
	}
	c.stickerImage(m.at(api.ReactURL), m.at(api.ReactAttachmentID))
}

// stickerMembers reports the members of a reaction of another type that only
// stickers have.
func (c *checker) stickerMembers(kind string, m *members) {
	for _, i := range [...]int{api.ReactStickerEmoji, api.ReactURL, api.ReactAttachmentID, api.ReactPlacement} {
		n := m.at(i)
		if n == 0 {
			continue
		}
		f := c.report(&sayStickerOnly, c.member(n), wordArg("name", api.MessagesReactBody.Members[i].Name), wordArg("type", kind))
		if i == api.ReactStickerEmoji && kind == api.ReactionCustom {
			f.withHint("the emoji of a custom tapback is custom_emoji")
		}
		if i == api.ReactPlacement {
			c.placement(n, false)
		}
	}
}

// stickerSource checks a sticker reaction as a whole, by its operation.
func (c *checker) stickerSource(op string, m *members) {
	switch op {
	case api.OperationRemove:
		c.report(&sayStickerRemove, c.whole(m.at(api.ReactOperation)))
	case api.OperationAdd:
		given := 0
		for _, i := range [...]int{api.ReactStickerEmoji, api.ReactURL, api.ReactAttachmentID} {
			if m.given(i) {
				given++
			}
		}
		if given == 0 {
			c.report(&sayReactStickerNone, c.opening(0))
		} else if given > 1 {
			c.report(&sayReactStickerMany, c.opening(0), intArg("actual", given))
		}
	}
}

// placement checks the placement n; numbers says whether their values count.
func (c *checker) placement(n int, numbers bool) {
	var m members
	c.read(n, api.Placement, &m)
	if !numbers {
		return
	}
	for i, bounds := range api.PlacementBounds {
		number := m.at(i)
		if number == 0 {
			continue
		}
		// A number beyond the range of a float is infinite, and so out of range.
		value, _ := strconv.ParseFloat(c.view.Raw(number), 64)
		if value < bounds[0] || value > bounds[1] {
			c.report(&sayPlacement, c.whole(number), wordArg("name", api.Placement.Members[i].Name), valueArg("actual", c.view.Raw(number)),
				wordArg("least", shortest(bounds[0])), wordArg("most", shortest(bounds[1])))
		}
	}
}

func shortest(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

func (c *checker) updateStickerPlacement() {
	var m members
	c.read(0, api.MessagesUpdateStickerPlacementBody, &m)
	if p := m.at(api.UpdatePlacement); p != 0 {
		c.placement(p, true)
	}
}
