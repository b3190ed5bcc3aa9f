package markdown

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/commonmark"
)

// marks are the start and the end of each style, in the order of styleOf.
type marks [len(styleOf)][2]string

var (
	delimiters = marks{{"**", "**"}, {"*", "*"}, {"~~", "~~"}, {"<u>", "</u>"}}
	tags       = marks{{"<b>", "</b>"}, {"<i>", "</i>"}, {"<s>", "</s>"}, {"<u>", "</u>"}}
)

// spelling is a way to write a text as Markdown.
type spelling struct {
	marks marks
	plain bool // punctuation and line breaks are references, which cannot be misread
}

// spellings are tried in order: as a person would type it, with tags where
// delimiters do not work, and a last one that can express everything.
var spellings = [...]spelling{{marks: delimiters}, {marks: tags}, {marks: tags, plain: true}}

// renderer writes text as Markdown, code point by code point.
type renderer struct {
	strings.Builder
	spelling
	todo      []decorations.Decoration // decorations that start later
	ends      [len(styleOf)]int        // the unit where each open style ends
	open      []int                    // the styles whose element is open, the innermost last
	animation int                      // the unit where the open animation ends, 0 for none
	edge      bool                     // nothing is written yet on this line or in this animation
	number    bool                     // only digits are written
	newlines  int                      // line breaks of a run that are still to be written
	raw       bool                     // the run is written literally
	literal   int                      // before this byte the text needs no escapes
	previous  rune                     // 0 at the start
}

// render writes text with ds, which must come from [settle]. Elements end at the
// end of a paragraph and start again after it.
func render(text string, ds []decorations.Decoration, how spelling) string {
	r := &renderer{spelling: how, todo: ds, edge: true, number: true}
	unit := 0
	for i, c := range text {
		if c == '\n' && r.newlines == 0 {
			r.startBreaks(text[i:], unit)
		}
		r.at(unit, r.raw && r.newlines > 1)
		size := utf8.RuneLen(c)
		// An invalid byte is written as it is: reading it back gives the same byte.
		if c == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			size = 1
		}
		r.findLiteral(text, i, unit)
		unit += utf16Len(c)
		r.write(text[i:i+size], c, text[i+size:], unit, i)
		r.previous = c
	}
	r.at(unit, true)
	return r.String()
}

// findLiteral looks for a URL or a path at byte i in which no decoration starts or
// ends: it needs no escapes.
func (r *renderer) findLiteral(text string, i, unit int) {
	if i < r.literal || r.plain || r.animation > 0 {
		return
	}
	n := commonmark.LiteralLength(text, i)
	if n == 0 {
		return
	}
	end := unit + decorations.UTF16Len(text[i:i+n])
	for _, e := range r.ends {
		if unit < e && e < end {
			return
		}
	}
	if len(r.todo) == 0 || r.todo[0].Range.Start >= end {
		r.literal = i + n
	}
}

// utf16Len returns how many UTF-16 code units r takes.
func utf16Len(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// at ends and starts elements at a unit. At the end of a paragraph all of them end.
func (r *renderer) at(unit int, last bool) {
	var starts decorations.Decoration // the animation that starts here
	// No two animations overlap, so at most one starts here.
	for len(r.todo) > 0 && r.todo[0].Range.Start <= unit {
		if d := r.todo[0]; d.Animation != "" {
			starts = d
		} else {
			r.ends[order(d)] = d.Range.End
		}
		r.todo = r.todo[1:]
	}
	if r.animation > 0 && r.animation <= unit {
		r.WriteByte('}')
		r.animation = 0
	}
	// Elements close from the innermost outwards, so one that continues after an
	// outer one ends is closed too, and opened again below.
	keep := 0
	for keep < len(r.open) && r.ends[r.open[keep]] > unit && !last {
		keep++
	}
	for len(r.open) > keep {
		last := len(r.open) - 1
		r.WriteString(r.marks[r.open[last]][1])
		r.open = r.open[:last]
	}
	// The order of styleOf makes the nesting the same each time.
	for style, end := range r.ends {
		if end > unit && !last && !slices.Contains(r.open, style) {
			r.open = append(r.open, style)
			r.WriteString(r.marks[style][0])
			r.edge, r.number = false, false
		}
	}
	if starts.Animation != "" {
		r.WriteString("{" + string(starts.Animation) + ": ")
		r.animation, r.edge, r.number = starts.Range.End, true, true
	}
}

// write writes the code point c, whose bytes are s at byte i, before rest; end is
// the unit after it.
func (r *renderer) write(s string, c rune, rest string, end, i int) {
	last := rest == "" || rest[0] == '\n' || r.animation == end
	switch {
	case c == '\n':
		r.lineBreak()
		return
	case i < r.literal:
		r.WriteString(s)
	// At either end of a line Markdown drops white space, and a control character
	// may end a line: a reference keeps both.
	case c < ' ' || c == 0x7F || c == ' ' && (r.edge || last), r.plain && c < utf8.RuneSelf && isPunct(byte(c)):
		r.WriteString("&#" + strconv.Itoa(int(c)) + ";")
	case c < utf8.RuneSelf && r.needsEscape(byte(c), rest):
		r.WriteByte('\\')
		r.WriteString(s)
	default:
		r.WriteString(s)
	}
	r.edge, r.number = false, r.number && '0' <= c && c <= '9'
}

// startBreaks handles the run of line breaks at the start of rest. One within text
// is a line break in the source, two without decorations end a paragraph; any
// others would be dropped as white space, and are written as references.
func (r *renderer) startBreaks(rest string, unit int) {
	text := strings.TrimLeft(rest, "\n")
	r.newlines = len(rest) - len(text)
	r.raw = r.newlines <= 2 && r.previous != 0 && text != "" && r.animation == 0 && !r.plain
	if r.newlines == 1 || !r.raw {
		return
	}
	for _, end := range r.ends {
		r.raw = r.raw && end <= unit
	}
	if len(r.todo) > 0 && r.todo[0].Range.Start < unit+r.newlines {
		r.raw = false
	}
}

// lineBreak writes one line break of a run.
func (r *renderer) lineBreak() {
	r.newlines--
	if !r.raw {
		r.WriteString("&#10;")
		r.edge, r.number = false, false
		return
	}
	r.WriteByte('\n')
	r.edge, r.number = true, true
}

// needsEscape reports whether c, before rest, would be markup.
func (r *renderer) needsEscape(c byte, rest string) bool {
	// The end of the text ends the line.
	next := byte('\n')
	if rest != "" {
		next = rest[0]
	}
	blank := next == ' ' || next == '\n' || next == '\t'
	switch c {
	case '\\', '`', '*', '[', ']', '<':
		return true
	// Inside a word, as in order_id, an underscore is not markup.
	case '_':
		return !(isWord(r.previous) && next < utf8.RuneSelf && isWord(rune(next)))
	case '~':
		return r.previous == '~' || next == '~'
	case '&':
		return next == '#' || isWord(rune(next))
	case '{':
		name, _, ok := strings.Cut(rest, ":")
		return ok && decorations.Animation(name).Valid()
	case '}':
		return r.animation > 0
	case '#':
		return r.edge && (blank || next == '#')
	case '-', '+':
		return r.edge && (blank || next == c)
	case '>', '=':
		return r.edge
	// After digits at the start of a line it would start a list.
	case '.', ')':
		return r.number && !r.edge && blank
	// Two or more dashes and bars below a row with bars make a table.
	case '|':
		return r.edge
	}
	return false
}

// isWord reports whether an underscore next to r may be inside a word.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
