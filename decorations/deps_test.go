package decorations

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestImports checks what the package may link: uniseg and the small part of the
// standard library. fmt and its like would make the browser's build larger by
// hundreds of kilobytes.
func TestImports(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	require.NoError(t, err)
	require.Equal(t, []string{"github.com/linqlint/linqlint/internal/scan", "github.com/linqlint/linqlint/internal/wire", "github.com/rivo/uniseg", "github.com/linqlint/linqlint/decorations"}, strings.Fields(string(out)))

	list = exec.Command("go", "list", "-deps", ".")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err = list.Output()
	require.NoError(t, err)
	for _, heavy := range []string{"fmt", "encoding/json", "os", "reflect", "regexp", "time", "net", "compress/flate", "text/template"} {
		require.NotContains(t, strings.Fields(string(out)), heavy)
	}
}
