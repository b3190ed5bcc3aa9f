package mock

import (
	_ "embed"
	"html"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// pageHead is the page down to its heading.
//
//go:embed page.html
var pageHead string

// pageWriter writes the page by hand: html/template links the methods of every type
// into the command, since a template calls them by name, and costs every command
// time at its start.
type pageWriter struct{ strings.Builder }

// text writes pieces of HTML and values in turns: every second piece is a value, and
// is escaped for text and quoted attributes.
func (w *pageWriter) text(pieces ...string) {
	for i, piece := range pieces {
		if i%2 == 1 {
			piece = html.EscapeString(strings.ReplaceAll(piece, "\x00", "\ufffd"))
		}
		w.WriteString(piece)
	}
}

// writePage returns the page of these chats; hidden others are only counted.
func writePage(chats []pageChat, hidden int) string {
	var w pageWriter
	w.WriteString(pageHead)
	if len(chats) == 0 {
		w.text("<p>No message yet. Send one to <code>/v3/messages</code> of this server, with any bearer token unless one was set.</p>\n")
	}
	for i := range chats {
		w.chat(&chats[i])
	}
	if hidden > 0 {
		w.text(`<p class="meta">`, strconv.Itoa(hidden), " older chats are not shown.</p>\n")
	}
	w.text("</main>\n</body>\n</html>\n")
	return w.String()
}

func (w *pageWriter) chat(c *pageChat) {
	w.text("<section>\n<h2>", c.Title, "</h2>\n")
	w.text(`<p class="meta">from `, c.Line, " · ", c.Service, " · ", c.Health, "</p>\n<ol>\n")
	for i := range c.Bubbles {
		w.bubble(&c.Bubbles[i])
	}
	w.text("</ol>\n</section>\n")
}

func (w *pageWriter) bubble(b *bubble) {
	w.text(`<li id="`, b.ID, "\">\n")
	for i := range b.Parts {
		w.part(&b.Parts[i])
	}
	if len(b.Options) > 0 {
		w.text(`<div class="bubble card">Poll<dl>`)
		for _, o := range b.Options {
			w.text("<dt>", strconv.Itoa(len(o.Voters)), " votes</dt><dd>", o.Text, "</dd>")
		}
		w.text("</dl></div>\n")
	}
	w.text(`<span class="meta">`, b.Time, "")
	if b.Effect != "" {
		w.text(" · effect ", b.Effect)
	}
	if b.ReplyTo != "" {
		w.text(` · reply to <a href="#`, b.ReplyTo, `">`, b.ReplyTo, "</a>")
	}
	if b.Deleted != "" {
		w.text(" · ", b.Deleted)
	}
	w.text("</span>\n</li>\n")
}

func (w *pageWriter) part(p *pagePart) {
	class := "bubble"
	if len(p.Layout) > 0 {
		class = "bubble card"
	}
	w.text(`<div class="`, class, `">`)
	for _, r := range p.Runs {
		w.text(`<span class="`, r.Class, `">`, r.Text, "</span>")
	}
	w.text("", p.Text)
	if p.Note != "" {
		w.text(" (", p.Note, ")")
	}
	if len(p.Layout) > 0 {
		w.text("<dl>")
		for _, name := range slices.Sorted(maps.Keys(p.Layout)) {
			w.text("<dt>", name, "</dt><dd>", p.Layout[name], "</dd>")
		}
		w.text("</dl>")
	}
	w.text("</div>\n")
	if len(p.Reactions) > 0 {
		w.text(`<span class="meta">`)
		for _, r := range p.Reactions {
			w.text("", r, " ")
		}
		w.text("</span>\n")
	}
}
