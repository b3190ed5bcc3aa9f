package settings

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/validate"
)

// shown are the faults of a text as "line:column pointer message".
func shown(text string) []string {
	s := Read([]byte(text))
	finder := place.In(text)
	found := []string{}
	for _, f := range append(s.Faults, s.Overridden...) {
		d := f.Diagnostic(validate.SeverityError, &finder)
		found = append(found, strconv.Itoa(d.Start.Line)+":"+strconv.Itoa(d.Start.Column)+" "+d.Pointer+" "+d.Message)
	}
	return found
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"comments and trailing commas", "\uFEFF// a\r\n{ /* {\" */ \"rules\": {\"to-*\": \"off\" /**/ , // ,\n},\n}//", nil},
		{"slashes and brackets in strings", `{"exclude": ["// a", "/* b ,]", "c\\", "d\",]"]}`, nil},
		{"a comment without an end", "{}\n/* a", []string{"2:1  unterminated comment"}},
		{"a comment that is only half", "{} /*/", []string{"1:4  unterminated comment"}},
		{"a slash", "{} /", []string{`1:4  unexpected "/" after the JSON value`}},
		{"a comma and no value", `{"exclude": [,]}`, []string{`1:14  unexpected ","; a value is expected`}},
		{"two commas", `{"exclude": ["a",,]}`, []string{`1:18  unexpected ","; a value is expected`}},
		{"a comma in place of a value", `{"exclude":,}`, []string{`1:12  unexpected ","; a value is expected`}},
		{"the place of a comma", "{\n  \"kinds\" {},\n}", []string{`2:11  unexpected "{" after a member name; a colon is expected`}},
		{"a fixed rule", `{"rules":{"builder-utf8":"off"}}`, []string{`1:11 /rules/builder-utf8 rule "builder-utf8" cannot be configured`}},
		{"an unknown rule", "{ // ours\n  \"rules\": {\"to-larg\": \"off\"}\n}", []string{`2:13 /rules/to-larg no rule matches "to-larg"; did you mean "to-large"?`}},
		{"a rule that is not about a body", `{"rules": {"campaign-*": "off", "builder-substring-ambiguous": "note"}}`, nil},
		{"a pointer to a value", `{"ignores": [{"rule": "*", "reason": "x"}, {"rule": "to-max", "reason": 7}]}`, []string{"1:73 /ignores/1/reason reason is a number; expected a string"}},
		{"a day that the month lacks", `{"ignores": [{"rule": "*", "reason": "x", "expires": "2026-02-29"}]}`, []string{`1:54 /ignores/0/expires expires is "2026-02-29"; expected a date such as 2027-01-31`}},
		{"a severity without effect", `{"rules": {"to-max": "off", "to-*": "error"}}`, []string{`1:12 /rules/to-max "to-max" has no effect: later selectors match the same rules`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.ElementsMatch(t, tt.want, shown(tt.text))
		})
	}
}

func TestRead(t *testing.T) {
	s := Read([]byte(`{
		"kinds": {"a/**": "message"},
		"rules": {"*": "off", "text-*": "note"},
		"known": {"members": ["campaign"], "effects": ["snow"], "part_types": ["map"], "values": {"effect.name": ["rain"], "decoration.style": ["wavy"]}, "media_extensions": [".AVIF"], "presigned_hosts": ["h"]},
		"exclude": ["gen"],
		"ignores": [{"rule": "to-max", "files": "*.json", "pointer": "/to/**", "reason": "caf\u00e9", "expires": "2027-01-31"}],
	}`))
	require.Empty(t, s.Faults)
	require.Empty(t, s.Overridden)
	require.Equal(t, "a/**", s.Kinds[0].Files.Value)
	require.Equal(t, validate.KindMessage, s.Kinds[0].Kind)
	require.Equal(t, "gen", s.Exclude[0].Value)
	require.Len(t, s.Rules, 2)
	require.Equal(t, "text-*", s.Rules[1].Selector.Value)
	require.Equal(t, validate.SeverityNote, s.Rules[1].Severity)
	require.Equal(t, validate.Known{
		Members: []string{"campaign"}, EffectNames: []string{"snow", "rain"}, PartTypes: []string{"map"}, Styles: []string{"wavy"},
		MediaExtensions: []string{"avif"}, PresignedHosts: []string{"h"},
	}, s.Known)
	i := s.Ignores[0]
	require.Equal(t, []string{"to-max", "*.json", "/to/**", "café", "2027-01-31"}, []string{i.Rule.Value, i.Files.Value, i.Pointer.Value, i.Reason.Value, i.Expires.Value})
}

// TestWhatIsValidStays: a fault leaves out what it is about and nothing else.
func TestWhatIsValidStays(t *testing.T) {
	s := Read([]byte(`{"rules": {"to-max": "off", "to-maxx": "off"}, "known": 1, "ignores": [{"rule": "*"}, {"rule": "to-max", "reason": "x"}]}`))
	require.Len(t, s.Faults, 3)
	require.Len(t, s.Rules, 1)
	require.Len(t, s.Ignores, 1)
}

// TestIsDate compares with package time.
func TestIsDate(t *testing.T) {
	for _, year := range []int{0, 1900, 2000, 2024, 2026, 2100, 9999} {
		for month := range 14 {
			for day := range 33 {
				text := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") + "-" + two(month) + "-" + two(day)
				_, err := time.Parse(time.DateOnly, text)
				require.Equal(t, err == nil, IsDate(text), text)
			}
		}
	}
	for _, text := range []string{"", "2026-1-01", "2026-01-1x", "x026-01-01", "2026/01/01", "2026-01-011", "２026-01-01"} {
		require.False(t, IsDate(text), text)
	}
}

func two(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }

// TestLinear reads hostile texts, of which twice as much takes twice the
// allocations at most.
func TestLinear(t *testing.T) {
	for name, text := range map[string]func(n int) string{
		"brackets":          func(n int) string { return strings.Repeat("[", n) },
		"comments":          func(n int) string { return strings.Repeat("/**/", n) + "{}" },
		"unclosed comments": func(n int) string { return "{}" + strings.Repeat("/*", n) },
		"commas":            func(n int) string { return "[" + strings.Repeat("1,", n) + "]" },
		"quotes":            func(n int) string { return strings.Repeat(`"`, n) },
	} {
		allocations := func(n int) float64 {
			body := []byte(text(n))
			return testing.AllocsPerRun(1, func() { Read(body) })
		}
		require.LessOrEqual(t, allocations(20_000), 2*allocations(10_000)+20, name)
	}
}

// FuzzRead checks that nothing panics, and that places are inside of the text.
func FuzzRead(f *testing.F) {
	f.Add(`{"rules": {"to-*": "off",}, /* a */ "ignores": [{"rule": "x"}], "known": {"values": {}}} // b`)
	f.Fuzz(func(t *testing.T, text string) {
		s := Read([]byte(text))
		for _, fault := range append(s.Faults, s.Overridden...) {
			if fault.Start < 0 || fault.End < fault.Start || fault.End > len(text) || fault.Message == "" {
				t.Fatalf("%+v in a text of %d bytes", fault, len(text))
			}
		}
	})
}
