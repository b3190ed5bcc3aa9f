package playground

import (
	"github.com/linqlint/linqlint/internal/body/share"
	"github.com/linqlint/linqlint/internal/wire"
)

// decode reads the payload of a share link.
//
//	{"op": "decode", "payload"}
//	{"body", "kind"}
func decode(a *Args, w *wire.Writer) *Fault {
	payload, f := a.Text("payload")
	if f != nil {
		return f
	}
	s, err := share.ParsePayload([]byte(payload))
	if err != nil {
		return &Fault{Refused, err.Error()}
	}
	w.Open('{')
	w.Member("body", s.Body)
	w.Member("kind", s.Kind)
	w.Close('}')
	return nil
}
