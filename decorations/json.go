package decorations

import (
	"errors"
	"strconv"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// MarshalJSON returns the API's form, [start,end].
func (r Range) MarshalJSON() ([]byte, error) { return r.appendJSON(nil), nil }

func (r Range) appendJSON(b []byte) []byte {
	b = strconv.AppendInt(append(b, '['), int64(r.Start), 10)
	return append(strconv.AppendInt(append(b, ','), int64(r.End), 10), ']')
}

// UnmarshalJSON reads an array of two integers. As the zero Range would, it
// accepts offsets that are outside of any text. null changes nothing.
func (r *Range) UnmarshalJSON(data []byte) error {
	var view scan.View
	if view.Scan(data).Code != 0 {
		return errors.New("decorations: range is not valid JSON")
	}
	if view.Nodes[0].Kind == scan.Null {
		return nil
	}
	read, err := rangeAt(&view, 0)
	if err == nil {
		*r = read
	}
	return err
}

func rangeAt(view *scan.View, n int) (Range, error) {
	var ends [2]int
	count := 0
	if view.Nodes[n].Kind != scan.Array {
		return Range{}, errors.New("decorations: range is " + view.Nodes[n].Kind.String() + ", not an array of two integers")
	}
	for e := n + 1; e < int(view.Nodes[n].Next); e = int(view.Nodes[e].Next) {
		value, exact := int64(0), false
		if view.Nodes[e].Kind == scan.Number {
			value, exact = view.Int(e)
		}
		if !exact || int64(int(value)) != value {
			return Range{}, errors.New("decorations: an element of a range is not an integer")
		}
		if count < len(ends) {
			ends[count] = int(value)
		}
		count++
	}
	if count != len(ends) {
		return Range{}, errors.New("decorations: range has " + strconv.Itoa(count) + " elements; it needs 2, start and end")
	}
	return Range{ends[0], ends[1]}, nil
}

// MarshalJSON returns the API's form, such as {"range":[0,5],"style":"bold"}. A
// style or an animation that is "" is left out.
func (d Decoration) MarshalJSON() ([]byte, error) {
	b := d.Range.appendJSON([]byte(`{"range":`))
	if d.Style != "" {
		b = wire.AppendString(append(b, `,"style":`...), string(d.Style))
	}
	if d.Animation != "" {
		b = wire.AppendString(append(b, `,"animation":`...), string(d.Animation))
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads the API's form; other members are skipped. It does not
// check that there is exactly one of style and animation. null changes nothing.
func (d *Decoration) UnmarshalJSON(data []byte) error {
	var view scan.View
	if view.Scan(data).Code != 0 {
		return errors.New("decorations: decoration is not valid JSON")
	}
	switch view.Nodes[0].Kind {
	case scan.Null:
		return nil
	case scan.Object:
	default:
		return errors.New("decorations: decoration is " + view.Nodes[0].Kind.String() + ", not an object")
	}
	var read Decoration
	ranged := false
	for k := 1; k < int(view.Nodes[0].Next); k = int(view.Nodes[k+1].Next) {
		name, n := view.Text(k), k+1
		if name == "range" {
			var err error
			if read.Range, err = rangeAt(&view, n); err != nil {
				return err
			}
			ranged = true
			continue
		}
		if name != "style" && name != "animation" || view.Nodes[n].Kind == scan.Null {
			continue
		}
		if view.Nodes[n].Kind != scan.String {
			return errors.New("decorations: " + name + " is " + view.Nodes[n].Kind.String() + ", not a string")
		}
		text := string([]byte(view.Text(n))) // a copy: data is the caller's
		if name == "style" {
			read.Style = Style(text)
		} else {
			read.Animation = Animation(text)
		}
	}
	if !ranged {
		return errors.New("decorations: decoration has no range")
	}
	*d = read
	return nil
}

// String returns the range as text, such as "[5,10)".
func (r Range) String() string {
	return "[" + strconv.Itoa(r.Start) + "," + strconv.Itoa(r.End) + ")"
}
