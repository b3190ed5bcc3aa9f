package builder

import (
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// encoder writes a request into a buffer that is kept from one Build to the
// next, and notes what cannot be written as asked. It sees to commas and to the
// members that replace or follow the typed ones.
type encoder struct {
	b      []byte
	frames []frame
	faults []fault
	more   int       // faults that were counted but not kept
	view   scan.View // of members given as JSON
	held   bool      // some frame holds on to members
}

// frame is an object that is open.
type frame struct {
	at      int // where its brace stands in b
	members members
	asked   []string // the typed names so far; kept only where there are members
}

// fault is a diagnostic of the builder in the making.
type fault struct {
	lost
	at         int    // bytes: where the value starts whose pointer is reported
	start, end int    // bytes: what to underline
	origin     string // the call; "" where the pointer, with token, tells it
	token      string // a member of the value at at
}

var encoders = sync.Pool{New: func() any { return new(encoder) }}

// keptBuffer is the largest buffer, in bytes, that the pool holds on to.
const keptBuffer = 1 << 18

// release lets go of what the request holds and gives the encoder back.
func (e *encoder) release() {
	e.view.Release()
	if cap(e.b) > keptBuffer {
		e.b = nil
	}
	if e.held {
		clear(e.frames[:cap(e.frames)])
	}
	clear(e.faults)
	e.b, e.frames, e.faults, e.more, e.held = e.b[:0], e.frames[:0], e.faults[:0], 0, false
	encoders.Put(e)
}

// note keeps a fault, as many as the rules keep of theirs.
func (e *encoder) note(f fault) {
	if len(e.faults) == validate.DefaultMaxDiagnostics {
		e.more++
		return
	}
	e.faults = append(e.faults, f)
}

// separate writes a comma unless a container has just been opened, or a name.
func (e *encoder) separate() {
	if n := len(e.b); n > 0 {
		switch e.b[n-1] {
		case '{', '[', ':':
		default:
			e.b = append(e.b, ',')
		}
	}
}

// object opens an object that has these further members.
func (e *encoder) object(ms members) {
	e.separate()
	e.frames = append(e.frames, frame{at: len(e.b), members: ms})
	e.b = append(e.b, '{')
	e.held = e.held || len(ms) > 0
}

// end writes the further members that replaced no typed one, and closes.
func (e *encoder) end() {
	f := &e.frames[len(e.frames)-1]
	for i := range f.members {
		if m := &f.members[i]; m.name != "" || !slices.Contains(f.asked, m.Name) {
			e.member(f.at, m)
		}
	}
	e.frames = e.frames[:len(e.frames)-1]
	e.b = append(e.b, '}')
}

// typed reports whether the typed value of a member is to be written, and then
// has written its name. It writes the member that replaces it, if there is one.
func (e *encoder) typed(name string, set bool) bool {
	f := &e.frames[len(e.frames)-1]
	if len(f.members) > 0 {
		f.asked = append(f.asked, name)
		for i := range f.members {
			if m := &f.members[i]; m.Name == name && m.name == "" {
				e.member(f.at, m)
				return false
			}
		}
	}
	if set {
		e.separate()
		e.b = append(e.b, '"')
		e.b = append(e.b, name...)
		e.b = append(e.b, '"', ':')
	}
	return set
}

// member writes a member given as JSON, compactly. What is no JSON is noted and
// left out, so that the rest can still be checked.
func (e *encoder) member(at int, m *Member) {
	value := []byte(m.JSON)
	if f := e.view.Scan(value); f.Code != 0 {
		message, _ := f.Explain(value) // its hint speaks of files
		rule := "json-syntax"
		if f.IsEncoding() {
			rule = ruleUTF8
		}
		e.note(fault{
			lost: lost{rule, "the value of member " + excerpt(m.Name) + " is no JSON: " + message, ""},
			at:   at, start: at, end: at + 1, token: m.Name,
		})
		return
	}
	e.separate()
	if m.name != "" {
		e.b = append(e.b, m.name...)
	} else {
		e.str(m.Name)
	}
	e.b = append(e.b, ':')
	e.b = appendCompact(e.b, value)
}

// appendCompact appends valid JSON without its white space.
func appendCompact(b, json []byte) []byte {
	inString := false
	for i := 0; i < len(json); i++ {
		c := json[i]
		switch {
		case inString && c == '\\':
			b = append(b, c)
			i++
			c = json[i]
		case c == '"':
			inString = !inString
		case !inString && (c == ' ' || c == '\n' || c == '\t' || c == '\r'):
			continue
		}
		b = append(b, c)
	}
	return b
}

// str writes a string value and notes one that is not UTF-8. U+FFFD stands in
// for the bytes that are not, so that the rest can still be checked; such a body
// is never handed out.
func (e *encoder) str(s string) {
	start := len(e.b)
	e.b = wire.AppendString(e.b, s)
	// Each escape and each U+FFFD makes it longer: where nothing did, there is
	// no need to look again.
	if len(e.b)-start != len(s)+len(`""`) && !utf8.ValidString(s) {
		e.note(fault{lost: notUTF8(s), at: start, start: start, end: len(e.b)})
	}
}

// notUTF8 names the first byte that is not.
func notUTF8(s string) lost {
	for i, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
			return lost{ruleUTF8, "byte 0x" + string(hexDigits[s[i]>>4]) + string(hexDigits[s[i]&15]) + " at offset " + strconv.Itoa(i) +
				" of the string is not valid UTF-8, but JSON must be", "decode the text from its own encoding first"}
		}
	}
	return lost{}
}

const hexDigits = "0123456789ABCDEF"

// text writes a string member that may be left out.
func (e *encoder) text(name string, t text) {
	if e.typed(name, t.set) {
		e.str(t.s)
	}
}

// strings writes an array of strings; nil is left out.
func (e *encoder) strings(name string, values []string) {
	if !e.typed(name, values != nil) {
		return
	}
	e.b = append(e.b, '[')
	for _, v := range values {
		e.separate()
		e.str(v)
	}
	e.b = append(e.b, ']')
}

// flag writes true, or nothing.
func (e *encoder) flag(name string, on bool) {
	if e.typed(name, on) {
		e.b = append(e.b, "true"...)
	}
}

// integer writes a number that may be left out.
func (e *encoder) integer(name string, n int64, set bool) {
	if e.typed(name, set) {
		e.b = strconv.AppendInt(e.b, n, 10)
	}
}

// index writes a part_index that may be left out.
func (e *encoder) index(name string, i index) { e.integer(name, int64(i.n), i.set) }
