package builder

import (
	"slices"
	"sort"

	"github.com/linqlint/linqlint/internal/scan"
)

// linksBehind moves leading links behind the first text, or if there is none
// behind the first part that is not a link.
func linksBehind(parts []Part) []Part {
	n := 0
	for n < len(parts) && parts[n].form == FormLink {
		n++
	}
	if n == 0 || n == len(parts) {
		return parts
	}
	behind := slices.IndexFunc(parts, func(p Part) bool { return p.form == FormText })
	if behind < 0 {
		behind = n
	}
	return slices.Concat(parts[n:behind+1], parts[:n], parts[behind+1:])
}

// addOpening is add for a chats.create, whose first message must not have a link:
// a text is cut before a URL in it. The rules decide what a URL is.
func (k *packing) addOpening(p Part) (reason string) {
	if len(k.messages) > 0 {
		k.add(p)
		return ""
	}
	url, found := linkIn(p)
	if !found || !k.opens(p) {
		k.add(p)
		return ""
	}
	head, tail, ok := cutBefore(&p, url)
	switch {
	case ok:
		k.add(head)
		k.flush()
		k.add(tail)
	case len(k.current) > 0:
		k.flush()
		k.add(p)
	case p.form == FormText:
		return "the first message of a chat must not have a URL, and there is no text before it that could come first"
	default:
		return "the first message of a chat must not be a link, and no other part could come first"
	}
	return ""
}

// opens reports whether the link in p would be in the first message.
func (k *packing) opens(p Part) bool {
	trial := packing{current: slices.Clone(k.current), public: k.public}
	trial.add(p)
	trial.flush()
	if len(trial.messages) == 0 { // p is left out
		return false
	}
	for _, part := range trial.messages[0] {
		if _, found := linkIn(part); found {
			return true
		}
	}
	return false
}

// linkIn reports whether a part has a link, which must not be in the first message
// of a chat. In a text, url is the offset of the URL in bytes.
func linkIn(p Part) (url int, found bool) {
	r := ChatsCreate("").Parts(p)
	_, err := r.Build()
	d := reports(err, "first-message-link")
	if d == nil {
		return 0, false
	}
	var view scan.View
	if view.Scan([]byte(encoded(r))).Code == 0 {
		if value := view.Lookup("/message/parts/0/value"); value >= 0 {
			url = sort.Search(len(p.value), func(off int) bool { return view.SourceOffset(value, off) >= d.Start.Offset })
		}
	}
	return url, true
}

// encoded returns the body of a request without a check.
func encoded(r encodable) string {
	e := encoders.Get().(*encoder)
	defer e.release()
	r.encode(e)
	return string(e.b)
}
