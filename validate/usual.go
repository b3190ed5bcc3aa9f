package validate

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// The numbers of the names that a decoration has.
var nameRange, nameStyle, nameAnimation = api.Names.ID("range"), api.Names.ID("style"), api.Names.ID("animation")

// usualDecoration is decoration for the most frequent form: a range of
// two natural numbers within the text and a documented style or animation, and
// nothing else. It reports nothing; ok is false for any other decoration, which
// decoration, its slow twin, then checks from the start.
func (c *checker) usualDecoration(d int, entry *ranged) (ok bool) {
	const size = 7 // nodes: the object, two names, the array, two numbers, the string
	nodes := c.view.Nodes
	if int(nodes[d].Next) != d+size {
		return false
	}
	span, kind := d+2, d+6
	if nodes[d+2].Kind == scan.String {
		span, kind = d+4, d+2
	}
	if nodes[span].Kind != scan.Array || nodes[kind].Kind != scan.String || nodes[kind].Flags != 0 || nodes[span-1].Name != nameRange {
		return false
	}
	values := api.Styles
	switch nodes[kind-1].Name {
	case nameStyle:
		entry.animation = false
	case nameAnimation:
		entry.animation, values = true, api.Animations
	default:
		return false
	}
	entry.name, _ = c.view.Plain(kind)
	if !isOneOf(values, entry.name) {
		return false
	}
	entry.decoration, entry.node = d, span
	entry.r, ok = c.naturals(span)
	return ok && entry.r.Start < entry.r.End && c.index.Contains(entry.r) && c.index.WholeClusters(entry.r)
}
