package validate

import (
	"slices"
	"sync"
)

// all holds every rule once one is asked for. It is filled by documented and
// not by an initializer, which a program could not be linked without.
var all struct {
	once  sync.Once
	rules []Rule
}

// documented makes every rule, in documentation order. A program that only
// checks never calls it and needs no more of the rules than rulesTable has: the
// linker leaves their texts out, and its start makes none of the examples.
func documented() []Rule {
	all.once.Do(func() {
		all.rules = slices.Concat(rulesBody(), rulesRecipients(), rulesParts(), rulesText(), rulesMedia(), rulesApp(), rulesOptions(), rulesKinds(), rulesBuilder())
	})
	return all.rules
}

// Rules returns every rule in documentation order. The slice is the caller's;
// what its elements point to is shared and must not be changed.
func Rules() []Rule { return slices.Clone(documented()) }

// RuleByID returns the rule of that id.
func RuleByID(id string) (Rule, bool) {
	i, ok := ruleIndex()[id]
	if !ok {
		return Rule{}, false
	}
	return documented()[i], true
}

// APICode returns what the server answers to a body that breaks the rule of
// that id, 0 if unknown, and whether the documentation ties the code to it. It
// is [Rule.APICode] and [Rule.CodeStated] for a program that needs no more of
// the rule.
func APICode(id string) (code int, stated bool) {
	i, ok := ruleIndex()[id]
	if !ok {
		return 0, false
	}
	return int(rulesTable[i].apiCode), rulesTable[i].codeStated
}

// ruleRow is what a check needs of a rule.
type ruleRow struct {
	id         string
	severity   Severity
	apiCode    int16
	codeStated bool
}

// ruleIndex is where a rule stands in rulesTable and among [Rules], by id. The
// checks name rules by id; a test holds the ids that they name and the rules
// together.
var ruleIndex = sync.OnceValue(func() map[string]int {
	index := make(map[string]int, len(rulesTable))
	for i := range rulesTable {
		index[rulesTable[i].id] = i
	}
	return index
})
