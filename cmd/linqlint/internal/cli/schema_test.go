package cli_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
)

// reportSchema compiles docs/report.schema.json; ref points into it.
func reportSchema(t *testing.T, ref string) *jsonschema.Schema {
	t.Helper()
	file, err := filepath.Abs("../../../../docs/report.schema.json")
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile(file + ref)
	require.NoError(t, err)
	return schema
}

func conforms(t *testing.T, schema *jsonschema.Schema, text string) {
	t.Helper()
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err, text)
	require.NoError(t, schema.Validate(instance), text)
}

// corpusFolder writes every body of testdata/corpus.jsonl to a file of its
// own, and all that fit on a line to one .ndjson file.
func corpusFolder(t *testing.T) (dir string, bodies int) {
	t.Helper()
	dir = t.TempDir()
	corpus, err := os.Open("../../../../testdata/corpus.jsonl")
	require.NoError(t, err)
	defer corpus.Close()
	var lines bytes.Buffer
	for r := bufio.NewReader(corpus); ; {
		line, err := r.ReadBytes('\n')
		var row struct {
			Name string
			Body json.RawMessage
			Raw  string
		}
		if len(line) > 0 {
			require.NoError(t, json.Unmarshal(line, &row))
			body := []byte(row.Raw)
			if row.Body != nil {
				body = row.Body
			}
			require.NoError(t, os.WriteFile(filepath.Join(dir, row.Name+".json"), body, 0o644))
			lines.Write(append(bytes.ReplaceAll(body, []byte("\n"), []byte(" ")), '\n'))
			bodies++
		}
		if err != nil {
			break
		}
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "all.ndjson"), lines.Bytes(), 0o644))
	return dir, bodies
}

// TestJSONReportFitsItsSchema checks the reports of the whole corpus, notes
// included, against the shipped schema.
func TestJSONReportFitsItsSchema(t *testing.T) {
	dir, bodies := corpusFolder(t)
	require.Greater(t, bodies, 100)
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	args := append([]string{"--severity", "note", "--format", "json"}, append(files, filepath.Join(dir, "missing.json"))...)
	code, out, _ := linqlint("", args...)
	require.Equal(t, 3, code)
	conforms(t, reportSchema(t, ""), out)
	require.Contains(t, out, `"record":`)
	require.Contains(t, out, `"status":"unreadable"`)
	require.Contains(t, out, `"severity":"note"`)
	require.Contains(t, out, `"related":[{`)

	for _, empty := range []string{t.TempDir(), "-"} {
		_, out, _ = linqlint(`{"message":{"parts":[{"type":"text","value":"Hi"}]}}`, "--format", "json", empty)
		conforms(t, reportSchema(t, ""), out)
	}
}

// TestJSONLinesFitTheDiagnostic checks every line of the jsonl format against
// the schema's diagnostic: it has one member more, the file.
func TestJSONLinesFitTheDiagnostic(t *testing.T) {
	dir, _ := corpusFolder(t)
	schema := reportSchema(t, "#/$defs/diagnostic")
	_, out, _ := linqlint("", "--severity", "note", "--format", "jsonl", filepath.Join(dir, "all.ndjson"))
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	require.Greater(t, len(lines), 80)
	for _, line := range lines {
		var members map[string]json.RawMessage
		require.NoError(t, json.Unmarshal([]byte(line), &members), line)
		require.Contains(t, members, "file")
		require.Contains(t, members, "record")
		delete(members, "file")
		bare, err := json.Marshal(members)
		require.NoError(t, err)
		conforms(t, schema, string(bare))
	}
}

// TestRecordsAgreeWithFiles compares what is found in bodies in separate files with what is found in the same bodies as lines: the same
// rules, pointers and columns, and offsets that count from the file's start.
func TestRecordsAgreeWithFiles(t *testing.T) {
	type place struct{ Offset, Line, Column int }
	type finding struct {
		File, Rule, Pointer string
		Record              int
		Start, End          place
	}
	parse := func(out string) (all []finding) {
		for line := range strings.Lines(out) {
			var f finding
			require.NoError(t, json.Unmarshal([]byte(line), &f))
			all = append(all, f)
		}
		return all
	}
	bodies := []string{
		`{"message":{"parts":[]}}`,
		`{"to":["+12052532136","x"],"message":{"parts":[{"type":"text","value":"🎉","text_decorations":[{"range":[0,5],"style":"bold"}]}]}}`,
		`{"message":{"parts":[{"type":"text","value":"Hi"}],"effect":{"name":"Confetti","type":"screen"},"preferred_service":"sms"}}`,
	}
	dir := t.TempDir()
	var alone []finding
	var lines, array string
	for i, body := range bodies {
		file := filepath.Join(dir, "body.json")
		require.NoError(t, os.WriteFile(file, []byte(body), 0o644))
		_, out, _ := linqlint("", "--format", "jsonl", file)
		for _, f := range parse(out) {
			f.Record = i + 1
			alone = append(alone, f)
		}
		lines += body + "\r\n\n"
		array += ", " + body
	}
	array = "[\n" + array[2:] + "\n]"
	for name, text := range map[string]string{"lines.ndjson": "\uFEFF" + lines, "array.json": array} {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
		input := "ndjson"
		if name == "array.json" {
			input = "array"
		}
		_, out, _ := linqlint("", "--format", "jsonl", "--input", input, file)
		got := parse(out)
		require.Len(t, got, len(alone), name)
		for i, f := range got {
			want := alone[i]
			base := strings.Index(text, bodies[want.Record-1])
			require.Equal(t, want.Rule, f.Rule)
			require.Equal(t, want.Pointer, f.Pointer)
			require.Equal(t, want.Record, f.Record)
			require.Equal(t, base+want.Start.Offset, f.Start.Offset, name)
			require.Equal(t, base+want.End.Offset, f.End.Offset, name)
			require.Equal(t, 1+strings.Count(text[:base], "\n"), f.Start.Line, name)
			if name == "lines.ndjson" {
				require.Equal(t, want.Start.Column, f.Start.Column)
			} else {
				require.Equal(t, columnOf(text, f.Start.Offset), f.Start.Column)
			}
		}
	}
}

// columnOf counts UTF-16 code units the slow way.
func columnOf(text string, offset int) int {
	column := 1
	for _, r := range text[strings.LastIndexByte(text[:offset], '\n')+1 : offset] {
		column++
		if r > 0xFFFF {
			column++
		}
	}
	return column
}
