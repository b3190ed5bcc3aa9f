package validate

import "slices"

// registry holds every rule in documentation order. The checks name rules by
// id; a test holds the ids that they name and the registry together.
var registry = slices.Concat(rulesBody, rulesRecipients, rulesParts, rulesText, rulesMedia, rulesApp, rulesOptions, rulesKinds, rulesBuilder)

// ruleIndex is where a rule stands in the registry, by id.
var ruleIndex = func() map[string]int {
	index := make(map[string]int, len(registry))
	for i := range registry {
		index[registry[i].ID] = i
	}
	return index
}()

// Rules returns every rule in documentation order. The slice is the caller's;
// what its elements point to is shared and must not be changed.
func Rules() []Rule { return slices.Clone(registry) }

// RuleByID returns the rule of that id.
func RuleByID(id string) (Rule, bool) {
	i, ok := ruleIndex[id]
	if !ok {
		return Rule{}, false
	}
	return registry[i], true
}
