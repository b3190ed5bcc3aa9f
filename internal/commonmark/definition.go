package commonmark

import (
	"strings"
	"unicode"
)

// takeDefinitions makes blocks of their own of the link definitions that a
// paragraph starts with.
func (p *blockParser) takeDefinitions(b *block) {
	if len(b.lines) == 0 || p.source[min(b.lines[0].start, len(p.source)-1)] != '[' {
		return
	}
	content := contentOf(p.source, b.lines)
	at, line := 0, 0
	var blocks []*block
	for {
		d, n := readDefinition(content.text[at:])
		if n == 0 {
			break
		}
		lines := strings.Count(content.text[at:at+n], "\n")
		if at+n == len(content.text) && !strings.HasSuffix(content.text, "\n") {
			lines++
		}
		def := &block{kind: definitionBlock, parent: b.parent, lines: b.lines[line : line+lines], def: d, start: b.lines[line].start, end: b.lines[line+lines-1].end}
		def.blank = b.blank && line == 0
		if _, ok := p.defs[d.label]; !ok {
			p.defs[d.label] = &def.def
		}
		blocks = append(blocks, def)
		at, line = at+n, line+lines
	}
	if len(blocks) == 0 {
		return
	}
	b.lines = b.lines[line:]
	siblings := b.parent.children[:len(b.parent.children)-1]
	siblings = append(siblings, blocks...)
	if len(b.lines) > 0 {
		b.blank = false
		b.start = b.lines[0].start
		siblings = append(siblings, b)
	}
	b.parent.children = siblings
}

// readDefinition reads [label]: target "title" at the start of s and returns its
// length with the end of its last line, or 0. The target must be one that a link
// may have, so that [Bob]: hi is text.
func readDefinition(s string) (d definition, n int) {
	label, i := readLabel(s)
	if i == 0 || i == len(s) || s[i] != ':' || label == "" {
		return d, 0
	}
	i++
	i += blanks(s[i:])
	url, size := readTarget(s[i:])
	if size == 0 || !isTarget(url, false) {
		return d, 0
	}
	i += size
	d = definition{label: label, url: url}
	// A title may follow, on this line or the next, and then nothing else may.
	plain := endOfLine(s, i)
	space := blanks(s[i:])
	if space > 0 && i+space < len(s) {
		if size := readTitle(s[i+space:]); size > 0 {
			if end := endOfLine(s, i+space+size); end > 0 {
				return d, end
			}
		}
	}
	return d, plain
}

// endOfLine returns where the next line starts if only blanks are left of this
// one, or 0.
func endOfLine(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	switch {
	case i == len(s):
		return i
	case s[i] == '\n':
		return i + 1
	}
	return 0
}

// blanks returns the length of the white space at the start of s, with one line
// end at most.
func blanks(s string) int {
	lines := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ', '\t':
		case '\n':
			if lines++; lines > 1 {
				return i
			}
		default:
			return i
		}
	}
	return len(s)
}

// maxLabel is CommonMark's longest label.
const maxLabel = 999

// readLabel reads [label] and returns it as references to it are compared, and
// its length, or 0.
func readLabel(s string) (string, int) {
	if s == "" || s[0] != '[' {
		return "", 0
	}
	for i := 1; i < len(s) && i <= maxLabel+1; i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			return "", 0
		case ']':
			return normal(s[1:i]), i + 1
		}
	}
	return "", 0
}

// normal is a label without differences of case and white space.
func normal(label string) string {
	return strings.Map(func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) },
		strings.ReplaceAll(strings.Join(strings.Fields(label), " "), "ẞ", "ss"))
}

// maxParens is how deep parentheses in a target nest: each opened link looks
// that far ahead.
const maxParens = 32

// readTarget reads a link's target and returns it without angle brackets, and
// its length, or 0.
func readTarget(s string) (url string, n int) {
	if strings.HasPrefix(s, "<") {
		for i := 1; i < len(s); i++ {
			switch s[i] {
			case '\\':
				i++
			case '\n', '<':
				return "", 0
			case '>':
				return s[1:i], i + 1
			}
		}
		return "", 0
	}
	depth := 0
	i := 0
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			i++
		case c == '(':
			if depth++; depth > maxParens {
				return "", 0
			}
		case c == ')' && depth == 0:
			return s[:i], i
		case c == ')':
			depth--
		case c <= ' ' || c == 0x7F:
			if depth > 0 {
				return "", 0
			}
			return s[:i], i
		}
	}
	if depth > 0 {
		return "", 0
	}
	return s, i
}

// readTitle returns the length of the title that s starts with, or 0.
func readTitle(s string) int {
	end := s[0]
	switch end {
	case '"', '\'':
	case '(':
		end = ')'
	default:
		return 0
	}
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == end:
			return i + 1
		case s[i] == '(' && end == ')':
			return 0
		}
	}
	return 0
}

// isTarget reports whether a link may lead to url. Behind a word it may be an
// index and a call, handlers[0](event), unless it is absolute.
func isTarget(url string, behindWord bool) bool {
	if scheme, rest, ok := strings.Cut(url, ":"); ok && rest != "" && len(scheme) >= 2 && isScheme(scheme) {
		switch strings.ToLower(scheme) {
		case "http", "https", "mailto", "tel", "sms", "ftp", "attachment":
			return true
		}
		return !behindWord
	}
	if behindWord {
		return false
	}
	switch {
	case len(url) > 1 && (url[0] == '/' || url[0] == '#' || url[0] == '?'):
		return true
	case strings.HasPrefix(url, "./"), strings.HasPrefix(url, "../"):
		return true
	}
	host := url
	if i := strings.IndexAny(url, "/?#:"); i >= 0 {
		host = url[:i]
	}
	dot := strings.LastIndexByte(host, '.')
	if dot < 1 || len(host)-dot < 3 {
		return false
	}
	for i := 0; i < len(host); i++ {
		c := host[i]
		if i > dot && !isLetter(c) && !isDigit(c) || c < 0x80 && !isLetter(c) && !isDigit(c) && c != '.' && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

func isScheme(s string) bool {
	if s == "" || len(s) > 32 || !isLetter(s[0]) {
		return false
	}
	for i := 1; i < len(s); i++ {
		if c := s[i]; !isLetter(c) && !isDigit(c) && c != '+' && c != '.' && c != '-' {
			return false
		}
	}
	return true
}

// isPunct reports whether c is ASCII punctuation, which a backslash escapes.
func isPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}
