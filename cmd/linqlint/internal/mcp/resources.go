package mcp

import (
	"context"
	"fmt"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

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

// addResources adds the list of rules and the page of each.
func addResources(s *mcp.Server) {
	s.AddResource(&mcp.Resource{
		URI: rulesURI, Name: "rules", Title: "The rules", MIMEType: "text/plain",
		Description: "every rule with its severity and title",
	}, readRules)
	s.AddResourceTemplate(&mcp.ResourceTemplate{
		URITemplate: rulesURI + "/{id}", Name: "rule", Title: "A rule", MIMEType: "text/plain",
		Description: "the page of a rule: what goes wrong, how to fix it, examples and sources",
	}, readRules)
}

func readRules(_ context.Context, r *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
	text := ruleList()
	if id, found := strings.CutPrefix(r.Params.URI, rulesURI+"/"); found {
		rule, known := rules.Lookup(id)
		if !known {
			return nil, mcp.ResourceNotFoundError(r.Params.URI)
		}
		text = ruledoc.Text(rule, pageWidth)
	}
	return &mcp.ReadResourceResult{Contents: []*mcp.ResourceContents{{URI: r.Params.URI, MIMEType: "text/plain", Text: text}}}, nil
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
