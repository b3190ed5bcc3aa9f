// Package arch has the table of the project's imports. They go one way, so that
// a package can be read without those that import it.
package arch

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/linqlint/linqlint/"

// imports lists, for each package, exactly the packages of this project that it
// imports. A package may import only those above it.
var imports = []struct{ name, imports string }{
	{"internal/commonmark", ""},
	{"internal/scan", ""},
	{"internal/wire", ""},
	{"decorations", "internal/scan internal/wire"},
	{"internal/spelling", ""},
	{"internal/place", "decorations internal/scan"},
	{"internal/steps", ""},
	{"internal/api", "decorations internal/scan"},
	{"internal/body", "internal/scan internal/wire"},
	{"internal/body/share", "internal/api internal/scan internal/wire"},
	{"validate", "decorations internal/api internal/commonmark internal/place internal/scan internal/spelling internal/wire"},
	{"internal/settings", "internal/place internal/scan internal/spelling validate"},
	{"builder", "decorations internal/api internal/place internal/scan internal/wire validate"},
	{"internal/body/schema", "internal/api validate"},
	{"internal/mock/apierror", "internal/api internal/wire validate"},
	{"rules", "decorations internal/api internal/scan validate"},
	{"forecast", "builder decorations internal/api internal/scan internal/wire validate"},
	{"internal/body/compose", "builder internal/scan validate"},
	{"internal/body/code", "builder decorations internal/api internal/scan internal/wire validate"},
	{"internal/mock", "decorations internal/api internal/mock/apierror internal/scan internal/wire validate"},
	{"markdown", "builder decorations internal/api internal/commonmark internal/scan internal/wire validate"},
	{"preflight", "builder internal/api internal/mock/apierror validate"},
	{"validate/tags", "builder internal/api internal/wire validate"},
	{"linqtest", "builder internal/mock validate"},
	{"internal/playground", "decorations internal/api internal/body/share internal/place internal/scan internal/settings internal/wire validate"},
	{"internal/playground/contract", "internal/playground"},
	{"internal/playground/tools", "builder forecast internal/api internal/body/code internal/body/share internal/place internal/playground internal/scan internal/wire validate"},
	{"cmd/wasm", "internal/playground"},
	{"internal/playground/replay", "internal/api internal/playground internal/playground/tools internal/wire rules validate"},
	{"cmd/wasm-markdown", "builder internal/playground internal/playground/tools internal/wire markdown"},
	{"cmd/linqlint/internal/lint/git", ""},
	{"cmd/linqlint/internal/lint/source", ""},
	{"cmd/linqlint/internal/lint/extract", "cmd/linqlint/internal/lint/source internal/api internal/scan internal/wire validate"},
	{"cmd/linqlint/internal/ruledoc", "internal/api internal/scan rules validate"},
	{"cmd/linqlint/internal/lint/config", "cmd/linqlint/internal/lint/source internal/place internal/settings internal/wire rules validate"},
	{"cmd/linqlint/internal/lint/report", "internal/body internal/wire rules validate"},
	{"cmd/linqlint/internal/lint/baseline", "cmd/linqlint/internal/lint/report"},
	{"cmd/linqlint/internal/preview", "builder cmd/linqlint/internal/lint/report decorations internal/api internal/wire validate"},
	{"cmd/linqlint/internal/lint", "cmd/linqlint/internal/lint/extract cmd/linqlint/internal/lint/report cmd/linqlint/internal/lint/source internal/place internal/scan rules validate"},
	{"cmd/linqlint/internal/lsp", "builder cmd/linqlint/internal/lint/extract cmd/linqlint/internal/lint/source decorations forecast internal/api internal/place internal/scan internal/spelling markdown rules validate"},
	{"cmd/linqlint/internal/mcp", "builder cmd/linqlint/internal/ruledoc forecast internal/api internal/body/compose internal/spelling rules validate"},
	{"cmd/linqlint/internal/conformance", "internal/api internal/scan internal/wire rules validate"},
	{"cmd/linqlint/internal/cli", "builder cmd/linqlint/internal/conformance cmd/linqlint/internal/lint cmd/linqlint/internal/lint/baseline cmd/linqlint/internal/lint/config cmd/linqlint/internal/lint/git cmd/linqlint/internal/lint/report cmd/linqlint/internal/lint/source cmd/linqlint/internal/lsp cmd/linqlint/internal/mcp cmd/linqlint/internal/preview cmd/linqlint/internal/ruledoc forecast internal/api internal/body/code internal/body/schema internal/body/share internal/mock internal/spelling internal/wire markdown rules validate"},
	{"cmd/linqlint/internal/stack", ""},
	{"cmd/linqlint", "cmd/linqlint/internal/cli cmd/linqlint/internal/stack"},
}

type goPackage struct {
	ImportPath string
	Imports    []string
	GoFiles    []string
}

var listed = map[bool]map[string]goPackage{}

// list returns the packages of the library, and of the other modules of go.work
// unless it is off, for the host or for js/wasm. It asks the go command once.
func list(t *testing.T, wasm bool) map[string]goPackage {
	t.Helper()
	if packages, ok := listed[wasm]; ok {
		return maps.Clone(packages)
	}
	args := []string{"list", "-e", "-json=ImportPath,Imports,GoFiles", "./..."}
	if os.Getenv("GOWORK") != "off" && !wasm {
		args = append(args, "./cmd/linqlint/...", "./internal/oracle/...")
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = "../.."
	if wasm {
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	}
	out, err := cmd.Output()
	require.NoError(t, err)
	packages := map[string]goPackage{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			listed[wasm] = packages
			return maps.Clone(packages)
		} else {
			require.NoError(t, err)
		}
		if name := strings.TrimPrefix(p.ImportPath, module); len(p.GoFiles) > 0 {
			packages[name] = p
		}
	}
}

// ownImports returns which of the project's packages p imports, sorted.
func ownImports(p goPackage) []string {
	own := []string{}
	for _, path := range p.Imports {
		if name, ok := strings.CutPrefix(path, module); ok {
			own = append(own, name)
		}
	}
	slices.Sort(own)
	return own
}

// TestImports compares the table with the imports that exist, for the host and
// for js/wasm: an edge that is missing from the table fails, and one that no
// package uses.
func TestImports(t *testing.T) {
	for _, target := range []struct {
		name string
		wasm bool
	}{{"host", false}, {"js/wasm", true}} {
		t.Run(target.name, func(t *testing.T) {
			packages := list(t, target.wasm)
			above := map[string]bool{}
			for _, row := range imports {
				for _, name := range strings.Fields(row.imports) {
					require.True(t, above[name], "%s imports %s, which the table lists below it", row.name, name)
				}
				above[row.name] = true
				p, ok := packages[row.name]
				if !ok {
					continue // of another target, or of a module that is not in use
				}
				require.Equal(t, strings.Join(ownImports(p), " "), row.imports, "imports of %s", row.name)
				delete(packages, row.name)
			}
			for name := range packages {
				require.Equal(t, "internal/arch", name, "the table has no row for it")
			}
		})
	}
}

// TestEveryRowIsAPackage fails for a row whose package is gone.
func TestEveryRowIsAPackage(t *testing.T) {
	host, wasm := list(t, false), list(t, true)
	for _, row := range imports {
		if os.Getenv("GOWORK") == "off" && strings.HasPrefix(row.name, "cmd/linqlint") {
			continue // of a module that is not in use
		}
		_, onHost := host[row.name]
		_, onWasm := wasm[row.name]
		require.True(t, onHost || onWasm, row.name)
	}
}

// TestLibraryReadsNoFlags: flags, the process and its log belong to the command.
func TestLibraryReadsNoFlags(t *testing.T) {
	for name, p := range list(t, true) {
		if strings.HasPrefix(name, "cmd/") || strings.HasPrefix(name, "internal/playground/") || name == "internal/steps" {
			continue
		}
		for _, bad := range []string{"flag", "os", "log"} {
			require.NotContains(t, p.Imports, bad, name)
		}
	}
}
