package validate

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// Method returns the HTTP method of the kind's endpoint, such as "POST"; "" for
// Message, which has none, and for an unknown kind.
func (k Kind) Method() string {
	if kind := api.KindNamed(string(k)); kind != nil {
		return kind.Method
	}
	return ""
}

// Path returns the path of the kind's endpoint below the API's base URL, with ids
// in place of its placeholders, in their order: "/v3/chats/{chatId}/messages".
// The ids are percent-encoded. Placeholders beyond the ids stay, and further ids
// are ignored. It is "" for KindMessage and for an unknown kind.
func (k Kind) Path(ids ...string) string {
	kind := api.KindNamed(string(k))
	if kind == nil {
		return ""
	}
	var b strings.Builder
	rest := kind.Path
	for len(ids) > 0 {
		before, after, ok := strings.Cut(rest, "{")
		if !ok {
			break
		}
		_, after, _ = strings.Cut(after, "}")
		b.WriteString(before)
		writeSegment(&b, ids[0])
		ids, rest = ids[1:], after
	}
	b.WriteString(rest)
	return b.String()
}

// writeSegment writes a segment of a path, percent-encoded except for the
// unreserved characters of RFC 3986.
func writeSegment(b *strings.Builder, s string) {
	const hex = "0123456789ABCDEF"
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if letter || '0' <= c && c <= '9' || strings.ContainsRune("-._~", rune(c)) {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
}
