package git

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestObjectThatEndsEarly: a part of an object is never taken for all of it.
func TestObjectThatEndsEarly(t *testing.T) {
	whole, err := io.ReadAll(&stream{io.NopCloser(strings.NewReader("{}\n")), nil, 3})
	require.NoError(t, err)
	require.Equal(t, "{}\n", string(whole))
	_, err = io.ReadAll(&stream{io.NopCloser(strings.NewReader("{}\n")), nil, 4})
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
}
