// Package schema prints JSON Schemas (2020-12) of the request bodies, made
// from the tables of internal/api, for editors and tools that do not run
// linqlint. They say what such a schema can say: types, required members,
// enums, lengths, patterns, formats and integer bounds. What depends on
// several members at once stays with the validator.
//
// A member that the tables do not know is allowed, since an unknown name only
// warns, and so is null for an optional member, which counts as absent.
package schema

import (
	"bytes"
	"encoding/json"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// Draft is the dialect of the schemas.
const Draft = "https://json-schema.org/draft/2020-12/schema"

// Kind returns the schema of a kind's bodies, indented and ending in a line
// break, or nil for an unknown kind.
func Kind(kind validate.Kind) []byte {
	k := api.KindNamed(string(kind))
	if k == nil {
		return nil
	}
	d := definitions{}
	root := *object(k.Body, d)
	root.Schema = Draft
	root.Title = k.Name
	root.Description = kindDoc(k)
	root.Defs = d
	return encode(&root)
}

// All returns one schema that takes the bodies of every kind. Several kinds
// may fit a body, so that it says less about a fault than the schema of the
// kind does.
func All() []byte {
	d := definitions{}
	root := node{
		Schema:      Draft,
		Title:       "Linq Partner API v3 request bodies",
		Description: "A body of any kind.",
		Defs:        d,
	}
	for i := range api.Kinds {
		k := &api.Kinds[i]
		body := *object(k.Body, d)
		body.Title = k.Name
		body.Description = kindDoc(k)
		d[k.Name] = &body
		root.AnyOf = append(root.AnyOf, ref(k.Name))
	}
	return encode(&root)
}

func kindDoc(k *api.Kind) string {
	if k.Path == "" {
		return k.Doc
	}
	return k.Doc + " " + k.Method + " " + k.Path
}

func encode(root *node) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		panic(err) // a node holds strings, integers and nodes: nothing that cannot be encoded
	}
	return b.Bytes()
}
