package preflight_test

import (
	"context"
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/preflight"
)

func TestNewRequest(t *testing.T) {
	create, err := builder.MessagesCreate("+14155550123").Text("hi").Build()
	require.NoError(t, err)
	send, err := builder.ChatsMessagesSend().Text("hi").Build()
	require.NoError(t, err)
	bare, err := builder.ContentOnly().Text("hi").Build()
	require.NoError(t, err)

	req, err := preflight.NewRequest(t.Context(), preflight.BaseURL+"/", send, "c/1")
	require.NoError(t, err)
	require.Equal(t, "POST", req.Method)
	require.Equal(t, "https://api.linqapp.com/api/partner/v3/chats/c%2F1/messages", req.URL.String())
	require.Equal(t, "application/json", req.Header.Get("Content-Type"))
	require.Equal(t, int64(send.Len()), req.ContentLength)
	require.NotNil(t, req.GetBody)
	b, err := io.ReadAll(req.Body)
	require.NoError(t, err)
	require.Equal(t, send.String(), string(b))

	for name, row := range map[string]struct {
		body builder.Body
		base string
		ids  []string
		want string
	}{
		"no id":                       {send, preflight.BaseURL, nil, "got 0 ids, expected 1"},
		"too many ids":                {create, preflight.BaseURL, []string{"x"}, "got 1 ids, expected 0"},
		"an empty id":                 {send, preflight.BaseURL, []string{""}, "is empty"},
		"no endpoint":                 {bare, preflight.BaseURL, nil, "no endpoint"},
		"an empty body":               {builder.Body{}, preflight.BaseURL, nil, "body is empty"},
		"an id that a server removes": {send, preflight.BaseURL, []string{".."}, `is ".."`},
		"no base URL":                 {create, "", nil, "does not start with https://"},
		"no scheme":                   {create, "api.linqapp.com", nil, "does not start with https://"},
		"another scheme":              {create, "ftp://api.linqapp.com", nil, "does not start with https://"},
		"no host":                     {create, "https:", nil, "no host"},
		"no host but slashes":         {create, "https://", nil, "no host"},
		"a bad URL":                   {create, "http://[", nil, "missing ']'"},
		"a query":                     {create, "https://api.linqapp.com/?a=b", nil, "a query"},
		"an empty query":              {create, "https://api.linqapp.com/?", nil, "a query"},
		"a fragment":                  {create, "https://api.linqapp.com/#a", nil, "a fragment"},
		"the version twice":           {create, preflight.BaseURL + "/v3/", nil, "ends in /v3"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := preflight.NewRequest(t.Context(), row.base, row.body, row.ids...)
			require.ErrorContains(t, err, row.want)
		})
	}
}

func TestNewRequestWithoutContext(t *testing.T) {
	body, err := builder.MessagesCreate("+14155550123").Text("hi").Build()
	require.NoError(t, err)
	var none context.Context
	_, err = preflight.NewRequest(none, preflight.BaseURL, body)
	require.ErrorContains(t, err, "nil Context")
	require.NotContains(t, err.Error(), "URL")
}

// TestSend sends with net/http alone: build, check, send.
func TestSend(t *testing.T) {
	srv := linqtest.NewServer(t)
	body, err := builder.MessagesCreate("+14155550123").Text("hi").Build()
	require.NoError(t, err)
	req, err := preflight.NewRequest(t.Context(), srv.URL, body)
	require.NoError(t, err)
	client := &http.Client{Transport: preflight.Transport(srv.Client().Transport)}
	res, err := client.Do(req)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	require.Equal(t, 202, res.StatusCode)
	require.Equal(t, body.String(), string(srv.Sent()[0].Body))
}
