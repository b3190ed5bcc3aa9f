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
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock"
	"github.com/linqlint/linqlint/internal/wire"
)

// mockFlags are the flags of mock.
type mockFlags struct {
	addr, state          string
	tokens, lines, hosts []string
}

const (
	// saveInterval is how often a changed state is written to its file.
	saveInterval = 2 * time.Second
	// stopTimeout is how long requests in flight may take after a signal.
	stopTimeout = 5 * time.Second
)

func (a *app) mockCommand() *cobra.Command {
	var f mockFlags
	cmd := &cobra.Command{
		Use:   "mock [flags]",
		Short: "Run a mock of the API for tests in any language",
		Long: "mock runs a server that imitates the API: it checks each request by the rules,\n" +
			"responds in the documented form and keeps chats and messages. Set a client's base\n" +
			"URL to it. It accepts any bearer token unless --token is given. The page at / shows\n" +
			"the conversations; if other machines can reach it, the token is its password.\n" +
			"POST /_mock/COMMAND controls it: fault, cut, drop_response, flag, unflag, opt_out,\n" +
			"opt_in, reset. GET /_mock/sent lists what was accepted.",
		Example: "  linqlint mock --addr 127.0.0.1:8080\n  curl -d '{\"code\":1007,\"retry_after\":2}' -H 'Authorization: Bearer x' http://127.0.0.1:8080/_mock/fault",
		Args:    noArguments("mock"),
		RunE:    func(*cobra.Command, []string) error { return a.mock(f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", "127.0.0.1:8080", "listen on `HOST:PORT`; port 0 picks a free port; a host other than this machine requires --token")
	flags.StringArrayVar(&f.hosts, "host", nil, "accept this `NAME` in the Host header too, besides addresses and localhost; repeatable")
	flags.StringArrayVar(&f.tokens, "token", nil, "accept only this bearer `TOKEN`; repeatable")
	flags.StringArrayVar(&f.lines, "line", nil, "a phone `NUMBER` (E.164) of the account; repeatable; default: any number")
	flags.StringVar(&f.state, "state", "", "load and save chats and messages in this `FILE`")
	return cmd
}

// phone matches the numbers that the API accepts as a line.
var phone = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(api.ChatsCreateBody.Members[api.SendFrom].Pattern)
})

// mock serves until a signal comes.
func (a *app) mock(f mockFlags) error {
	ctx, stop := untilSignal()
	defer stop()
	if _, _, err := net.SplitHostPort(f.addr); err != nil {
		return usagef("invalid --addr %q: must be HOST:PORT", f.addr)
	}
	for _, line := range f.lines {
		if !phone().MatchString(line) {
			return usagef("invalid --line %q: must be an E.164 number such as +12025550100", line)
		}
	}
	listener, err := net.Listen("tcp", f.addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", f.addr, err)
	}
	defer listener.Close()
	m := &mockServer{app: a}
	config := mock.Config{Tokens: f.tokens, Lines: f.lines, Hosts: f.hosts, Log: m.log}
	if tcp, ok := listener.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		if len(f.tokens) == 0 {
			return usagef("--addr %s can be reached from other machines and requires --token", f.addr)
		}
		config.Network = true
	}
	m.server = mock.New(config)
	if f.state != "" {
		unlock, err := lockState(f.state)
		if err != nil {
			return fmt.Errorf("--state %s: %w", f.state, err)
		}
		defer unlock()
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
		srv.Close() // do not wait for a request that does not end
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

// log writes one line per request: accepted, or the rule that it broke.
func (m *mockServer) log(e mock.Event) {
	if e.Method != http.MethodGet {
		m.changed.Store(true)
	}
	outcome := "accepted"
	switch {
	case e.Status == 0:
		outcome = "connection cut by a fault"
	case e.Detail != "":
		outcome = e.Detail
	case e.Method == http.MethodGet:
		outcome = "ok"
	case e.Replayed:
		outcome = "replayed by its idempotency key"
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
	fmt.Fprintf(m.app.env.Stderr, "%s %s %d%s: %s (%.1f ms)\n", wire.Visible(e.Method), wire.Visible(e.Path), e.Status, code, wire.Visible(outcome), float64(e.Took.Microseconds())/1000)
}

// stateFile is the file of --state.
type stateFile struct {
	path   string
	before fs.FileInfo // as last read or written
}

// load restores the server from the file, or creates an empty one.
func (f *stateFile) load(s *mock.Server) error {
	file, err := os.OpenFile(f.path, os.O_RDWR|os.O_CREATE, 0o600) // private by default: the file holds messages
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

// save replaces the file atomically.
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
