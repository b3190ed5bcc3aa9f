package ruledoc

import (
	"strconv"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// shown returns the bad examples for a page: the first, and the first one with a
// fix.
func shown(r rules.Rule) []rules.Example {
	if len(r.Bad) == 0 {
		return nil
	}
	out := r.Bad[:1:1]
	if out[0].Fixed != "" {
		return out
	}
	for _, e := range r.Bad[1:] {
		if e.Fixed != "" {
			return append(out, e)
		}
	}
	return out
}

// findings describes what is reported for a bad example of a rule, including notes.
func findings(r rules.Rule, e rules.Example) []validate.Diagnostic {
	if r.Where != "" {
		return r.Found
	}
	opts := []validate.Option{validate.WithKind(e.Kind), validate.WithNotes()}
	if e.NewChat {
		opts = append(opts, validate.WithNewChat())
	}
	return validate.JSON([]byte(e.Body), opts...).Diagnostics
}

// fixTitles returns the titles of the rule's fixes for an example.
func fixTitles(rule string, ds []validate.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		if d.Rule != rule {
			continue
		}
		for _, f := range d.Fixes {
			if f.Safe {
				out = append(out, f.Title+" (safe)")
			} else {
				out = append(out, f.Title+" (unsafe: check it)")
			}
		}
	}
	return out
}

// kinds describes which kinds the rule is for.
func kinds(r rules.Rule) []string {
	var out []string
	for _, k := range r.Kinds {
		out = append(out, string(k))
	}
	return out
}

// ofBuilder reports whether only the builder reports the rule: it has no example of
// a body.
func ofBuilder(r rules.Rule) bool { return len(r.Bad) == 0 && len(r.Kinds) == 0 }

// at names the place of a finding in a rule's example: the value that its pointer
// leads to, or the line of an example that is not a body.
func at(r rules.Rule, d *validate.Diagnostic) string {
	if r.Where != "" {
		return "line " + strconv.Itoa(d.Start.Line)
	}
	return place(d.Pointer)
}

// place names the value that a pointer leads to.
func place(pointer string) string {
	if pointer == "" {
		return "the body"
	}
	return pointer
}
