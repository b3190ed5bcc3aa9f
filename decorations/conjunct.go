package decorations

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// conjunct is how much of a conjunct a sequence of code points forms. A conjunct is
// one cluster by rule GB9c: a consonant, marks that include a linker, and another
// consonant. uniseg v0.4.7 does not have that rule.
type conjunct uint8

const (
	apart     conjunct = iota
	begun              // after a consonant and marks
	linked             // after a linker as well
	consonant = linked + 1
	linker    = linked + 2
)

// conjunctOf returns consonant or linker for a code point that is one, and apart
// for others.
func conjunctOf(r rune) conjunct {
	lo, hi := 0, len(conjuncts)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		switch c := &conjuncts[mid]; {
		case r < c.first:
			hi = mid
		case r > c.last:
			lo = mid + 1
		default:
			return c.kind
		}
	}
	return apart
}

// after returns the state after r.
func (c conjunct) after(r rune) conjunct {
	if r < conjuncts[0].first && c == apart {
		return apart
	}
	switch conjunctOf(r) {
	case consonant:
		return begun
	case linker:
		if c != apart {
			return linked
		}
		return apart
	}
	if c != apart && isExtend(r) {
		return c
	}
	return apart
}

// isExtend reports whether r may be next to a linker between the consonants of a
// conjunct: Indic_Conjunct_Break=Extend, which is Grapheme_Extend and U+200D
// without U+200C.
func isExtend(r rune) bool {
	return r != 0x200C && (r == 0x200D || unicode.In(r, unicode.Mn, unicode.Me, unicode.Other_Grapheme_Extend) || 0x1F3FB <= r && r <= 0x1F3FF)
}

// nextCluster returns the length of the grapheme cluster at the start of s, and the
// state for the next call. The first call gets the state -1.
func nextCluster(s string, state int) (size, next int) {
	c := apart
	for {
		var cluster, rest string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(s[size:], state)
		size += len(cluster)
		for _, r := range cluster {
			c = c.after(r)
		}
		if c != linked || rest == "" {
			return size, state
		}
		if r, _ := utf8.DecodeRuneInString(rest); conjunctOf(r) != consonant {
			return size, state
		}
	}
}
