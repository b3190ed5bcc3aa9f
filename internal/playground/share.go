package playground

import (
	"github.com/linqlint/linqlint/internal/body/share"
	"github.com/linqlint/linqlint/internal/wire"
)

// encode returns the payload of a share link; with "mask" handles are replaced.
//
//	{"op": "encode", "body", "kind"?, "mask"?}
//	{"payload", "body", "masked"}
func encode(a *Args, w *wire.Writer) *Fault {
	body, kind, f := a.body()
	if f != nil {
		return f
	}
	mask, f := a.flag("mask")
	if f != nil {
		return f
	}
	masked := 0
	if mask {
		body, masked = share.Mask(body)
	}
	w.Open('{')
	w.Member("payload", string(share.Payload(share.State{Body: body, Kind: kind})))
	w.Member("body", body)
	w.Name("masked")
	w.Int(int64(masked))
	w.Close('}')
	return nil
}

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
