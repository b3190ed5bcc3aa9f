package builder

import "slices"

// Member is a member of an object as JSON: one that a method such as MemberJSON set, or
// one whose value in a parsed body no method can set.
type Member struct {
	Name string
	JSON string // the value; compact if it comes from Parse

	// name is the name as a JSON string if it has a lone surrogate, which a Go
	// string cannot hold; else "".
	name string
}

// members are the further members of an object, each name once. The slice is
// not modified once it is in a request.
type members []Member

// get returns the JSON of the member with that name.
func (ms members) get(name string) (json string, ok bool) {
	for i := range ms {
		if ms[i].Name == name && ms[i].name == "" {
			return ms[i].JSON, true
		}
	}
	return "", false
}

// with returns a copy in which the member has that value.
func (ms members) with(name, json string) members {
	return append(slices.Clip(ms.without(name)), Member{Name: name, JSON: json})
}

// without returns the members except the named one; ms itself if it is not there.
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

// list returns a copy.
func (ms members) list() []Member { return slices.Clone([]Member(ms)) }
