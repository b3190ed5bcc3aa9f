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

// Version is the prefix of a link's content: the format of the payload and its
// compression.
const Version = "v1="

// maxPayload is the largest payload of a link, in bytes. Links are not trusted,
// and a few hundred bytes can expand to gigabytes.
const maxPayload = 8 << 20

// Link returns a URL of the playground at base that opens s. It replaces the
// fragment of base. The error is that of parsing base.
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

// Fragment returns the fragment of a link to s, without the number sign.
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
		return State{}, errors.New("the link has an unknown version")
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
		return State{}, errors.New("the content of the link is over 8 MiB")
	}
	return ParsePayload(payload)
}
