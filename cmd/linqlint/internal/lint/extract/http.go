package extract

import (
	"bytes"
	"slices"
	"strings"
)

// methods are the words that a request line may begin with.
var methods = []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"}

// readHTTP reads the requests of a .http or .rest file, as the REST Client of
// VS Code and the HTTP Client of JetBrains do: requests are separated by lines
// that begin with ###; each has a request line, header lines, a blank line and
// the body. {{name}} is a variable, and "@name = text" defines one.
func readHTTP(file []byte) []Request {
	p := plainText(file)
	h := httpFile{file: p.text, values: map[string]text{}}
	lines := h.lines()
	for _, l := range lines {
		h.variable(l)
	}
	for len(lines) > 0 {
		end := slices.IndexFunc(lines, func(l line) bool { return strings.HasPrefix(l.text, "###") })
		if end < 0 {
			h.request(lines)
			break
		}
		h.request(lines[:end])
		lines = lines[end+1:]
	}
	p.restoreAll(h.out)
	return h.out
}

type httpFile struct {
	file   []byte
	values map[string]text
	out    []Request
}

// line is a line without its end.
type line struct {
	text  string
	start int // byte offset
	next  int // where the next one starts
}

func (h *httpFile) lines() (out []line) {
	for at := 0; at < len(h.file); {
		next := len(h.file)
		if i := bytes.IndexByte(h.file[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		out = append(out, line{strings.TrimRight(string(h.file[at:next]), "\r\n"), at, next})
		at = next
	}
	return out
}

// variable reads "@name = text".
func (h *httpFile) variable(l line) {
	name, value, ok := strings.Cut(l.text, "=")
	if !ok || !strings.HasPrefix(name, "@") {
		return
	}
	name = strings.TrimSpace(name[1:])
	value = strings.TrimSpace(value)
	var t text
	if _, again := h.values[name]; !again && !strings.Contains(value, "{{") {
		at := l.start + strings.LastIndex(l.text, value)
		t.add(value, at, len(value), quoteNone, at)
	}
	h.values[name] = t // an unknown or duplicate variable is empty
}

// request reads the lines of one request.
func (h *httpFile) request(lines []line) {
	method, url, lines, ok := h.requestLine(lines)
	if !ok {
		return
	}
	lines = bodyLines(lines)
	if len(lines) == 0 {
		return
	}
	var body text
	unchecked := ""
	file, isFile := bodyFile(lines[0].text)
	switch {
	case !isFile:
		if body = h.body(lines); isOneHole(&body) {
			unchecked = wholeVariable
		}
	case len(lines) > 1:
		file, unchecked = "", "the body has a file and other lines"
	case strings.Contains(file, "{{"):
		file, unchecked = "", "the name of the file is a variable"
	}
	if isFile {
		first := lines[0]
		body.add(first.text, first.start, len(first.text), quoteNone, first.start)
	}
	if r, ok := request(method, url, body, unchecked); ok {
		r.File = file
		h.out = append(h.out, r)
	}
}

// bodyLines returns the lines of a body, from those below a request line: without
// headers, scripts, comments and the blank lines around it.
func bodyLines(lines []line) []line {
	for len(lines) > 0 && strings.TrimSpace(lines[0].text) != "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[0].text) == "" {
		lines = lines[1:]
	}
	lines = slices.DeleteFunc(slices.Clone(withoutScripts(lines)), isComment)
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1].text) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// body joins the lines of a body, with the values of its variables.
func (h *httpFile) body(lines []line) text {
	var body text
	literal := lines[0].start
	for i, l := range lines {
		to := l.next
		if i > 0 && l.start != lines[i-1].next {
			literal = l.start // no edit crosses the comments between
		}
		if i == len(lines)-1 {
			to = l.start + len(l.text)
		}
		body.add(string(h.file[l.start:to]), l.start, to-l.start, quoteNone, literal)
	}
	return h.known(braces(body))
}

// isComment reports whether a line is a comment. The REST Client removes such
// lines from bodies too.
func isComment(l line) bool {
	trimmed := strings.TrimSpace(l.text)
	return strings.HasPrefix(trimmed, "#") || strings.HasPrefix(trimmed, "//")
}

// bodyFile returns the file that a line like "< FILE" reads the body from.
// "<@ FILE" and "<@latin1 FILE" replace variables in it.
func bodyFile(line string) (name string, ok bool) {
	if name, ok = strings.CutPrefix(line, "< "); ok {
		return strings.TrimSpace(name), true
	}
	rest, ok := strings.CutPrefix(line, "<@")
	if !ok {
		return "", false
	}
	_, name, ok = strings.Cut(rest, " ")
	return strings.TrimSpace(name), ok && strings.TrimSpace(name) != ""
}

// withoutScripts cuts the lines of a body before what is not sent: a response
// handler ("> {%"), the file for the response (">> FILE"), an expected response
// ("<> FILE"), and httpYac's assertions ("??") and scripts (a line "{{" to "}}").
func withoutScripts(lines []line) []line {
	end := slices.IndexFunc(lines, func(l line) bool {
		trimmed := strings.TrimSpace(l.text)
		return strings.HasPrefix(l.text, "> ") || strings.HasPrefix(l.text, "< {%") || strings.HasPrefix(l.text, ">{%") || strings.HasPrefix(l.text, "<> ") || strings.HasPrefix(l.text, ">>") ||
			strings.HasPrefix(l.text, "??") || isScriptStart(trimmed)
	})
	if end < 0 {
		return lines
	}
	if isScriptStart(strings.TrimSpace(lines[end].text)) {
		for k := end + 1; k < len(lines); k++ {
			if strings.TrimSpace(lines[k].text) == "}}" {
				return append(slices.Clone(lines[:end]), withoutScripts(lines[k+1:])...)
			}
		}
	}
	return lines[:end]
}

// isScriptStart reports whether a line begins a script of httpYac.
func isScriptStart(trimmed string) bool {
	rest, ok := strings.CutPrefix(trimmed, "{{")
	return ok && (rest == "" || slices.Contains([]string{"@request", "@response", "@streaming", "@after", "@before", "@responseLogging", "+request", "+response", "+streaming", "+after", "+before", "+", "^"}, strings.TrimSpace(rest)))
}

// requestLine finds the request line, after comments, variables, scripts, import
// and run, and returns the lines after it. Indented lines continue its URL.
func (h *httpFile) requestLine(lines []line) (method string, url text, rest []line, ok bool) {
	for len(lines) > 0 {
		l := lines[0]
		lines = lines[1:]
		trimmed := strings.TrimSpace(l.text)
		fields := strings.Fields(l.text)
		switch {
		case strings.HasPrefix(trimmed, "< {%"):
			for !strings.Contains(l.text, "%}") && len(lines) > 0 {
				l, lines = lines[0], lines[1:]
			}
			continue
		case isScriptStart(trimmed):
			for strings.TrimSpace(l.text) != "}}" && len(lines) > 0 {
				l, lines = lines[0], lines[1:]
			}
			continue
		case strings.HasPrefix(trimmed, "/*"):
			for !strings.Contains(l.text, "*/") && len(lines) > 0 {
				l, lines = lines[0], lines[1:]
			}
			continue
		case trimmed == "", isComment(l), strings.HasPrefix(trimmed, "@"),
			fields[0] == "import", fields[0] == "run", strings.HasPrefix(trimmed, "< "):
			continue
		}
		if fields[0] == "curl" {
			h.curl(l.start, append([]line{l}, lines...))
			return "", text{}, nil, false
		}
		method = "GET"
		target := trimmed
		if slices.Contains(methods, strings.ToUpper(fields[0])) && len(fields) > 1 {
			method = fields[0]
			target = strings.TrimSpace(trimmed[len(method):])
		}
		first := strings.Trim(upToSpace(target), `"`)
		at := l.start + strings.Index(l.text, trimmed) + len(trimmed) - len(target) + strings.Index(target, first)
		url.add(first, at, len(first), quoteNone, at)
		for len(lines) > 0 && strings.TrimSpace(lines[0].text) != "" && (lines[0].text[0] == ' ' || lines[0].text[0] == '\t') {
			more := strings.TrimSpace(lines[0].text)
			at := lines[0].start + strings.Index(lines[0].text, more)
			more, _, _ = strings.Cut(more, " ")
			url.add(more, at, len(more), quoteNone, at)
			lines = lines[1:]
		}
		return method, h.known(braces(url)), lines, true
	}
	return "", text{}, nil, false
}

// upToSpace returns a text up to the first white space that is not in a variable,
// since {{$dotenv BASE}} has some.
func upToSpace(s string) string {
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "{{"):
			if end := strings.Index(s[i:], "}}"); end > 0 {
				i += end + 1
			}
		case s[i] == ' ' || s[i] == '\t':
			return s[:i]
		}
	}
	return s
}

// curl reads a request that is a call of curl, which the REST Client takes too.
func (h *httpFile) curl(start int, lines []line) {
	end := lines[len(lines)-1].next
	found, _ := readScript(plain{text: h.file[start:end]}, maxScripts)
	for _, r := range found {
		for i := range r.body.pieces {
			r.body.pieces[i].file += start
			r.body.pieces[i].literal += start
		}
		h.out = append(h.out, r)
	}
}

// known replaces the holes of known variables by their text.
func (h *httpFile) known(t text) (out text) {
	for _, p := range t.pieces {
		if !p.hole {
			one := text{bytes: t.bytes[p.at : p.at+p.size], pieces: []piece{p}}
			one.pieces[0].at = 0
			out.join(one)
			continue
		}
		name := strings.TrimSpace(string(h.file[p.file+2 : p.file+p.span-2]))
		if value := h.values[name]; len(value.bytes) > 0 {
			out.join(value)
		} else {
			out.addHole(p.file, p.span)
		}
	}
	return out
}
