// Package share makes and reads links to the playground. The body is in the
// fragment of the URL, which browsers do not send to the server:
//
//	#v1=<base64url of the deflated payload, without padding>
//
// The payload is {"body": …, "kind": …}. The page compresses it with
// CompressionStream; the Go implementation is not part of the js build.
package share

import (
	"errors"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// State is the content of a link. The zero State is an empty body.
type State struct {
	Body string // any text
	Kind string // the kind to check it as, "" for detection
}

// Payload returns a state as the JSON that a link deflates.
func Payload(s State) []byte {
	var w wire.Writer
	w.Open('{')
	w.Member("body", s.Body)
	if s.Kind != "" {
		w.Member("kind", s.Kind)
	}
	w.Close('}')
	return w.B
}

var (
	errNoPayload = errors.New("the content of the link is damaged")
	errNoBody    = errors.New("the link has no body")
)

// ParsePayload is the inverse of [Payload]. It ignores unknown members, so that an
// older page can read the links of a newer one.
func ParsePayload(payload []byte) (State, error) {
	var v scan.View
	if f := v.Scan(payload); f.Code != 0 {
		return State{}, errNoPayload
	}
	body := v.Lookup("/body")
	if body < 0 || v.Nodes[body].Kind != scan.String {
		return State{}, errNoBody
	}
	s := State{Body: strings.Clone(v.Text(body))}
	if kind := v.Lookup("/kind"); kind >= 0 {
		if v.Nodes[kind].Kind != scan.String || api.KindNamed(v.Text(kind)) == nil {
			return State{}, errors.New("the link has the unknown kind " + v.Raw(kind))
		}
		s.Kind = strings.Clone(v.Text(kind))
	}
	return s, nil
}
