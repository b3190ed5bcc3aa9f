package validate

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestFixesBringNoError: over generated bodies, at both safeties, what is fixed
// is JSON, has no error that is new, and is fixed as a whole.
func TestFixesBringNoError(t *testing.T) {
	members := map[string][]string{
		"I": {`"effect":null`, `"id":1`, `"to":["+14155550123"]`, `"efect":{"name":"slam","type":"bubble"}`, `"effect":5`, `"prefered_service":"imessage"`, `"parts":null`, `"parts":[]`, `"effect":{"bubble_effect":"slam"}`, `"part":[]`, `"reply_to":" "`},
		"O": {`"parts":[{"type":"text","value":""}]`, `"parts":[{"type":"text","value":"hi"}]`, `"effect":null`, `"effect":{"name":"Slam"}`, `"idempotency_key":"k"`, `"id":1`, `"to":"+14155550123"`, `"from":"+12"`, `"overide_optout":1`},
		"P": {`{"type":"text","value":"a"}`, `{"type":"text","value":"b","text_decorations":[{"range":[0,1],"style":"Bold"}]}`, `{"type":"Text","text":"c"}`, `{"type":"media","url":"http://a.example.com/a.jpg","attachment_id":null}`, `{"type":"media","uurl":"https://a.example.com/a.jpg"}`, `{"type":"media","uurl":5}`, `5`},
	}
	v := New()
	rapid.Check(t, func(t *rapid.T) {
		draw := func(place string, most int) string {
			n := rapid.IntRange(0, most).Draw(t, place)
			var drawn []string
			for range n {
				drawn = append(drawn, rapid.SampledFrom(members[place]).Draw(t, place))
			}
			return strings.Join(drawn, ",")
		}
		inside, beside, parts := draw("I", 4), draw("O", 4), draw("P", 4)
		message := `"message":{"parts":[` + parts + `]`
		if inside != "" {
			message += "," + inside
		}
		if rapid.IntRange(0, 3).Draw(t, "parts beside message") == 0 {
			message = `"parts":[` + parts + `],"message":{` + inside
		}
		body := `{` + message + `},"to":["+14155550124","+14155550125"]`
		if beside != "" {
			body += "," + beside
		}
		body += "}"
		for _, s := range []Safety{FixSafe, FixAll} {
			if wrong := wrongFix(v, body, s, nil); wrong != "" {
				t.Fatalf("safety %d: %s\n%s", s, body, wrong)
			}
		}
	})
}

// TestFixLeavesOutTheBad: a fix that brings in an error is left out, and only
// that one.
func TestFixLeavesOutTheBad(t *testing.T) {
	hi := `{"type":"text","value":"hi"}`
	for _, test := range []struct{ name, kind, body, want string }{
		{"a rename to a member of another type, among others", "", `{"to":["+12"],"message":{"parts":[` + hi + `],"efect":5,"id":1,"prefered_service":"SMS","reply_to":null}}`, `{"to":["+12"],"message":{"parts":[` + hi + `],"efect":5,"preferred_service":"SMS"}}`},
		{"two renames that give one member", "", `{"to":["+12"],"message":{"parts":[` + hi + `,{"type":"media","uurl":"https://a.example.com/a.jpg","attachment_id":null}]}}`, `{"to":["+12"],"message":{"parts":[` + hi + `,{"type":"media","url":"https://a.example.com/a.jpg"}]}}`},
		{"parts whose text is empty stay outside", "", `{"to":["+12"],"message":{},"parts":[{"type":"text","value":""}],"id":1}`, `{"to":["+12"],"message":{},"parts":[{"type":"text","value":""}]}`},
		{"an array of one shows what is in it", "", `{"to":"0123","message":{"parts":[` + hi + `]}}`, `{"to":["0123"],"message":{"parts":[` + hi + `]}}`},
		{"a part type that shows what is missing", "", `{"to":["+12"],"message":{"parts":[{"type":"Text","valu":5}]}}`, `{"to":["+12"],"message":{"parts":[{"type":"Text","valu":5}]}}`},
		{"an element that goes shifts the errors behind it", string(KindChatsCreate), `{"from":"+13","to":["+12","+12","0"],"message":{"parts":[` + hi + `]}}`, `{"from":"+13","to":["+12","0"],"message":{"parts":[` + hi + `]}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			fixed, _, _ := New(WithKind(Kind(test.kind))).Fix([]byte(test.body), FixAll)
			require.Equal(t, test.want, string(fixed))
		})
	}
}

// TestFixIsLinear counts the bodies that are checked for n and 2n problems, of
// which all, none, or every second can be fixed.
func TestFixIsLinear(t *testing.T) {
	for _, test := range []struct {
		name string
		part func(i int) string
	}{
		{"every fix is good", func(int) string { return `{"type":"media","url":"https://a.example.com/a.jpg","attachment_id":null}` }},
		{"every fix is bad", func(int) string {
			return `{"type":"media","uurl":5,"attachment_id":"00000000-0000-4000-8000-000000000000"}`
		}},
		{"every second is bad", func(i int) string {
			return []string{`{"type":"media","uurl":5,"attachment_id":"00000000-0000-4000-8000-000000000000"}`, `{"type":"media","url":"https://a.example.com/a.jpg","attachment_id":null}`}[i%2]
		}},
		{"every fix touches two others", func(int) string { return `{"type":"text","value":"a"}` }},
		{"every object has one that is bad and one that is not", func(int) string {
			return `{"type":"media","uurl":5,"id":1,"attachment_id":"00000000-0000-4000-8000-000000000000"}`
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var checked [2]int
			for k, n := range []int{500, 1000} {
				parts := make([]string, n)
				for i := range parts {
					parts[i] = test.part(i)
				}
				body := []byte(contentOf(`"parts":[` + strings.Join(parts, ",") + `]`))
				e := newEngine(New(WithKind(KindChatsMessagesSend), WithSeverity("parts-max", SeverityOff)), FixAll)
				e.run(body)
				e.release()
				checked[k] = e.bytes
			}
			require.LessOrEqual(t, checked[1], checked[0]*23/10)
		})
	}
}

// TestApplyInAnyOrder: fixes that do not touch are all applied, whatever their order.
// TestLibraryTakesLinearTime counts how often each is looked at.
func TestApplyInAnyOrder(t *testing.T) {
	for _, order := range []string{"as in the body", "from its end"} {
		t.Run(order, func(t *testing.T) {
			const n = 2_000
			ds := make([]Diagnostic, n)
			for i := range ds {
				at := 3 * i
				if order != "as in the body" {
					at = 3 * (n - 1 - i)
				}
				ds[i].Fixes = []Fix{{Safe: true, Edits: []Edit{{at, at + 1, "x"}}}}
			}
			fixed, applied := Apply([]byte(strings.Repeat("abc", n)), ds, FixSafe)
			require.Equal(t, n, applied)
			require.Equal(t, strings.Repeat("xbc", n), string(fixed))
		})
	}
}

// TestFixIsNotRepeated: what a rule's fix changed or wrote is not changed by the
// same rule's fix again, and so fixes come to an end.
func TestFixIsNotRepeated(t *testing.T) {
	body := []byte(contentOf(`"parts":[{"type":"text","value":"**a** and more"}]`))
	insert := func(body []byte, d Diagnostic) (Fix, bool) {
		at := strings.Index(string(body), `"value":"`) + len(`"value":"`)
		return Fix{Title: "again", Edits: []Edit{{at, at, "**b** "}}}, true
	}
	fixed, n, _ := New(WithNotes(), WithFixer("text-markdown", insert)).Fix(body, FixAll)
	require.Equal(t, 1, n)
	require.Contains(t, string(fixed), `"**b** **a** and more"`)

	add := func(body []byte, d Diagnostic) (Fix, bool) {
		at := strings.LastIndex(string(body), `]`)
		return Fix{Title: "another", Edits: []Edit{{at, at, `,{"type":"media","url":"https://a.example.com/a.jpg"},{"type":"text","value":"**x**"}`}}}, true
	}
	fixed, n, _ = New(WithNotes(), WithFixer("text-markdown", add)).Fix(body, FixAll)
	require.Equal(t, 1, n)
	require.Equal(t, 1, strings.Count(string(fixed), "**x**"))
}

// TestFixSaysThatMoreIsLeft: fixes that all touch one another take a round each.
// What the limit of rounds leaves is reported, and Fix goes on from there.
func TestFixSaysThatMoreIsLeft(t *testing.T) {
	const rounds = 100 // as documented
	var unknown strings.Builder
	for i := range rounds + 20 {
		unknown.WriteString(`"x` + strconv.Itoa(i) + `":1,`)
	}
	body := []byte(`{"message":{` + unknown.String() + `"parts":[{"type":"text","value":"Hi"}]}}`)
	remove := func(body []byte, d Diagnostic) (Fix, bool) {
		start, end := d.Start.Offset, d.End.Offset+len(":1,")
		return Fix{Title: "remove it", Edits: []Edit{{start, end, ""}, {len(body), len(body), " "}}}, true
	}
	v := New(WithFixer("field-unknown", remove), WithMaxDiagnostics(1000))
	fixed, n, rest := v.Fix(body, FixAll)
	require.Equal(t, rounds, n)
	require.True(t, rest.Unfinished)
	require.Len(t, rest.Diagnostics, 20)
	require.Contains(t, rest.String(), "fix the result again")
	_, n, rest = v.Fix(fixed, FixAll)
	require.Equal(t, 20, n)
	require.False(t, rest.Unfinished)
	require.Empty(t, rest.Diagnostics)
}
