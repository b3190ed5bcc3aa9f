package validate

import (
	"slices"
	"sync"
)

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

// documented is the registry as the documentation shows it, with the long
// examples made: some take a MiB, which a program that only checks bodies
// should not pay for when it starts.
var documented = sync.OnceValue(func() []Rule {
	rules := slices.Clone(registry)
	for i := range rules {
		rules[i].Bad, rules[i].Good = made(rules[i].Bad), made(rules[i].Good)
	}
	return rules
})

func made(examples []Example) []Example {
	examples = slices.Clone(examples)
	for i := range examples {
		if e := &examples[i]; e.long != nil {
			e.Body, e.Fixed = e.long()
			e.long = nil
		}
	}
	return examples
}

// Rules returns every rule in documentation order. The slice is the caller's;
// what its elements point to is shared and must not be changed.
func Rules() []Rule { return slices.Clone(documented()) }

// RuleByID returns the rule of that id.
func RuleByID(id string) (Rule, bool) {
	i, ok := ruleIndex[id]
	if !ok {
		return Rule{}, false
	}
	return documented()[i], true
}
