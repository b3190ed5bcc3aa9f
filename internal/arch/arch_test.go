// Package arch holds the direction of the project's imports: arrows run one
// way, so that a package can be read without those that use it.
package arch

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/linqlint/linqlint/"

// may lists, for each package, which of ours it may import. A package that is
// missing here fails the test: say where a new one stands.
var may = map[string]string{
	"decorations":       "",
	"internal/wire":     "",
	"internal/api":      "decorations",
	"internal/scan":     "internal/api decorations",
	"validate":          "internal/scan internal/api internal/wire decorations",
	"builder":           "validate internal/scan internal/api internal/wire decorations",
	"forecast":          "builder validate internal/api internal/wire decorations",
	"markdown":          "builder validate internal/scan internal/api internal/wire decorations",
	"internal/code":     "builder validate internal/scan internal/api internal/wire decorations",
	"internal/preview":  "builder forecast internal/report validate internal/api decorations",
	"internal/rules":    "validate",
	"internal/schema":   "validate internal/api internal/wire",
	"internal/rulepage": "internal/rules validate internal/api internal/scan decorations",
	"internal/apierror": "internal/api internal/wire validate",
	"internal/fake":     "validate internal/api internal/apierror internal/scan internal/wire decorations",
	"preflight":         "validate internal/api internal/apierror internal/scan internal/wire",
	"validate/tags":     "builder validate internal/api internal/wire decorations",
	"linqtest":          "internal/fake validate internal/api",
	"internal/source":   "internal/scan validate internal/api",
	"internal/report":   "internal/rules validate internal/scan internal/api internal/wire internal/source internal/rulepage decorations",
	"internal/lint":     "internal/rules internal/report internal/source internal/config internal/extract validate internal/scan internal/api internal/wire decorations",
	"internal/share":    "internal/wire internal/scan validate internal/api",
	"internal/bridge":   "builder forecast internal/code internal/share validate internal/scan internal/api internal/wire internal/rulepage decorations",
	"internal/lsp":      "builder forecast markdown internal/preview internal/source internal/rulepage internal/rules internal/config validate internal/scan internal/api decorations",
	"internal/mcp":      "builder forecast internal/bridge internal/rulepage internal/rules validate internal/api",
	"internal/extract":  "internal/source internal/scan internal/api internal/wire validate",
	"internal/config":   "internal/rules validate internal/scan internal/api internal/wire internal/suggest",
	"internal/suggest":  "",
	"internal/git":      "",
	"internal/baseline": "internal/report validate",
	"internal/cli":      "*",
	"internal/arch":     "",
	"internal/newrule":  "validate",
	"internal/wasmpack": "",
	"cmd/linqlint":      "internal/cli",
	"cmd/wasm":          "internal/bridge",
	"cmd/wasm-markdown": "internal/bridge markdown internal/wire builder",
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-e", "-json=ImportPath,Imports", module+"...").Output()
	require.NoError(t, err)
	var list []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); err == io.EOF {
			return list
		} else {
			require.NoError(t, err)
		}
		list = append(list, p)
	}
}

func TestArrows(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		allowed, ok := may[name]
		if !ok && strings.HasPrefix(name, "internal/bridge/") {
			allowed, ok = "*", true // programs of the tests
		}
		if !ok {
			t.Errorf("%s is not listed: say what it may import", name)
		}
		for _, imp := range p.Imports {
			own, ok := strings.CutPrefix(imp, module)
			if ok && allowed != "*" && !slices.Contains(strings.Fields(allowed), own) {
				t.Errorf("%s imports %s, against the direction", name, own)
			}
		}
	}
}

// TestNothingBelowTheCommandReadsFlags: flags, the process and its log belong
// to the command.
func TestNothingBelowTheCommandReadsFlags(t *testing.T) {
	library := []string{"decorations", "validate", "builder", "forecast", "markdown", "internal/api", "internal/scan", "internal/wire", "internal/code", "internal/bridge", "internal/schema", "internal/rulepage", "internal/report", "preflight", "internal/fake"}
	for _, p := range packages(t) {
		if !slices.Contains(library, strings.TrimPrefix(p.ImportPath, module)) {
			continue
		}
		for _, bad := range []string{"flag", "os", "log"} {
			if slices.Contains(p.Imports, bad) {
				t.Errorf("%s imports %s", p.ImportPath, bad)
			}
		}
	}
}
