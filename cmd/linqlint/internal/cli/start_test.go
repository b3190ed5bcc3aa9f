package cli_test

import "testing"

// BenchmarkStart is what a run costs beside starting a process: commands,
// flags, one body from standard input.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		linqlint(`{"message":{"parts":[{"type":"text","value":"Hi"}]}}`, "-")
	}
}
