package forecast

import (
	"errors"
	"unicode/utf8"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/scan"
)

// MarshalText returns what String returns, and an error for a value that is not a fate.
func (f Fate) MarshalText() ([]byte, error) {
	if f > Fails {
		return nil, errors.New("forecast: not a fate")
	}
	return []byte(f.String()), nil
}

// UnmarshalText is the inverse of MarshalText.
func (f *Fate) UnmarshalText(text []byte) error {
	for known := Fate(0); known <= Fails; known++ {
		if known.String() == string(text) {
			*f = known
			return nil
		}
	}
	return errors.New("forecast: unknown fate")
}

// MarshalText returns what String returns, and an error for a value that is not an
// encoding.
func (e Encoding) MarshalText() ([]byte, error) {
	if e > UCS2 {
		return nil, errors.New("forecast: not an encoding")
	}
	return []byte(e.String()), nil
}

// UnmarshalText is the inverse of MarshalText.
func (e *Encoding) UnmarshalText(text []byte) error {
	for known := Encoding(0); known <= UCS2; known++ {
		if known.String() == string(text) {
			*e = known
			return nil
		}
	}
	return errors.New("forecast: unknown encoding")
}

// MarshalJSON returns the form that [Forecast.AppendJSON] describes.
func (f UCS2CodePoint) MarshalJSON() ([]byte, error) { return f.append(nil), nil }

// UnmarshalJSON is the inverse of MarshalJSON.
func (f *UCS2CodePoint) UnmarshalJSON(data []byte) error {
	var v scan.View
	if v.Scan(data).Code != 0 || v.Nodes[0].Kind != scan.Object {
		return errors.New("forecast: a code point must be a JSON object")
	}
	text, count, at := v.Lookup("/text"), v.Lookup("/count"), v.Lookup("/range")
	if text < 0 || v.Nodes[text].Kind != scan.String || count < 0 || at < 0 {
		return errors.New("forecast: a code point has no text, count or range")
	}
	n, ok := v.Int(count)
	var r decorations.Range
	if err := r.UnmarshalJSON([]byte(v.Raw(at))); err != nil || !ok {
		return errors.New("forecast: the count or the range of a code point is not valid")
	}
	first, _ := utf8.DecodeRuneInString(v.Text(text))
	*f = UCS2CodePoint{CodePoint: first, Count: int(n), First: r}
	return nil
}
