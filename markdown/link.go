package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/commonmark"
)

// attachmentScheme marks an image that is a file uploaded before:
// ![](attachment:550e8400-e29b-41d4-a716-446655440000).
const attachmentScheme = "attachment:"

// link is an open link or image.
type link struct {
	start int // of its text, before pending line breaks
	line  int // of its first line, after them
}

// startLink opens a link or an image.
func (c *converter) startLink() {
	start := len(c.text)
	c.links = append(c.links, link{start, start + c.pending()})
}

// linked writes the start or the end of a link or an image, and returns the index
// of the last event that it used.
func (c *converter) linked(i int, v *commonmark.Event) int {
	switch v.Kind {
	case commonmark.LinkStart:
		c.startLink()
	case commonmark.LinkEnd:
		c.endLink(v.URL)
	case commonmark.ImageStart:
		url := destination([]byte(v.URL))
		if !c.flat && c.alt == 0 && (httpURL(url, "https://") || strings.HasPrefix(url, attachmentScheme)) {
			c.place(mediaObject, url)
			return v.Match
		}
		c.startLink()
		c.alt++
	case commonmark.ImageEnd:
		c.alt--
		c.endLink(v.URL)
	}
	return i
}

// endLink writes the URL after the text of the innermost link. A link inside a
// description has no URL.
func (c *converter) endLink(url string) {
	last := len(c.links) - 1
	open := c.links[last]
	c.links = c.links[:last]
	if c.alt > 0 {
		return
	}
	start := open.start
	if c.marksStart == start || c.marksStart == open.line { // the mark of an item is not its text
		start = min(c.marksEnd, len(c.text))
	}
	c.linkURL(start, destination([]byte(url)))
}

// linkURL writes the URL of a link whose text starts at start.
func (c *converter) linkURL(start int, url string) {
	label := strings.TrimSpace(string(c.text[min(start, len(c.text)):]))
	switch {
	case label == "":
		c.insert(url)
	case url == "" || sameTarget(label, url):
	default:
		c.insert(" (" + url + ")")
	}
}

// sameTarget reports whether the text of a link is its target.
func sameTarget(label, url string) bool {
	// A reader would dial, write to or type the text to get there.
	for _, scheme := range [...]string{"", "mailto:", "tel:", "https://", "http://"} {
		if rest, ok := strings.CutPrefix(url, scheme); ok && (rest == label || strings.TrimSuffix(rest, "/") == label) {
			return true
		}
	}
	return false
}

// linkAlone returns the URL of the only content of a paragraph, if that is a link
// that a link part accepts. In a list or a quote a link stays with the text around
// it.
func (c *converter) linkAlone(i int) (string, bool) {
	end := c.events[i].Match
	// The paragraph must have the link and nothing else, not even a period.
	if c.flat || len(c.containers) > 0 {
		return "", false
	}
	url := ""
	switch v := &c.events[i+1]; {
	case v.Kind == commonmark.LinkStart && v.Match == end-1:
		for j := i + 2; j < end; j++ {
			if c.events[j].Kind == commonmark.ImageStart {
				return "", false
			}
		}
		url = destination([]byte(v.URL))
	case v.Kind == commonmark.AutoLink && i+2 == end:
		url = v.Text
	case v.Kind == commonmark.URL && i+2 == end && !c.bareInText:
		url = c.source[v.Start:v.End]
	}
	return url, httpURL(url, "https://", "http://") && utf8.RuneCountInString(url) <= api.MaxLink
}

// destination returns a link's target without Markdown's escapes. White space and
// control characters, which no URL may have, are percent-encoded; the rest is
// unchanged.
func destination(raw []byte) string {
	url := resolved(raw)
	if strings.IndexFunc(url, forbiddenInURL) < 0 {
		return url
	}
	var b strings.Builder
	for _, r := range url {
		if !forbiddenInURL(r) {
			b.WriteRune(r)
			continue
		}
		for _, c := range []byte(string(r)) {
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[c>>4])
			b.WriteByte("0123456789ABCDEF"[c&15])
		}
	}
	return b.String()
}

// forbiddenInURL reports whether the rules on URLs refuse r.
func forbiddenInURL(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// httpURL reports whether url is absolute, with one of the schemes and a host.
// The rules of package validate check the rest.
func httpURL(url string, schemes ...string) bool {
	for _, scheme := range schemes {
		if len(url) > len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			host := url[len(scheme):]
			return host[0] != '/' && host[0] != '?' && host[0] != '#' && host[0] != ':'
		}
	}
	return false
}
