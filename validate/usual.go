package validate

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// usualDecoration is decoration for the most frequent form: a range of
// two natural numbers within the text and a documented style or animation, and
// nothing else. It reports nothing; ok is false for any other decoration, which
// decoration, its slow twin, then checks from the start.
func (c *checker) usualDecoration(d int, entry *ranged) (ok bool) {
	const size = 7 // nodes: the object, two names, the array, two numbers, the string
	if int(c.view.Nodes[d].Next) != d+size {
		return false
	}
	n := (*[size]scan.Node)(c.view.Nodes[d : d+size])
	span, kind := d+2, d+6
	listName, list, kindName, value := &n[1], &n[2], &n[5], &n[6]
	if list.Kind == scan.String {
		span, kind = d+4, d+2
		listName, list, kindName, value = &n[3], &n[4], &n[1], &n[2]
	}
	if int(list.Next) != span+3 || list.Kind != scan.Array || listName.Name != api.NameRange || value.Kind != scan.String {
		return false
	}
	values := api.Styles
	if entry.animation = kindName.Name == api.NameAnimation; entry.animation {
		values = api.Animations
	} else if kindName.Name != api.NameStyle {
		return false
	}
	if entry.name, ok = c.view.Plain(kind); !ok || !isOneOf(values, entry.name) {
		return false
	}
	entry.decoration, entry.node = d, span
	if entry.r.Start, ok = c.view.Natural(span + 1); !ok {
		return false
	}
	entry.r.End, ok = c.view.Natural(span + 2)
	return ok && entry.r.Start < entry.r.End && c.index.Contains(entry.r) && c.index.WholeClusters(entry.r)
}
