package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// settleTime is how long nothing may change before a run: an editor that saves
// a file, or a branch that is switched, makes several changes.
const settleTime = 100 * time.Millisecond

// watch checks, and checks again whenever something changes, until the process
// is told to stop. The exit code is that of the last run.
func (a *app) watch(cmd *cobra.Command, flags *checkFlags, args []string) error {
	switch {
	case slices.Contains(args, source.Stdin):
		return usagef("--watch takes files and folders, not standard input")
	case flags.staged:
		return usagef("--watch looks at files in their folders, and --staged at what is about to be committed")
	case flags.fix || flags.diff || flags.partition != "" || flags.offset > 0:
		return usagef("--watch only checks: it takes no --fix, --diff, --partition or --offset")
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("--watch: %w", err)
	}
	defer w.Close()
	watched := watcher{events: w, flags: flags, written: flags.writtenFiles()}
	for i := range watched.written {
		watched.written[i] = source.Absolute(watched.written[i])
	}
	for _, arg := range source.Spelled(args) {
		if err := watched.add(arg); err != nil {
			return fmt.Errorf("--watch: %s: %s", arg, source.ErrorText(err))
		}
	}
	for {
		a.exit = ExitClean
		if err := a.checkOnce(cmd, flags, args); err != nil {
			return err
		}
		changed, err := watched.next(cmd.Context().Done())
		if err != nil {
			return fmt.Errorf("--watch: %w", err)
		}
		if changed == "" {
			return nil
		}
		a.say("%s changed", changed)
	}
}

// watcher waits for changes below what was named.
type watcher struct {
	events  *fsnotify.Watcher
	flags   *checkFlags
	written []string
	// files are the absolute paths of the files that were named themselves:
	// their folders are watched, since an editor replaces a file rather than
	// writing into it, and nothing else in those counts.
	files   []string
	folders []string // the absolute paths of the folders that were named
}

// add watches what an argument stands for; of a glob the folder in which it
// begins.
func (w *watcher) add(arg string) error {
	info, err := os.Stat(arg)
	if err != nil && strings.ContainsAny(arg, "*?[{") {
		arg = arg[:strings.IndexAny(arg, "*?[{")]
		arg = filepath.Dir(arg + "x")
		info, err = os.Stat(arg)
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		w.files = append(w.files, source.Absolute(arg))
		return w.events.Add(filepath.Dir(arg))
	}
	w.folders = append(w.folders, source.Absolute(arg))
	return w.tree(arg)
}

// tree watches a folder and those below it, apart from what a walk leaves out.
func (w *watcher) tree(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return nil // what cannot be read, the run itself reports
		}
		name := d.Name()
		if path != root && (name == ".git" || !w.flags.noIgnore && (name[0] == '.' || name == "node_modules")) {
			return filepath.SkipDir
		}
		return w.events.Add(path)
	})
}

// next waits for a change and returns what it is that changed, "" when done is
// closed first.
func (w *watcher) next(done <-chan struct{}) (changed string, err error) {
	var settled <-chan time.Time
	for {
		select {
		case <-done:
			return "", nil
		case err := <-w.events.Errors:
			return "", err
		case e := <-w.events.Events:
			if !w.counts(e) {
				continue
			}
			changed = e.Name
			settled = time.After(settleTime)
		case <-settled:
			return filepath.ToSlash(changed), nil
		}
	}
}

// counts reports whether an event is about something that is checked, and
// watches a folder that is new.
func (w *watcher) counts(e fsnotify.Event) bool {
	at := source.Absolute(e.Name)
	if e.Op == fsnotify.Chmod || slices.Contains(w.written, at) {
		return false
	}
	if slices.Contains(w.files, at) {
		return true
	}
	inside := slices.ContainsFunc(w.folders, func(folder string) bool { return strings.HasPrefix(at, strings.TrimSuffix(folder, "/")+"/") })
	if !inside {
		return false
	}
	if info, err := os.Stat(e.Name); err == nil && info.IsDir() && e.Has(fsnotify.Create) {
		// What cannot be watched is checked all the same, at the next change.
		_ = w.tree(e.Name)
	}
	return true
}
