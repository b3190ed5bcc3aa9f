package rules_test

import (
	"fmt"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

func ExampleLookup() {
	r, ok := rules.Lookup("to-empty")
	fmt.Println(r.Title, ok)
	fmt.Println(r.Severity, r.APICode)
	for _, e := range r.Bad {
		fmt.Println(e.Kind, e.Pairs[0].Pointer)
	}
	// Output:
	// to has at least one recipient true
	// error 1001
	// messages.create /to
	// chats.create /to
}

// The help of what a report has.
func ExampleRule() {
	report := validate.JSON([]byte(`{"message":{"parts":[]}}`))
	for _, d := range report.Diagnostics {
		r, _ := rules.Lookup(d.Rule)
		fmt.Println(r.Title)
		fmt.Println(r.DocURL())
	}
	// Output:
	// a message has at least one part
	// https://github.com/linqlint/linqlint/blob/main/docs/rules.md#parts-empty
}

// Every bad example of a rule yields what it says.
func ExampleExample() {
	r, _ := rules.Lookup("text-empty")
	for _, e := range r.Bad {
		report := validate.JSON([]byte(e.Body), validate.WithKind(e.Kind), validate.WithNotes())
		fmt.Println(report.Diagnostics[0].Rule == e.Pairs[0].Rule)
	}
	// Output:
	// true
	// true
}

func ExampleAll() {
	documented := 0
	for _, r := range rules.All() {
		if r.APICodeDocumented {
			documented++
		}
	}
	fmt.Println(documented > 0, rules.All()[0].ID)
	// Output: true json-syntax
}

func ExampleSelect() {
	fmt.Println(rules.Select("campaign-*"))
	fmt.Println(len(rules.Select("campain-*")))
	// Output:
	// [campaign-idempotency-key campaign-recipient]
	// 0
}

func ExampleConfigurable() {
	fmt.Println(rules.Select("config"), rules.Configurable("config"))
	// Output: [config] []
}
