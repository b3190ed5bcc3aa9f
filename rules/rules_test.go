package rules

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// aboutBodies reports whether package validate reports the rule.
func aboutBodies(r *Rule) bool { return r.Where == "" && !strings.HasPrefix(r.ID, "builder-") }

// TestRuleIsDocumented checks what every rule must say of itself.
func TestRuleIsDocumented(t *testing.T) {
	date := regexp.MustCompile(`^20\d\d-[01]\d(-[0-3]\d)?$`)
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, r := range All() {
		t.Run(r.ID, func(t *testing.T) {
			require.False(t, seen[r.ID], "duplicate id")
			seen[r.ID] = true
			require.Regexp(t, id, r.ID)
			require.GreaterOrEqual(t, r.Severity, validate.SeverityNote)
			if r.ID != Config {
				require.Equal(t, r.Severity, validate.New(validate.WithNotes()).Severity(r.ID), "package validate knows the rules of other packages too")
			}
			require.NotEmpty(t, r.Title)
			require.False(t, strings.HasSuffix(r.Title, "."), "a title has no final stop")
			require.NotRegexp(t, `\bcharacters?\b`, r.Title+r.Help, "name the unit: bytes, code points, UTF-16 code units")
			require.Greater(t, len(r.Help), 40, "the help says what goes wrong and how to fix it")
			if r.Severity == validate.SeverityError {
				require.NotEmpty(t, r.Sources, "an error needs a source")
			}
			for _, s := range r.Sources {
				require.NotEmpty(t, s.Page)
				require.NotEmpty(t, s.Quote)
				require.Regexp(t, date, s.Read)
			}
			for _, k := range r.Kinds {
				require.True(t, k.Valid(), k)
			}
			if aboutBodies(&r) {
				require.GreaterOrEqual(t, len(r.Bad), 2, "bad examples")
				require.GreaterOrEqual(t, len(r.Good), 2, "good examples")
			}
			if r.APICodeDocumented {
				require.NotZero(t, r.APICode)
			}
		})
	}
}

func (e *Example) validator() *validate.Validator {
	opts := []validate.Option{validate.WithKind(e.Kind), validate.WithNotes()}
	if e.NewChat {
		opts = append(opts, validate.WithNewChat())
	}
	return validate.New(opts...)
}

// TestRuleExamples runs every example: a bad one yields exactly its pairs, a
// good one nothing, and the rule's fixes give the stated body, which is then
// free of the rule.
func TestRuleExamples(t *testing.T) {
	for _, r := range All() {
		if !aboutBodies(&r) {
			continue
		}
		for i, e := range append(slices.Clone(r.Bad), r.Good...) {
			bad := i < len(r.Bad)
			t.Run(r.ID+"/"+e.Title, func(t *testing.T) {
				v := e.validator()
				report := v.JSON([]byte(e.Body))
				var got []Pair
				for _, d := range report.Diagnostics {
					got = append(got, Pair{d.Rule, d.Pointer})
				}
				require.Equal(t, e.Pairs, got)
				has := slices.ContainsFunc(got, func(p Pair) bool { return p.Rule == r.ID })
				require.Equal(t, bad, has, "whether the rule reports")
				if !bad {
					return
				}
				for _, d := range report.Diagnostics {
					if d.Rule == r.ID && r.Kinds != nil {
						require.Contains(t, r.Kinds, report.Kind)
					}
				}
				fixed, applied := applyRule(v, []byte(e.Body), r.ID)
				if r.ID == "text-markdown" { // package markdown brings its fix, and tests it with these bodies
					require.NotEmpty(t, e.Fixed)
					require.Zero(t, applied)
					return
				}
				require.Equal(t, e.Fixed != "", applied > 0, "whether there is a fix")
				if applied > 0 {
					require.Equal(t, e.Fixed, string(fixed))
					for _, d := range v.JSON(fixed).Diagnostics {
						require.NotEqual(t, r.ID, d.Rule, "the fixed body still has it")
					}
				}
			})
		}
	}
}

// applyRule applies the fixes of one rule in rounds.
func applyRule(v *validate.Validator, body []byte, rule string) (fixed []byte, applied int) {
	for range 100 {
		ds := v.JSON(body).Diagnostics
		ds = slices.DeleteFunc(ds, func(d validate.Diagnostic) bool { return d.Rule != rule })
		next, n := validate.Apply(body, ds, validate.FixAll)
		if n == 0 {
			break
		}
		body, applied = next, applied+n
	}
	return body, applied
}

// TestOrder compares the order of the rules with that of the checks' table, and
// fails for a rule that has no text.
func TestOrder(t *testing.T) {
	var ids []string
	for _, r := range All() {
		if aboutBodies(&r) {
			ids = append(ids, r.ID)
		}
	}
	require.Equal(t, validate.Select("*"), ids)
}

// TestSelect: an id, a family and everything; what fits nothing is mistyped.
func TestSelect(t *testing.T) {
	require.Equal(t, []string{"to-large"}, Select("to-large"))
	require.Len(t, Select("*"), len(All()))
	require.Empty(t, Select("decoration"))
	require.Empty(t, Select(""))
	for _, id := range Select("decoration-*") {
		require.True(t, strings.HasPrefix(id, "decoration-"))
	}
	require.Greater(t, len(Select("decoration-*")), 8)
}
