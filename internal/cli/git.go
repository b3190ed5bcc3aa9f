package cli

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"path"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/lint"
	"github.com/linqlint/linqlint/internal/source"
)

// byGit reports whether Git says which files are checked.
func (f *checkFlags) byGit() bool { return f.staged || f.since != "" }

// onlyChanged makes a run pass over the files that Git says are as they were:
// with --staged what is not about to be committed, with --since what is as it
// was where the branch left that commit. Files that Git does not know yet and
// does not ignore count as changed. They are read as they are in the folder.
func (a *app) onlyChanged(ctx context.Context, flags *checkFlags, o *lint.Options) error {
	switch {
	case !flags.byGit():
		return nil
	case flags.staged && flags.since != "":
		return usagef("--staged and --since contradict each other")
	case slices.Contains(o.Args, source.Stdin):
		return usagef("--staged and --since are about files, not standard input")
	case strings.HasPrefix(flags.since, "-"):
		return usagef("--since takes a commit, not %q", flags.since)
	}
	// Up, as "../../": the top that --show-toplevel names is not the folder that
	// a symbolic link led to.
	up, err := git(ctx, "rev-parse", "--show-cdup")
	if err != nil {
		return err
	}
	top := source.Absolute("./" + strings.TrimSpace(up))
	diff := []string{"-C", top, "diff", "--no-ext-diff", "--name-only", "-z", "--no-renames", "--diff-filter=d"}
	var listings [][]string
	if flags.staged {
		listings = append(listings, append(diff, "--cached"))
	} else {
		listings = append(listings, append(diff, "--merge-base", flags.since, "--"), []string{"-C", top, "ls-files", "-z", "--others", "--exclude-standard"})
	}
	fold := func(at string) string { return at }
	if setting, _ := git(ctx, "config", "--type=bool", "core.ignorecase"); strings.TrimSpace(setting) == "true" {
		fold = strings.ToLower // the folder may have been entered by another spelling
	}
	changed := map[string]bool{}
	for _, args := range listings {
		listed, err := git(ctx, args...)
		if err != nil {
			return err
		}
		for _, file := range strings.Split(listed, "\x00") {
			changed[fold(path.Join(top, file))] = true
		}
	}
	o.Finder.Only = func(at string) bool { return changed[fold(at)] }
	return nil
}

// git runs Git in the current folder and returns what it writes.
func git(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	var failed *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("--staged and --since need git in PATH")
	case errors.As(err, &failed):
		first, _, _ := strings.Cut(strings.TrimSpace(errs.String()), "\n")
		return "", errors.New("git: " + first)
	}
	return string(out), err
}
