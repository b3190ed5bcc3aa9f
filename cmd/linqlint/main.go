// Command linqlint checks files with request bodies of Linq's Partner API v3. Its
// reference is docs/cli.md.
package main

import (
	"os"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/cli"
	_ "github.com/linqlint/linqlint/cmd/linqlint/internal/stack"
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
