package wire

import "strconv"

// Writer appends one JSON value, and writes the commas. The zero Writer is ready to use.
// The caller must open and close containers in pairs and name each member of an object;
// this is not checked. A Writer is not safe for concurrent use.
type Writer struct {
	B     []byte // what is written so far
	comma bool   // whether the next value or name follows another
}

func (w *Writer) next() {
	if w.comma {
		w.B = append(w.B, ',')
	}
	w.comma = true
}

// Open begins a container with '{' or '['.
func (w *Writer) Open(bracket byte) {
	w.next()
	w.B = append(w.B, bracket)
	w.comma = false
}

// Close ends a container with '}' or ']'.
func (w *Writer) Close(bracket byte) {
	w.B = append(w.B, bracket)
	w.comma = true
}

// Name writes a member's name; its value follows.
func (w *Writer) Name(name string) {
	w.next()
	w.B = append(AppendString(w.B, name), ':')
	w.comma = false
}

// Text writes a string.
func (w *Writer) Text(s string) {
	w.next()
	w.B = AppendString(w.B, s)
}

// Int writes an integer.
func (w *Writer) Int(n int64) {
	w.next()
	w.B = strconv.AppendInt(w.B, n, 10)
}

// Bool writes true or false.
func (w *Writer) Bool(v bool) {
	w.next()
	w.B = strconv.AppendBool(w.B, v)
}

// Raw writes a value that is JSON already.
func (w *Writer) Raw(value []byte) {
	w.next()
	w.B = append(w.B, value...)
}

// Member writes a name with a string.
func (w *Writer) Member(name, value string) {
	w.Name(name)
	w.Text(value)
}

// Texts writes a name with an array of strings.
func (w *Writer) Texts(name string, values []string) {
	w.Name(name)
	w.Open('[')
	for _, v := range values {
		w.Text(v)
	}
	w.Close(']')
}
