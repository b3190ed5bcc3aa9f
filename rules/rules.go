// Package rules says what is known about each rule: what goes wrong, how to fix
// it, where it is written, and bodies that have the fault and bodies that do
// not. The command's explanations, docs/rules.md, the reports and the tests are
// read from here. Severities and API codes come from package validate, which
// neither imports nor links this one.
package rules

import (
	"slices"
	"sync"

	"github.com/linqlint/linqlint/validate"
)

// Rule is one documented constraint.
type Rule struct {
	ID                string            // permanent, kebab-case; the area comes first
	Severity          validate.Severity // the default
	APICode           int               // the error code of the API's response, 0 if unknown
	APICodeDocumented bool              // a source ties APICode to this rule; else it is inferred
	Title             string            // one clause, lower-case start, no final stop
	Help              string            // Markdown: what goes wrong and how to fix it
	Sources           []validate.Source // where it is written; an error has at least one
	Kinds             []validate.Kind   // where it can report; nil: every kind
	Bad, Good         []Example

	// Where says what a rule is about that is not about one body, else "". Its
	// examples are then files of that kind, not bodies.
	Where string
	// Found is what the bad example yields, if Where is given: the validator
	// cannot be asked. A test compares it with what the command reports.
	Found []validate.Diagnostic
}

// DocURL returns the address of the rule's documentation.
func (r Rule) DocURL() string { return validate.RuleInfo{ID: r.ID}.DocURL() }

// APIDocURL returns the address of the API's page about APICode, "" if that is 0.
func (r Rule) APIDocURL() string { return validate.RuleInfo{APICode: r.APICode}.APIDocURL() }

// Example is a body with what it yields. In a Good example Pairs is empty.
type Example struct {
	Title   string
	Kind    validate.Kind // given through WithKind
	Body    string        // the JSON text
	Pairs   []Pair        // every (rule, pointer) that it yields, notes included, in source order
	Fixed   string        // the body after the fixes of this rule, unsafe ones included; "" if there is none
	NewChat bool          // checked with WithNewChat
}

// Pair is a rule at a place.
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

// All returns every rule in documentation order: those about one body, those of
// package builder, those about a run. The slice is the caller's; what its
// elements point to is shared and must not be changed.
func All() []Rule { return slices.Clone(rules()) }

// Lookup returns the rule of that identifier.
func Lookup(id string) (Rule, bool) {
	for _, r := range rules() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// Select returns the identifiers of the rules that a selector fits, in
// documentation order: an identifier, a family such as "decoration-*", or "*".
// None means that the selector is mistyped.
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
// whose diagnostics may be ignored: all but [Config].
func Configurable(selector string) []string {
	return slices.DeleteFunc(Select(selector), func(id string) bool { return id == Config })
}
