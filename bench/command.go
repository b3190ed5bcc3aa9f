package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// commandTimes is what the command costs as a process.
type commandTimes struct {
	size   int64         // bytes of the stripped binary
	start  samples       // one file, from start to exit, in nanoseconds of the processor
	folder time.Duration // files files in a folder
}

// files is the number of files in the folder, filesSize the size of each.
const (
	files     = 10000
	filesSize = 600 // bytes
)

// timeCommand builds the command, stripped, and times it over one file and
// over a folder of many: the shortest of several runs.
func timeCommand(typical []byte, rounds int) (*commandTimes, error) {
	dir, err := os.MkdirTemp("", "linqlint-bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "linqlint")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", binary, ".")
	build.Dir = "../cmd/linqlint"
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as in a release: the process starts without a dynamic linker
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	info, err := os.Stat(binary)
	if err != nil {
		return nil, err
	}
	text := typical
	for len(text) < filesSize {
		text = append(text, ' ')
	}
	folder := filepath.Join(dir, "bodies")
	if err := os.Mkdir(folder, 0o755); err != nil {
		return nil, err
	}
	for i := range files {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("body%05d.json", i)), text, 0o644); err != nil {
			return nil, err
		}
	}
	t := &commandTimes{size: info.Size()}
	for range 5 * rounds {
		cmd := exec.Command(binary, filepath.Join(folder, "body00000.json"))
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%w: %s", err, out)
		}
		t.start = append(t.start, float64((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Nanoseconds()))
	}
	t.folder, err = leastRun(min(rounds, 7), binary, folder)
	return t, err
}

func leastRun(runs int, name string, args ...string) (least time.Duration, err error) {
	for range runs {
		cmd := exec.Command(name, args...)
		start := time.Now()
		out, err := cmd.CombinedOutput()
		if err != nil {
			return 0, fmt.Errorf("%w: %s", err, out)
		}
		if took := time.Since(start); least == 0 || took < least {
			least = took
		}
	}
	return least, nil
}
