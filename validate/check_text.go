package validate

import (
	"sort"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// textPart checks the text part with the members m.
func (c *checker) textPart(m *members) {
	value, text := m.at(api.PartMemberValue), ""
	if value != 0 {
		plain := false
		if text, plain = c.view.Plain(value); !plain {
			text = c.text(value)
		}
		c.textValue(value, text)
	}
	list, mention, spot := m.at(api.PartMemberDecorations), m.at(api.PartMemberMention), m.at(api.PartMemberMentionRange)
	stickers := m.at(api.PartMemberStickers)
	if list|mention|spot|stickers == 0 {
		return
	}
	c.index.ResetValid(text)
	if list != 0 {
		if c.plain() && int(c.view.Nodes[list].Next) > list+1 {
			c.serviceDrops(serviceDropsDecorations, c.member(list), "the formatting")
		}
		c.decorations(list, text, value != 0)
	}
	if stickers != 0 {
		if list == 0 {
			c.ranged = c.ranged[:0]
		}
		c.stickers(stickers, text, value != 0, m.given(api.PartMemberMention))
	}
	if mention != 0 {
		c.mention(mention)
	}
	if spot != 0 {
		c.mentionRange(spot, text, value != 0, m.given(api.PartMemberMention))
	}
	if mention != 0 && value != 0 && (spot != 0 || !m.given(api.PartMemberMentionRange)) {
		c.mentionSign(spot, value, text)
	}
}

func (c *checker) textValue(n int, text string) {
	if text == "" {
		c.report(&sayTextEmpty, c.whole(n), intArg("limit", api.MaxText), wordArg("unit", "code points"))
		return
	}
	if text[0] <= ' ' || text[0] >= 0x80 {
		if isBlank(text) {
			c.report(&sayTextBlank, c.whole(n))
		}
	}
	if got, long := tooLong(text, api.MaxText); long {
		c.overLimit(textLength, c.whole(n), "value", got, api.MaxText).
			withHint("split it into several messages: consecutive text parts are not allowed")
	}
	c.placeholders(n, text)
	if c.kind == KindChatsCreate {
		c.firstMessageURLs(n, text)
	}
	if !c.v.wantNotes {
		return
	}
	if c.kind == KindMessagesCreate {
		if start, end, ok := nextURL(text, 0); ok {
			c.report(&sayFirstURLRisk, c.part(n, start, end)).
				withHint("send the URL in a later message")
		}
	}
	if start, end, what := findMarkdown(text); what != "" {
		c.report(&sayMarkdown, c.part(n, start, end), wordArg("what", what)).
			withHint("write plain text and put the formatting into text_decorations")
	}
}

// ranged is a decoration whose range lies within the text.
type ranged struct {
	decoration int
	node       int // of the range
	r          decorations.Range
	animation  bool
	name       string // of the style or animation, "" if it is not a string
}

// decorations checks the list n over text; readable is false when the text is
// missing or not a string, which hides what depends on it.
func (c *checker) decorations(n int, text string, readable bool) {
	c.ranged = c.ranged[:0]
	apart := spread{}
	for d, next, end := n+1, 0, c.after(n); d < end && !c.failed(); d = next {
		node := &c.view.Nodes[d]
		next = int(node.Next)
		if node.Kind != scan.Object {
			c.wrongType(d, "", api.ObjectType)
			continue
		}
		last := len(c.ranged)
		all := append(c.ranged, ranged{})
		c.ranged = all
		entry := &all[len(all)-1]
		if !readable || !c.usualDecoration(d, entry) {
			*entry = ranged{}
			if !c.decoration(d, entry, text, readable) {
				c.ranged = c.ranged[:last]
				continue
			}
		}
		apart.add(entry)
	}
	if readable && (apart.meet || c.v.wantNotes) {
		c.overlaps()
	}
}

// decoration checks decoration d and fills entry; ok is false where it has no
// range within the text.
func (c *checker) decoration(d int, entry *ranged, text string, readable bool) (ok bool) {
	var m members
	c.read(d, api.TextDecoration, &m)
	entry.decoration, entry.animation = d, m.given(api.DecorationAnimation)
	if style := m.at(api.DecorationStyle); style != 0 {
		entry.name = c.styleName(&styles, style)
	}
	if animation := m.at(api.DecorationAnimation); animation != 0 {
		entry.name = c.styleName(&animations, animation)
	}
	if m.given(api.DecorationStyle) == entry.animation {
		c.decorationKind(d, entry.animation)
	}
	entry.node = m.at(api.DecorationRange)
	if entry.node == 0 {
		return false
	}
	if entry.r, ok = c.usableRange(&decorationRange, entry.node, text, readable); !ok {
		return false
	}
	if readable {
		c.splits(entry.node, entry.r, &saySplitsSurrogate, &saySplitsGrapheme, FixSafe)
	}
	return entry.animation || m.given(api.DecorationStyle)
}

func (c *checker) decorationKind(d int, both bool) {
	if both {
		c.report(&sayDecorationBoth, c.whole(d)).
			withHint("keep one, or use two decorations whose ranges do not overlap")
		return
	}
	c.report(&sayDecorationNone, c.whole(d))
}

// styling is what a decoration may carry: a style or an animation.
type styling struct {
	rule   ruleID
	member string
	values []string
}

var (
	styles     = styling{decorationStyle, "style", api.Styles}
	animations = styling{decorationAnimation, "animation", api.Animations}
)

// styleName checks string n, which must be one of own's values, and knows a
// value of the other styling.
func (c *checker) styleName(own *styling, n int) string {
	value, ok := c.trimmed(n)
	if !ok || isOneOf(own.values, value) || c.v.known.value("decoration."+own.member, value) {
		return value
	}
	other := &styles
	if own == other {
		other = &animations
	}
	if !isOneOf(other.values, value) {
		c.notIn(own.values, own.rule, n, own.member, value)
		return value
	}
	c.reportAs(own.rule, &saySwapped, c.whole(n), wordArg("value", value), wordArg("other", other.member), wordArg("member", own.member)).
		withHint(`write "`+other.member+`":"`+value+`"`).
		withFix(`rename the member to "`+other.member+`"`, FixAll, c.replace(n-1, `"`+other.member+`"`))
	return value
}

// rangeRules are the rules of a member that is a range.
type rangeRules struct{ shape, order, bounds, empty ruleID }

// A mention's range has one rule for all; an empty one is allowed.
var (
	decorationRange = rangeRules{decorationRangeShape, decorationRangeOrder, decorationRangeBounds, decorationRangeEmpty}
	mentionRanges   = rangeRules{mentionRange, mentionRange, mentionRange, mentionRange}
)

// usableRange reads range n and reports under the rules what is wrong with it.
// ok says that it lies in the text, as far as the text is readable.
func (c *checker) usableRange(rules *rangeRules, n int, text string, readable bool) (r decorations.Range, ok bool) {
	if r, ok = c.naturals(n); ok && readable && r.Start < r.End && c.index.Contains(r) {
		return r, true
	}
	numbers, total := true, 0
	var ends [2]int
	for e := n + 1; e < c.after(n); e = c.after(e) {
		if !c.ofType(e, api.Integer) {
			numbers = false
		} else if total < 2 {
			value, _ := c.view.Int(e)
			ends[total] = int(value)
		}
		total++
	}
	r = decorations.Range{Start: ends[0], End: ends[1]}
	switch {
	case !numbers:
	case total != 2:
		c.reportAs(rules.shape, &sayRangeShape, c.whole(n), intArg("actual", total))
	case r.Start < 0 || r.End < 0:
		f := c.reportAs(rules.order, &sayRangeNegative, c.whole(n), wordArg("range", rangeText(r)))
		if r.Start == -1 || r.End == -1 {
			f.withHint("-1 is often a search that found nothing")
		}
	case r.Start > r.End:
		c.reportAs(rules.order, &sayRangeOrder, c.whole(n), intArg("from", r.Start), intArg("to", r.End)).
			withHint("a range is [start, end), not start and length")
	case readable && r.End > c.index.UTF16Len():
		f := c.reportAs(rules.bounds, &sayRangeBounds, c.whole(n), intArg("actual", r.End), intArg("limit", c.index.UTF16Len()))
		if bytes, fits := c.fromBytes(text, r); fits {
			f.withHint("it fits the text in bytes; in UTF-16 code units it is "+rangeText(bytes)).
				withFix("count in UTF-16 code units", FixAll, c.replace(n, rangeText(bytes)))
		} else {
			f.withHint("offsets count UTF-16 code units: most code points are one, most emoji two")
		}
	case r.Empty() && rules != &mentionRanges:
		said := &sayRangeEmpty
		if rules == &stickerRanges {
			said = &sayStickerEmpty
		}
		c.reportAs(rules.empty, said, c.whole(n), wordArg("range", rangeText(r)))
		return r, true
	default:
		return r, true
	}
	return r, false
}

// fromBytes returns what r covers if its offsets count bytes of text. It asks the
// index, since a text may have many ranges.
func (c *checker) fromBytes(text string, r decorations.Range) (units decorations.Range, ok bool) {
	if r.End > len(text) || r.Empty() {
		return units, false
	}
	unit := func(b int) (unit int, ok bool) {
		unit = sort.Search(c.index.UTF16Len(), func(u int) bool {
			at, _ := c.index.Byte(u)
			return at >= b
		})
		at, whole := c.index.Byte(unit)
		return unit, whole && at == b
	}
	start, startOK := unit(r.Start)
	end, endOK := unit(r.End)
	return decorations.Range{Start: start, End: end}, startOK && endOK
}

// naturals returns the numbers of a range in its most frequent form.
func (c *checker) naturals(n int) (r decorations.Range, ok bool) {
	if c.after(n) != n+3 {
		return r, false
	}
	if r.Start, ok = c.view.Natural(n + 1); ok {
		r.End, ok = c.view.Natural(n + 2)
	}
	return r, ok
}

func rangeText(r decorations.Range) string { return "[" + itoa(r.Start) + "," + itoa(r.End) + "]" }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return itoa(n) + " " + noun + "s"
}

// splits reports the boundaries of r that cut through what is read as one.
func (c *checker) splits(n int, r decorations.Range, surrogate, grapheme *sentence, s Safety) {
	if r.Empty() || c.index.WholeClusters(r) {
		return
	}
	said := grapheme
	if c.index.SplitsSurrogate(r.Start) || c.index.SplitsSurrogate(r.End) {
		said = surrogate
	}
	snapped := c.index.Snap(r)
	c.report(said, c.whole(n), wordArg("range", rangeText(r))).
		withHint("the whole of it is "+rangeText(snapped)).
		withFix("widen the range to "+rangeText(snapped), s, c.replace(n, rangeText(snapped)))
}

// bounds returns the two integers of range n without checking them.
func (c *checker) bounds(n int) (r decorations.Range, ok bool) {
	if c.view.Nodes[n].Kind != scan.Array || c.count(n) != 2 {
		return r, false
	}
	for e := n + 1; e < c.after(n); e = c.after(e) {
		value, exact := c.view.Int(e)
		if !exact {
			return r, false
		}
		if e == n+1 {
			r.Start = int(value)
		} else {
			r.End = int(value)
		}
	}
	return r, true
}

func (c *checker) mention(n int) {
	if c.plain() {
		c.serviceDrops(serviceDropsMention, c.member(n), "the mention")
	}
	handle, ok := c.trimmed(n)
	if !isHandle(handle) {
		if ok {
			f := c.report(&sayMentionHandle, c.whole(n), valueArg("value", handle))
			c.phoneHint(f, n, handle)
		}
		return
	}
	switch {
	case c.people == 1:
		c.report(&sayMentionDirect, c.whole(n))
	case c.people > 1 && c.recipient(handle) < 0:
		c.report(&sayMentionRecipient, c.whole(n), valueArg("value", handle))
	}
}

func (c *checker) mentionRange(n int, text string, readable, mentioned bool) {
	if !mentioned {
		c.report(&sayMentionRangeAlone, c.whole(n))
		return
	}
	c.usableRange(&mentionRanges, n, text, readable)
}

// mentionSign reports an @ at the start of what a mention highlights.
func (c *checker) mentionSign(spot, value int, text string) {
	at, r := value, decorations.Range{End: c.index.UTF16Len()}
	if spot != 0 {
		r, _ = c.bounds(spot)
		at = spot
	}
	if r.Start < 0 || r.Empty() || r.Start > r.End || r.End > c.index.UTF16Len() {
		return
	}
	if off, ok := c.index.Byte(r.Start); ok && off < len(text) && text[off] == '@' {
		c.report(&sayMentionAt, c.whole(at)).
			withHint("use the bare name")
	}
}
