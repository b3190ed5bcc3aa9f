package preview

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/wire"
)

// content draws a message.
func (c *canvas) content(content builder.Content) {
	if r := content.ReplyTo; r != (builder.Reply{}) {
		what := "replies to " + r.MessageID
		if r.HasPartIndex {
			what += ", part " + strconv.Itoa(r.PartIndex)
		}
		c.line(row{text(strings.Repeat(" ", indent)+" ╭╴", dim), shown(fit(what, c.width-8), dim)})
		c.line(row{text(strings.Repeat(" ", indent)+" ╵", dim)})
	}
	for _, p := range content.Parts {
		c.part(p)
	}
	if e := content.Experience; e != nil {
		c.experience(*e)
	}
	if e := content.Effect; e != (builder.MessageEffect{}) {
		what := "sent with " + e.Name
		if e.Type != "" {
			what += ", a " + string(e.Type) + " effect"
		}
		c.note("✦", what)
	}
}

// part draws a part by its type; an unknown type is a box with a question mark.
func (c *canvas) part(p builder.Part) {
	switch p.Type() {
	case api.PartText:
		c.bubble(p)
	case api.PartMedia:
		c.media(p)
	case api.PartLink:
		c.titled("↗", host(p.Value()), p.Value(), "link with a rich preview over iMessage and RCS")
	case api.PartAppClip:
		if caption, ok := p.Caption(); ok {
			c.titled("◈", caption, p.Value(), "app clip")
		} else {
			c.titled("◈", "app clip", p.Value(), "")
		}
	case api.PartApp:
		card, _ := p.Card()
		c.card(card)
	default:
		c.titled("?", "a part of type "+quoted(p.Type()), "", "not known to this version")
	}
}

// quoted puts quotation marks around s unless it is empty.
func quoted(s string) string {
	if s == "" {
		return "(none)"
	}
	return "“" + s + "”"
}

// host returns the host of a URL, or the whole text if it has none.
func host(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return url
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// classOf returns the symbol of a kind of files and what it is called.
func classOf(m api.Media) (symbol, name string) {
	switch m {
	case api.Image, api.UnsupportedImage:
		return "▣", "image"
	case api.Video, api.UnsupportedVideo:
		return "▶", "video"
	case api.Audio, api.UnsupportedAudio, api.RejectedAudio:
		return "♪", "audio"
	case api.Contact:
		return "☺", "contact or calendar"
	}
	return "▤", "file"
}

// media draws a file, whose kind is guessed from the extension of the URL.
func (c *canvas) media(p builder.Part) {
	if p.IsSticker() {
		c.titled(stickerSign, "sticker", p.AttachmentID()+p.URL(), "over iMessage; elsewhere a photo")
		return
	}
	if id := p.AttachmentID(); id != "" {
		c.titled("▤", "uploaded file", id, "")
		return
	}
	path, _, _ := strings.Cut(strings.SplitN(p.URL(), "#", 2)[0], "?")
	name := path[strings.LastIndexByte(path, '/')+1:]
	symbol, class := classOf(api.ExtensionClass(strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])))
	if name == "" {
		name = host(p.URL())
	}
	c.titled(symbol, name, p.URL(), class)
}

// titled draws a box with a title, a URL or id, and a remark; empty ones are omitted.
func (c *canvas) titled(mark, title, detail, remark string) {
	width := c.boxWidth() - 2
	rows := []boxed{{row: row{text(mark+" ", c.accent), text(fit(wire.Visible(title), width), bold)}}}
	for _, s := range []string{detail, remark} {
		if s != "" && s != title {
			rows = append(rows, boxed{row: row{text("  ", 0), text(fit(wire.Visible(s), width), dim)}})
		}
	}
	c.box(rows)
}

// experience draws an experience, which replaces the parts.
func (c *canvas) experience(e builder.Experience) {
	var b strings.Builder
	for i, p := range e.Params {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(p.Name() + " = " + p.JSON())
	}
	c.titled("◈", "experience "+e.Name+": "+e.Action, b.String(), "")
}
