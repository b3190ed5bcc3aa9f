package validate

import (
	"os"
	"testing"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
)

func BenchmarkParts(b *testing.B) {
	body, _ := os.ReadFile("../testdata/bench/typical.json")
	large, _ := os.ReadFile("../testdata/bench/large.json")
	var c, l checker
	c.v = New()
	l.v = c.v
	c.view.Scan(body)
	l.view.Scan(large)
	msg := member(&c.view, 0, "message")
	part := member(&l.view, member(&l.view, 0, "message"), "parts") + 1
	text := l.text(member(&l.view, part, "value"))
	decs := member(&l.view, part, "text_decorations")
	bench := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				f()
			}
		})
	}
	var x decorations.Index
	bench("reset", func() { x.Reset(text) })
	bench("reset+locate", func() { x.Reset(text); x.Byte(5) })
	bench("whole 1,21", func() { x.Whole(decorations.Range{Start: 1, End: 21}) })
	bench("whole 5,25", func() { x.Whole(decorations.Range{Start: 5, End: 25}) })
	bench("whole 76,79", func() { x.Whole(decorations.Range{Start: 76, End: 79}) })
	l.index.Reset(text)
	bench("decorations 10", func() { l.decorations(decs, text, true) })
	bench("overlaps 10", func() { l.overlaps() })
	d := decs + 1
	bench("one decoration", func() { var e ranged; l.decoration(d, &e, text, true) })
	bench("read", func() { var m members; l.read(d, api.TextDecoration, &m) })
	bench("usable", func() { l.usableRange("decoration-range-", d+2, text, true) })
	bench("style", func() {
		l.styleName("decoration-style", d+6, "decoration.style", api.Styles, api.Animations, "animation")
	})
	bench("text long", func() { l.text(member(&l.view, part, "value")) })
	bench("textPart", func() {
		var m members
		l.partType(part, &m)
		l.textPart(part, &m)
	})
	bench("recipients", func() {
		c.to, c.handles = c.to[:0], c.handles[:0]
		c.recipients(member(&c.view, 0, "to"))
	})
	bench("member to", func() { member(&c.view, 0, "to") })
	bench("isEmail", func() { isHandle("person@example.com") })
	bench("isE164", func() { isHandle("+14155550007") })
	bench("effect", func() { c.effect(member(&c.view, msg, "effect")) })
	bench("member effect", func() { member(&c.view, msg, "effect") })
	bench("scan", func() { c.view.Scan(body) })
	bench("detect", func() { detect(&c.view) })
	pool := New()
	tiny := []byte(`{"text":""}`)
	bench("pool", func() {
		k := checkers.Get().(*checker)
		k.v = pool
		k.release()
		checkers.Put(k)
	})
	bench("scan tiniest", func() { c.view.Scan(tiny) })
}
