package api

// IsUUID reports whether s is a UUID in its text form, 8-4-4-4-12 hexadecimal
// digits of either case. The version is not looked at.
func IsUUID(s string) bool {
	const (
		length = 36
		dashes = 1<<8 | 1<<13 | 1<<18 | 1<<23 // by position
	)
	if len(s) != length {
		return false
	}
	all := uint8(1)
	for i := range length { // most are right, so nothing is won by an early end
		all &= inUUID[s[i]] >> (dashes >> i & 1)
	}
	return all == 1
}

// inUUID has 1 for hexadecimal digits and 2 for the dash.
var inUUID = [256]uint8{
	'0': 1, '1': 1, '2': 1, '3': 1, '4': 1, '5': 1, '6': 1, '7': 1, '8': 1, '9': 1, '-': 2,
	'a': 1, 'b': 1, 'c': 1, 'd': 1, 'e': 1, 'f': 1, 'A': 1, 'B': 1, 'C': 1, 'D': 1, 'E': 1, 'F': 1,
}
