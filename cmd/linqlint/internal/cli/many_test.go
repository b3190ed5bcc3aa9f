package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	good = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"hi"}]}}`
	bad  = `{"to":[],"message":{"parts":[{"type":"text","value":"hi"}]}}`
)

// goodLine is a clean body.
const goodLine = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`

// TestManyFiles walks 1000 files in 20 folders.
func TestManyFiles(t *testing.T) { walkMany(t, 20, 50) }

// walkMany walks folders of files of 600 bytes. One file per folder is bad; each
// is found, in the order of paths.
func walkMany(t *testing.T, folders, files int) {
	t.Helper()
	dir := t.TempDir()
	var want []string
	for d := range folders {
		folder := filepath.Join(dir, fmt.Sprintf("%02d", d))
		require.NoError(t, os.Mkdir(folder, 0o755))
		for f := range files {
			text := goodLine
			if f == files/2 {
				text = strings.Replace(goodLine, "+12052532136", "x", 1)
				want = append(want, fmt.Sprintf("%02d/%02d.json:1:8:", d, f))
			}
			require.NoError(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%02d.json", f)), []byte(fmt.Sprintf("%-600s", text)), 0o644))
		}
	}
	t.Chdir(dir)
	code, out, errs := linqlint("", "--format", "compact", ".")
	require.Equal(t, 1, code, errs)
	var got []string
	for line := range strings.Lines(out) {
		place, _, _ := strings.Cut(line, " ")
		got = append(got, place)
	}
	require.Equal(t, want, got)
}
