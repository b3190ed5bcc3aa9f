package spelling

import "math/bits"

// longest is how many bytes a word may have that is compared with others.
const longest = 32

// Distance returns how many bytes must be inserted, removed, replaced or swapped
// with their neighbor to get from a to b, or limit if that is less.
func Distance(a, b string, limit int) int {
	if len(a) > longest || len(b) > longest || len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] { // words that are near begin the same
		a, b = a[1:], b[1:]
	}
	var rows [3][longest + 1]uint8 // no distance here is over 32
	for j := range len(b) + 1 {
		rows[0][j] = uint8(j)
	}
	row, last, older := &rows[1], &rows[0], &rows[2]
	least := 0 // of the last row
	for i := 1; i <= len(a); i++ {
		row[0] = uint8(i)
		before := least
		least = i
		for j := 1; j <= len(b); j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d = min(row[j-1], last[j], d) + 1
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d = min(d, older[j-2]+1)
				}
			}
			row[j] = d
			least = min(least, int(d))
		}
		if least >= limit && before >= limit {
			return limit // each row comes from one of the two before it
		}
		row, last, older = older, row, last
	}
	return min(int(last[len(b)]), limit)
}

// lettersOf returns which bytes a folded word has: a bit for each, and one for
// several that differ in their upper three bits only.
func lettersOf(word string) (letters uint32) {
	for i := range len(word) {
		letters |= 1 << (word[i] & 31)
	}
	return letters
}

// lettersOfName is lettersOf for a name that is not folded.
func lettersOfName(name string) (letters uint32) {
	for i := range len(name) {
		c := name[i]
		if c == '_' || c < 'A' && fold(c) == 0 {
			continue
		}
		letters |= 1 << (c & 31) // the same in both cases
	}
	return letters
}

// differ returns how far apart two words with these letters are at least: a letter
// that only one of them has is one change, and a change takes away or brings in one.
func differ(a, b uint32) int {
	return max(bits.OnesCount32(a&^b), bits.OnesCount32(b&^a))
}
