package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/rules"
)

// flagError turns an error of pflag into a usage error.
func flagError(cmd *cobra.Command, err error) error {
	message := err.Error()
	name, unknown := strings.CutPrefix(message, "unknown flag: ")
	if !unknown {
		return usagef("%s", message)
	}
	out := usagef("unknown flag %s", name)
	if near := spelling.Typed(strings.TrimPrefix(name, "--"), flagNames(cmd)); near != "" {
		out.hint = "did you mean --" + near + "?"
	}
	return out
}

// noEmptyFlag reports a flag with the value "", probably an unset variable of a
// script.
func noEmptyFlag(cmd *cobra.Command, _ []string) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		var values []string
		if list, ok := f.Value.(pflag.SliceValue); ok {
			values = list.GetSlice()
		} else if f.Value.Type() == "string" {
			values = []string{f.Value.String()}
		}
		if err == nil && slices.Contains(values, "") {
			err = usagef(`invalid argument "" for "--%s" flag: must not be empty`, f.Name)
		}
	})
	return err
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// selectors returns the ids that choose returns and their families, such as
// "decoration-*". choose is [rules.Select] or [rules.Configurable].
func selectors(choose func(selector string) []string) []string {
	ids := choose("*")
	out := slices.Clone(ids)
	for _, id := range ids {
		if family, _, ok := strings.Cut(id, "-"); ok && !slices.Contains(out, family+"-*") {
			out = append(out, family+"-*")
		}
	}
	return out
}

// selected returns the ids that match a selector, or an error with a suggestion.
func selected(selector string, choose func(selector string) []string) ([]string, error) {
	if ids := choose(selector); len(ids) > 0 {
		return ids, nil
	}
	if len(rules.Select(selector)) > 0 {
		return nil, fmt.Errorf("the severity of %s cannot be changed", selector)
	}
	return nil, fmt.Errorf("no rule matches %q%s", selector, spelling.DidYouMean(selector, selectors(choose)))
}
