package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// fingerprints names findings so that the same one is known again in a later
// run: by file, rule, pointer and what stands there, white space outside of
// strings left out. Neither re-indenting nor moved lines change it. Where
// several findings agree in all of it they are numbered.
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

// Fingerprint is a finding's name, which equal findings of a file share.
func Fingerprint(b *Batch, f *Finding) string {
	key := append([]byte(b.Path+"\x00"+f.Rule+"\x00"+f.Pointer+"\x00"), Essence(b, f)...)
	return digest(string(key))
}

func digest(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:16])
}

// essenceLimit is how much of a place counts for its fingerprint, in bytes.
const essenceLimit = 4096

// Essence returns what stands at a finding's place without the white space
// outside of strings.
func Essence(b *Batch, f *Finding) []byte {
	start := min(max(f.Start.Offset-b.Offset, 0), len(b.Text))
	end := min(max(f.End.Offset-b.Offset, start), len(b.Text), start+essenceLimit)
	var out []byte
	quoted := false
	for i := start; i < end; i++ {
		c := b.Text[i]
		switch {
		case !quoted && (c == ' ' || c == '\t' || c == '\r' || c == '\n'):
			continue
		case c == '"':
			quoted = !quoted
		case quoted && c == '\\' && i+1 < end:
			out = append(out, c)
			i++
			c = b.Text[i]
		}
		out = append(out, c)
	}
	return out
}
