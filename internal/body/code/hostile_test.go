package code

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// hostile are bodies of about n values.
var hostile = map[string]func(n int) string{
	"texts": func(n int) string { return partsOf(n, func(int) string { return `{"type":"text","value":"hello"}` }) },
	"texts and media": func(n int) string {
		return partsOf(n, func(int) string {
			return `{"type":"text","value":"hello"},{"type":"media","url":"https://cdn.example.com/a.png"}`
		})
	},
	"links": func(n int) string {
		return partsOf(n, func(int) string { return `{"type":"link","value":"https://example.com/"}` })
	},
	"styles": func(n int) string {
		return partsOf(1, func(int) string {
			return `{"type":"text","value":"` + strings.Repeat("é", n+1) + `","text_decorations":[` + list(n, func(i int) string {
				return fmt.Sprintf(`{"range":[%d,%d],"style":"bold"}`, i, i+1)
			}) + `]}`
		})
	},
	"animations": func(n int) string {
		return partsOf(1, func(int) string {
			return `{"type":"text","value":"` + strings.Repeat("👩", n+1) + `","text_decorations":[` + list(n, func(i int) string {
				return fmt.Sprintf(`{"range":[%d,%d],"animation":"big"}`, 2*i, 2*i+1)
			}) + `]}`
		})
	},
	"members": func(n int) string {
		return `{` + list(n, func(i int) string { return fmt.Sprintf(`"x%d":1`, i) }) + `,"message":{"parts":[{"type":"text","value":"x"}]}}`
	},
}

func partsOf(n int, part func(int) string) string {
	return `{"message":{"parts":[` + list(n, part) + `]}}`
}

func list(n int, item func(int) string) string {
	items := make([]string, n)
	for i := range items {
		items[i] = item(i)
	}
	return strings.Join(items, ",")
}

// TestHostileBodies checks that the bytes allocated for a program are linear in
// its body.
func TestHostileBodies(t *testing.T) {
	const n = 2000
	for name, body := range hostile {
		for _, l := range Languages() {
			once, twice := allocated(t, l, body(n)), allocated(t, l, body(2*n))
			require.Less(t, float64(twice), 2.3*float64(once), "%s in %v: %d bytes, then %d", name, l, once, twice)
		}
	}
}

// allocated returns the bytes that Write allocates with empty pools, which two
// collections leave: what a pool keeps has a limit, and would make a step.
func allocated(t *testing.T, l Language, body string) uint64 {
	runtime.GC()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Write(l, []byte(body))
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	return after.TotalAlloc - before.TotalAlloc
}
