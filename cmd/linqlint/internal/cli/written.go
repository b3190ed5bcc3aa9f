package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// partitionFiles are what --partition writes, the clean bodies first.
var partitionFiles = []string{"clean.ndjson", "rejected.ndjson"}

// writtenFiles are the files that a run itself writes.
func (f *checkFlags) writtenFiles() []string {
	var files []string
	add := func(file string) {
		if file != "" {
			files = append(files, file)
		}
	}
	add(f.output)
	for _, format := range f.formats {
		_, file, _ := strings.Cut(format, "=")
		add(file)
	}
	if f.partition != "" {
		for _, name := range partitionFiles {
			add(filepath.Join(f.partition, name))
		}
	}
	return files
}

// protect keeps a run from writing over what it reads, and from reading what it
// writes: a walk would come by its own clean.ndjson and pass each body twice.
func (a *app) protect(written []string, flags *checkFlags, o *lint.Options) error {
	for i, file := range written {
		for _, other := range written[:i] {
			if sameFile(file, other) {
				return usagef("two outputs go to %s", file)
			}
		}
		for _, read := range append([]string{flags.config, flags.baseline}, o.Args...) {
			if read != source.Stdin && sameFile(file, read) {
				return usagef("%s is to be read, and would be written over", read)
			}
		}
		if in, ok := a.env.Stdin.(*os.File); ok && isOpenAs(in, file) {
			return usagef("%s is standard input, and would be written over", file)
		}
	}
	o.Finder.Written = written
	return nil
}

// sameFile reports whether two paths lead to one regular file, or will: devices
// and pipes may well be given twice.
func sameFile(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	before, err := os.Stat(a)
	if err != nil {
		return source.Absolute(a) == source.Absolute(b)
	}
	other, err := os.Stat(b)
	return err == nil && before.Mode().IsRegular() && os.SameFile(before, other)
}

// isOpenAs reports whether an open file is the regular file at a path.
func isOpenAs(open *os.File, path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	in, err := open.Stat()
	return err == nil && os.SameFile(in, info)
}

// holdsPayload reports whether a file, or its first line, is a payload: a report
// that is written over one was meant for another place. What cannot be read
// cannot be written either, which is said elsewhere; of a pipe, which may be read
// by nobody but us, nothing is read.
func holdsPayload(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	text, err := readWhole(path, defaultMaxSize)
	if err != nil {
		return false
	}
	line, _, _ := bytes.Cut(text, []byte{'\n'})
	finder := validate.New(validate.OnlyPayloads())
	return finder.JSON(text).Kind != "" || finder.JSON(line).Kind != ""
}
