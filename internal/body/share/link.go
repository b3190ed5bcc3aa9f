//go:build !js

package share

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"errors"
	"io"
	"net/url"
	"strings"
)

// Version is what stands before the content of a link: the form of the payload
// and how it is packed.
const Version = "v1="

// maxPayload is how much a link may unpack to, in bytes. A link is made by
// anybody, and a few hundred bytes can stand for gigabytes.
const maxPayload = 8 << 20

// Link returns the address of the playground at base that opens s. Any
// fragment of base is replaced.
func Link(base string, s State) (string, error) {
	u, err := url.Parse(base)
	if err != nil {
		return "", err
	}
	u.Fragment, u.RawFragment = "", ""
	fragment, err := Fragment(s)
	if err != nil {
		return "", err
	}
	return u.String() + "#" + fragment, nil
}

// Fragment returns what a link to s has behind its number sign.
func Fragment(s State) (string, error) {
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := w.Write(Payload(s)); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return Version + base64.RawURLEncoding.EncodeToString(packed.Bytes()), nil
}

// Parse reads the fragment of a link, with or without its number sign.
func Parse(fragment string) (State, error) {
	text, ok := strings.CutPrefix(strings.TrimPrefix(fragment, "#"), Version)
	if !ok {
		return State{}, errors.New("the link is of no version that this page reads")
	}
	packed, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return State{}, errNoPayload
	}
	payload, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), maxPayload+1))
	if err != nil {
		return State{}, errNoPayload
	}
	if len(payload) > maxPayload {
		return State{}, errors.New("the link holds more than 8 MiB")
	}
	return ParsePayload(payload)
}
