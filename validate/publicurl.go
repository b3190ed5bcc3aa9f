package validate

import (
	"strings"
	"unicode"
)

// PublicURL reports whether a media part with this url counts against the limit of 40
// media parts with a public URL in a message. Every url does, except a presigned one
// and one on a host of the API. White space around it does not matter. It is safe for
// concurrent use.
func PublicURL(text string) bool {
	var u url
	valid := u.parse(strings.TrimFunc(text, unicode.IsSpace))
	return !valid || !u.presigned(nil)
}
