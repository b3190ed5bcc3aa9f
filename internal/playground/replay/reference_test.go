package main

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/playground"
)

// TestContract compares every response with the file that the page's tests use.
// A response may have more members than the file names.
func TestContract(t *testing.T) {
	data, err := os.ReadFile("../../../testdata/bridge/reference.json")
	require.NoError(t, err)
	var contract []struct {
		Name    string
		Request json.RawMessage
		Answer  any
	}
	require.NoError(t, json.Unmarshal(data, &contract))
	covered := map[string]bool{}
	for _, c := range contract {
		t.Run(c.Name, func(t *testing.T) {
			var head struct{ Op string }
			require.NoError(t, json.Unmarshal(c.Request, &head))
			covered[head.Op] = true
			var got any
			response := playground.Handle(c.Request, reference)
			require.NoError(t, json.Unmarshal(response, &got), string(response))
			require.Truef(t, contains(got, c.Answer), "response %.2000s", response)
		})
	}
	for _, o := range reference {
		require.True(t, covered[o.Name], "%s is not in the contract", o.Name)
	}
}

// contains reports whether got has everything that want has.
func contains(got, want any) bool {
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		for name, value := range want {
			if ok = ok && contains(object[name], value); !ok {
				return false
			}
		}
		return ok
	case []any:
		list, ok := got.([]any)
		return ok && slices.EqualFunc(list, want, contains)
	default:
		return got == want
	}
}
