package playground

import (
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

type entry struct {
	Name    string          `json:"name"`
	Request json.RawMessage `json:"request"`
	Want    any             `json:"answer"`
}

// TestContract compares responses with the file that the page's tests compare
// those of the WASM module with. A response may have more members.
func TestContract(t *testing.T) {
	checkContract(t, "../../testdata/bridge/contract.json", all(), Call)
}

func checkContract(t *testing.T, file string, operations []Operation, call func([]byte) []byte) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var contract []entry
	require.NoError(t, json.Unmarshal(data, &contract))
	covered := map[string]bool{}
	for _, e := range contract {
		t.Run(e.Name, func(t *testing.T) {
			request := []byte(e.Request)
			var raw string // a request that is not an object is a string in the file
			if json.Unmarshal(request, &raw) == nil {
				request = []byte(raw)
			}
			var head struct{ Op string }
			if json.Unmarshal(request, &head) == nil {
				covered[head.Op] = true
			}
			var got any
			response := call(request)
			require.NoError(t, json.Unmarshal(response, &got), string(response))
			require.Truef(t, holds(got, e.Want), "response %.2000s", response)
		})
	}
	for _, o := range operations {
		require.True(t, covered[o.Name], "%s is not in the contract", o.Name)
	}
}

// holds reports whether got has everything in want.
func holds(got, want any) bool {
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		for name, value := range want {
			if ok = ok && holds(object[name], value); !ok {
				return false
			}
		}
		return ok
	case []any:
		list, ok := got.([]any)
		return ok && slices.EqualFunc(list, want, holds)
	default:
		return got == want
	}
}

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
	require.NoError(t, json.Unmarshal(Call(request), &response))
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
	require.Equal(t, want, string(Call([]byte(`{"op":"panic"}`))))
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
		for _, bad := range []string{"fmt", "encoding/json", "net", "os", "time", "regexp", "compress", "text/template", "syscall/js", "github.com/yuin/goldmark", "github.com/go-playground/validator", "github.com/linqlint/linqlint/rules"} {
			require.Falsef(t, name == bad || strings.HasPrefix(name, bad+"/"), "the main module links %s", name)
		}
	}
}

func FuzzCall(f *testing.F) {
	for _, seed := range []string{
		`{"op":"lint","body":"{\"to\":[\"4155\"]}"}`, `{"op":"measure","texts":["🎉","é"]}`, `{"op":"split","body":"{\"message\":{\"parts\":[]}}"}`,
		`{"op":"code","lang":"go","body":"{}"}`, `{"op":"encode","body":"a@b.de","mask":true}`, `{"op":"build","to":["x"],"text":"y"}`, `[`, `7`,
		`{"op":"forecast","body":"{\"message\":{\"parts\":[{\"type\":\"text\",\"value\":\"a\"}]}}","kind":"chats.messages.send"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, request []byte) {
		var response struct {
			OK    json.RawMessage
			Error *Fault
		}
		out := Call(request)
		require.NoError(t, json.Unmarshal(out, &response), "%s", out)
		require.True(t, (response.OK == nil) != (response.Error == nil))
		if response.Error != nil && response.Error.Code == Panicked {
			require.Contains(t, response.Error.Message, "asked to")
		}
	})
}
