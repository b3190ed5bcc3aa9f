// Command vet runs go vet's analyzers over packages as they are on other systems:
//
//	vet DIR GOOS/GOARCH=PATTERN[,PATTERN]...
//
// go vet compiles all that the packages import, down to the standard library, once per system.
// This reads the declarations of imports from their source and compiles nothing, so it takes
// seconds instead of minutes.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: vet DIR GOOS/GOARCH=PATTERN[,PATTERN]...")
		os.Exit(2)
	}
	failed := false
	for _, arg := range os.Args[2:] {
		system, patterns, _ := strings.Cut(arg, "=")
		found, err := vet(os.Args[1], system, strings.Split(patterns, ","))
		if err != nil {
			fmt.Fprintf(os.Stderr, "vet: %s: %v\n", system, err)
			failed = true
		}
		for _, problem := range found {
			fmt.Fprintf(os.Stderr, "%s: %s\n", system, problem)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}
