package spelling

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// slowDistance fills the whole table.
func slowDistance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		for j := range rows[i] {
			switch {
			case i == 0 || j == 0:
				rows[i][j] = i + j
			default:
				cost := 1
				if a[i-1] == b[j-1] {
					cost = 0
				}
				rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
				}
			}
		}
	}
	return rows[len(a)][len(b)]
}

// wordsOf are all words of up to n of the letters.
func wordsOf(letters string, n int) []string {
	words := []string{""}
	for from := 0; n > 0; n-- {
		end := len(words)
		for _, w := range words[from:end] {
			for i := range letters {
				words = append(words, w+letters[i:i+1])
			}
		}
		from = end
	}
	return words
}

// TestDistance compares with the whole table, for all words of a few letters: the
// letters that are not looked at again, and the rows that are left out, change nothing.
func TestDistance(t *testing.T) {
	words := append(wordsOf("abc", 4), "abcabcab", "acbacbba", "aabbccaabbcc", "remove", "removed")
	for _, a := range words {
		for _, b := range words {
			d := slowDistance(a, b)
			if apart := differ(lettersOf(a), lettersOf(b)); apart > d {
				t.Fatalf("%q and %q are %d apart, not %d", a, b, d, apart)
			}
			for limit := 1; limit < 5; limit++ {
				if got := Distance(a, b, limit); got != min(d, limit) {
					t.Fatalf("Distance(%q, %q, %d) is %d, not %d", a, b, limit, got, d)
				}
			}
		}
	}
	long := strings.Repeat("a", 32) // the longest word that is compared
	require.Equal(t, 0, Distance(long, long, 2))
	require.Equal(t, 2, Distance(long+"a", long+"a", 2))
}

// slowNearest asks for the distance of every name.
func slowNearest(name string, names []string) string {
	folded := Fold(name)
	for _, n := range names {
		if Fold(n) == folded && n != name {
			return n
		}
	}
	for _, alias := range aliases {
		for _, n := range names {
			if alias.from == folded && alias.to == n {
				return n
			}
		}
	}
	best, least := "", len(folded)/3+1
	for _, n := range names {
		if d := slowDistance(folded, Fold(n)); d < least && len(folded) <= longest && len(Fold(n)) <= longest {
			best, least = n, d
		}
	}
	return best
}

// vocabulary is names with their prefixes and endings, and what is near to them.
func vocabulary() (words []string) {
	names := []string{"like", "dislike", "include_from", "exclude-from", "override_optout", "override_optin", "to", "from", "in", "Bold", "happy_birthday", "invisible", "visible", "strong", "", "_", "é", "SMS", "start", "end", strings.Repeat("long", 9)}
	for _, n := range names {
		words = append(words, n, "-"+n, " !"+n, n+"x", "x"+n, n+n)
		for _, word := range negations {
			words = append(words, word+n, n+"_"+word)
		}
		for _, word := range negatedEnds {
			words = append(words, n+word)
		}
		for i := range len(n) {
			words = append(words, n[:i]+n[i+1:], n[:i]+"q"+n[i+1:])
		}
	}
	return words
}

// TestNearestAsSlowly: names that are not compared in full are not near.
func TestNearestAsSlowly(t *testing.T) {
	words := vocabulary()
	names := append([]string{"happybirthdays", strings.Repeat("long", 8)}, words[:8]...)
	names = append(names, words[len(words)/2:len(words)/2+20]...)
	names = slices.DeleteFunc(names, func(n string) bool { return fold(at(n, 0)) == 0 }) // see Is
	for _, w := range words {
		require.Equal(t, slowNearest(w, names), Nearest(w, names), w)
	}
}

// slowInverts looks for every word that negates.
func slowInverts(value, name string) bool {
	sign := strings.TrimLeft(value, " \t")
	if strings.TrimLeft(sign, "-!~^\u2212\u2013\u2014\u2011") != sign {
		return true
	}
	v, n := Fold(value), Fold(name)
	for _, word := range negations {
		if strings.HasPrefix(v, word) && !strings.HasPrefix(n, word) && near(v[len(word):], n) || strings.HasPrefix(n, word) && !strings.HasPrefix(v, word) && near(v, n[len(word):]) {
			return true
		}
	}
	for _, word := range negatedEnds {
		if strings.HasSuffix(v, word) && near(strings.TrimSuffix(v, word), n) {
			return true
		}
	}
	for _, pair := range append(oppositePair, reversed(oppositePair)...) {
		if strings.Contains(v, pair[0]) && strings.Contains(n, pair[1]) && !strings.Contains(v, pair[1]) && !strings.Contains(n, pair[0]) {
			return true
		}
	}
	return false
}

func reversed(pairs [][2]string) (out [][2]string) {
	for _, p := range pairs {
		out = append(out, [2]string{p[1], p[0]})
	}
	return out
}

func TestInvertsAsSlowly(t *testing.T) {
	words := vocabulary()
	inverts := 0
	for i, value := range words {
		word := Of(value)
		for _, name := range []string{words[i*7%len(words)], words[i*11%len(words)], "like", "visible", "invisible", "override_optin", "override_optout", "exclude_from", "from", "to"} {
			got := word.Inverts(name)
			if got != slowInverts(value, name) {
				t.Fatalf("Inverts(%q, %q) is %v", value, name, got)
			}
			if got {
				inverts++
			}
		}
	}
	require.Greater(t, inverts, len(words)/4)
}

// slowFold looks each byte up.
func slowFold(name string) string {
	var b strings.Builder
	for i := range len(name) {
		switch c := name[i]; {
		case strings.IndexByte("_- .\x00", c) >= 0:
		case strings.IndexByte("ABCDEFGHIJKLMNOPQRSTUVWXYZ", c) >= 0:
			b.WriteByte(c - 'A' + 'a')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// TestFoldAsSlowly: a name that is folded is not copied, and every other one is; the
// letters of a name are those of it folded.
func TestFoldAsSlowly(t *testing.T) {
	for c := range 256 {
		for _, name := range []string{string([]byte{byte(c)}), string([]byte{'a', byte(c), 'z'})} {
			folded := slowFold(name)
			require.Equal(t, folded, Fold(name), "%q", name)
			require.Equal(t, folded, string(appendFold(nil, name)), "%q", name)
			require.True(t, FoldsTo(name, folded), "%q", name)
			require.Equal(t, lettersOf(folded), lettersOfName(name), "%q", name)
		}
	}
	require.Zero(t, testing.AllocsPerRun(10, func() { Fold("folded") }))
}
