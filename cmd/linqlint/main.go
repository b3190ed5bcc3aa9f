// Command linqlint checks files of request bodies of Linq's Partner API v3.
// docs/cli.md says what it takes.
package main

import (
	"os"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/cli"
)

func main() {
	os.Exit(cli.Main(cli.Env{
		Args:   os.Args[1:],
		Stdin:  os.Stdin,
		Stdout: os.Stdout,
		Stderr: os.Stderr,
		Getenv: os.Getenv,
	}))
}
