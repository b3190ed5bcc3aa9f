package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// choice is a flag whose value is one of several names.
type choice struct {
	value   string
	allowed []string
	word    string // the name of the value in the help
}

// Set implements pflag.Value.
func (c *choice) Set(text string) error {
	for _, name := range c.allowed {
		if name == text {
			c.value = text
			return nil
		}
	}
	return fmt.Errorf("must be %s%s", orList(c.allowed), spelling.DidYouMean(text, c.allowed))
}

// String implements pflag.Value.
func (c *choice) String() string { return c.value }

// Type implements pflag.Value: the help shows it as the name of the value.
func (c *choice) Type() string { return c.word }

// choiceFlag adds a flag whose value is one of several names, and completes it.
func choiceFlag(cmd *cobra.Command, c *choice, name, usage string) {
	cmd.Flags().Var(c, name, usage)
	completeNames(cmd, name, c.allowed)
}

// completeNames completes the values of a flag.
func completeNames(cmd *cobra.Command, flag string, names []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}

// kindFlag adds the --kind of a command with one body.
func kindFlag(cmd *cobra.Command, kind *choice) {
	*kind = anyKind()
	choiceFlag(cmd, kind, "kind", "the kind of the body, instead of detecting it")
}

func anyKind() choice { return choice{allowed: kindNames(), word: "KIND"} }

func kindNames() []string {
	var names []string
	for _, k := range validate.Kinds() {
		names = append(names, string(k))
	}
	return names
}

// textOrJSON adds the --format of a command that writes text or JSON.
func textOrJSON(cmd *cobra.Command, format *choice) {
	*format = choice{value: "text", allowed: []string{"text", "json"}, word: "FORMAT"}
	choiceFlag(cmd, format, "format", "text or json")
}

// colorUsage is the help of --color, whose value is [whenColored].
const colorUsage = "use colors: auto, always or never; auto respects NO_COLOR and FORCE_COLOR"

func whenColored() choice {
	return choice{value: "auto", allowed: []string{"auto", "always", "never"}, word: "WHEN"}
}

// choices is a repeatable [choice].
type choices struct {
	values, allowed []string
}

// Set implements pflag.Value.
func (c *choices) Set(text string) error {
	one := choice{allowed: c.allowed}
	if err := one.Set(text); err != nil {
		return err
	}
	c.values = append(c.values, text)
	return nil
}

// String implements pflag.Value.
func (c *choices) String() string { return strings.Join(c.values, ",") }

// Type implements pflag.Value.
func (c *choices) Type() string { return "WHAT" }

// orList writes "a, b or c".
func orList(names []string) string { return wire.List(names, "or") }

// override sets the severity of the rules that match a selector.
type override struct {
	selector string
	severity validate.Severity
}

// overrideFlag appends to a list that four flags share, which keeps their order
// on the command line.
type overrideFlag struct {
	list     *[]override
	severity validate.Severity
}

// Set implements pflag.Value.
func (o overrideFlag) Set(selector string) error {
	if _, err := selected(selector, rules.Configurable); err != nil {
		return err
	}
	*o.list = append(*o.list, override{selector, o.severity})
	return nil
}

// String implements pflag.Value.
func (o overrideFlag) String() string { return "" }

// Type implements pflag.Value.
func (o overrideFlag) Type() string { return "SELECTOR" }

// maxSize is the largest value of --max-size, in bytes: a body is held in memory.
const maxSize = 1 << 30

// size is a number of bytes: "65536", "64k", "16MiB".
type size int64

// Set implements pflag.Value.
func (s *size) Set(text string) error {
	digits := strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ")
	unit := strings.ToLower(strings.TrimSpace(text[len(digits):]))
	shift, known := map[string]int{"": 0, "b": 0, "k": 10, "kib": 10, "m": 20, "mib": 20, "g": 30, "gib": 30}[unit]
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || !known || n < 1 || n > maxSize>>shift {
		return fmt.Errorf("must be a size from 1 byte to 1 GiB, such as 65536, 64k or 16MiB")
	}
	*s = size(n << shift)
	return nil
}

// String implements pflag.Value.
func (s *size) String() string { return strings.ReplaceAll(source.FormatSize(int64(*s)), " ", "") }

// Type implements pflag.Value.
func (s *size) Type() string { return "SIZE" }

// number is an integer with a least value.
type number[T int | int64] struct {
	value T
	least int64
	must  string // the error of another value
}

// Set implements pflag.Value.
func (n *number[T]) Set(text string) error {
	v, err := strconv.ParseInt(text, 10, 64)
	if err != nil || v < n.least || int64(T(v)) != v {
		return errors.New(n.must)
	}
	n.value = T(v)
	return nil
}

// String implements pflag.Value.
func (n *number[T]) String() string { return strconv.FormatInt(int64(n.value), 10) }

// Type implements pflag.Value.
func (n *number[T]) Type() string { return "N" }
