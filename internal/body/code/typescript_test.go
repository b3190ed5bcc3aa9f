package code

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// TestTypeScript compiles all generated programs at once against the vendor's
// SDK, strictly, runs them against a local server and compares what arrives.
func TestTypeScript(t *testing.T) {
	packages, err := filepath.Abs("testdata/ts/node_modules")
	require.NoError(t, err)
	require.DirExists(t, filepath.Join(packages, "@linqapp", "sdk"), "the SDK is not installed: run `npm ci --prefix internal/body/code/testdata/ts`")
	bodies := samples(t)
	server := newRecorder(t)
	dir := t.TempDir()
	require.NoError(t, os.Symlink(packages, filepath.Join(dir, "node_modules")))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "package.json"), []byte(`{"type":"module"}`), 0o600))
	for _, name := range []string{"tsconfig.json", "run.mjs"} {
		data, err := os.ReadFile(filepath.Join("testdata/ts", name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o600))
	}
	run := []string{filepath.Join(dir, "run.mjs")}
	typed := 0
	for i, s := range bodies {
		source, err := Write(TypeScript, []byte(s.body), validate.WithKind(s.kind))
		require.NoError(t, err, s.name)
		if !strings.Contains(source, "raw request") {
			typed++
		}
		name := "send" + strconv.Itoa(i)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name+".ts"), []byte(source), 0o600))
		run = append(run, filepath.Join(dir, name+".js"))
	}
	t.Logf("%d of %d bodies fit the SDK's methods", typed, len(bodies))
	require.Greater(t, 2*typed, len(bodies), "most bodies fit the SDK's methods")

	compile := exec.Command("node", filepath.Join(packages, "typescript", "bin", "tsc"), "--project", dir)
	out, err := compile.CombinedOutput()
	require.NoError(t, err, "%s", out)
	node := exec.Command("node", run...)
	node.Env = server.environment()
	out, err = node.CombinedOutput()
	require.NoError(t, err, "%s", out)
	server.requireSent(t, bodies)
}

// TestSDKVersion: what the code says of the SDK is said of the version that the
// tests compile against.
func TestSDKVersion(t *testing.T) {
	data, err := os.ReadFile("testdata/ts/package.json")
	require.NoError(t, err)
	require.Contains(t, string(data), `"@linqapp/sdk": "`+sdkVersion+`"`)
}

// TestTypedWhereItCanBe: the raw request is for what the types refuse, and no
// more: it names the reason.
func TestTypedWhereItCanBe(t *testing.T) {
	for _, test := range []struct{ name, kind, body, want string }{
		{"fits", "chats.messages.send", `{"message":{"parts":[{"type":"text","value":"hi"}]}}`, `client.chats.messages.send(process.env['CHAT_ID']!, {`},
		{"no method", "chats.polls.create", `{"poll":{"options":[{"text":"a"},{"text":"b"}]}}`, "it has no method for chats.polls.create. So this is its raw request."},
		{"a member that came later", "messages.create", `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"hi"}]},"override_optout":true}`, "its types have no override_optout there."},
		{"a part that came later", "message", `{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay"}]}`, "its types know no such part as app_clip."},
		{"a name that is no word", "messages.edit", `{"text":"a","b\nc\u2028d":1}`, `its types have no "b\nc\u2028d" there.`},
		{"a type that is no word", "message", `{"parts":[{"type":"b\nc"}]}`, `its types know no such part as "b\nc".`},
		{"null", "messages.edit", `{"text":"a","part_index":null}`, "part_index is not an integer."},
		{"too large a number", "message", own[6].body, "a number in the body is too large for JavaScript."},
		{"a content type that came later", "attachments.create", `{"filename":"a.wav","content_type":"audio/wav","size_bytes":1}`, "its types do not take that content_type."},
	} {
		t.Run(test.name, func(t *testing.T) {
			source, err := Write(TypeScript, []byte(test.body), validate.WithKind(validate.Kind(test.kind)))
			require.NoError(t, err)
			require.Contains(t, source, test.want)
		})
	}
}
