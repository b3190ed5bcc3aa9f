package decorations

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
)

// representatives has one code point of each value of Grapheme_Cluster_Break,
// and of Extended_Pictographic, which takes part in the rules beside them.
var representatives = []struct {
	property string
	r        rune
}{
	{"CR", '\r'},
	{"LF", '\n'},
	{"Control", '\u200b'},
	{"Other", 'x'},
	{"Extend", '\u0301'},
	{"ZWJ", '\u200d'},
	{"Regional_Indicator", '\U0001F1E9'},
	{"Prepend", '\u0600'},
	{"SpacingMark", '\u0903'},
	{"L", '\u1100'},
	{"V", '\u1161'},
	{"T", '\u11a8'},
	{"LV", '가'},
	{"LVT", '각'},
	{"Extended_Pictographic", '👩'},
}

// splitsAt reports whether uniseg has a boundary at byte b of s.
func splitsAt(s string, b int) bool {
	at, state := 0, -1
	for at < b {
		var cluster string
		cluster, _, _, state = uniseg.FirstGraphemeClusterInString(s[at:], state)
		at += len(cluster)
	}
	return at == b
}

// classOfProperty is the class that a code point may be in by its property.
func classOfProperty(property string) class {
	switch property {
	case "LF", "Control", "Other", "LV", "LVT", "Extended_Pictographic":
		return base
	case "Extend", "SpacingMark":
		return tail
	case "Regional_Indicator":
		return flag
	}
	return unsure
}

// behaviour tells the properties apart from outside, since uniseg does not
// export them: it is where uniseg has boundaries between r and each
// representative, on either side, and what r does in GB11, which joins
// pictographs.
func behaviour(r rune) string {
	seen := make([]byte, 0, 2*len(representatives)+3)
	note := func(before, after string) {
		mark := byte('x')
		if splitsAt(before+after, len(before)) {
			mark = '/'
		}
		seen = append(seen, mark)
	}
	for _, p := range representatives {
		note(string(p.r), string(r))
		note(string(r), string(p.r))
	}
	note("👩\u200d", string(r))        // GB11 joins a pictograph to that
	note("👩"+string(r), "👩")          // only U+200D joins these
	note("👩"+string(r)+"\u200d", "👩") // Extend keeps them joined, SpacingMark does not
	return string(seen)
}

// TestClassesAreProved proves class.go: every single code point of a class has
// a property that the class allows, by its behaviour under uniseg beside every
// property.
func TestClassesAreProved(t *testing.T) {
	properties := map[string]string{}
	for _, p := range representatives {
		b := behaviour(p.r)
		if other, taken := properties[b]; taken {
			require.Failf(t, "the behaviour does not tell them apart", "%s and %s", p.property, other)
		}
		properties[b] = p.property
	}
	known := map[string]class{}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		c := classOf(r)
		if c == unsure || !utf8.ValidRune(r) {
			continue
		}
		b := behaviour(r)
		property, ok := properties[b]
		require.Truef(t, ok, "%U behaves as no property does", r)
		if classOfProperty(property) != c {
			require.Failf(t, "wrong class", "%U is %s, which class %d does not allow", r, property, c)
		}
		known[property] = c
	}
	require.NotEmpty(t, known)
}

// TestDivides proves divides for each pair of properties, in every context of up
// to two code points before the pair and one behind it.
func TestDivides(t *testing.T) {
	contexts := []string{""}
	for _, p := range representatives {
		contexts = append(contexts, string(p.r))
		for _, q := range representatives {
			contexts = append(contexts, string(p.r)+string(q.r))
		}
	}
	certain := 0
	for _, before := range representatives {
		for _, after := range representatives {
			if !divides(classOfProperty(before.property), classOfProperty(after.property)) {
				continue
			}
			certain++
			for _, context := range contexts {
				for _, behind := range contexts[:1+len(representatives)] {
					head := context + string(before.r)
					s := head + string(after.r) + behind
					require.Truef(t, splitsAt(s, len(head)), "%s then %s in %+q at %d", before.property, after.property, s, len(head))
					// Segmentation may start at a certain boundary: it finds
					// what segmentation of the whole finds behind it.
					if behind != "" {
						at := len(head) + utf8.RuneLen(after.r)
						require.Equal(t, splitsAt(s, at), splitsAt(s[len(head):], at-len(head)), "%+q", s)
					}
				}
			}
		}
	}
	// 6 base and 2 tail properties before 6 base ones and flags; flags before 6.
	require.Equal(t, 8*7+6, certain)
}

func TestClassesAreInOrder(t *testing.T) {
	for i, c := range classes {
		require.LessOrEqual(t, c.first, c.last, fmt.Sprintf("%U", c.first))
		if i > 0 {
			require.Greater(t, c.first, classes[i-1].last, fmt.Sprintf("%U", c.first))
		}
	}
}
