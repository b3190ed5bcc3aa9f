// Package source finds the inputs of a run and cuts them into bodies.
//
// Finding: the arguments of the command (files, folders, globs, "-") become
// entries in a fixed order, with what Git ignores left out ([Finder]).
// Reading: a file is opened without the risk of hanging on a pipe ([Open]) and
// read whole ([ReadAll]) or, where a body is a line, in pieces that end at
// line ends ([Pieces]), so that memory does not grow with the file.
// Cutting: [Lines] and [Elements] yield the bodies of newline-delimited JSON
// and of a root array with their places in the file.
package source

import (
	"path/filepath"
	"slices"
	"strings"
)

// Format says how bodies lie in a file. The zero Format is invalid.
type Format uint8

// The formats.
const (
	JSON    Format = iota + 1 // one body is the whole file
	NDJSON                    // a body a line; blank lines count for nothing
	Array                     // the elements of a root array are the bodies
	Curl                      // a shell script that calls curl
	HAR                       // a capture of HTTP requests
	HTTP                      // a .http or .rest file
	Postman                   // a Postman collection
)

// formatNames are what --input takes, by format.
var formatNames = []string{JSON: "json", NDJSON: "ndjson", Array: "array", Curl: "curl", HAR: "har", HTTP: "http", Postman: "postman"}

// String returns the name that --input takes, or "invalid".
func (f Format) String() string {
	if f < JSON || f > Postman {
		return "invalid"
	}
	return formatNames[f]
}

// FormatNames returns what [ParseFormat] takes.
func FormatNames() []string { return slices.Clone(formatNames[JSON:]) }

// ParseFormat is the inverse of [Format.String]; ok is false for other names.
func ParseFormat(name string) (f Format, ok bool) {
	i := slices.Index(formatNames, name)
	return Format(max(i, 0)), i > 0
}

// extensions are those that a walk looks for, in lower case.
var extensions = map[string]Format{
	".json": JSON, ".jsonl": NDJSON, ".ndjson": NDJSON,
	".sh": Curl, ".bash": Curl, ".zsh": Curl, ".har": HAR, ".http": HTTP, ".rest": HTTP,
}

// FormatOf tells the format by the extension of path, in any case: JSON for one
// that says nothing. The extension of a compressed file is the one
// before .gz or .zst.
func FormatOf(path string) Format {
	if f, ok := extensions[strings.ToLower(filepath.Ext(uncompressedName(path)))]; ok {
		return f
	}
	return JSON
}

// taken reports whether a walk takes the file of this name.
func taken(name string) bool {
	_, ok := extensions[strings.ToLower(filepath.Ext(name))]
	return ok
}
