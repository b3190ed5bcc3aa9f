package report

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/wire"
)

// Checkstyle writes the XML format of the tool Checkstyle, which many CI servers
// read.
type Checkstyle struct {
	out *bufio.Writer
	err error
}

// NewCheckstyle returns a writer of the checkstyle format.
func NewCheckstyle(o Options) *Checkstyle {
	c := &Checkstyle{out: bufio.NewWriter(o.Out)}
	c.printf("%s<checkstyle version=\"4.3\">\n", xmlHeader)
	return c
}

func (c *Checkstyle) printf(format string, args ...any) {
	if c.err == nil {
		_, c.err = fmt.Fprintf(c.out, format, args...)
	}
}

// Batch writes a file with its findings.
func (c *Checkstyle) Batch(b *Batch) error {
	if b.First {
		c.printf("  <file name=\"%s\">\n", escapeXML(b.Path))
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		severity := f.Severity.String()
		if severity == "note" {
			severity = "info"
		}
		c.printf("    <error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\" source=\"linqlint.%s\"/>\n",
			f.Start.Line, f.Start.Column, severity, escapeXML(f.Message), f.Rule)
	}
	if b.Last {
		if b.Status == Unreadable {
			// The format requires a line.
			c.printf("    <error line=\"1\" severity=\"error\" message=\"%s\" source=\"linqlint\"/>\n", escapeXML(b.Problem))
		}
		c.printf("  </file>\n")
	}
	return c.err
}

// Flush writes buffered data.
func (c *Checkstyle) Flush() error {
	if c.err != nil {
		return c.err
	}
	return c.out.Flush()
}

// Close ends the document.
func (c *Checkstyle) Close(*Summary) error {
	c.printf("</checkstyle>\n")
	return c.Flush()
}

// escapeXML escapes text for an attribute or an element, and control characters
// too. Characters that XML 1.0 does not allow become U+FFFD.
func escapeXML(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch {
		case !inXML(r):
			out.WriteRune(utf8.RuneError)
		case wire.IsControl(r), r == '\t', r == '\n', r == '\r':
			fmt.Fprintf(&out, "&#x%X;", r)
		default:
			if i := strings.IndexRune(`"'&<>`, r); i >= 0 {
				out.WriteString([...]string{"&#34;", "&#39;", "&amp;", "&lt;", "&gt;"}[i])
			} else {
				out.WriteRune(r)
			}
		}
	}
	return out.String()
}

// inXML reports whether XML 1.0 allows a character, escaped or not.
func inXML(r rune) bool {
	return r >= ' ' && r < 0xD800 || r >= 0xE000 && r < 0xFFFE || r > 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}

// xmlHeader begins a document.
const xmlHeader = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// JUnit writes the XML format of test runners: one suite per file, one failed
// case per finding, and a passed case if there is none.
type JUnit struct {
	out                     *bufio.Writer
	cases                   chunks // of the current file
	tests, failures, errors int    // of the current file
	err                     error
}

// NewJUnit returns a writer of the junit format.
func NewJUnit(o Options) *JUnit {
	j := &JUnit{out: bufio.NewWriter(o.Out)}
	_, j.err = j.out.WriteString(xmlHeader + "<testsuites name=\"linqlint\">\n")
	return j
}

// Batch writes a file with its findings after its last batch.
func (j *JUnit) Batch(b *Batch) error {
	if b.First {
		j.cases.Reset()
		j.tests, j.failures, j.errors = 0, 0, 0
	}
	path := escapeXML(b.Path)
	for i := range b.Findings {
		f := &b.Findings[i]
		j.tests++
		j.failures++
		name := f.Rule + " at " + strconv.Itoa(f.Start.Line) + ":" + strconv.Itoa(f.Start.Column)
		fmt.Fprintf(&j.cases, "    <testcase classname=\"%s\" name=\"%s\">\n      <failure type=\"%s\" message=\"%s\">%s:%d:%d: %s</failure>\n    </testcase>\n",
			path, name, f.Severity, escapeXML(f.Message), path, f.Start.Line, f.Start.Column, escapeXML(plainText(f)))
	}
	if b.Last && j.err == nil {
		j.suite(b, path)
	}
	return j.err
}

func (j *JUnit) suite(b *Batch, path string) {
	skipped := 0
	switch {
	case b.Status == Unreadable:
		j.tests++
		j.errors++
		fmt.Fprintf(&j.cases, "    <testcase classname=\"%s\" name=\"read\">\n      <error type=\"unreadable\" message=\"%s\"/>\n    </testcase>\n", path, escapeXML(b.Problem))
	case b.Status == Skipped:
		j.tests++
		skipped++
		fmt.Fprintf(&j.cases, "    <testcase classname=\"%s\" name=\"payload\">\n      <skipped>not a payload</skipped>\n    </testcase>\n", path)
	case j.tests == 0:
		j.tests++
		fmt.Fprintf(&j.cases, "    <testcase classname=\"%s\" name=\"payload\"/>\n", path)
	}
	_, j.err = fmt.Fprintf(j.out, "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">\n",
		path, j.tests, j.failures, j.errors, skipped)
	if j.err == nil {
		_, j.err = j.cases.WriteTo(j.out)
	}
	if j.err == nil {
		_, j.err = j.out.WriteString("  </testsuite>\n")
	}
}

// Flush writes buffered data.
func (j *JUnit) Flush() error {
	if j.err != nil {
		return j.err
	}
	return j.out.Flush()
}

// Close ends the document.
func (j *JUnit) Close(*Summary) error {
	if j.err == nil {
		_, j.err = j.out.WriteString("</testsuites>\n")
	}
	return j.Flush()
}
