// Package source finds the files of a run and splits them into bodies.
//
// A [Finder] turns the arguments of the command (files, folders, globs, "-")
// into entries in a fixed order, without what Git ignores. [Open] opens a file
// without hanging on a pipe; [ReadAll] reads it whole, and [Pieces] in pieces
// that end at line ends, so that memory does not grow with the file. [Lines] and
// [Elements] yield the bodies of newline-delimited JSON and of a root array with
// their positions in the file.
package source

import (
	"path/filepath"
	"slices"
	"strings"
)

// Format is how a file holds bodies. The zero Format is invalid.
type Format uint8

// The formats.
const (
	JSON    Format = iota + 1 // the file is one body
	NDJSON                    // one body per line; blank lines are ignored
	Array                     // the bodies are the elements of a root array
	Curl                      // a shell script that calls curl
	HAR                       // a capture of HTTP requests
	HTTP                      // a .http or .rest file
	Postman                   // a Postman collection
)

// formatNames are the values of --input, by format.
var formatNames = []string{JSON: "json", NDJSON: "ndjson", Array: "array", Curl: "curl", HAR: "har", HTTP: "http", Postman: "postman"}

// String returns the name that --input takes, or "invalid".
func (f Format) String() string {
	if f < JSON || f > Postman {
		return "invalid"
	}
	return formatNames[f]
}

// FormatNames returns the names that [ParseFormat] knows.
func FormatNames() []string { return slices.Clone(formatNames[JSON:]) }

// ParseFormat is the inverse of [Format.String]; ok is false for other names.
func ParseFormat(name string) (f Format, ok bool) {
	i := slices.Index(formatNames, name)
	return Format(max(i, 0)), i > 0
}

// formatByExtension returns the format of the files that have an extension; taken is
// false for one that a walk does not take.
func formatByExtension(ext string) (f Format, taken bool) {
	switch strings.ToLower(ext) {
	case ".json":
		return JSON, true
	case ".jsonl", ".ndjson":
		return NDJSON, true
	case ".sh", ".bash", ".zsh":
		return Curl, true
	case ".har":
		return HAR, true
	case ".http", ".rest":
		return HTTP, true
	}
	return JSON, false
}

// FormatOf returns the format by the extension of path, in any case; JSON for an
// unknown one. The extension of a compressed file is the one before .gz or .zst.
func FormatOf(path string) Format {
	f, _ := formatByExtension(filepath.Ext(uncompressedName(path)))
	return f
}

// taken reports whether a walk takes the file of this name.
func taken(name string) bool {
	_, ok := formatByExtension(filepath.Ext(name))
	return ok
}
