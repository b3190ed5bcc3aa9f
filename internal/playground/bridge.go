// Package playground has the operations that the browser calls: a JSON text in, a
// JSON text out, so that the same code runs in a browser's worker, in Node and
// natively in tests. Offsets are in UTF-16 code units, as in JavaScript.
//
// A request is an object whose "op" names an operation and whose other members
// are its arguments. The response is {"ok": …} or
// {"error": {"code": …, "message": …}}.
package playground

import (
	"strconv"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// The codes of an error.
const (
	BadRequest  = "request"  // the request is not a JSON object
	BadOp       = "op"       // unknown operation
	BadArgument = "argument" // an argument is missing or wrong
	Refused     = "refused"  // valid arguments, but no result
	Panicked    = "panic"    // a bug; the instance must not be used again
)

// Fault is the error of an operation.
type Fault struct {
	Code    string // one of the codes above
	Message string
}

// Operation reads its arguments and writes the value under "ok".
type Operation struct {
	Name string
	Run  func(*Args, *wire.Writer) *Fault
}

// MaxRequest is the longest request that is handled, in bytes.
const MaxRequest = 32 << 20

// Handle runs one of the operations. It never panics and is safe for concurrent
// use; the response does not alias the request.
func Handle(request []byte, operations []Operation) (response []byte) {
	defer func() {
		if r := recover(); r != nil {
			response = failed(&Fault{Panicked, "the engine failed: " + reason(r)})
		}
	}()
	if len(request) > MaxRequest {
		return failed(&Fault{BadRequest, "request has " + strconv.Itoa(len(request)) + " bytes, but at most " + strconv.Itoa(MaxRequest) + " are allowed"})
	}
	a := &Args{}
	if f := a.view.Scan(request); f.Code != 0 {
		message, _ := f.Explain(request)
		return failed(&Fault{BadRequest, "request is not JSON: " + message})
	}
	if a.view.Nodes[0].Kind != scan.Object {
		return failed(&Fault{BadRequest, "request must be an object, not " + a.view.Nodes[0].Kind.String()})
	}
	name, f := a.Text("op")
	if f != nil {
		return failed(f)
	}
	for i := range operations {
		if operations[i].Name != name {
			continue
		}
		w := &wire.Writer{}
		w.Open('{')
		w.Name("ok")
		if f := operations[i].Run(a, w); f != nil {
			return failed(f)
		}
		w.Close('}')
		return w.B
	}
	return failed(&Fault{BadOp, "unknown operation " + strconv.Quote(name)})
}

func failed(f *Fault) []byte {
	var w wire.Writer
	w.Open('{')
	w.Name("error")
	w.Open('{')
	w.Member("code", f.Code)
	w.Member("message", f.Message)
	w.Close('}')
	w.Close('}')
	return w.B
}

// reason returns a recovered value as text, without package fmt.
func reason(r any) string {
	switch r := r.(type) {
	case error:
		return r.Error()
	case string:
		return r
	}
	return "unknown reason"
}

// fail panics, for tests of how a page recovers.
func fail(*Args, *wire.Writer) *Fault { panic("asked to") }
