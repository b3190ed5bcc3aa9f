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
	h := httpFile{file: file, values: map[string]text{}}
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
	for len(lines) > 0 && strings.TrimSpace(lines[0].text) != "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[0].text) == "" {
		lines = lines[1:]
	}
	// A response handler, or the file for the response, ends the body.
	if end := slices.IndexFunc(lines, func(l line) bool {
		return strings.HasPrefix(l.text, "> ") || strings.HasPrefix(l.text, "<> ") || strings.HasPrefix(l.text, ">>")
	}); end >= 0 {
		lines = lines[:end]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1].text) == "" {
		lines = lines[:len(lines)-1]
	}
	if len(lines) == 0 {
		return
	}
	if name, isFile := strings.CutPrefix(lines[0].text, "< "); isFile {
		var word text
		word.add(lines[0].text, lines[0].start, len(lines[0].text), quoteNone, lines[0].start)
		if r, ok := request(method, url, word); ok && len(lines) == 1 && !strings.Contains(name, "{{") {
			r.File = strings.TrimSpace(name)
			h.out = append(h.out, r)
		}
		return
	}
	from, to := lines[0].start, lines[len(lines)-1].start+len(lines[len(lines)-1].text)
	var body text
	body.add(string(h.file[from:to]), from, to-from, quoteNone, from)
	body = h.known(braces(body))
	if r, ok := request(method, url, body); ok && !isOneHole(&r.body) {
		h.out = append(h.out, r)
	}
}

// requestLine finds the request line, after comments, variables and scripts, and
// returns the lines after it.
func (h *httpFile) requestLine(lines []line) (method string, url text, rest []line, ok bool) {
	script := false
	for len(lines) > 0 {
		l := lines[0]
		lines = lines[1:]
		trimmed := strings.TrimSpace(l.text)
		switch {
		case script:
			script = !strings.Contains(l.text, "%}")
			continue
		case strings.HasPrefix(trimmed, "< {%"):
			script = !strings.Contains(l.text, "%}")
			continue
		case trimmed == "", strings.HasPrefix(trimmed, "#"), strings.HasPrefix(trimmed, "//"), strings.HasPrefix(trimmed, "@"):
			continue
		}
		fields := strings.Fields(l.text)
		method = "GET"
		if slices.Contains(methods, strings.ToUpper(fields[0])) && len(fields) > 1 {
			method, fields = fields[0], fields[1:]
		}
		at := l.start + strings.Index(l.text, fields[0])
		url.add(fields[0], at, len(fields[0]), quoteNone, at)
		return method, h.known(braces(url)), lines, true
	}
	return "", text{}, nil, false
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
