package playground

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
)

// Args are the members of a request.
type Args struct{ view scan.View }

// find returns the node of a member, or -1 if it is absent or null.
func (a *Args) find(name string) int {
	i := a.view.Lookup(string(scan.AppendToken(nil, name)))
	if i >= 0 && a.view.Nodes[i].Kind == scan.Null {
		return -1
	}
	return i
}

// Text returns a required string.
func (a *Args) Text(name string) (string, *Fault) {
	i := a.find(name)
	if i < 0 {
		return "", &Fault{BadArgument, strconv.Quote(name) + " is missing, expected a string"}
	}
	return a.stringAt(name, i)
}

// optional returns a string, "" if it is absent.
func (a *Args) optional(name string) (string, *Fault) {
	i := a.find(name)
	if i < 0 {
		return "", nil
	}
	return a.stringAt(name, i)
}

func (a *Args) stringAt(name string, i int) (string, *Fault) {
	if kind := a.view.Nodes[i].Kind; kind != scan.String {
		return "", &Fault{BadArgument, strconv.Quote(name) + " is " + kind.String() + ", expected a string"}
	}
	// The view aliases the request.
	return strings.Clone(a.view.Text(i)), nil
}

// Flag returns a boolean, false if it is absent.
func (a *Args) Flag(name string) (bool, *Fault) {
	i := a.find(name)
	if i < 0 {
		return false, nil
	}
	switch kind := a.view.Nodes[i].Kind; kind {
	case scan.True:
		return true, nil
	case scan.False:
		return false, nil
	default:
		return false, &Fault{BadArgument, strconv.Quote(name) + " is " + kind.String() + ", expected a boolean"}
	}
}

// Natural returns a required integer that is not negative.
func (a *Args) Natural(name string) (int, *Fault) {
	if i := a.find(name); i >= 0 {
		if n, ok := a.view.Natural(i); ok {
			return n, nil
		}
	}
	return 0, &Fault{BadArgument, strconv.Quote(name) + " must be an integer of at least 0"}
}

// atLeastOne returns a positive integer, 0 if it is absent.
func (a *Args) atLeastOne(name string) (int, *Fault) {
	i := a.find(name)
	if i < 0 {
		return 0, nil
	}
	if n, ok := a.view.Natural(i); ok && n > 0 {
		return n, nil
	}
	return 0, &Fault{BadArgument, strconv.Quote(name) + " is " + string(a.view.Raw(i)) + ", expected a positive integer"}
}

// oneOf returns a string that is one of the values, "" if it is absent.
func (a *Args) oneOf(name string, values []string) (string, *Fault) {
	text, f := a.optional(name)
	if f != nil || text == "" {
		return text, f
	}
	for _, v := range values {
		if v == text {
			return text, nil
		}
	}
	return "", &Fault{BadArgument, strconv.Quote(name) + " is " + strconv.Quote(text) + ", expected one of " + strings.Join(values, ", ")}
}
