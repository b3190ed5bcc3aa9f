package report

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/wire"
)

// TestEscapeXML compares the escaping with that of encoding/xml, whose tables
// the command should not make at each start.
func TestEscapeXML(t *testing.T) {
	var b bytes.Buffer
	escaped := func(s string) string {
		b.Reset()
		if err := xml.EscapeText(&b, []byte(s)); err != nil {
			require.NoError(t, err)
		}
		return b.String()
	}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		s := "a" + string(r) + "b"
		got := escapeXML(s)
		if wire.IsControl(r) && strings.Contains(got, "&#x") {
			continue // more than encoding/xml escapes
		}
		if want := escaped(s); got != want {
			require.Equal(t, want, got, "%U", r)
		}
	}
	require.Equal(t, escaped("\xff\xc3("), escapeXML("\xff\xc3("))
}
