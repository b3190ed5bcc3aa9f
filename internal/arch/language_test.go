package arch

import (
	"bufio"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// avoided are expressions that the project's English does without, and for some
// the continuations with which they are fine. Each match has its literal in it,
// which is faster to look for.
var avoided = []struct {
	literal          string
	expression, fine *regexp.Regexp
}{
	{"stand", regexp.MustCompile(`(?i)\bstands?\b`), regexp.MustCompile(`(?i)^stands?(-in| for\b)`)},
	{" no ", regexp.MustCompile(`(?i)(\bthere )?\b(is|are) no [a-z]+`), regexp.MustCompile(`(?i)^there |no (longer|more)$`)},
	{"mend", regexp.MustCompile(`(?i)\bmend(s|ed|er|ing)?\b`), nil},
	{"without a word", regexp.MustCompile(`(?i)without a word\b`), nil},
	{" over", regexp.MustCompile(`(?i)pass(es|ed)? over\b`), nil},
	{"so to say", regexp.MustCompile(`(?i)so to say`), nil},
	{"foretell", regexp.MustCompile(`(?i)foretell`), nil},
	{"obey", regexp.MustCompile(`(?i)\bobey(s|ed)?\b`), nil},
	{"convinc", regexp.MustCompile(`(?i)convinc`), nil},
	{"whoever", regexp.MustCompile(`(?i)\bwhoever\b`), nil},
	{"judge", regexp.MustCompile(`(?i)\bjudge[ds]?\b`), nil},
	{"cure", regexp.MustCompile(`(?i)\bcure[ds]?\b`), nil},
	{"one home", regexp.MustCompile(`(?i)\bone home\b`), nil},
	{"see", regexp.MustCompile(`(?i)\bsees? to\b`), nil},
	{" square", regexp.MustCompile(`(?i)\b(a|no) square\b`), nil},
	{"answered", regexp.MustCompile(`(?i)\banswered\b`), nil},
	{"our", regexp.MustCompile(`(?i)neighbour|behaviour|colour`), nil},
}

// quotation is what the API's documentation says, in its own words: the argument
// of says in package rules, and its copies in generated files.
var quotation = regexp.MustCompile(`says\(|^> |"quote":`)

// languageFiles calls visit with each file of the tree that is written by or for
// people: code, documentation and generated pages, but not test data.
func languageFiles(t *testing.T, visit func(name string)) {
	t.Helper()
	const root = "../.."
	skipped := []string{"node_modules", "testdata", "dist", "test-results", "look"}
	extensions := []string{".go", ".ts", ".tsx", ".mjs", ".css", ".html", ".md", ".yml", ".yaml", ".schema.json"}
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if path != root && (slices.Contains(skipped, name) || strings.HasPrefix(name, ".") && name != ".github") {
				return filepath.SkipDir
			}
			return nil
		}
		if slices.ContainsFunc(extensions, func(e string) bool { return strings.HasSuffix(name, e) }) && name != "language_test.go" {
			visit(path)
		}
		return nil
	}))
}

// TestLanguage fails for each line with an expression to avoid.
func TestLanguage(t *testing.T) {
	languageFiles(t, func(name string) {
		file, err := os.Open(name)
		require.NoError(t, err)
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<24)
		for n := 1; lines.Scan(); n++ {
			if found := avoidedIn(lines.Text()); found != "" && !quotation.MatchString(lines.Text()) {
				t.Errorf("%s:%d: %q", filepath.ToSlash(name), n, found)
			}
		}
		require.NoError(t, lines.Err(), name)
	})
}

// avoidedIn returns the first expression to avoid in line, or "".
func avoidedIn(line string) string {
	lower := strings.ToLower(line)
	for _, a := range avoided {
		if !strings.Contains(lower, a.literal) {
			continue
		}
		for _, at := range a.expression.FindAllStringIndex(line, -1) {
			if a.fine == nil || !a.fine.MatchString(line[at[0]:min(at[1]+4, len(line))]) && !a.fine.MatchString(line[at[0]:at[1]]) {
				return line[at[0]:at[1]]
			}
		}
	}
	return ""
}

// TestAvoidedIn shows what the expressions find.
func TestAvoidedIn(t *testing.T) {
	for line, want := range map[string]string{
		"it stands here":            "stands",
		"a stand-in, to stand for":  "",
		"this is no body":           "is no body",
		"there is no body":          "",
		"it is no longer there":     "",
		"there are no more, are no": "",
		"the neighbour":             "neighbour",
		"a judgment":                "",
		"it sees to the commas":     "sees to",
		"see tokens, a squared sum": "",
		"the API answered":          "answered",
	} {
		require.Equal(t, want, avoidedIn(line), line)
	}
}
