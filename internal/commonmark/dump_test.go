package commonmark

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	src := os.Getenv("MD")
	for i, e := range Parse(src, Options{}) {
		fmt.Printf("%d kind=%d style=%d [%d,%d) m=%d %q text=%q url=%q blank=%v\n", i, e.Kind, e.Style, e.Start, e.End, e.Match, src[e.Start:max(e.Start, e.End)], e.Text, e.URL, e.Blank)
	}
}
