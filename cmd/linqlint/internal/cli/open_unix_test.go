//go:build unix

package cli_test

import (
	"bufio"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/body/share"
)

// TestOpen runs open in its own process over a page that is not the playground.
func TestOpen(t *testing.T) {
	site := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(site, "assets"), 0o755))
	const page = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'" /><title>page</title>`
	secret := filepath.Join(t.TempDir(), "secret")
	require.NoError(t, os.WriteFile(secret, []byte("secret"), 0o600))
	require.NoError(t, os.Symlink(secret, filepath.Join(site, "link.js")))
	require.NoError(t, os.Symlink(filepath.Dir(secret), filepath.Join(site, "linked")))
	for name, text := range map[string]string{"index.html": page, "assets/a.wasm": "wasm", "assets/a.wasm.br": "compressed"} {
		require.NoError(t, os.WriteFile(filepath.Join(site, name), []byte(text), 0o644))
	}
	file := filepath.Join(t.TempDir(), "order.json")
	const body = `{"message":{"parts":[{"type":"text","value":"Hi 🎉"}]}}`
	require.NoError(t, os.WriteFile(file, []byte(body), 0o644))

	program := filepath.Join(t.TempDir(), "linqlint") // TestMain goes by this name
	self, err := os.Executable()
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, program))
	cmd := exec.Command(program, "open", "--print", "--kind", "chats.messages.send", "--site", site, file)
	cmd.Stderr = os.Stderr // empty unless the test fails
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	link, found := strings.CutPrefix(strings.TrimSpace(line), "linqlint open: ")
	require.True(t, found, line)
	base, fragment, found := strings.Cut(link, "#")
	require.True(t, found, link)
	state, err := share.Parse(fragment)
	require.NoError(t, err)
	require.Equal(t, share.State{Body: body, Kind: "chats.messages.send"}, state)

	get := func(path, encoding string) (string, http.Header) {
		req, err := http.NewRequest("GET", base+path, nil)
		require.NoError(t, err)
		req.Header.Set("Accept-Encoding", encoding)
		res, err := http.DefaultTransport.RoundTrip(req)
		require.NoError(t, err)
		defer res.Body.Close()
		text, err := io.ReadAll(res.Body)
		require.NoError(t, err)
		return string(text), res.Header
	}
	text, header := get("", "identity")
	require.Equal(t, page, text)
	require.Equal(t, "default-src 'none'; script-src 'self'; frame-ancestors 'none'", header.Get("Content-Security-Policy"))
	require.Equal(t, "nosniff", header.Get("X-Content-Type-Options"))
	require.Equal(t, "DENY", header.Get("X-Frame-Options"))
	text, header = get("assets/a.wasm", "gzip, br")
	require.Equal(t, "compressed", text)
	require.Equal(t, "br", header.Get("Content-Encoding"))
	require.Equal(t, "application/wasm", header.Get("Content-Type"))
	text, header = get("assets/a.wasm", "gzip")
	require.Equal(t, "wasm", text)
	require.Equal(t, "application/wasm", header.Get("Content-Type"))
	for _, path := range []string{"../../../../etc/passwd", "link.js", "linked/secret", "linked/", "assets/", "assets", "%2e%2e/secret", ".", "index.html/x"} {
		text, _ = get(path, "identity")
		require.NotContains(t, text, "root:", path)
		require.NotContains(t, text, "secret", path)
		require.NotContains(t, text, "a.wasm", path)
	}
	for host, want := range map[string]int{"evil.example": 421, "": 200, "localhost:" + portOf(t, base): 200, "localhost": 421, "127.0.0.1": 421} {
		req, err := http.NewRequest("GET", base, nil)
		require.NoError(t, err)
		req.Host = host
		res, err := http.DefaultTransport.RoundTrip(req)
		require.NoError(t, err)
		res.Body.Close()
		require.Equal(t, want, res.StatusCode, host)
	}

	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	require.NoError(t, cmd.Wait())
}

func portOf(t *testing.T, base string) string {
	t.Helper()
	u, err := url.Parse(base)
	require.NoError(t, err)
	return u.Port()
}

// TestOpenIgnoresTheCurrentFolder: a page in a checkout is not the playground.
func TestOpenIgnoresTheCurrentFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.MkdirAll("web/dist", 0o755))
	require.NoError(t, os.WriteFile("web/dist/index.html", []byte("<title>evil</title>"), 0o644))
	require.NoError(t, os.WriteFile("a.json", []byte("{}"), 0o644))
	code, out, errs := linqlint("", "open", "--print", "a.json")
	require.Equal(t, 3, code)
	require.Empty(t, out)
	require.Contains(t, errs, "no page in ")
}

func TestOpenRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.json")
	require.NoError(t, os.WriteFile(file, []byte("{}"), 0o644))
	bad := filepath.Join(t.TempDir(), "bad.json")
	require.NoError(t, os.WriteFile(bad, []byte("{\xff}"), 0o644))
	empty := t.TempDir()
	tests := []struct {
		name string
		args []string
		code int
		says string
	}{
		{"no file", []string{"open"}, 2, "open requires one file"},
		{"a page that is not built", []string{"open", "--print", "--site", empty, file}, 3, "make web builds the page into web/dist"},
		{"an address that others reach", []string{"open", "--addr", "0.0.0.0:0", file}, 2, "must be a loopback address"},
		{"no address", []string{"open", "--addr", "8080", file}, 2, "must be HOST:PORT"},
		{"no such body", []string{"open", filepath.Join(empty, "none.json")}, 3, "none.json"},
		{"bytes that no link carries", []string{"open", "--site", empty, bad}, 3, "not valid UTF-8"},
		{"an unknown kind", []string{"open", "--kind", "mail", file}, 2, "mail"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, _, errs := linqlint("", test.args...)
			require.Equal(t, test.code, code, errs)
			require.Contains(t, errs, test.says)
		})
	}
}
