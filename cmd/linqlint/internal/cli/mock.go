package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock"
)

// mockFlags are the flags of mock.
type mockFlags struct {
	addr, state   string
	tokens, lines []string
}

const (
	// saveInterval is how often a changed state is written while the server runs.
	saveInterval = 2 * time.Second
	// stopTimeout is how long requests under way may take after a signal.
	stopTimeout = 5 * time.Second
)

func (a *app) mockCommand() *cobra.Command {
	var f mockFlags
	cmd := &cobra.Command{
		Use:   "mock [flags]",
		Short: "Serve a stand-in for the API, to test against in any language",
		Long: "mock serves a stand-in for the API: it checks each request by the rules, answers\n" +
			"in the documented shapes and keeps chats and messages. Point a client's base URL\n" +
			"at it; any bearer token will do unless --token names some. The page at / shows\n" +
			"the conversations. POST /_mock/COMMAND makes things happen: fault, cut,\n" +
			"drop_response, flag, unflag, opt_out, opt_in, reset; GET /_mock/sent lists what was\n" +
			"accepted.",
		Example: "  linqlint mock --addr 127.0.0.1:8080\n  curl -d '{\"code\":1007,\"retry_after\":2}' -H 'Authorization: Bearer x' http://127.0.0.1:8080/_mock/fault",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("mock takes no argument")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.mock(cmd.Context(), f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", "127.0.0.1:8080", "listen on `HOST:PORT`; port 0 takes a free one; a host other than this machine needs --token")
	flags.StringArrayVar(&f.tokens, "token", nil, "accept this bearer `TOKEN` and no other; may be repeated")
	flags.StringArrayVar(&f.lines, "line", nil, "a `NUMBER` (E.164) of the account; may be repeated; without one every from is taken")
	flags.StringVar(&f.state, "state", "", "keep chats and messages in `FILE`")
	return cmd
}

// phone is what the API takes as a line.
var phone = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(api.ChatsCreateBody.Members[api.SendFrom].Pattern)
})

// mock serves until the context ends.
func (a *app) mock(ctx context.Context, f mockFlags) error {
	if _, _, err := net.SplitHostPort(f.addr); err != nil {
		return usagef("--addr takes HOST:PORT, not %q", f.addr)
	}
	for _, line := range f.lines {
		if !phone().MatchString(line) {
			return usagef("--line takes an E.164 number such as +12025550100, not %q", line)
		}
	}
	listener, err := net.Listen("tcp", f.addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", f.addr, err)
	}
	defer listener.Close()
	m := &mockServer{app: a}
	config := mock.Config{Tokens: f.tokens, Lines: f.lines, Log: m.log}
	if tcp, ok := listener.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		if len(f.tokens) == 0 {
			return usagef("--addr %s can be reached from other machines, which needs --token", f.addr)
		}
		config.Hosts = mock.AnyHost
	}
	m.server = mock.New(config)
	if f.state != "" {
		m.file = &stateFile{path: f.state}
		if err := m.file.load(m.server); err != nil {
			return err
		}
	}
	fmt.Fprintf(a.env.Stdout, "linqlint mock: http://%s\n", listener.Addr())
	return m.serve(ctx, listener)
}

// mockServer is a running server.
type mockServer struct {
	app     *app
	server  *mock.Server
	file    *stateFile // nil without --state
	changed atomic.Bool
	mu      sync.Mutex // of the log
}

func (m *mockServer) serve(ctx context.Context, listener net.Listener) error {
	srv := mock.HTTPServer(m.server)
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(listener) }()
	ticker := time.NewTicker(saveInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			if err := m.save(); err != nil {
				m.app.say("%v", err) // the next tick tries again
			}
			continue
		case err := <-failed:
			return errors.Join(fmt.Errorf("the server stopped: %w", err), m.save())
		case <-ctx.Done():
		}
		break
	}
	stopping, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if err := srv.Shutdown(stopping); err != nil {
		srv.Close() // a request that never ends does not keep us
	}
	return m.save()
}

// save writes the state if it changed since the last time.
func (m *mockServer) save() error {
	if m.file == nil || !m.changed.Swap(false) {
		return nil
	}
	if err := m.file.save(m.server); err != nil {
		m.changed.Store(true)
		return err
	}
	return nil
}

// log writes a line a request: what was accepted, or which rule was broken.
func (m *mockServer) log(e mock.Event) {
	if e.Method != http.MethodGet {
		m.changed.Store(true)
	}
	outcome := "accepted"
	switch {
	case e.Status == 0:
		outcome = "cut off by a fault"
	case e.Detail != "":
		outcome = e.Detail
	case e.Method == http.MethodGet:
		outcome = "ok"
	case e.Replayed:
		outcome = "answered again by its idempotency key"
	case e.Warnings == 1:
		outcome = "accepted, 1 warning"
	case e.Warnings > 1:
		outcome = fmt.Sprintf("accepted, %d warnings", e.Warnings)
	}
	code := ""
	if e.Code != 0 {
		code = fmt.Sprintf(" code %d", e.Code)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	fmt.Fprintf(m.app.env.Stderr, "%s %s %d%s: %s (%.1f ms)\n", visible(e.Method), visible(e.Path), e.Status, code, visible(outcome), float64(e.Took.Microseconds())/1000)
}

// visible replaces what would move a terminal's cursor or change its colours.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, text)
}

// stateFile is where a server's state outlives it.
type stateFile struct {
	path   string
	before fs.FileInfo // as we left it
}

// load reads the file into the server, or makes an empty one.
func (f *stateFile) load(s *mock.Server) error {
	file, err := os.OpenFile(f.path, os.O_RDWR|os.O_CREATE, 0o600) // who may read messages is for its owner to widen
	if err != nil {
		return fmt.Errorf("--state %s: %s", f.path, source.ErrorText(err))
	}
	file.Close()
	content, err := os.ReadFile(f.path)
	if err == nil {
		f.before, err = os.Stat(f.path)
	}
	if err == nil && len(content) > 0 {
		err = s.Restore(content)
	}
	if err != nil {
		return fmt.Errorf("--state %s: %w", f.path, err)
	}
	return nil
}

// save replaces the file as a whole.
func (f *stateFile) save(s *mock.Server) error {
	content, err := s.Snapshot()
	if err != nil {
		return err
	}
	r, err := source.Replace(f.path, f.before)
	if err != nil {
		return fmt.Errorf("--state %s: %s", f.path, source.ErrorText(err))
	}
	if _, err := r.Write(append(content, '\n')); err != nil {
		r.Discard()
		return fmt.Errorf("--state %s: %s", f.path, source.ErrorText(err))
	}
	if err := r.Commit(); err != nil {
		return fmt.Errorf("--state %s: %w", f.path, err)
	}
	f.before, err = os.Stat(f.path)
	return err
}
