package mock

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/linqlint/linqlint/internal/api"
)

// The page shows at most this much; the API's lists have the rest.
const (
	pageChats    = 20
	pageMessages = 50
)

type pageChat struct {
	Title, Line, Service, Health string
	Bubbles                      []bubble
}

type bubble struct {
	ID, Time, Effect, ReplyTo, Deleted string
	Parts                              []pagePart
	Options                            []pollOption
}

type pagePart struct {
	Type, Text, Note string
	Runs             []run
	Layout           map[string]string
	Reactions        []string
}

// run is a piece of text under the same decorations.
type run struct {
	Text, Class string
}

// page shows the conversations as bubbles, the newest chat first. It loads
// nothing that a message refers to.
func (s *Server) page(w http.ResponseWriter) {
	s.mu.Lock()
	all := s.state.sortedChats()
	slices.SortStableFunc(all, func(a, b *chat) int { return b.Updated.Compare(a.Updated) })
	shown := make([]pageChat, 0, pageChats)
	for _, c := range all[:min(len(all), pageChats)] {
		shown = append(shown, s.pageChat(c))
	}
	s.mu.Unlock()

	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	_, _ = io.WriteString(w, writePage(shown, len(all)-len(shown))) // fails only when the client is gone
}

func (s *Server) pageChat(c *chat) pageChat {
	p := pageChat{Title: strings.Join(c.To, ", "), Line: c.Line, Service: c.Service, Health: s.state.health(c).Status}
	for _, m := range c.messages[max(0, len(c.messages)-pageMessages):] {
		b := bubble{ID: m.ID, Time: m.Created.Format("2006-01-02 15:04:05")}
		if m.Deleted {
			b.Deleted = "deleted from the API"
		}
		if m.Effect != nil {
			b.Effect = m.Effect.Name
		}
		if m.ReplyTo != nil {
			b.ReplyTo = m.ReplyTo.MessageID
		}
		if m.Poll != nil {
			b.Options = slices.Clone(m.Poll.Options)
			for i := range b.Options {
				b.Options[i].Voters = slices.Clone(b.Options[i].Voters)
			}
		}
		for _, part := range m.Parts {
			b.Parts = append(b.Parts, newPagePart(part))
		}
		p.Bubbles = append(p.Bubbles, b)
	}
	return p
}

func newPagePart(p part) pagePart {
	var out pagePart
	switch p := p.(type) {
	case *textPart:
		out = pagePart{Type: p.Type, Runs: runs(p.Value, p.TextDecorations)}
	case *mediaPart:
		out = pagePart{Type: p.Type, Text: p.Filename, Note: p.MimeType}
	case *linkPart:
		out = pagePart{Type: p.Type, Text: p.Value}
	case *appPart:
		out = pagePart{Type: p.Type, Text: p.App.Name, Layout: p.Layout}
	}
	for _, r := range *p.reacted() {
		name := r.Type
		if r.CustomEmoji != nil {
			name = *r.CustomEmoji
		}
		out.Reactions = append(out.Reactions, name)
	}
	return out
}

// runs cuts a text at the boundaries of its decorations. A range that splits a
// surrogate pair shows U+FFFD on both sides.
func runs(text string, decorations []decoration) []run {
	units := utf16.Encode([]rune(text))
	cuts := []int{0, len(units)}
	for _, d := range decorations {
		cuts = append(cuts, inside(d.Range, 0, len(units)), inside(d.Range, 1, len(units)))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []run
	for i := 1; i < len(cuts); i++ {
		start, end := cuts[i-1], cuts[i]
		var classes []string
		for _, d := range decorations {
			if inside(d.Range, 0, len(units)) <= start && end <= inside(d.Range, 1, len(units)) {
				classes = append(classes, known(d.Style, api.Styles), known(d.Animation, api.Animations))
			}
		}
		out = append(out, run{string(utf16.Decode(units[start:end])), strings.Join(classes, " ")})
	}
	return out
}

// inside returns a bound of a range, clamped to the text: a state file may hold
// any number.
func inside(r []int64, i, length int) int {
	if i >= len(r) {
		return 0
	}
	return int(min(max(r[i], 0), int64(length)))
}

func known(name string, names []string) string {
	if slices.Contains(names, name) {
		return name
	}
	return ""
}
