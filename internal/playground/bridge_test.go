package playground

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// TestOffsetsAreUTF16 compares the offsets of a response with those of the
// validator, which are in bytes.
func TestOffsetsAreUTF16(t *testing.T) {
	body := "{\"to\":[\"👨‍👩‍👧\",\"é\"],\n\"message\":{\"parts\":[{\"type\":\"text\",\"value\":\"🎉 a\"},{\"type\":\"text\",\"value\":\"é\",\"valeu\":\"🇺🇸\"}],\"effect\":{\"name\":\"Confetti\"}}}"
	body = strings.Repeat(" ", 300) + body + strings.Repeat("\n", 300)
	request, err := json.Marshal(map[string]any{"op": "lint", "body": body})
	require.NoError(t, err)
	var response struct {
		OK struct {
			Diagnostics []struct {
				Rule       string
				Start, End struct{ Offset int }
				Related    []struct{ Start, End struct{ Offset int } }
				Fixes      []struct{ Edits []struct{ Start, End int } }
			}
		}
	}
	require.NoError(t, json.Unmarshal(Handle(request, Operations()), &response))
	units := utf16.Encode([]rune(body))
	text := func(start, end int) string { return string(utf16.Decode(units[start:end])) }
	report := validate.JSON([]byte(body))
	require.Greater(t, len(report.Diagnostics), 4)
	require.Len(t, response.OK.Diagnostics, len(report.Diagnostics))
	edits := 0
	for i, d := range report.Diagnostics {
		got := response.OK.Diagnostics[i]
		require.Equal(t, d.Rule, got.Rule)
		require.Equal(t, body[d.Start.Offset:d.End.Offset], text(got.Start.Offset, got.End.Offset), d.Rule)
		for j, r := range d.Related {
			require.Equal(t, body[r.Start.Offset:r.End.Offset], text(got.Related[j].Start.Offset, got.Related[j].End.Offset), d.Rule)
		}
		for j, f := range d.Fixes {
			for k, e := range f.Edits {
				require.Equal(t, body[e.Start:e.End], text(got.Fixes[j].Edits[k].Start, got.Fixes[j].Edits[k].End), d.Rule)
				edits++
			}
		}
	}
	require.Positive(t, edits)
}

func TestPanicIsAResponse(t *testing.T) {
	want := `{"error":{"code":"panic","message":"the engine failed: asked to"}}`
	require.Equal(t, want, string(Handle([]byte(`{"op":"panic"}`), Operations())))
	bad := []Operation{{"index", func(*Args, *wire.Writer) *Fault { var none []int; _ = none[len(none)]; return nil }}}
	require.Contains(t, string(Handle([]byte(`{"op":"index"}`), bad)), "index out of range")
}

// TestWASMDependencies holds the main module to what design asks: each of these
// costs the reader of a page between 0.1 and 1 MB.
func TestWASMDependencies(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "../../cmd/wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	require.NoError(t, err)
	list := strings.Fields(string(out))
	require.Contains(t, list, "github.com/linqlint/linqlint/internal/playground")
	for _, name := range list {
		for _, bad := range []string{"fmt", "encoding/json", "net", "os", "time", "regexp", "compress", "text/template", "syscall/js", "github.com/yuin/goldmark", "github.com/go-playground/validator", "github.com/linqlint/linqlint/rules", "github.com/linqlint/linqlint/builder", "github.com/linqlint/linqlint/internal/playground/tools"} {
			require.Falsef(t, name == bad || strings.HasPrefix(name, bad+"/"), "the main module links %s", name)
		}
	}
}
