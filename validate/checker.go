package validate

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

const ordinaryBodySize = api.OrdinaryBodySize

// checker is one run over one body. It is pooled: its buffers are used again
// for the next body, and the rest is cleared.
type checker struct {
	perBody

	view    scan.View
	found   []finding
	index   decorations.Index
	ranged  []ranged    // the decorations of the current text that have a usable range
	stuck   []stuck     // its stickers that have one
	to      []recipient // the strings in to, each once
	parents place.Parents

	repeated []repeat // the strings in to that come again

	discarded finding // what report returns for a problem that is not kept
}

// perBody is what a checker knows of the body that it checks.
type perBody struct {
	v         *Validator
	body      []byte         // as it was given
	repaired  *scan.Repaired // the copy that is checked instead, if the body is broken
	otherRoot bool           // the repaired copy is not an object
	kind      Kind
	dropped   int  // problems that were counted but not kept
	unwanted  bool // discarded was used

	manyHandles map[string]int // see recipient
	people      int            // distinct recipients; 0 when unknown, as when one is not a string

	inContent   bool   // within a MessageContent
	service     string // the service that the message is checked for, "" for none
	serviceNode int    // preferred_service, or 0
	app         string // what in the message goes over iMessage only: an app card or an experience
	appClip     bool   // there is an app clip

	members map[memberKey]int           // see remember
	spot    struct{ node, off, at int } // see part
}

func (c *checker) release() {
	if c.unwanted {
		c.discarded = finding{}
	}
	c.perBody = perBody{}
	c.view.Release()
	if len(c.found) > 0 {
		clear(c.found)
		if c.found = c.found[:0]; cap(c.found) > 64 {
			c.found = nil
		}
	}
	clear(c.to)
	c.to, c.repeated, c.ranged = c.to[:0], c.repeated[:0], c.ranged[:0]
	c.parents.Shrink(1 << 16)
}

// finding is a diagnostic in the making: its places are nodes and bytes until
// finish works them all out in one walk.
type finding struct {
	rule    ruleID
	said    *sentence
	args    Args
	reason  string // where there is no sentence: the fault of a text that is not JSON
	message string
	hint    string
	place   target
	related []relatedPlace
	fixes   []Fix
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

// opening is the bracket that opens container n, or the whole of a leaf.
func (c *checker) opening(n int) target {
	p := c.whole(n)
	if k := c.view.Nodes[n].Kind; k == scan.Object || k == scan.Array {
		p.end = p.start + 1
	}
	return p
}

// whole is value n from end to end.
func (c *checker) whole(n int) target {
	node := &c.view.Nodes[n]
	return target{n, int(node.Start), int(node.End)}
}

// member is member n with the span of its name.
func (c *checker) member(n int) target {
	name := &c.view.Nodes[n-1]
	return target{n, int(name.Start), int(name.End)}
}

// faultPlace is the byte of a text that could not be read.
func faultPlace(body []byte, off int) target {
	if off >= len(body) {
		return target{-1, len(body), len(body)}
	}
	end := off + 1
	for end < len(body) && body[end]&0xC0 == 0x80 && body[off] >= 0xC0 {
		end++
	}
	return target{-1, off, end}
}

// report notes a problem: what is said of it, and where. What it returns takes
// the hint, related places and fixes; it is good until the next report.
func (c *checker) report(said *sentence, at target, args ...Arg) *finding {
	return c.add(finding{rule: said.rule, place: at, said: said, args: args})
}

// reportAs is report for a sentence that several rules share.
func (c *checker) reportAs(rule ruleID, said *sentence, at target, args ...Arg) *finding {
	return c.add(finding{rule: rule, place: at, said: said, args: args})
}

// reportText notes a fault of the text, which internal/scan words.
func (c *checker) reportText(rule ruleID, reason string, at target, message string) *finding {
	return c.add(finding{rule: rule, place: at, reason: reason, message: message})
}

// overLimit reports a string that has more code points than the limit.
func (c *checker) overLimit(rule ruleID, at target, name string, got, limit int) *finding {
	return c.reportAs(rule, &sayTooLong, at, wordArg("name", name), intArg("actual", got), intArg("limit", limit), wordArg("unit", "code points"))
}

// empty reports a string that is "" and needs 1 to limit code points.
func (c *checker) empty(rule ruleID, at target, name string, limit int) *finding {
	return c.reportAs(rule, &sayEmpty, at, wordArg("name", name), intArg("limit", limit), wordArg("unit", "code points"))
}

func (c *checker) add(f finding) *finding {
	if s := c.v.severity[f.rule]; s <= SeverityOff || c.v.failFast && (s < SeverityError || c.failed()) {
		return c.discard()
	}
	if len(c.found) >= 2*c.v.max {
		c.prune()
	}
	if c.dropped > 0 && c.urgency(&f, &c.found[c.v.max-1]) > 0 {
		c.dropped++
		return c.discard()
	}
	c.found = append(c.found, f)
	return &c.found[len(c.found)-1]
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

// withFix adds a fix; no edits means that there is none.
func (f *finding) withFix(title string, s Safety, edits ...Edit) *finding {
	if len(edits) > 0 {
		f.fixes = append(f.fixes, Fix{Title: title, Safe: s == FixSafe, Edits: edits})
	}
	return f
}

func (c *checker) text(n int) string { return c.view.Text(n) }

// size is how many bytes string n takes in the body, without its quotes: no less than
// the text has, since an escape is longer than what it stands for, and 0 for "" only.
func (c *checker) size(n int) int {
	node := &c.view.Nodes[n]
	return int(node.End-node.Start) - len(`""`)
}

// after returns the node behind n and all that is in it: the next element from
// an element, the end of the elements from their array. A loop over the two is
// what an iterator would be, without the calls.
func (c *checker) after(n int) int { return int(c.view.Nodes[n].Next) }

// count returns how many elements array n has.
func (c *checker) count(n int) int {
	total := 0
	for e, end := n+1, c.after(n); e < end; e = c.after(e) {
		total++
	}
	return total
}

func itoa(n int) string { return strconv.Itoa(n) }

// quoted is a value as it is named in a message: in double quotes, and cut
// where it is long. It copies.
func quoted(s string) string {
	if s = wire.Shorten(s); classesIn(s)&(blank|wide) == 0 && !strings.ContainsAny(s, `"\`) {
		return `"` + s + `"` // most are, and strconv takes its time
	}
	return strconv.Quote(s)
}
