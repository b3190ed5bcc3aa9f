// Package ruledoc writes the rules of package rules as documentation: [Markdown] is
// docs/rules.md, [Text] is what `linqlint explain` prints. Both use only the rules
// and what the validator reports for their examples, so nothing about a rule is
// written twice.
package ruledoc
