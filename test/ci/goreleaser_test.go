package ci

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGoreleaser makes the release of this machine's target from the tagged tree, publishes
// nothing, and looks at what is in it.
func TestGoreleaser(t *testing.T) {
	p := newPlace(t)
	if !*whole {
		p.set("GORELEASER", p.buildGoreleaser())
	}
	clone := filepath.Join(t.TempDir(), "clone")
	p.must(p.dir, "git", "clone", "-q", "--branch", version, p.release, clone)
	p.must(clone, "scripts/goreleaser", "check")

	config, err := os.ReadFile(filepath.Join(clone, ".goreleaser.yaml"))
	require.NoError(t, err)
	here := strings.NewReplacer("goos: [linux, darwin, windows]", "goos: ["+runtime.GOOS+"]", "goarch: [amd64, arm64]", "goarch: ["+runtime.GOARCH+"]").Replace(string(config))
	require.NotEqual(t, string(config), here)
	file := filepath.Join(t.TempDir(), "goreleaser.yaml") // outside of the clone, whose version would be that of a changed tree
	require.NoError(t, os.WriteFile(file, []byte(here), 0o644))
	p.must(clone, "scripts/goreleaser", "release", "--snapshot", "--clean", "--config", file)

	dist := filepath.Join(clone, "dist")
	name := "linqlint_1.0.0_" + runtime.GOOS + "_" + runtime.GOARCH + ".tar.gz"
	out := t.TempDir()
	files := unpack(t, filepath.Join(dist, name), out)
	for _, want := range []string{"linqlint", "LICENSE", "README.md", "CHANGELOG.md", "completions/linqlint.bash", "completions/linqlint.zsh", "completions/linqlint.fish", "man/linqlint.1.gz", "man/linqlint-check.1.gz"} {
		require.Contains(t, files, want)
	}
	said, code := p.runIn(out, "./linqlint", "version")
	require.Zero(t, code, said)
	require.Contains(t, said, "linqlint "+version+" ")

	sums, err := os.ReadFile(filepath.Join(dist, "checksums.txt"))
	require.NoError(t, err)
	archive, err := os.ReadFile(filepath.Join(dist, name))
	require.NoError(t, err)
	sum := sha256.Sum256(archive)
	require.Contains(t, string(sums), hex.EncodeToString(sum[:])+"  "+name)
	for _, other := range []string{".deb", ".rpm", ".cdx.json"} {
		require.Contains(t, string(sums), other+"\n")
	}
	cask, err := os.ReadFile(filepath.Join(dist, "homebrew/Casks/linqlint.rb"))
	require.NoError(t, err)
	require.Contains(t, string(cask), hex.EncodeToString(sum[:]))

	bill, err := os.ReadFile(filepath.Join(dist, "linqlint_1.0.0.cdx.json"))
	require.NoError(t, err)
	var listed struct {
		Components []struct{ Name, Version string }
	}
	require.NoError(t, json.Unmarshal(bill, &listed))
	require.Contains(t, listed.Components, struct{ Name, Version string }{module, version})

	if _, err := os.Stat("/usr/bin/dpkg-deb"); err == nil {
		in := p.must(dist, "dpkg-deb", "-c", "linqlint_1.0.0_"+runtime.GOARCH+".deb")
		for _, want := range []string{"./usr/bin/linqlint\n", "./usr/share/man/man1/linqlint.1.gz\n", "./usr/share/bash-completion/completions/linqlint\n", "./usr/share/zsh/vendor-completions/_linqlint\n", "./usr/share/doc/linqlint/copyright\n"} {
			require.Contains(t, in, want)
		}
	}
}

// unpack writes the files of a tar.gz archive below dir and returns their names.
func unpack(t *testing.T, file, dir string) (names []string) {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return names
		}
		require.NoError(t, err)
		require.True(t, filepath.IsLocal(h.Name), h.Name)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		to := filepath.Join(dir, h.Name)
		require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o755))
		require.NoError(t, os.WriteFile(to, text, h.FileInfo().Mode()))
		names = append(names, h.Name)
	}
}
