package share

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLinks reads the file that the page's tests read too: links that the page
// made and links that Go made open on both sides, and broken ones have the same error.
func TestLinks(t *testing.T) {
	data, err := os.ReadFile("../../../testdata/share/links.json")
	require.NoError(t, err)
	var links []struct {
		Name, Fragment, Payload, Error string
	}
	require.NoError(t, json.Unmarshal(data, &links))
	require.NotEmpty(t, links)
	for _, link := range links {
		t.Run(link.Name, func(t *testing.T) {
			s, err := Parse("#" + link.Fragment)
			if link.Error != "" {
				require.EqualError(t, err, link.Error)
				return
			}
			require.NoError(t, err)
			require.Equal(t, link.Payload, string(Payload(s)))
			fragment, err := Fragment(s)
			require.NoError(t, err)
			again, err := Parse(fragment)
			require.NoError(t, err)
			require.Equal(t, s, again)
		})
	}
}

func TestLink(t *testing.T) {
	link, err := Link("http://127.0.0.1:4173/play/#old", State{Body: "{}", Kind: "message"})
	require.NoError(t, err)
	base, fragment, ok := strings.Cut(link, "#")
	require.True(t, ok)
	require.Equal(t, "http://127.0.0.1:4173/play/", base)
	s, err := Parse(fragment)
	require.NoError(t, err)
	require.Equal(t, State{Body: "{}", Kind: "message"}, s)
	_, err = Link("http://[", State{})
	require.Error(t, err)
}

// TestLargePayload reads a short link that expands to over 8 MiB.
func TestLargePayload(t *testing.T) {
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	require.NoError(t, err)
	_, err = w.Write(bytes.Repeat([]byte{' '}, maxPayload+1))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	_, err = Parse(Version + base64.RawURLEncoding.EncodeToString(packed.Bytes()))
	require.EqualError(t, err, "the content of the link is over 8 MiB")
}

func FuzzParse(f *testing.F) {
	f.Add("v1=q1ZKyk-pVLJSqq5VAgA")
	f.Add("v1=")
	f.Fuzz(func(t *testing.T, fragment string) {
		s, err := Parse(fragment)
		if err != nil {
			return
		}
		again, err := ParsePayload(Payload(s))
		require.NoError(t, err)
		require.Equal(t, s, again)
	})
}
