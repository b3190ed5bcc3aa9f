package schema

import (
	"bytes"
	"encoding/json"
)

// node is a schema. Its members are in the order in which a reader wants them.
type node struct {
	Schema      string `json:"$schema,omitempty"`
	Title       string `json:"title,omitempty"`
	Description string `json:"description,omitempty"`
	Ref         string `json:"$ref,omitempty"`

	Type      types    `json:"type,omitempty"`
	Const     string   `json:"const,omitempty"`
	Enum      []any    `json:"enum,omitempty"`
	Pattern   string   `json:"pattern,omitempty"`
	Format    string   `json:"format,omitempty"`
	MinLength int      `json:"minLength,omitempty"`
	MaxLength int      `json:"maxLength,omitempty"`
	Minimum   *int64   `json:"minimum,omitempty"`
	Maximum   *int64   `json:"maximum,omitempty"`
	MinItems  int      `json:"minItems,omitempty"`
	MaxItems  int      `json:"maxItems,omitempty"`
	Items     *node    `json:"items,omitempty"`
	Required  []string `json:"required,omitempty"`

	Properties           properties `json:"properties,omitempty"`
	AdditionalProperties *node      `json:"additionalProperties,omitempty"`
	OneOf                []*node    `json:"oneOf,omitempty"`
	AnyOf                []*node    `json:"anyOf,omitempty"`
	Not                  *node      `json:"not,omitempty"`

	Defs definitions `json:"$defs,omitempty"`
}

// definitions are the schemas under $defs; encoding/json sorts them by name.
type definitions map[string]*node

func ref(name string) *node { return &node{Ref: "#/$defs/" + name} }

// types is one type, written as a string, or several.
type types []string

// MarshalJSON writes one type as a string.
func (t types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// property is a member's name with its schema.
type property struct {
	name string
	node *node
}

// properties keeps the order of the tables, which is the documentation's.
type properties []property

// MarshalJSON writes the properties as an object in their order.
func (ps properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range ps {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(p.name)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		if err := marshalTo(&b, p.node); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// marshalTo leaves <, > and & as they are, which json.Marshal would escape.
func marshalTo(b *bytes.Buffer, n *node) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e.Encode(n)
}
