package main

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/wire"
)

// endpoints gives what a fetch that checks bodies compares requests with, and
// what it responds with: where each kind's requests go, and the API's errors.
//
//	{"op": "endpoints"}
//	{"endpoints": [{"kind", "method", "path"}], "errors": [{"code", "status", "message", "doc_url"}], "other": 1003}
//
// "other" is the code of an error without one.
func endpoints(_ *playground.Args, w *wire.Writer) *playground.Fault {
	w.Open('{')
	w.Name("endpoints")
	w.Open('[')
	for i := range api.Kinds {
		k := &api.Kinds[i]
		if k.Path == "" {
			continue
		}
		w.Open('{')
		w.Member("kind", k.Name)
		w.Member("method", k.Method)
		w.Member("path", k.Path)
		w.Close('}')
	}
	w.Close(']')
	w.Name("errors")
	w.Open('[')
	for _, e := range api.Errors {
		w.Open('{')
		w.Name("code")
		w.Int(int64(e.Code))
		w.Name("status")
		w.Int(int64(e.Status))
		w.Member("message", e.Message)
		w.Member("doc_url", api.ErrorDocURL(e.Code))
		w.Close('}')
	}
	w.Close(']')
	w.Name("other")
	w.Int(api.CodeInvalidBody)
	w.Close('}')
	return nil
}
