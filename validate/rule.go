package validate

// Rule is one documented constraint, with everything that is known of it. The
// command's explanations, docs/rules.md, the reports and the tests are all
// read from these values.
type Rule struct {
	ID         string   // permanent, kebab-case; the area comes first
	Severity   Severity // the default
	Title      string   // one clause, lower-case start, no final stop
	Help       string   // Markdown: what goes wrong and how to cure it
	Sources    []Source // where it is written; an error has at least one
	APICode    int      // what the server answers, 0 if unknown
	CodeStated bool     // a source ties APICode to this rule; else it is inferred
	Kinds      []Kind   // where it can report; nil: every kind
	Bad, Good  []Example
}

// Source is where a rule is written down.
type Source struct {
	Page  string // URL of the page, or Ours
	Quote string // the sentence, short; for Ours the reason
	Read  string // the date on which it was read, YYYY-MM-DD
}

// Ours marks a rule that no page states and that we hold all the same.
const Ours = "linqlint"

// Example is a body with what it yields. In a Good example Pairs is empty.
type Example struct {
	Title   string
	Kind    Kind   // given through WithKind
	Body    string // the JSON text
	Pairs   []Pair // every (rule, pointer) that it yields, notes included, in source order
	Fixed   string // the body after the fixes of this rule, unsafe ones included; "" if there is none
	NewChat bool   // checked with AssumeNewChat
}

// Pair is a rule at a place.
type Pair struct {
	Rule    string
	Pointer string
}
