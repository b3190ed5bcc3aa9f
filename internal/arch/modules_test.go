package arch

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRequirements compares the library's direct requirements with the list of
// docs/decisions/modules.md: each is imposed on every importer.
func TestRequirements(t *testing.T) {
	out, err := exec.Command("go", "mod", "edit", "-json", "../../go.mod").Output()
	require.NoError(t, err)
	var file struct {
		Go      string
		Replace []any
		Tool    []any
		Require []struct {
			Path     string
			Indirect bool
		}
	}
	require.NoError(t, json.Unmarshal(out, &file))
	require.Contains(t, []string{"1.24.0", "1.25.0"}, file.Go)
	require.Empty(t, file.Replace)
	require.Empty(t, file.Tool)
	var direct []string
	for _, r := range file.Require {
		if !r.Indirect {
			direct = append(direct, r.Path)
		}
	}
	require.Equal(t, []string{
		"github.com/go-playground/locales",
		"github.com/go-playground/universal-translator",
		"github.com/go-playground/validator/v10",
		"github.com/google/go-cmp",
		"github.com/rivo/uniseg",
		"github.com/stretchr/testify",
		"pgregory.net/rapid",
	}, direct)
}

// older are modules that a program may require in versions from before linqlint.
var older = map[string]string{
	"github.com/fsnotify/fsnotify":             "v1.6.0",
	"github.com/go-playground/validator/v10":   "v10.14.0",
	"github.com/klauspost/compress":            "v1.16.0",
	"github.com/modelcontextprotocol/go-sdk":   "v0.2.0",
	"github.com/santhosh-tekuri/jsonschema/v6": "v6.0.0",
	"github.com/spf13/cobra":                   "v1.7.0",
	"github.com/stretchr/testify":              "v1.8.3",
	"golang.org/x/crypto":                      "v0.9.0",
	"golang.org/x/net":                         "v0.10.0",
	"golang.org/x/sys":                         "v0.8.0",
	"golang.org/x/text":                        "v0.9.0",
}

// importer is a program in a module of its own that imports linqlint's packages.
type importer struct {
	t   *testing.T
	dir string
	env []string
}

// newImporter writes the program. Go finds the modules that this machine has
// downloaded, and the required ones without any content, but no network.
func newImporter(t *testing.T, required map[string]string, packages ...string) importer {
	t.Helper()
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	dir, proxy := t.TempDir(), t.TempDir()
	goMod := "module example.com/importer\n\ngo 1.25.0\n\nrequire " + module[:len(module)-1] + " v0.0.0\n\nreplace " + module[:len(module)-1] + " => " + root + "\n"
	for path, version := range required {
		goMod += "\nrequire " + path + " " + version + "\n"
		file := filepath.Join(proxy, path, "@v", version+".mod")
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte("module "+path+"\n"), 0o644))
	}
	program := "package main\n\nimport (\n"
	for _, name := range packages {
		program += "\t_ \"" + module + name + "\"\n"
	}
	program += ")\n\nfunc main() {}\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(goMod), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(program), 0o644))

	cache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	require.NoError(t, err)
	downloads := filepath.Join(strings.TrimSpace(string(cache)), "cache", "download")
	env := append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod -modcacherw", "GOSUMDB=off", "GOPRIVATE=", "GONOPROXY=",
		"GOMODCACHE="+t.TempDir(), "GOPROXY="+fileURL(proxy)+","+fileURL(downloads))
	return importer{t, dir, env}
}

func fileURL(dir string) string {
	dir = filepath.ToSlash(dir)
	if !strings.HasPrefix(dir, "/") {
		dir = "/" + dir // a drive of Windows
	}
	return "file://" + dir
}

// list runs go list in the program's module and returns the lines.
func (p importer) list(args ...string) []string {
	p.t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Dir, cmd.Env = p.dir, p.env
	var message strings.Builder
	cmd.Stderr = &message
	out, err := cmd.Output()
	require.NoError(p.t, err, message.String())
	lines := strings.Fields(string(out))
	slices.Sort(lines)
	return slices.Compact(lines)
}

// TestImporterOfValidate counts what a program gets that imports validate alone.
func TestImporterOfValidate(t *testing.T) {
	p := newImporter(t, nil, "validate")
	linked := p.list("-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", ".")
	require.Equal(t, []string{"example.com/importer", "github.com/linqlint/linqlint", "github.com/rivo/uniseg"}, linked)
	selected := p.list("-m", "-e", "-f", "{{.Path}}", "all")
	require.LessOrEqual(t, len(selected), 25, "%s", selected)
	for _, path := range selected {
		for _, unwanted := range []string{"spf13", "golang.org/x/net", "klauspost", "fsnotify", "modelcontextprotocol", "jsonschema", "wazero"} {
			require.NotContains(t, path, unwanted)
		}
	}
}

// TestImporterKeepsItsVersions imports every package of the library in a program
// that requires older versions of common modules, and none of them changes.
func TestImporterKeepsItsVersions(t *testing.T) {
	p := newImporter(t, older, "validate", "builder", "decorations", "forecast", "linqtest", "markdown", "preflight", "rules")
	p.list("-e", "-deps", ".") // adds what is missing to go.mod
	for _, line := range p.list("-m", "-e", "-f", "{{.Path}}@{{.Version}}", "all") {
		path, version, _ := strings.Cut(line, "@")
		if want, ok := older[path]; ok {
			require.Equal(t, want, version, path)
		}
	}
}
