package scan

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNames compares what a scan says of a name with the slow twin, for names of every
// length, for those that differ in one byte, and at the end of a text.
func TestNames(t *testing.T) {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	var names Names
	var texts []string
	for size := range maxName + 1 {
		texts = append(texts, letters[:size])
		require.Equal(t, NameID(size+1), names.Add(letters[:size]))
		require.Equal(t, NameID(size+1), names.Add(letters[:size]))
		for i := range size {
			texts = append(texts, letters[:i]+"A"+letters[i+1:size], letters[:i]+`é`+letters[i+1:size], letters[:i]+`\u0061`+letters[i+1:size])
		}
	}
	texts = append(texts, letters, strings.Repeat("a", maxName), "\x7f", "{")
	view := View{Names: &names}
	known := 0
	for _, text := range texts {
		body := []byte(`{"` + text + `" : "` + letters + `"}`)
		require.Zero(t, view.Scan(body))
		require.Equal(t, names.ID(text), view.Nodes[1].Name, text)
		if view.Nodes[1].Name != 0 {
			known++
		}
		require.Zero(t, view.Scan([]byte(`{"`+text+`":1}`)))
		require.Contains(t, []NameID{0, names.ID(text)}, view.Nodes[1].Name, text)
	}
	require.Equal(t, maxName+1, known)
	require.Panics(t, func() { names.Add(letters) })
}

// TestNoSlot: a name that cannot have a number of its own is refused, and a View without
// Names has none.
func TestNoSlot(t *testing.T) {
	var names Names
	require.Panics(t, func() {
		for i := range maxNames + 1 {
			names.Add(strings.Repeat("x", i%20) + string(rune('A'+i%26)) + string(rune('a'+i/26)))
		}
	})
	var view View
	require.Zero(t, view.Scan([]byte(`{"Aa":"`+strings.Repeat("x", 20)+`"}`)))
	require.Zero(t, view.Nodes[1].Name)
}

// TestNamesOfOneSlot: what differs from a name in its first or in its last bytes only is
// not taken for it, wherever its slot is.
func TestNamesOfOneSlot(t *testing.T) {
	const own = "abcdefghijklmnopqrstuvwx"
	var names Names
	require.NotZero(t, names.Add(own))
	view := View{Names: &names}
	for i := range 20000 {
		digits := strconv.Itoa(10000000 + i)
		for _, text := range []string{digits + own[8:], own[:16] + digits} {
			require.Zero(t, view.Scan([]byte(`{"`+text+`":1}`)))
			if view.Nodes[1].Name != 0 {
				t.Fatal(text)
			}
		}
	}
}
