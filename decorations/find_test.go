package decorations

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text, substr string
		n                  int
		want               Range
		ok                 bool
	}{
		{"first", "Your order, your order", "order", 1, Range{5, 10}, true},
		{"second", "Your order, your order", "order", 2, Range{17, 22}, true},
		{"one too many", "Your order, your order", "order", 3, Range{}, false},
		{"counted from 1", "order", "order", 0, Range{}, false},
		{"negative", "order", "order", -1, Range{}, false},
		{"behind a surrogate pair", "🎉 Sale", "Sale", 1, Range{3, 7}, true},
		{"a surrogate pair", "Sale 🎉🎉", "🎉", 2, Range{7, 9}, true},
		{"behind two bytes that are one unit", "Café now", "now", 1, Range{5, 8}, true},
		{"the whole", "Sale", "Sale", 1, Range{0, 4}, true},
		{"empty is nowhere", "Sale", "", 1, Range{}, false},
		{"in nothing", "", "a", 1, Range{}, false},
		{"longer than the text", "a", "ab", 1, Range{}, false},
		{"occurrences do not overlap", "aaa", "aa", 1, Range{0, 2}, true},
		{"no second", "aaa", "aa", 2, Range{}, false},
		{"touching", "aaaa", "aa", 2, Range{2, 4}, true},
		{"case counts", "Sale", "sale", 1, Range{}, false},
		{"nothing is normalised: é is not e and U+0301", "Cafe\u0301", "\u00e9", 1, Range{}, false},
		{"it may end inside a cluster", "Cafe\u0301", "Cafe", 1, Range{0, 4}, true},
		{"an invalid byte", "a\xffb", "\xff", 1, Range{1, 2}, true},
		{"a byte inside a code point is none", "\u00e9", "\xa9", 1, Range{}, false},
		{"nor are the first bytes of one", "€", "\xe2\x82", 1, Range{}, false},
		{"but the same bytes alone are", "€ \xe2\x82", "\xe2\x82", 1, Range{2, 4}, true},
		{"behind one that is none", "éx\xa9", "\xa9", 1, Range{2, 3}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := Find(c.text, c.substr, c.n)
			require.Equal(t, c.ok, ok)
			require.Equal(t, c.want, got)
		})
	}
}

func TestFindAll(t *testing.T) {
	require.Equal(t, []Range{{0, 2}, {3, 5}, {6, 8}}, slices.Collect(FindAll("🎉 🎉 🎉", "🎉")))
	require.Empty(t, slices.Collect(FindAll("abc", "")))
	for r := range FindAll("aaaa", "a") { // may be left early
		require.Equal(t, Range{0, 1}, r)
		break
	}
}

func TestSlice(t *testing.T) {
	const text = "Hey 👋🏽 Kevin"
	for _, c := range []struct {
		name string
		r    Range
		want string
		ok   bool
	}{
		{"a word", Range{9, 14}, "Kevin", true},
		{"a cluster of two pairs", Range{4, 8}, "👋🏽", true},
		{"half of a cluster", Range{4, 6}, "👋", true},
		{"all", Range{0, 14}, text, true},
		{"nothing", Range{3, 3}, "", true},
		{"nothing at the end", Range{14, 14}, "", true},
		{"from inside a pair", Range{5, 8}, "", false},
		{"to inside a pair", Range{4, 7}, "", false},
		{"nothing, inside a pair", Range{5, 5}, "", false},
		{"beyond the end", Range{9, 15}, "", false},
		{"nothing beyond the end", Range{15, 15}, "", false},
		{"before the start", Range{-1, 3}, "", false},
		{"reversed", Range{5, 4}, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := Slice(text, c.r)
			require.Equal(t, c.ok, ok)
			require.Equal(t, c.want, got)
		})
	}
}

// textOf draws texts of few code points, so that finding one in another is
// likely, with and without valid UTF-8.
func textOf(most int) *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "é", "🎉", "\xf0", "\x9f", "\xa9"}), 0, most),
		func(parts []string) string { return strings.Join(parts, "") })
}

// TestFindAllByRunes compares with a search over code points.
func TestFindAllByRunes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, substr := textOf(12).Draw(t, "text"), textOf(3).Draw(t, "substr")
		texts, wanted := split(text), split(substr)
		var want []Range
		for i := 0; len(wanted) > 0 && i+len(wanted) <= len(texts); {
			if !slices.Equal(texts[i:i+len(wanted)], wanted) {
				i++
				continue
			}
			start := UTF16Len(strings.Join(texts[:i], ""))
			want = append(want, Range{start, start + UTF16Len(substr)})
			i += len(wanted)
		}
		require.Equal(t, want, slices.Collect(FindAll(text, substr)))
		for i, r := range want {
			found, ok := Find(text, substr, i+1)
			require.True(t, ok)
			require.Equal(t, r, found)
			under, ok := Slice(text, r)
			require.True(t, ok)
			require.Equal(t, substr, under)
		}
		_, ok := Find(text, substr, len(want)+1)
		require.False(t, ok)
	})
}

// split returns the code points of s, each with the bytes that it has in s.
func split(s string) (parts []string) {
	last := 0
	for i := range s {
		if i > 0 {
			parts = append(parts, s[last:i])
		}
		last = i
	}
	if s != "" {
		parts = append(parts, s[last:])
	}
	return parts
}
