package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/linqlint/linqlint/internal/api"
)

// attachmentScheme marks an image that is a file uploaded before:
// ![](attachment:550e8400-e29b-41d4-a716-446655440000).
const attachmentScheme = "attachment:"

// link writes the text of a link and, where it says something else, the URL in
// parentheses behind it.
func (c *converter) link(n *ast.Link) {
	start := len(c.text)
	c.inlines(n)
	if !c.alt {
		c.linkURL(start, destination(n.Destination))
	}
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

// image places a media part, or writes the image as a link where the API cannot
// fetch it.
func (c *converter) image(n *ast.Image) {
	url := destination(n.Destination)
	if !c.flat && !c.alt && (httpURL(url, "https://") || strings.HasPrefix(url, attachmentScheme)) {
		c.place(mediaObject, url)
		return
	}
	// A description within a description has no URL of its own.
	if c.alt {
		c.inlines(n)
		return
	}
	start := len(c.text)
	c.alt = true
	c.inlines(n)
	c.alt = false
	c.linkURL(start, url)
}

// linkAlone returns the URL of the link that a paragraph consists of, if it is
// one that a link part can hold. In a list or a quote it would be torn from
// what it belongs to.
func (c *converter) linkAlone(n *ast.Paragraph) (string, bool) {
	// The paragraph must hold the link and nothing else, not even a full stop.
	if c.flat || len(c.containers) > 0 || n.ChildCount() != 1 {
		return "", false
	}
	url := ""
	switch link := n.FirstChild().(type) {
	case *ast.Link:
		if hasImage(link) {
			return "", false
		}
		url = destination(link.Destination)
	case *ast.AutoLink:
		url = string(link.URL(c.source))
	}
	return url, httpURL(url, "https://", "http://") && utf8.RuneCountInString(url) <= api.MaxLink
}

// hasImage reports whether there is an image somewhere inside of n.
func hasImage(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindImage || hasImage(c) {
			return true
		}
	}
	return false
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
// The rules of package validate judge the rest.
func httpURL(url string, schemes ...string) bool {
	for _, scheme := range schemes {
		if len(url) > len(scheme) && strings.EqualFold(url[:len(scheme)], scheme) {
			host := url[len(scheme):]
			return host[0] != '/' && host[0] != '?' && host[0] != '#' && host[0] != ':'
		}
	}
	return false
}
