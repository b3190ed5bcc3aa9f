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

// TestLayoutsInText: a layout is read from its name, and written as it.
func TestLayoutsInText(t *testing.T) {
	for layout, want := range map[markdown.TableLayout]string{markdown.TableRows: "rows", markdown.TableRecords: "records", markdown.TableColumns: "columns"} {
		require.Equal(t, want, layout.String())
		text, err := layout.MarshalText()
		require.NoError(t, err)
		require.Equal(t, want, string(text))
		var read markdown.TableLayout
		require.NoError(t, read.UnmarshalText(text))
		require.Equal(t, layout, read)
	}
	require.Empty(t, markdown.TableLayout(3).String())
	_, err := markdown.TableLayout(3).MarshalText()
	require.Error(t, err)
}
