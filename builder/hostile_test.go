package builder

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// hostileBodies are bodies of about n values or n pieces of text.
var hostileBodies = map[string]func(n int) string{
	"texts": func(n int) string { return hostileParts(n, `{"type":"text","value":"hello"}`) },
	"links": func(n int) string { return hostileParts(n, `{"type":"link","value":"https://example.com/"}`) },
	"media": func(n int) string { return hostileParts(n, `{"type":"media","url":"https://cdn.example.com/a.png"}`) },
	"words": func(n int) string { return hostileText(strings.Repeat("word. ", 8*n)) },
	"solid": func(n int) string { return hostileText(strings.Repeat("x", 16*n)) },
	"emoji": func(n int) string { return hostileText(strings.Repeat("👩\u200d", 8*n)) },
	"URLs":  func(n int) string { return hostileText(strings.Repeat("a https://b.co/ ", 2*n)) },
	"blank": func(n int) string { return hostileText(strings.Repeat(" ", 16*n) + "a") },
	"decorations": func(n int) string {
		ds := make([]string, n)
		for i := range ds {
			ds[i] = fmt.Sprintf(`{"range":[%d,%d],"animation":"big"}`, 2*i, 2*i+1)
		}
		return hostileParts(1, `{"type":"text","value":"`+strings.Repeat("é ", 4*n)+`","text_decorations":[`+strings.Join(ds, ",")+`]}`)
	},
}

func hostileParts(n int, part string) string {
	return `{"message":{"parts":[` + strings.TrimSuffix(strings.Repeat(part+",", n), ",") + `]}}`
}

func hostileText(text string) string { return hostileParts(1, `{"type":"text","value":"`+text+`"}`) }

// TestHostileBodies: what parsing, building and splitting a body cost grows as
// the body does, in allocated bytes.
func TestHostileBodies(t *testing.T) {
	for name, body := range hostileBodies {
		operations := map[string]func(body string) func(){
			"Parse": func(body string) func() { return func() { hostileRequest(t, body) } },
			"Build": func(body string) func() {
				r := hostileRequest(t, body)
				return func() { _, _ = r.Build() }
			},
			"Split": func(body string) func() {
				r := hostileRequest(t, body)
				return func() { splitOf(r) }
			},
		}
		for op, prepare := range operations {
			once, twice := allocatedBy(prepare(body(hostileSize))), allocatedBy(prepare(body(2*hostileSize)))
			require.Less(t, float64(twice), 2.3*float64(once), "%s of %s: %d bytes, then %d", op, name, once, twice)
		}
	}
}

func hostileRequest(t *testing.T, body string) Request {
	r, err := Parse([]byte(body), validate.WithKind(validate.KindChatsMessagesSend))
	require.NoError(t, err)
	return r
}

// allocatedBy returns the bytes that f allocates with empty pools, which two
// collections leave.
func allocatedBy(f func()) uint64 {
	runtime.GC()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
