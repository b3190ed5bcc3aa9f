//go:build go1.25

package mock_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
)

// TestDelay measures a delay on the clock of a bubble, which runs ahead.
func TestDelay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := mock.New(mock.Config{})
		s.Fail(mock.Fault{Delay: time.Hour}, 1)
		start := time.Now()
		require.Equal(t, 202, send(s, "POST", "/v3/messages", hello).Code)
		require.Equal(t, time.Hour, time.Since(start))
		require.Equal(t, 202, send(s, "POST", "/v3/messages", hello).Code)
		require.Equal(t, time.Hour, time.Since(start), "one request only")
	})
}
