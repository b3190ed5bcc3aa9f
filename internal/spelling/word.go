package spelling

// aliases are other spellings of the same word, and words for the same thing:
// to write one for the other is not a guess. The names of other APIs are in
// internal/api.
var aliases = []struct{ from, to string }{
	{"invisibleink", "invisible"}, {"emphasis", "emphasize"}, {"emphasise", "emphasize"},
	{"delete", "remove"}, {"strike", "strikethrough"}, {"strikethru", "strikethrough"}, {"underlined", "underline"},
	{"italics", "italic"}, {"strong", "bold"}, {"appclip", "app_clip"},
}

// Word is a name as somebody wrote it, folded once for all that is asked about it.
type Word struct {
	given, folded string
	first         byte // of folded, as below
	least         int  // the bytes that a name which is folded has at least
}

// Of returns the Word of a name.
func Of(name string) Word {
	folded := Fold(name)
	return Word{name, folded, at(folded, 0) | 0x20, max(len(folded), 1)}
}

// Letters is how many values [Letter] has.
const Letters = 32

// Letter returns a number for the first letter of a name that does not begin with a
// separator, the same one in both cases.
func Letter(name string) int { return int(at(name, 0) & (Letters - 1)) }

// Letter is [Letter] of w. A name that w is has the same.
func (w *Word) Letter() int { return int(w.first & (Letters - 1)) }

// Is reports whether name, which does not begin with a separator, is w but for case
// and separators. Most names are told apart by their first letter.
func (w *Word) Is(name string) bool {
	return len(name) >= w.least && name[0]|0x20 == w.first && FoldsTo(name, w.folded)
}

// Nearest returns the one of names that was most likely meant by w: another
// spelling of it, what it is called elsewhere, or a name that differs in at most
// a third of its letters. It returns "" if there is none.
func (w *Word) Nearest(names []string) string {
	for _, n := range names {
		if w.Is(n) && n != w.given {
			return n
		}
	}
	for i := range aliases {
		if aliases[i].from != w.folded {
			continue
		}
		for _, n := range names {
			if n == aliases[i].to {
				return n
			}
		}
	}
	best, least := "", len(w.folded)/3+1
	if len(w.folded) > longest {
		return ""
	}
	letters := lettersOf(w.folded)
	var buf [longest]byte
	for _, n := range names {
		if len(n) <= len(w.folded)-least {
			continue // too short, and what is folded is no longer
		}
		if differ(letters, lettersOfName(n)) >= least {
			continue
		}
		folded := string(appendFold(buf[:0], n))
		if d := Distance(w.folded, folded, least); d < least {
			best, least = n, d
		}
	}
	return best
}

// Same reports whether w and name are one word in two spellings, or two names of
// one thing, so that writing name for w is not a guess.
func (w *Word) Same(name string) bool {
	if w.Is(name) {
		return true
	}
	for i := range aliases {
		if aliases[i].from == w.folded && aliases[i].to == name {
			return true
		}
	}
	return false
}
