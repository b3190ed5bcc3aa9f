package markdown

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// Fix is a [validate.Fixer] for the rule text-markdown:
//
//	validate.New(validate.WithNotes(), validate.WithFixer("text-markdown", markdown.Fix))
//
// The fix replaces the text with that of [Text] and adds its decorations. The ranges
// that the part has already, of decorations, its mention and its inline stickers, move
// with their text. The fix is unsafe, since the asterisks may be meant. There is no fix
// if a range of the part is invalid, or if no text would be left under one.
func Fix(body []byte, d validate.Diagnostic) (validate.Fix, bool) {
	none := validate.Fix{}
	at, ok := strings.CutSuffix(d.Pointer, "/value")
	if !ok {
		return none, false
	}
	f := &fixer{}
	defer f.view.Release()
	if f.view.Scan(body) != (scan.Fault{}) || !f.read(at) {
		return none, false
	}
	if !f.rewrite() {
		return none, false
	}
	return validate.Fix{Title: "make the Markdown decorations", Edits: f.edits}, true
}

// maxCarried bounds how many decorations of a part are carried over: no real text
// has more, and each of them is compared with every run of the text.
const maxCarried = 1000

// fixer rewrites one text part.
type fixer struct {
	view     scan.View
	value    int // the nodes of the part's members, or -1
	list     int
	mention  int
	stickers int

	source string
	index  decorations.Index // of source
	page   *page
	units  []int // UTF-16 offsets of the page's bytes
	edits  []validate.Edit
}

// read finds the part's members and converts its text.
func (f *fixer) read(at string) bool {
	v := &f.view
	f.value, f.list, f.mention = v.Lookup(at+"/value"), v.Lookup(at+"/text_decorations"), v.Lookup(at+"/mention_range")
	f.stickers = v.Lookup(at + "/inline_stickers")
	if f.value < 0 || v.Nodes[f.value].Kind != scan.String || v.Nodes[f.value].Flags&scan.LoneSurrogate != 0 {
		return false
	}
	f.source = strings.Clone(v.Text(f.value))
	// The marks may be what makes a text too long, but a long text is split
	// instead.
	if utf8.RuneCountInString(f.source) > api.MaxText {
		return false // another rule reports it, and this fix would not remove it
	}
	f.page = convert(f.source, newSettings(nil), true)
	if strings.TrimSpace(string(f.page.text)) == "" || utf8.RuneCount(f.page.text) > api.MaxText {
		return false
	}
	f.index.Reset(f.source)
	f.units = unitOffsets(string(f.page.text))
	return string(f.page.text) != f.source
}

// rewrite makes the edits in source order.
func (f *fixer) rewrite() bool {
	// Everything that can fail comes before the first edit: half a fix is worse
	// than none.
	taken, ok := f.carryStickers()
	if !ok {
		return false
	}
	list, ok := f.decorations(taken)
	if !ok {
		return false
	}
	value := string(wire.AppendString(nil, string(f.page.text)))
	switch {
	// An existing member is replaced; a new one follows the value.
	case f.list >= 0:
		f.replace(f.list, list)
	case list != "[]":
		value += `,"text_decorations":` + list
	}
	f.replace(f.value, value)
	if f.mention >= 0 && f.view.Nodes[f.mention].Kind != scan.Null {
		r, ok := f.carried(f.mention)
		if !ok {
			return false
		}
		f.replace(f.mention, pair(r))
	}
	slices.SortFunc(f.edits, func(a, b validate.Edit) int { return a.Start - b.Start })
	return true
}

// replace adds the edit that replaces a node.
func (f *fixer) replace(node int, text string) {
	n := f.view.Nodes[node]
	f.edits = append(f.edits, validate.Edit{Start: int(n.Start), End: int(n.End), Text: text})
}

// decorations returns the part's new text_decorations as JSON: the ones it had, as
// they are written except for their ranges, and then those of the Markdown. None
// may be over taken, the ranges of stickers.
func (f *fixer) decorations(taken []decorations.Decoration) (list string, ok bool) {
	var items []string
	kept := taken
	if f.list >= 0 {
		node := f.view.Nodes[f.list]
		if node.Kind != scan.Array && node.Kind != scan.Null {
			return "", false
		}
		for i := f.list + 1; i < int(node.Next); i = int(f.view.Nodes[i].Next) {
			d, item, ok := f.carry(i)
			if !ok || len(items) == maxCarried {
				return "", false
			}
			for _, k := range kept {
				if decorations.Conflicts(k, d) { // both were over one reference, which is now one code point
					return "", false
				}
			}
			kept = append(kept, d)
			items = append(items, item)
		}
	}
	for _, d := range added(decorate(string(f.page.text), 0, f.page.spans), kept) {
		items = append(items, `{"range":`+pair(d.Range)+`,"style":"`+string(d.Style)+`"}`)
	}
	return "[" + strings.Join(items, ",") + "]", true
}

// carryStickers moves the ranges of the inline stickers. It returns what they cover
// as animations, since nothing may overlap them either.
func (f *fixer) carryStickers() (taken []decorations.Decoration, ok bool) {
	v := &f.view
	if f.stickers < 0 || v.Nodes[f.stickers].Kind == scan.Null {
		return nil, true
	}
	list := v.Nodes[f.stickers]
	if list.Kind != scan.Array {
		return nil, false
	}
	for i := f.stickers + 1; i < int(list.Next); i = int(v.Nodes[i].Next) {
		place := f.rangeOf(i)
		if place < 0 || len(taken) == maxCarried {
			return nil, false
		}
		r, ok := f.carried(place)
		if !ok {
			return nil, false
		}
		d := decorations.Decoration{Range: r, Animation: "sticker"}
		for _, t := range taken {
			if decorations.Conflicts(t, d) {
				return nil, false
			}
		}
		taken = append(taken, d)
		f.replace(place, pair(r))
	}
	return taken, true
}

// rangeOf returns the node of an object's member "range" if there is exactly one,
// else -1.
func (f *fixer) rangeOf(node int) int {
	v := &f.view
	if v.Nodes[node].Kind != scan.Object {
		return -1
	}
	place := -1
	for name := node + 1; name < int(v.Nodes[node].Next); name = int(v.Nodes[name+1].Next) {
		if v.Text(name) != "range" {
			continue
		}
		if place >= 0 { // a duplicate member: either may count
			return -1
		}
		place = name + 1
	}
	return place
}

// added returns the decorations of the Markdown that the part does not have yet,
// without what animations cover.
func added(found, kept []decorations.Decoration) []decorations.Decoration {
	var animations, out []decorations.Decoration
	for _, d := range kept {
		if d.Animation != "" {
			animations = append(animations, d)
		}
	}
	slices.SortFunc(animations, byStart)
	for _, d := range found {
		for _, r := range without(d.Range, animations) {
			fresh := true
			for _, k := range kept {
				fresh = fresh && !(k.Style == d.Style && k.Range.Contains(r))
			}
			if fresh {
				out = append(out, decorations.Decoration{Range: r, Style: d.Style})
			}
		}
	}
	return out
}

// carry moves the decoration at a node. It returns the decoration and its JSON.
func (f *fixer) carry(node int) (decorations.Decoration, string, bool) {
	var d decorations.Decoration
	v := &f.view
	if v.Nodes[node].Kind != scan.Object {
		return d, "", false
	}
	place := -1
	for name := node + 1; name < int(v.Nodes[node].Next); {
		value := name + 1
		text := ""
		if v.Nodes[value].Kind == scan.String {
			text = strings.Clone(v.Text(value))
		}
		switch v.Text(name) {
		case "range":
			// Another rule reports a duplicate member.
			if place >= 0 {
				return d, "", false
			}
			place = value
		case "style":
			d.Style = decorations.Style(text)
		case "animation":
			d.Animation = decorations.Animation(text)
		}
		name = int(v.Nodes[value].Next)
	}
	if place < 0 {
		return d, "", false
	}
	r, ok := f.carried(place)
	if !ok {
		return d, "", false
	}
	d.Range = r
	start, end := v.Nodes[node].Start, v.Nodes[node].End
	return d, string(v.Body[start:v.Nodes[place].Start]) + pair(r) + string(v.Body[v.Nodes[place].End:end]), true
}

// carried returns the range in the new text of what the range at a node covers.
func (f *fixer) carried(node int) (decorations.Range, bool) {
	v := &f.view
	if n := v.Nodes[node]; n.Kind != scan.Array || int(n.Next) != node+3 {
		return decorations.Range{}, false
	}
	start, okStart := v.Int(node + 1)
	end, okEnd := v.Int(node + 2)
	if !okStart || !okEnd || start < 0 || end > int64(f.index.UTF16Len()) || start >= end {
		return decorations.Range{}, false
	}
	from, okFrom := f.index.Byte(int(start))
	to, okTo := f.index.Byte(int(end))
	if !okFrom || !okTo {
		return decorations.Range{}, false
	}
	from, to, ok := f.page.moved(from, to)
	if !ok {
		return decorations.Range{}, false
	}
	return decorations.Range{Start: f.units[from], End: f.units[to]}, true
}

// moved returns where the bytes [from, to) of the source are in the page, from the
// first to the last.
func (p *page) moved(from, to int) (start, end int, ok bool) {
	for _, r := range p.runs {
		// The intersection of the range and the run, in the source.
		a, b := max(from, r.src), min(to, r.src+r.srcLen)
		if a >= b {
			continue
		}
		first, last := r.dst, r.dst+r.len
		if r.len == r.srcLen { // the same bytes, not one piece
			first, last = r.dst+a-r.src, r.dst+b-r.src
		}
		if !ok {
			start, end, ok = first, last, true
		}
		start, end = min(start, first), max(end, last)
	}
	return start, end, ok
}

// pair writes a range as JSON.
func pair(r decorations.Range) string {
	return "[" + strconv.Itoa(r.Start) + "," + strconv.Itoa(r.End) + "]"
}
