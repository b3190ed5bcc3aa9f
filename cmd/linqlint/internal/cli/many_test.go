package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// goodLine is a clean body.
const goodLine = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"Your order is ready."}]}}`

// TestTenThousandFiles walks 10000 files of 600 bytes in 100 folders. Every
// hundredth is wrong; each is found, in the order of paths.
func TestTenThousandFiles(t *testing.T) {
	dir := t.TempDir()
	var want []string
	for d := range 100 {
		folder := filepath.Join(dir, fmt.Sprintf("%02d", d))
		require.NoError(t, os.Mkdir(folder, 0o755))
		for f := range 100 {
			text := goodLine
			if f == 50 {
				text = strings.Replace(goodLine, "+12052532136", "x", 1)
				want = append(want, fmt.Sprintf("%02d/50.json:1:8:", d))
			}
			require.NoError(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%02d.json", f)), []byte(fmt.Sprintf("%-600s", text)), 0o644))
		}
	}
	t.Chdir(dir)
	began := time.Now()
	code, out, errs := linqlint("", "--format", "compact", ".")
	t.Logf("10000 files in %s", time.Since(began))
	require.Equal(t, 1, code, errs)
	var got []string
	for line := range strings.Lines(out) {
		place, _, _ := strings.Cut(line, " ")
		got = append(got, place)
	}
	require.Equal(t, want, got)
}
