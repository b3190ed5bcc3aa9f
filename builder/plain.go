package builder

// plain is what the kinds without a message have in common.
type plain struct{ members members }

// Members returns the further members of the body: see [Request].
func (p plain) Members() []Member { return p.members.list() }

// index is a part_index that may be absent.
type index struct {
	n   int
	set bool
}
