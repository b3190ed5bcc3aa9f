package extract

import (
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// data is one piece of what a call of curl sends.
type data struct {
	text   text
	file   string // the file that holds it, named by text; "": text is the data
	joined bool   // curl puts "&" before it, unless it is the first
}

// curl reads the arguments of one call.
type curl struct {
	script *script
	stmt   *syntax.Stmt
	words  []text
	files  []string // that are the whole of a word: $(cat FILE)

	replacer  string // a command such as xargs, which replaces
	replaced  string // this in each argument
	method    text
	urls      []text
	data      []data
	unchecked string // why the data is not known
	sent      bool   // there is data, known or not
	get       bool   // --get: the data goes into the URL
}

// withValue are curl's short options with a value.
const withValue = "AbcCdDeEFHKmoPQrtTuUwxXyYz"

// longWithValue are long options whose value could be mistaken for a URL.
var longWithValue = []string{
	"--header", "--output", "--user", "--proxy", "--referer", "--cookie", "--cookie-jar", "--user-agent", "--max-time", "--connect-timeout", "--retry",
	"--cacert", "--cert", "--key", "--config", "--write-out", "--resolve", "--connect-to", "--dump-header", "--unix-socket", "--limit-rate", "--retry-delay",
}

func (c *curl) read() {
	for i := 0; i < len(c.words); i++ {
		w := c.words[i]
		option := w.before()
		file := ""
		value := func() text {
			if i++; i < len(c.words) {
				file = c.files[i]
				return c.words[i]
			}
			missing := text{} // xargs appends it
			missing.addHole(w.end(len(w.bytes)), 0)
			return missing
		}
		switch {
		case option == "--next" || option == "-:":
			c.requests()
			*c = curl{script: c.script, stmt: c.stmt, words: c.words, files: c.files, replacer: c.replacer, replaced: c.replaced}
		case strings.HasPrefix(option, "--"):
			if name, _, ok := strings.Cut(option, "="); ok { // since curl 8.16
				option, value = name, func() text { return w.from(len(name) + 1) }
			}
			c.long(fullName(option), value, &file)
		case len(option) > 1 && option[0] == '-':
			c.short(w, value, &file)
		default:
			c.urls = append(c.urls, w)
		}
	}
	c.requests()
}

func (c *curl) long(option string, value func() text, file *string) {
	switch option {
	case "--url":
		c.urls = append(c.urls, value())
	case "--request":
		c.method = value()
	case "--get", "--head":
		c.get = true
	case "--data", "--data-ascii", "--data-binary":
		c.add(value(), file, true, true)
	case "--json":
		c.add(value(), file, true, false)
	case "--data-raw":
		c.add(value(), file, false, true)
	case "--data-urlencode":
		c.unknown("the data is URL-encoded", value())
	case "--form", "--form-string":
		c.unknown("the data is a form", value())
	case "--upload-file":
		c.unknown("the data is an uploaded file", value())
	default:
		if strings.HasPrefix(option, "--expand-data") || option == "--expand-json" {
			c.unknown("curl expands variables in the data", value())
		} else if slices.Contains(longWithValue, option) {
			value()
		}
	}
}

// fullName returns the option about data that curl takes an abbreviation for.
func fullName(option string) string {
	full := option
	for _, name := range []string{"--data-ascii", "--data-binary", "--data-raw", "--data-urlencode", "--form-string", "--upload-file"} {
		if option == "--data" || option == "--form" || len(option) < len("--up") || !strings.HasPrefix(name, option) {
			continue
		}
		if full != option {
			return option // ambiguous
		}
		full = name
	}
	return full
}

// short reads one word of short options: -sSX POST, -d'{}'.
func (c *curl) short(w text, value func() text, file *string) {
	letters := w.before()
	for k := 1; k < len(letters); k++ {
		if letters[k] == 'G' || letters[k] == 'I' {
			c.get = true
		}
		if strings.IndexByte(withValue, letters[k]) < 0 {
			continue
		}
		v := w.from(k + 1)
		if len(v.pieces) == 0 {
			v = value()
		}
		switch letters[k] {
		case 'd':
			c.add(v, file, true, true)
		case 'F':
			c.unknown("the data is a form", v)
		case 'T':
			c.unknown("the data is an uploaded file", v)
		case 'X':
			c.method = v
		}
		return
	}
}

// unknown records data that cannot be checked.
func (c *curl) unknown(why string, at text) {
	c.sent, c.unchecked = true, why
	c.data = append(c.data, data{text: at})
}

// add adds data. With mayBeFile, an @ before it names a file; file is the file
// that the whole word is read from.
func (c *curl) add(v text, file *string, mayBeFile, joined bool) {
	c.sent = true
	name, isFile := strings.CutPrefix(v.before(), "@")
	d := data{text: v, joined: joined}
	switch {
	case *file != "":
		d.file = *file
		c.documented(&d, v)
	case !mayBeFile || !isFile:
	case name == "-", name == "/dev/stdin":
		in, from, ok := c.script.input(c.stmt)
		switch {
		case from != "":
			d.file = from
			c.documented(&d, v)
		case ok:
			d.text = in
			d.text.mark(v.start(0), v.end(len(v.bytes))-v.start(0))
		default:
			c.unchecked = "the data is read from standard input"
		}
	default:
		var known bool
		if d.file, known = v.fileName(len("@")); known {
			c.documented(&d, v)
		} else {
			c.unchecked = "the name of the file is a variable"
		}
	}
	c.data = append(c.data, d)
}

// documented replaces a file by the here-document that the script writes into it.
// v is the argument that names it.
func (c *curl) documented(d *data, v text) {
	document := c.script.files[path.Clean(d.file)]
	if document == nil || !c.script.enter() {
		return
	}
	d.file, d.text = "", c.script.hereDocument(document)
	c.script.leave(len(d.text.bytes))
	d.text.mark(v.start(0), v.end(len(v.bytes))-v.start(0))
}

// body returns the data as curl joins it: with "&", except before --json.
func (c *curl) body() (d data) {
	for i, one := range c.data {
		switch {
		case i == 0:
			d = one
		case one.joined:
			c.unchecked = "curl joins the data of several options with &"
		case d.file != "" || one.file != "":
			c.unchecked = "the data is in several files"
		default:
			joined := text{bytes: slices.Clone(d.text.bytes), pieces: slices.Clone(d.text.pieces)}
			joined.join(one.text)
			d.text = joined
		}
	}
	return d
}

// requests adds the request of a call.
func (c *curl) requests() {
	method := string(c.method.bytes)
	if method == "" && c.sent {
		method = "POST"
	}
	if c.get || c.method.hasHoles() || len(c.data) == 0 {
		return
	}
	d := c.body()
	switch {
	case c.unchecked != "":
	case c.replaced != "" && strings.Contains(string(d.text.bytes), c.replaced):
		d.file, c.unchecked = "", c.replacer+" replaces "+c.replaced+" in the body"
	case d.file == "" && isOneHole(&d.text):
		c.unchecked = wholeVariable
	}
	for _, url := range c.urls {
		if r, ok := request(method, url, d.text, c.unchecked); ok {
			r.File = d.file
			c.script.out = append(c.script.out, r)
			return
		}
	}
}

const wholeVariable = "the whole body is a variable"

// isOneHole reports whether the whole body is variables.
func isOneHole(t *text) bool { return len(strings.TrimSpace(string(t.bytes))) == 0 && t.hasHoles() }
