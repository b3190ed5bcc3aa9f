package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/git"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// byGit reports whether Git selects the files to check.
func (f *checkFlags) byGit() bool { return f.staged || f.since != "" }

// byGitOnly restricts a run to what has changed: with --staged to what is about
// to be committed, read from the index, and with --since to the files of the
// working tree that differ from the merge base with that commit, including
// untracked files that are not ignored. The caller must call done after the run.
func (a *app) byGitOnly(ctx context.Context, flags *checkFlags, o *lint.Options) (done func(), err error) {
	done = func() {}
	if !flags.byGit() {
		return done, nil
	}
	if err := flags.gitFits(o); err != nil {
		return done, err
	}
	repo, err := git.Open(ctx)
	if err != nil {
		return done, err
	}
	if flags.since != "" {
		o.Finder.Only, err = repo.Since(flags.since)
		return done, err
	}
	index, err := repo.Staged()
	if err != nil {
		return done, err
	}
	o.Finder.Tree = index
	return index.Close, nil
}

// gitFits refuses what cannot be combined with --staged or --since.
func (f *checkFlags) gitFits(o *lint.Options) error {
	switch {
	case f.staged && f.since != "":
		return usagef("--staged and --since cannot be combined")
	case slices.Contains(o.Args, source.Stdin):
		return usagef("--staged and --since cannot check standard input")
	case strings.HasPrefix(f.since, "-"):
		return usagef("invalid --since %q: must be a commit", f.since)
	case f.staged && o.Fix == lint.FixFiles:
		return &usageError{
			message: "--staged checks the index and cannot be combined with --fix, which changes files",
			hint:    "linqlint --staged --diff | git apply --index fixes both, where they are equal; with --cached only the index",
		}
	case f.staged && o.Offset > 0:
		return usagef("--offset cannot be combined with --staged")
	}
	return nil
}
