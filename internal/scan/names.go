package scan

// Names numbers the member names that a scan recognizes on its way: what it reads of a
// short string to find its end is enough to look it up. The zero Names has none. It is
// safe for concurrent use once all names are in it.
type Names struct {
	slots [1 << logSlots]NameID // by hash
	names [maxNames + 1]name    // by NameID
	last  NameID
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

// name is a string by the words of eight bytes that it has, each with the first byte
// the lowest.
type name struct {
	// head is the first eight bytes, tail the last, middle what is behind the head or
	// else the tail. A name of less than eight bytes has a head only: zeros, its bytes, and
	// its closing quote.
	head, middle, tail uint64
	size               int // bytes, without quotes
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
	slot := n.slot(own.head + own.tail)
	if *slot != 0 || n.last == maxNames {
		panic("scan: no slot for " + text)
	}
	n.last++
	*slot, n.names[n.last] = n.last, own
	return n.last
}

// slot returns the slot of a name by the sum of its head and its tail. Only the factor
// gives each name one of its own.
func (n *Names) slot(sum uint64) *NameID {
	const factor = 0x1AD3A34503503B47
	return &n.slots[sum*factor>>(64-logSlots)]
}

// short returns the number of the name of size bytes, less than eight, that word starts
// with.
func (n *Names) short(word uint64, size int) NameID {
	head := word << ((56 - 8*size) & 63)
	id := *n.slot(head)
	if n.names[id].head != head {
		return 0
	}
	return id
}

// long returns the number of a longer name.
func (n *Names) long(head, middle, tail uint64, size int) NameID {
	id := *n.slot(head + tail)
	if own := &n.names[id]; own.head != head || own.tail != tail || own.middle != middle || own.size != size {
		return 0
	}
	return id
}

func nameOf(text string) name {
	size := len(text)
	var b [8 + maxName + 1]byte // zeros, the text, its closing quote
	b[8+copy(b[8:], text)] = '"'
	if size < 8 {
		return name{head: Word(b[size+1:]), size: size}
	}
	return name{Word(b[8:]), Word(b[8+min(8, size-8):]), Word(b[size:]), size}
}

// ID returns the number of a string. It is the slow twin of what a scan does.
func (n *Names) ID(text string) NameID {
	if len(text) > maxName {
		return 0
	}
	own := nameOf(text)
	if id := *n.slot(own.head + own.tail); n.names[id] == own {
		return id
	}
	return 0
}
