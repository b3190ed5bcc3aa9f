//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// mock starts `linqlint mock` and returns its URL and a function that stops it and
// returns the log.
func mock(t *testing.T, args ...string) (url string, stop func() string) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "linqlint") // TestMain goes by this name
	self, err := os.Executable()
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, program))
	cmd := exec.Command(program, append([]string{"mock", "--addr", "127.0.0.1:0"}, args...)...)
	var log bytes.Buffer
	cmd.Stderr = &log
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	_, url, found := strings.Cut(strings.TrimSpace(line), ": ")
	require.True(t, found, line)
	return url, func() string {
		require.NoError(t, cmd.Process.Signal(os.Interrupt))
		timer := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
		defer timer.Stop()
		require.NoError(t, cmd.Wait(), "%s", log.String())
		return log.String()
	}
}

func post(t *testing.T, url, token, body string) (int, string) {
	t.Helper()
	req, err := http.NewRequest("POST", url, strings.NewReader(body))
	require.NoError(t, err)
	req.Header.Set("Authorization", "Bearer "+token)
	res, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	defer res.Body.Close()
	response, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return res.StatusCode, string(response)
}

// TestMock runs the server, stops it, and runs it again on the same state.
func TestMock(t *testing.T) {
	const hello = `{"to":["+14155559876"],"message":{"idempotency_key":"k","parts":[{"type":"text","value":"hello"}]}}`
	state := filepath.Join(t.TempDir(), "state.json")
	url, stop := mock(t, "--token", "secret", "--state", state)
	status, first := post(t, url+"/v3/messages", "secret", hello)
	require.Equal(t, 202, status, first)
	status, _ = post(t, url+"/v3/messages", "guess", hello)
	require.Equal(t, 401, status)
	status, _ = post(t, url+"/v3/messages", "secret", `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}}`)
	require.Equal(t, 400, status)
	log := stop()
	require.Contains(t, log, "POST /v3/messages 202: accepted (")
	require.Contains(t, log, "POST /v3/messages 401 code 2004: Unauthorized")
	require.Contains(t, log, "POST /v3/messages 400 code 1004: parts-consecutive-text: /message/parts/1: ")
	require.NotContains(t, log, "secret")
	info, err := os.Stat(state)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())

	url, stop = mock(t, "--state", state)
	status, again := post(t, url+"/v3/messages", "any", hello)
	require.Equal(t, 202, status)
	require.Equal(t, first, again, "its idempotency key is in the state")
	require.Contains(t, stop(), "replayed by its idempotency key")
	left, err := os.ReadDir(filepath.Dir(state))
	require.NoError(t, err)
	require.Len(t, left, 1, "no temporary file stays")
}

// TestMockLocksItsState starts a second server on the state file of a running
// one, which refuses to start.
func TestMockLocksItsState(t *testing.T) {
	state := filepath.Join(t.TempDir(), "state.json")
	_, stop := mock(t, "--state", state)
	program := filepath.Join(t.TempDir(), "linqlint")
	self, err := os.Executable()
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, program))
	out, err := exec.Command(program, "mock", "--addr", "127.0.0.1:0", "--state", state).CombinedOutput()
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit)
	require.Equal(t, 3, exit.ExitCode())
	require.Contains(t, string(out), "another mock uses this file")
	stop()
	_, stop = mock(t, "--state", state)
	stop()
}
