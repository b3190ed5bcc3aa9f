//go:build acceptance

package code

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// TestCurl runs all generated commands in one shell against a local server.
func TestCurl(t *testing.T) {
	bodies := samples(t)
	server := newRecorder(t)
	var script strings.Builder
	script.WriteString("set -e\n")
	for _, s := range bodies {
		source, err := Write(Curl, []byte(s.body), validate.WithKind(s.kind))
		require.NoError(t, err, s.name)
		require.Equal(t, 1, strings.Count(source, api.BaseURL))
		script.WriteString(strings.Replace(source, api.BaseURL, server.URL, 1))
	}
	shell := exec.Command("sh")
	shell.Stdin = strings.NewReader(script.String())
	shell.Env = server.environment()
	out, err := shell.CombinedOutput()
	require.NoError(t, err, "%s", out)
	server.requireSent(t, bodies)
}
