package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

var update = flag.Bool("update", false, "rewrite testdata/conformance")

// conformance is the version of the files' form; testdata/conformance/README.md
// describes it.
const conformance = 1

// conformanceHeader is the first line of a file.
type conformanceHeader struct {
	Conformance int    `json:"conformance"`
	Generated   string `json:"generated"`
	Bodies      int    `json:"bodies"`
}

type pair struct {
	Rule    string `json:"rule"`
	Pointer string `json:"pointer"`
}

// conformanceBody is every other line.
type conformanceBody struct {
	Name       string  `json:"name"`
	Kind       string  `json:"kind"`
	Detect     bool    `json:"detect,omitempty"`
	Notes      bool    `json:"notes,omitempty"`
	NewChat    bool    `json:"new_chat,omitempty"`
	Body       *string `json:"body,omitempty"`
	BodyBase64 []byte  `json:"body_base64,omitempty"`
	Expect     []pair  `json:"expect"`
	Rejected   bool    `json:"rejected"`
	Schema     bool    `json:"schema,omitempty"`
}

func (b *conformanceBody) bytes() []byte {
	if b.Body != nil {
		return []byte(*b.Body)
	}
	return b.BodyBase64
}

// setBytes stores a body as text, or as base64 where it is not UTF-8.
func (b *conformanceBody) setBytes(body []byte) {
	if text := string(body); utf8.ValidString(text) {
		b.Body = &text
	} else {
		b.BodyBase64 = body
	}
}

// mark sets what the body's verdict is, and whether a schema can tell: every error
// is of one value, and the comparison with the schema knows no difference.
func (b *conformanceBody) mark(t *testing.T, schemas map[string]*jsonschema.Schema) {
	opts := []validate.Option{validate.WithKind(validate.Kind(b.Kind))}
	if b.NewChat {
		opts = append(opts, validate.WithNewChat())
	}
	errors := slices.Collect(validate.JSON(b.bytes(), opts...).Errors())
	b.Rejected = len(errors) > 0
	if b.Kind == "" || !json.Valid(b.bytes()) || !utf8.Valid(b.bytes()) || tooDeep(b.bytes()) {
		return
	}
	fields := fieldErrors(b.Kind, b.bytes())
	b.Schema = len(fields) == len(errors) && difference(fields, accepts(t, schemas[b.Kind], b.bytes())) == ""
}

// fromCorpus reads the bodies of a corpus.
func fromCorpus(t *testing.T, file string) (all []conformanceBody) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	for line := range bytes.Lines(data) {
		var r struct {
			record
			Detect bool
			Expect []pair
		}
		require.NoError(t, json.Unmarshal(line, &r))
		b := conformanceBody{Name: r.Name, Kind: r.Kind, Detect: r.Detect, Expect: r.Expect}
		b.setBytes(r.bytes())
		all = append(all, b)
	}
	return all
}

// maxExample is the largest example of a rule that is taken, in bytes.
const maxExample = 32 << 10

// fromExamples reads the examples of the rules about one body.
func fromExamples() (all []conformanceBody) {
	for _, r := range rules.All() {
		for _, list := range []struct {
			name     string
			examples []rules.Example
		}{{"bad", r.Bad}, {"good", r.Good}} {
			for _, e := range list.examples {
				if r.Where != "" || e.Kind == "" || len(e.Body) > maxExample {
					continue
				}
				b := conformanceBody{Name: r.ID + ", " + list.name + ": " + e.Title, Kind: string(e.Kind), Notes: true, NewChat: e.NewChat, Expect: []pair{}}
				for _, p := range e.Pairs {
					b.Expect = append(b.Expect, pair(p))
				}
				b.setBytes([]byte(e.Body))
				all = append(all, b)
			}
		}
	}
	return all
}

// TestConformanceIsCurrent writes the suite of testdata/conformance from the
// corpora and the rules' examples, and compares it with the files.
func TestConformanceIsCurrent(t *testing.T) {
	schemas := compiled(t)
	const dir = "../../../testdata/"
	for name, bodies := range map[string][]conformanceBody{
		"corpus":         fromCorpus(t, dir+"corpus.jsonl"),
		"corpus-2026-09": fromCorpus(t, dir+"corpus-2026-09.jsonl"),
		"examples":       fromExamples(),
	} {
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		require.NoError(t, enc.Encode(conformanceHeader{conformance, "by go test ./internal/oracle/schema -run Conformance -update; do not edit", len(bodies)}))
		for i := range bodies {
			bodies[i].mark(t, schemas)
			require.NoError(t, enc.Encode(bodies[i]))
		}
		file := filepath.Join(dir, "conformance", name+".jsonl")
		if *update {
			require.NoError(t, os.WriteFile(file, out.Bytes(), 0o644))
		}
		got, err := os.ReadFile(file)
		require.NoError(t, err)
		require.True(t, bytes.Equal(out.Bytes(), got), "%s is stale: make generate", file)
	}
}

// TestConformanceOfSchemas runs the suite over the JSON Schemas: each body that is
// marked gets the verdict of the rules.
func TestConformanceOfSchemas(t *testing.T) {
	schemas := compiled(t)
	files, err := filepath.Glob("../../../testdata/conformance/*.jsonl")
	require.NoError(t, err)
	rejected, accepted := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for line := range bytes.Lines(data) {
			var b conformanceBody
			require.NoError(t, json.Unmarshal(line, &b))
			if !b.Schema {
				continue
			}
			require.Equal(t, b.Rejected, accepts(t, schemas[b.Kind], b.bytes()) != nil, b.Name)
			if b.Rejected {
				rejected++
			} else {
				accepted++
			}
		}
	}
	require.Greater(t, rejected, 100)
	require.Greater(t, accepted, 100)
}
