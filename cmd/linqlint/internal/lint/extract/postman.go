package extract

import (
	"bytes"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
)

// mentions reports whether a file has the words that [Sniff] and [Unsupported]
// need, so that other JSON files are not parsed twice.
func mentions(file []byte) bool {
	for _, word := range []string{`"entries"`, `"item"`, `"__export_format"`, `"requests"`, `"paths"`} {
		if bytes.Contains(file, []byte(word)) {
			return true
		}
	}
	return false
}

// collection returns the node of a Postman collection of version 2, or -1.
// Postman's API wraps it in "collection".
func (d *document) collection() int {
	for _, n := range []int{0, d.member(0, "collection")} {
		item := d.member(n, "item")
		if item >= 0 && d.view.Nodes[item].Kind == scan.Array && strings.Contains(d.str(d.member(n, "info", "schema")), "/collection/v2") {
			return n
		}
	}
	return -1
}

// readPostman reads the requests of a Postman collection, format 2.0 or 2.1
// (https://schema.postman.com/, read 2026-11-23). {{name}} is a variable.
func readPostman(file []byte) ([]Request, error) {
	d, err := open(file)
	if err != nil {
		return nil, err
	}
	root := d.collection()
	if root < 0 {
		return nil, &Fault{Message: "not a Postman collection of version 2: no item or no info.schema"}
	}
	var out []Request
	var folder func(items int)
	folder = func(items int) {
		d.elements(items, func(i int) {
			folder(d.member(i, "item"))
			if r, ok := d.postmanRequest(d.member(i, "request")); ok {
				out = append(out, r)
			}
		})
	}
	folder(d.member(root, "item"))
	return out, nil
}

// postmanRequest reads one request of a collection.
func (d *document) postmanRequest(n int) (Request, bool) {
	body := d.member(n, "body")
	url := d.member(n, "url")
	if disabled := d.member(body, "disabled"); disabled >= 0 && d.view.Raw(disabled) == "true" {
		return Request{}, false
	}
	address := d.address(url)
	var content text
	file, unchecked := "", ""
	switch mode := d.str(d.member(body, "mode")); mode {
	case "":
		return Request{}, false
	case "raw":
		raw, ok := d.text(d.member(body, "raw"))
		if !ok {
			return Request{}, false
		}
		content = braces(raw)
	case "file":
		content, _ = d.text(d.member(body, "file", "src"))
		if file = string(content.bytes); file == "" {
			content, unchecked = address, "the body is a file without a name"
		}
	default:
		content, unchecked = address, "the body has the mode "+mode
	}
	if unchecked == "" && isOneHole(&content) {
		unchecked = wholeVariable
	}
	r, ok := request(d.str(d.member(n, "method")), braces(address), content, unchecked)
	r.File = file
	return r, ok
}

// address returns the text of a URL: a string, or an object with the string in
// raw, or only with the parts of it.
func (d *document) address(url int) text {
	if raw := d.member(url, "raw"); raw >= 0 {
		url = raw
	}
	if t, ok := d.text(url); ok || url < 0 {
		return t
	}
	path := d.segments(d.member(url, "path"), "/")
	host := d.segments(d.member(url, "host"), ".")
	var t text
	node := &d.view.Nodes[url]
	t.addOpaque("https://"+host+"/"+strings.TrimPrefix(path, "/"), d.base+int(node.Start), int(node.End-node.Start))
	return t
}

// segments returns a string, or the strings of an array with a separator.
func (d *document) segments(n int, separator string) string {
	if n >= 0 && d.view.Nodes[n].Kind == scan.String {
		return d.view.Text(n)
	}
	var all []string
	d.elements(n, func(i int) { all = append(all, d.str(i)) })
	return strings.Join(all, separator)
}

// braces returns the text with each {{name}} as a variable.
func braces(t text) text {
	var out text
	for {
		from := bytes.Index(t.bytes, []byte("{{"))
		if from < 0 {
			break
		}
		size := bytes.Index(t.bytes[from:], []byte("}}"))
		// JSON may have two braces too; a variable's name is on one line and has
		// no quotes or colons, unless it is a call such as {{$datetime "HH:mm"}}.
		others := "{\"\n:,"
		if bytes.HasPrefix(t.bytes[from:], []byte("{{$")) {
			others = "{\n"
		}
		if size < 0 || bytes.ContainsAny(t.bytes[from+2:from+size], others) {
			head := t.upTo(from + 2)
			out.join(head)
			t = t.from(from + 2)
			continue
		}
		out.join(t.upTo(from))
		start := t.start(from)
		out.addHole(start, t.end(from+size+2)-start)
		t = t.from(from + size + 2)
	}
	out.join(t)
	return out
}
