// Package git asks Git which files have changed and what is about to be
// committed. It runs the program git, with the environment of this process: a
// hook's index is the one that counts.
package git

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// Repo is the repository around the current folder.
type Repo struct {
	ctx     context.Context
	top     string // absolute, with slashes
	anyCase bool   // a file is found by its name in any case
}

// Open finds the repository around the current folder. Its commands end with
// ctx.
func Open(ctx context.Context) (*Repo, error) {
	// Up, as "../../": the top that --show-toplevel names is not the folder that
	// a symbolic link led to.
	up, err := run(ctx, "rev-parse", "--show-cdup")
	if err != nil {
		return nil, err
	}
	top, err := filepath.Abs("./" + strings.TrimSpace(up))
	setting, _ := run(ctx, "config", "--type=bool", "core.ignorecase") // an error: it is not set
	return &Repo{ctx: ctx, top: filepath.ToSlash(top), anyCase: strings.TrimSpace(setting) == "true"}, err
}

// Fold returns what two spellings of an absolute path have in common: the
// folder may have been entered by another one than Git knows.
func (r *Repo) Fold(at string) string {
	if r.anyCase {
		return strings.ToLower(at)
	}
	return at
}

// diff is how changes are asked for: names as they are, and none of files that
// are gone.
var diff = []string{"diff", "--no-ext-diff", "-z", "--no-renames", "--diff-filter=d"}

// Since tells of a file at an absolute path whether it differs in the folder
// from what it was where the branch left a commit, or is one that Git does not
// know yet and does not ignore.
func (r *Repo) Since(commit string) (changed func(at string) bool, err error) {
	differ, err := r.run(append(diff[:len(diff):len(diff)], "--name-only", "--merge-base", commit, "--")...)
	if err != nil {
		return nil, err
	}
	others, err := r.run("ls-files", "-z", "--others", "--exclude-standard")
	if err != nil {
		return nil, err
	}
	files := map[string]bool{}
	for _, name := range append(fields(differ), fields(others)...) {
		files[r.Fold(path.Join(r.top, name))] = true
	}
	return func(at string) bool { return files[r.Fold(at)] }, nil
}

// fields cuts what -z has Git write.
func fields(listing string) []string {
	return strings.FieldsFunc(listing, func(r rune) bool { return r == 0 })
}

// run runs Git at the top of the repository and returns what it writes.
func (r *Repo) run(args ...string) (string, error) {
	return run(r.ctx, append([]string{"-C", r.top}, args...)...)
}

func run(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	return string(out), reason(err, errs.String())
}

// reason says what git said on its first line.
func reason(err error, said string) error {
	var failed *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return errors.New("git is not in PATH")
	case errors.As(err, &failed):
		first, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
		return errors.New("git: " + first)
	}
	return err
}
