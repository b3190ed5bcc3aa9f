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
	"strings"
)

// Format says how bodies lie in a file. The zero Format is invalid.
type Format uint8

// The formats.
const (
	JSON   Format = iota + 1 // one body is the whole file
	NDJSON                   // a body a line; blank lines count for nothing
	Array                    // the elements of a root array are the bodies
)

// String returns the name that --input takes, or "invalid".
func (f Format) String() string {
	switch f {
	case JSON:
		return "json"
	case NDJSON:
		return "ndjson"
	case Array:
		return "array"
	}
	return "invalid"
}

// FormatNames returns what [ParseFormat] takes.
func FormatNames() []string { return []string{"json", "ndjson", "array"} }

// ParseFormat is the inverse of [Format.String]; ok is false for other names.
func ParseFormat(name string) (f Format, ok bool) {
	for f := JSON; f <= Array; f++ {
		if f.String() == name {
			return f, true
		}
	}
	return 0, false
}

// FormatOf tells the format by the extension of path: NDJSON for .jsonl and
// .ndjson in any case, else JSON.
func FormatOf(path string) Format {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jsonl", ".ndjson":
		return NDJSON
	}
	return JSON
}

// taken reports whether a walk takes the file of this name.
func taken(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json", ".jsonl", ".ndjson":
		return true
	}
	return false
}
