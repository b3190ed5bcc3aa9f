package ruledoc_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/ruledoc"
	"github.com/linqlint/linqlint/rules"
)

var update = flag.Bool("update", false, "rewrite docs/rules.md and the golden texts")

// golden compares got with a file, or rewrites the file with -update.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "%s is stale: go test ./cmd/linqlint/internal/ruledoc -update", path)
}

func TestPageIsCurrent(t *testing.T) {
	golden(t, "../../../../docs/rules.md", ruledoc.Markdown(rules.All()))
}

// GitHub makes a heading's anchor from its text; the sections must have no
// other headings, and each rule's must be its id.
func TestHeadingsAreTheIDs(t *testing.T) {
	page := string(ruledoc.Markdown(rules.All()))
	var headings []string
	for _, line := range strings.Split(outsideFences(page), "\n") {
		if id, ok := strings.CutPrefix(line, "## "); ok {
			headings = append(headings, id)
		}
	}
	var ids []string
	for _, r := range rules.All() {
		ids = append(ids, r.ID)
		require.Contains(t, page, "](#"+r.ID+")", "the table of contents")
	}
	require.Equal(t, ids, headings)
	for _, id := range ids {
		require.Regexp(t, regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), id, "GitHub's anchor of a heading is the heading itself")
	}
}

func outsideFences(page string) string {
	return regexp.MustCompile("(?s)\n```.*?\n```\n").ReplaceAllString(page, "\n")
}

func TestNoLineIsEndless(t *testing.T) {
	for _, line := range strings.Split(string(ruledoc.Markdown(rules.All())), "\n") {
		require.Less(t, utf8.RuneCountInString(line), 1200, "%.80s…", line)
	}
}

func TestTextFitsTheTerminal(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		for _, r := range rules.All() {
			text := ruledoc.Text(r, width)
			require.True(t, strings.HasPrefix(text, r.ID+" ("+r.Severity.String()+")"))
			require.True(t, strings.HasSuffix(text, "\n"))
			require.NotContains(t, text, "\x1b")
			for _, line := range strings.Split(text, "\n") {
				words := strings.Fields(strings.TrimPrefix(strings.TrimLeft(line, " -"), "where "))
				if len(words) > 1 && !strings.HasPrefix(line, "    ") { // a single long word, a URL, and the bodies may be longer
					require.LessOrEqual(t, uniseg.StringWidth(line), width, "%s: %s", r.ID, line)
				}
			}
		}
	}
}

func TestTextGolden(t *testing.T) {
	for _, id := range []string{"decoration-overlap", "app-name", "effect-legacy", "to-max", "json-syntax", "builder-substring", "first-message-effect", "campaign-idempotency-key", "config"} {
		t.Run(id, func(t *testing.T) {
			r, ok := rules.Lookup(id)
			require.True(t, ok)
			golden(t, "testdata/"+id+".txt", []byte(ruledoc.Text(r, 80)))
		})
	}
}
