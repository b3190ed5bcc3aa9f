package validate

import (
	"fmt"
	"go/format"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRulesTable holds rules_table.go to the rules, or writes it with -update.
func TestRulesTable(t *testing.T) {
	var b strings.Builder
	b.WriteString("// Code generated from the rules: go test ./validate -update. DO NOT EDIT.\n\npackage validate\n\n")
	b.WriteString("// rulesTable has a row for each of [Rules], in their order.\nvar rulesTable = [...]ruleRow{\n")
	for _, r := range documented() {
		severity := strings.ToUpper(r.Severity.String()[:1]) + r.Severity.String()[1:]
		fmt.Fprintf(&b, "\t{%q, %s, %d, %t},\n", r.ID, severity, r.APICode, r.CodeStated)
	}
	b.WriteString("}\n")
	want, err := format.Source([]byte(b.String()))
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile("rules_table.go", want, 0o644))
		return
	}
	got, err := os.ReadFile("rules_table.go")
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "rules_table.go is stale: make generate")
}
