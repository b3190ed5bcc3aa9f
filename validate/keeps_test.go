package validate

import (
	"math"
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
		{"another fix that takes out what is broken", helloWith(`"id":'7'`), "field-response-only", false},
		{"a comma in a body of no kind", `{"a":1,}`, "json-syntax", false},
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

// TestKeepsOfOthers: what an editor may offer of fixes and diagnostics that are not
// those of the body.
func TestKeepsOfOthers(t *testing.T) {
	null, broken := []byte(helloWith(`"effect":null`)), []byte(helloWith(`"effect":null,`))
	v := New()
	removal := v.JSON(null).Diagnostics[0]
	comma := v.JSON(broken).Diagnostics[1]
	require.Equal(t, "json-syntax", comma.Rule)
	space := Fix{Edits: []Edit{{0, 0, " "}}}
	for _, test := range []struct {
		name string
		body []byte
		d    Diagnostic
		fix  Fix
		want bool
	}{
		{"another fix", null, removal, space, true},
		{"an edit behind the end", null, removal, Fix{Edits: []Edit{{0, len(null) + 1, ""}}}, false},
		{"no edit", null, removal, Fix{}, false},
		{"of a body without a problem", []byte(ready), removal, space, false},
		{"of a body with another one", []byte(helloWith(`"id":1`)), removal, space, false},
		{"a fix that repairs nothing", broken, comma, space, false},
	} {
		require.Equal(t, test.want, v.Keeps(test.body, test.d, test.fix), test.name)
	}
}

// TestKeepsOneOfMany: of several diagnostics of a rule, and of several at a place, the
// given one says what the fix may show.
func TestKeepsOneOfMany(t *testing.T) {
	body := []byte(createOf(`" +12052535597"`, `" nonsense"`, `" +12052535599"`))
	v := New(WithKind(KindMessagesCreate))
	ds := v.JSON(body).Diagnostics
	require.Equal(t, "string-whitespace /to/0; string-whitespace /to/1; string-whitespace /to/2", found(Report{Diagnostics: ds}))
	for _, d := range ds {
		require.True(t, v.Keeps(body, d, d.Fixes[0]), d.Pointer)
		require.False(t, v.Keeps(body, d, Fix{Edits: []Edit{{d.Start.Offset, d.End.Offset, `""`}, {d.End.Offset, d.End.Offset, `,""`}}}), d.Pointer)
	}
	for _, d := range ds {
		require.Equal(t, d.Pointer == "/to/1", v.Keeps(body, d, ds[1].Fixes[0]), "a fix of the second for that of %s", d.Pointer)
	}
}

// TestFixIgnoresTheMaximum: a limit on what is reported is not a limit on what is
// fixed.
func TestFixIgnoresTheMaximum(t *testing.T) {
	media := `{"type":"media","url":"https://a.example.com/a.jpg","attachment_id":null}`
	body := sendOf(strings.TrimSuffix(strings.Repeat(media+",", 1500), ","))
	for _, n := range []int{1, DefaultMaxDiagnostics, math.MaxInt} {
		v := New(WithKind(KindChatsMessagesSend), WithMaxDiagnostics(n))
		fixed, applied, rest := v.Fix([]byte(body), FixSafe)
		require.Equal(t, 1500, applied)
		require.NotContains(t, string(fixed), "null")
		require.LessOrEqual(t, len(rest.Diagnostics), n)
	}
}
