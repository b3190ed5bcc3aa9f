// Package contract compares responses of the playground's operations with a file of
// testdata/bridge, with which the page's tests compare those of the WebAssembly
// modules.
package contract

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/linqlint/linqlint/internal/playground"
)

type entry struct {
	Name    string
	Request json.RawMessage
	Answer  any
}

// Test sends each request of the file to call. A response may have more members than
// the file has. Every operation must be in the file.
func Test(t *testing.T, file string, call func(request []byte) []byte, operations []playground.Operation) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var entries []entry
	if err := json.Unmarshal(data, &entries); err != nil {
		t.Fatal(err)
	}
	covered := map[string]bool{}
	for _, e := range entries {
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
			response := call(request)
			var got any
			if err := json.Unmarshal(response, &got); err != nil || !includes(got, e.Answer) {
				t.Fatalf("response %.2000s", response)
			}
		})
	}
	for _, o := range operations {
		if !covered[o.Name] {
			t.Errorf("%s is not in %s", o.Name, file)
		}
	}
}

// includes reports whether got has everything in want.
func includes(got, want any) bool {
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		for name, value := range want {
			if ok = ok && includes(object[name], value); !ok {
				return false
			}
		}
		return ok
	case []any:
		list, ok := got.([]any)
		return ok && slices.EqualFunc(list, want, includes)
	default:
		return got == want
	}
}
