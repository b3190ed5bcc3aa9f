package mcp

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/ruledoc"
	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/rules"
)

const (
	// rulesURI is the list of rules; the page of a rule is below it.
	rulesURI = "linqlint://rules"
	// pageWidth is the width of a rule's page, in columns.
	pageWidth = 100
)

// ruleListResource returns the resource of the list of rules.
func ruleListResource() object {
	return object{
		"uri": rulesURI, "name": "rules", "title": "The rules", "mimeType": "text/plain",
		"description": "every rule with its severity and title",
	}
}

// ruleTemplate returns the template of the page of a rule.
func ruleTemplate() object {
	return object{
		"uriTemplate": rulesURI + "/{id}", "name": "rule", "title": "A rule", "mimeType": "text/plain",
		"description": "the page of a rule: what goes wrong, how to fix it, examples and sources",
	}
}

func readResource(params json.RawMessage) (any, *fault) {
	var p struct {
		URI string `json:"uri"`
	}
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, &fault{codeInvalidParams, "resources/read requires an object with uri"}
	}
	text := ruleList()
	if p.URI != rulesURI {
		id, _ := strings.CutPrefix(p.URI, rulesURI+"/")
		rule, known := rules.Lookup(id)
		if !known {
			return nil, &fault{codeResourceNotFound, fmt.Sprintf("unknown resource %q", p.URI)}
		}
		text = ruledoc.Text(rule, pageWidth)
	}
	return object{"contents": []object{{"uri": p.URI, "mimeType": "text/plain", "text": text}}}, nil
}

// ruleList is every rule, one per line.
func ruleList() string {
	var b strings.Builder
	for _, r := range rules.All() {
		fmt.Fprintf(&b, "%s (%s): %s\n", r.ID, r.Severity, r.Title)
	}
	return b.String()
}

// rulePages returns the pages of the rules that match a selector.
func rulePages(selector string) (string, error) {
	ids := rules.Select(selector)
	if len(ids) == 0 {
		all := rules.Select("*")
		return "", fmt.Errorf("unknown rule %q%s; the rules are %s", selector, spelling.DidYouMean(selector, all), strings.Join(all, ", "))
	}
	var pages []string
	for _, id := range ids {
		rule, _ := rules.Lookup(id)
		pages = append(pages, ruledoc.Text(rule, pageWidth))
	}
	return strings.Join(pages, "\n"), nil
}
