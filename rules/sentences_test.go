package rules_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

var placeholder = regexp.MustCompile(`\{[a-zA-Z]+(:[a-zA-Z0-9 -]+)?\}`)

// TestSentences: a message has every value that its sentence names, its reason
// begins with its rule, and one reason has the same arguments everywhere.
func TestSentences(t *testing.T) {
	names := map[string]string{}
	for _, r := range rules.All() {
		if r.Where != "" {
			continue
		}
		for _, e := range r.Bad {
			report := validate.JSON([]byte(e.Body), validate.WithKind(e.Kind), validate.WithNotes())
			for _, d := range report.Diagnostics {
				require.NotRegexp(t, placeholder, d.Message, d.Rule)
				base, _, _ := strings.Cut(d.Reason, "/")
				require.Equal(t, d.Rule, base)
				list := ""
				for _, a := range d.Args {
					list += " " + a.Name
				}
				if before, ok := names[d.Reason]; ok {
					require.Equal(t, before, list, d.Reason)
				}
				names[d.Reason] = list
			}
		}
	}
	require.Greater(t, len(names), 100)
}
