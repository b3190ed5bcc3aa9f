// Command replay runs operations of the playground natively, one request per line
// of standard input, so that the page's tests can compare the responses of a
// browser. With the argument "reference" it runs the operations whose responses
// the page has as files.
package main

import (
	"bufio"
	"io"
	"log"
	"os"
	"slices"

	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/playground/tools"
)

func main() {
	call := tools.Call
	if slices.Contains(os.Args[1:], "reference") {
		call = func(request []byte) []byte { return playground.Handle(request, reference) }
	}
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			if _, err := out.Write(append(call(line), '\n')); err != nil {
				log.Fatal(err)
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
