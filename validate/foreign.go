package validate

import (
	"slices"
	"sort"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
)

// meantMember returns the one of names that an unknown member was meant to be,
// or "": by the table of other APIs' names, then by its spelling.
func meantMember(name string, names []string) string {
	word := spelling.Of(name)
	for _, n := range names {
		if word.Is(n) && n != name {
			return n
		}
	}
	if to := foreignName(api.ForeignMembers, &word, names); to != "" {
		return to
	}
	near := word.Nearest(names)
	if near != "" && word.Inverts(near) {
		return ""
	}
	return near
}

// meantValue is meantMember for the values of a list.
func meantValue(value *spelling.Word, values []string) (near string, foreign bool) {
	for _, row := range foreignValues().of(value) {
		if to := foreignFor(row, value, values); to != "" {
			return to, true
		}
	}
	return value.Nearest(values), false
}

// foreignName returns what a name of table is among names, or "".
func foreignName(table []api.Foreign, name *spelling.Word, names []string) string {
	for i := range table {
		if to := foreignFor(&table[i], name, names); to != "" {
			return to
		}
	}
	return ""
}

// foreignFor is foreignName for one row of a table.
func foreignFor(row *api.Foreign, name *spelling.Word, names []string) string {
	if name.Is(row.Name) {
		for _, to := range row.To {
			if slices.Contains(names, to) {
				return to
			}
		}
	}
	return ""
}

// asMember returns value n written as the member of that name takes it, which
// other APIs write shorter; ok is false where it is right as it is.
func (c *checker) asMember(name string, n int) (raw string, ok bool) {
	raw = c.view.Raw(n)
	isString := c.view.Nodes[n].Kind == scan.String
	switch {
	case name == "to" && isString:
		return "[" + raw + "]", true
	case name == "message" && isString:
		return `{"parts":[{"type":"text","value":` + raw + `}]}`, true
	case name == "parts" && isString:
		return `[{"type":"text","value":` + raw + `}]`, true
	case (name == "parts" || name == "text_decorations" || name == "options") && c.view.Nodes[n].Kind == scan.Object:
		return "[" + raw + "]", true
	case name == "reply_to" && isString:
		return `{"message_id":` + raw + `}`, true
	case name == "effect" && isString:
		effect, ok := c.effectOf(c.text(n))
		return effect, ok
	case name == "type" && isString && c.kind == KindMessagesReact && !isOneOf(api.Reactions, c.text(n)):
		word := spelling.Of(c.text(n))
		near, _ := meantValue(&word, api.Reactions)
		return quote(near), near != "" && !word.Inverts(near)
	case name == "url" && c.view.Nodes[n].Kind == scan.Object: // OpenAI's {"url": …}
		if u := c.find(n, "url"); c.view.Nodes[u].Kind == scan.String {
			return strings.Clone(c.view.Raw(u)), true
		}
	case name == "range" && c.view.Nodes[n].Kind == scan.Object:
		return c.rangeOf(n)
	}
	return raw, false
}

// effectOf returns an effect of another API as an object of this one.
func (c *checker) effectOf(name string) (raw string, ok bool) {
	if api.EffectType(name) == "" {
		word := spelling.Of(name)
		name, _ = meantValue(&word, api.EffectNames)
	}
	kind := api.EffectType(name)
	return `{"name":"` + name + `","type":"` + kind + `"}`, kind != ""
}

// rangeOf returns the range of an object with start and end, offset and length,
// or location and length.
func (c *checker) rangeOf(n int) (raw string, ok bool) {
	number := func(name string) (int, bool) {
		return c.view.Natural(c.find(n, name))
	}
	if start, ok := number("start"); ok {
		end, ok := number("end")
		return "[" + itoa(start) + "," + itoa(end) + "]", ok
	}
	for _, name := range []string{"offset", "location"} {
		if start, ok := number(name); ok {
			length, ok := number("length")
			return "[" + itoa(start) + "," + itoa(start+length) + "]", ok
		}
	}
	return "", false
}

// foreignType adds to the diagnostic of a wrong type the fix for what another
// API writes there.
func (c *checker) foreignType(f *finding, n int, name string, want api.Type) {
	if !c.isKept(f) {
		return
	}
	if name == "message" && c.foreignBody(f) {
		return
	}
	raw, ok := c.asMember(name, n)
	switch {
	case !ok:
	case name == "to":
		f.withFix("make it an array of one", FixSafe, c.replace(n, raw))
	default:
		f.withHint("write "+short(raw)).withFix("write it as "+want.String(), FixAll, c.replace(n, raw))
	}
}

// foreignPart reports element n of parts, which is not an object; a string is
// mostly meant to be a text.
func (c *checker) foreignPart(n int) {
	f := c.wrongType(n, "", api.ObjectType)
	if c.view.Nodes[n].Kind == scan.String && c.isKept(f) {
		part := `{"type":"text","value":` + c.view.Raw(n) + `}`
		f.withHint("write "+short(part)).withFix("make it a text part", FixAll, c.replace(n, part))
	}
}

// foreignMembers makes the fix of a part's type rename the members too that
// another API has in such a part: one without the other would be no part.
func (c *checker) foreignMembers(f *finding, part int, value string) {
	word := spelling.Of(value)
	near, _ := meantValue(&word, api.PartTypes)
	i := position(api.PartTypes, near)
	if i < 0 || len(f.fixes) == 0 {
		return
	}
	names := memberNames(api.Part, 1<<i)
	edits := f.fixes[0].Edits
	nodes := c.view.Nodes
	for k := part + 1; k < int(nodes[part].Next); k = int(nodes[k+1].Next) {
		name := c.text(k)
		if slices.Contains(names, name) {
			continue
		}
		to := meantMember(name, names)
		if to == "" || c.find(part, to) != 0 {
			continue
		}
		edits = append(edits, c.replace(k, quote(to)))
		if raw, ok := c.asMember(to, k+1); ok {
			edits = append(edits, c.replace(k+1, raw))
		}
	}
	if len(edits) > 1 {
		sort.Stable(editsByStart(edits))
		f.fixes[0] = Fix{Title: "make it a " + near + " part", Edits: edits}
	}
}

// memberNames are the names of the members of o, in parts of the type in.
func memberNames(o *api.Object, in api.PartSet) (names []string) {
	for i := range o.Members {
		if in == 0 || o.Members[i].Parts&in != 0 {
			names = append(names, o.Members[i].Name)
		}
	}
	return names
}

// short is a text of JSON for a hint, cut where it is long.
func short(raw string) string {
	const longest = 60 // bytes
	if len(raw) <= longest {
		return raw
	}
	return strings.ToValidUTF8(raw[:longest], "") + "…"
}

// foreignRange offers to write a decoration's range that is given by offset and
// length beside its style.
func (c *checker) foreignRange(f *finding, object int) {
	raw, ok := c.rangeOf(object)
	if !ok || !c.isKept(f) {
		return
	}
	var edits []Edit
	nodes := c.view.Nodes
	text := `"range":` + raw
	for k := object + 1; k < int(nodes[object].Next); k = int(nodes[k+1].Next) {
		switch c.text(k) {
		case "start", "end", "offset", "location", "length":
			if text != "" {
				edits, text = append(edits, Edit{int(nodes[k].Start), int(nodes[k+1].End), text}), ""
				continue
			}
			start := backSpace(c.view.Body, int(nodes[k].Start))
			edits = append(edits, Edit{backSpace(c.view.Body, start-1), int(nodes[k+1].End), ""})
		}
	}
	f.withHint("write "+`"range":`+raw+": [start, end) in UTF-16 code units").withFix("write the range", FixAll, edits...)
}

// nearestReaction is meantValue for a reaction's type.
func nearestReaction(kind string) string {
	word := spelling.Of(kind)
	near, _ := meantValue(&word, api.Reactions)
	return near
}
