package builder

import (
	"slices"
	"sort"

	"github.com/linqlint/linqlint/internal/scan"
)

// linksBehind moves the links that come first behind the first text, or where
// there is none behind the first part that is no link.
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

// addOpening is add for a chats.create, whose first message must not hold a
// link: a text is cut before a URL in it, if something may come first. Whether
// there is one is for the rules to say.
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
		return "a chat cannot be created by a text with a URL, and nothing that may come first stands before the URL"
	default:
		return "a chat cannot be created by a link, and there is nothing else to come first"
	}
	return ""
}

// opens reports that the link in p would be in the first message.
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

// linkIn reports that a part must not open a chat. In a text url is the byte of
// the value at which the URL starts.
func linkIn(p Part) (url int, found bool) {
	r := ChatsCreate("").Part(p)
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

// encoded is the body of a request before any check.
func encoded(r encodable) string {
	e := encoders.Get().(*encoder)
	defer e.release()
	r.encode(e)
	return string(e.b)
}
