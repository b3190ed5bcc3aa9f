// Package ci runs the files for pre-commit, GitHub and GitLab with programs that read them as
// the services do, and installs a release. The addresses and versions in those files lead to a
// release that scripts/release makes from the checkout, including uncommitted changes.
//
// It is a module of its own because act is large.
package ci

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	address = "https://github.com/linqlint/linqlint"
	version = "v1.0.0" // the one of docs/ci.md
)

// The payloads of a place.
const (
	good = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"Hi"}]}}`
	bad  = `{"to":[],"message":{"parts":[{"type":"text","value":"Hi"}]}}`
)

// place is somebody's repository, with a payload that is right, one that is
// wrong, and a JSON file that is none.
type place struct {
	t       *testing.T
	dir     string
	release string // the published linqlint
	env     []string
}

func newPlace(t *testing.T) *place {
	t.Helper()
	home := t.TempDir()
	released, err := release()
	require.NoError(t, err)
	p := &place{t: t, dir: t.TempDir(), release: released, env: os.Environ()}
	p.goFromCache(home)
	p.set("GOWORK", "", "HOME", home, "XDG_CONFIG_HOME", "", "GIT_CONFIG_NOSYSTEM", "1", "NO_COLOR", "1")
	config := fmt.Sprintf("[user]\nname = t\nemail = t@example.com\n[init]\ndefaultBranch = main\n[url \"file://%s\"]\ninsteadOf = %s\n", p.release, address)
	require.NoError(t, os.WriteFile(filepath.Join(home, ".gitconfig"), []byte(config), 0o644))

	p.write("payloads/good.json", good)
	p.write("payloads/bad one.json", bad)
	p.write("package.json", `{"name":"x"}`)
	p.must(p.dir, "git", "init", "-q", ".")
	return p
}

// shared are folders for all tests.
var shared []string

func sharedDir(name string) (string, error) {
	dir, err := os.MkdirTemp("", name)
	if err == nil {
		shared = append(shared, dir)
	}
	return dir, err
}

// release makes a release from the checkout, uncommitted changes included, once for all tests
// and returns its Git repository.
var release = sync.OnceValues(func() (string, error) {
	dir, err := sharedDir("linqlint-release")
	if err != nil {
		return "", err
	}
	cmd := exec.Command("bash", "-euo", "pipefail", "-c", `
		git ls-files -z --cached --others --exclude-standard |
			rsync -a --from0 --files-from=- --ignore-missing-args . "$1"
		cd "$1"
		sed -i "s/^## Unreleased/## $2/" CHANGELOG.md
		git init -q .
		git config user.name t && git config user.email t@example.com
		git add -A
		git commit -qm "changelog: $2"
		scripts/release "$2"
		git tag "${2%%.*}" "$2^{commit}"`, "bash", dir, version)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		return dir, fmt.Errorf("%w: %s", err, out)
	}
	return dir, nil
})

// act is the folder of nektos/act, which is built once for all tests.
var act = sync.OnceValues(func() (string, error) {
	dir, err := sharedDir("linqlint-act")
	if err != nil {
		return "", err
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", dir, "github.com/nektos/act")
	cmd.Env = append(os.Environ(), "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		return dir, fmt.Errorf("%w: %s", err, out)
	}
	return dir, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	for _, dir := range shared {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

// act returns the program act.
func (p *place) act() string {
	p.t.Helper()
	dir, err := act()
	require.NoError(p.t, err)
	return filepath.Join(dir, "act")
}

// goFromCache lets Go install into home with the modules and the compiled
// packages that the machine has. Paths are left out of what is compiled, or
// each folder would be compiled anew.
func (p *place) goFromCache(home string) {
	p.t.Helper()
	known := strings.Fields(p.must(".", "go", "env", "GOENV", "GOCACHE", "GOMODCACHE"))
	require.Len(p.t, known, 3)
	p.set("GOENV", known[0], "GOCACHE", known[1], "GOMODCACHE", known[2], "GOPATH", filepath.Join(home, "go"), "GOBIN", "",
		"GOFLAGS", "-trimpath -modcacherw -buildvcs=false",
		"PATH", filepath.Join(home, "go/bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// set sets variables of the environment, names and values by turns.
func (p *place) set(pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		p.env = append(p.env, pairs[i]+"="+pairs[i+1])
	}
}

func (p *place) write(name, text string) {
	p.t.Helper()
	file := filepath.Join(p.dir, name)
	require.NoError(p.t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(p.t, os.WriteFile(file, []byte(text), 0o644))
}

// run runs a program in the place and returns what it wrote and its exit code.
func (p *place) run(name string, args ...string) (out string, code int) {
	p.t.Helper()
	return p.runIn(p.dir, name, args...)
}

func (p *place) runIn(dir, name string, args ...string) (out string, code int) {
	p.t.Helper()
	cmd := exec.Command(name, args...)
	var text bytes.Buffer
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = dir, p.env, &text, &text
	if err := cmd.Run(); err != nil {
		require.IsType(p.t, &exec.ExitError{}, err, "make setup installs what these tests need")
	}
	return text.String(), cmd.ProcessState.ExitCode()
}

// must is runIn for what has to succeed.
func (p *place) must(dir, name string, args ...string) string {
	p.t.Helper()
	out, code := p.runIn(dir, name, args...)
	require.Zero(p.t, code, out)
	return out
}

// push commits all that is in the place.
func (p *place) push() {
	p.t.Helper()
	p.must(p.dir, "git", "add", ".")
	p.must(p.dir, "git", "commit", "-q", "-m", "push")
}

// documented returns the first block of YAML below a heading of docs/ci.md.
func documented(t *testing.T, heading string) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/ci.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(text), "\n## "+heading+"\n")
	require.True(t, found)
	_, block, found := strings.Cut(section, "```yaml\n")
	require.True(t, found)
	block, _, _ = strings.Cut(block, "```")
	return block
}
