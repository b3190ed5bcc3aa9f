package validate

import (
	"strings"
	"unicode"
)

// PublicURL reports whether a media part with this url counts against the 40
// media parts with a public URL that a message may have: any url does but a
// presigned one and one of the API's own host. White space around it counts for
// nothing. It is safe for concurrent use.
func PublicURL(text string) bool {
	var u url
	valid := u.parse(strings.TrimFunc(text, unicode.IsSpace))
	return !valid || !u.presigned(nil)
}
