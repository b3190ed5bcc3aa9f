// Command replay answers requests of the bridge natively, one a line on
// standard input, so that the page's tests can compare what a browser says.
package main

import (
	"bufio"
	"io"
	"log"
	"os"

	"github.com/linqlint/linqlint/internal/bridge"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			if _, err := out.Write(append(bridge.Call(line), '\n')); err != nil {
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
