package builder

// plain is what the kinds without a message have in common.
type plain struct{ members members }

// Content returns false: the kind has no message.
func (plain) Content() (c Content, ok bool) { return Content{}, false }

// From returns "": the kind names no line.
func (plain) From() string { return "" }

// Recipients returns nil: the kind names no recipients.
func (plain) Recipients() []string { return nil }

// Members returns the further members of the body: see [Request].
func (p plain) Members() []Member { return p.members.list() }

// index is a part_index that may be absent.
type index struct {
	n   int
	set bool
}
