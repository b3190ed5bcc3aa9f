package builder_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestJSBuildStaysSmall checks that the js/wasm build does not link packages that
// add 0.13 to 1.1 MB each.
func TestJSBuildStaysSmall(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", ".")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	require.NoError(t, err)
	deps := strings.Fields(string(out))
	require.Contains(t, deps, "github.com/linqlint/linqlint/validate")
	for _, d := range deps {
		switch d {
		case "fmt", "encoding/json", "net", "os", "time", "regexp", "text/template", "reflect", "log",
			"github.com/yuin/goldmark", "github.com/go-playground/validator/v10":
			t.Errorf("links %s", d)
		}
		for _, tree := range []string{"net/", "compress/", "encoding/json/"} {
			require.False(t, strings.HasPrefix(d, tree), "links %s", d)
		}
	}
}
