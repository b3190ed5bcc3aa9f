// Command replay answers requests of the bridge natively, one a line on
// standard input, so that the page's tests can compare what a browser says. With
// the argument "reference" it answers those whose answers the page has as files.
package main

import (
	"bufio"
	"io"
	"log"
	"os"
	"slices"

	"github.com/linqlint/linqlint/internal/playground"
)

func main() {
	call := playground.Call
	if slices.Contains(os.Args[1:], "reference") {
		call = func(request []byte) []byte { return playground.Answer(request, reference) }
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
