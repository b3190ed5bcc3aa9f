package settings

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMatchPointer(t *testing.T) {
	text, err := os.ReadFile("testdata/pointers.json")
	require.NoError(t, err)
	var rows []struct {
		Name, Pattern, Pointer string
		Want                   bool
	}
	require.NoError(t, json.Unmarshal(text, &rows))
	for _, tt := range rows {
		t.Run(tt.Name, func(t *testing.T) {
			require.Equal(t, tt.Want, MatchPointer(tt.Pattern, tt.Pointer))
		})
	}
}

// A matcher that tried every way would need more steps than there are atoms.
func TestMatchPointerHostile(t *testing.T) {
	require.False(t, MatchPointer("/"+strings.Repeat("*a", 500)+"b", "/"+strings.Repeat("a", 1000)))
	require.False(t, MatchPointer(strings.Repeat("/**/a", 500)+"/b", strings.Repeat("/a", 1000)))
}
