package cli

import (
	"fmt"
	"strconv"
	"strings"

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

// count is a positive number, or 0 for no limit.
type count int

// Set implements pflag.Value.
func (c *count) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return fmt.Errorf("must be a number; 0 means no limit")
	}
	*c = count(n)
	return nil
}

// String implements pflag.Value.
func (c *count) String() string { return strconv.Itoa(int(*c)) }

// Type implements pflag.Value.
func (c *count) Type() string { return "N" }

// oneIn is N of "one in N", from 1; 0 if it is not given.
type oneIn int

// Set implements pflag.Value.
func (n *oneIn) Set(text string) error {
	v, err := strconv.Atoi(text)
	if err != nil || v < 1 {
		return fmt.Errorf("must be a number from 1")
	}
	*n = oneIn(v)
	return nil
}

// String implements pflag.Value.
func (n *oneIn) String() string { return strconv.Itoa(int(*n)) }

// Type implements pflag.Value.
func (n *oneIn) Type() string { return "N" }

// byteOffset is an offset in a file, in bytes.
type byteOffset int64

// Set implements pflag.Value.
func (o *byteOffset) Set(text string) error {
	v, err := strconv.ParseInt(text, 10, 64)
	if err != nil || v < 0 {
		return fmt.Errorf("must be a number of bytes from 0")
	}
	*o = byteOffset(v)
	return nil
}

// String implements pflag.Value.
func (o *byteOffset) String() string { return strconv.FormatInt(int64(*o), 10) }

// Type implements pflag.Value.
func (o *byteOffset) Type() string { return "N" }
