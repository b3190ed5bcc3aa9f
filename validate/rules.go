package validate

import "strings"

// RuleInfo is what a rule is by default, whatever the options say. Package
// rules has its title, help, sources and examples.
type RuleInfo struct {
	ID         string   // permanent, kebab-case; the area comes first
	Severity   Severity // the default
	APICode    int      // the error code of the API's response, 0 if unknown
	APICodeDocumented bool     // a source ties APICode to this rule; else it is inferred
}

// LookupRule returns the rule about bodies of that identifier.
func LookupRule(id string) (RuleInfo, bool) {
	for i := range ruleTable {
		if row := &ruleTable[i]; row.id == id {
			return RuleInfo{row.id, row.severity, int(row.apiCode), row.codeStated}, true
		}
	}
	return RuleInfo{}, false
}

// Fits reports whether a selector names a rule: by its identifier, by its
// family ("decoration-*"), or as "*".
func Fits(selector, id string) bool {
	family, ok := strings.CutSuffix(selector, "*")
	return selector == id || ok && strings.HasPrefix(id, family)
}

// Select returns the identifiers of the rules about bodies that a selector
// fits, in documentation order: an identifier, a family such as "decoration-*",
// or "*". None means that the selector is mistyped.
func Select(selector string) []string {
	var ids []string
	for i := range ruleTable {
		if id := ruleTable[i].id; Fits(selector, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// Source is where a fact about the API is written down.
type Source struct {
	Page  string // URL of the page, or Ours
	Quote string // the sentence, short; for Ours the reason
	Read  string // the date on which it was read, YYYY-MM-DD
}

// Ours is the Page of what no page states: a rule of this project.
const Ours = "linqlint"
