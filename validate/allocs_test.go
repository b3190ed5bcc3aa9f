//go:build !race

package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCleanBodyAllocatesNothing checks the promise of [Validator.JSON]. Under the
// race detector a sync.Pool forgets at random, so there it promises nothing.
func TestCleanBodyAllocatesNothing(t *testing.T) {
	v := New()
	for name, body := range benchBodies(t) {
		t.Run(name, func(t *testing.T) {
			require.Empty(t, v.JSON(body).Diagnostics)
			require.Zero(t, testing.AllocsPerRun(100, func() { v.JSON(body) }))
		})
	}
}

// TestDefaultCostsNothing: a call without options allocates nothing for a clean
// body.
func TestDefaultCostsNothing(t *testing.T) {
	body := []byte(ready)
	JSON(body)
	require.Zero(t, testing.AllocsPerRun(100, func() { JSON(body) }))
}

// TestWrongBodiesAllocateLittle: a problem takes its part of the report, and a few
// allocations of its own: its value as an argument, and its fix.
func TestWrongBodiesAllocateLittle(t *testing.T) {
	bodies := benchBodies(t)
	four := strings.NewReplacer(`"+14155550007"`, `"14155550007+"`, `"bold"`, `"bald"`, `"iMessage"`, `"imessage_"`, `"https://cdn`, `"htps://cdn`)
	for _, test := range []struct {
		name     string
		body     string
		problems int
		most     float64
	}{
		{"one value of an enum", sendOf(textOf("x")[:len(textOf("x"))-1] + `,"text_decorations":[{"range":[0,1],"style":"blod"}]}`), 1, 5},
		{"a missing member", sendOf(`{"type":"text"}`), 1, 4},
		{"an unknown member", helloWith(`"efect":{"name":"slam","type":"bubble"}`), 1, 7},
		{"a trailing comma", strings.TrimSuffix(ready, "}") + ",}", 1, 12},
		{"the typical body with four errors", four.Replace(string(bodies["typical"])), 4, 13},
		{"the large body", string(wrongStyles(t, 100)), 300, 3 * 300},
	} {
		t.Run(test.name, func(t *testing.T) {
			v, body := New(), []byte(test.body)
			require.GreaterOrEqual(t, len(v.JSON(body).Diagnostics), test.problems)
			require.LessOrEqual(t, testing.AllocsPerRun(100, func() { v.JSON(body) }), test.most)
		})
	}
}
