package validate

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// RuleInfo is what a rule is by default, whatever the options say. Package
// rules has its title, help, sources and examples.
type RuleInfo struct {
	ID                string   // permanent, kebab-case; the area comes first
	Severity          Severity // the default
	APICode           int      // the error code of the API's response, 0 if unknown
	APICodeDocumented bool     // a source ties APICode to this rule; else it is inferred
}

// DocURL returns the address of the rule's documentation, "" for the zero RuleInfo.
func (r RuleInfo) DocURL() string { return docURL(r.ID) }

// APIDocURL returns the address of the API's page about APICode, "" if that is 0.
func (r RuleInfo) APIDocURL() string { return api.ErrorDocURL(r.APICode) }

// LookupRule returns the rule with that id; ok is false if there is none. The rules of
// package builder and of the command are in package rules only.
func LookupRule(id string) (r RuleInfo, ok bool) {
	for i := range ruleTable {
		if row := &ruleTable[i]; row.id == id {
			return RuleInfo{row.id, row.severity, int(row.apiCode), row.codeStated}, true
		}
	}
	return RuleInfo{}, false
}

// Fits reports whether a selector fits the id of a rule: the id itself, a family such
// as "decoration-*", or "*" for every rule.
func Fits(selector, id string) bool {
	family, ok := strings.CutSuffix(selector, "*")
	return selector == id || ok && strings.HasPrefix(id, family)
}

// Select returns the ids of the rules about bodies that a selector fits, in the order
// of the documentation. It returns nil for a selector that fits none, which is
// mistyped.
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
	Page  string // the URL, or "linqlint": see Ours
	Quote string // the sentence, short
	Read  string // the date on which it was read, YYYY-MM-DD
}

// Ours reports whether no source states the fact: it is a decision of this project,
// and Quote is the reason for it.
func (s Source) Ours() bool { return s.Page == api.Ours }
