package validate

import (
	"strconv"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
)

const ordinaryBodySize = api.OrdinaryBodySize

// checker is one run over one body. It is pooled: its buffers are used again
// for the next body, and the rest is cleared.
type checker struct {
	perBody

	view    scan.View
	found   []finding
	args    []arg // of the findings
	index   decorations.Index
	ranged  []ranged    // the decorations of the current text that have a usable range
	stuck   []stuck     // its stickers that have one
	to      []recipient // the strings in to, each once
	parents place.Parents

	repeated []repeat // the strings in to that come again

	discarded finding      // what report returns for a problem that is not kept
	line      []byte       // a text in the making
	enums     []enum       // that wrong values were found for
	suggested []suggestion // of this body
}

// perBody is what a checker knows of the body that it checks.
type perBody struct {
	v         *Validator
	body      []byte         // as it was given
	repaired  *scan.Repaired // the copy that is checked instead, if the body is broken
	texts     texts          // of the report
	fixes     fixBlock       // of the report
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
	if len(c.found)+len(c.args) > 0 {
		c.releaseFound()
	}
	for i := range c.to {
		c.to[i].handle = ""
	}
	c.to, c.repeated, c.ranged = c.to[:0], c.repeated[:0], c.ranged[:0]
	c.parents.Shrink(1 << 16)
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
	nodes := c.view.Nodes[:c.after(n)]
	for e := n + 1; e < len(nodes); e = int(nodes[e].Next) {
		total++
	}
	return total
}

func itoa(n int) string { return strconv.Itoa(n) }
