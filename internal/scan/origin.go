package scan

import "sort"

// Start returns the offset in the broken text of the byte at off of the copy,
// where something starts.
func (r *Repaired) Start(off int) int {
	e, at := r.edit(off)
	if e != nil {
		return e.Start
	}
	return at
}

// End returns the offset in the broken text of what ends at off of the copy.
func (r *Repaired) End(off int) int {
	if off == 0 {
		return 0
	}
	e, at := r.edit(off - 1)
	if e != nil {
		return e.End
	}
	return at + 1
}

// edit returns the edit whose text the byte at off of the copy is in, or nil and
// where the byte is in the broken text.
func (r *Repaired) edit(off int) (*Replacement, int) {
	i := sort.Search(len(r.Edits), func(i int) bool { return r.Edits[i].at > off }) - 1
	if i < 0 {
		return nil, off
	}
	e := &r.Edits[i]
	if off < e.at+len(e.Text) {
		return e, 0
	}
	return nil, e.End + off - e.at - len(e.Text)
}
