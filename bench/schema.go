package main

import (
	"bytes"
	"encoding/json"

	googleschema "github.com/google/jsonschema-go/jsonschema"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func santhosh(schema []byte) (peer, error) {
	p := peer{name: "santhosh-tekuri/jsonschema", does: "the JSON Schema, formats asserted", checks: true}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return p, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		return p, err
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		return p, err
	}
	p.check = func(body []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
		if err != nil {
			return err
		}
		return compiled.Validate(value)
	}
	return p, nil
}

func google(schema []byte) (peer, error) {
	p := peer{name: "google/jsonschema-go", does: "the JSON Schema; it does not assert formats", checks: true}
	var s googleschema.Schema
	if err := json.Unmarshal(schema, &s); err != nil {
		return p, err
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		return p, err
	}
	p.check = func(body []byte) error {
		var value any
		if err := json.Unmarshal(body, &value); err != nil {
			return err
		}
		return resolved.Validate(value)
	}
	return p, nil
}
