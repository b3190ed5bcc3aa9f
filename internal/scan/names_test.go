package scan

import (
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
		require.Equal(t, names.ID(text), view.Nodes[1].Name, text)
	}
	require.Equal(t, maxName+1, known)
	for _, text := range []string{letters, letters[:maxName+1], "a1", "a b", `a\\b`, "é", "`", "{", "@", "["} {
		require.Panics(t, func() { names.Add(text) }, text)
		require.Zero(t, names.ID(text))
	}
	require.Equal(t, NameID(maxName+2), names.Add("_AZaz"))
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

// TestNamesOfOneSlot: what differs from a name in one of its words only is not taken for
// it, wherever its slot is.
func TestNamesOfOneSlot(t *testing.T) {
	const own = "abcdefghijklmnopqrstuvw"
	for _, size := range []int{7, 15, 23} {
		var names Names
		require.NotZero(t, names.Add(own[:size]))
		view := View{Names: &names}
		collisions := 0
		for i := range 20000 {
			letters := []byte("zzzzzzz")
			for k := range letters {
				letters[k] = 'a' + byte(i>>(4*k)&15)
			}
			for at := 0; at < size; at += 8 {
				text := own[:at] + string(letters) + own[at+7:size]
				if text == own[:size] {
					continue
				}
				sum := wordsOf(text)
				if id, _ := names.at(sum.sum()); id != 0 {
					collisions++
				}
				require.Zero(t, view.Scan([]byte(`{"`+text+`":"more text"}`)))
				if view.Nodes[1].Name != 0 || names.ID(text) != 0 {
					t.Fatal(text)
				}
			}
		}
		require.Greater(t, collisions, size/8)
	}
}

// TestNamesOfOneSum: the words of a name count in their order.
func TestNamesOfOneSum(t *testing.T) {
	var names Names
	require.NotZero(t, names.Add("firstpartsecondpartend"))
	view := View{Names: &names}
	require.Zero(t, view.Scan([]byte(`{"dpartendsecondpartfirstpart":1,"tsecondpfirstpararten":1,"tsecondpfirstparartend":"more text"}`)))
	for i := 1; i < len(view.Nodes); i += 2 {
		require.Zero(t, view.Nodes[i].Name)
	}
}
