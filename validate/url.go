package validate

import (
	"strings"
	"unicode"

	"github.com/linqlint/linqlint/internal/api"
)

// url is an absolute URL by the API's words: scheme, "://" and a host. It is
// no RFC 3986 parser: it accepts whatever a browser or a server might, letters
// outside ASCII included, so that no good URL is called bad. All its texts
// alias the URL's.
type url struct {
	scheme string
	user   bool   // there are credentials
	host   string // without brackets and port
	ipv6   bool   // the host was in brackets
	path   string
	query  string
	plain  bool // the whole URL isPlainURL
}

// url parses string n, without white space around it, into the zero u. Its results are
// whether that is a URL, and those of trimmed.
func (c *checker) url(n int, u *url) (text string, valid, ok bool) {
	text, plain := c.view.Plain(n)
	if plain && u.parse(text) {
		return text, true, true // the usual case: a URL has no white space to trim
	}
	*u = url{}
	text, ok = c.trimmed(n)
	return text, u.parse(text), ok
}

// is compares the scheme without regard to case.
func (u *url) is(scheme string) bool {
	return u.scheme == scheme || strings.EqualFold(u.scheme, scheme)
}

// parse takes the URL s apart; u is zero before. It is false unless s has a
// scheme and a host, and no white space or control code.
func (u *url) parse(s string) bool {
	i := 0
	if strings.HasPrefix(s, "https://") { // the usual case
		i = len("https")
	}
	for i < len(s) && classes[s[i]]&inScheme != 0 {
		i++
	}
	if !strings.HasPrefix(s[i:], "://") || classes[s[0]]&letter == 0 {
		return false
	}
	u.plain = isPlainURL(s)
	if !u.plain && hasSpaceOrControl(s) {
		return false
	}
	u.scheme = s[:i]
	rest := s[i+3:]
	end := strings.IndexByte(rest, '/')
	if end < 0 {
		end = len(rest)
	}
	all := classesIn(rest[:end])
	if all&endsAuthority != 0 {
		end = strings.IndexAny(rest, "/?#")
	}
	if all&(endsAuthority|notInHost) == 0 { // the usual case: a name and nothing else
		u.host = rest[:end]
		if u.host == "" || u.host[0] == '.' {
			return false
		}
	} else if !u.authority(rest[:end]) {
		return false
	}
	u.path = rest[end:]
	if !u.plain {
		u.path, _, _ = strings.Cut(u.path, "#")
		u.path, u.query, _ = strings.Cut(u.path, "?")
	}
	return true
}

// authority takes credentials, host and port apart and reports whether they
// can be ones.
func (u *url) authority(s string) bool {
	if at := strings.LastIndexByte(s, '@'); at >= 0 {
		u.user, s = true, s[at+1:]
	}
	port := ""
	if strings.HasPrefix(s, "[") {
		end := strings.IndexByte(s, ']')
		if end < 0 {
			return false
		}
		u.host, u.ipv6, port = s[1:end], true, s[end+1:]
		if _, ok := parseIPv6(u.host); !ok || port != "" && port[0] != ':' {
			return false
		}
		port = strings.TrimPrefix(port, ":")
	} else {
		u.host, port, _ = strings.Cut(s, ":")
		if u.host == "" || u.host[0] == '.' || classesIn(u.host)&notInHost != 0 {
			return false
		}
	}
	return port == "" || isDigits(port)
}

func isScheme(s string) bool {
	return s != "" && classes[s[0]]&letter != 0 && classesOfEach(s)&inScheme != 0
}

// isPlainURL reports whether s surely has no white space, no control code, nothing outside
// ASCII, and none of # % ? which divide a URL or are decoded. It is false for some others too.
func isPlainURL(s string) bool {
	if len(s) < 8 {
		return false
	}
	const queryToDelete, sharpToPercent = ones * ('?' ^ 0x7f), ones * ('#' ^ '%') // the bits in which two differ
	odd := uint64(0)
	for at := 0; at < len(s); at += 8 {
		w := word(s[len(s)-8:]) // the last eight bytes, whatever came before them
		if at+8 <= len(s) {
			w = word(s[at : at+8])
		}
		odd |= w | (w - ones*0x21) | ((w | queryToDelete) ^ ones*0x7f - ones) | ((w | sharpToPercent) ^ ones*('#'|'%') - ones)
	}
	return odd&tops == 0
}

func hasSpaceOrControl(s string) bool {
	if !hasBlankOrWide(s) {
		return false // the usual case
	}
	all := classesIn(s)
	return all&blank != 0 || all&wide != 0 && strings.ContainsFunc(s, isSpaceOrControl)
}

// within reports whether the host is domain or below it.
func (u *url) within(domain string) bool {
	host := strings.ToLower(strings.TrimSuffix(u.host, "."))
	return host == domain || strings.HasSuffix(host, "."+domain)
}

// extension is the path's extension in lower case, percent-decoded, without
// the dot; "" if the last segment has none.
func (u *url) extension() string {
	path := u.path
	if !u.plain {
		if path = path[strings.LastIndexByte(path, '/')+1:]; strings.Contains(path, "%") {
			path = percentDecoded(path)
		}
	}
	small := true
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		switch c := path[i]; {
		case c == '.' && small:
			return path[i+1:] // the usual case
		case c == '.':
			return strings.ToLower(path[i+1:])
		case c < 'a' || c > 'z':
			small = false
		}
	}
	return ""
}

func percentDecoded(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if hi, lo := unhex(s[i+1]), unhex(s[i+2]); hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return string(out)
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// presigned reports whether the server already has the file behind u, or the
// URL carries its own right to read: such media do not count against the limit.
func (u *url) presigned(k *known) bool {
	return api.Presigned(u.host, u.query) || k != nil && k.host(strings.ToLower(u.host))
}

// urlHint guesses why text is not a URL.
func urlHint(text string) string {
	before, rest, hasScheme := strings.Cut(text, "://")
	hasSpace := classesIn(text)&(blank|wide) != 0 && strings.ContainsFunc(text, unicode.IsSpace)
	switch {
	case strings.HasPrefix(text, "data:"):
		return "a data: URL cannot be downloaded: upload the file and use attachment_id"
	case hasScheme && hasSpace && strings.ContainsFunc(before, unicode.IsSpace):
		return "remove the words around the URL"
	case hasScheme && hasSpace:
		return "a URL has no white space: write it as %20"
	case hasScheme && (rest == "" || rest[0] == '/'):
		return "the host is missing behind ://"
	case strings.HasPrefix(text, "//"):
		return "the scheme is missing: https://…"
	case !hasScheme && (strings.HasPrefix(text, "/") || isFileName(text)):
		return "scheme and host are missing: https://…/…"
	case !hasScheme && !hasSpace && strings.Contains(text, "."):
		return "the scheme is missing: https://…"
	}
	return ""
}

// isFileName reports whether text is a name with an extension that we know.
func isFileName(text string) bool {
	ext, ok := extensionOf(text)
	return ok && !strings.Contains(text, "/") && api.ExtensionClass(strings.ToLower(ext)) != 0
}
