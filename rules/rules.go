// Package rules documents the rules: what goes wrong, how to fix it, the sources, and
// examples of bodies with and without the problem. The explanations of the command,
// docs/rules.md and the tests are made from it.
//
// [Lookup] finds the rule of a diagnostic. Id, severity and API code are those of
// [validate.LookupRule]; package validate neither imports nor links this package, which
// adds a megabyte to a program. All functions are safe for concurrent use.
package rules

import (
	"slices"
	"sync"

	"github.com/linqlint/linqlint/validate"
)

// Rule is the documentation of one rule. The zero Rule is none.
type Rule struct {
	ID                string            // permanent, kebab-case; the area comes first
	Severity          validate.Severity // the default
	APICode           int               // the error code of the API's response, 0 if unknown
	APICodeDocumented bool              // a source ties APICode to this rule; else it is inferred
	Title             string            // what holds for a valid body: a clause without a period
	Help              string            // Markdown: what goes wrong and how to fix it
	Sources           []validate.Source // where it is written; an error has at least one
	Kinds             []validate.Kind   // the kinds that it applies to; nil: every kind
	Bad, Good         []Example

	// Where is what the rule is about if that is not one body, such as the files of a
	// run; else it is "". The Body of an example is then such a file.
	Where string
	// Found is what the command reports for the bad example if Where is not "".
	Found []validate.Diagnostic
}

// DocURL returns the address of the rule's documentation.
func (r Rule) DocURL() string { return validate.RuleInfo{ID: r.ID}.DocURL() }

// APIDocURL returns the address of the API's page about APICode, "" if that is 0.
func (r Rule) APIDocURL() string { return validate.RuleInfo{APICode: r.APICode}.APIDocURL() }

// Example is a body and what is reported for it. A good example has no Pairs.
type Example struct {
	Title   string
	Kind    validate.Kind // for [validate.WithKind]
	Body    string        // JSON
	Pairs   []Pair        // all diagnostics, with those of [validate.WithNotes], in source order
	Fixed   string        // the body after all fixes of the rule, "" if it has none
	NewChat bool          // whether [validate.WithNewChat] is given
}

// Pair is the rule and the JSON Pointer of a diagnostic.
type Pair struct {
	Rule    string
	Pointer string
}

// rules makes every rule, once.
var rules = sync.OnceValue(func() []Rule {
	all := slices.Concat(rulesBody(), rulesRecipients(), rulesParts(), rulesText(), rulesMedia(), rulesApp(), rulesStickers(), rulesOptions(), rulesKinds(), rulesTableKinds())
	observed := observations()
	for i := range all {
		row, ok := validate.LookupRule(all[i].ID)
		if !ok {
			panic("rules: package validate has no rule " + all[i].ID)
		}
		all[i].Severity, all[i].APICode, all[i].APICodeDocumented = row.Severity, row.APICode, row.APICodeDocumented
		for _, o := range observed[all[i].ID] {
			all[i].Sources = append(all[i].Sources, o.source())
		}
		delete(observed, all[i].ID)
	}
	for id := range observed {
		panic("rules: observed.json names no rule: " + id)
	}
	others, defaults := slices.Concat(rulesBuilder(), runRules()), validate.New(validate.WithNotes())
	for i := range others {
		if others[i].ID == Config {
			continue
		}
		if others[i].Severity = defaults.Severity(others[i].ID); others[i].Severity == validate.SeverityOff {
			panic("rules: package validate has no severity of " + others[i].ID)
		}
	}
	return append(all, others...)
})

// All returns every rule in the order of the documentation: the rules about one body,
// those of package builder, and those about a run of the command. The slice is the
// caller's, but what its elements refer to is shared and must not be modified.
func All() []Rule { return slices.Clone(rules()) }

// Lookup returns the rule with that id; ok is false if there is none.
func Lookup(id string) (r Rule, ok bool) {
	for _, r := range rules() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// Select returns the ids of the rules that a selector fits, in the order of the
// documentation: an id, a family such as "decoration-*", or "*". It returns nil for a
// selector that fits none, which is mistyped.
func Select(selector string) []string {
	var ids []string
	for _, r := range rules() {
		if validate.Fits(selector, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// Configurable is [Select] for the rules whose severity a user may change and
// whose diagnostics may be ignored: all but [Config] and what package builder
// cannot encode.
func Configurable(selector string) []string {
	return slices.DeleteFunc(Select(selector), func(id string) bool {
		return id == Config || id == "builder-substring" || id == "builder-utf8"
	})
}
