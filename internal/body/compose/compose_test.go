package compose

import (
	"runtime"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

func TestRequest(t *testing.T) {
	tests := []struct {
		name string
		give Description
		want string
	}{
		{"to a chat", Description{Text: "hi"}, `{"message":{"parts":[{"type":"text","value":"hi"}]}}`},
		{"to recipients", Description{To: []string{"+14155550123"}, Text: "hi", Service: validate.ServiceSMS},
			`{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"hi"}],"preferred_service":"SMS"}}`},
		{"a new chat", Description{From: "+14155550100", To: []string{"+14155550123"}, Media: []string{"https://example.com/a.jpg"}},
			`{"from":"+14155550100","to":["+14155550123"],"message":{"parts":[{"type":"media","url":"https://example.com/a.jpg"}]}}`},
		{"an effect", Description{Text: "hi", Effect: builder.EffectConfetti},
			`{"message":{"parts":[{"type":"text","value":"hi"}],"effect":{"name":"confetti","type":"screen"}}}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			body, err := test.give.Request().Build()
			require.NoError(t, err)
			require.Equal(t, test.want, body.String())
		})
	}
	_, err := Description{}.Request().Build()
	require.ErrorContains(t, err, "text-empty")
}

// TestRequestOfMany checks that the memory for a description is linear in its
// length.
func TestRequestOfMany(t *testing.T) {
	media := make([]string, 10000)
	for i := range media {
		media[i] = "https://example.com/" + strconv.Itoa(i) + ".jpg"
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Description{To: []string{"+14155550123"}, Media: media}.Request().Build()
	runtime.ReadMemStats(&after)
	require.ErrorContains(t, err, "parts-max")
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(100<<20)) // bytes
}

func TestIndent(t *testing.T) {
	require.Equal(t, "{\n  \"a\": [\n    {\n      \"b\": [1,2]\n    },\n    []\n  ]\n}", string(Indent([]byte(`{"a":[{"b":[1,2]},[]]}`))))
	require.Equal(t, "{", string(Indent([]byte("{"))))
}
