package tools

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/playground/contract"
)

func TestContract(t *testing.T) {
	contract.Test(t, "../../../testdata/bridge/contract.json", Call, append(playground.Operations(), Operations()...))
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
