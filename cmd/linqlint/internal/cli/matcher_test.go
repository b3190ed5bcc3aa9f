package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestProblemMatcher: the matcher, and the one of docs/editors.md, reads the
// headers of the text report and the lines of the compact one.
func TestProblemMatcher(t *testing.T) {
	var file struct {
		ProblemMatcher []struct {
			Owner   string
			Pattern []struct {
				Regexp                                      string
				File, Line, Column, Severity, Code, Message int
			}
		}
	}
	text, err := os.ReadFile("../../../../.github/linqlint-matcher.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &file))
	pattern := file.ProblemMatcher[0].Pattern[0]
	re := regexp.MustCompile(pattern.Regexp)
	docs, err := os.ReadFile("../../../../docs/editors.md")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, os.Mkdir("payloads", 0o755))
	require.NoError(t, os.WriteFile(filepath.Join("payloads", "good.json"), []byte(good), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join("payloads", "bad one.json"), []byte(bad), 0o644))
	for _, format := range []string{"text", "compact"} {
		code, out, _ := linqlint("", "--color", "never", "--format", format, "payloads")
		require.Equal(t, 1, code)
		var found []string
		for _, line := range strings.Split(out, "\n") {
			if m := re.FindStringSubmatch(line); m != nil {
				found = append(found, m[pattern.File], m[pattern.Line], m[pattern.Column], m[pattern.Severity], m[pattern.Code])
				require.NotEmpty(t, m[pattern.Message])
			}
		}
		require.Equal(t, []string{"payloads/bad one.json", "1", "7", "error", "to-empty"}, found, format)
	}
	quoted, err := json.Marshal(pattern.Regexp)
	require.NoError(t, err)
	require.Contains(t, string(docs), string(quoted))
}

// TestCompletions: the shells get what the command knows.
func TestCompletions(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		code, out, _ := linqlint("", "completion", shell)
		require.Zero(t, code)
		require.Contains(t, out, "linqlint")
	}
	for line, want := range map[string]string{
		"check --format ":      "sarif",
		"check --kind ":        "chats.messages.send",
		"check --input ":       "postman",
		"explain decoration-o": "decoration-overlap",
		"check --off mention-": "mention-*",
		"schema messages.":     "messages.create",
	} {
		code, out, _ := linqlint("", append([]string{"__complete"}, strings.Split(line, " ")...)...)
		require.Zero(t, code, out)
		require.Contains(t, strings.Split(out, "\n"), want, line)
	}
}
