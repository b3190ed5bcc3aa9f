package cli

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/body/share"
)

// openFlags are the flags of open.
type openFlags struct {
	addr, site string
	kind       choice
	print      bool
}

func (a *app) openCommand() *cobra.Command {
	f := openFlags{kind: choice{allowed: kindNames(), word: "KIND"}}
	cmd := &cobra.Command{
		Use:   "open [flags] FILE",
		Short: "Open a body in the playground, in the browser",
		Long: "open serves the playground on this machine and opens the body in FILE (- is standard\n" +
			"input) in it. The body travels in the part of the link behind the #, which not even\n" +
			"this server gets to see. It serves until it is interrupted.",
		Example:           "  linqlint open order.json\n  linqlint open --print order.json",
		Args:              oneFile("open"),
		ValidArgsFunction: completePaths,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.open(cmd.Context(), f, args[0]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", "127.0.0.1:0", "listen on `HOST:PORT`; port 0 takes a free one")
	flags.StringVar(&f.site, "site", "", "the `DIR` of the built page, instead of looking for web/dist here, above, and beside the program")
	flags.Var(&f.kind, "kind", "what the body is, instead of detecting it")
	flags.BoolVar(&f.print, "print", false, "print the link and do not start a browser")
	completeChoices(cmd, map[string][]string{"kind": f.kind.allowed})
	return cmd
}

// open serves the page until the context ends.
func (a *app) open(ctx context.Context, f openFlags, file string) error {
	host, _, err := net.SplitHostPort(f.addr)
	if err != nil {
		return usagef("--addr takes HOST:PORT, not %q", f.addr)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return usagef("--addr takes an address of this machine, such as 127.0.0.1:0, not %q", f.addr)
	}
	body, err := a.readBody(file)
	if err != nil {
		return fmt.Errorf("%s: %s", report.Visible(file), source.ErrorText(err))
	}
	if !utf8.Valid(body) {
		return fmt.Errorf("%s: it is not valid UTF-8, which a link cannot carry; linqlint check shows where", report.Visible(file))
	}
	site, err := findSite(f.site)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", f.addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", f.addr, err)
	}
	defer listener.Close()
	link, err := share.Link("http://"+listener.Addr().String()+"/", share.State{Body: string(body), Kind: f.kind.value})
	if err != nil {
		return err
	}
	fmt.Fprintf(a.env.Stdout, "linqlint open: %s\n", link)
	if !f.print {
		if err := startBrowser(link); err != nil {
			a.say("no browser could be started (%v): open the link above", err)
		}
	}
	server := &http.Server{Handler: pageHandler(site), ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("the server stopped: %w", err)
	case <-ctx.Done():
		return server.Close()
	}
}

// findSite returns the folder of the built page.
func findSite(given string) (string, error) {
	isSite := func(dir string) bool {
		info, err := os.Stat(filepath.Join(dir, "index.html"))
		return err == nil && info.Mode().IsRegular()
	}
	if given != "" {
		if !isSite(given) {
			return "", fmt.Errorf("there is no index.html in %s: make web builds the page into web/dist", report.Visible(given))
		}
		return given, nil
	}
	var starts []string
	if dir, err := os.Getwd(); err == nil {
		starts = append(starts, dir)
	}
	if program, err := os.Executable(); err == nil {
		starts = append(starts, filepath.Dir(program))
	}
	for _, dir := range starts {
		for {
			if site := filepath.Join(dir, "web", "dist"); isSite(site) {
				return site, nil
			}
			up := filepath.Dir(dir)
			if up == dir {
				break
			}
			dir = up
		}
	}
	return "", errors.New("the playground is not built: run make web in a clone of linqlint, then linqlint open there, or with --site CLONE/web/dist")
}

// pageHandler serves the files of dir, compressed where the build left a
// compressed copy and the browser takes it.
func pageHandler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
			return
		}
		name := path.Clean("/" + r.URL.Path)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-cache")
		if strings.HasPrefix(name, "/assets/") { // named after their content
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		if kind := pageType(name); kind != "" {
			w.Header().Set("Content-Type", kind)
		}
		if strings.Contains(r.Header.Get("Accept-Encoding"), "br") && r.Header.Get("Range") == "" {
			if info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)+".br")); err == nil && info.Mode().IsRegular() {
				w.Header().Set("Content-Encoding", "br")
				w.Header().Set("Vary", "Accept-Encoding")
				r = r.Clone(r.Context())
				r.URL.Path = name + ".br"
			}
		}
		files.ServeHTTP(w, r)
	})
}

// pageType is the media type of a file of the page. It does not depend on what
// the machine has registered: a module that is not application/wasm does not start.
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

// startBrowser opens a link the way the system does.
func startBrowser(link string) error {
	name, args := "xdg-open", []string{link}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", link}
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // its outcome is the browser's business
	return nil
}
