package schema_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/body/schema"
	"github.com/linqlint/linqlint/validate"
)

// compile reads a schema. The compiler first checks it with the meta-schema of
// its $schema; formats are asserted.
func compile(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("linqlint.json", doc))
	s, err := c.Compile("linqlint.json")
	require.NoError(t, err)
	return s
}

func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	out := map[string]*jsonschema.Schema{}
	for i := range api.Kinds {
		out[api.Kinds[i].Name] = compile(t, schema.Kind(validate.Kind(api.Kinds[i].Name)))
	}
	return out
}

// record is a line of the corpus.
type record struct {
	Name      string          `json:"name"`
	Kind      string          `json:"kind"`
	Body      json.RawMessage `json:"body"`
	Raw       string          `json:"raw"`
	RawBase64 []byte          `json:"raw_base64"`
}

// bytes returns the body as it is sent.
func (r *record) bytes() []byte {
	switch {
	case r.Raw != "":
		return []byte(r.Raw)
	case r.RawBase64 != nil:
		return r.RawBase64
	}
	return r.Body
}

// corpus returns the bodies of the corpus that are JSON, by name.
func corpus(t *testing.T) []record {
	t.Helper()
	f, err := os.Open("../../../testdata/corpus.jsonl")
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	var out []record
	lines := bufio.NewReader(f)
	for {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var r record
			require.NoError(t, json.Unmarshal(line, &r))
			r.Body = r.bytes()
			if r.Kind != "" && json.Valid(r.Body) {
				out = append(out, r)
			}
		}
		if err != nil {
			break
		}
	}
	require.Greater(t, len(out), 100)
	return out
}

func TestSchemasAreSchemas(t *testing.T) {
	for i := range api.Kinds {
		text := schema.Kind(validate.Kind(api.Kinds[i].Name))
		compile(t, text)
		require.True(t, bytes.HasSuffix(text, []byte("}\n")))
		require.NotContains(t, string(text), `\u003`, "nothing is escaped for HTML")
	}
	compile(t, schema.All())
	require.Nil(t, schema.Kind("messages.delete"), "no such kind")
}

// TestEveryMember checks that every member of every table is in the schema of
// its kind, with its documentation.
func TestEveryMember(t *testing.T) {
	for i := range api.Kinds {
		var root map[string]any
		require.NoError(t, json.Unmarshal(schema.Kind(validate.Kind(api.Kinds[i].Name)), &root))
		walk(t, root, root, api.Kinds[i].Body)
	}
}

// walk looks up the members of an object in its schema n, following
// references.
func walk(t *testing.T, root, n map[string]any, o *api.Object) {
	t.Helper()
	for i := range o.Members {
		m := &o.Members[i]
		property, ok := n["properties"].(map[string]any)[m.Name].(map[string]any)
		require.True(t, ok, "%s.%s", o.Name, m.Name)
		require.Contains(t, property["description"], strings.TrimSuffix(m.Doc, "."), "%s.%s", o.Name, m.Name)
		if m.Object == nil || m.Object == api.Part {
			continue
		}
		walk(t, root, follow(root, property), m.Object)
	}
}

// follow finds the object that a property refers to.
func follow(root, n map[string]any) map[string]any {
	if r, ok := n["$ref"].(string); ok {
		return root["$defs"].(map[string]any)[strings.TrimPrefix(r, "#/$defs/")].(map[string]any)
	}
	if items, ok := n["items"].(map[string]any); ok {
		return follow(root, items)
	}
	if branches, ok := n["anyOf"].([]any); ok {
		return follow(root, branches[0].(map[string]any))
	}
	return n
}

func TestPartsAreToldApartByType(t *testing.T) {
	s := compile(t, schema.Kind(validate.KindMessage))
	tests := []struct {
		name string
		body string
		ok   bool
	}{
		{"a text", `{"parts":[{"type":"text","value":"Hello"}]}`, true},
		{"a link may not have 2049 code points", `{"parts":[{"type":"link","value":"https://acme.example/` + strings.Repeat("a", 2049-21) + `"}]}`, false},
		{"a text may", `{"parts":[{"type":"text","value":"https://acme.example/` + strings.Repeat("a", 2049-21) + `"}]}`, true},
		{"media needs no value", `{"parts":[{"type":"media","url":"https://acme.example/a.jpg"}]}`, true},
		{"a card needs its app", `{"parts":[{"type":"imessage_app","layout":{"caption":"Order 42"}}]}`, false},
		{"no type", `{"parts":[{"value":"Hello"}]}`, false},
		{"no such type", `{"parts":[{"type":"Text","value":"Hello"}]}`, false},
		{"an experience needs no parts", `{"experience":{"name":"agentcard","action":"attach_card"}}`, true},
		{"neither", `{}`, false},
		{"null counts as absent", `{"parts":[{"type":"text","value":"Hello"}],"effect":null,"preferred_service":null}`, true},
		{"an effect with an uncommon name", `{"parts":[{"type":"text","value":"Hello"}],"effect":{"type":"screen","name":"snow"}}`, true},
		{"an unknown member only warns", `{"parts":[{"type":"text","value":"Hello"}],"subject":"Hi"}`, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.ok, accepts(t, s, []byte(tt.body)) == nil)
		})
	}
}

// accepts returns nil, or why the schema rejects a body.
func accepts(t *testing.T, s *jsonschema.Schema, body []byte) *jsonschema.ValidationError {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	require.NoError(t, err)
	err = s.Validate(doc)
	if err == nil {
		return nil
	}
	var v *jsonschema.ValidationError
	require.ErrorAs(t, err, &v)
	return v
}

// fieldRules are the errors about one value alone, which a schema can express.
var fieldRules = []string{
	"json-type", "field-required", "string-whitespace",
	"to-empty", "to-max", "to-handle", "from-phone", "exclude-from-phone", "continuation-text",
	"parts-empty", "parts-max", "part-type", "text-empty", "text-length",
	"decoration-range-shape", "decoration-style", "decoration-animation", "mention-handle",
	"media-url", "attachment-id", "link-url", "link-length",
	"app-bundle-id", "app-name", "app-team-id", "app-store-id", "app-url", "app-fallback-length", "card-text-length", "card-image-url", "app-clip-url",
	"experience-params", "effect-type", "service-value", "reply-message-id", "reply-part-index", "idempotency-length",
	"voicememo-url", "edit-text", "react-operation", "react-type", "part-index", "poll-options", "poll-vote",
	"attachment-filename", "attachment-size",
	"sticker-range", "sticker-max", "sticker-url", "member-handle", "member-phone", "member-url", "background-type",
}

// fieldErrors returns the validator's errors about single values.
func fieldErrors(kind string, body []byte) []validate.Diagnostic {
	var out []validate.Diagnostic
	for _, d := range validate.JSON(body, validate.WithKind(validate.Kind(kind))).Diagnostics {
		if d.Severity == validate.SeverityError && slices.Contains(fieldRules, d.Rule) {
			out = append(out, d)
		}
	}
	return out
}

func compiledAll(t *testing.T) *jsonschema.Schema { return compile(t, schema.All()) }

// valid reports whether an example is JSON, in UTF-8.
func valid(body string) bool { return json.Valid([]byte(body)) && utf8.ValidString(body) }
