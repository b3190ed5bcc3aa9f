package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// nasty is a file name and a text with characters that formats must escape.
const (
	nastyPath = "a dir/<b>&\"c\",%:|`d`.json"
	nastyText = "{\"a\": \"]]><script>alert(1)</script>\u0001\x1b[2J\xff\u202e🎉\"}\n"
)

// batches are what every format's golden file shows: an ordinary file, a
// hostile one, a clean one, a skipped one, one unreadable, and a piece of a
// file with records.
func batches(t *testing.T) []*Batch {
	nasty := found(t, nastyText, `"a"`, validate.Diagnostic{
		Rule: "field-unknown", Severity: validate.SeverityWarning, Message: "\"a\" <is> & \"unknown\", 100%\nsecond line \x1b[31m]]>",
		Hint: "say | `what`", Pointer: "/a",
	})
	const lines = "{}\n{\"to\": []}\n"
	second := found(t, lines, "[]", validate.Diagnostic{Rule: "to-empty", Message: "to is empty", Pointer: "/to", APICode: 1001, Severity: validate.SeverityNote})
	second.Record = 2
	clean := whole("clean.json", "{}")
	skipped := whole("package.json", "{}")
	skipped.Status, skipped.Kind = Skipped, ""
	gone := whole("gone.json", "")
	gone.Status, gone.Kind, gone.Problem = Unreadable, "", "permission denied"
	findings := orderFindings(t)
	findings[3].Fixes[0].Safe = true
	return []*Batch{
		whole("orders/vip.json", orderText, findings...), whole(nastyPath, nastyText, nasty), clean, skipped, gone,
		{Path: "campaign.ndjson", First: true, Text: []byte(lines)},
		{Path: "campaign.ndjson", Last: true, Status: Checked, Text: []byte(lines), Findings: []Finding{second}},
	}
}

// nopCloser is a buffer that can be closed.
type nopCloser struct{ bytes.Buffer }

func (nopCloser) Close() error { return nil }

func TestFormats(t *testing.T) {
	formats := map[string]func(Options) Writer{
		"text.txt":       newText,
		"report.json":    func(o Options) Writer { return NewJSON(o) },
		"report.jsonl":   func(o Options) Writer { return NewJSONL(o) },
		"sarif.json":     func(o Options) Writer { return NewSARIF(o) },
		"github.txt":     func(o Options) Writer { return NewGitHub(o) },
		"gitlab.json":    func(o Options) Writer { return NewGitLab(o) },
		"junit.xml":      func(o Options) Writer { return NewJUnit(o) },
		"checkstyle.xml": func(o Options) Writer { return NewCheckstyle(o) },
		"compact.txt":    func(o Options) Writer { return NewCompact(o) },
		"agent.txt":      func(o Options) Writer { return NewAgent(o) },
		"statistics.txt": func(o Options) Writer { return NewStatistics(o) },
		"page.html":      func(o Options) Writer { return NewHTML(o) },
	}
	for name, build := range formats {
		t.Run(name, func(t *testing.T) {
			out := written(t, build, Options{}, batches(t)...)
			shown := out
			if name == "sarif.json" {
				// The rules' texts are compared with docs/rules.md elsewhere.
				shown = regexp.MustCompile(`(?s)"rules":\[.*\n\]`).ReplaceAllString(out, `"rules":[]`)
			}
			golden(t, filepath.Join("formats", name), shown)
			switch filepath.Ext(name) {
			case ".json":
				require.True(t, json.Valid([]byte(out)), out)
			case ".jsonl":
				for line := range strings.Lines(out) {
					require.True(t, json.Valid([]byte(line)), line)
				}
			case ".xml":
				requireXML(t, out)
			case ".txt":
				require.NotContains(t, out, "\x1b", "an escape of the payload reached the terminal")
			}
		})
	}
}

// requireXML demands well-formed XML.
func requireXML(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		_, err := d.Token()
		if err == io.EOF {
			return
		}
		require.NoError(t, err)
	}
}

// TestSARIFMatchesStandard validates against the schema of OASIS, and parses the
// report with a library for the format.
func TestSARIFMatchesStandard(t *testing.T) {
	out := written(t, func(o Options) Writer { return NewSARIF(o) }, Options{}, batches(t)...)
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
	require.NoError(t, err)
	require.NoError(t, sarifSchema(t).Validate(instance))

	parsed, err := sarif.FromBytes([]byte(out))
	require.NoError(t, err)
	require.Len(t, parsed.Runs[0].Results, 6)
	require.Len(t, parsed.Runs[0].Tool.Driver.Rules, len(rules.All()))
	for _, r := range parsed.Runs[0].Results {
		if i := r.RuleIndex; i >= 0 {
			require.Equal(t, *r.RuleID, *parsed.Runs[0].Tool.Driver.Rules[i].ID)
		}
	}
}

// sarifSchema is the schema of OASIS, from the sources of the library.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	require.NoError(t, err)
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "pkg/report/v210/sarif/schema.go"), nil, 0)
	require.NoError(t, err)
	literal := file.Scope.Lookup("schema").Decl.(*ast.ValueSpec).Values[0].(*ast.BasicLit)
	text, err := strconv.Unquote(literal.Value)
	require.NoError(t, err)
	require.Contains(t, text, "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema")
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("sarif.json", doc))
	schema, err := c.Compile("sarif.json")
	require.NoError(t, err)
	return schema
}

// TestJUnitCounts compares the counts in the attributes of suites with their cases.
func TestJUnitCounts(t *testing.T) {
	out := written(t, func(o Options) Writer { return NewJUnit(o) }, Options{}, batches(t)...)
	var suites struct {
		Suites []struct {
			Name     string `xml:"name,attr"`
			Tests    int    `xml:"tests,attr"`
			Failures int    `xml:"failures,attr"`
			Errors   int    `xml:"errors,attr"`
			Skipped  int    `xml:"skipped,attr"`
			Cases    []struct {
				Failure, Error, Skipped *struct {
					Message string `xml:"message,attr"`
				}
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	out = strings.NewReplacer("<failure", "<Failure", "</failure", "</Failure", "<error", "<Error", "<skipped", "<Skipped", "</skipped", "</Skipped").Replace(out)
	require.NoError(t, xml.Unmarshal([]byte(out), &suites))
	require.Len(t, suites.Suites, 6)
	for _, s := range suites.Suites {
		failures, errs, skipped := 0, 0, 0
		for _, c := range s.Cases {
			if c.Failure != nil {
				failures++
			}
			if c.Error != nil {
				errs++
			}
			if c.Skipped != nil {
				skipped++
			}
		}
		require.Equal(t, []int{len(s.Cases), failures, errs, skipped}, []int{s.Tests, s.Failures, s.Errors, s.Skipped}, s.Name)
		require.NotEmpty(t, s.Cases, s.Name)
	}
}

// TestJobSummary checks the Markdown of GitHub's job summary.
func TestJobSummary(t *testing.T) {
	var summary nopCloser
	written(t, func(o Options) Writer { return NewGitHub(o) }, Options{JobSummary: &summary}, batches(t)...)
	golden(t, "formats/job-summary.md", summary.String())

	summary.Reset()
	many := orderFindings(t)
	for len(many) < maxSummaryRows+5 {
		many = append(many, many[0])
	}
	written(t, func(o Options) Writer { return NewGitHub(o) }, Options{JobSummary: &summary}, whole("a.json", orderText, many...))
	require.Contains(t, summary.String(), "\n5 problems more.\n")
}

// TestFingerprints checks what changes a fingerprint.
func TestFingerprints(t *testing.T) {
	print := func(text string) string {
		f := found(t, text, "[3", validate.Diagnostic{Rule: "r", Pointer: "/a"})
		f.End = position(text, strings.Index(text, "]")+1)
		return Fingerprint(whole("a.json", text), &f)
	}
	same := print(`{"a":[3,"x  \"y"]}`)
	require.Equal(t, same, print("{\n\n  \"b\": 1, \"a\": [3,\n\t\"x  \\\"y\"  ]}"), "white space and place do not count")
	require.NotEqual(t, same, print(`{"a":[3,"x \"y"]}`), "white space in a string does")
	require.NotEqual(t, same, print(`{"a":[3,"x"]}`))

	b := whole("a.json", "[3]")
	f := found(t, "[3]", "[3]", validate.Diagnostic{Rule: "r"})
	var prints fingerprints
	first, second := prints.of(b, &f), prints.of(b, &f)
	require.NotEqual(t, first, second, "equal findings are numbered")
	require.Equal(t, first, (&fingerprints{}).of(b, &f))
}

// TestPageIsSelfContained checks that a page fetches nothing, and that a payload is
// never markup.
func TestPageIsSelfContained(t *testing.T) {
	out := written(t, func(o Options) Writer { return NewHTML(o) }, Options{}, batches(t)...)
	for _, word := range []string{"<link", "<img", "@import", "src=", "url("} {
		require.NotContains(t, strings.Split(out, "<details")[0], word)
	}
	require.NotContains(t, out, "<script>alert")
	require.Equal(t, 1, strings.Count(out, "<script>"))
	require.Equal(t, strings.Count(out, "<span"), strings.Count(out, "</span>"))
}

// TestNothingFound writes every format of a run without findings.
func TestNothingFound(t *testing.T) {
	for _, build := range []func(Options) Writer{newText, func(o Options) Writer { return NewHTML(o) }, func(o Options) Writer { return NewStatistics(o) }} {
		require.Contains(t, written(t, build, Options{}, whole("a.json", "{}")), "no problems in 1 file")
	}
	_, err := os.Stat("testdata/formats")
	require.NoError(t, err)
}
