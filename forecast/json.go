package forecast

import "github.com/linqlint/linqlint/internal/wire"

// AppendJSON appends the forecast as JSON, as the command prints it and the
// playground reads it.
//
//	{"kind":"chats.messages.send","preferred_service":"SMS","deliveries":[
//	  {"service":"SMS","possible":true,"reason":"…","outcome":"dropped","mms":false,
//	   "items":[{"pointer":"/message/effect","what":"the effect confetti","fate":"dropped",
//	     "message":"…","api_code":2018,"source":{"page":"…","quote":"…","read":"…"}}],
//	   "texts":[{"pointer":"…","encoding":"UCS-2","unit":"UTF-16 code units","units":71,
//	     "segments":2,"per_segment":67,"free":63,
//	     "ucs2_code_points":[{"code_point":"U+1F389","text":"🎉","count":1,"range":[8,10]}]}]}]}
//
// preferred_service, api_code, texts and ucs2_code_points are absent if empty.
func (f Forecast) AppendJSON(b []byte) []byte {
	w := &wire.Writer{B: b}
	w.Open('{')
	w.Member("kind", string(f.Kind))
	if f.Preferred != "" {
		w.Member("preferred_service", string(f.Preferred))
	}
	w.Name("deliveries")
	w.Open('[')
	for i := range f.Deliveries {
		f.Deliveries[i].write(w)
	}
	w.Close(']')
	w.Close('}')
	return w.B
}

// MarshalJSON returns what AppendJSON appends; the error is always nil.
func (f Forecast) MarshalJSON() ([]byte, error) { return f.AppendJSON(nil), nil }

// write writes one service.
func (d *Delivery) write(w *wire.Writer) {
	w.Open('{')
	w.Member("service", string(d.Service))
	w.Name("possible")
	w.Bool(d.Possible)
	w.Member("reason", d.Reason)
	w.Member("outcome", d.Outcome.String())
	w.Name("mms")
	w.Bool(d.MMS)
	w.Name("items")
	w.Open('[')
	for i := range d.Items {
		d.Items[i].write(w)
	}
	w.Close(']')
	if len(d.Texts) > 0 {
		w.Name("texts")
		w.Open('[')
		for i := range d.Texts {
			d.Texts[i].write(w)
		}
		w.Close(']')
	}
	w.Close('}')
}

// write writes one item with its source.
func (i *Item) write(w *wire.Writer) {
	w.Open('{')
	w.Member("pointer", i.Pointer)
	w.Member("what", i.What)
	w.Member("fate", i.Fate.String())
	w.Member("message", i.Message)
	if i.APICode != 0 {
		number(w, "api_code", i.APICode)
	}
	w.Name("source")
	w.Open('{')
	w.Member("page", i.Source.Page)
	w.Member("quote", i.Source.Quote)
	w.Member("read", i.Source.Read)
	w.Close('}')
	w.Close('}')
}

// write writes one SMS; units, per_segment and free are in unit.
func (t *Text) write(w *wire.Writer) {
	w.Open('{')
	w.Member("pointer", t.Pointer)
	w.Member("encoding", t.Encoding.String())
	w.Member("unit", t.Encoding.Unit())
	number(w, "units", t.Units)
	number(w, "segments", t.Segments)
	number(w, "per_segment", t.PerSegment)
	number(w, "free", t.Free)
	if len(t.UCS2CodePoints) > 0 {
		w.Name("ucs2_code_points")
		w.Open('[')
		for _, f := range t.UCS2CodePoints {
			w.Raw(f.append(nil))
		}
		w.Close(']')
	}
	w.Close('}')
}

// append appends a code point as JSON.
func (f UCS2CodePoint) append(b []byte) []byte {
	w := &wire.Writer{B: b}
	w.Open('{')
	w.Member("code_point", f.Name())
	w.Member("text", string(f.CodePoint))
	number(w, "count", f.Count)
	w.Name("range")
	w.Open('[')
	w.Int(int64(f.First.Start))
	w.Int(int64(f.First.End))
	w.Close(']')
	w.Close('}')
	return w.B
}

// number writes a member that is an integer.
func number(w *wire.Writer, name string, n int) {
	w.Name(name)
	w.Int(int64(n))
}

// Name returns the code point as the Unicode Standard writes it: "U+1F389".
func (f UCS2CodePoint) Name() string {
	const hex = "0123456789ABCDEF"
	// At least four digits.
	digits := 4
	for f.CodePoint>>(4*digits) > 0 {
		digits++
	}
	name := []byte("U+")
	for i := digits - 1; i >= 0; i-- {
		name = append(name, hex[f.CodePoint>>(4*i)&15])
	}
	return string(name)
}
