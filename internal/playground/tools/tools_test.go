package tools

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/playground"
)

type entry struct {
	Name    string          `json:"name"`
	Request json.RawMessage `json:"request"`
	Want    any             `json:"answer"`
}

// TestContract compares responses with the file that the page's tests compare
// those of the WASM module with. A response may have more members.
func TestContract(t *testing.T) {
	data, err := os.ReadFile("../../../testdata/bridge/contract.json")
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
			response := Call(request)
			require.NoError(t, json.Unmarshal(response, &got), string(response))
			require.Truef(t, holds(got, e.Want), "response %.2000s", response)
		})
	}
	for _, o := range append(playground.Operations(), Operations()...) {
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
			Error *playground.Fault
		}
		out := Call(request)
		require.NoError(t, json.Unmarshal(out, &response), "%s", out)
		require.True(t, (response.OK == nil) != (response.Error == nil))
		if response.Error != nil && response.Error.Code == playground.Panicked {
			require.Contains(t, response.Error.Message, "asked to")
		}
	})
}
