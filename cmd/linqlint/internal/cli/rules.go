package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/ruledoc"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// pageWidth is the width of explain, in columns, if the output is not a terminal.
const pageWidth = 80

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE…",
		Short: "Explain a rule, with sources and examples",
		Long:  "explain describes a rule, or a family such as decoration-*: what goes wrong, how\nto fix it, what the documentation says, a bad and a good example, and the fix.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("explain requires the id of a rule; linqlint rules lists them")
			}
			return nil
		},
		ValidArgsFunction: completeRules(rules.Select),
		RunE: func(_ *cobra.Command, args []string) error {
			ids, err := selectedAll(args)
			if err != nil {
				return err
			}
			width := pageWidth
			if columns := a.columns(a.env.Stdout); columns > 0 {
				width = min(columns, 100)
			}
			for i, id := range ids {
				rule, _ := rules.Lookup(id)
				text := ruledoc.Text(rule, width)
				if i > 0 {
					text = "\n" + text
				}
				if _, err := io.WriteString(a.env.Stdout, text); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// selectedAll returns the ids that match the selectors, in their order.
func selectedAll(selectors []string) ([]string, error) {
	var ids []string
	for _, s := range selectors {
		some, err := selected(s, rules.Select)
		if err != nil {
			out := usagef("%v", err)
			out.hint = "linqlint rules lists all rules"
			return nil, out
		}
		ids = append(ids, some...)
	}
	return ids, nil
}

func (a *app) rulesCommand() *cobra.Command {
	var format choice
	cmd := &cobra.Command{
		Use:               "rules [flags] [SELECTOR…]",
		Short:             "List the rules",
		Long:              "rules lists the rules with their default severity and the error code of the API\n(* if the documentation states the code for this rule).",
		ValidArgsFunction: completeRules(rules.Select),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"*"}
			}
			ids, err := selectedAll(args)
			if err != nil {
				return err
			}
			if format.value == "json" {
				return writeRulesJSON(a.env.Stdout, ids)
			}
			return writeRules(a.env.Stdout, ids)
		},
	}
	textOrJSON(cmd, &format)
	return cmd
}

func writeRules(out io.Writer, ids []string) error {
	var b []byte
	for _, id := range ids {
		r, _ := rules.Lookup(id)
		code := ""
		if r.APICode != 0 {
			code = strconv.Itoa(r.APICode)
		}
		if r.APICodeDocumented {
			code += "*"
		}
		b = fmt.Appendf(b, "%-28s %-8s %-6s %s\n", r.ID, r.Severity, code, r.Title)
	}
	if len(ids) > 1 {
		b = fmt.Appendf(b, "%s\n", report.Plural(len(ids), "rule"))
	}
	_, err := out.Write(b)
	return err
}

// ruleJSON is a rule as rules --format json writes it.
type ruleJSON struct {
	ID         string          `json:"id"`
	Severity   string          `json:"severity"`
	Title      string          `json:"title"`
	Help       string          `json:"help"`
	APICode    int             `json:"api_code"`
	CodeStated bool            `json:"code_stated"`
	DocURL     string          `json:"doc_url"`
	APIDocURL  string          `json:"api_doc_url"`
	Kinds      []validate.Kind `json:"kinds"`
	Sources    []sourceJSON    `json:"sources"`
}

type sourceJSON struct {
	Page  string `json:"page"`
	Quote string `json:"quote"`
	Read  string `json:"read"`
}

func writeRulesJSON(w io.Writer, ids []string) error {
	out := make([]ruleJSON, 0, len(ids))
	for _, id := range ids {
		r, _ := rules.Lookup(id)
		j := ruleJSON{
			ID: r.ID, Severity: r.Severity.String(), Title: r.Title, Help: r.Help, APICode: r.APICode, CodeStated: r.APICodeDocumented,
			DocURL: r.DocURL(), APIDocURL: r.APIDocURL(), Kinds: r.Kinds, Sources: []sourceJSON{},
		}
		switch {
		case r.Where != "":
			j.Kinds = []validate.Kind{}
		case j.Kinds == nil:
			j.Kinds = validate.Kinds()
		}
		for _, s := range r.Sources {
			j.Sources = append(j.Sources, sourceJSON(s))
		}
		out = append(out, j)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
