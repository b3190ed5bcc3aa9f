package markdown_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/markdown"
)

// TestMistypedOptions: an option that cannot do what it says panics.
func TestMistypedOptions(t *testing.T) {
	require.PanicsWithValue(t, "markdown: WithTables: unknown layout", func() { markdown.WithTables(3) })
	require.PanicsWithValue(t, "markdown: WithBullet: mark has a line break", func() { markdown.WithBullet("-\n") })
	require.PanicsWithValue(t, "markdown: WithQuote: mark has a line break", func() { markdown.WithQuote("\r") })
	require.NotPanics(t, func() { markdown.Text("x", nil, markdown.WithTables(markdown.TableColumns), markdown.WithQuote("")) })
}
