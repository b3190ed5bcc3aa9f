package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// partitionFiles are what --partition writes, the clean bodies first.
var partitionFiles = []string{"clean.ndjson", "rejected.ndjson"}

// writtenFiles returns the files that the run writes.
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

// checkOutputConflicts refuses to overwrite an input, and excludes the outputs
// from walks: a walk would find its own clean.ndjson and check each body twice.
func (a *app) checkOutputConflicts(written []string, flags *checkFlags, o *lint.Options) error {
	folders := []string{"."}
	for _, arg := range o.Args {
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			folders = append(folders, arg)
		}
	}
	for i, file := range written {
		if err := source.CheckOutputFolder(file, folders...); err != nil {
			return fmt.Errorf("cannot write %s: %w", file, err)
		}
		for _, other := range written[:i] {
			if sameFile(file, other) {
				return usagef("%s is the file of two outputs", file)
			}
		}
		for _, read := range append([]string{flags.config, flags.baseline}, o.Args...) {
			if read != source.Stdin && sameFile(file, read) {
				return usagef("%s is both an input and an output", read)
			}
		}
		if in, ok := a.env.Stdin.(*os.File); ok && isOpenAs(in, file) {
			return usagef("%s is both standard input and an output", file)
		}
	}
	o.Finder.Written = written
	return nil
}

// sameFile reports whether two paths are, or will be, one regular file. A
// device or a pipe may be given twice.
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

// outputs are the files that a run writes. No file is emptied before all of
// them are open, so that a run that cannot start destroys no earlier report.
type outputs struct {
	files   []*os.File
	empty   []*os.File // to be emptied
	created []string
}

// openReport opens a file for a report, unless it holds a payload.
func (o *outputs) openReport(name string) (*os.File, error) {
	if holdsPayload(name) {
		return nil, usagef("%s holds a payload; a report would overwrite it", name)
	}
	return o.open(name)
}

// open opens a file that is emptied when the run starts.
func (o *outputs) open(name string) (*os.File, error) {
	f, err := o.openAt(name, os.O_RDWR)
	if err == nil {
		o.empty = append(o.empty, f)
	}
	return f, err
}

// openAppending opens a file that the run adds to.
func (o *outputs) openAppending(name string) (*os.File, error) {
	return o.openAt(name, os.O_WRONLY|os.O_APPEND)
}

func (o *outputs) openAt(name string, mode int) (*os.File, error) {
	if err := checkOutputName(name); err != nil {
		return nil, err
	}
	if err := source.CheckOutput(name, "."); err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", name, err)
	}
	f, err := os.OpenFile(name, mode|os.O_CREATE|os.O_EXCL, 0o644)
	if err == nil {
		o.created = append(o.created, name)
	} else if errors.Is(err, fs.ErrExist) {
		f, err = os.OpenFile(name, mode, 0)
	}
	if err != nil {
		return nil, cannotWrite(name, err)
	}
	o.files = append(o.files, f)
	return f, nil
}

// begin empties the files that are not appended to.
func (o *outputs) begin() error {
	for _, f := range o.empty {
		if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
			continue // a device or a pipe
		}
		if err := f.Truncate(0); err != nil {
			return cannotWrite(f.Name(), err)
		}
	}
	return nil
}

// abandon closes the files and removes those that did not exist before.
func (o *outputs) abandon() {
	for _, f := range o.files {
		f.Close()
	}
	for _, name := range o.created {
		os.Remove(name)
	}
}

// checkOutputName refuses what is not the name of a file.
func checkOutputName(name string) error {
	switch name {
	case "":
		return usagef("the name of an output file is empty")
	case source.Stdin:
		return usagef("- is not the name of an output file; use ./- for a file with that name")
	}
	return nil
}

// writeWhole writes a file atomically: it has all of data, or stays as it was.
func writeWhole(name string, data []byte) error {
	if err := checkOutputName(name); err != nil {
		return err
	}
	if holdsPayload(name) {
		return usagef("%s holds a payload, which would be overwritten", name)
	}
	if err := source.CheckOutputFolder(name, "."); err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return cannotWrite(name, err)
	}
	defer os.Remove(f.Name()) // fails after the rename
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return cannotWrite(name, err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return cannotWrite(name, err)
	}
	return nil
}

// cannotWrite names a file once: the errors of package os name it too, with the
// call that failed.
func cannotWrite(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("cannot write %s: %w", name, err)
}

// holdsPayload reports whether a file, or its first line, is a payload: a report
// that would overwrite one was meant for another file. A pipe is not read, since
// it may have no other reader.
func holdsPayload(path string) bool {
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	text, err := readWhole(path, defaultMaxSize)
	if err != nil {
		return false
	}
	line, _, _ := bytes.Cut(text, []byte{'\n'})
	finder := validate.New(validate.WithOnlyPayloads())
	return finder.JSON(text).Kind != "" || finder.JSON(line).Kind != ""
}
