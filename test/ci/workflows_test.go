package ci

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestActionlint reads every workflow as GitHub does.
func TestActionlint(t *testing.T) {
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	p := newPlace(t)
	p.must(".", "env", append([]string{"GOWORK=off", "go", "tool", "actionlint"}, files...)...)
}

// outsiders are the actions of the workflows, at the commits that they are pinned to. What needs
// GitHub's servers does nothing here; artifacts go from one job to the next in a folder.
var outsiders = map[string][2]string{
	"actions/setup-go@d35c59abb061a4a6fb18e82ac0862c26744d6ab5":              {"go-version-file: {}, go-version: {}, cache: {}, cache-dependency-path: {}", ""},
	"actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020":            {"node-version: {required: true}, package-manager-cache: {}", ""},
	"actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b":       {"", ""},
	"actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa": {"path: {required: true}", `require("fs").accessSync(process.env.INPUT_PATH + "/index.html");`},
	"actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e":          {"", ""},
	"actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02":       {"name: {}, path: {required: true}, retention-days: {}", `require("fs").cpSync("dist", process.env.STORE, { recursive: true });`},
	"actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093":     {"name: {}, path: {required: true}", `require("fs").cpSync(process.env.STORE, process.env.INPUT_PATH, { recursive: true });`},
}

// programs are what the steps run and a test cannot: each writes its command line to CALLS, and
// leaves what the next step needs.
var programs = map[string]string{
	"sudo": "",
	"gh":   `[ -f "${@: -1}" ]`,
	"make": `[ "$1" != web ] || { mkdir -p web/dist; touch web/dist/index.html; }`,
	"go": `
case "$*" in *goreleaser*)
	cp "${@: -1}" "$STORE.notes"
	rm -rf dist; mkdir dist
	for os in linux darwin windows; do for arch in amd64 arm64; do
		exe=; [ $os != windows ] || exe=.exe
		mkdir "dist/$os-$arch"; echo "$os $arch" > "dist/$os-$arch/linqlint$exe"
		echo "{\"type\":\"Binary\",\"goos\":\"$os\",\"goarch\":\"$arch\",\"path\":\"dist/$os-$arch/linqlint$exe\"}"
	done; done | paste -sd, | sed 's/.*/[&]/' > dist/artifacts.json
esac`,
	"npm": `
case "$*" in
	pack*) exec "$NPM" "$@";;
	run*build) mkdir -p web/npm/dist; touch web/npm/dist/index.js;;
	run*package*) touch editors/vscode/linqlint.vsix;;
	publish*) [ -f "${@: -1}" ] || exit 1;;
esac`,
}

// runWorkflow runs the jobs of a workflow of the release in act, without containers, and returns
// the commands of its steps.
func runWorkflow(t *testing.T, name, event string) (calls []string, notes string) {
	t.Helper()
	p := newPlace(t)
	act := p.act()
	clone := filepath.Join(t.TempDir(), "clone")
	p.must(p.dir, "git", "clone", "-q", "--branch", version, p.release, clone)
	npm := strings.TrimSpace(p.must(".", "which", "npm"))

	bin, others, store := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "store")
	for program, script := range programs {
		text := "#!/usr/bin/env bash\nset -e\necho \"" + program + " $*\" >> \"$STORE.calls\"\n" + script + "\n"
		require.NoError(t, os.WriteFile(filepath.Join(bin, program), []byte(text), 0o755))
	}
	payload := filepath.Join(others, "event.json")
	require.NoError(t, os.WriteFile(payload, []byte(event), 0o644))
	args := []string{"push", "-W", ".github/workflows/" + name, "--eventpath", payload, "--no-cache-server", "--artifact-server-addr", "127.0.0.1",
		"--env", "STORE=" + store, "--env", "NPM=" + npm, "-s", "GITHUB_TOKEN=token"}
	for _, label := range []string{"ubuntu-24.04", "macos-15", "windows-2025"} {
		args = append(args, "-P", label+"=-self-hosted")
	}
	for action, definition := range outsiders {
		dir := filepath.Join(others, strings.ReplaceAll(action, "/", "-"))
		standIn(t, dir, definition[0], definition[1])
		args = append(args, "--local-repository", action+"="+dir)
	}
	p.set("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	out, code := p.runIn(clone, act, args...)
	require.Zero(t, code, out)
	text, err := os.ReadFile(store + ".calls")
	require.NoError(t, err, out)
	released, _ := os.ReadFile(store + ".notes")
	return strings.Split(strings.TrimSpace(string(text)), "\n"), string(released)
}

// TestReleaseWorkflow runs the workflow of a tag: goreleaser gets the notes of the version, and
// npm every package, the one that needs the others last.
func TestReleaseWorkflow(t *testing.T) {
	calls, notes := runWorkflow(t, "release.yml", `{"ref": "refs/tags/`+version+`"}`)
	require.Regexp(t, `^go run \S+/goreleaser/v2@v[\d.]+ release --clean --release-notes \S+/notes.md$`, calls[0])
	changes, err := os.ReadFile("../../CHANGELOG.md")
	require.NoError(t, err)
	require.NotEmpty(t, strings.TrimSpace(notes))
	require.Contains(t, string(changes), strings.TrimSpace(notes))

	var published []string
	for _, call := range calls {
		if file, found := strings.CutPrefix(call, "npm publish --access public --provenance --ignore-scripts --tag latest build/npm/"); found {
			published = append(published, file)
		}
	}
	require.Equal(t, []string{
		"linqlint-linux-x64-1.0.0.tgz", "linqlint-linux-arm64-1.0.0.tgz", "linqlint-darwin-x64-1.0.0.tgz", "linqlint-darwin-arm64-1.0.0.tgz",
		"linqlint-win32-x64-1.0.0.tgz", "linqlint-win32-arm64-1.0.0.tgz", "linqlint-1.0.0.tgz",
	}, published)

	all := strings.Join(calls, "\n") + "\n"
	require.Contains(t, all, "\nnpm run --prefix editors/vscode package -- --no-git-tag-version --no-update-package-json 1.0.0\n")
	require.Regexp(t, `\ngh release upload --repo \S+/\S+ v1\.0\.0 editors/vscode/linqlint\.vsix\n`, all)
	require.NotContains(t, all, "vsce publish", "without a token")
}

// TestPagesWorkflow runs the workflow that publishes the page.
func TestPagesWorkflow(t *testing.T) {
	calls, _ := runWorkflow(t, "pages.yml", `{"ref": "refs/heads/main"}`)
	require.Equal(t, []string{"make web"}, calls)
}

// TestCheckWorkflow runs the jobs of the gate, each on every system and Go version of its own.
func TestCheckWorkflow(t *testing.T) {
	calls, _ := runWorkflow(t, "check.yml", `{"ref": "refs/heads/main"}`)
	counts := make(map[string]int)
	for _, call := range calls {
		counts[call]++
	}
	require.Equal(t, map[string]int{
		"sudo --preserve-env=PATH,HOME,CI bash .ci/run":                                         1,
		"sudo --preserve-env=PATH,HOME,CI make setup web test-vscode test-firefox test-release": 1,
		"go test work":   3,
		"go vet ./...":   2,
		"go test ./...":  2,
		"make vulncheck": 1,
	}, counts)
}
