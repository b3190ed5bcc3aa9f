package validate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// replacing is the fix that replaces the first occurrence of each text by the next
// one. They are in the order of the body.
func replacing(pairs ...string) Fixer {
	return func(body []byte, _ Diagnostic) (Fix, bool) {
		fix := Fix{Title: "replace it"}
		for i := 0; i < len(pairs); i += 2 {
			at := strings.Index(string(body), pairs[i])
			if at < 0 {
				return Fix{}, false
			}
			fix.Edits = append(fix.Edits, Edit{at, at + len(pairs[i]), pairs[i+1]})
		}
		return fix, true
	}
}

// fixersOf has one fix for each unknown member, by its pointer.
func fixersOf(fixes map[string]Fixer) Option {
	return WithFixer("field-unknown", func(body []byte, d Diagnostic) (Fix, bool) {
		if fix := fixes[d.Pointer]; fix != nil {
			return fix(body, d)
		}
		return Fix{}, false
	})
}

// firstRound applies the fixes of one round, and returns how many bodies of that
// length were checked for it.
func firstRound(t *testing.T, v *Validator, body string) (fixed string, applied, bodies int) {
	t.Helper()
	e := newEngine(v, FixAll)
	defer e.release()
	e.check([]byte(body))
	before := e.bytes
	p, n := newTrial(e, []byte(body), choose(len(body), e.report.Diagnostics, FixAll, nil)).sound()
	if p == nil {
		p = &patched{body: []byte(body)}
	}
	return string(p.body), n, (e.bytes - before) / len(body)
}

// TestFixesThatGoTogetherOnlyAlone: an error that two fixes bring in together, and
// neither of them alone, costs one of the two, whichever they are, and no other.
func TestFixesThatGoTogetherOnlyAlone(t *testing.T) {
	const kevin, ann, bob = `"+12052535597"`, `"+12052535598"`, `"+12052535599"`
	body := `{"to":[` + kevin + `,` + ann + `,` + bob + `],%s"message":{"parts":[{"type":"text","value":"Hello Kevin","mention":` + kevin + `}]}}`
	for n := 2; n <= 6; n++ {
		for i := range n {
			for k := range i {
				unknown, fixes := "", map[string]Fixer{}
				for x := range n {
					name := fmt.Sprintf("x%d", x)
					unknown += `"` + name + `":1, `
					fixes["/"+name] = replacing(`"`+name+`":1,`, "")
				}
				fixes[fmt.Sprintf("/x%d", k)] = replacing(ann, kevin, fmt.Sprintf(`"x%d":1,`, k), "")
				fixes[fmt.Sprintf("/x%d", i)] = replacing(bob, kevin, fmt.Sprintf(`"x%d":1,`, i), "")
				v := New(fixersOf(fixes), WithSeverity("mention-direct", SeverityError), WithSeverity("to-duplicate", SeverityOff))
				name := fmt.Sprintf("%d and %d of %d", k, i, n)
				given := fmt.Sprintf(body, unknown)
				fixed, applied, rest := v.Fix([]byte(given), FixAll)
				require.Equal(t, n-1, applied, name)
				require.Zero(t, rest.Count(SeverityError), name)
				require.True(t, strings.Contains(string(fixed), ann) != strings.Contains(string(fixed), bob), name)
				if i == 2 && n == 3 {
					_, applied, _ = firstRound(t, v, given)
					require.Equal(t, n-1, applied, name)
				}
			}
		}
	}
}

// urlsForIDs is a body with media parts by url, and others whose fix makes them
// such, of the same length.
func urlsForIDs(urls, ids int) (*Validator, string) {
	byID := `{"type":"media","attachment_id":"00000000-0000-4000-8000-000000000001","x":1}`
	byURL := `{"type":"media","url":"https://a.example.com/.jpg"}`
	byURL = strings.Replace(byURL, ".jpg", strings.Repeat("a", len(byID)-len(byURL))+".jpg", 1)
	fixes := map[string]Fixer{}
	for i := range ids {
		fixes[fmt.Sprintf("/message/parts/%d/x", urls+i)] = func(_ []byte, d Diagnostic) (Fix, bool) {
			end := d.Start.Offset + len(`"x":1}`)
			return Fix{Title: "by url", Edits: []Edit{{end - len(byID), end, byURL}}}, true
		}
	}
	parts := strings.Repeat(byURL+",", urls) + times(ids, byID)
	return New(WithKind(KindChatsMessagesSend), fixersOf(fixes), WithSeverity("parts-max", SeverityOff), WithMaxDiagnostics(1000)), sendOf(parts)
}

// TestFixesUpToALimit: of many fixes that use up what a limit leaves, as many are
// applied as it allows. The bodies that are tried for it in a round are those of 16
// searches, each with one for every bit of the number of fixes, and 64 more.
func TestFixesUpToALimit(t *testing.T) {
	for _, test := range []struct{ left, ids, tries int }{
		{0, 1, 2},
		{0, 2, 6},
		{1, 2, 3},
		{1, 5, 13},
		{2, 5, 17},
		{3, 5, 8},
		{5, 5, 1},
		{0, 70, 6*(1+7) + 10*(1+6) + 64},
		{30, 70, 6*(1+7) + 10*(1+6) + 64},
	} {
		t.Run(fmt.Sprintf("%d of %d", test.left, test.ids), func(t *testing.T) {
			v, body := urlsForIDs(40-test.left, test.ids)
			require.Len(t, v.JSON([]byte(body)).Diagnostics, test.ids)
			_, _, tries := firstRound(t, v, body)
			require.Equal(t, test.tries, tries)
			fixed, applied, rest := v.Fix([]byte(body), FixAll)
			require.Equal(t, test.left, applied)
			require.Len(t, fixed, len(body))
			require.Len(t, rest.Diagnostics, test.ids-test.left)
			require.False(t, rest.Unfinished)
		})
	}
}
