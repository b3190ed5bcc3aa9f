package ci

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The actions of others that the documentation uses beside ours. act has no
// service to fetch them from: these look at what they are given.
const (
	// A file that the version or the cache hangs on and that is not there is an
	// error of the real one, too.
	setupGo = `const fs = require("fs");
for (const name of ["GO-VERSION-FILE", "CACHE-DEPENDENCY-PATH"]) fs.accessSync(process.env["INPUT_" + name]);
`
	uploadSARIF = `require("fs").copyFileSync(process.env["INPUT_SARIF_FILE"], process.env["UPLOADED"]);
`
)

// standIn writes an action in JavaScript.
func standIn(t *testing.T, dir, inputs, script string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(dir, 0o755))
	definition := "name: stand-in\ninputs: {" + inputs + "}\nruns: {using: node20, main: main.js}\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "action.yml"), []byte(definition), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.js"), []byte(script), 0o644))
}

// workflow is one job with these steps.
func workflow(steps string) string {
	indent := regexp.MustCompile(`(?m)^(.)`)
	return "on: push\njobs:\n  lint:\n    runs-on: ubuntu-latest\n    steps:\n" + indent.ReplaceAllString(steps, "      $1")
}

// TestAction runs the documentation's workflow in act, without containers.
func TestAction(t *testing.T) {
	p := newPlace(t)
	act := p.act()
	uploaded := filepath.Join(t.TempDir(), "uploaded.sarif")
	p.set("UPLOADED", uploaded)
	others := t.TempDir()
	standIn(t, filepath.Join(others, "setup-go"), "go-version-file: {required: true}, cache-dependency-path: {required: true}", setupGo)
	standIn(t, filepath.Join(others, "codeql/upload-sarif"), "sarif_file: {required: true}", uploadSARIF)

	run := func(steps string) (out string, code int) {
		p.write(".github/workflows/lint.yml", workflow(steps))
		p.push()
		return p.run(act, "push", "-P", "ubuntu-latest=-self-hosted", "--no-cache-server", "--artifact-server-addr", "127.0.0.1", "--env", "UPLOADED="+uploaded,
			"--local-repository", "linqlint/linqlint@v1="+p.release,
			"--local-repository", "actions/setup-go@d35c59abb061a4a6fb18e82ac0862c26744d6ab5="+filepath.Join(others, "setup-go"),
			"--local-repository", "github/codeql-action@v3="+filepath.Join(others, "codeql"))
	}
	steps := documented(t, "GitHub")
	out, code := run(steps)
	require.Equal(t, 1, code, out)
	require.Contains(t, out, "::error file=payloads/bad one.json,line=1,")
	require.Contains(t, out, "| error | [to-empty]") // the job summary
	sarif, err := os.ReadFile(uploaded)
	require.NoError(t, err, "a report is uploaded of a check that fails, too: %s", out)
	require.Contains(t, string(sarif), `"to-empty"`)

	// What an input holds is words, never a script, and a glob is linqlint's.
	hostile := strings.Replace(steps, "paths: payloads", `paths: payloads/g*.json $(touch${IFS}payloads/a) ; touch payloads/b`, 1)
	out, code = run(hostile)
	require.Equal(t, 1, code, out)
	require.NoFileExists(t, filepath.Join(p.dir, "payloads/a"))
	require.NoFileExists(t, filepath.Join(p.dir, "payloads/b"))
	require.Contains(t, out, "$(touch${IFS}payloads/a): no file matches this glob")

	p.must(p.dir, "git", "rm", "-q", "payloads/bad one.json")
	out, code = run(steps)
	require.Zero(t, code, out)
}
