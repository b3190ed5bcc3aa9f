package validate

import (
	"github.com/linqlint/linqlint/internal/scan"
)

// repair lets the checker look at a copy of a broken body in which everything is
// repaired; it returns false where that is not possible, or the copy does not
// hold an object. Places and edits stay those of the copy until finish.
func (c *checker) repair(body []byte) bool {
	r := scan.Repair(body)
	if r == nil || c.view.Scan(r.Body).Code != 0 {
		return false
	}
	if c.view.Nodes[0].Kind != scan.Object {
		c.otherRoot = true
		return false
	}
	c.repaired = r
	return true
}

// repairTitles are the titles of the fixes, by what is repaired.
var repairTitles = [scan.RepairKinds]string{
	scan.RepairBOM:           "remove the byte order mark",
	scan.RepairComment:       "remove the comments",
	scan.RepairTrailingComma: "remove the trailing commas",
	scan.RepairMissingComma:  "insert the missing commas",
	scan.RepairQuote:         "write double quotes",
	scan.RepairName:          "write member names in double quotes",
	scan.RepairConstant:      "write true, false and null",
	scan.RepairClose:         "add the missing brackets",
}

// reportRepairs reports what is repaired, once for each kind.
func (c *checker) reportRepairs() {
	for kind := range scan.RepairKinds {
		var f *finding
		for i := range c.repaired.Findings {
			found := &c.repaired.Findings[i]
			if found.Kind != kind {
				continue
			}
			at := faultPlace(c.body, found.Fault.Offset)
			if f != nil {
				f.withRelated(at, "here too")
				continue
			}
			message, hint := found.Fault.Explain(c.body)
			f = c.reportText(jsonSyntax, found.Fault.Code.String(), at, message).withHint(hint)
		}
		if f == nil || !c.isKept(f) {
			continue
		}
		var edits []Edit
		for i := range c.repaired.Edits {
			if e := &c.repaired.Edits[i]; e.Kind == kind {
				edits = append(edits, Edit{e.Start, e.End, e.Text})
			}
		}
		safety := FixAll
		if kind == scan.RepairBOM || kind == scan.RepairComment || kind == scan.RepairTrailingComma {
			safety = FixSafe
		}
		f.withFix(repairTitles[kind], safety, edits...)
	}
}

// toOriginal turns the places and edits of what was found in the copy into those
// of the body, and drops what is only missing because the body ends early.
func (c *checker) toOriginal() {
	kept := c.found[:0]
	for _, f := range c.found {
		if f.rule == jsonSyntax {
			kept = append(kept, f)
			continue
		}
		if c.isCutOff(&f) {
			continue
		}
		c.placeToOriginal(&f.place)
		for i := range f.related {
			c.placeToOriginal(&f.related[i].place)
		}
		for i := range f.fixes {
			for k := range f.fixes[i].Edits {
				e := &f.fixes[i].Edits[k]
				if e.Start == e.End {
					e.Start = c.repaired.End(e.Start)
					e.End = e.Start
				} else {
					e.Start, e.End = c.repaired.Start(e.Start), c.repaired.End(e.End)
				}
			}
		}
		kept = append(kept, f)
	}
	clear(c.found[len(kept):])
	c.found = kept
}

func (c *checker) placeToOriginal(p *target) {
	if p.node < 0 {
		return // of the body as a text
	}
	p.start, p.end = c.repaired.Start(p.start), c.repaired.End(p.end)
}

// isCut reports whether the repair closed container n, since the body ends in
// it. What is not there may have been cut off.
func (c *checker) isCut(n int) bool {
	return n >= 0 && int(c.view.Nodes[n].End) > c.repaired.Closed
}

// isCutOff reports whether f is about something that is missing, or of which
// there is too little, in a container that is cut off.
func (c *checker) isCutOff(f *finding) bool {
	n := f.place.node
	if n < 0 {
		return false
	}
	parent := c.parents.Of(n)
	switch f.rule {
	case fieldRequired, backgroundRequired, backgroundShades, partsEmpty, toEmpty, cardEmpty, eventsEmpty,
		chatUpdateEmpty, effectIncomplete, pollOptions, decorationRangeShape, reactEmoji, experienceCheckout, cardUpdateInteractive:
		return c.isContainer(n) && c.isCut(n)
	case mediaSource, voicememoSource, stickerSource, reactStickerSource:
		return c.isCut(n) && c.givenOf(n, "url", "voice_memo_url", "attachment_id", "emoji") < 2
	case decorationKind:
		return c.isCut(n) && c.givenOf(n, "style", "animation") < 2
	case stickerRange:
		return c.isContainer(n) && c.isCut(n) && c.count(n) < 2
	case mentionRange:
		return c.isContainer(n) && c.isCut(n) && c.count(n) < 2 || c.isCut(parent) && !c.holds(parent, "mention")
	case mentionAtSign:
		return c.isCut(parent) && !c.holds(parent, "mention_range")
	case cardImageText:
		return c.isCut(parent) && !c.holds(parent, "image_url")
	}
	return false
}

func (c *checker) isContainer(n int) bool {
	kind := c.view.Nodes[n].Kind
	return kind == scan.Object || kind == scan.Array
}

// givenOf returns how many of names object n has, null not counted.
func (c *checker) givenOf(n int, names ...string) (given int) {
	for _, name := range names {
		if c.holds(n, name) {
			given++
		}
	}
	return given
}
