package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) forecastCommand() *cobra.Command {
	kind := choice{allowed: kindNames(), word: "KIND"}
	format := choice{value: "text", allowed: []string{"text", "json"}, word: "FORMAT"}
	cmd := &cobra.Command{
		Use:   "forecast [flags] FILE",
		Short: "Tell what a recipient gets over iMessage, RCS and SMS",
		Long: "forecast tells what a recipient gets of the body in FILE (- is standard input) over\n" +
			"iMessage, RCS and SMS: what arrives, what changes, what is dropped and what fails,\n" +
			"each with the page that says so; and for SMS the encoding, the number of segments\n" +
			"and the code points that force UCS-2, in which a segment holds 70 UTF-16 code units\n" +
			"and not 160 septets. What no page says is unstated.",
		Example:           "  linqlint forecast order.json\n  linqlint forecast --format json - < order.json",
		Args:              oneFile("forecast"),
		ValidArgsFunction: completePaths,
		RunE: func(_ *cobra.Command, args []string) error {
			r, _, err := a.readRequest(args[0], validate.Kind(kind.value))
			if r == nil {
				return err
			}
			f := forecast.Of(r)
			if format.value == "json" {
				var out bytes.Buffer
				if err := json.Indent(&out, f.AppendJSON(nil), "", "  "); err != nil {
					return err
				}
				out.WriteByte('\n')
				_, err := a.env.Stdout.Write(wire.Tame(out.Bytes()))
				return err
			}
			_, err = io.WriteString(a.env.Stdout, forecastText(f))
			return err
		},
	}
	cmd.Flags().Var(&kind, "kind", "what the body is, instead of detecting it")
	cmd.Flags().Var(&format, "format", "text or json")
	completeChoices(cmd, map[string][]string{"kind": kind.allowed, "format": format.allowed})
	return cmd
}

// oneFile demands exactly one argument.
func oneFile(name string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usagef("%s needs one file, or - for standard input", name)
		}
		return nil
	}
}

func completeChoices(cmd *cobra.Command, choices map[string][]string) {
	for name, values := range choices {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
}

// readRequest reads the one body of a command that works on right and wrong
// ones. Of a body that cannot be read it prints the problem and returns nil;
// of one with errors it says on standard error that there are some.
func (a *app) readRequest(path string, kind validate.Kind) (builder.Request, []byte, error) {
	body, err := a.readBody(path)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %s", report.Visible(path), source.ErrorText(err))
	}
	r, err := builder.Parse(body, validate.WithKind(kind))
	if err != nil {
		a.problems(path, "", err)
		return nil, nil, nil
	}
	if n := validate.JSON(body, validate.WithKind(r.Kind())).Count(validate.Error); n > 0 {
		a.say("%s: the body has %s, which linqlint check shows", path, report.Plural(n, "error"))
	}
	return r, body, nil
}

// forecastText is a forecast for people: a service a paragraph.
func forecastText(f forecast.Forecast) string {
	var b strings.Builder
	if f.Deliveries == nil {
		return fmt.Sprintf("%s reaches no recipient.\n", f.Kind)
	}
	for i, d := range f.Deliveries {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s: %s\n", d.Service, d.Reason)
		if d.Use == forecast.Never {
			continue
		}
		for _, item := range d.Items {
			code := ""
			if item.APICode != 0 {
				code = fmt.Sprintf(" (%d)", item.APICode)
			}
			fmt.Fprintf(&b, "  %-9s %s%s: %s\n", item.Fate, report.Visible(item.What), code, report.Visible(item.Message))
			if item.Fate != forecast.Arrives && item.Source.Page != validate.Ours {
				fmt.Fprintf(&b, "            %s\n", item.Source.Page)
			}
		}
		for _, t := range d.Texts {
			b.WriteString(smsText(t))
		}
	}
	return b.String()
}

// smsText says what a text costs as SMS.
func smsText(t forecast.Text) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %-9s %s of at most %d %s (%s), %d used, %d left in the last\n", "SMS",
		report.Plural(t.Segments, "segment"), t.PerSegment, t.Encoding.Unit(), t.Encoding, t.Units, t.Free)
	for _, f := range t.Forcing {
		times := ""
		if f.Count > 1 {
			times = fmt.Sprintf(", %d times", f.Count)
		}
		fmt.Fprintf(&b, "            UCS-2 because of %s %s at UTF-16 code unit %d%s\n", report.Visible(string(f.CodePoint)), f.Name(), f.First.Start, times)
	}
	return b.String()
}
