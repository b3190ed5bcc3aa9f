package scan

import "unicode/utf8"

// RepairKind is a kind of fault that can be repaired.
type RepairKind uint8

// The kinds, in the order of their codes.
const (
	RepairBOM           RepairKind = iota // a UTF-8 byte order mark
	RepairComment                         // comments: //, /* */ and #
	RepairTrailingComma                   // a comma before a closing bracket
	RepairMissingComma                    // no comma between two members or elements
	RepairQuote                           // single or typographic quotes around strings and names
	RepairName                            // a member name without quotes
	RepairConstant                        // Python's True, False and None
	RepairClose                           // closing brackets that are missing at the end
	RepairKinds                           // how many kinds there are
)

// Replacement replaces the bytes [Start, End) of a broken text.
type Replacement struct {
	Kind       RepairKind
	Start, End int
	Text       string

	at int // where Text is in the repaired copy
}

// Finding is one place where a text is broken.
type Finding struct {
	Kind  RepairKind
	Fault Fault
}

// Repaired is a copy of a broken text that can be scanned, with what it took.
type Repaired struct {
	Body     []byte
	Edits    []Replacement // in source order
	Findings []Finding     // in source order
	// Closed is the offset in Body of the brackets that were added at its end,
	// len(Body) if there are none.
	Closed int
}

// Repair returns a copy of body in which everything is repaired that can be
// repaired without guessing, or nil where that leaves something or there is
// nothing to repair. It takes linear time. It is for texts that Scan has found a
// fault in; whether the copy is JSON is for Scan to say.
func Repair(body []byte) *Repaired {
	r := &repairer{body: body}
	if !r.run() || len(r.edits) == 0 {
		return nil
	}
	return r.apply()
}

// apply makes the copy.
func (r *repairer) apply() *Repaired {
	out := &Repaired{Body: make([]byte, 0, len(r.body)+len(r.edits)), Edits: r.edits, Findings: r.findings, Closed: -1}
	from := 0
	for i := range out.Edits {
		e := &out.Edits[i]
		out.Body = append(out.Body, r.body[from:e.Start]...)
		e.at = len(out.Body)
		out.Body = append(out.Body, e.Text...)
		if e.Kind == RepairClose {
			out.Closed = e.at
		}
		from = e.End
	}
	out.Body = append(out.Body, r.body[from:]...)
	if out.Closed < 0 {
		out.Closed = len(out.Body)
	}
	return out
}

// What comes next.
type repairState uint8

const (
	atValue    repairState = iota // a value
	atOpened                      // anything after an opening bracket
	atName                        // a member name
	afterComma                    // a value or name, or by mistake a bracket
	afterValue                    // a comma or a bracket
)

// repairer reads a text leniently, and records what to change.
type repairer struct {
	body     []byte
	i        int // where it is
	first    int // the start of the text, after a byte order mark
	last     int // the end of the last token
	comma    int // the last comma
	open     []byte
	edits    []Replacement
	findings []Finding
}

func (r *repairer) found(kind RepairKind, code Code, at int) {
	r.findings = append(r.findings, Finding{kind, Fault{code, at}})
}

func (r *repairer) edit(kind RepairKind, start, end int, text string) {
	r.edits = append(r.edits, Replacement{Kind: kind, Start: start, End: end, Text: text})
}

// put is edit for a place that later edits may already be behind.
func (r *repairer) put(kind RepairKind, start, end int, text string) {
	r.edit(kind, start, end, text)
	for k := len(r.edits) - 1; k > 0 && r.edits[k-1].Start >= start; k-- {
		r.edits[k], r.edits[k-1] = r.edits[k-1], r.edits[k]
	}
}

// run reads the text. It returns false where something cannot be repaired.
func (r *repairer) run() bool {
	if badStart(r.body).Code == BOM {
		r.found(RepairBOM, BOM, 0)
		r.edit(RepairBOM, 0, 3, "")
		r.i, r.first, r.last = 3, 3, 3
	}
	state := atValue
	for {
		if !r.space() {
			return false
		}
		if r.i >= len(r.body) {
			return r.end(state)
		}
		next, ok := r.step(state, r.body[r.i])
		if !ok {
			return false
		}
		state = next
	}
}

// step reads what is at r.i, which starts with c.
func (r *repairer) step(state repairState, c byte) (repairState, bool) {
	switch state {
	case atOpened:
		if c == r.closer() {
			return r.pop(), true
		}
		return r.inside(), true
	case afterComma:
		if c == r.closer() {
			r.found(RepairTrailingComma, TrailingComma, r.i)
			r.put(RepairTrailingComma, r.comma, r.comma+1, "")
			return r.pop(), true
		}
		return r.inside(), true
	case atName:
		return atValue, r.name(c)
	case afterValue:
		return r.after(c)
	}
	if c == '{' || c == '[' {
		r.open = append(r.open, c)
		r.token(r.i + 1)
		return atOpened, len(r.open) <= MaxDepth
	}
	return afterValue, r.leaf(c)
}

// after reads what follows a value.
func (r *repairer) after(c byte) (repairState, bool) {
	switch {
	case len(r.open) == 0:
		return 0, false // trailing data
	case c == ',':
		r.comma = r.i
		r.token(r.i + 1)
		return afterComma, true
	case c == r.closer():
		return r.pop(), true
	case c == '}' || c == ']' || c == ':' || r.i == r.last && isWordByte(c):
		return 0, false
	}
	r.found(RepairMissingComma, MissingComma, r.i)
	r.put(RepairMissingComma, r.last, r.last, ",")
	return r.inside(), true
}

// end closes what is open where the text ends.
func (r *repairer) end(state repairState) bool {
	if len(r.open) == 0 {
		return state == afterValue
	}
	if state != afterValue && state != afterComma && state != atOpened {
		return false // a name without its value
	}
	closing := make([]byte, 0, len(r.open))
	for k := len(r.open) - 1; k >= 0; k-- {
		closing = append(closing, r.open[k]+2)
	}
	r.found(RepairClose, Truncated, len(r.body))
	if state == afterComma {
		r.put(RepairClose, r.comma, r.comma+1, string(closing))
		return true
	}
	r.put(RepairClose, r.last, r.last, string(closing))
	return true
}

// token says that a token ends at an offset.
func (r *repairer) token(end int) { r.i, r.last = end, end }

func (r *repairer) closer() byte { return r.open[len(r.open)-1] + 2 }

func (r *repairer) pop() repairState {
	r.open = r.open[:len(r.open)-1]
	r.token(r.i + 1)
	return afterValue
}

// inside returns what an object or array holds.
func (r *repairer) inside() repairState {
	if r.open[len(r.open)-1] == '{' {
		return atName
	}
	return atValue
}

// space skips white space and comments; it returns false where a comment does
// not end.
func (r *repairer) space() bool {
	for {
		r.i = space(r.body, r.i)
		rest := r.body[r.i:]
		switch {
		case len(rest) > 0 && rest[0] == '#', len(rest) > 1 && rest[0] == '/' && rest[1] == '/':
			end := r.i
			for end < len(r.body) && r.body[end] != '\n' && r.body[end] != '\r' {
				end++
			}
			r.comment(end)
		case len(rest) > 1 && rest[0] == '/' && rest[1] == '*':
			end := r.i + 2
			for end+1 < len(r.body) && (r.body[end] != '*' || r.body[end+1] != '/') {
				end++
			}
			if end+1 >= len(r.body) {
				return false
			}
			r.comment(end + 2)
		default:
			return true
		}
	}
}

// comment takes out the comment from r.i to end, with the white space before it
// and, where nothing else is on its lines, the line.
func (r *repairer) comment(end int) {
	r.found(RepairComment, Comment, r.i)
	start, least := r.i, r.last
	if n := len(r.edits); n > 0 {
		least = max(least, r.edits[n-1].End)
	}
	for start > least && (r.body[start-1] == ' ' || r.body[start-1] == '\t') {
		start--
	}
	if start == r.first || r.body[start-1] == '\n' {
		if end < len(r.body) && r.body[end] == '\r' {
			end++
		}
		if end < len(r.body) && r.body[end] == '\n' {
			end++
		}
	}
	r.edit(RepairComment, start, end, "")
	r.i = end
}

// name reads a member name and the colon after it.
func (r *repairer) name(c byte) bool {
	start := r.i
	switch {
	case isWordByte(c) && !isDigit(c):
		end := start + 1
		for end < len(r.body) && (isWordByte(r.body[end]) || r.body[end] == '-') {
			end++
		}
		r.found(RepairName, UnquotedName, start)
		r.edit(RepairName, start, start, `"`)
		r.edit(RepairName, end, end, `"`)
		r.token(end)
	case !r.quoted(c):
		return false
	}
	if !r.space() || r.i >= len(r.body) || r.body[r.i] != ':' {
		return false
	}
	r.token(r.i + 1)
	return true
}

// leaf reads a string, a number or a word. Whether a number or a plain string is
// right is for Scan to say.
func (r *repairer) leaf(c byte) bool {
	end := r.i
	switch {
	case c == '-' || isDigit(c):
		for end < len(r.body) && (isDigit(r.body[end]) || r.body[end] == '-' || r.body[end] == '+' || r.body[end] == '.' || r.body[end]|0x20 == 'e') {
			end++
		}
	case isWordByte(c):
		for end < len(r.body) && isWordByte(r.body[end]) {
			end++
		}
		text := ""
		switch word := string(r.body[r.i:end]); word {
		case "true", "false", "null":
		case "True":
			text = "true"
		case "False":
			text = "false"
		case "None":
			text = "null"
		default:
			return false
		}
		if text != "" {
			r.found(RepairConstant, PythonConstant, r.i)
			r.edit(RepairConstant, r.i, end, text)
		}
	default:
		return r.quoted(c)
	}
	r.token(end)
	return true
}

// quoted reads a string in quotes of any kind.
func (r *repairer) quoted(c byte) bool {
	if c == '"' {
		return r.plainString()
	}
	q, size := utf8.DecodeRune(r.body[r.i:])
	closers := closingQuotes(q)
	if closers == "" {
		return false
	}
	r.found(RepairQuote, WrongQuote, r.i)
	r.edit(RepairQuote, r.i, r.i+size, `"`)
	for i := r.i + size; i < len(r.body); {
		q, size := utf8.DecodeRune(r.body[i:])
		switch {
		case q == '\\':
			if i+1 < len(r.body) && r.body[i+1] == '\'' {
				r.edit(RepairQuote, i, i+2, "'")
			}
			size = 2
		case contains(closers, q) && !(isApostrophe(q) && r.withinWord(i, size)):
			r.edit(RepairQuote, i, i+size, `"`)
			r.token(i + size)
			return true
		case q == '"':
			r.edit(RepairQuote, i, i+1, `\"`)
		}
		i += size
	}
	return false
}

func (r *repairer) plainString() bool {
	for i := r.i + 1; i < len(r.body); i++ {
		switch r.body[i] {
		case '"':
			r.token(i + 1)
			return true
		case '\\':
			i++
		}
	}
	return false
}

// withinWord reports whether what is from i on has a letter or digit on both
// sides, as an apostrophe has.
func (r *repairer) withinWord(i, size int) bool {
	letter := func(c byte) bool { return isWordByte(c) || c >= utf8.RuneSelf }
	return i+size < len(r.body) && letter(r.body[i-1]) && letter(r.body[i+size])
}

func isApostrophe(q rune) bool { return q == '\'' || q == '’' }

// closingQuotes returns the quotes that may end a string that starts with q.
func closingQuotes(q rune) string {
	switch q {
	case '\'':
		return "'"
	case '“', '”', '„', '‟', '″':
		return "“”″\""
	case '‘', '’', '‚', '‛', '′':
		return "‘’′'"
	case '«', '»':
		return "«»"
	}
	return ""
}

func contains(quotes string, q rune) bool {
	for _, c := range quotes {
		if c == q {
			return true
		}
	}
	return false
}
