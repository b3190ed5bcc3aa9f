package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
)

// settleTime is how long nothing must change before a run: saving a file in an
// editor, or switching a branch, makes several changes.
const settleTime = 100 * time.Millisecond

// watch checks, and checks again whenever something changes, until the process
// is interrupted. The exit code is that of the last run.
func (a *app) watch(ctx context.Context, flags *checkFlags, args []string) error {
	switch {
	case slices.Contains(args, source.Stdin):
		return usagef("--watch cannot check standard input")
	case flags.staged:
		return usagef("--watch and --staged cannot be combined")
	case flags.fix || flags.diff || flags.partition != "" || flags.offset.value > 0:
		return usagef("--watch cannot be combined with --fix, --diff, --partition or --offset")
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
		if err := a.checkOnce(ctx, flags, args); err != nil {
			return err
		}
		changed, err := watched.next(ctx.Done())
		if err != nil {
			return fmt.Errorf("--watch: %w", err)
		}
		if changed == "" {
			return nil
		}
		a.say("%s changed", changed)
	}
}

// watcher waits for changes to the arguments.
type watcher struct {
	events  *fsnotify.Watcher
	flags   *checkFlags
	written []string
	// files are the absolute paths of arguments that are files. Their folders are
	// watched, since editors replace a file rather than writing to it; changes to
	// other files there are ignored.
	files   []string
	folders []string // the absolute paths of arguments that are folders
}

// add watches an argument; for a glob, the folder before its first wildcard.
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

// tree watches a folder and those below it that walks do not skip.
func (w *watcher) tree(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return nil // the run itself reports what cannot be read
		}
		if path != root && source.SkipsFolder(d.Name(), w.flags.noIgnore) {
			return filepath.SkipDir
		}
		return w.events.Add(path)
	})
}

// next waits for a change and returns the path that changed, or "" if done is
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

// counts reports whether an event is about something that is checked. It watches
// new folders.
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
		// What cannot be watched is still checked, at the next change.
		_ = w.tree(e.Name)
	}
	return true
}
