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
	{"Consonant", 'क'}, // and a linker beside it, for GB9c
	{"Linker", '\u094d'},
}

// splitsAt reports whether uniseg and GB9c have a boundary at byte b of s.
func splitsAt(s string, b int) bool {
	at, state := 0, -1
	for at < b {
		var cluster string
		cluster, _, _, state = uniseg.FirstGraphemeClusterInString(s[at:], state)
		at += len(cluster)
	}
	return at == b && !isConjunct(s, b)
}

// isConjunct reports whether GB9c joins what is before and behind byte b of s,
// by the rule as it is written.
func isConjunct(s string, b int) bool {
	if after, n := utf8.DecodeRuneInString(s[b:]); n == 0 || conjunctOf(after) != consonant {
		return false
	}
	for linked := false; b > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:b])
		c := conjunctOf(r)
		if c != linker && (c != apart || !isExtend(r)) {
			return linked && c == consonant
		}
		linked = linked || c == linker
		b -= n
	}
	return false
}

// classOfProperty is the class that a code point may be in by its property.
func classOfProperty(property string) class {
	switch property {
	case "LF", "Control", "Other", "LV", "LVT", "Extended_Pictographic":
		return base
	case "Extend":
		return tail
	case "SpacingMark":
		return vowel
	case "Consonant":
		return letter
	case "Regional_Indicator":
		return regional
	case "Linker":
		return tail
	}
	return unsure
}

// joins reports whether uniseg has no boundary between before and after.
func joins(before, after string) bool {
	return !splitsAt(before+after, len(before))
}

// propertyOf finds the property of r from how uniseg treats it beside others,
// since uniseg does not export it. segments.mjs asks Node the same questions.
func propertyOf(r rune) string {
	c := string(r)
	switch {
	case r == '\r':
		return "CR"
	case r == '\n':
		return "LF"
	case !joins(c, "\u0301"):
		return "Control"
	case joins("x", c):
		switch {
		case joins("👩"+c, "👩"): // only U+200D joins these
			return "ZWJ"
		case joins("👩"+c+"\u200d", "👩"): // Extend may be between, SpacingMark may not
			return "Extend"
		}
		return "SpacingMark"
	case joins(c, "x"):
		return "Prepend"
	case joins("👩\u200d", c):
		return "Extended_Pictographic"
	case joins("🇺", c):
		return "Regional_Indicator"
	case joins("\u1100", c): // L
		switch {
		case joins("가", c):
			return "V"
		case joins(c, "\u1100"):
			return "L"
		case joins(c, "\u1161"):
			return "LV"
		}
		return "LVT"
	case joins("각", c):
		return "T"
	}
	return "Other"
}

func TestPropertyOf(t *testing.T) {
	for _, p := range representatives[:len(representatives)-2] {
		require.Equal(t, p.property, propertyOf(p.r), "%U", p.r)
	}
}

// TestClassesAreProved proves class.go: each single code point of a class has a
// property that the class is for.
func TestClassesAreProved(t *testing.T) {
	for r := rune(0); r <= lastCodePoint; r++ {
		c := classOf(r)
		if c == unsure || !utf8.ValidRune(r) {
			continue
		}
		p := propertyOf(r)
		if conjunctOf(r) == consonant {
			p = "Consonant"
		}
		if classOfProperty(p) != c {
			require.Failf(t, "wrong class", "%U is %s, which class %d does not allow", r, p, c)
		}
	}
}

// TestClassesAreCounted fails when a code point is no longer in a class, and so is
// looked up, or in another one.
func TestClassesAreCounted(t *testing.T) {
	counts := map[class]int{}
	for r := range rune(utf8.MaxRune + 1) {
		counts[classOf(r)]++
	}
	delete(counts, unsure)
	require.Equal(t, map[class]int{base: 182944, tail: 226, vowel: 12, letter: 53, regional: 26}, counts)
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
					if !splitsAt(s, len(head)) {
						require.FailNow(t, "no boundary", "%s then %s in %+q at %d", before.property, after.property, s, len(head))
					}
					// Segmentation may start at a certain boundary: it finds
					// what segmentation of the whole finds behind it.
					at := len(head) + utf8.RuneLen(after.r)
					if behind != "" && splitsAt(s, at) != splitsAt(s[len(head):], at-len(head)) {
						require.FailNow(t, "another boundary", "%+q at %d", s, at)
					}
				}
			}
		}
	}
	// 6 base properties, spacing marks and consonants before 6 base ones, consonants
	// and flags; 2 of marks before 6 and flags; flags before 6 and consonants.
	require.Equal(t, 8*8+2*7+7, certain)
}

func TestClassesAreInOrder(t *testing.T) {
	for i, c := range classes {
		require.LessOrEqual(t, c.first, c.last, fmt.Sprintf("%U", c.first))
		if i > 0 {
			require.Greater(t, c.first, classes[i-1].last, fmt.Sprintf("%U", c.first))
		}
	}
}

// TestClassesInText compares what is read from the bytes of a valid text, and of one
// that may not be valid, with the class of the code point.
func TestClassesInText(t *testing.T) {
	x := Index{valid: true}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		x.text = string(r) + string(r)
		for _, x.valid = range []bool{true, false} {
			if before, after := x.classBefore(len(x.text)/2), x.classAfter(len(x.text)/2); before != classOf(r) || after != classOf(r) {
				require.Failf(t, "wrong class", "%U is of class %d, not %d before a boundary and %d after it", r, classOf(r), before, after)
			}
		}
	}
}

// TestIsExtend has both sides of the borders that isExtend has itself.
func TestIsExtend(t *testing.T) {
	for r, want := range map[rune]bool{
		'x': false, '\u0301': true, '\u20dd': true, '\uff9e': true, '\u0903': false,
		0x200B: false, 0x200C: false, 0x200D: true, 0x200E: false,
		0x1F3FA: false, 0x1F3FB: true, 0x1F3FF: true, 0x1F400: false,
	} {
		require.Equal(t, want, isExtend(r), "%U", r)
	}
}
