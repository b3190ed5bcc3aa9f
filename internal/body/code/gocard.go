package code

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/scan"
)

// cardPart writes an app card as a value.
func (c *chain) cardPart(p builder.Part, card builder.CardContent) string {
	inner := &chain{program: c.program}
	inner.call("builder.AppCard", appValue(card.App))
	inner.cardCalls(card, p.Members())
	return strings.Join(inner.calls, ".\n\t\t\t")
}

func appValue(app builder.App) string {
	value := "builder.App{BundleID: " + quote(app.BundleID) + ", Name: " + quote(app.Name) + ", TeamID: " + quote(app.TeamID)
	if app.AppStoreID != 0 {
		value += ", AppStoreID: " + strconv.FormatInt(app.AppStoreID, 10)
	}
	return value + "}"
}

// cardCalls writes the calls that cards and their updates share, but for what
// is kept as JSON.
func (c *chain) cardCalls(card builder.CardContent, members []builder.Member) {
	kept := map[string]bool{}
	for _, m := range members {
		kept[m.Name] = true
	}
	if !kept["layout"] {
		c.layout(card.Layout)
	}
	set := func(name, method, value string) {
		if value != "" && !kept[name] {
			c.call(method, quote(value))
		}
	}
	set("url", "URL", card.URL)
	set("fallback_text", "FallbackText", card.FallbackText)
	if !kept["interactive"] {
		switch on := card.Interactive; {
		case on == nil:
		case *on:
			c.call("Interactive")
		default:
			c.call("Static")
		}
	}
	if card.Experience != nil && !kept["experience"] {
		c.experience(*card.Experience, "/experience", "MemberJSON")
	}
}

// layout writes the calls for what a card shows.
func (c *chain) layout(l builder.Layout) {
	set := func(method, value string) {
		if value != "" {
			c.call(method, quote(value))
		}
	}
	set("Image", l.ImageURL)
	set("ImageTitle", l.ImageTitle)
	set("ImageSubtitle", l.ImageSubtitle)
	set("Caption", l.Caption)
	set("Subcaption", l.Subcaption)
	set("TrailingCaption", l.TrailingCaption)
	set("TrailingSubcaption", l.TrailingSubcaption)
}

// experience writes the call for an experience; member is the method that keeps
// as JSON what no Go number can hold.
func (c *chain) experience(e builder.Experience, at, member string) {
	var params []string
	for _, param := range e.Params {
		value, ok := scalar(param.JSON())
		if !ok {
			c.call(member, quote("experience"), quote(c.view.Raw(c.view.Lookup(at))))
			return
		}
		params = append(params, "builder.Param("+quote(param.Name())+", "+value+")")
	}
	value := "builder.Experience{Name: " + quote(e.Name) + ", Action: " + quote(e.Action)
	if len(params) > 0 {
		value += ", Params: []builder.ExperienceParam{" + strings.Join(params, ", ") + "}"
	}
	c.call("Experience", value+"}")
}

// scalar writes a JSON string, number or boolean as a Go literal; ok is false
// for a number that is out of range for both int64 and float64.
func scalar(json string) (literal string, ok bool) {
	var v scan.View
	if v.Scan([]byte(json)).Code != 0 {
		return "", false
	}
	switch n := v.Nodes[0]; {
	case n.Kind == scan.String:
		return quote(strings.Clone(v.Text(0))), true
	case n.Kind == scan.Number && n.Flags&scan.Fractional != 0:
		_, err := strconv.ParseFloat(json, 64)
		return json, err == nil
	case n.Kind == scan.Number:
		_, err := strconv.ParseInt(json, 10, 64)
		return json, err == nil
	}
	return json, true
}
