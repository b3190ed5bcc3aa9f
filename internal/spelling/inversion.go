package spelling

import "strings"

// negations are what turns a word into its opposite, before it or behind it.
var (
	negations    = []string{"un", "no", "not", "non", "dis", "in", "de", "anti", "never", "without", "remove", "removed", "delete", "clear", "minus"}
	negatedEnds  = []string{"off", "remove", "removed", "deleted", "not", "none"}
	oppositePair = [][2]string{{"optin", "optout"}, {"include", "exclude"}, {"leading", "trailing"}, {"from", "to"}, {"add", "remove"}, {"enable", "disable"}, {"show", "hide"}, {"start", "end"}}
)

// oppositeLetters has the letters of each oppositePair, and negationStarts the first
// letters of negations: see lettersOf.
var (
	oppositeLetters = lettersOfPairs(oppositePair)
	negationStarts  = startsOf(negations)
)

func lettersOfPairs(pairs [][2]string) (letters [][2]uint32) {
	for _, p := range pairs {
		letters = append(letters, [2]uint32{lettersOf(p[0]), lettersOf(p[1])})
	}
	return letters
}

func startsOf(words []string) (letters uint32) {
	for _, w := range words {
		letters |= lettersOf(w[:1])
	}
	return letters
}

// Inverts reports whether w says the opposite of name, which it is spelled
// like: "-love" means elsewhere that a love is taken back, "unlike" is not a
// misspelled "like", and "visible" is not a misspelled "invisible". To write one
// for the other would turn the request around.
func (w *Word) Inverts(name string) bool {
	var buf [longest]byte
	v, n := w.folded, string(appendFold(buf[:0], name))
	if hasSign(w.given) {
		return true
	}
	if v == n {
		return false // no word is its own opposite
	}
	first, last, other := at(v, 0), at(v, len(v)-1), at(n, 0)
	if starts := uint32(1)<<(first&31) | 1<<(other&31); starts&negationStarts != 0 && negates(v, n, first, other) {
		return true
	}
	for _, word := range negatedEnds {
		if word[len(word)-1] != last {
			continue
		}
		if rest, ok := strings.CutSuffix(v, word); ok && near(rest, n) {
			return true
		}
	}
	return opposes(v, n)
}

// negates reports whether one of two words is the other with a negation before it.
func negates(v, n string, first, other byte) bool {
	for _, word := range negations {
		if word[0] == first || word[0] == other {
			if rest, ok := strings.CutPrefix(v, word); ok && !strings.HasPrefix(n, word) && near(rest, n) {
				return true
			}
			if rest, ok := strings.CutPrefix(n, word); ok && !strings.HasPrefix(v, word) && near(v, rest) {
				return true
			}
		}
	}
	return false
}

// at returns a byte of a word, 0 where there is none.
func at(word string, i int) byte {
	if 0 <= i && i < len(word) {
		return word[i]
	}
	return 0
}

// hasSign reports whether a value begins with a minus or another sign of negation.
func hasSign(value string) bool {
	if c := at(value, 0); 'a' <= c && c <= 'z' {
		return false // most do
	}
	value = strings.TrimLeft(value, " \t")
	return strings.TrimLeft(value, "-!~^\u2212\u2013\u2014\u2011") != value
}

// opposes reports whether v has a word and n its opposite.
func opposes(v, n string) bool {
	inV, inN := lettersOf(v), lettersOf(n)
	for i := range oppositePair {
		ofA, ofB := oppositeLetters[i][0], oppositeLetters[i][1]
		if ofA&^inV|ofB&^inN != 0 && ofB&^inV|ofA&^inN != 0 {
			continue // most have not even these letters
		}
		a, b := oppositePair[i][0], oppositePair[i][1]
		if isOpposite(v, n, a, b) || isOpposite(v, n, b, a) {
			return true
		}
	}
	return false
}

// isOpposite reports whether v has the word a and n its opposite b, but neither both.
func isOpposite(v, n, a, b string) bool {
	return strings.Contains(v, a) && strings.Contains(n, b) && !strings.Contains(v, b) && !strings.Contains(n, a)
}

// Negates reports whether w says the opposite of one of values.
func (w *Word) Negates(values []string) bool {
	for _, v := range values {
		if w.Inverts(v) {
			return true
		}
	}
	return false
}

// Ambiguous reports whether w may as well be another of values that only has more
// in front of name: "dlike" is like or dislike.
func (w *Word) Ambiguous(name string, values []string) bool {
	var buf [longest]byte
	v, n := w.folded, string(appendFold(buf[:0], name))
	if !strings.HasSuffix(v, n) || v == n {
		return false
	}
	for _, other := range values {
		if o := Fold(other); o != n && strings.HasSuffix(o, n) && o[0] == v[0] {
			return true
		}
	}
	return false
}

// near reports whether two folded words differ by one letter at most.
func near(a, b string) bool {
	return len(b) > 1 && Distance(a, b, 2) < 2
}
