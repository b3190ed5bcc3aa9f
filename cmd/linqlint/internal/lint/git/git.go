// Package git reads from Git which files have changed and what is about to be
// committed. It runs the program git with the environment of this process, so
// that in a hook the hook's index counts, and with settings under which Git runs
// no program that a repository names.
package git

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// Repo is the repository around the current folder.
type Repo struct {
	ctx     context.Context
	env     []string
	top     string // absolute, with slashes
	anyCase bool   // file names are case-insensitive
}

// Open finds the repository around the current folder. Canceling ctx ends its
// commands.
func Open(ctx context.Context) (*Repo, error) {
	// --show-cdup gives "../../"; --show-toplevel would resolve symbolic links.
	env := safeEnvironment(os.Environ(), nil)
	up, err := run(ctx, env, "rev-parse", "--show-cdup")
	if err != nil {
		return nil, err
	}
	top, err := filepath.Abs("./" + strings.TrimSpace(up))
	if err != nil {
		return nil, err
	}
	env = safeEnvironment(os.Environ(), filters(ctx, env))
	setting, _ := run(ctx, env, "config", "--type=bool", "core.ignorecase") // an error: it is not set
	return &Repo{ctx: ctx, env: env, top: filepath.ToSlash(top), anyCase: strings.TrimSpace(setting) == "true"}, nil
}

// Fold returns the same string for all spellings of an absolute path, if the
// repository ignores case.
func (r *Repo) Fold(at string) string {
	if r.anyCase {
		return strings.ToLower(at)
	}
	return at
}

// diff lists changes with names as they are, without deleted files.
var diff = []string{"diff", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "-z", "--no-renames", "--diff-filter=d"}

// Since returns a function that reports whether the file at an absolute path
// differs from the merge base with a commit, or is untracked and not ignored.
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

// fields splits a listing written with -z.
func fields(listing string) []string {
	return strings.FieldsFunc(listing, func(r rune) bool { return r == 0 })
}

// run runs git at the top of the repository and returns its output.
func (r *Repo) run(args ...string) (string, error) {
	return run(r.ctx, r.env, append([]string{"-C", r.top}, args...)...)
}

func run(ctx context.Context, env []string, args ...string) (string, error) {
	cmd := command(ctx, env, args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	return string(out), reason(err, errs.String())
}

// reason returns the first line of what git wrote to standard error.
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
