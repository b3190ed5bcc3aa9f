package mcp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/ruledoc"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// bodyArgs are what every tool about one body takes.
type bodyArgs struct {
	Body string `json:"body" jsonschema:"the request body: its JSON text, exactly as it is to be sent"`
	Kind string `json:"kind,omitempty" jsonschema:"what the body is, such as messages.create or chats.messages.send; detected if left out"`
}

type lintArgs struct {
	bodyArgs
	Notes bool `json:"notes,omitempty" jsonschema:"look for advice too, not only for errors and warnings"`
}

type fixArgs struct {
	bodyArgs
	Unsafe bool `json:"unsafe,omitempty" jsonschema:"also apply fixes that guess what was meant; look at the result"`
}

type explainArgs struct {
	Rule string `json:"rule" jsonschema:"the id of a rule, such as decoration-overlap, or a family, such as decoration-*"`
}

type buildArgs struct {
	From    string   `json:"from,omitempty" jsonschema:"your line in E.164; with it the body creates a chat"`
	To      []string `json:"to,omitempty" jsonschema:"recipients: E.164 numbers or email addresses; without them the body is for an existing chat"`
	Text    string   `json:"text,omitempty" jsonschema:"the text of the message, sent as it is: Markdown is not rendered"`
	Media   []string `json:"media,omitempty" jsonschema:"public https URLs of files"`
	Effect  string   `json:"effect,omitempty" jsonschema:"a screen or bubble effect, such as confetti or slam; iMessage only"`
	Service string   `json:"service,omitempty" jsonschema:"the preferred service: iMessage, SMS or RCS"`
}

// addTools gives the server its tools. All of them only read.
func addTools(s *mcp.Server) {
	closed := false
	add := func(name, title, description string) *mcp.Tool {
		return &mcp.Tool{
			Name: name, Description: description,
			Annotations: &mcp.ToolAnnotations{Title: title, ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed},
		}
	}
	mcp.AddTool(s, add("lint", "Check a request body", "Check a request body by every rule and report each problem with its place, what to do, and what the API answers."), lint)
	mcp.AddTool(s, add("fix", "Mend a request body", "Apply the fixes of a request body's problems until nothing changes, and return the body with what remains. Everything else stays byte-identical."), fix)
	mcp.AddTool(s, add("explain", "Explain a rule", "Explain a rule or a family of rules: what goes wrong, how to cure it, a wrong and a right body, and where it is documented."), explain)
	mcp.AddTool(s, add("build", "Build a request body", "Build the request body of a message from a plain description, checked."), build)
	mcp.AddTool(s, add("forecast", "Foretell a delivery", "Tell what becomes of a request body over iMessage, RCS and SMS: what arrives, changes, is dropped without an error, or fails, and how many SMS segments it takes."), foretell)
}

// validator returns what judges a body.
func (a *bodyArgs) validator(opts ...validate.Option) (*validate.Validator, error) {
	kind := validate.Kind(a.Kind)
	if kind != "" && !kind.Valid() {
		return nil, fmt.Errorf("there is no kind %q; the kinds are %s", a.Kind, kinds())
	}
	return validate.New(append(opts, validate.WithKind(kind))...), nil
}

func kinds() string {
	var names []string
	for _, k := range validate.Kinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

func lint(_ context.Context, _ *mcp.CallToolRequest, a lintArgs) (*mcp.CallToolResult, any, error) {
	var opts []validate.Option
	if a.Notes {
		opts = append(opts, validate.WithNotes())
	}
	v, err := a.validator(opts...)
	if err != nil {
		return nil, nil, err
	}
	r := v.JSON([]byte(a.Body))
	return text(summary(r)), json.RawMessage(r.AppendJSON(nil)), nil
}

// fixed is what fix answers.
type fixed struct {
	Body    string          `json:"body"`
	Applied int             `json:"applied"`
	Report  json.RawMessage `json:"report"` // what remains, as lint has it
}

func fix(_ context.Context, _ *mcp.CallToolRequest, a fixArgs) (*mcp.CallToolResult, any, error) {
	v, err := a.validator()
	if err != nil {
		return nil, nil, err
	}
	safety := validate.SafeOnly
	if a.Unsafe {
		safety = validate.WithUnsafe
	}
	body, applied, rest := v.Fix([]byte(a.Body), safety)
	out := fixed{string(body), applied, rest.AppendJSON(nil)}
	return text(fmt.Sprintf("%s\n\nfixes applied: %d\n%s", out.Body, applied, summary(rest))), out, nil
}

func explain(_ context.Context, _ *mcp.CallToolRequest, a explainArgs) (*mcp.CallToolResult, any, error) {
	ids := rules.Select(a.Rule)
	if len(ids) == 0 {
		return nil, nil, fmt.Errorf("there is no rule %q; the rules are %s", a.Rule, strings.Join(rules.Select("*"), ", "))
	}
	var pages []string
	for _, id := range ids {
		r, _ := rules.Lookup(id)
		pages = append(pages, ruledoc.Text(r, pageWidth))
	}
	return text(strings.Join(pages, "\n")), nil, nil
}

// pageWidth is how wide an explanation is, in columns.
const pageWidth = 100

// built is what build answers.
type built struct {
	Kind   validate.Kind   `json:"kind"`
	Body   string          `json:"body"`
	Report json.RawMessage `json:"report"` // its warnings
}

// build has the playground's operation build the body, so that a description
// means the same everywhere.
func build(_ context.Context, _ *mcp.CallToolRequest, a buildArgs) (*mcp.CallToolResult, any, error) {
	request, err := json.Marshal(struct {
		Op string `json:"op"`
		buildArgs
	}{"build", a})
	if err != nil {
		return nil, nil, err
	}
	var answer struct {
		OK    struct{ Body string }
		Error struct{ Message string }
	}
	if err := json.Unmarshal(playground.Call(request), &answer); err != nil {
		return nil, nil, err
	}
	if answer.Error.Message != "" {
		return nil, nil, errors.New(answer.Error.Message)
	}
	r := validate.JSON([]byte(answer.OK.Body))
	return text(answer.OK.Body + "\n\n" + summary(r)), built{r.Kind, answer.OK.Body, r.AppendJSON(nil)}, nil
}

func foretell(_ context.Context, _ *mcp.CallToolRequest, a bodyArgs) (*mcp.CallToolResult, any, error) {
	if _, err := a.validator(); err != nil {
		return nil, nil, err
	}
	f, err := forecast.JSON([]byte(a.Body), validate.WithKind(validate.Kind(a.Kind)))
	if err != nil {
		return nil, nil, err
	}
	return text(outlook(f)), json.RawMessage(f.AppendJSON(nil)), nil
}

func text(s string) *mcp.CallToolResult {
	return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: s}}}
}

// summary is a report as text, a problem a line.
func summary(r validate.Report) string {
	kind := string(r.Kind)
	if kind == "" {
		kind = "no known kind"
	}
	lines := []string{fmt.Sprintf("%s: errors %d, warnings %d, notes %d", kind, r.Count(validate.Error), r.Count(validate.Warning), r.Count(validate.Note))}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		line := fmt.Sprintf("%s[%s] at %q (%d:%d): %s", d.Severity, d.Rule, d.Pointer, d.Start.Line, d.Start.Column, d.Message)
		if d.Hint != "" {
			line += "; hint: " + d.Hint
		}
		if k := slices.IndexFunc(d.Fixes, func(f validate.Fix) bool { return f.Safe }); k >= 0 {
			line += "; fix: " + d.Fixes[k].Title
		} else if len(d.Fixes) > 0 {
			line += "; unsafe fix: " + d.Fixes[0].Title
		}
		lines = append(lines, line)
	}
	if r.Truncated > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", r.Truncated))
	}
	return strings.Join(lines, "\n")
}

// outlook is a forecast as text.
func outlook(f forecast.Forecast) string {
	lines := []string{string(f.Kind)}
	for _, d := range f.Deliveries {
		lines = append(lines, fmt.Sprintf("%s: %s, %s (%s)", d.Service, d.Use, d.Outcome, d.Reason))
		for _, i := range d.Items {
			lines = append(lines, fmt.Sprintf("  %s: %s, %s", i.What, i.Fate, i.Message))
		}
		for _, t := range d.Texts {
			lines = append(lines, fmt.Sprintf("  SMS: %s, %d %s, segments: %d", t.Encoding, t.Units, t.Encoding.Unit(), t.Segments))
		}
	}
	if len(f.Deliveries) == 0 {
		lines = append(lines, "reaches no recipient")
	}
	return strings.Join(lines, "\n")
}
