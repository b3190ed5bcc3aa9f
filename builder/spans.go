package builder

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/linqlint/linqlint/decorations"
)

// Rich is a text from pieces, for [Spans] and as the target of a decoration in
// one. The zero Rich is the empty text.
type Rich struct {
	text    string
	options []placedOption // their places are in UTF-16 code units of text
}

// Spans makes a text and its options from pieces, for Text of a request and for
// [TextPart]:
//
//	Text(Spans("Hi ", Bold(name), ", your order ", Animate(decorations.Explode, "🎉")))
//
// A piece is a string, or a [Decoration], [TextMention] or [TextSticker] whose
// target is the text of the piece, or a [Rich]. Nothing is searched, so that data
// such as a name is never decorated anywhere else. Pieces are nested by a target
// from [Nest]. A decoration of an empty text is left out; a mention or a sticker of
// one is reported by Build. Spans panics if a piece is of another type or its
// target is not a string or a Rich.
func Spans(pieces ...any) (value string, options TextOption) {
	r := Nest(pieces...)
	return r.text, optionList(r.options)
}

// Nest joins pieces as [Spans] does, as a piece of another text:
// Bold(Nest("a ", Italic("b"))).
func Nest(pieces ...any) Rich {
	a := assembly{valid: true}
	for i, p := range pieces {
		a.add(p, i)
	}
	if !a.valid { // bytes of two pieces may be one code point
		a.options = a.inBytes()
	}
	return Rich{string(a.b), a.options}
}

// String returns the text without its decorations.
func (r Rich) String() string { return r.text }

// optionList is several options as one.
type optionList []placedOption

func (optionList) textOption() {}

// assembly is a text that is being made from pieces.
type assembly struct {
	b       []byte
	units   int  // UTF-16 code units of b
	valid   bool // b is valid UTF-8
	options []placedOption
	bytes   []Place // of options, in bytes
}

// add appends the piece with that index, and its options, the outer one before the
// inner ones.
func (a *assembly) add(piece any, i int) {
	switch p := piece.(type) {
	case string:
		a.text(p)
	case Rich:
		a.join(p)
	case Decoration:
		a.piece(&p.place, i, func(at Place) placedOption {
			if at.start == at.end {
				return nil
			}
			return Decoration{p.style, p.animation, at}
		})
	case TextMention:
		a.piece(&p.place, i, func(at Place) placedOption {
			if at.start == at.end {
				at = placeOf("")
			}
			return TextMention{p.handle, at, true}
		})
	case TextSticker:
		a.piece(&p.place, i, func(at Place) placedOption {
			if at.start == at.end {
				at = placeOf("")
			}
			return TextSticker{p.image, at}
		})
	default:
		panic("builder: Spans: piece " + strconv.Itoa(i) + " is not a string, a decoration, a mention, a sticker or a Rich")
	}
}

// piece appends the target of an option, and the option that of returns before
// those in the target. A place that is not in UTF-16 code units is for Build to
// report, and stays as it is.
func (a *assembly) piece(p *Place, i int, of func(at Place) placedOption) {
	first, start, startByte := len(a.options), a.units, len(a.b)
	a.options, a.bytes = append(a.options, nil), append(a.bytes, Place{})
	switch {
	case p.rich != nil:
		a.join(*p.rich)
	case p.bare:
		a.text(p.substring)
	default:
		panic("builder: Spans: the target of piece " + strconv.Itoa(i) + " is not its text")
	}
	a.options[first] = of(Place{start: start, end: a.units})
	a.bytes[first] = ByteRange(startByte, len(a.b))
	if a.options[first] == nil {
		a.options, a.bytes = slices.Delete(a.options, first, first+1), slices.Delete(a.bytes, first, first+1)
	}
}

func (a *assembly) text(s string) {
	a.b = append(a.b, s...)
	a.units += decorations.UTF16Len(s)
	a.valid = a.valid && utf8.ValidString(s)
}

// join appends another text with its options moved.
func (a *assembly) join(r Rich) {
	start := len(a.b)
	var index decorations.Index
	if len(r.options) > 0 {
		index.Reset(r.text)
	}
	for _, o := range r.options {
		p := o.at()
		if p.unit == inUTF16 {
			o = o.moved(Place{start: p.start + a.units, end: p.end + a.units})
		}
		a.options = append(a.options, o)
		from, _ := index.Byte(p.start)
		to, _ := index.Byte(p.end)
		a.bytes = append(a.bytes, ByteRange(start+from, start+to))
	}
	a.text(r.text)
}

// inBytes returns the options with their places in UTF-16 code units of the whole
// text.
func (a *assembly) inBytes() []placedOption {
	text := string(a.b)
	out := make([]placedOption, len(a.options))
	for i, o := range a.options {
		if out[i] = o; o.at().unit == inUTF16 {
			at, _ := decorations.FromBytes(text, a.bytes[i].start, a.bytes[i].end)
			out[i] = o.moved(placeOf(at))
		}
	}
	return out
}

// Decorated adds decorations with ranges in UTF-16 code units, such as those of
// markdown.Text.
func Decorated(ds ...decorations.Decoration) TextOption {
	list := make(optionList, len(ds))
	for i, d := range ds {
		list[i] = Decoration{d.Style, d.Animation, placeOf(d.Range)}
	}
	return list
}
