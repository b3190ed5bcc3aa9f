package scan

import "math/bits"

// Names numbers the member names that a scan recognizes on its way: what it reads of a
// name to find its end is enough to look it up. The zero Names has none. It is
// safe for concurrent use once all names are in it. Its fields are exported so that a table
// of names can be a literal, which costs no time at the start.
type Names struct {
	Slots [1 << logSlots]NameID // by hash
	Names [maxNames + 1]Name    // by NameID
	Last  NameID
	_     [0]func() // so that nobody compares two of them
}

// NameID is the number that a member's name has among Names, from 1. The zero NameID is
// that of every other name.
type NameID uint8

const (
	maxNames = 1<<8 - 1
	maxName  = 23 // bytes, which with the closing quote fill a Name
	logSlots = 11
)

// Name is a name with its closing quote by words of eight bytes, the first the lowest. The
// word that ends with the quote has zeros before the name's bytes, and those behind it are
// zero. A name has no quotes, so words that are equal are those of one name.
type Name [3]uint64

var noNames Names

// Add returns the number of a name, and gives it the next one if it has none. It panics
// for more than 255 names, for one that is longer than 23 bytes or has others than ASCII
// letters and low lines, and where two have one slot: then another factor is needed.
func (n *Names) Add(text string) NameID {
	if id := n.ID(text); id != 0 {
		return id
	}
	if !fitsWords(text) {
		panic("scan: not a name of at most 23 letters and low lines: " + text)
	}
	own := wordsOf(text)
	slot := n.slot(own.sum())
	if *slot != 0 || n.Last == maxNames {
		panic("scan: no slot for " + text)
	}
	n.Last++
	*slot, n.Names[n.Last] = n.Last, own
	return n.Last
}

// fitsWords reports whether text has letters and low lines only, and not too many.
func fitsWords(text string) bool {
	for i := range len(text) {
		if c := text[i] | 0x20; (c < 'a' || c > 'z') && text[i] != '_' {
			return false
		}
	}
	return len(text) <= maxName
}

// ID returns the number of a name. It is the slow twin of what a scan does.
func (n *Names) ID(text string) NameID {
	if len(text) > maxName {
		return 0
	}
	own := wordsOf(text)
	if id, known := n.at(own.sum()); *known == own {
		return id
	}
	return 0
}

// wordsOf returns the words of a name of at most maxName bytes.
func wordsOf(text string) (w Name) {
	var b [maxName + 1]byte
	b[copy(b[:], text)] = '"'
	last := len(text) / 8
	for i := range last + 1 {
		w[i] = Word(b[8*i:])
	}
	w[last] <<= 56 - 8*(len(text)%8)
	return w
}

// sum is what the slot of a name is found by.
func (w *Name) sum() uint64 { return w[0] + w[1] + w[2] }

// at returns the only name that may have this sum, by its number and its words.
func (n *Names) at(sum uint64) (NameID, *Name) {
	id := *n.slot(sum)
	return id, &n.Names[id]
}

// slot returns the slot of a name by its sum. Only the factor gives each name one of its
// own.
func (n *Names) slot(sum uint64) *NameID {
	const factor = 0xDA06F4820A67F85D
	return &n.Slots[sum*factor>>(64-logSlots)]
}

// notLetters marks the bytes of w that have no bit 0x40, which letters and low lines have,
// by that bit. It is all that a scan asks of a name's bytes: of those that have the bit too,
// such as a backslash, no name that was added has one.
func notLetters(w uint64) uint64 { return ^w & (ones * 0x40) }

// lastWord returns the word of w's bytes up to the first of those that notLetters marked,
// and how many are before that: in a name of Names it is the closing quote.
func lastWord(w, marks uint64) (size int, last uint64) {
	bit := bits.TrailingZeros64(marks) // 8*size + 6
	return bit >> 3, w << (bit ^ 62)   // by 56 - 8*size, the bits above the mark's byte
}
