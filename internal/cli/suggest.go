package cli

import (
	"fmt"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/linqlint/linqlint/validate"
)

// nearest returns the one of names that was most likely meant by word, or "".
// A third of a word may be wrong, or two letters that changed places.
func nearest(word string, names []string) string {
	best, least := "", max(len(word)/3, min(len(word)/2, 2))+1
	folded := strings.ToLower(word)
	for _, name := range names {
		if d := levenshtein.Distance(folded, strings.ToLower(name), nil); d < least {
			best, least = name, d
		}
	}
	return best
}

// didYouMean returns the end of a sentence that suggests a name, or "".
func didYouMean(word string, names []string) string {
	if near := nearest(word, names); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// flagError turns pflag's errors into ours.
func flagError(cmd *cobra.Command, err error) error {
	message := err.Error()
	name, unknown := strings.CutPrefix(message, "unknown flag: ")
	if !unknown {
		return usagef("%s", message)
	}
	out := usagef("there is no flag %s", name)
	if near := nearest(strings.TrimPrefix(name, "--"), flagNames(cmd)); near != "" {
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
	return nil, fmt.Errorf("no rule fits %q%s", selector, didYouMean(selector, append(ruleIDs(), families()...)))
}
