// Package playground is what the playground calls: one JSON text in, one JSON text
// out, so that the same code answers in a browser's worker, in Node and in a
// native test. Every number that is a place in a text counts UTF-16 code
// units, which is what JavaScript counts.
//
// A request is an object whose "op" names an operation and whose other members
// are its arguments. The answer is {"ok": …} or
// {"error": {"code": …, "message": …}}.
package playground

import (
	"strconv"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// The codes of an error.
const (
	BadRequest  = "request"  // the request is no JSON object
	BadOp       = "op"       // there is no such operation
	BadArgument = "argument" // an argument is missing or wrong
	Refused     = "refused"  // the arguments are fine, but there is nothing to answer
	Panicked    = "panic"    // a fault of ours; the instance should not be used again
)

// Fault is what an operation fails with.
type Fault struct {
	Code    string // of the errors above
	Message string
}

// Operation reads its arguments and writes the value under "ok".
type Operation struct {
	Name string
	Run  func(*Args, *wire.Writer) *Fault
}

// MaxRequest is the longest request that is answered, in bytes. The largest
// body that makes sense is a small part of it.
const MaxRequest = 32 << 20

// Call answers a request for one of the playground's operations. It never
// panics and may be called concurrently; the answer does not alias the request.
func Call(request []byte) []byte { return Answer(request, operations) }

// Answer is [Call] for other operations than the playground's main ones.
func Answer(request []byte, operations []Operation) (answer []byte) {
	defer func() {
		if r := recover(); r != nil {
			answer = failed(&Fault{Panicked, "the engine failed: " + reason(r)})
		}
	}()
	if len(request) > MaxRequest {
		return failed(&Fault{BadRequest, "request has " + strconv.Itoa(len(request)) + " bytes, at most " + strconv.Itoa(MaxRequest) + " are read"})
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
	return failed(&Fault{BadOp, "there is no operation " + strconv.Quote(name)})
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

// reason names a recovered value without fmt.
func reason(r any) string {
	switch r := r.(type) {
	case error:
		return r.Error()
	case string:
		return r
	}
	return "unknown reason"
}

// fail panics on purpose, so that a page can test how it recovers.
func fail(*Args, *wire.Writer) *Fault { panic("asked to") }
