package scan

import (
	"encoding/json"
	"os"
	"testing"
)

func BenchmarkScan(b *testing.B) {
	for _, name := range []string{"tiny", "typical", "app", "large"} {
		body, err := os.ReadFile("../../testdata/bench/" + name + ".json")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name+"/scan", func(b *testing.B) {
			var v View
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				if f := v.Scan(body); f.Code != 0 {
					b.Fatal(f.Explain(body))
				}
			}
		})
		b.Run(name+"/json.Valid", func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				json.Valid(body)
			}
		})
	}
}
