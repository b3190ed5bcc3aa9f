// Package tools has the operations that a page asks for once its first
// diagnostics are drawn: fixes, forecast, code, splitting and links. A page has
// them in its second module; without them the engine is a tenth smaller.
package tools

import "github.com/linqlint/linqlint/internal/playground"

// Operations returns the operations of this package.
func Operations() []playground.Operation {
	return []playground.Operation{
		{Name: "fix", Run: fix},
		{Name: "apply", Run: apply},
		{Name: "forecast", Run: forecastOp},
		{Name: "code", Run: codeOp},
		{Name: "split", Run: split},
		{Name: "encode", Run: encode},
	}
}

// Call runs one of the operations of the engine and of this package, for those
// who have one module. It is as safe as [playground.Handle].
func Call(request []byte) []byte {
	return playground.Handle(request, append(playground.Operations(), Operations()...))
}
