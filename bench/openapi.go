package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/pb33f/libopenapi"
	"github.com/pb33f/libopenapi-validator/requests"
)

// path is the request's path in the documents below.
const path = "/v3/messages"

// document wraps the schema's definitions in an OpenAPI document.
func document(version string, definitions map[string]any) ([]byte, error) {
	text, err := json.Marshal(map[string]any{
		"openapi": version,
		"info":    map[string]any{"title": "Messages", "version": "3"},
		"paths": map[string]any{path: map[string]any{"post": map[string]any{
			"requestBody": map[string]any{"required": true, "content": map[string]any{
				"application/json": map[string]any{"schema": map[string]any{"$ref": "#/components/schemas/SendRequest"}},
			}},
			"responses": map[string]any{"202": map[string]any{"description": "accepted"}},
		}}},
		"components": map[string]any{"schemas": definitions},
	})
	return []byte(strings.ReplaceAll(string(text), "#/$defs/", "#/components/schemas/")), err
}

func definitions(schema []byte) (map[string]any, error) {
	var s struct {
		Defs map[string]any `json:"$defs"`
	}
	err := json.Unmarshal(schema, &s)
	return s.Defs, err
}

// older rewrites a schema in place for OpenAPI 3.0, which has no const, no
// if and no contains: const becomes an enum of one, the others are left out,
// and a part is one of the four types instead.
func older(node any) {
	switch node := node.(type) {
	case []any:
		for _, e := range node {
			older(e)
		}
	case map[string]any:
		if value, ok := node["const"]; ok {
			delete(node, "const")
			node["enum"] = []any{value}
		}
		for _, name := range []string{"if", "then", "contains", "minContains", "maxContains", "dependentRequired"} {
			delete(node, name)
		}
		for _, child := range node {
			older(child)
		}
	}
}

func kin(schema []byte) (peer, error) {
	p := peer{name: "kin-openapi", does: "OpenAPI 3.0, which has no if, contains and const: fewer rules", checks: true}
	defs, err := definitions(schema)
	if err != nil {
		return p, err
	}
	older(defs)
	kinds := []any{}
	for _, name := range []string{"TextPart", "MediaPart", "LinkPart", "AppPart"} {
		kinds = append(kinds, map[string]any{"$ref": "#/components/schemas/" + name})
	}
	defs["Part"] = map[string]any{"oneOf": kinds, "discriminator": map[string]any{"propertyName": "type", "mapping": map[string]any{
		"text": "#/components/schemas/TextPart", "media": "#/components/schemas/MediaPart",
		"link": "#/components/schemas/LinkPart", "imessage_app": "#/components/schemas/AppPart",
	}}}
	text, err := document("3.0.3", defs)
	if err != nil {
		return p, err
	}
	doc, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		return p, err
	}
	compiled := doc.Paths.Value(path).Post.RequestBody.Value.Content.Get("application/json").Schema.Value
	p.check = func(body []byte) error {
		var value any
		if err := json.Unmarshal(body, &value); err != nil {
			return err
		}
		return compiled.VisitJSON(value, openapi3.EnableFormatValidation())
	}
	return p, nil
}

// withoutMinContains removes the one rule that libopenapi misreads: it ignores
// a minContains of 0, and then rejects a body without a match.
func withoutMinContains(node any) {
	switch node := node.(type) {
	case []any:
		for _, e := range node {
			withoutMinContains(e)
		}
	case map[string]any:
		if _, ok := node["minContains"]; ok {
			delete(node, "contains")
			delete(node, "minContains")
			delete(node, "maxContains")
		}
		for _, child := range node {
			withoutMinContains(child)
		}
	}
}

func libopenapi31(schema []byte) (requests.RequestBodyValidator, error) {
	defs, err := definitions(schema)
	if err != nil {
		return nil, err
	}
	withoutMinContains(defs)
	text, err := document("3.1.0", defs)
	if err != nil {
		return nil, err
	}
	doc, err := libopenapi.NewDocument(text)
	if err != nil {
		return nil, err
	}
	model, err := doc.BuildV3Model()
	if err != nil {
		return nil, err
	}
	return requests.NewRequestBodyValidator(&model.Model), nil
}

func pb33f(schema []byte) (peer, error) {
	p := peer{name: "libopenapi-validator", does: "OpenAPI 3.1, a whole request; without the limit of 40 URLs", checks: true}
	v, err := libopenapi31(schema)
	if err != nil {
		return p, err
	}
	p.check = func(body []byte) error {
		r, err := http.NewRequest(http.MethodPost, "https://api.example.com"+path, bytes.NewReader(body))
		if err != nil {
			return err
		}
		r.Header.Set("Content-Type", "application/json")
		if ok, faults := v.ValidateRequestBody(r); !ok {
			return fmt.Errorf("%d faults, the first: %w", len(faults), faults[0])
		}
		return nil
	}
	return p, nil
}
