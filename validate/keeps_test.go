package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestKeeps: what an editor may offer.
func TestKeeps(t *testing.T) {
	for _, test := range []struct {
		name, body, rule string
		want             bool
	}{
		{"a rename that is right", helloWith(`"prefered_service":"SMS"`), "field-unknown", true},
		{"a rename that gives another fault", helloWith(`"efect":5`), "field-unknown", false},
		{"a removal", helloWith(`"effect":null`), "json-null", true},
		{"a move that shows a fault", `{"message":{},"parts":[{"type":"text","value":""}]}`, "field-misplaced", false},
		{"a trailing comma", helloWith(`"effect":null,`), "json-syntax", true},
		{"another fix of what is broken", helloWith(`"effect":null,`), "json-null", false},
		{"one of two faults", `{'message':{"parts":[{"type":"text","value":"Hi"}]},}`, "json-syntax", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := New()
			checked := false
			for _, d := range v.JSON([]byte(test.body)).Diagnostics {
				if d.Rule == test.rule {
					checked = true
					require.Equal(t, test.want, v.Keeps([]byte(test.body), d, d.Fixes[0]))
					require.False(t, v.Keeps([]byte("{}"), d, d.Fixes[0]), "of another body")
				}
			}
			require.True(t, checked)
		})
	}
}

// TestFixIgnoresTheMaximum: a limit on what is reported is not a limit on what is
// fixed.
func TestFixIgnoresTheMaximum(t *testing.T) {
	media := `{"type":"media","url":"https://a.example.com/a.jpg","attachment_id":null}`
	body := sendOf(strings.TrimSuffix(strings.Repeat(media+",", 1500), ","))
	for _, n := range []int{1, DefaultMaxDiagnostics} {
		v := New(WithKind(KindChatsMessagesSend), WithMaxDiagnostics(n))
		fixed, applied, rest := v.Fix([]byte(body), FixSafe)
		require.Equal(t, 1500, applied)
		require.NotContains(t, string(fixed), "null")
		require.LessOrEqual(t, len(rest.Diagnostics), n)
	}
}
