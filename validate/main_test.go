package validate_test

import (
	"os"
	"testing"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// TestMain hands the rules' examples to the tests of package validate.
func TestMain(m *testing.M) {
	for _, r := range rules.All() {
		if r.Where != "" {
			continue
		}
		for _, e := range r.Bad {
			validate.AddRuleExample(r.ID, e.Title, e.Kind, e.Body, true)
		}
		for _, e := range r.Good {
			validate.AddRuleExample(r.ID, e.Title, e.Kind, e.Body, false)
		}
	}
	os.Exit(m.Run())
}
