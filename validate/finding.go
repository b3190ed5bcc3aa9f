package validate

// finding is a diagnostic in the making: its places are nodes and bytes until
// finish works them all out in one walk.
type finding struct {
	rule    ruleID
	said    *sentence
	args    []arg
	reason  string // where there is no sentence: the fault of a text that is not JSON
	message string
	hint    string
	place   target
	related []relatedPlace
	fixes   []Fix
	memory  *fixBlock
}

// target is what a diagnostic points at: the node that its pointer names, and
// the bytes that it underlines. Node -1 stands for the body as text.
type target struct {
	node       int
	start, end int
}

type relatedPlace struct {
	message string
	place   target
}

// report notes a problem: what is said of it, and where. What it returns takes
// the hint, related places and fixes; it is good until the next report.
func (c *checker) report(said *sentence, at target, args ...arg) *finding {
	return c.say(c.add(said.rule, at), said, args)
}

// reportAs is report for a sentence that several rules share.
func (c *checker) reportAs(rule ruleID, said *sentence, at target, args ...arg) *finding {
	return c.say(c.add(rule, at), said, args)
}

// reportText notes a fault of the text, which internal/scan words.
func (c *checker) reportText(rule ruleID, reason string, at target, message string) *finding {
	f := c.add(rule, at)
	f.reason, f.message = reason, message
	return f
}

// overLimit reports a string that has more code points than the limit.
func (c *checker) overLimit(rule ruleID, at target, name string, got, limit int) *finding {
	return c.reportAs(rule, &sayTooLong, at, wordArg("name", name), intArg("actual", got), intArg("limit", limit), fixedArg("unit", "code points"))
}

// empty reports a string that is "" and needs 1 to limit code points.
func (c *checker) empty(rule ruleID, at target, name string, limit int) *finding {
	return c.reportAs(rule, &sayEmpty, at, wordArg("name", name), intArg("limit", limit), fixedArg("unit", "code points"))
}

// say gives f its sentence. The arguments of all findings share their memory.
func (c *checker) say(f *finding, said *sentence, args []arg) *finding {
	f.said = said
	if len(args) == 0 || !c.isKept(f) {
		return f
	}
	if len(c.args)+len(args) > cap(c.args) { // what is there stays with its findings
		c.args = make([]arg, 0, min(max(2*cap(c.args), 16), 2*maxKept))
	}
	from := len(c.args)
	c.args = append(c.args, args...)
	f.args = c.args[from:len(c.args):len(c.args)]
	return f
}

func (c *checker) add(rule ruleID, at target) *finding {
	if s := c.v.severity[rule]; s <= SeverityOff || c.v.failFast && (s < SeverityError || c.failed()) {
		return c.discard()
	}
	if len(c.found) >= 2*c.v.max {
		c.prune()
	}
	f := finding{rule: rule, place: at, memory: &c.fixes}
	if c.dropped > 0 && c.urgency(&f, &c.found[c.v.max-1]) > 0 {
		c.dropped++
		return c.discard()
	}
	c.found = append(c.found, f)
	return &c.found[len(c.found)-1]
}

// maxKept is how many findings a checker keeps memory for from one body to the next.
const maxKept = 1 << 10

// releaseFound forgets the findings, which point into the body.
func (c *checker) releaseFound() {
	clear(c.found)
	clear(c.args)
	clear(c.suggested)
	c.found, c.args, c.suggested = c.found[:0], c.args[:0], c.suggested[:0]
	if cap(c.found) > maxKept {
		c.found = nil
	}
	if cap(c.line) > maxKept {
		c.line = nil
	}
}

// discard returns a finding that is not kept.
func (c *checker) discard() *finding {
	c.discarded, c.unwanted = finding{}, true
	return &c.discarded
}

// failed reports whether the check may end: nobody asks for more than the first
// error.
func (c *checker) failed() bool { return c.v.failFast && len(c.found) > 0 }

// isKept reports whether f, which report returned, will be written up. What is
// costly and only for the reader need not be worked out if not.
func (c *checker) isKept(f *finding) bool { return f != &c.discarded }

// prune drops all but the most urgent findings, as many as the maximum allows.
// It happens once in as many findings, which keeps time linear and memory bounded.
func (c *checker) prune() {
	sortFindings(c.found, c.urgency)
	c.dropped += len(c.found) - c.v.max
	clear(c.found[c.v.max:])
	c.found = c.found[:c.v.max]
}

func (f *finding) withHint(text string) *finding {
	f.hint = text
	return f
}

func (f *finding) withRelated(at target, message string) *finding {
	f.related = append(f.related, relatedPlace{message, at})
	return f
}

// fixBlock has the fixes of one report in a few blocks of memory: most findings with a
// fix have one, and most fixes one edit.
type fixBlock struct{ block []oneFix }

type oneFix struct {
	fixes [1]Fix
	edits [1]Edit
}

func (b *fixBlock) next() *oneFix {
	if len(b.block) == cap(b.block) {
		b.block = make([]oneFix, 0, min(max(2*cap(b.block), 2), 1<<6))
	}
	b.block = b.block[:len(b.block)+1]
	return &b.block[len(b.block)-1]
}

// withFix adds a fix; no edits means that there is none.
func (f *finding) withFix(title string, s Safety, edits ...Edit) *finding {
	switch {
	case len(edits) == 0 || f.memory == nil:
		return f
	case len(edits) > 1 || f.fixes != nil:
		f.fixes = append(f.fixes, Fix{Title: title, Safe: s == FixSafe, Edits: append([]Edit(nil), edits...)})
		return f
	}
	one := f.memory.next()
	one.edits[0] = edits[0]
	one.fixes[0] = Fix{Title: title, Safe: s == FixSafe, Edits: one.edits[:]}
	f.fixes = one.fixes[:]
	return f
}
