package api

// IsUUID reports whether s is a UUID in its text form, 8-4-4-4-12 hexadecimal
// digits of either case. The version is not looked at.
func IsUUID(s string) bool {
	return len(s) == 36 && s[8] == '-' && s[13] == '-' && s[18] == '-' && s[23] == '-' &&
		hex4(s[0:4])&hex4(s[4:8])&hex4(s[9:13])&hex4(s[14:18])&hex4(s[19:23])&hex4(s[24:28])&hex4(s[28:32])&hex4(s[32:36]) == 1
}

// hex4 returns 1 if four bytes are hexadecimal digits, and else 0. Most are, so
// nothing is won by an early end.
func hex4(s string) uint8 {
	_ = s[3]
	return isHex[s[0]] & isHex[s[1]] & isHex[s[2]] & isHex[s[3]]
}

// isHex has 1 for hexadecimal digits.
var isHex = [256]uint8{
	'0': 1, '1': 1, '2': 1, '3': 1, '4': 1, '5': 1, '6': 1, '7': 1, '8': 1, '9': 1,
	'a': 1, 'b': 1, 'c': 1, 'd': 1, 'e': 1, 'f': 1, 'A': 1, 'B': 1, 'C': 1, 'D': 1, 'E': 1, 'F': 1,
}
