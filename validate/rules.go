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

// LookupRule returns the rule about bodies with that id; ok is false if there is
// none.
func LookupRule(id string) (r RuleInfo, ok bool) {
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
	Page  string // the URL, or "linqlint": see Ours
	Quote string // the sentence, short
	Read  string // the date on which it was read, YYYY-MM-DD
}

// Ours reports whether no page states the fact: it is a rule of this project, and
// Quote is its reason.
func (s Source) Ours() bool { return s.Page == api.Ours }
