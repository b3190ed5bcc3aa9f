package scan

// Names numbers the member names that a scan recognizes on its way: what it reads of a
// short string to find its end is enough to look it up. The zero Names has none. It is
// safe for concurrent use once all names are in it. Its fields are exported so that a table
// of names can be a literal, which costs no time at the start.
type Names struct {
	Slots [1 << logSlots]NameID // by hash
	Names [maxNames + 1]Name    // by NameID
	Last  NameID
	_     [0]func() // so that nobody compares two of them
}

// NameID is the number that a string has among Names, from 1. The zero NameID is that of
// every other string.
type NameID uint8

const (
	maxNames = 1<<8 - 1
	maxName  = 24 // bytes, which the words of a name tell apart
	logSlots = 11
)

// Name is a string by the words of eight bytes that it has, each with the first byte
// the lowest.
type Name struct {
	// Head is the first eight bytes, Tail the last, Middle what is behind the head or
	// else the tail. A name of less than eight bytes has a head only: zeros, its bytes, and
	// its closing quote.
	Head, Middle, Tail uint64
	Size               int // bytes, without quotes
}

var noNames Names

// Add returns the number of a name, and gives it the next one if it has none. It panics
// for more than 255 names, for one longer than 24 bytes, and where two have one slot:
// then another factor is needed.
func (n *Names) Add(text string) NameID {
	if id := n.ID(text); id != 0 {
		return id
	}
	own := nameOf(text)
	slot := n.slot(own.Head + own.Tail)
	if *slot != 0 || n.Last == maxNames {
		panic("scan: no slot for " + text)
	}
	n.Last++
	*slot, n.Names[n.Last] = n.Last, own
	return n.Last
}

// slot returns the slot of a name by the sum of its head and its tail. Only the factor
// gives each name one of its own.
func (n *Names) slot(sum uint64) *NameID {
	const factor = 0x1AD3A34503503B47
	return &n.Slots[sum*factor>>(64-logSlots)]
}

// short returns the number of the name of size bytes, less than eight, that word starts
// with.
func (n *Names) short(word uint64, size int) NameID {
	head := word << ((56 - 8*size) & 63)
	id := *n.slot(head)
	if n.Names[id].Head != head {
		return 0
	}
	return id
}

// long returns the number of a longer name.
func (n *Names) long(head, middle, tail uint64, size int) NameID {
	id := *n.slot(head + tail)
	if own := &n.Names[id]; own.Head != head || own.Tail != tail || own.Middle != middle || own.Size != size {
		return 0
	}
	return id
}

func nameOf(text string) Name {
	size := len(text)
	var b [8 + maxName + 1]byte // zeros, the text, its closing quote
	b[8+copy(b[8:], text)] = '"'
	if size < 8 {
		return Name{Head: Word(b[size+1:]), Size: size}
	}
	return Name{Word(b[8:]), Word(b[8+min(8, size-8):]), Word(b[size:]), size}
}

// ID returns the number of a string. It is the slow twin of what a scan does.
func (n *Names) ID(text string) NameID {
	if len(text) > maxName {
		return 0
	}
	own := nameOf(text)
	if id := *n.slot(own.Head + own.Tail); n.Names[id] == own {
		return id
	}
	return 0
}
