// Package body writes a body as part of another JSON document.
package body

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// AppendMember appends body as a member that keeps every byte of it, the first
// of these that can: "body", if it is JSON that every reader takes; "text", if
// it is UTF-8; "base64".
func AppendMember(b, body []byte) []byte {
	var view scan.View
	fault := view.Scan(body)
	switch {
	case fault.Code == 0 && !view.LoneSurrogates:
		return append(append(b, `"body":`...), OnOneLine(body)...)
	case utf8.Valid(body):
		return wire.AppendString(append(b, `"text":`...), string(body))
	}
	return append(base64.StdEncoding.AppendEncode(append(b, `"base64":"`...), body), '"')
}

// OnOneLine returns body without line ends: JSON has them between values only.
// The result may alias body.
func OnOneLine(body []byte) []byte {
	body = bytes.TrimRight(body, "\r\n")
	if !bytes.ContainsAny(body, "\r\n") { // some readers end a line at a bare \r
		return body[:len(body):len(body)]
	}
	var b bytes.Buffer
	if json.Compact(&b, body) != nil {
		return bytes.ReplaceAll(bytes.ReplaceAll(body, []byte{'\n'}, []byte{' '}), []byte{'\r'}, []byte{' '})
	}
	return b.Bytes()
}
