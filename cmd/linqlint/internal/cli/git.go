package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/git"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// byGit reports whether Git says which files are checked.
func (f *checkFlags) byGit() bool { return f.staged || f.since != "" }

// byGitOnly makes a run take what Git says has changed: with --staged what is
// about to be committed, as it will be committed, and with --since the files of
// the folder that differ from what they were where the branch left that commit,
// those among them that Git does not know yet and does not ignore. done is to be
// called behind the run.
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

// gitFits refuses what does not go with --staged or --since.
func (f *checkFlags) gitFits(o *lint.Options) error {
	switch {
	case f.staged && f.since != "":
		return usagef("--staged and --since contradict each other")
	case slices.Contains(o.Args, source.Stdin):
		return usagef("--staged and --since are about files, not standard input")
	case strings.HasPrefix(f.since, "-"):
		return usagef("--since takes a commit, not %q", f.since)
	case f.staged && o.Fix == lint.FixFiles:
		return &usageError{
			message: "--staged judges what is about to be committed, and --fix would change the files beside it",
			hint:    "linqlint --staged --diff | git apply --index mends both, where they are the same; with --cached only what is committed",
		}
	case f.staged && o.Offset > 0:
		return usagef("--offset is a place in a file of the folder, and --staged reads what is about to be committed")
	}
	return nil
}
