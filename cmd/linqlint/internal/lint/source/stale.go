package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// tempPattern is the name of temporary files, as [os.CreateTemp] takes it.
const tempPattern = ".linqlint-*.tmp"

// started is when the process started. Temporary files that are older and not
// locked are from a run that was killed.
var started = time.Now()

// isTemp reports whether a name is that of a temporary file.
func isTemp(name string) bool {
	prefix, suffix, _ := strings.Cut(tempPattern, "*")
	random, ok := strings.CutPrefix(name, prefix)
	if ok {
		random, ok = strings.CutSuffix(random, suffix)
	}
	return ok && random != "" && strings.Trim(random, "0123456789") == ""
}

// removeStale removes the temporary files that killed runs left in a folder. A
// file that another run is writing is locked, and stays.
func removeStale(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if !isTemp(e.Name()) || e.Type() != 0 {
			continue
		}
		file := filepath.Join(dir, e.Name())
		if info, err := e.Info(); err == nil && info.ModTime().Before(started) && abandoned(file, info) {
			os.Remove(file)
		}
	}
}

// abandoned reports whether no other process has locked a temporary file.
func abandoned(file string, info fs.FileInfo) bool {
	f, opened, err := Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	return os.SameFile(info, opened) && tryLock(f, info)
}
