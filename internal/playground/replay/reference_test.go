package main

import (
	"testing"

	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/playground/contract"
)

func TestContract(t *testing.T) {
	call := func(request []byte) []byte { return playground.Handle(request, reference) }
	contract.Test(t, "../../../testdata/bridge/reference.json", call, reference)
}
