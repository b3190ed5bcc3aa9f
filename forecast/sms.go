package forecast

import (
	"slices"

	"github.com/linqlint/linqlint/decorations"
)

// Encoding is how an SMS is encoded. The zero Encoding is unset.
type Encoding uint8

// The encodings. A single code point outside the GSM 7 bit alphabet makes the whole
// text UCS-2.
const (
	GSM7 Encoding = iota + 1 // GSM 03.38: 7 bit units, septets
	UCS2                     // 16 bit units, UTF-16 code units
)

// String returns "GSM-7", "UCS-2" or "".
func (e Encoding) String() string {
	return [...]string{"", "GSM-7", "UCS-2"}[min(e, UCS2+1)%3]
}

// Unit returns the unit of the encoding: "septets" or "UTF-16 code units".
func (e Encoding) Unit() string {
	return [...]string{"", "septets", "UTF-16 code units"}[min(e, UCS2+1)%3]
}

// The capacity of an SMS in units of its encoding: 140 bytes, minus the 6 bytes
// of the header that joins segments (3GPP TS 23.040, clause 9.2.3.24.1).
const (
	gsmSingle, gsmJoined = 160, 153
	ucsSingle, ucsJoined = 70, 67
)

// SMSSize is the size of a text as SMS.
type SMSSize struct {
	Encoding       Encoding        `json:"encoding"`
	Units          int             `json:"units"`                      // septets or UTF-16 code units of the whole text: see [Encoding.Unit]
	Segments       int             `json:"segments"`                   // number of messages; 0 for the empty text
	PerSegment     int             `json:"per_segment"`                // capacity of a segment in units: 160 or 153, 70 or 67
	Free           int             `json:"free"`                       // units left in the last segment
	UCS2CodePoints []UCS2CodePoint `json:"ucs2_code_points,omitempty"` // each once, in the order of the text
}

// UCS2CodePoint is a code point outside the GSM 7 bit alphabet, which makes the text
// UCS-2.
type UCS2CodePoint struct {
	CodePoint rune
	Count     int               // occurrences in the text
	First     decorations.Range // the first occurrence, in UTF-16 code units
}

// CountSMS counts the SMS segments of a text, by 3GPP TS 23.038 and TS 23.040. A code
// point of two units, such as "€" in GSM-7 and "🎉" in UCS-2, is not split between two
// segments. A byte that is not valid UTF-8 counts as U+FFFD. National language tables,
// which some carriers use instead of UCS-2, do not count. The time is linear in the
// text.
func CountSMS(text string) SMSSize {
	// One code point decides the encoding of the whole text.
	forcing := forcingIn(text)
	if len(forcing) > 0 {
		s := fill(text, UCS2, ucsSingle, ucsJoined, units16)
		s.UCS2CodePoints = forcing
		return s
	}
	return fill(text, GSM7, gsmSingle, gsmJoined, septets)
}

// forcingIn lists the code points outside the GSM 7 bit alphabet.
func forcingIn(text string) []UCS2CodePoint {
	var out []UCS2CodePoint
	var at map[rune]int // index in out
	unit := 0
	for _, r := range text {
		n := units16(r)
		if septets(r) == 0 {
			if i, ok := at[r]; ok {
				out[i].Count++
			} else {
				if at == nil {
					at = make(map[rune]int)
				}
				at[r] = len(out)
				out = append(out, UCS2CodePoint{r, 1, decorations.Range{Start: unit, End: unit + n}})
			}
		}
		unit += n
	}
	return slices.Clip(out)
}

// units16 returns how many UTF-16 code units r takes.
func units16(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// fill counts the segments in an encoding where a code point takes size(r) units.
func fill(text string, e Encoding, single, joined int, size func(rune) int) SMSSize {
	s := SMSSize{Encoding: e, PerSegment: single, Free: single}
	for _, r := range text {
		s.Units += size(r)
	}
	// A single segment needs no header and holds more.
	if s.Units <= single {
		if s.Units > 0 {
			s.Segments = 1
		}
		s.Free = single - s.Units
		return s
	}
	// Now each segment has the header that joins them.
	s.PerSegment, s.Free, s.Segments = joined, joined, 1
	for _, r := range text {
		n := size(r)
		if n > s.Free { // it moves to the next segment as a whole
			s.Segments++
			s.Free = joined
		}
		s.Free -= n
	}
	return s
}
