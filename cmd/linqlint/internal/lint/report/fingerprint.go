package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// fingerprints gives every finding a name by which a later run recognizes it: a
// hash of file, rule, pointer and source text. Re-indenting, moved lines and an
// inserted part or record do not change it. Equal findings are numbered.
type fingerprints struct {
	path string
	seen map[string]int
}

// of returns the fingerprint of a finding in b, 32 hexadecimal digits.
func (p *fingerprints) of(b *Batch, f *Finding) string {
	if b.Path != p.path || p.seen == nil {
		p.path, p.seen = b.Path, map[string]int{}
	}
	print := Fingerprint(b, f)
	p.seen[print]++
	if n := p.seen[print]; n > 1 {
		return digest(print + " " + strconv.Itoa(n))
	}
	return print
}

// Fingerprint returns a finding's name, which equal findings of a file share.
func Fingerprint(b *Batch, f *Finding) string {
	key := append([]byte(b.Path+"\x00"+f.Rule+"\x00"+StablePointer(f.Pointer)+"\x00"), Essence(b, f)...)
	return digest(string(key))
}

func digest(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16])
}

// StablePointer returns a JSON Pointer with "*" for every array index, which an
// inserted element would change.
func StablePointer(pointer string) string {
	tokens := strings.Split(pointer, "/")
	for i, token := range tokens {
		if token != "" && strings.Trim(token, "0123456789") == "" {
			tokens[i] = "*"
		}
	}
	return strings.Join(tokens, "/")
}

const (
	essenceLimit = 4096    // of the result, bytes
	essenceReach = 1 << 16 // of the source, bytes
)

// Essence returns the source text of a finding without white space outside of
// strings. Of an array or an object it has the members that are not arrays or
// objects themselves, so that a change deeper inside does not count.
func Essence(b *Batch, f *Finding) []byte {
	start := min(max(f.Start.Offset-b.Offset, 0), len(b.Text))
	end := min(max(f.End.Offset-b.Offset, start), len(b.Text), start+essenceReach)
	e := essence{}
	for i := start; i < end && len(e.out) < essenceLimit; i++ {
		i = e.add(b.Text[:end], i)
	}
	return e.out
}

type essence struct {
	out   []byte
	open  byte // the outer bracket
	depth int
}

// add adds the token at i and returns the index of its last byte.
func (e *essence) add(text []byte, i int) int {
	c, last := text[i], i
	switch c {
	case ' ', '\t', '\r', '\n':
		return i
	case '"':
		for last++; last < len(text) && text[last] != '"'; last++ {
			if text[last] == '\\' {
				last++
			}
		}
		last = min(last, len(text)-1)
	case '{', '[':
		if e.depth++; e.depth == 1 {
			e.open = c
			e.out = append(e.out, c)
		}
		return i
	case '}', ']':
		if e.depth--; e.depth > 0 {
			return i
		}
	case ',':
		// Without the elements of an array that are left out, their commas go, too.
		if n := len(e.out); e.depth == 1 && e.open == '[' && n > 0 && (e.out[n-1] == '[' || e.out[n-1] == ',') {
			return i
		}
	}
	if e.depth <= 1 {
		e.out = append(e.out, text[i:last+1]...)
	}
	return last
}
