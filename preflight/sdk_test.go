//go:build acceptance

package preflight_test

import (
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/preflight"
)

// TestSDKThroughProxy sends with the vendor's TypeScript SDK through a reverse
// proxy that has the Handler.
func TestSDKThroughProxy(t *testing.T) {
	dir := filepath.Join("..", "linqtest", "testdata", "sdk")
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "@linqapp", "sdk")); err != nil {
		t.Fatal("linqtest/testdata/sdk/node_modules is missing: run npm ci --prefix linqtest/testdata/sdk")
	}
	srv := linqtest.NewServer(t)
	target, err := url.Parse(srv.URL)
	require.NoError(t, err)
	proxy := httptest.NewServer(preflight.Handler(httputil.NewSingleHostReverseProxy(target)))
	defer proxy.Close()

	cmd := exec.Command("node", "proxy.mjs")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "LINQ_BASE_URL="+proxy.URL)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Len(t, srv.Sent(), 2, "the bad bodies did not reach the API")
}
