package commonmark

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// pieces are what sources are made of.
var pieces = []string{
	"a", "b ", " ", "\n", "\n\n", "*", "**", "_", "__", "~~", "`", "``", "```", "[", "]", "](", "](/u)", "![", "(", ")", "<", ">", "<b>", "</b>", "<!--", "-->",
	"<div>", "</div>", "<script>", "</script>", "<pre>", "{shake: ", "}", "\\", "\\\\", "&amp;", "&", "#", "# ", "- ", "-", "1. ", "> ", "---", "===", "\t", "    ", "a\\b", `C:\x`,
	"https://a.b", "[a]: /u", "\"", "'", "中", "。", "é", "\x00", "\xff", "\r", "|", "|-|-|\n",
}

// TestAnySource: whatever the source, the events are in pairs that nest as they
// should, with places in the source.
func TestAnySource(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		for range random.IntN(200) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		source := b.String()
		done := make(chan []Event, 1)
		go func() {
			First(source)
			done <- Parse(source, Options{Animation: func(name string) bool { return name == "shake" }})
		}()
		select {
		case events := <-done:
			for i, v := range events {
				require.True(t, 0 <= v.Start && v.Start <= v.End && v.End <= len(source), "%q: %v", source, v)
				if v.Match > 0 || v.Kind > AnimationEnd {
					require.Equal(t, i, events[v.Match].Match, "%q: %v", source, v)
				}
			}
		case <-time.After(time.Minute):
			require.FailNow(t, "does not end", "%q", source)
		}
	}
}
