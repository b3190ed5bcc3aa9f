package arch

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// documents returns the Markdown files that people write, by path from the root.
func documents(t *testing.T) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/decisions/*.md"} {
		files, err := filepath.Glob("../../" + pattern)
		require.NoError(t, err)
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			pages[strings.TrimPrefix(filepath.ToSlash(file), "../../")] = string(text)
		}
	}
	return pages
}

// TestNamedTestsExist fails for a test that a document names and that does not
// exist: SECURITY.md names the test of each claim.
func TestNamedTestsExist(t *testing.T) {
	var sources strings.Builder
	require.NoError(t, filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(name, "_test.go") {
			text, err := os.ReadFile(name)
			sources.Write(text)
			return err
		}
		return nil
	}))
	named := regexp.MustCompile("`((?:Test|Fuzz)[A-Z][A-Za-z0-9]*)`")
	for name, text := range documents(t) {
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			if !strings.Contains(sources.String(), "\nfunc "+m[1]+"(") {
				t.Errorf("%s names %s, which does not exist", name, m[1])
			}
		}
	}
}

// TestLinksLead fails for a relative link of a document that leads nowhere.
func TestLinksLead(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s#:]+)(#[^)\s]*)?\)`)
	code := regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
	for name, text := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(code.ReplaceAllString(text, ""), -1) {
			target := path.Join(path.Dir(name), m[1])
			if _, err := os.Stat("../../" + target); err != nil {
				t.Errorf("%s links to %s, which does not exist", name, m[1])
			}
		}
	}
}

// TestIndex fails for a page of docs/ that its index does not list.
func TestIndex(t *testing.T) {
	pages := documents(t)
	for name := range pages {
		if short, ok := strings.CutPrefix(name, "docs/"); ok && short != "README.md" {
			require.Contains(t, pages["docs/README.md"], "]("+short+")", "docs/README.md")
		}
	}
}

// TestReadmeNamesFolders fails for a package's folder that the README's table of
// folders leaves out, and for a path in its tables that does not exist.
func TestReadmeNamesFolders(t *testing.T) {
	text := documents(t)["README.md"]
	_, text, _ = strings.Cut(text, "| folder | holds |")
	table, _, _ := strings.Cut(text, "\n\n")
	for _, above := range []string{"internal", "cmd/linqlint/internal"} {
		folders, err := os.ReadDir("../../" + above)
		require.NoError(t, err)
		for _, folder := range folders {
			if name := folder.Name(); folder.IsDir() && name != "arch" && name != "oracle" {
				require.Regexp(t, "`("+above+"/)?"+name+"`", table, "README.md: the table of folders")
			}
		}
	}
	tables, _, _ := strings.Cut(text, "\n## ")
	for _, m := range regexp.MustCompile("`([a-z]+/[a-z/._-]+)`").FindAllStringSubmatch(tables, -1) {
		// A path in a cell may begin in the folder that the cell names first.
		found := false
		for _, in := range []string{"", "cmd/linqlint/internal", "cmd/linqlint/internal/lint"} {
			_, err := os.Stat(path.Join("../..", in, m[1]))
			found = found || err == nil
		}
		require.True(t, found, "README.md names %s, which does not exist", m[1])
	}
}

// TestWorkflows checks what the workflows may do and that each action is pinned
// by its commit.
func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	// What a job of a workflow may write, and no other.
	writes := map[string][]string{"release.yml": {"contents", "id-token"}, "pages.yml": {"pages", "id-token"}}
	write := regexp.MustCompile(`(?m)^ +([a-z-]+): write`)
	uses := regexp.MustCompile(`(?m)^\s*-? *uses: (\S+)`)
	pinned := regexp.MustCompile(`^[\w./-]+@[0-9a-f]{40}$`)
	for _, file := range append(files, "../../action.yml") {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, m := range uses.FindAllStringSubmatch(string(text), -1) {
			require.Regexp(t, pinned, m[1], file)
		}
		if filepath.Base(file) != "action.yml" {
			require.Regexp(t, `\npermissions:( \{\}|\n  contents: read)\n`, string(text), file)
			for _, m := range write.FindAllStringSubmatch(string(text), -1) {
				require.Contains(t, writes[filepath.Base(file)], m[1], file)
			}
			require.NotContains(t, string(text), "write-all", file)
		}
	}
}
