// Package ruledoc writes the rules of package rules as documentation:
// [Markdown] is docs/rules.md, [Text] is what `linqlint explain` prints. Both
// read nothing but the rule values, and what the validator says of their
// examples, so that no sentence about a rule is written a second time.
package ruledoc
