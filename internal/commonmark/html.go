package commonmark

import (
	"strings"
	"sync"
)

// The start conditions of HTML blocks: elements whose text is not looked at, up
// to their end, comments, and elements that are blocks.
const (
	htmlRaw = iota + 1
	htmlComment
	htmlElement
)

// openHTML starts an HTML block.
func (p *blockParser) openHTML(rest string) *block {
	kind := 0
	name, _, end := tagName(rest)
	switch {
	case strings.HasPrefix(rest, "<!--"):
		kind = htmlComment
	case isRaw(name) && rest[1] != '/' && boundary(rest, end):
		kind = htmlRaw
	case elements()[name]&startsBlock != 0 && boundary(rest, end):
		kind = htmlElement
	}
	if kind == 0 || kind <= htmlComment && !p.hasHTMLEnd(kind) {
		return nil
	}
	p.closeUnmatched()
	b := p.add(htmlBlock)
	b.html = kind
	return b
}

// boundary reports whether a tag's name ends at rest[end].
func boundary(rest string, end int) bool {
	return end >= len(rest) || strings.IndexByte(" \t>", rest[end]) >= 0 || strings.HasPrefix(rest[end:], "/>")
}

func isRaw(name string) bool {
	return name == "script" || name == "style" || name == "pre" || name == "textarea"
}

// hasHTMLEnd reports whether an end of a raw element or a comment follows. The
// place is kept: the next search starts there.
func (p *blockParser) hasHTMLEnd(kind int) bool {
	known := &p.htmlEnd[kind-1]
	from := p.lineStart + p.next
	if *known < from {
		if i := endOfHTML(p.source[from:], kind); i >= 0 {
			*known = from + i
		} else {
			*known = len(p.source) + 1
		}
	}
	return *known <= len(p.source)
}

// endOfHTML returns where the end of a raw element or a comment ends in s, or -1.
func endOfHTML(s string, kind int) int {
	if kind == htmlComment {
		if i := strings.Index(s, "-->"); i >= 0 {
			return i + 3
		}
		return -1
	}
	for at := 0; ; {
		i := strings.Index(s[at:], "</")
		if i < 0 {
			return -1
		}
		at += i
		if name, _, end := tagName(s[at:]); isRaw(name) && at+end < len(s) && s[at+end] == '>' {
			return at + end + 1
		}
		at += 2
	}
}

// tag is an HTML tag.
type tag struct {
	name    string // in lower case
	closing bool
	void    bool // it ends with />
	href    string
	end     int // its length in bytes
}

// tagName returns the name of the tag that s starts with, in lower case, whether
// it is a closing tag, and where the name ends.
func tagName(s string) (name string, closing bool, end int) {
	i := 1
	if len(s) > 1 && s[1] == '/' {
		closing = true
		i = 2
	}
	from := i
	for i < len(s) && (isLetter(s[i]) || i > from && (isDigit(s[i]) || s[i] == '-')) {
		i++
	}
	if i-from > 20 { // no known element is that long
		return "", closing, i
	}
	return strings.ToLower(s[from:i]), closing, i
}

// readTag reads the complete tag that s starts with. An attribute without a
// value makes it a placeholder: <first name>.
func readTag(s string) (t tag, ok bool) {
	if s == "" || s[0] != '<' {
		return t, false
	}
	t.name, t.closing, t.end = tagName(s)
	if t.name == "" {
		return t, false
	}
	i := t.end
	for {
		from := i
		for i < len(s) && strings.IndexByte(" \t\n\r", s[i]) >= 0 {
			i++
		}
		switch {
		case i == len(s):
			return t, false
		case s[i] == '>':
			t.end = i + 1
			return t, true
		case strings.HasPrefix(s[i:], "/>") && !t.closing:
			t.end, t.void = i+2, true
			return t, true
		case i == from || t.closing:
			return t, false
		}
		n, name, value := readAttribute(s[i:])
		if n == 0 {
			return t, false
		}
		if name == "href" {
			t.href = value
		}
		i += n
	}
}

// readAttribute reads name=value and returns its length, or 0.
func readAttribute(s string) (n int, name, value string) {
	i := 0
	for i < len(s) && (isLetter(s[i]) || i > 0 && (isDigit(s[i]) || strings.IndexByte("-_.:", s[i]) >= 0)) {
		i++
	}
	name = s[:i]
	rest := strings.TrimLeft(s[i:], " \t\n")
	if name == "" || rest == "" || rest[0] != '=' {
		return 0, "", ""
	}
	rest = strings.TrimLeft(rest[1:], " \t\n")
	i = len(s) - len(rest)
	if rest == "" {
		return 0, "", ""
	}
	if q := rest[0]; q == '"' || q == '\'' {
		end := strings.IndexByte(rest[1:], q)
		if end < 0 {
			return 0, "", ""
		}
		return i + end + 2, strings.ToLower(name), rest[1 : 1+end]
	}
	end := strings.IndexAny(rest, " \t\n\"'=<>`")
	if end < 1 {
		return 0, "", ""
	}
	return i + end, strings.ToLower(name), rest[:end]
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// element says what is known of an HTML element.
type element uint16

const (
	inlineElement element = 1 << iota
	blockElement          // its content is set apart
	startsBlock           // at the start of a line it is certainly HTML
	voidElement
	codeElement
	boldElement
	italicElement
	strikeElement
	underlineElement
	outerElement  = blockElement | startsBlock
	styleElements = boldElement | italicElement | strikeElement | underlineElement
)

// elements are those whose tags are taken out of a text.
var elements = sync.OnceValue(func() map[string]element {
	return map[string]element{
		"b": boldElement, "strong": boldElement, "i": italicElement, "em": italicElement, "var": italicElement,
		"s": strikeElement, "del": strikeElement, "strike": strikeElement, "u": underlineElement, "ins": underlineElement,
		"code": codeElement, "kbd": codeElement, "samp": codeElement, "tt": codeElement, "pre": codeElement | outerElement,
		"h1": boldElement | outerElement, "h2": boldElement | outerElement, "h3": boldElement | outerElement,
		"h4": boldElement | outerElement, "h5": boldElement | outerElement, "h6": boldElement | outerElement,
		"br": voidElement, "hr": voidElement | outerElement, "img": voidElement, "wbr": voidElement,
		"a": inlineElement, "span": inlineElement, "small": inlineElement, "big": inlineElement, "sub": inlineElement, "sup": inlineElement,
		"mark": inlineElement, "q": inlineElement, "cite": inlineElement, "abbr": inlineElement, "font": inlineElement, "label": inlineElement,
		"time": inlineElement, "bdi": inlineElement, "bdo": inlineElement,
		"p": outerElement, "div": outerElement, "ul": outerElement, "ol": outerElement, "li": outerElement,
		"dl": outerElement, "dt": outerElement, "dd": outerElement, "blockquote": outerElement,
		"table": outerElement, "thead": outerElement, "tbody": outerElement, "tfoot": outerElement, "tr": outerElement,
		"td": inlineElement | startsBlock, "th": inlineElement | startsBlock, "script": outerElement, "style": outerElement, "textarea": outerElement, "iframe": outerElement,
		"caption": blockElement, "section": blockElement, "article": blockElement, "header": blockElement, "footer": blockElement, "main": blockElement,
		"nav": blockElement, "aside": blockElement, "address": blockElement, "figure": blockElement, "figcaption": blockElement, "center": blockElement,
		"details": blockElement, "summary": blockElement, "form": blockElement, "fieldset": blockElement, "html": blockElement, "body": blockElement,
		"head": blockElement, "title": blockElement,
	}
})

// style returns the style that an element is.
func (e element) style() Style {
	switch {
	case e&boldElement != 0:
		return Bold
	case e&italicElement != 0:
		return Italic
	case e&strikeElement != 0:
		return Strikethrough
	}
	return Underline
}
