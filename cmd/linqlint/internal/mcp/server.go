package mcp

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// instructions is what a client may show its user or its model.
const instructions = "linqlint checks request bodies of Linq's Partner API v3 (iMessage, RCS, SMS) offline, by the rules of its documentation. " +
	"Lint each body before it is sent. The API rejects what is reported as an error; a warning is accepted but degraded or silently lost. " +
	"Give a body as its JSON text or as a JSON object. Ranges count UTF-16 code units."

// versions are the versions of the protocol that the server supports, the newest
// first. They do not differ in what it uses of them.
var versions = []string{"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"}

// maxLine is the largest message that is read, in bytes.
const maxLine = 32 << 20

// Serve serves one client over a pair of streams, one message per line, and
// reports version as its own. Requests are handled in their order. It returns
// when in ends, after every request has its response, or when ctx is done. It
// closes in.
func Serve(ctx context.Context, version string, in io.ReadCloser, out io.Writer) error {
	served := make(chan error, 1)
	go func() { served <- serve(version, in, out) }()
	defer in.Close()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
		return ctx.Err() // a read of a terminal may not end before the process does
	}
}

func serve(version string, in io.Reader, out io.Writer) error {
	r := bufio.NewReaderSize(in, 64<<10)
	for {
		line, err := readLine(r)
		var response []byte
		if errors.Is(err, errTooLong) {
			response, err = failure(nil, &fault{codeInvalidRequest, err.Error()}), nil
		} else if line = bytes.TrimSpace(line); len(line) > 0 {
			response = handle(version, line)
		}
		if response != nil {
			if _, err := out.Write(append(response, '\n')); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

var errTooLong error = tooLong{}

type tooLong struct{}

func (tooLong) Error() string { return fmt.Sprintf("the message is larger than %d MiB", maxLine>>20) }

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

// request is a request, a notification if it has no id, or a response, which the
// server never expects.
type request struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
}

// fault is an error of the protocol.
type fault struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// The codes of faults.
const (
	codeParse            = -32700
	codeInvalidRequest   = -32600
	codeMethodNotFound   = -32601
	codeInvalidParams    = -32602
	codeResourceNotFound = -32002
)

// handle handles one message and returns the response, or nil if there is none.
func handle(version string, line []byte) []byte {
	var r request
	switch err := json.Unmarshal(line, &r); {
	case !json.Valid(line):
		return failure(nil, &fault{codeParse, "the message is not valid JSON"})
	case err != nil || r.Version != "2.0":
		return failure(nil, &fault{codeInvalidRequest, "the message is not a JSON-RPC 2.0 request"})
	case r.Method == "" && len(r.ID) > 0:
		return nil // a response
	case r.Method == "":
		return failure(nil, &fault{codeInvalidRequest, "the message has no method"})
	case len(r.ID) == 0:
		return nil // a notification; none changes anything
	case !slices.Contains([]byte(`"-0123456789`), r.ID[0]):
		return failure(nil, &fault{codeInvalidRequest, "the id must be a string or a number"})
	}
	result, f := call(version, r.Method, r.Params)
	if f != nil {
		return failure(r.ID, f)
	}
	return encode(struct {
		Version string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Result  any             `json:"result"`
	}{"2.0", r.ID, result})
}

// failure returns a response with a fault; id is nil if it is not known.
func failure(id json.RawMessage, f *fault) []byte {
	if id == nil {
		id = json.RawMessage("null")
	}
	return encode(struct {
		Version string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Error   *fault          `json:"error"`
	}{"2.0", id, f})
}

// encode encodes a message. It contains nothing that cannot be encoded.
func encode(message any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(message); err != nil {
		panic(err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// object is a JSON object.
type object = map[string]any

// call calls a method of the protocol.
func call(version, method string, params json.RawMessage) (result any, f *fault) {
	switch method {
	case "initialize":
		return initialize(version, params)
	case "ping":
		return object{}, nil
	case "tools/list":
		return object{"tools": toolList()}, nil
	case "tools/call":
		return callTool(params)
	case "resources/list":
		return object{"resources": []object{ruleListResource()}}, nil
	case "resources/templates/list":
		return object{"resourceTemplates": []object{ruleTemplate()}}, nil
	case "resources/read":
		return readResource(params)
	}
	return nil, &fault{codeMethodNotFound, "unknown method " + method}
}

func initialize(version string, params json.RawMessage) (any, *fault) {
	var p struct {
		ProtocolVersion string `json:"protocolVersion"`
	}
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, &fault{codeInvalidParams, "initialize requires an object with protocolVersion"}
	}
	if !slices.Contains(versions, p.ProtocolVersion) {
		p.ProtocolVersion = versions[0]
	}
	return object{
		"protocolVersion": p.ProtocolVersion,
		"capabilities":    object{"tools": object{}, "resources": object{}},
		"serverInfo":      object{"name": "linqlint", "title": "linqlint", "version": version},
		"instructions":    instructions,
	}, nil
}
