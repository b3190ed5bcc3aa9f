package main

import (
	"go/format"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// TestScaffoldEveryFamily: wherever a family has its rules, the skeleton goes
// behind them and the file stays Go that gofmt would leave alone.
func TestScaffoldEveryFamily(t *testing.T) {
	families := map[string]bool{}
	for _, r := range validate.Rules() {
		family, _, _ := strings.Cut(r.ID, "-")
		families[family] = true
	}
	for family := range families {
		t.Run(family, func(t *testing.T) {
			id := family + "-scaffolded"
			var written string
			name, err := scaffold(os.DirFS("../../validate"), id, "warning", func(_ string, data []byte) error {
				written = string(data)
				return nil
			})
			require.NoError(t, err)
			require.True(t, strings.HasPrefix(name, "rules_"))
			require.Equal(t, 1, strings.Count(written, `"`+id+`"`))
			formatted, err := format.Source([]byte(written))
			require.NoError(t, err)
			require.True(t, string(formatted) == written, "gofmt would change it")
		})
	}
}

func TestScaffoldRefuses(t *testing.T) {
	for name, row := range map[string]struct{ id, severity, says string }{
		"no family":        {"example", "error", "kebab-case"},
		"capitals":         {"Parts-example", "error", "kebab-case"},
		"a rule that is":   {"parts-empty", "error", "exists"},
		"no such severity": {"parts-example", "fatal", "severity"},
		"a new family":     {"hologram-size", "error", "family"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := scaffold(os.DirFS("../../validate"), row.id, row.severity, func(string, []byte) error {
				t.Error("wrote a file")
				return nil
			})
			require.ErrorContains(t, err, row.says)
		})
	}
}
