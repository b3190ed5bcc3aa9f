package preview

import (
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/wire"
)

// card draws an app card: the image with its title, the captions on both sides,
// and the app.
func (c *canvas) card(card builder.CardContent) {
	l := card.Layout
	width := min(c.boxWidth(), 44)
	var rows []boxed
	if l.ImageURL != "" {
		rows = append(rows, boxed{row: row{text("▣ ", c.accent), text(fit(wire.Visible(l.ImageURL), width-2), dim)}})
		rows = append(rows, cardRow(l.ImageTitle, "", bold, width)...)
		rows = append(rows, cardRow(l.ImageSubtitle, "", 0, width)...)
		rows = append(rows, boxed{rule: true})
	}
	rows = append(rows, cardRow(l.Caption, l.TrailingCaption, bold, width)...)
	rows = append(rows, cardRow(l.Subcaption, l.TrailingSubcaption, 0, width)...)
	if owner := owner(card); owner != "" {
		if len(rows) > 0 && !rows[len(rows)-1].rule {
			rows = append(rows, boxed{rule: true})
		}
		rows = append(rows, boxed{row: row{text(fit(wire.Visible(owner), width), dim)}})
	}
	if len(rows) == 0 {
		rows = []boxed{{row: row{text("an empty bubble", dim)}}}
	}
	c.box(rows)
	if card.FallbackText != "" {
		c.note("·", "shown as “"+card.FallbackText+"” where the card cannot be drawn")
	}
	if card.URL != "" {
		c.note("↗", "opens "+fit(wire.Visible(card.URL), 2*c.width))
	}
	if card.Interactive != nil && !*card.Interactive {
		c.note("·", "always the static card, even for who has the app")
	}
}

// cardRow returns a row with one text on the left and one on the right, or none if
// both are empty.
func cardRow(left, right string, st style, width int) []boxed {
	if left == "" && right == "" {
		return nil
	}
	right = fit(wire.Visible(right), width/2)
	r := row{text(fit(wire.Visible(left), max(width/2-1, width-2-row{text(right, 0)}.columns())), st)}
	if right != "" {
		r = append(r, text(strings.Repeat(" ", max(1, width-r.columns()-row{text(right, 0)}.columns())), 0), text(right, 0))
	}
	return []boxed{{row: r}}
}

// owner returns the app of a card; an update does not have it.
func owner(card builder.CardContent) string {
	if card.App.Name == "" {
		return ""
	}
	return card.App.Name + " · iMessage app " + card.App.BundleID
}
