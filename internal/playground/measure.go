package playground

import (
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// measure returns the lengths of each of "texts" and the starts of its grapheme
// clusters.
//
//	{"op": "measure", "texts": [string…]}
//	[{"code_points", "units", "clusters": [start…]}…]
//
// The starts are in UTF-16 code units.
func measure(a *Args, w *wire.Writer) *Fault {
	at := a.find("texts")
	if at < 0 || a.view.Nodes[at].Kind != scan.Array {
		return &Fault{BadArgument, `"texts" must be an array of strings`}
	}
	var x decorations.Index
	w.Open('[')
	for k := at + 1; k < int(a.view.Nodes[at].Next); k = int(a.view.Nodes[k].Next) {
		if a.view.Nodes[k].Kind != scan.String {
			return &Fault{BadArgument, `"texts" holds ` + a.view.Nodes[k].Kind.String() + ", expected strings only"}
		}
		x.Reset(a.view.Text(k))
		w.Open('{')
		w.Name("code_points")
		w.Int(int64(x.CodePointLen()))
		w.Name("units")
		w.Int(int64(x.UTF16Len()))
		w.Name("clusters")
		w.Open('[')
		for off := 0; off < x.UTF16Len(); off++ {
			if off == 0 || !x.SplitsGrapheme(off) {
				w.Int(int64(off))
			}
		}
		w.Close(']')
		w.Close('}')
	}
	w.Close(']')
	return nil
}
