package ci

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"

	"github.com/stretchr/testify/require"
)

var whole = flag.Bool("whole", false, "compile goreleaser with all that it can publish to, most of which a snapshot does not need")

// uploaders are the packages of goreleaser that this release has no use for and that link three
// quarters of what goreleaser is compiled from, the libraries of clouds above all.
var uploaders = []string{"blob", "bluesky", "ko", "mcp", "notary"}

// nothing is such a package without its imports.
const nothing = `

import "github.com/goreleaser/goreleaser/v2/pkg/context"

type (
	Pipe  struct{}
	MacOS = Pipe
)

func New() Pipe { return Pipe{} }

func (Pipe) String() string                  { return "left out" }
func (Pipe) Skip(*context.Context) bool      { return true }
func (Pipe) Default(*context.Context) error  { return nil }
func (Pipe) Run(*context.Context) error      { return nil }
func (Pipe) Publish(*context.Context) error  { return nil }
func (Pipe) Announce(*context.Context) error { return nil }
`

// buildGoreleaser compiles goreleaser at the version of scripts/goreleaser without the uploaders,
// which takes a third of the time, and returns the program.
func (p *place) buildGoreleaser() string {
	p.t.Helper()
	script, err := os.ReadFile("../../scripts/goreleaser")
	require.NoError(p.t, err)
	found := regexp.MustCompile(`github\.com/goreleaser/goreleaser/v2@v[\d.]+`).FindString(string(script))
	require.NotEmpty(p.t, found)
	var module struct{ Dir string }
	require.NoError(p.t, json.Unmarshal([]byte(p.must(p.t.TempDir(), "go", "mod", "download", "-json", found)), &module))

	dir := p.t.TempDir()
	require.NoError(p.t, os.CopyFS(dir, os.DirFS(module.Dir)))
	for _, name := range uploaders {
		folder := filepath.Join(dir, "internal/pipe", name)
		require.DirExists(p.t, folder)
		require.NoError(p.t, os.RemoveAll(folder))
		require.NoError(p.t, os.Mkdir(folder, 0o755))
		require.NoError(p.t, os.WriteFile(filepath.Join(folder, name+".go"), []byte("package "+name+nothing), 0o644))
	}
	program := filepath.Join(p.t.TempDir(), "goreleaser")
	p.must(dir, "go", "build", "-o", program, ".")
	return program
}
