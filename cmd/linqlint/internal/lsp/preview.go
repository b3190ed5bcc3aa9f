package lsp

import (
	"fmt"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/validate"
)

// preview writes in Markdown what a body says and what each service does with it.
func preview(b *body) string {
	r, err := builder.Parse([]byte(b.text), validate.WithKind(b.report.Kind))
	if err != nil {
		return "The body cannot be read: " + err.Error() + ".\n"
	}
	var w strings.Builder
	w.WriteString("# " + string(r.Kind()) + "\n\n")
	if n := b.report.Count(validate.SeverityError); n > 0 {
		fmt.Fprintf(&w, "**It has %d errors and would be refused.**\n\n", n)
	}
	if m, ok := r.(builder.MessageRequest); ok {
		c := m.Content()
		if c.From != "" {
			w.WriteString("From: " + code(c.From) + "\n\n")
		}
		if len(c.To) > 0 {
			w.WriteString("To: " + code(c.To...) + "\n\n")
		}
		for _, p := range c.Parts {
			w.WriteString(previewPart(p) + "\n\n")
		}
		if c.Effect.Name != "" {
			w.WriteString("Effect: " + code(c.Effect.Name) + "\n\n")
		}
		if c.ReplyTo.MessageID != "" {
			w.WriteString("Reply to: " + code(c.ReplyTo.MessageID) + "\n\n")
		}
	}
	previewForecast(&w, forecast.Of(r))
	return w.String()
}

// previewPart writes a part: a text as a quote with its styles and, below it, what
// Markdown cannot show (animations, stickers, mentions); any other part by what it
// points to.
func previewPart(p builder.Part) string {
	switch p.Type() {
	case "text":
		text := markdown.FromText(p.Value(), p.Decorations())
		text = "> " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n> ")
		for _, d := range p.Decorations() {
			if decorated, ok := decorations.Slice(p.Value(), d.Range); ok && d.Animation != "" {
				text += "\n\n" + string(d.Animation) + ": " + code(decorated)
			}
		}
		return text + covered(p)
	case "media":
		if p.IsSticker() {
			return "> sticker: " + code(p.URL(), p.AttachmentID())
		}
		if p.URL() != "" {
			return "> media: " + code(p.URL())
		}
		return "> media: attachment " + code(p.AttachmentID())
	case "imessage_app":
		card, _ := p.Card()
		return "> app card: " + code(card.Layout.Caption, card.Layout.Subcaption)
	}
	if caption, ok := p.Caption(); ok {
		return "> " + p.Type() + ": " + code(caption, p.Value())
	}
	return "> " + p.Type() + ": " + code(p.Value())
}

// covered lists the stickers and the mention of a text.
func covered(p builder.Part) string {
	var b strings.Builder
	for _, s := range p.Stickers() {
		under, _ := decorations.Slice(p.Value(), s.Range)
		b.WriteString("\n\nsticker: " + code(s.AttachmentID, s.URL) + " in place of " + code(under))
	}
	if m, ok := p.Mention(); ok {
		name, _ := decorations.Slice(p.Value(), m.Range)
		b.WriteString("\n\nmentions " + code(m.Handle) + " as " + code(name))
	}
	return b.String()
}

// code writes texts as inline code; empty ones are omitted.
func code(texts ...string) string {
	var out []string
	for _, t := range texts {
		if t == "" {
			continue
		}
		// A code span may hold backticks if it is fenced by more of them.
		fence := "`"
		for strings.Contains(t, fence) {
			fence += "`"
		}
		t = strings.Join(strings.Fields(t), " ")
		if len(fence) > 1 {
			t = " " + t + " "
		}
		out = append(out, fence+t+fence)
	}
	return strings.Join(out, ", ")
}

func previewForecast(w *strings.Builder, f forecast.Forecast) {
	if len(f.Deliveries) == 0 {
		return
	}
	w.WriteString("## Over each service\n\n")
	for _, d := range f.Deliveries {
		fmt.Fprintf(w, "- **%s**: ", d.Service)
		if !d.Possible {
			w.WriteString("never, " + d.Reason + "\n")
			continue
		}
		w.WriteString(d.Outcome.String() + "\n")
		for _, i := range d.Items {
			if i.Fate > forecast.Arrives {
				fmt.Fprintf(w, "  - %s: %s, %s\n", i.What, i.Fate, i.Message)
			}
		}
		for _, t := range d.Texts {
			fmt.Fprintf(w, "  - SMS: %s, %d %s, segments: %d\n", t.Encoding, t.Units, t.Encoding.Unit(), t.Segments)
		}
	}
}
