package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

func (a *app) forecastCommand() *cobra.Command {
	var kind choice
	var format choice
	cmd := &cobra.Command{
		Use:   "forecast [flags] FILE",
		Short: "Show what a recipient gets over iMessage, RCS and SMS",
		Long: "forecast shows what a recipient gets of the body in FILE (- is standard input) over\n" +
			"iMessage, RCS and SMS: what arrives, what changes, what is dropped and what fails,\n" +
			"each with its source. For SMS it also shows the encoding, the number of segments\n" +
			"and the code points that force UCS-2, in which a segment holds 70 UTF-16 code units\n" +
			"instead of 160 septets. What no source states is called unstated.",
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
				_, err := a.env.Stdout.Write(wire.EscapeControls(out.Bytes()))
				return err
			}
			_, err = io.WriteString(a.env.Stdout, forecastText(f))
			return err
		},
	}
	kindFlag(cmd, &kind)
	textOrJSON(cmd, &format)
	return cmd
}

// forecastText formats a forecast for people, one paragraph per service.
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
		if !d.Possible {
			continue
		}
		for _, item := range d.Items {
			code := ""
			if item.APICode != 0 {
				code = fmt.Sprintf(" (%d)", item.APICode)
			}
			fmt.Fprintf(&b, "  %-9s %s%s: %s\n", item.Fate, wire.Visible(item.What), code, wire.Visible(item.Message))
			if item.Fate != forecast.Arrives && !item.Source.Ours() {
				fmt.Fprintf(&b, "            %s\n", item.Source.Page)
			}
		}
		for _, t := range d.Texts {
			b.WriteString(smsText(t))
		}
	}
	return b.String()
}

// smsText describes the size of a text as SMS.
func smsText(t forecast.Text) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %-9s %s of at most %d %s (%s), %d used, %d left in the last\n", "SMS",
		report.Plural(t.Segments, "segment"), t.PerSegment, t.Encoding.Unit(), t.Encoding, t.Units, t.Free)
	for _, f := range t.UCS2CodePoints {
		times := ""
		if f.Count > 1 {
			times = fmt.Sprintf(", %d times", f.Count)
		}
		fmt.Fprintf(&b, "            UCS-2 because of %s %s at UTF-16 code unit %d%s\n", wire.Visible(string(f.CodePoint)), f.Name(), f.First.Start, times)
	}
	return b.String()
}
