//go:build !race

// The race detector empties pools at random, so allocations are counted without
// it.

package builder

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

// two builds the message of the budget: two parts, two decorations.
func two() (Body, error) {
	return MessagesCreate(someone).
		Text("Your order has shipped 🎉", Bold("order"), Animate(decorations.Explode, "🎉")).
		Media("https://cdn.example.com/parcel.jpg").
		Effect(EffectConfetti).
		Build()
}

func TestBudgetOfAllocations(t *testing.T) {
	allocations := testing.AllocsPerRun(200, func() {
		if _, err := two(); err != nil {
			t.Fatal(err)
		}
	})
	require.LessOrEqual(t, allocations, 8.0)
}

// BenchmarkBuild builds and checks a message of two parts with two decorations;
// the budget is 3 µs. BenchmarkBuild/valid is encoding/json.Valid on the same
// bytes, to distinguish a slow machine from slow code.
func BenchmarkBuild(b *testing.B) {
	b.Run("build", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := two(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("valid", func(b *testing.B) {
		body, err := two()
		require.NoError(b, err)
		data := body.Bytes()
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			json.Valid(data)
		}
	})
}
