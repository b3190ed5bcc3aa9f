package ruledoc

import (
	"strconv"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// shown picks the bad examples that a page shows: the first, and the first one
// that has a fix, if that is another.
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

// findings says what is reported of a bad example of a rule, notes included.
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

// fixTitles are the titles of the fixes that the rule has for an example.
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

// kinds says where a rule can report.
func kinds(r rules.Rule) []string {
	var out []string
	for _, k := range r.Kinds {
		out = append(out, string(k))
	}
	return out
}

// ofBuilder reports whether the rule is one that only the builder reports: it
// has no example of a body.
func ofBuilder(r rules.Rule) bool { return len(r.Bad) == 0 && len(r.Kinds) == 0 }

// at names where a finding of a rule's example lies: the value that its pointer
// leads to, or the line of what is not a body.
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
