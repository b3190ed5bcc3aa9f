package cli

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/body/share"
	"github.com/linqlint/linqlint/internal/wire"
)

// openFlags are the flags of open.
type openFlags struct {
	addr, site string
	kind       choice
	print      bool
}

func (a *app) openCommand() *cobra.Command {
	var f openFlags
	cmd := &cobra.Command{
		Use:   "open [flags] FILE",
		Short: "Open a body in the playground in a browser",
		Long: "open serves the playground on this machine and opens the body in FILE (- is standard\n" +
			"input) in it. The body is in the fragment of the link, which a browser does not send\n" +
			"to the server. The server runs until it is interrupted.",
		Example:           "  linqlint open order.json\n  linqlint open --print order.json",
		Args:              oneFile("open"),
		ValidArgsFunction: completePaths,
		RunE:              func(_ *cobra.Command, args []string) error { return a.open(f, args[0]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", "127.0.0.1:0", "listen on `HOST:PORT`; port 0 picks a free port")
	flags.StringVar(&f.site, "site", "", "the `DIR` of the built page; default: web/dist in the folder of the program")
	flags.BoolVar(&f.print, "print", false, "print the link without starting a browser")
	kindFlag(cmd, &f.kind)
	return cmd
}

// open serves the page until a signal comes.
func (a *app) open(f openFlags, file string) error {
	ctx, stop := untilSignal()
	defer stop()
	host, _, err := net.SplitHostPort(f.addr)
	if err != nil {
		return usagef("invalid --addr %q: must be HOST:PORT", f.addr)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return usagef("invalid --addr %q: must be a loopback address such as 127.0.0.1:0", f.addr)
	}
	body, err := a.readBody(file)
	if err != nil {
		return fmt.Errorf("%s: %s", wire.Visible(file), source.ErrorText(err))
	}
	if !utf8.Valid(body) {
		return fmt.Errorf("%s: not valid UTF-8, which a link cannot contain; linqlint check shows where", wire.Visible(file))
	}
	folder, err := findSite(f.site)
	if err != nil {
		return err
	}
	site, err := newSite(folder)
	if err != nil {
		return fmt.Errorf("%s: %s", wire.Visible(folder), source.ErrorText(err))
	}
	defer site.root.Close()
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
			a.say("cannot start a browser: %v; open the link above", err)
		}
	}
	server := &http.Server{Handler: site.handler(listener.Addr()), ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("the server stopped: %w", err)
	case <-ctx.Done():
		return server.Close()
	}
}

// findSite returns the folder of the built page: the one given, or the one that
// belongs to the program. The current folder is not searched, since its pages
// may come with a repository.
func findSite(given string) (string, error) {
	isSite := func(dir string) bool {
		info, err := os.Lstat(filepath.Join(dir, "index.html"))
		return err == nil && info.Mode().IsRegular()
	}
	if given != "" {
		if !isSite(given) {
			return "", fmt.Errorf("no index.html in %s; make web builds the page into web/dist", wire.Visible(given))
		}
		return given, nil
	}
	program, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("cannot find the page: %w", err)
	}
	dir := filepath.Join(filepath.Dir(program), "web", "dist")
	if !isSite(dir) {
		return "", fmt.Errorf("no page in %s; run make web in a clone of linqlint, then linqlint open --site CLONE/web/dist", wire.Visible(dir))
	}
	return dir, nil
}

// startBrowser opens a link with the system's program for links.
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
	go func() { _ = cmd.Wait() }() // release its resources
	return nil
}
