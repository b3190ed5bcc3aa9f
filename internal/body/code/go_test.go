//go:build acceptance

package code

import (
	"encoding/json"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// TestGo puts all generated programs into one, compiles it, runs it against a
// local server and compares what arrives. The program's files exist only in an
// overlay, so that it is a package of this module and nothing is written into
// the source tree.
func TestGo(t *testing.T) {
	bodies := slices.DeleteFunc(samples(t), func(s sample) bool { return api.KindNamed(string(s.kind)).ByTable }) // package builder has no request for them
	server := newRecorder(t)
	dir := t.TempDir()
	module, err := filepath.Abs("../../..")
	require.NoError(t, err)
	overlay := map[string]map[string]string{"Replace": {}}
	add := func(name, source string) {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(source), 0o600))
		overlay["Replace"][filepath.Join(module, "internal/body/code/generated", name)] = path
	}
	all := "package main\n\nfunc main() {\n"
	for i, s := range bodies {
		source, err := Write(Go, []byte(s.body), validate.WithKind(s.kind))
		require.NoError(t, err, s.name)
		formatted, err := format.Source([]byte(source))
		require.NoError(t, err, "%s:\n%s", s.name, source)
		require.Equal(t, string(formatted), source, "%s is not as gofmt writes it", s.name)
		n := strconv.Itoa(i)
		require.Equal(t, 1, strings.Count(source, "func main() {"))
		require.Equal(t, 1, strings.Count(source, api.BaseURL))
		source = strings.Replace(source, "func main() {", "func send"+n+"() {", 1)
		source = strings.Replace(source, api.BaseURL, server.URL, 1)
		add("send"+n+".go", source)
		all += "\tsend" + n + "()\n"
	}
	add("main.go", all+"}\n")
	list, err := json.Marshal(overlay)
	require.NoError(t, err)
	overlayFile, program := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "generated.exe")
	require.NoError(t, os.WriteFile(overlayFile, list, 0o600))

	build := exec.Command("go", "build", "-overlay", overlayFile, "-o", program, "github.com/linqlint/linqlint/internal/body/code/generated")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	run := exec.Command(program)
	run.Env = server.environment()
	out, err = run.CombinedOutput()
	require.NoError(t, err, "%s", out)
	server.requireSent(t, bodies)
}
