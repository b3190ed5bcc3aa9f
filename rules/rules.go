// Package rules lists every rule that the command may report: those of a body,
// which package validate has, and those of what lies around bodies.
package rules

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/validate"
)

// Rule is a rule with what one of a body has no need of.
type Rule struct {
	validate.Rule
	// Where says what a rule is about that is not about one body, else "". What
	// its examples hold is then a file of that kind, and no body.
	Where string
	// Found is what the bad example yields, if Where is given: the validator
	// cannot be asked. A test holds it to what the command says.
	Found []validate.Diagnostic
}

// All returns every rule in documentation order: those of bodies, then the
// others. The slice is the caller's.
func All() []Rule {
	bodies := validate.Rules()
	all := make([]Rule, len(bodies), len(bodies)+len(around))
	for i := range bodies {
		all[i].Rule = bodies[i]
	}
	return append(all, around...)
}

// ByID returns the rule of that id.
func ByID(id string) (Rule, bool) {
	for i := range around {
		if around[i].ID == id {
			return around[i], true
		}
	}
	r, ok := validate.RuleByID(id)
	return Rule{Rule: r}, ok
}

// Fits reports whether a selector names a rule: by its id, by its family
// ("decoration-*"), or as "*".
func Fits(selector, id string) bool {
	family, all := strings.CutSuffix(selector, "*")
	return selector == id || all && strings.HasPrefix(id, family)
}

// Select returns the ids of the rules that a selector fits, in documentation
// order. None means that the selector is mistyped.
func Select(selector string) []string {
	ids := validate.Select(selector)
	for i := range around {
		if Fits(selector, around[i].ID) {
			ids = append(ids, around[i].ID)
		}
	}
	return ids
}

// Movable is Select for rules whose severity a user may move, and whose
// findings may be ignored: a wrong config is always one.
func Movable(selector string) []string {
	return slices.DeleteFunc(Select(selector), func(id string) bool { return id == Config })
}
