// Package share makes the playground's links and reads them back. A body
// stands in the fragment of the URL, which no browser sends to a server:
//
//	#v1=<base64url of the deflated payload, without padding>
//
// The payload is {"body": …, "kind": …}. The page deflates it itself, by
// CompressionStream; what does it natively stays out of the js build.
package share

import (
	"errors"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// State is what a link carries. The zero State is an empty body.
type State struct {
	Body string // the text, right or wrong
	Kind string // what it is to be checked as, "" for detection
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
	errNoPayload = errors.New("the link's content is damaged")
	errNoBody    = errors.New("the link holds no body")
)

// ParsePayload is the inverse of [Payload]. Members that it does not know are
// passed over, so that an older page reads what a newer one adds.
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
			return State{}, errors.New("the link names the kind " + v.Raw(kind) + ", which there is not")
		}
		s.Kind = strings.Clone(v.Text(kind))
	}
	return s, nil
}
