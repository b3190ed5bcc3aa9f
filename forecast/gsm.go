package forecast

// The GSM 7 bit default alphabet, 3GPP TS 23.038 (V18.0.0) clause 6.2.1: the
// position in the string, in code points, is the septet. 0x1B is the
// escape; U+FFFF is its placeholder.
const gsmBasic = "@£$¥èéùìòÇ\nØø\rÅå" +
	"Δ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ" +
	" !\"#¤%&'()*+,-./0123456789:;<=>?" +
	"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§" +
	"¿abcdefghijklmnopqrstuvwxyzäöñüà"

// The extension table, clause 6.2.1.1: each takes two septets, of which the first
// is the escape.
const gsmExtension = "\f^{}\\[~]|€"

// septets returns how many septets r takes in the GSM 7 bit alphabet, 0 if the
// alphabet does not have it.
func septets(r rune) int {
	if r < 0x80 {
		return int(asciiSeptets[r])
	}
	for _, in := range gsmBasic {
		if r == in && r != 0xFFFF {
			return 1
		}
	}
	for _, in := range gsmExtension {
		if r == in {
			return 2
		}
	}
	return 0
}

// asciiSeptets is septets for ASCII. TestASCIISeptets computes it.
var asciiSeptets = [0x80]uint8{
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 1, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 1,
	0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 0,
}
