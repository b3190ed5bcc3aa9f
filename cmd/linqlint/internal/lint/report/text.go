package report

import (
	"bufio"
	"cmp"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// Text writes the report that people read.
type Text struct {
	out   *bufio.Writer
	color Color
	width int
	quiet bool
	buf   []byte
	shown int // findings so far
}

// NewText returns a writer of the text format.
func NewText(o Options) *Text {
	return &Text{out: bufio.NewWriterSize(o.Out, 1<<16), color: o.Color, width: cmp.Or(o.Width, DefaultWidth), quiet: o.Quiet}
}

// Batch writes the findings of b.
func (t *Text) Batch(b *Batch) error {
	for i := range b.Findings {
		t.buf = t.buf[:0]
		if t.shown > 0 {
			t.buf = append(t.buf, '\n')
		}
		t.shown++
		t.finding(b, &b.Findings[i])
		if _, err := t.out.Write(t.buf); err != nil {
			return err
		}
	}
	return nil
}

// Flush writes buffered data.
func (t *Text) Flush() error { return t.out.Flush() }

// Close writes the last line.
func (t *Text) Close(s *Summary) error {
	if !t.quiet {
		t.buf = t.buf[:0]
		if t.shown > 0 {
			t.buf = append(t.buf, '\n')
		}
		t.buf = appendSummary(t.buf, t.color, s)
		if t.shown > 0 {
			t.buf = append(t.buf, "linqlint explain RULE explains a rule\n"...)
		}
		t.out.Write(t.buf)
	}
	return t.out.Flush()
}

// finding appends one finding: header, excerpt and notes.
func (t *Text) finding(b *Batch, f *Finding) {
	t.header(b, f)
	s := snippets{text: b.Text, base: b.Offset, color: t.color, width: t.width}
	s.gutter = len(strconv.Itoa(maxLine(f)))
	t.buf = s.append(t.buf, f)
	t.notes(f, &s)
}

// header appends "file:line:col: error[rule] message". Terminals and editors turn
// the beginning into a link.
func (t *Text) header(b *Batch, f *Finding) {
	t.buf = t.color.color(t.buf, styleBold, wire.Visible(b.Path)+":"+strconv.Itoa(f.Start.Line)+":"+strconv.Itoa(f.Start.Column)+":")
	t.buf = append(t.buf, ' ')
	t.buf = t.color.color(t.buf, severityStyle(f.Severity), f.Severity.String()+"["+f.Rule+"]")
	t.buf = append(t.buf, ' ')
	t.buf = t.color.color(t.buf, styleBold, wire.Visible(f.Message))
	t.buf = append(t.buf, '\n')
}

// maxLine returns the largest line number of the finding's excerpts.
func maxLine(f *Finding) int {
	line := max(f.Start.Line, f.End.Line)
	for i := range f.Related {
		line = max(line, f.Related[i].Start.Line)
	}
	return line
}

// notes appends the lines below the excerpt: pointer, hint, fix and the API's
// response.
func (t *Text) notes(f *Finding, s *snippets) {
	where := f.Pointer
	if f.Record > 0 {
		where = strings.TrimPrefix(where+", record "+strconv.Itoa(f.Record), ", ")
	}
	if where != "" {
		t.note(s, "at", where)
	}
	if f.Hint != "" {
		t.note(s, "hint", f.Hint)
	}
	if len(f.Fixes) > 0 {
		fix := &f.Fixes[0]
		title := fix.Title
		if !fix.Safe {
			title += " (--unsafe-fixes)"
		}
		t.note(s, "fix", title)
		t.buf = s.appendFix(t.buf, fix)
	}
	if f.APICode != 0 {
		t.note(s, "api", responseText(&f.Diagnostic))
	}
}

func (t *Text) note(s *snippets, word, text string) {
	t.buf = s.gutterText(t.buf, "", "=")
	t.buf = t.color.color(t.buf, styleBold, word+":")
	for range 5 - len(word) {
		t.buf = append(t.buf, ' ')
	}
	t.buf = append(t.buf, wire.Visible(text)...)
	t.buf = append(t.buf, '\n')
}

// responseText returns what the API responds, and whether that is documented or
// inferred.
func responseText(d *validate.Diagnostic) string {
	code := strconv.Itoa(d.APICode)
	if d.APICodeDocumented {
		return "responds with " + code + " (" + d.APIDocURL() + ")"
	}
	return "probably responds with " + code + " (" + d.APIDocURL() + ")"
}
