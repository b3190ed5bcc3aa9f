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

// encoder writes a request to a buffer that is reused from one Build to the
// next, and records faults. It writes commas, and the members that replace or
// follow the typed ones.
type encoder struct {
	b      []byte
	frames []frame
	faults []fault
	more   int       // faults beyond those kept
	view   scan.View // of members given as JSON
	held   bool      // some frame refers to members
}

// frame is an open object.
type frame struct {
	at      int // offset of its brace in b
	members members
	written []string // the typed names so far; kept only if there are members
}

// fault becomes a diagnostic of the builder.
type fault struct {
	placeFault
	at         int    // bytes: the start of the value whose pointer is reported
	start, end int    // bytes: the range to underline
	origin     string // the call; "" if it follows from the pointer and token
	token      string // a member of the value at at
	warns      bool   // the validator says how severe it is; else it is an error
}

var encoders = sync.Pool{New: func() any { return new(encoder) }}

// keptBuffer is the largest buffer that the pool keeps, in bytes.
const keptBuffer = 1 << 18

// release drops references to the request and returns the encoder to the pool.
func (e *encoder) release() {
	e.view.Release()
	if cap(e.b) > keptBuffer {
		e.b = nil
	}
	if e.held {
		clear(e.frames[:cap(e.frames)])
	}
	clear(e.faults)
	e.b, e.faults, e.more, e.held = e.b[:0], e.faults[:0], 0, false
	encoders.Put(e)
}

// note records a fault, as many as validate keeps diagnostics.
func (e *encoder) note(f fault) {
	if len(e.faults) == validate.DefaultMaxDiagnostics {
		e.more++
		return
	}
	e.faults = append(e.faults, f)
}

// separate writes a comma unless a container was just opened or a name written.
func (e *encoder) separate() {
	if n := len(e.b); n > 0 {
		switch e.b[n-1] {
		case '{', '[', ':':
		default:
			e.b = append(e.b, ',')
		}
	}
}

// object opens an object with these further members.
func (e *encoder) object(ms members) {
	e.separate()
	e.frames = append(e.frames, frame{at: len(e.b), members: ms})
	e.b = append(e.b, '{')
	e.held = e.held || len(ms) > 0
}

// end writes the further members that did not replace a typed one, and closes
// the object.
func (e *encoder) end() {
	f := &e.frames[len(e.frames)-1]
	for i := range f.members {
		if m := &f.members[i]; m.name != "" || !slices.Contains(f.written, m.Name) {
			e.member(f.at, m)
		}
	}
	e.frames = e.frames[:len(e.frames)-1]
	e.b = append(e.b, '}')
}

// typed reports whether the caller must write the typed value of a member, and
// writes its name if so. If a further member replaces it, typed writes that.
func (e *encoder) typed(name string, set bool) bool {
	f := &e.frames[len(e.frames)-1]
	if len(f.members) > 0 {
		f.written = append(f.written, name)
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

// member writes a member given as JSON, compactly. A value that is not JSON is
// recorded and left out, so that the rest can still be checked.
func (e *encoder) member(at int, m *Member) {
	value := []byte(m.JSON)
	if f := e.view.Scan(value); f.Code != 0 {
		message, _ := f.Explain(value) // its hint is about files
		rule := "json-syntax"
		if f.IsEncoding() {
			rule = ruleUTF8
		}
		e.note(fault{
			placeFault: placeFault{rule, "value of member " + excerpt(m.Name) + " is not JSON: " + message, ""},
			at:         at, start: at, end: at + 1, token: m.Name,
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

// str writes a string value and records one that is not UTF-8. U+FFFD replaces
// its invalid bytes, so that the rest can still be checked; Build does not return
// such a body.
func (e *encoder) str(s string) {
	start := len(e.b)
	e.b = wire.AppendString(e.b, s)
	// Each escape and each U+FFFD is longer than what it replaces, so a string of
	// the same length needs no second look.
	if len(e.b)-start != len(s)+len(`""`) && !utf8.ValidString(s) {
		e.note(fault{placeFault: notUTF8(s), at: start, start: start, end: len(e.b)})
	}
}

// notUTF8 describes the first invalid byte.
func notUTF8(s string) placeFault {
	for i, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
			return placeFault{ruleUTF8, "byte 0x" + string(hexDigits[s[i]>>4]) + string(hexDigits[s[i]&15]) + " at offset " + strconv.Itoa(i) +
				" of the string is not valid UTF-8", "convert the text to UTF-8 first"}
		}
	}
	return placeFault{}
}

const hexDigits = "0123456789ABCDEF"

// text writes a string member that may be absent.
func (e *encoder) text(name string, t text) {
	if e.typed(name, t.set) {
		e.str(t.s)
	}
}

// strings writes an array of strings; nil means absent.
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

// integer writes a number that may be absent.
func (e *encoder) integer(name string, n int64, set bool) {
	if e.typed(name, set) {
		e.b = strconv.AppendInt(e.b, n, 10)
	}
}

// index writes a part_index that may be absent.
func (e *encoder) index(name string, i index) { e.integer(name, int64(i.n), i.set) }
