package validate

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWASMDependencies checks what a js/wasm build of the library links: each of
// the packages below would cost more than all of ours (docs/decisions).
func TestWASMDependencies(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "github.com/linqlint/linqlint/validate", "github.com/linqlint/linqlint/decorations")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	require.NoError(t, err)
	deps := strings.Fields(string(out))
	require.Contains(t, deps, "github.com/rivo/uniseg")
	for _, dep := range deps {
		switch dep {
		case "fmt", "encoding/json", "net", "os", "time", "regexp", "reflect", "text/template":
			t.Errorf("links %s", dep)
		}
		for _, family := range []string{"net/", "compress/", "github.com/yuin/", "github.com/go-playground/"} {
			if strings.HasPrefix(dep, family) {
				t.Errorf("links %s", dep)
			}
		}
	}
}
