package config

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
	"github.com/tailscale/hujson"

	"github.com/linqlint/linqlint/internal/settings"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// configs are texts with the positions and beginnings of their messages. schema is
// the result of the shipped JSON Schema, where that differs: it does not know the
// rules or the calendar.
var configs = []struct {
	name, text string
	want       []string // line:column message
	schema     string   // "accepts": what it lets pass
}{
	{name: "nothing", text: "{}"},
	{name: "comments and trailing commas", text: "// a\n{\n  /* b */ \"rules\": {\"to-*\": \"off\",},\n}\n"},
	{name: "everything", text: `{"$schema":"x","kinds":{"a/**":"message"},"rules":{"*":"note"},"known":{"members":["m"],"effects":["e"],
		"part_types":["p"],"values":{"effect.type":["v"]},"media_extensions":[".WebP"],"presigned_hosts":["h"]},"exclude":["x"],
		"ignores":[{"rule":"to-max","files":"*.json","pointer":"/to/**","reason":"r","expires":"2027-01-31"}]}`},
	{name: "not JSON", text: "{\n  \"rules\": nope\n}", want: []string{`2:12 unexpected "n"; a value is expected`}, schema: "malformed"},
	{name: "empty", text: "", want: []string{"1:1 the text is empty"}, schema: "malformed"},
	{name: "an array", text: "[]", want: []string{"1:1 the config is an array; expected an object"}},
	{name: "an unknown member", text: `{"rule":{}}`, want: []string{`1:2 unknown member "rule" in the config; did you mean "rules"?`}},
	{name: "a member twice", text: `{"exclude":[],"exclude":[]}`, want: []string{`1:15 duplicate member "exclude"`}, schema: "accepts"},
	{name: "a wrong type", text: `{"exclude":"x"}`, want: []string{"1:12 exclude is a string; expected an array"}},
	{name: "an empty glob", text: `{"exclude":[" "]}`, want: []string{"1:13 an element of exclude is empty"}},
	{name: "a malformed glob", text: `{"exclude":["[a"]}`, want: []string{"1:13 an element of exclude is not a valid glob"}, schema: "accepts"},
	{name: "an unknown kind", text: `{"kinds":{"a":"mesage"}}`, want: []string{`1:15 unknown kind "mesage"; did you mean "message"?`}},
	{name: "an unknown rule", text: `{"rules":{"to-maxx":"off"}}`, want: []string{`1:11 no rule matches "to-maxx"; did you mean "to-max"?`}, schema: "accepts"},
	{name: "an unknown severity", text: `{"rules":{"to-max":"warn"}}`, want: []string{`1:20 unknown severity "warn"; did you mean "warning"?`}},
	{name: "unknown values", text: `{"known":{"values":{"part.kind":[]}}}`, want: []string{`1:21 unknown member "part.kind" in known.values`}},
	{name: "several faults, in their order", text: "{\"known\": 1,\n\"kinds\": {\"é🎉\": 2}}", want: []string{"1:11 known is a number", "2:18 a kind is a number"}},
	{name: "an ignore without a reason", text: `{"ignores":[{"rule":"to-max"}]}`, want: []string{"1:13 ignore has no reason"}},
	{name: "an ignore without a rule", text: `{"ignores":[{"reason":"x"}]}`, want: []string{"1:13 ignore has no rule"}},
	{name: "an ignore with an empty reason", text: `{"ignores":[{"rule":"to-max","reason":""}]}`, want: []string{"1:39 reason is empty"}},
	{name: "no date", text: `{"ignores":[{"rule":"to-max","reason":"x","expires":"soon"}]}`, want: []string{`1:53 expires is "soon"; expected a date`}},
	{name: "no pointer", text: `{"ignores":[{"rule":"to-max","reason":"x","pointer":"to"}]}`, want: []string{`1:53 pointer "to" does not start with /`}},
}

func TestParse(t *testing.T) {
	for _, tt := range configs {
		t.Run(tt.name, func(t *testing.T) {
			_, found := Parse(Name, "/p", []byte(tt.text))
			require.Len(t, found, len(tt.want), "%v", found)
			for i, d := range found {
				require.Equal(t, validate.SeverityError, d.Severity)
				got := fmt.Sprintf("%d:%d %s", d.Start.Line, d.Start.Column, d.Message)
				require.True(t, strings.HasPrefix(got, tt.want[i]), got)
			}
		})
	}
}

// TestRulesAgree: the reader knows the rules that can be configured, without
// linking their texts.
func TestRulesAgree(t *testing.T) {
	require.ElementsMatch(t, rules.Configurable("*"), settings.Select("*"))
	require.Equal(t, rules.Config, settings.Rule)
}

// TestSchemaAgrees compares the shipped schema with the parser.
func TestSchemaAgrees(t *testing.T) {
	file, err := filepath.Abs("../../../../../docs/linqlint.schema.json")
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile(file)
	require.NoError(t, err)
	for _, tt := range configs {
		if tt.schema == "malformed" {
			continue
		}
		standard, err := hujson.Standardize([]byte(tt.text))
		require.NoError(t, err, tt.name)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(string(standard)))
		require.NoError(t, err, tt.name)
		if len(tt.want) == 0 || tt.schema == "accepts" {
			require.NoError(t, schema.Validate(instance), tt.name)
		} else {
			require.Error(t, schema.Validate(instance), tt.name)
		}
	}
	for _, k := range validate.Kinds() {
		require.NoError(t, schema.Validate(map[string]any{"kinds": map[string]any{"x": string(k)}}), k)
	}
	for _, m := range validate.KnownEnums() {
		require.NoError(t, schema.Validate(map[string]any{"known": map[string]any{"values": map[string]any{m: []any{"x"}}}}), m)
	}
}

// TestHostileConfigs reads configs that could harm the person who runs linqlint.
func TestHostileConfigs(t *testing.T) {
	for name, text := range map[string]string{
		"deep":         strings.Repeat("[", 20_000_000),
		"deep objects": strings.Repeat(`{"a":`, 1_000_000),
		"many commas":  "[" + strings.Repeat(",", 1_000_000),
		"no text":      "\xff\xfe\x00",
	} {
		_, found := Parse(Name, "/p", []byte(text))
		require.Len(t, found, 1, name)
		require.Equal(t, validate.SeverityError, found[0].Severity)
	}
	// A byte order mark is white space, and places count it.
	c, found := Parse(Name, "/p", []byte("\uFEFF{\"rules\": {\"to-max\": \"off\"}}"))
	require.Empty(t, found)
	require.Len(t, c.Rules, 1)
	_, found = Parse(Name, "/p", []byte("\uFEFF{\"rules\": {\"to-max\": \"of\"}}"))
	require.Equal(t, validate.Position{Offset: 24, Line: 1, Column: 23}, found[0].Start)
}

// TestGlobs checks which files a glob matches.
func TestGlobs(t *testing.T) {
	tests := []struct {
		glob, at string
		want     bool
	}{
		{"*.json", "/p/a.json", true},
		{"*.json", "/p/deep/down/a.json", true},
		{"fixtures", "/p/x/fixtures/a.json", true},
		{"fixtures/", "/p/x/fixtures/a.json", true},
		{"x/fixtures", "/p/x/fixtures/a.json", true},
		{"x/fixtures", "/p/y/x/fixtures/a.json", false},
		{"./x/*.json", "/p/x/a.json", true},
		{"x/*.json", "/p/x/y/a.json", false},
		{"x/**", "/p/x/y/a.json", true},
		{"**", "/p/a.json", true},
		{"**", "/q/a.json", false},
		{"*.json", "/pp/a.json", false},
	}
	for _, tt := range tests {
		c, found := Parse(Name, "/p", fmt.Appendf(nil, `{"exclude":[%q]}`, tt.glob))
		require.Empty(t, found)
		_, got := c.Excluded(tt.at)
		require.Equal(t, tt.want, got, "%s matches %s", tt.glob, tt.at)
	}
	c, _ := Parse(Name, "/", []byte(`{"exclude":["*.json"]}`))
	_, got := c.Excluded("/a.json")
	require.True(t, got)
}

// TestIgnores checks what ignores match, and the warnings about them at the end.
func TestIgnores(t *testing.T) {
	now := time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC)
	parse := func(ignore string) *Config {
		c, found := Parse(Name, "/p", []byte(`{"ignores":[`+ignore+`]}`))
		require.Empty(t, found)
		return c
	}
	d := &validate.Diagnostic{Rule: "to-handle", Pointer: "/to/3"}
	tests := []struct {
		name, ignore string
		takes        bool
		stale        string
	}{
		{"by its id", `{"rule":"to-handle","reason":"x"}`, true, ""},
		{"by its family", `{"rule":"to-*","reason":"x"}`, true, ""},
		{"another rule", `{"rule":"to-max","reason":"x"}`, false, "unused ignore: it matches no problem"},
		{"one token", `{"rule":"*","pointer":"/to/*","reason":"x"}`, true, ""},
		{"the exact place", `{"rule":"*","pointer":"/to/3","reason":"x"}`, true, ""},
		{"another place", `{"rule":"*","pointer":"/to/4","reason":"x"}`, false, "unused ignore: it matches no problem"},
		{"any depth", `{"rule":"*","pointer":"/**","reason":"x"}`, true, ""},
		{"its last day", `{"rule":"*","reason":"x","expires":"2026-06-15"}`, true, ""},
		{"the day after", `{"rule":"*","reason":"x","expires":"2026-06-14"}`, false, "ignore expired on 2026-06-14"},
		{"files that were not checked", `{"rule":"to-max","files":"other/**","reason":"x"}`, false, ""},
		{"files that were checked", `{"rule":"to-handle","files":"sub/**","reason":"x"}`, true, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(tt.ignore)
			c.MarkChecked("/p/sub/a.json")
			require.Equal(t, tt.takes, c.Ignored("/p/sub/a.json", d, now))
			stale := c.Stale(now)
			if tt.stale == "" {
				require.Empty(t, stale)
				return
			}
			require.Len(t, stale, 1)
			require.Equal(t, tt.stale, stale[0].Message)
			require.Equal(t, 12, stale[0].Start.Offset)
		})
	}
}

// TestSeveritiesWithoutEffect: a severity that later ones override is a warning.
func TestSeveritiesWithoutEffect(t *testing.T) {
	for text, want := range map[string][]string{
		`{"rules":{"to-max":"off","to-*":"error"}}`:                       {`1:11 "to-max" has no effect: later selectors match the same rules`},
		`{"rules":{"to-*":"error","to-max":"off"}}`:                       nil,
		`{"rules":{"to-max":"off","to-large":"off","*":"note"}}`:          {`1:11 "to-max" has no effect: later selectors match the same rules`, `1:26 "to-large" has no effect: later selectors match the same rules`},
		`{"rules":{"text-length":"off","effect-*":"off","to-max":"off"}}`: nil,
	} {
		c, found := Parse(Name, "/p", []byte(text))
		require.Empty(t, found)
		var got []string
		for _, d := range c.Stale(time.Time{}) {
			got = append(got, fmt.Sprintf("%d:%d %s", d.Start.Line, d.Start.Column, d.Message))
		}
		require.Equal(t, want, got, text)
	}
}

// TestKnownReachesTheValidator uses every way to make a name known.
func TestKnownReachesTheValidator(t *testing.T) {
	const body = `{"message":{"parts":[{"type":"text","value":"Hi","glow":1},{"type":"media","url":"https://example.com/a.webp"},{"type":"poll"}],
		"effect":{"name":"snowfall","type":"screen"}}}`
	require.NotEmpty(t, validate.JSON([]byte(body)).Diagnostics)
	c, found := Parse(Name, "/p", []byte(`{"known":{"members":["glow"],"effects":["snowfall"],"part_types":["poll"],"media_extensions":[".webp"]}}`))
	require.Empty(t, found)
	require.Empty(t, validate.JSON([]byte(body), c.Options()...).Diagnostics)
}

// FuzzParse checks that nothing panics, and that positions are inside the text.
func FuzzParse(f *testing.F) {
	for _, tt := range configs {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, found := Parse(Name, "/p", []byte(text))
		for _, d := range found {
			if d.Start.Offset < 0 || d.End.Offset < d.Start.Offset || d.End.Offset > len(text) || d.Message == "" {
				t.Fatalf("%+v in a text of %d bytes", d, len(text))
			}
		}
	})
}
