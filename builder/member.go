package builder

import "slices"

// Member is a member of an object as JSON: one that Member or MessageMember has
// set, or one that [Parse] found and that no method can say.
type Member struct {
	Name string
	JSON string // the value; compact where it comes from Parse

	// name is the name as a JSON string where Name cannot say it: a name with
	// half a surrogate pair, which a Go string cannot hold.
	name string
}

// members are the further members of an object, each name once. The slice is
// never written to once it is in a request.
type members []Member

// get returns the JSON of the member of that name.
func (ms members) get(name string) (json string, ok bool) {
	for i := range ms {
		if ms[i].Name == name && ms[i].name == "" {
			return ms[i].JSON, true
		}
	}
	return "", false
}

// with returns a copy in which the name has that value.
func (ms members) with(name, json string) members {
	return append(slices.Clip(ms.without(name)), Member{Name: name, JSON: json})
}

// without returns the members but the named one; ms itself if it has none.
func (ms members) without(name string) members {
	if _, ok := ms.get(name); !ok {
		return ms
	}
	out := make(members, 0, len(ms))
	for _, m := range ms {
		if m.Name != name || m.name != "" {
			out = append(out, m)
		}
	}
	return out
}

// list returns a copy for the reader.
func (ms members) list() []Member { return slices.Clone([]Member(ms)) }
