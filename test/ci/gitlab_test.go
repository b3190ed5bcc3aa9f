package ci

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGitLab runs the documentation's job in gitlab-ci-local, without
// containers. The server stands for the one that the include names.
func TestGitLab(t *testing.T) {
	p := newPlace(t)
	p.installByVersion()
	server := httptest.NewServer(http.StripPrefix("/"+version, http.FileServer(http.Dir(p.release))))
	defer server.Close()
	const remote = "https://raw.githubusercontent.com/linqlint/linqlint/"
	config := documented(t, "GitLab")
	require.Contains(t, config, remote+version)
	p.write(".gitlab-ci.yml", strings.Replace(config, remote, server.URL+"/", 1))
	p.must(p.dir, "git", "remote", "add", "origin", "https://gitlab.com/t/t.git")
	runner, err := filepath.Abs("node_modules/.bin/gitlab-ci-local")
	require.NoError(t, err)
	run := func() (out string, code int) {
		p.push()
		return p.run(runner, "--force-shell-executor")
	}

	out, code := run()
	require.Equal(t, 1, code, out)
	require.Contains(t, out, "payloads/bad one.json:1:7: error[to-empty]")
	text, err := os.ReadFile(filepath.Join(p.dir, "gl-code-quality-report.json"))
	require.NoError(t, err, out)
	var issues []struct {
		CheckName string `json:"check_name"`
		Location  struct{ Path string }
	}
	require.NoError(t, json.Unmarshal(text, &issues))
	require.Len(t, issues, 1)
	require.Equal(t, "payloads/bad one.json", issues[0].Location.Path)

	// The job has installed the version that the include names.
	out, code = p.run("bash", "-c", "linqlint version")
	require.Zero(t, code, out)
	require.Contains(t, out, "linqlint "+version+" ")

	p.must(p.dir, "git", "rm", "-q", "payloads/bad one.json")
	out, code = run()
	require.Zero(t, code, out)
}

// installByVersion lets go install fetch linqlint from Git into a cache of its
// own, since the machine's must not take this version for the published one;
// all else comes from the machine's.
func (p *place) installByVersion() {
	known := strings.Fields(p.must(".", "go", "env", "GOMODCACHE", "GOPROXY"))
	require.Len(p.t, known, 2)
	p.set("GOMODCACHE", p.t.TempDir(), "GOPROXY", "file://"+filepath.Join(known[0], "cache/download")+","+known[1],
		"GOPRIVATE", "github.com/linqlint", "GOSUMDB", "off")
}
