package source

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// unsupported is why files with these extensions are not read, and what to do.
var unsupported = sync.OnceValue(func() map[string]string {
	return map[string]string{
		".bat":   "Windows batch files are not supported; put the curl command into a shell script (.sh)",
		".cmd":   "Windows batch files are not supported; put the curl command into a shell script (.sh)",
		".ps1":   "PowerShell scripts are not supported; put the body into a .json file",
		".fish":  "fish scripts are not supported; put the curl command into a shell script (.sh)",
		".bru":   "Bruno files are not supported; export the collection from Bruno as a Postman collection",
		".hurl":  "Hurl files are not supported; put the request into a .http file",
		".saz":   "Fiddler archives are not supported; export the sessions as HAR",
		".jmx":   "JMeter plans are not supported; record the requests as HAR",
		".yaml":  "YAML is not supported; put examples into .json files",
		".yml":   "YAML is not supported; put examples into .json files",
		".pcap":  "packet captures are not supported; record the requests as HAR",
		".chlsj": "Charles sessions are not supported; export the session as HAR",
		".md":    "Markdown is not supported; put examples into .json files",
	}
})

// programs are the extensions of programs, whose requests are not read.
var programs = []string{
	".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".py", ".rb", ".php", ".go", ".java", ".kt", ".cs", ".rs", ".swift", ".ex", ".pl", ".lua",
}

const programsText = "programs are not supported; put the body into a .json file, or check it in the program (docs/other-languages.md)"

// CheckExtension returns an error for a file whose extension belongs to a format
// that is not supported.
func CheckExtension(path string) error {
	ext := strings.ToLower(filepath.Ext(uncompressedName(path)))
	if why := unsupported()[ext]; why != "" {
		return errors.New(why)
	}
	if slices.Contains(programs, ext) {
		return errors.New(programsText)
	}
	return nil
}
