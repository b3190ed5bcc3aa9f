package mcp

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

const (
	// maxLine is the largest message that is read, in bytes.
	maxLine = 32 << 20
	// drainTimeout is how long the end of the input is held back for responses.
	// Every tool responds within it.
	drainTimeout = 30 * time.Second
)

// transport is a pair of streams with one message per line. Unlike the SDK's, it
// goes on after a line that is not a message, and the end of the input does not
// end the session before every request has its response.
type transport struct {
	in  io.ReadCloser
	out io.WriteCloser
}

// Connect implements mcp.Transport.
func (t *transport) Connect(context.Context) (mcp.Connection, error) {
	c := &connection{in: t.in, out: t.out, lines: make(chan []byte), closed: make(chan struct{}), responded: make(chan struct{}, 1)}
	go c.readLines()
	return c, nil
}

type connection struct {
	in    io.ReadCloser
	out   io.WriteCloser
	lines chan []byte // closed at the end of the input

	mu        sync.Mutex // of writes and pending
	pending   int        // requests without a response
	responded chan struct{}

	end    sync.Once
	closed chan struct{}
}

// readLines reads until the input ends. An unfinished last line is a message too.
func (c *connection) readLines() {
	defer close(c.lines)
	r := bufio.NewReaderSize(c.in, 64<<10)
	for {
		line, err := readLine(r)
		if errors.Is(err, errTooLong) {
			c.refuse(jsonrpc.CodeInvalidRequest, err)
			continue
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			select {
			case c.lines <- line:
			case <-c.closed:
				return
			}
		}
		if err != nil {
			return
		}
	}
}

var errTooLong = fmt.Errorf("the message is larger than %d MiB", maxLine>>20)

// readLine reads a line of at most maxLine bytes, and skips a longer one.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		piece, err := r.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(piece) > maxLine; tooLong {
			line = nil
		} else {
			line = append(line, piece...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && err == nil {
			err = errTooLong
		}
		return line, err
	}
}

// Read implements mcp.Connection.
func (c *connection) Read(ctx context.Context) (jsonrpc.Message, error) {
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-c.closed:
			return nil, io.EOF
		case line, more := <-c.lines:
			if !more {
				return nil, c.drain(ctx)
			}
			m, err := jsonrpc.DecodeMessage(line)
			if err != nil {
				code := int64(jsonrpc.CodeInvalidRequest)
				if !json.Valid(line) {
					code = jsonrpc.CodeParseError
				}
				c.refuse(code, err)
				continue
			}
			if r, ok := m.(*jsonrpc.Request); ok && r.ID.IsValid() {
				c.mu.Lock()
				c.pending++
				c.mu.Unlock()
			}
			return m, nil
		}
	}
}

// drain waits until every request has its response, and returns io.EOF.
func (c *connection) drain(ctx context.Context) error {
	timeout := time.NewTimer(drainTimeout)
	defer timeout.Stop()
	for {
		c.mu.Lock()
		done := c.pending <= 0
		c.mu.Unlock()
		if done {
			return io.EOF
		}
		select {
		case <-c.responded:
		case <-timeout.C:
			return io.EOF
		case <-ctx.Done():
			return ctx.Err()
		case <-c.closed:
			return io.EOF
		}
	}
}

// refuse responds to a line that is not a message. Its id is not known.
func (c *connection) refuse(code int64, err error) {
	text, _ := json.Marshal(err.Error())
	c.mu.Lock()
	defer c.mu.Unlock()
	_, _ = fmt.Fprintf(c.out, `{"jsonrpc":"2.0","id":null,"error":{"code":%d,"message":%s}}`+"\n", code, text)
}

// Write implements mcp.Connection.
func (c *connection) Write(_ context.Context, m jsonrpc.Message) error {
	data, err := jsonrpc.EncodeMessage(m)
	if err != nil {
		return fmt.Errorf("cannot encode a message: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err = c.out.Write(append(data, '\n'))
	if _, ok := m.(*jsonrpc.Response); ok {
		c.pending--
		select {
		case c.responded <- struct{}{}:
		default:
		}
	}
	return err
}

// Close implements mcp.Connection.
func (c *connection) Close() (err error) {
	c.end.Do(func() {
		close(c.closed)
		err = errors.Join(c.in.Close(), c.out.Close())
	})
	return err
}

// SessionID implements mcp.Connection: a stream has one session without an id.
func (c *connection) SessionID() string { return "" }
