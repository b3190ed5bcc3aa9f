package report

import (
	"bytes"
	_ "embed" // the page's style and script
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/linqlint/linqlint/internal/wire"
)

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// HTML writes one self-contained page: counts by rule as bars, findings by file
// with their source, a filter, and a print style.
type HTML struct {
	out   io.Writer
	rules ruleCounts
	files chunks
	open  bool // the current file has a finding
	text  *Text
}

// NewHTML returns a writer of the html format.
func NewHTML(o Options) *HTML {
	return &HTML{out: o.Out, text: &Text{color: Colored, width: 140}}
}

// Batch keeps the findings of b, since the bars above them need all counts.
func (h *HTML) Batch(b *Batch) error {
	if b.First {
		h.open = false
	}
	for i := range b.Findings {
		if !h.open {
			fmt.Fprintf(&h.files, "<details open data-path=\"%s\"><summary>%s</summary>\n", html.EscapeString(wire.Visible(b.Path)), html.EscapeString(wire.Visible(b.Path)))
			h.open = true
		}
		h.article(b, &b.Findings[i])
	}
	if b.Last && h.open {
		h.files.WriteString("</details>\n")
	}
	return nil
}

func (h *HTML) article(b *Batch, f *Finding) {
	h.rules.add(f)
	fmt.Fprintf(&h.files, "<article class=%q data-level=%[1]q data-rule=%[2]q>\n<h3><b>%[1]s</b> %[3]s <code>%[4]d:%[5]d <a href=%[6]q>%[2]s</a></code></h3>\n<pre>",
		f.Severity.String(), f.Rule, html.EscapeString(wire.Visible(f.Message)), f.Start.Line, f.Start.Column, f.DocURL())
	s := snippets{text: b.Text, base: b.Offset, color: Colored, width: h.text.width, gutter: len(strconv.Itoa(maxLine(f)))}
	h.text.buf = s.append(h.text.buf[:0], f)
	h.text.notes(f, &s)
	h.files.WriteString(spansOf(string(h.text.buf)))
	h.files.WriteString("</pre>\n</article>\n")
}

// spanClasses are the page's names for the styles of the text format.
var spanClasses = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		"\x1b[0m", "</span>",
		"\x1b["+string(styleBold)+"m", `<span class="bold">`,
		"\x1b["+string(styleDim)+"m", `<span class="dim">`,
		"\x1b["+string(styleRed)+"m", `<span class="red">`,
		"\x1b["+string(styleYellow)+"m", `<span class="yellow">`,
		"\x1b["+string(styleBlue)+"m", `<span class="blue">`,
		"\x1b["+string(styleAdded)+"m", `<span class="added">`,
		"\x1b["+string(styleGone)+"m", `<span class="gone">`,
	)
})

// spansOf converts an excerpt with colors to HTML. Payloads contain no escape
// sequence, since [Visible] replaced them.
func spansOf(text string) string { return spanClasses().Replace(html.EscapeString(text)) }

// Flush does nothing: the page is written as a whole.
func (*HTML) Flush() error { return nil }

// Close writes the page.
func (h *HTML) Close(s *Summary) error {
	var b bytes.Buffer
	summary := strings.TrimSpace(string(appendSummary(nil, Plain, s)))
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>linqlint: %s</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>linqlint</h1>\n<p class=\"sum\">%s</p>\n",
		html.EscapeString(string(appendCounts(nil, Plain, s))), pageStyle, html.EscapeString(summary))
	if counts := h.rules.sorted(); len(counts) > 0 {
		h.bars(&b, counts)
		b.WriteString("<div class=\"tools\"><input id=\"search\" type=\"search\" placeholder=\"Filter by words\" aria-label=\"Filter by words\">")
		for _, level := range []string{"error", "warning", "note"} {
			fmt.Fprintf(&b, "<label><input type=\"checkbox\" value=%q checked> %s</label>", level, level)
		}
		b.WriteString("<span id=\"count\" role=\"status\"></span></div>\n")
		if _, err := h.out.Write(b.Bytes()); err != nil {
			return err
		}
		if _, err := h.files.WriteTo(h.out); err != nil {
			return err
		}
		b.Reset()
		b.WriteString("<script>\n" + pageScript + "</script>\n")
	}
	b.WriteString("</body>\n</html>\n")
	_, err := h.out.Write(b.Bytes())
	return err
}

func (h *HTML) bars(b *bytes.Buffer, counts []*ruleCount) {
	b.WriteString("<h2>By rule</h2>\n<div class=\"bars\">\n")
	for _, c := range counts {
		fmt.Fprintf(b, "<button type=\"button\" value=%q aria-pressed=\"false\">%[1]s</button><div class=\"bar %s\" style=\"width:%.1f%%\"></div><span>%d</span>\n",
			c.rule, c.severity, 100*float64(c.n)/float64(counts[0].n), c.n)
	}
	b.WriteString("</div>\n")
}
