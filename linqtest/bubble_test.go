//go:build go1.25

package linqtest_test

import (
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/linqtest"
)

// TestBubble waits an hour on the clock of a bubble, which a connection would
// keep from moving.
func TestBubble(t *testing.T) {
	srv := linqtest.NewServer(t)
	synctest.Test(t, func(t *testing.T) {
		client := &http.Client{Transport: srv.Transport()}
		srv.Fail(linqtest.Slow(time.Hour), 1)
		start := time.Now()
		req, err := http.NewRequest("GET", "https://api.linqapp.com/api/partner/v3/chats", nil)
		require.NoError(t, err)
		req.Header.Set("Authorization", "Bearer x")
		res, err := client.Do(req)
		require.NoError(t, err)
		require.NoError(t, res.Body.Close())
		require.Equal(t, 200, res.StatusCode)
		require.Equal(t, time.Hour, time.Since(start))
	})
}

// TestBubbleWithoutNetwork starts the server in the bubble too.
func TestBubbleWithoutNetwork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		srv := linqtest.NewServer(t, linqtest.WithoutNetwork(), linqtest.WithTokens("secret"))
		srv.Fail(linqtest.Slow(time.Hour), 1)
		start := time.Now()
		res, err := srv.Client().Get(srv.URL + "/v3/chats")
		require.NoError(t, err)
		require.NoError(t, res.Body.Close())
		require.Equal(t, 200, res.StatusCode)
		require.Equal(t, time.Hour, time.Since(start))
		srv.Close()
	})
}
