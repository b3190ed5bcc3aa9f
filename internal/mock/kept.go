package mock

// MaxBytes bounds each of the lists that a server keeps, in bytes of what it
// received: the messages, the requests of Sent, the attachments.
const MaxBytes = 64 << 20

// kept is a list with a limit: the oldest elements are dropped. Its newest
// element is kept whatever its size.
type kept[T any] struct {
	items []T // oldest first
	bytes int64
	max   int // elements
	size  func(T) int64
	drop  func(T) // called for each dropped element; nil for nothing
}

func (k *kept[T]) add(x T) {
	k.items = append(k.items, x)
	k.grow(k.size(x))
}

// grow adds to the size of an element that is in the list.
func (k *kept[T]) grow(bytes int64) {
	k.bytes += bytes
	for len(k.items) > k.max || k.bytes > MaxBytes && len(k.items) > 1 {
		oldest := k.items[0]
		var zero T
		k.items[0] = zero
		k.items = k.items[1:]
		k.bytes -= k.size(oldest)
		if k.drop != nil {
			k.drop(oldest)
		}
	}
}

// remove removes the elements that match, without calling drop.
func (k *kept[T]) remove(match func(T) bool) {
	rest := k.items[:0]
	for _, x := range k.items {
		if match(x) {
			k.bytes -= k.size(x)
		} else {
			rest = append(rest, x)
		}
	}
	clear(k.items[len(rest):])
	k.items = rest
}
