package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/linqlint/linqlint/internal/suggest"
	"github.com/linqlint/linqlint/validate"
)

// flagError turns pflag's errors into ours.
func flagError(cmd *cobra.Command, err error) error {
	message := err.Error()
	name, unknown := strings.CutPrefix(message, "unknown flag: ")
	if !unknown {
		return usagef("%s", message)
	}
	out := usagef("there is no flag %s", name)
	if near := suggest.Nearest(strings.TrimPrefix(name, "--"), flagNames(cmd)); near != "" {
		out.hint = "did you mean --" + near + "?"
	}
	return out
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

func ruleIDs() []string {
	rules := validate.Rules()
	ids := make([]string, len(rules))
	for i := range rules {
		ids[i] = rules[i].ID
	}
	return ids
}

// families returns the selectors of whole families: "decoration-*".
func families() []string {
	var out []string
	seen := map[string]bool{}
	for _, id := range ruleIDs() {
		family, _, _ := strings.Cut(id, "-")
		if !seen[family] {
			seen[family] = true
			out = append(out, family+"-*")
		}
	}
	return out
}

// selected returns the ids that a selector fits, or an error that says which
// one may have been meant.
func selected(selector string) ([]string, error) {
	if ids := validate.Select(selector); len(ids) > 0 {
		return ids, nil
	}
	return nil, fmt.Errorf("no rule fits %q%s", selector, suggest.DidYouMean(selector, append(ruleIDs(), families()...)))
}
