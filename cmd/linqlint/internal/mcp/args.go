package mcp

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/validate"
)

// argument is a parameter of a tool. Its schema has exactly one type, which some
// clients require; arguments of a related type are accepted.
type argument struct {
	name, kind, description string // kind is string, boolean, integer or array (of strings)
	required                bool
	enum                    []string
}

// The arguments of the tools about one body.
var (
	bodyArgument = argument{name: "body", kind: "string", required: true,
		description: "the request body: its JSON text exactly as it is sent (a JSON object is accepted too)"}
	kindArgument = argument{name: "kind", kind: "string",
		description: "the kind of the body, such as messages.create or chats.messages.send; default: detected"}
	limitArgument = argument{name: "limit", kind: "integer",
		description: "the number of problems to return, the most severe first; default: as many as fit in 20 kB"}
)

// schema returns the JSON Schema of the arguments of a tool.
func schema(arguments []argument) object {
	properties := object{}
	required := []string{}
	for _, a := range arguments {
		p := object{"type": a.kind, "description": a.description}
		switch {
		case a.kind == "array":
			p["items"] = object{"type": "string"}
		case a.enum != nil:
			p["enum"] = a.enum
		case a.name == limitArgument.name:
			p["minimum"] = 1
		}
		properties[a.name] = p
		if a.required {
			required = append(required, a.name)
		}
	}
	return object{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

// values are the arguments of one call.
type values map[string]json.RawMessage

// parseArguments decodes the arguments of a call. Members that are null are
// left out.
func parseArguments(raw json.RawMessage, arguments []argument) (values, error) {
	v := values{}
	if len(raw) > 0 {
		if err := json.Unmarshal(raw, &v); err != nil {
			return nil, errors.New("the arguments must be a JSON object")
		}
	}
	names := make([]string, len(arguments))
	for i, a := range arguments {
		names[i] = a.name
	}
	for name, value := range v {
		if !slices.Contains(names, name) {
			return nil, fmt.Errorf("unknown argument %q%s; the arguments are %s", name, spelling.DidYouMean(name, names), strings.Join(names, ", "))
		}
		if string(value) == "null" {
			delete(v, name)
		}
	}
	for _, a := range arguments {
		if a.required && v[a.name] == nil {
			return nil, fmt.Errorf("argument %q is missing: %s", a.name, a.description)
		}
	}
	return v, nil
}

func (v values) text(name string) (string, error) {
	var s string
	if v[name] != nil && json.Unmarshal(v[name], &s) != nil {
		return "", fmt.Errorf("argument %q must be a string", name)
	}
	return s, nil
}

func (v values) oneOf(name string, allowed []string) (string, error) {
	s, err := v.text(name)
	if err != nil || s == "" || slices.Contains(allowed, s) {
		return s, err
	}
	return "", fmt.Errorf("unknown %s %q%s; must be one of %s", name, s, spelling.DidYouMean(s, allowed), strings.Join(allowed, ", "))
}

func (v values) boolean(name string) (bool, error) {
	var b bool
	if v[name] != nil && json.Unmarshal(v[name], &b) != nil {
		return false, fmt.Errorf("argument %q must be true or false", name)
	}
	return b, nil
}

func (v values) positive(name string) (int, error) {
	n := 0
	if v[name] != nil && (json.Unmarshal(v[name], &n) != nil || n < 1) {
		return 0, fmt.Errorf("argument %q must be a whole number from 1", name)
	}
	return n, nil
}

// texts returns a list of strings; a single string is a list of one.
func (v values) texts(name string) ([]string, error) {
	if v[name] == nil {
		return nil, nil
	}
	var list []string
	if json.Unmarshal(v[name], &list) == nil {
		return list, nil
	}
	var one string
	if json.Unmarshal(v[name], &one) == nil {
		return []string{one}, nil
	}
	return nil, fmt.Errorf("argument %q must be an array of strings", name)
}

// body returns the body: the text of a string, else the JSON value itself.
func (v values) body() []byte {
	var text string
	if json.Unmarshal(v["body"], &text) == nil {
		return []byte(text)
	}
	return v["body"]
}

// validator returns the validator of a call with a kind.
func (v values) validator(opts ...validate.Option) (*validate.Validator, error) {
	kind, err := v.kind()
	if err != nil {
		return nil, err
	}
	return validate.New(append(opts, validate.WithKind(kind))...), nil
}

func (v values) kind() (validate.Kind, error) {
	var names []string
	for _, k := range validate.Kinds() {
		names = append(names, string(k))
	}
	kind, err := v.oneOf("kind", names)
	return validate.Kind(kind), err
}
