package cli

import (
	"io/fs"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
)

// site is the folder of a built page. It opens no file outside of the folder,
// whatever links are in it.
type site struct {
	root   *os.Root
	policy string // Content-Security-Policy
}

// defaultPolicy is for a page without a policy of its own.
const defaultPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'"

func newSite(dir string) (*site, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	page, err := root.ReadFile("index.html")
	if err != nil {
		root.Close()
		return nil, err
	}
	return &site{root: root, policy: pagePolicy(string(page)) + "; frame-ancestors 'none'"}, nil
}

// pagePolicy returns the policy in the page's meta element, so that the header
// allows what the page needs.
func pagePolicy(page string) string {
	_, after, _ := strings.Cut(page, `http-equiv="Content-Security-Policy"`)
	_, after, _ = strings.Cut(after, `content="`)
	policy, _, found := strings.Cut(after, `"`)
	if !found || policy == "" || strings.ContainsAny(policy, "\r\n") {
		return defaultPolicy
	}
	return policy
}

// handler serves the files of the site, compressed if the build left a
// compressed copy and the browser accepts it. It responds only to requests for
// addr: a name in another zone that resolves to this machine is refused.
func (s *site) handler(addr net.Addr) http.Handler {
	files := http.FileServerFS(s.root.FS())
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", s.policy)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		name := path.Clean("/" + r.URL.Path)
		switch {
		case !isHost(r.Host, addr):
			http.Error(w, "unknown host", http.StatusMisdirectedRequest)
			return
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			http.Error(w, "only GET and HEAD are allowed", http.StatusMethodNotAllowed)
			return
		case name != "/" && !s.isFile(name):
			http.NotFound(w, r)
			return
		}
		header.Set("Cache-Control", "no-cache")
		if strings.HasPrefix(name, "/assets/") { // names contain a hash of the content
			header.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		if kind := pageType(name); kind != "" {
			header.Set("Content-Type", kind)
		}
		if strings.Contains(r.Header.Get("Accept-Encoding"), "br") && r.Header.Get("Range") == "" && s.isFile(name+".br") {
			header.Set("Content-Encoding", "br")
			header.Set("Vary", "Accept-Encoding")
			r = r.Clone(r.Context())
			r.URL.Path = name + ".br"
		}
		files.ServeHTTP(w, r)
	})
}

// isFile reports whether a rooted path is a regular file of the site.
func (s *site) isFile(name string) bool {
	info, err := fs.Stat(s.root.FS(), strings.TrimPrefix(name, "/"))
	return err == nil && info.Mode().IsRegular()
}

// isHost reports whether a Host header names the address that the server
// listens on, or localhost with its port.
func isHost(host string, addr net.Addr) bool {
	if host == addr.String() {
		return true
	}
	_, port, err := net.SplitHostPort(addr.String())
	return err == nil && strings.EqualFold(host, net.JoinHostPort("localhost", port))
}

// pageType returns the media type of a file of the page, independently of the
// types that the machine has registered: browsers start a module only if it is
// application/wasm.
func pageType(name string) string {
	switch path.Ext(name) {
	case ".wasm":
		return "application/wasm"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".webmanifest":
		return "application/manifest+json"
	case "":
		return ""
	}
	return mime.TypeByExtension(path.Ext(name))
}
