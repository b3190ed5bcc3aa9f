package extract

import (
	"bytes"
	"encoding/base64"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// document is a JSON file that describes requests.
type document struct {
	view scan.View
	base int // offset in the file: the size of a byte order mark
}

func open(file []byte) (*document, error) {
	d := &document{base: source.SkipBOM(file)}
	if fault := d.view.Scan(file[d.base:]); fault.Code != 0 {
		message, _ := fault.Explain(file[d.base:])
		return nil, &Fault{Offset: d.base + fault.Offset, Message: "not JSON: " + message}
	}
	return d, nil
}

// member returns the value of a member of node n, or -1; n may be -1.
func (d *document) member(n int, names ...string) int {
	for _, name := range names {
		if n < 0 || d.view.Nodes[n].Kind != scan.Object {
			return -1
		}
		found := -1
		for k := n + 1; k < int(d.view.Nodes[n].Next); k = int(d.view.Nodes[k+1].Next) {
			if d.view.Text(k) == name {
				found = k + 1
			}
		}
		n = found
	}
	return n
}

// elements calls f for each element of an array.
func (d *document) elements(n int, f func(int)) {
	if n < 0 || d.view.Nodes[n].Kind != scan.Array {
		return
	}
	for k := n + 1; k < int(d.view.Nodes[n].Next); k = int(d.view.Nodes[k].Next) {
		f(k)
	}
}

// str returns the text of a string node, "" for any other.
func (d *document) str(n int) string {
	if n < 0 || d.view.Nodes[n].Kind != scan.String {
		return ""
	}
	return d.view.Text(n)
}

// text returns the text of a string node with its offsets in the file; ok is
// false for any other node.
func (d *document) text(n int) (t text, ok bool) {
	if n < 0 || d.view.Nodes[n].Kind != scan.String {
		return text{}, false
	}
	node := &d.view.Nodes[n]
	from, to := int(node.Start)+1, int(node.End)-1
	body := d.view.Body
	for i := from; i < to; {
		if body[i] != '\\' {
			next := i + 1
			for next < to && body[next] != '\\' {
				next++
			}
			t.add(string(body[i:next]), d.base+i, next-i, quoteJSON, d.base+from)
			i = next
			continue
		}
		decoded, size := jsonEscape(body[i:to])
		t.add(decoded, d.base+i, size, quoteJSON, d.base+from)
		i += size
	}
	t.mark(d.base+from-1, to-from+2)
	return t, true
}

// jsonEscape decodes the valid escape at the start of s. A lone surrogate becomes
// U+FFFD.
func jsonEscape(s []byte) (decoded string, size int) {
	if s[1] != 'u' {
		const from, to = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
		for i := range len(from) {
			if from[i] == s[1] {
				return to[i : i+1], 2
			}
		}
		return string(s[1:2]), 2
	}
	r := hex4(s[2:6])
	if r >= 0xd800 && r < 0xdc00 && len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		if low := hex4(s[8:12]); low >= 0xdc00 && low < 0xe000 {
			return string((r-0xd800)<<10 + low - 0xdc00 + 0x10000), 12
		}
	}
	if r >= 0xd800 && r < 0xe000 {
		r = utf8.RuneError
	}
	return string(r), 6
}

// hex4 reads four hexadecimal digits, which the scan has checked.
func hex4(s []byte) rune {
	r, _ := strconv.ParseUint(string(s), 16, 32)
	return rune(r)
}

// Sniff reports by its content whether a file is a HAR capture, a Postman
// collection or a shell script, whatever its name.
func Sniff(file []byte) (format source.Format, ok bool) {
	if script := file[source.SkipBOM(file):]; bytes.HasPrefix(script, []byte("#!")) {
		first, _, _ := bytes.Cut(script, []byte("\n"))
		return source.Curl, bytes.Contains(first, []byte("sh"))
	}
	if !mentions(file) {
		return 0, false
	}
	d, err := open(file)
	if err != nil {
		return 0, false
	}
	switch {
	case d.isHAR():
		return source.HAR, true
	case d.collection() >= 0:
		return source.Postman, true
	}
	return 0, false
}

// Unsupported returns why a JSON file that holds requests to the API cannot be
// read, and what to do; "" for any other file.
func Unsupported(file []byte) string {
	if !mentions(file) || !bytes.Contains(file, []byte("/v3/")) {
		return ""
	}
	d, err := open(file)
	if err != nil {
		return ""
	}
	switch {
	case d.str(d.member(0, "_type")) == "export" && d.member(0, "__export_format") >= 0:
		return "Insomnia exports are not supported; export the requests as HAR"
	case (d.member(0, "openapi") >= 0 || d.member(0, "swagger") >= 0) && d.hasPath(d.member(0, "paths")):
		return "OpenAPI documents are not supported; put examples into files of their own"
	case d.str(d.member(0, "clientName")) == "Thunder Client":
		return "Thunder Client collections are not supported; export the collection for Postman"
	case d.member(0, "requests") >= 0 && (d.member(0, "order") >= 0 || d.member(0, "folders") >= 0):
		return "Postman collections of version 1 are not supported; export the collection as v2.1"
	}
	return ""
}

// hasPath reports whether the name of a member of object n is the path of a
// request kind.
func (d *document) hasPath(n int) bool {
	if n < 0 || d.view.Nodes[n].Kind != scan.Object {
		return false
	}
	for k := n + 1; k < int(d.view.Nodes[n].Next); k = int(d.view.Nodes[k+1].Next) {
		if _, ok := api.Endpoint("POST", d.view.Text(k)); ok {
			return true
		}
	}
	return false
}

func (d *document) isHAR() bool {
	entries := d.member(0, "log", "entries")
	return entries >= 0 && d.view.Nodes[entries].Kind == scan.Array
}

// readHAR reads the requests of a HAR 1.2 capture
// (http://www.softwareishard.com/blog/har-12-spec/, read 2026-11-23).
func readHAR(file []byte) ([]Request, error) {
	d, err := open(file)
	if err != nil {
		return nil, err
	}
	if !d.isHAR() {
		return nil, &Fault{Message: "not a HAR capture: no log.entries"}
	}
	var out []Request
	d.elements(d.member(0, "log", "entries"), func(e int) {
		if r, ok := d.harRequest(d.member(e, "request")); ok {
			out = append(out, r)
		}
	})
	return out, nil
}

// harRequest reads one request of a capture.
func (d *document) harRequest(n int) (Request, bool) {
	post := d.member(n, "postData")
	url, _ := d.text(d.member(n, "url"))
	if size := d.member(n, "bodySize"); post < 0 && (size < 0 || !strings.ContainsAny(d.view.Raw(size)[:1], "123456789")) {
		return Request{}, false
	}
	body, isText := d.text(d.member(post, "text"))
	unchecked := ""
	switch {
	case !isText:
		unchecked = "the capture has no text of the body"
		body, _ = d.text(d.member(n, "url"))
	case strings.EqualFold(d.str(d.member(post, "encoding")), "base64"):
		// Not in the specification, but browsers and proxies write it.
		standard := strings.NewReplacer("-", "+", "_", "/").Replace(strings.TrimRight(string(body.bytes), "=\r\n"))
		decoded, err := base64.RawStdEncoding.DecodeString(standard)
		if err != nil {
			unchecked = "the body is not valid base64"
			break
		}
		if !utf8.Valid(decoded) {
			unchecked = "the body is not text"
			break
		}
		from := body.start(0)
		var t text
		t.addOpaque(string(decoded), from, body.end(len(body.bytes))-from)
		body = t
	}
	return request(d.str(d.member(n, "method")), url, body, unchecked)
}
