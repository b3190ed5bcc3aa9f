package mcp

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/body/compose"
	"github.com/linqlint/linqlint/validate"
)

// tool is one tool: call returns its text, and structured content or nil.
type tool struct {
	name, title, description string
	arguments                []argument
	call                     func(v values) (text string, structured any, err error)
}

func tools() []tool {
	return []tool{
		{
			"lint", "Check a request body",
			"Check a request body by every rule of the API's documentation. Use this before you send a body, and after you change one. " +
				"Reports each problem with its place, a hint, the fix and the API's error code.",
			[]argument{bodyArgument, kindArgument, {name: "notes", kind: "boolean", description: "also report advice, not only errors and warnings; default false"}, limitArgument},
			lint,
		},
		{
			"fix", "Fix a request body",
			"Apply the fixes of the problems in a request body. Use this when lint reports problems with fixes. " +
				"Returns the fixed body and the problems that remain; values without a problem are unchanged.",
			[]argument{bodyArgument, kindArgument, {name: "unsafe", kind: "boolean", description: "also apply fixes that guess the intent; check the result; default false"}, limitArgument},
			fix,
		},
		{
			"explain", "Explain a rule",
			"Explain a rule or a family of rules: what goes wrong, how to fix it, a bad and a good body, and the sources. " +
				"Use this when the message of a problem is not enough.",
			[]argument{{name: "rule", kind: "string", required: true, description: "the id of a rule, such as decoration-overlap, or a family, such as decoration-*"}},
			explain,
		},
		{
			"build", "Build a request body",
			"Build the request body of a message from plain values, and check it. Use this instead of writing the JSON of a simple message by hand.",
			[]argument{
				{name: "from", kind: "string", description: "your phone number in E.164; if given, the body creates a chat"},
				{name: "to", kind: "array", description: "the recipients, E.164 numbers or email addresses; if empty, the body is for an existing chat"},
				{name: "text", kind: "string", description: "the text of the message, sent unchanged: Markdown is not rendered"},
				{name: "media", kind: "array", description: "public https URLs of files"},
				{name: "effect", kind: "string", description: "a screen or bubble effect, such as confetti or slam; iMessage only", enum: api.EffectNames},
				{name: "service", kind: "string", description: "the preferred service", enum: api.Services},
			},
			build,
		},
		{
			"forecast", "Predict the delivery of a body",
			"Predict what a recipient gets of a request body over iMessage, RCS and SMS: what arrives, changes, is silently dropped or fails, and the number of SMS segments. " +
				"Use this to choose a service or to shorten a text.",
			[]argument{bodyArgument, kindArgument},
			predict,
		},
	}
}

// toolList describes the tools. All of them only read.
func toolList() []object {
	all := tools()
	list := make([]object, 0, len(all))
	for _, t := range all {
		list = append(list, object{
			"name": t.name, "title": t.title, "description": t.description, "inputSchema": schema(t.arguments),
			"annotations": object{"title": t.title, "readOnlyHint": true, "idempotentHint": true, "openWorldHint": false},
		})
	}
	return list
}

// callTool calls a tool. A call that cannot be done is not an error of the
// protocol, so that a model can read the message and try again.
func callTool(params json.RawMessage) (any, *fault) {
	var p struct {
		Name      string          `json:"name"`
		Arguments json.RawMessage `json:"arguments"`
	}
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, &fault{codeInvalidParams, "tools/call requires an object with name and arguments"}
	}
	all := tools()
	i := slices.IndexFunc(all, func(t tool) bool { return t.name == p.Name })
	if i < 0 {
		return nil, &fault{codeInvalidParams, fmt.Sprintf("unknown tool %q", p.Name)}
	}
	v, err := parseArguments(p.Arguments, all[i].arguments)
	var text string
	var structured any
	if err == nil {
		text, structured, err = all[i].call(v)
	}
	if err != nil {
		return object{"isError": true, "content": content(err.Error())}, nil
	}
	result := object{"content": content(text)}
	if structured != nil {
		result["structuredContent"] = structured
	}
	return result, nil
}

func content(text string) []object { return []object{{"type": "text", "text": text}} }

func lint(v values) (string, any, error) {
	notes, err := v.boolean("notes")
	if err != nil {
		return "", nil, err
	}
	limit, err := v.positive(limitArgument.name)
	if err != nil {
		return "", nil, err
	}
	var opts []validate.Option
	if notes {
		opts = append(opts, validate.WithNotes())
	}
	validator, err := v.validator(opts...)
	if err != nil {
		return "", nil, err
	}
	s := summarize(validator.JSON(v.body()), limit)
	return s.text, s.report, nil
}

// fixed is the structured result of fix.
type fixed struct {
	Body    string          `json:"body"`
	Applied int             `json:"applied"`
	Report  json.RawMessage `json:"report"` // what remains, as lint returns it
}

func fix(v values) (string, any, error) {
	unsafe, err := v.boolean("unsafe")
	if err != nil {
		return "", nil, err
	}
	limit, err := v.positive(limitArgument.name)
	if err != nil {
		return "", nil, err
	}
	validator, err := v.validator()
	if err != nil {
		return "", nil, err
	}
	safety := validate.FixSafe
	if unsafe {
		safety = validate.FixAll
	}
	body, applied, rest := validator.Fix(v.body(), safety)
	s := summarize(rest, limit)
	return fmt.Sprintf("%s\n\nfixes applied: %d\n%s", body, applied, s.text), fixed{string(body), applied, s.report}, nil
}

func explain(v values) (string, any, error) {
	selector, err := v.text("rule")
	if err != nil {
		return "", nil, err
	}
	text, err := rulePages(selector)
	return text, nil, err
}

// built is the structured result of build.
type built struct {
	Kind   validate.Kind   `json:"kind"`
	Body   string          `json:"body"`
	Report json.RawMessage `json:"report"` // its warnings
}

func build(v values) (string, any, error) {
	var d compose.Description
	var effect, service string
	for _, read := range []func() error{
		func() (err error) { d.From, err = v.text("from"); return },
		func() (err error) { d.To, err = v.texts("to"); return },
		func() (err error) { d.Text, err = v.text("text"); return },
		func() (err error) { d.Media, err = v.texts("media"); return },
		func() (err error) { effect, err = v.oneOf("effect", api.EffectNames); return },
		func() (err error) { service, err = v.oneOf("service", api.Services); return },
	} {
		if err := read(); err != nil {
			return "", nil, err
		}
	}
	d.Effect, _ = builder.ParseEffect(effect)
	d.Service = validate.Service(service)
	body, err := d.Request().Build()
	if err != nil {
		return "", nil, err
	}
	text := compose.Indent(body.Bytes())
	r := validate.JSON(text, validate.WithKind(d.Request().Kind()))
	s := summarize(r, 0)
	return string(text) + "\n\n" + s.text, built{r.Kind, string(text), s.report}, nil
}

func predict(v values) (string, any, error) {
	kind, err := v.kind()
	if err != nil {
		return "", nil, err
	}
	f, err := forecast.JSON(v.body(), validate.WithKind(kind))
	if err != nil {
		return "", nil, err
	}
	return outlook(f), json.RawMessage(f.AppendJSON(nil)), nil
}

// outlook formats a forecast.
func outlook(f forecast.Forecast) string {
	lines := []string{string(f.Kind)}
	for _, d := range f.Deliveries {
		use := "never"
		if d.Possible {
			use = "possible"
		}
		lines = append(lines, fmt.Sprintf("%s: %s, %s (%s)", d.Service, use, d.Outcome, d.Reason))
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
