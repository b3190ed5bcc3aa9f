package tools

import (
	"github.com/linqlint/linqlint/internal/body/share"
	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/wire"
)

// encode returns the payload of a share link; with "mask" handles are replaced.
//
//	{"op": "encode", "body", "kind"?, "mask"?}
//	{"payload", "body", "masked"}
func encode(a *playground.Args, w *wire.Writer) *playground.Fault {
	body, kind, f := a.Body()
	if f != nil {
		return f
	}
	mask, f := a.Flag("mask")
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
