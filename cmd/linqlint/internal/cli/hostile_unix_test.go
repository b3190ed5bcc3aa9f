//go:build unix

package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/wire"
)

// driving is text that drives a terminal or reorders the text around it: a C1
// escape sequence, a line separator, an override of direction, DEL.
const driving = "\u009b31m\u0085\u2028\u2029\u202ebad\u2066\u200f\u061c\x7f"

// TestNothingDrivesTheTerminal puts such text wherever a payload, a name of a
// file and a config can hold it, and looks at all that the command prints.
func TestNothingDrivesTheTerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	quoted := func(s string) string { return string(wire.AppendString(nil, s)) }
	text := quoted("Hi " + driving)
	body := `{"to":["+12052532136",` + text + `],` + text + `:1,"message":{"preferred_service":"sms","idempotency_key":` + text +
		`,"parts":[{"type":"text","value":` + text + `,` + text + `:"\\ud800` + driving[:2] + `"},{"type":"media","url":` + text + `},{"type":` + text + `},{"type":"link","value":` + text + `}]}}`
	require.Contains(t, body, "\u009b")
	file := "a" + strings.ReplaceAll(driving, "\x7f", "") + ".json"
	lines := "b" + driving + ".ndjson"
	short := `{"message":{"parts":[{"type":"text","value":` + text + `}]}}`
	for name, content := range map[string]string{
		file: body, lines: body + "\n" + short + "\n" + short, "long.json": short, "broken" + driving + ".json": body[:len(body)-9],
		"c" + driving + ".sh":       "curl https://api.linqapp.com/api/partner/v3/chats/x/messages -d '" + body + "'\n",
		"linqlint.jsonc":            `{"rules": {"to-large": "off"}, "known": {"members": [` + quoted("x"+driving) + `]}, "ignores": [{"rule": "to-max", "reason": ` + text + `, "files": ` + text + `}]}`,
		"bad/linqlint.jsonc":        `{"rules": {` + text + `: ` + text + `}, ` + text + `: 1}`,
		"bad/b.json":                short,
		"accepted" + driving + ".x": `{"version": 9}`,
	} {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(content), 0o644))
	}
	commands := [][]string{
		{"--summary", "--exclude", "bad", "."}, {"--max", "1", lines}, {"--max-size", "40", lines, file}, {"--unique", "idempotency-key", lines},
		{"bad"}, {"config", file, "bad/b.json"}, {"nowhere" + driving}, {"nowhere" + driving + "*"}, {"--no-such" + driving}, {"--kind", driving, "."}, {"explain", driving},
		{"--config", driving, "."}, {"--baseline", "accepted" + driving + ".x", "."}, {"--output", "no/" + driving, file}, {"--exclude", "[" + driving, "."},
		{"help", driving}, {driving}, {"--format", driving, "."}, {"--since", driving, "."}, {"--offset", "9", lines}, {"schema", driving}, {"--partition", file, file},
	}
	for _, f := range []string{"text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "compact", "html", "agent"} {
		commands = append(commands, []string{"--severity", "note", "--format", f, "--exclude", "bad", "."})
	}
	for _, f := range []string{file, "long.json", lines} {
		commands = append(commands, []string{"forecast", f}, []string{"forecast", "--format", "json", f}, []string{"preview", "--ruler", f}, []string{"split", f})
		for _, lang := range []string{"go", "curl", "typescript", "python"} {
			commands = append(commands, []string{"code", "--lang", lang, f})
		}
	}
	for _, args := range commands {
		_, out, errs := linqlint("", args...)
		require.NotEmpty(t, out+errs, "%q", args)
		for _, r := range out + errs {
			// Colors are off, so no ESC is ours.
			if wire.IsControl(r) || unicode.IsControl(r) && r != '\n' && r != '\t' {
				t.Errorf("%q prints %s:\n%s", args, strconv.QuoteRune(r), out+errs)
				break
			}
		}
	}
	// Nothing is lost by it.
	_, out, _ := linqlint("", "split", "long.json")
	var sent struct {
		Message struct{ Parts []struct{ Value string } }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &sent))
	require.Equal(t, "Hi "+driving, sent.Message.Parts[0].Value)
}
