package ruledoc

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/rivo/uniseg"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

func looksValid(body string) bool { return json.Valid([]byte(body)) }

// Text writes one rule for a terminal of the given width in columns (at least 40):
// what goes wrong, what it causes, a bad and a good body, and the sources. It ends
// in a line break and has no escape sequences.
func Text(r rules.Rule, width int) string {
	t := page{width: max(width, 40)}
	t.wrap("", r.ID+" ("+r.Severity.String()+"): "+r.Title)
	for _, paragraph := range strings.Split(r.Help, "\n\n") {
		t.line("")
		t.wrap("  ", plain(paragraph))
	}
	t.line("")
	t.facts(r)
	for _, e := range shown(r) {
		t.bad(r, e)
	}
	if len(r.Good) > 0 {
		t.line("")
		t.wrap("", "right: "+r.Good[0].Title+asText(r.Good[0]))
		t.body(r.Good[0].Body)
	}
	t.line("")
	t.wrap("", "sources:")
	for _, s := range r.Sources {
		t.source(s)
	}
	return t.b.String()
}

// page is the lines of a page.
type page struct {
	width int
	b     strings.Builder
}

func (t *page) line(text string) {
	t.b.WriteString(strings.TrimRight(text, " "))
	t.b.WriteByte('\n')
}

// wrap writes a paragraph, indented. A word that is wider than the line has a line
// of its own.
func (t *page) wrap(indent, text string) { t.hang(indent, indent, text) }

// hang is wrap with another indent from the second line on.
func (t *page) hang(first, rest, text string) {
	line, empty := first, true
	for _, word := range strings.Fields(text) {
		if !empty && uniseg.StringWidth(line)+1+uniseg.StringWidth(word) > t.width {
			t.line(line)
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line += word
		empty = false
	}
	t.line(line)
}

func (t *page) facts(r rules.Rule) {
	if r.APICode != 0 {
		t.hang("  API code  ", "            ", probably(r)+strconv.Itoa(r.APICode)+", "+api.ErrorDocURL(r.APICode))
	}
	in := strings.Join(kinds(r), ", ")
	switch {
	case r.Where != "":
		in = plain(r.Where)
	case ofBuilder(r):
		in = "the builder; never reported for a body"
	case in == "":
		in = "every kind"
	}
	t.hang("  where     ", "            ", in)
}

func (t *page) bad(r rules.Rule, e rules.Example) {
	t.line("")
	t.wrap("", "wrong: "+e.Title+asText(e))
	t.body(e.Body)
	ds := findings(r, e)
	for _, d := range ds {
		t.hang("  - ", "    ", fmt.Sprintf("%s %s at %s: %s", d.Severity, d.Rule, at(r, &d), spelled(d.Message)))
		for _, rel := range d.Related {
			t.hang("    see ", "    ", place(rel.Pointer)+": "+spelled(rel.Message))
		}
		if d.Hint != "" {
			t.hang("    hint: ", "    ", spelled(d.Hint))
		}
	}
	for _, title := range fixTitles(r.ID, ds) {
		t.hang("  - ", "    ", "fix: "+spelled(title))
	}
	if e.Fixed != "" {
		t.line("")
		t.wrap("", "fixed:")
		t.body(e.Fixed)
	}
}

func (t *page) body(body string) {
	for _, l := range layout(body, t.width-2*len(step)) {
		t.line(step + step + l)
	}
}

func (t *page) source(s validate.Source) {
	if s.Page == rules.Observed {
		t.hang("  - ", "    ", rules.When(s)+": "+s.Quote)
		return
	}
	if s.Ours() {
		t.hang("  - ", "    ", "linqlint's own: "+s.Quote)
		return
	}
	t.hang("  - ", "    ", s.Page+", read "+s.Read)
	t.wrap("    ", "“"+s.Quote+"”")
}

func asText(e rules.Example) string { return strings.ReplaceAll(as(e), "`", "") }

// link matches a Markdown link.
var link = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[([^\]]*)\]\(([^)]*)\)`) })

// plain removes Markdown from a paragraph, except backticks, which read well in a
// terminal, and what is between them, which is literal.
func plain(markdown string) string {
	parts := strings.Split(markdown, "`")
	for i := 0; i < len(parts); i += 2 { // odd ones are code
		parts[i] = strings.ReplaceAll(link().ReplaceAllString(parts[i], "$1 ($2)"), "**", "")
	}
	return strings.Join(parts, "`")
}
