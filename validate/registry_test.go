package validate

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRuleIsDocumented holds what every rule must say of itself.
func TestRuleIsDocumented(t *testing.T) {
	date := regexp.MustCompile(`^20\d\d-[01]\d-[0-3]\d$`)
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	seen := map[string]bool{}
	for _, r := range Rules() {
		t.Run(r.ID, func(t *testing.T) {
			require.False(t, seen[r.ID], "the id stands twice")
			seen[r.ID] = true
			require.Regexp(t, id, r.ID)
			require.GreaterOrEqual(t, r.Severity, Note)
			require.NotEmpty(t, r.Title)
			require.False(t, strings.HasSuffix(r.Title, "."), "a title has no final stop")
			require.NotRegexp(t, `\bcharacters?\b`, r.Title+r.Help, "name the unit: bytes, code points, UTF-16 code units")
			require.Greater(t, len(r.Help), 40, "the help says what goes wrong and how to cure it")
			if r.Severity == Error {
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
			if !strings.HasPrefix(r.ID, "builder-") {
				require.GreaterOrEqual(t, len(r.Bad), 2, "bad examples")
				require.GreaterOrEqual(t, len(r.Good), 2, "good examples")
			}
			if r.CodeStated {
				require.NotZero(t, r.APICode)
			}
		})
	}
}

func (e *Example) validator() *Validator {
	opts := []Option{WithKind(e.Kind), WithNotes()}
	if e.NewChat {
		opts = append(opts, AssumeNewChat())
	}
	return New(opts...)
}

// TestRuleExamples runs every example: a bad one yields exactly its pairs, a
// good one nothing, and the rule's fixes give the stated body, which is then
// free of the rule.
func TestRuleExamples(t *testing.T) {
	for _, r := range Rules() {
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
func applyRule(v *Validator, body []byte, rule string) (fixed []byte, applied int) {
	for range maxRounds {
		ds := v.JSON(body).Diagnostics
		ds = slices.DeleteFunc(ds, func(d Diagnostic) bool { return d.Rule != rule })
		next, n := Apply(body, ds, WithUnsafe)
		if n == 0 {
			break
		}
		body, applied = next, applied+n
	}
	return body, applied
}

// TestChecksAndRegistry holds the ids that the checks name and the registry
// together: neither has one that the other lacks.
func TestChecksAndRegistry(t *testing.T) {
	named := map[string]bool{}
	files, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") || strings.HasPrefix(f.Name(), "rules") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			require.NoError(t, err)
			named[text] = true
			return true
		})
	}
	for _, suffix := range []string{"shape", "order", "bounds", "empty"} { // rangeFault joins these
		require.True(t, named[suffix])
		named["decoration-range-"+suffix] = true
	}
	for _, r := range Rules() {
		if strings.HasPrefix(r.ID, "builder-") {
			continue // package builder reports them
		}
		require.True(t, named[r.ID], "no check reports %s", r.ID)
	}
	var missing []string
	id := regexp.MustCompile(`^(json|kind|field|string|body|to|from|exclude|continuation|override|parts?|first|text|decoration|mention|media|attachment|uuid|link|app|card|experience|effect|service|reply|idempotency|voicememo|edit|react|poll)(-[a-z0-9]+)+$`)
	for text := range named {
		if _, ok := RuleByID(text); !ok && id.MatchString(text) && !slices.Contains([]string{"mention-"}, text) {
			missing = append(missing, text)
		}
	}
	require.Empty(t, missing, "ids that no rule has")
}

// TestSelect: an id, a family and everything; what fits nothing is mistyped.
func TestSelect(t *testing.T) {
	require.Equal(t, []string{"to-large"}, Select("to-large"))
	require.Len(t, Select("*"), len(Rules()))
	require.Empty(t, Select("decoration"))
	require.Empty(t, Select(""))
	for _, id := range Select("decoration-*") {
		require.True(t, strings.HasPrefix(id, "decoration-"))
	}
	require.Greater(t, len(Select("decoration-*")), 8)
}
