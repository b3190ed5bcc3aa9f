package scan

import "unsafe"

// alias returns b as a string without copying it. The invariant that makes it
// right: a View's strings are used only between Scan and Release, while the
// body is not written to (its owner lent it) and the arena only grows at its
// end. What leaves the public packages is a copy. Without it a body costs a
// fifth more, by the copies of its keys and texts.
func alias(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}
