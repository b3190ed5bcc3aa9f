package cli

import (
	"cmp"
	"os"
	"path/filepath"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// roots are the folders that paths are relative to in what other tools read.
type roots struct {
	git    source.Root // of the repository around the current folder; else the current folder
	report source.Root // of reports for CI services
	ci     bool        // a variable of a CI service sets report
}

// roots returns the roots of a run. Annotations of GitHub and GitLab are lost
// unless their paths are relative to the checkout, whatever folder the command
// runs in. A variable that names no folder of this machine, as local runners of CI
// files set it, does not count.
func (a *app) roots() roots {
	r := roots{git: source.NewRoot(gitRoot())}
	r.report = r.git
	if dir := cmp.Or(a.env.Getenv("GITHUB_WORKSPACE"), a.env.Getenv("CI_PROJECT_DIR")); isFolder(dir) {
		r.report, r.ci = source.NewRoot(dir), true
	}
	return r
}

func isFolder(dir string) bool {
	info, err := os.Stat(dir)
	return dir != "" && err == nil && info.IsDir()
}

// gitRoot returns the nearest folder from the current one upwards that is the root
// of a Git repository, or the current folder.
func gitRoot() string {
	here, err := os.Getwd()
	if err != nil {
		return "."
	}
	for dir := here; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return here
		}
	}
}

// rooted is a report whose paths are relative to a root.
type rooted struct {
	report.Writer
	root source.Root
}

// Batch writes b with its path relative to the root.
func (r rooted) Batch(b *report.Batch) error {
	moved := *b
	moved.Path = r.root.Path(b.Path)
	return r.Writer.Batch(&moved)
}
