package validate

// ruleExample is an example of package rules, which the tests in here cannot
// import.
type ruleExample struct {
	Rule, Title string
	Kind        Kind
	Body        string
	Bad         bool
}

// RuleExamples has every example of every rule about bodies; TestMain of the
// external tests sets it.
var RuleExamples []ruleExample

// AddRuleExample is for TestMain.
func AddRuleExample(rule, title string, kind Kind, body string, bad bool) {
	RuleExamples = append(RuleExamples, ruleExample{rule, title, kind, body, bad})
}
