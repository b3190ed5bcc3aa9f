package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

const (
	// maxMessage is the largest message that is read, in bytes: a document of
	// maxDocument bytes in which every byte is escaped.
	maxMessage = 6*maxDocument + 1<<20
	// queueLength is how many messages are read ahead.
	queueLength = 256
)

// stream reads and writes messages with the protocol's header. Messages are read
// ahead, so that edits that are already waiting can be joined; idle is called
// whenever none is waiting. After a malformed message it continues at the next
// header.
type stream struct {
	conn  io.ReadWriteCloser
	queue chan []byte // nil for an invalid header; closed at the end of the input
	idle  func()
	done  chan struct{}

	mu  sync.Mutex // of writes
	end sync.Once
}

func newStream(conn io.ReadWriteCloser, idle func()) *stream {
	s := &stream{conn: conn, queue: make(chan []byte, queueLength), idle: idle, done: make(chan struct{})}
	go s.readAhead()
	return s
}

func (s *stream) readAhead() {
	defer close(s.queue)
	r := bufio.NewReaderSize(s.conn, 64<<10)
	for {
		length, err := readHeader(r)
		if err != nil {
			return
		}
		var body []byte
		if length >= 0 && length <= maxMessage {
			body = make([]byte, length)
			if _, err := io.ReadFull(r, body); err != nil {
				return
			}
		}
		select {
		case s.queue <- body:
		case <-s.done:
			return
		}
	}
}

// readHeader reads up to the empty line that ends a header, and returns the
// Content-Length, or -1 if it is not a number. What precedes the header is
// skipped: the end of a message that was longer than it said.
func readHeader(r *bufio.Reader) (length int, err error) {
	name := []byte("content-length:")
	length, found := -1, false
	for {
		line, err := readHeaderLine(r)
		if err != nil {
			return 0, err
		}
		if at := bytes.LastIndex(bytes.ToLower(line), name); at >= 0 {
			found = true
			length, err = strconv.Atoi(string(bytes.TrimSpace(line[at+len(name):])))
			if err != nil {
				length = -1
			}
			continue
		}
		if found && len(bytes.TrimSpace(line)) == 0 {
			return length, nil
		}
	}
}

// readHeaderLine reads a line, of which it keeps the last bytes if it is longer
// than the buffer of r.
func readHeaderLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		piece, err := r.ReadSlice('\n')
		line = append(line, piece...)
		if err != bufio.ErrBufferFull {
			return line, err
		}
		line = append(line[:0], line[max(0, len(line)-100):]...)
	}
}

// ReadObject implements jsonrpc2.ObjectStream.
func (s *stream) ReadObject(v any) error {
	for {
		if len(s.queue) == 0 {
			s.idle()
		}
		body, more := <-s.queue
		if !more {
			return io.EOF
		}
		if body == nil {
			s.refuse(jsonrpc2.CodeInvalidRequest, "invalid Content-Length")
			continue
		}
		if !json.Valid(body) {
			s.refuse(jsonrpc2.CodeParseError, "the message is not valid JSON")
			continue
		}
		if err := json.Unmarshal(body, v); err != nil {
			s.refuse(jsonrpc2.CodeInvalidRequest, "the message is neither a request nor a response")
			continue
		}
		return nil
	}
}

// refuse responds to a malformed message. Its id is not known.
func (s *stream) refuse(code int64, message string) {
	_ = s.WriteObject(struct {
		Version string          `json:"jsonrpc"`
		ID      any             `json:"id"`
		Error   *jsonrpc2.Error `json:"error"`
	}{"2.0", nil, &jsonrpc2.Error{Code: code, Message: message}})
}

// WriteObject implements jsonrpc2.ObjectStream.
func (s *stream) WriteObject(v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := fmt.Fprintf(s.conn, "Content-Length: %d\r\n\r\n", len(body)); err != nil {
		return err
	}
	_, err = s.conn.Write(body)
	return err
}

// Close implements jsonrpc2.ObjectStream.
func (s *stream) Close() (err error) {
	s.end.Do(func() {
		close(s.done)
		err = s.conn.Close()
	})
	return err
}
