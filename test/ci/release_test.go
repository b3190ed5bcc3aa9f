package ci

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/linqlint/linqlint"

// serveRelease lets Go find the release, and all other modules, in file proxies only.
func (p *place) serveRelease() {
	p.t.Helper()
	p.installByVersion()
	p.must(p.dir, "go", "mod", "download", module+"@"+version, module+"/cmd/linqlint@"+version)
	fetched := strings.TrimSpace(p.must(p.dir, "go", "env", "GOMODCACHE"))
	machine := strings.TrimSpace(p.must(p.dir, "go", "env", "GOPROXY"))
	machine, _, _ = strings.Cut(machine, ",")
	p.set("GOMODCACHE", p.t.TempDir(), "GOPROXY", "file://"+filepath.Join(fetched, "cache/download")+","+machine,
		"GOPRIVATE", "", "GOSUMDB", "off", "GOVCS", "*:off")
}

// TestRelease installs the command and imports the library from a release, each from an empty
// module.
func TestRelease(t *testing.T) {
	p := newPlace(t)
	p.serveRelease()

	p.must(t.TempDir(), "go", "install", module+"/cmd/linqlint@"+version)
	out, code := p.run("bash", "-c", "linqlint version")
	require.Zero(t, code, out)
	require.Contains(t, out, "linqlint "+version+" ")

	app := t.TempDir()
	p.must(app, "go", "mod", "init", "example.com/app")
	p.must(app, "go", "get", module+"/validate@"+version)
	program := `package main

import (
	"fmt"

	"github.com/linqlint/linqlint/validate"
)

func main() { fmt.Println(validate.JSON([]byte("{}")).Err() != nil) }
`
	require.NoError(t, os.WriteFile(filepath.Join(app, "main.go"), []byte(program), 0o644))
	require.Equal(t, "true\n", p.must(app, "go", "run", "."))
	goMod, err := os.ReadFile(filepath.Join(app, "go.mod"))
	require.NoError(t, err)
	require.Contains(t, string(goMod), module+" "+version)
	require.NotContains(t, string(goMod), "replace")
}

// TestReleaseRefuses runs scripts/release where a release would be wrong.
func TestReleaseRefuses(t *testing.T) {
	p := newPlace(t)
	clone := filepath.Join(t.TempDir(), "clone")
	p.must(p.dir, "git", "clone", "-q", p.release, clone)
	for _, row := range []struct{ name, script, want string }{
		{"no version", `scripts/release`, "usage: scripts/release v1.2.3"},
		{"not a version", `scripts/release 1.2.3`, "usage: scripts/release v1.2.3"},
		{"another major version", `scripts/release v2.0.0`, "usage: scripts/release v1.2.3"},
		{"tag exists", `scripts/release ` + version, "the tag " + version + " already exists"},
		{"not in the changelog", `scripts/release v1.0.9`, "CHANGELOG.md has no section v1.0.9"},
		{"changed tree", `touch new && scripts/release v1.0.9`, "the tree has uncommitted changes"},
	} {
		t.Run(row.name, func(t *testing.T) {
			out, code := p.runIn(clone, "bash", "-ec", row.script)
			require.Equal(t, 1, code, out)
			require.Contains(t, out, "release: "+row.want)
		})
	}
}
