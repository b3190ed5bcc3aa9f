package builder

import (
	"slices"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// parts reads an array of parts. An element of another type is a part too: it
// counts, and must keep its place.
func (p *parser) parts(node int, parts *[]Part) bool {
	if p.Nodes[node].Kind != scan.Array {
		*parts = nil
		return false
	}
	*parts = make([]Part, 0, p.count(node))
	for n := range p.elements(node) {
		*parts = append(*parts, p.part(n))
	}
	return true
}

// part reads an element of parts, as the constructor that can make it, or else by
// its members.
func (p *parser) part(node int) Part {
	if p.Nodes[node].Kind != scan.Object {
		return Part{form: FormOther, value: p.json(node)}
	}
	fields := p.fields(node)
	form, given := p.form(fields)
	part := Part{form: form}
	switch form {
	case FormAppCard:
		part.card = new(card)
	case FormText:
		if slices.ContainsFunc(fields, func(f field) bool { return f.name == "mention" }) {
			part.mention = new(TextMention) // no method sets mention_range alone
		}
	}
	for _, f := range fields {
		if f.name == "type" {
			part.typed = p.Nodes[f.node].Kind == scan.String && p.Nodes[f.node].Flags&scan.LoneSurrogate == 0
		}
		if !p.partMember(&part, f, given) {
			part.members = append(part.members, p.member(f))
		}
	}
	return part
}

// form returns the constructor that can make a part, and the member with its
// value. A value that is not a string has no constructor.
func (p *parser) form(fields []field) (form PartForm, given string) {
	partType, at := "", map[string]int{}
	for _, f := range fields {
		at[f.name] = f.node
		if f.name == "type" && p.Nodes[f.node].Kind == scan.String {
			partType = p.Text(f.node)
		}
	}
	is := func(name string, kind scan.Kind) bool {
		n, ok := at[name]
		return ok && p.Nodes[n].Kind == kind
	}
	switch partType {
	case api.PartText:
		if is("value", scan.String) {
			return FormText, "value"
		}
	case api.PartLink:
		if is("value", scan.String) {
			return FormLink, "value"
		}
	case api.PartAppClip:
		if is("value", scan.String) {
			return FormAppClip, "value"
		}
	case api.PartMedia:
		switch {
		case is("url", scan.String):
			return FormMedia, "url"
		case is("attachment_id", scan.String):
			return FormAttachment, "attachment_id"
		}
	case api.PartApp:
		if is("app", scan.Object) && is("layout", scan.Object) {
			return FormAppCard, ""
		}
	}
	return FormNamed, ""
}

// partMember reads a member into the typed values of a part; false means that it
// is a further member.
func (p *parser) partMember(part *Part, f field, given string) bool {
	if f.raw != "" {
		return false
	}
	switch {
	case f.name == "type":
		if part.form == FormNamed && part.typed {
			part.kind = p.clone(f.node)
		}
		return part.typed
	case f.name == given && given != "":
		var value text
		ok := p.text(f.node, &value)
		part.value = value.s
		return ok
	case part.form == FormText:
		return p.textMember(part, f)
	case f.name == "sticker" && (part.form == FormMedia || part.form == FormAttachment):
		part.isSticker = p.Nodes[f.node].Kind == scan.True // no method sets false
		return part.isSticker
	case f.name == "caption" && part.form == FormAppClip:
		return p.text(f.node, &part.caption)
	case part.form == FormAppCard:
		if f.name == "app" {
			return p.app(f.node, &part.card.app)
		}
		return p.cardMember(part.card, f.name, f.node)
	}
	return false
}

// textMember reads a member of a text part other than its value.
func (p *parser) textMember(part *Part, f field) bool {
	switch f.name {
	case "text_decorations":
		return p.marks(f.node, &part.marks)
	case "inline_stickers":
		return p.stickers(f.node, &part.stickers)
	case "mention":
		var handle text
		ok := p.text(f.node, &handle)
		part.mention.handle = handle.s
		return ok
	case "mention_range":
		r, ok := p.span(f.node)
		if part.mention == nil || !ok {
			return false
		}
		part.mention.place, part.mention.ranged = Place{start: r.Start, end: r.End}, true
		return true
	}
	return false
}

// marks reads decorations. One that no function can make makes the array a
// further member; what can be read of each is kept for [Part.Decorations].
func (p *parser) marks(node int, marks *[]Decoration) bool {
	return list(p, node, marks, func(n int) (d Decoration, exact, keep bool) {
		d, exact = p.mark(n)
		return d, exact, exact || d.readable()
	})
}

// readable reports whether a decoration that no function can make has a range and
// a style or an animation.
func (d *Decoration) readable() bool {
	return d.place.unit == inUTF16 && (d.style != "" || d.animation != "")
}

// spot reads a range into place.
func (p *parser) spot(node int, place *Place) bool {
	r, ok := p.span(node)
	if ok {
		*place = Place{start: r.Start, end: r.End}
	}
	return ok
}

// mark reads a decoration.
func (p *parser) mark(node int) (d Decoration, exact bool) {
	style, animation, at, exact := p.ranged(node, "style", "animation")
	d = Decoration{decorations.Style(style.s), decorations.Animation(animation.s), at}
	return d, exact && (d.style != "" || d.animation != "")
}

// ranged reads an object with a range and one of two strings; exact is false for any
// other. Without a range the place has the unit inWhole, which no body has, so that
// the caller can tell.
func (p *parser) ranged(node int, firstName, secondName string) (first, second text, at Place, exact bool) {
	at.unit = inWhole
	var rest members
	ok := p.object(node, &rest, func(name string, n int) bool {
		switch name {
		case firstName:
			return p.text(n, &first)
		case secondName:
			return p.text(n, &second)
		case "range":
			return p.spot(n, &at)
		}
		return false
	})
	return first, second, at, ok && len(rest) == 0 && at.unit == inUTF16 && first.set != second.set
}

// span reads a range: two integers.
func (p *parser) span(node int) (r decorations.Range, exact bool) {
	if p.Nodes[node].Kind != scan.Array {
		return r, false
	}
	var ends []int
	for n := range p.elements(node) {
		var i index
		if !p.index(n, &i) || len(ends) == 2 {
			return r, false
		}
		ends = append(ends, i.n)
	}
	if len(ends) != 2 {
		return r, false
	}
	return decorations.Range{Start: ends[0], End: ends[1]}, true
}

// app is exact with its three required members. The builder takes an app_store_id
// of 0 for an absent one, so that is kept as JSON.
func (p *parser) app(node int, a *App) bool {
	var bundle, name, team text
	var rest members
	ok := p.object(node, &rest, func(member string, n int) bool {
		switch member {
		case "bundle_id":
			return p.text(n, &bundle)
		case "name":
			return p.text(n, &name)
		case "team_id":
			return p.text(n, &team)
		case "app_store_id":
			return p.integer(n, &a.AppStoreID) && a.AppStoreID != 0
		}
		return false
	})
	a.BundleID, a.Name, a.TeamID = bundle.s, name.s, team.s
	return ok && len(rest) == 0 && bundle.set && name.set && team.set
}

// cardMember reads a member that a card and its update share. An empty text means
// nothing to the API and is a further member, so that CardContent need not
// distinguish it from an absent one.
func (p *parser) cardMember(c *card, name string, node int) bool {
	switch name {
	case "layout":
		return p.layout(node, c)
	case "url":
		return p.text(node, &c.url) && c.url.s != ""
	case "fallback_text":
		return p.text(node, &c.fallback) && c.fallback.s != ""
	case "interactive":
		kind := p.Nodes[node].Kind
		c.interactive = flag{kind == scan.True, kind == scan.True || kind == scan.False}
		return c.interactive.set
	}
	return false
}

// layout is exact unless it has an empty text: see cardMember.
func (p *parser) layout(node int, c *card) bool {
	var rest members
	c.laidOut = p.object(node, &rest, func(name string, n int) bool {
		t := &text{}
		switch at := api.Layout.Lookup(name); at {
		case api.LayoutImageURL:
			t = &c.image.url
		case api.LayoutImageTitle:
			t = &c.image.title
		case api.LayoutImageSubtitle:
			t = &c.image.subtitle
		case -1:
			return false
		default:
			t = &c.captions[at]
		}
		return p.text(n, t) && t.s != ""
	})
	return c.laidOut && len(rest) == 0
}
