package scan

// The states of UTF-8 are what comes next. Each is a multiple of six, so that a word of 64
// bits has six for each.
const (
	whole   = 6 * iota // a code point
	invalid            // nothing, until the string ends
	one                // one byte that continues a code point
	two                // two such bytes
	three
	afterE0 // two, and the first is from 0xA0 on: a shorter form would do below
	afterED // two, and the first is below 0xA0: the others are surrogates
	afterF0 // three, and the first is from 0x90 on: a shorter form would do below
	afterF4 // three, and the first is below 0x90: there are no code points above
)

// A word has, at the bit whose number a state is, the state that follows it. So the next
// state is in the lowest six bits of a word that was shifted by the last one: a step needs no
// branch. These are the words of the bytes that are never valid, of ASCII, of those that lead
// a code point, and of those that continue one, from 0x80, 0x90 and 0xA0 on.
const (
	xx = invalid<<whole | invalid<<invalid | invalid<<one | invalid<<two | invalid<<three |
		invalid<<afterE0 | invalid<<afterED | invalid<<afterF0 | invalid<<afterF4
	as = xx - invalid + whole

	l2 = xx - invalid + one
	l3 = xx - invalid + two
	l4 = xx - invalid + three
	e0 = xx - invalid + afterE0
	ed = xx - invalid + afterED
	f0 = xx - invalid + afterF0
	f4 = xx - invalid + afterF4

	tt = xx + (whole-invalid)<<one + (one-invalid)<<two + (two-invalid)<<three
	t1 = tt + (one-invalid)<<afterED + (two-invalid)<<afterF4
	t2 = tt + (one-invalid)<<afterED + (two-invalid)<<afterF0
	t3 = tt + (one-invalid)<<afterE0 + (two-invalid)<<afterF0
)

// step has the word of each byte. TestStep computes it.
var step = [256]uint64{
	as, as, as, as, as, as, as, as, as, as, as, as, as, as, as, as,
	as, as, as, as, as, as, as, as, as, as, as, as, as, as, as, as,
	as, as, as, as, as, as, as, as, as, as, as, as, as, as, as, as,
	as, as, as, as, as, as, as, as, as, as, as, as, as, as, as, as,
	as, as, as, as, as, as, as, as, as, as, as, as, as, as, as, as,
	as, as, as, as, as, as, as, as, as, as, as, as, as, as, as, as,
	as, as, as, as, as, as, as, as, as, as, as, as, as, as, as, as,
	as, as, as, as, as, as, as, as, as, as, as, as, as, as, as, as,
	t1, t1, t1, t1, t1, t1, t1, t1, t1, t1, t1, t1, t1, t1, t1, t1,
	t2, t2, t2, t2, t2, t2, t2, t2, t2, t2, t2, t2, t2, t2, t2, t2,
	t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3,
	t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3, t3,
	xx, xx, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2,
	l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2, l2,
	e0, l3, l3, l3, l3, l3, l3, l3, l3, l3, l3, l3, l3, ed, l3, l3,
	f0, l4, l4, l4, f4, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx,
}
