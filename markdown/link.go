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
	start int // of its text, before line breaks that are not written yet
	line  int // of its first line, behind them
}

// startLink opens a link or an image.
func (c *converter) startLink() {
	start := len(c.text)
	c.links = append(c.links, link{start, start + c.pending()})
}

// linked writes the start or the end of a link or an image, and returns the
// index of the last event that it has used.
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

// endLink writes the URL behind the text of the innermost link. One within a
// description has none of its own.
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

// linkURL writes the URL behind its text, which the page has from start on.
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

// sameTarget reports whether a link's text already says where it leads.
func sameTarget(label, url string) bool {
	// What a reader would dial, write to or type to get there.
	for _, scheme := range [...]string{"", "mailto:", "tel:", "https://", "http://"} {
		if rest, ok := strings.CutPrefix(url, scheme); ok && (rest == label || strings.TrimSuffix(rest, "/") == label) {
			return true
		}
	}
	return false
}

// linkAlone returns the URL of the link that a paragraph consists of, if it is
// one that a link part can hold. In a list or a quote it would be torn from
// what it belongs to.
func (c *converter) linkAlone(i int) (string, bool) {
	end := c.events[i].Match
	// The paragraph must hold the link and nothing else, not even a full stop.
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

// destination is a link's target, without Markdown's escapes. White space and
// control characters, which no URL may hold, are percent-encoded; the rest is
// left as the source has it.
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
