package mock

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPageEscapes fills every value of the page with what ends texts and attributes:
// the page is the one of a harmless value, but for the escaped value.
func TestPageEscapes(t *testing.T) {
	page := func(v string) string {
		return writePage([]pageChat{{Title: v, Line: v, Service: v, Health: v, Bubbles: []bubble{{
			ID: v, Time: v, Effect: v, ReplyTo: v, Deleted: v, Options: []pollOption{{Text: v}},
			Parts: []pagePart{{Text: v, Note: v, Runs: []run{{v, v}}, Layout: map[string]string{v: v}, Reactions: []string{v}}},
		}}}}, 1)
	}
	const plain = "harmless"
	want := page(plain)
	require.Equal(t, 18, strings.Count(want, plain))
	require.Equal(t, want, strings.ReplaceAll(page("<\"&'\x00>"), "&lt;&#34;&amp;&#39;\ufffd&gt;", plain))
}
