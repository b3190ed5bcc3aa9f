package source

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseGlob(t *testing.T) {
	for _, tt := range []struct {
		glob string
		want []string
	}{
		{"a/*.json", []string{"a/*.json"}},
		{"", []string{""}},
		{"a.{json,ndjson}", []string{"a.json", "a.ndjson"}},
		{"{a,b}/{c,d}", []string{"a/c", "a/d", "b/c", "b/d"}},
		{"x{a,b{c,d}e,}y", []string{"xay", "xbcey", "xbdey", "xy"}},
		{`\{a,b\}`, []string{`\{a,b\}`}},
		{`{a\,b,c}`, []string{`a\,b`, "c"}},
		{"[{,}]a", []string{"[{,}]a"}},
		{`[\]{]a{b,c}`, []string{`[\]{]ab`, `[\]{]ac`}},
		{"{[x{]?,[,}]}.json", []string{"[x{]?.json", "[,}].json"}},
		{"{only}", []string{"only"}},
	} {
		g, err := ParseGlob(tt.glob)
		require.NoError(t, err, tt.glob)
		require.Equal(t, tt.want, g.patterns, tt.glob)
		require.Equal(t, tt.glob, g.String())
		require.Equal(t, len(tt.want), g.Alternatives())
	}
	require.False(t, Glob{}.Match(""), "the zero glob matches nothing")
}

// TestGlobsThatAreTooLarge: 2^n alternatives are an error, and finding that out
// does not take 2^n steps.
func TestGlobsThatAreTooLarge(t *testing.T) {
	const many = "more than 1000 globs after its braces are expanded"
	for _, tt := range []struct{ name, glob, want string }{
		{"nine groups", strings.Repeat("{a,a}", 9), ""},
		{"ten groups", strings.Repeat("{a,a}", 10), many},
		{"sixty groups", strings.Repeat("{a,a}", 60), many},
		{"groups in groups", strings.Repeat("{a,{b,", 300) + "c" + strings.Repeat("}}", 300), ""},
		{"products in groups", "{" + strings.Repeat("{a,b}", 12) + ",c}", many},
		{"sixty groups of two stars", strings.Repeat("{*,**}", 60), many},
		{"a thousand alternatives", "{" + strings.Repeat("a,", 999) + "}", ""},
		{"one more", "{" + strings.Repeat("a,", 1000) + "}", many},
		{"an alternative too many in the second group", "{a,b}{" + strings.Repeat("a,", 500) + "}", many},
		{"long", strings.Repeat("a", 4097), "longer than 4096 bytes"},
		{"not closed", "{a", "not a valid glob"},
	} {
		_, err := ParseGlob(tt.glob)
		if tt.want == "" {
			require.NoError(t, err, tt.name)
		} else {
			require.EqualError(t, err, tt.want, tt.name)
		}
	}
}

// globToken is an escape, a class or one character of a valid glob.
var globToken = regexp.MustCompile(`(?s)\\.|\[(?:\\.|[^\]\\])*\]|.`)

// expandFirst is a slow twin of expander: it writes a glob once for each
// alternative of its first braces, and does so again with each.
func expandFirst(glob string) []string {
	tokens := globToken.FindAllString(glob, -1)
	open := slices.Index(tokens, "{")
	if open < 0 {
		return []string{glob}
	}
	var all, alternatives []string
	for depth, start, i := 0, open+1, open; ; i++ {
		switch tokens[i] {
		case "{":
			depth++
		case "}":
			depth--
		}
		if depth == 0 || depth == 1 && tokens[i] == "," {
			alternatives = append(alternatives, strings.Join(tokens[start:i], ""))
			start = i + 1
		}
		if depth == 0 {
			head, tail := strings.Join(tokens[:open], ""), strings.Join(tokens[i+1:], "")
			for _, a := range alternatives {
				all = append(all, expandFirst(head+a+tail)...)
			}
			return all
		}
	}
}

// FuzzGlob compares the two, and matches.
func FuzzGlob(f *testing.F) {
	f.Add("a/{b,c*}/**/[x{]?.json", "a/c1/d/x2.json")
	f.Add(`\{a,{b,c}d\}`, "{a,b}")
	f.Add("{[x{]?,c*}{,}/{**}", "c1/d")
	f.Fuzz(func(t *testing.T, glob, name string) {
		g, err := ParseGlob(glob)
		if err != nil || g.Alternatives() > 64 {
			return
		}
		patterns := expandFirst(glob)
		require.Equal(t, patterns, g.patterns, "%q", glob)
		g.Match(name)
	})
}
