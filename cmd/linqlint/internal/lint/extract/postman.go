package extract

import (
	"bytes"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
)

// mentions reports whether a file has the words that [Sniff] needs, so that other
// JSON files are not parsed twice.
func mentions(file []byte) bool {
	return bytes.Contains(file, []byte(`"entries"`)) || bytes.Contains(file, []byte(`"item"`))
}

func (d *document) isPostman() bool {
	item := d.member(0, "item")
	return item >= 0 && d.view.Nodes[item].Kind == scan.Array && strings.Contains(d.str(d.member(0, "info", "schema")), "/collection/v2")
}

// readPostman reads the requests of a Postman collection, format 2.0 or 2.1
// (https://schema.postman.com/, read 2026-11-23). {{name}} is a variable.
func readPostman(file []byte) ([]Request, error) {
	d, err := open(file)
	if err != nil {
		return nil, err
	}
	if !d.isPostman() {
		return nil, &Fault{Message: "not a Postman collection of version 2: no item or no info.schema"}
	}
	var out []Request
	var folder func(items int)
	folder = func(items int) {
		d.elements(items, func(i int) {
			folder(d.member(i, "item"))
			r := d.member(i, "request")
			body := d.member(r, "body")
			if mode := d.str(d.member(body, "mode")); mode != "raw" {
				return
			}
			url := d.member(r, "url")
			if raw := d.member(url, "raw"); raw >= 0 {
				url = raw
			}
			address, _ := d.text(url)
			raw, ok := d.text(d.member(body, "raw"))
			if !ok {
				return
			}
			method := d.str(d.member(r, "method"))
			if r, ok := request(method, braces(address), braces(raw)); ok && !isOneHole(&r.body) {
				out = append(out, r)
			}
		})
	}
	folder(d.member(0, "item"))
	return out, nil
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
		// no quotes or colons.
		if size < 0 || bytes.ContainsAny(t.bytes[from+2:from+size], "{\"\n:,") {
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
