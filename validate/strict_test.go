package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMistypedOptions: New says which option is mistyped.
func TestMistypedOptions(t *testing.T) {
	for _, row := range []struct {
		name string
		opt  Option
		want string
	}{
		{"a rule", WithSeverity("to-hande", SeverityOff), `no rule fits "to-hande"`},
		{"a family without its star", WithSeverity("text", SeverityOff), `no rule fits "text"`},
		{"no selector", WithSeverity("", SeverityOff), `no rule fits ""`},
		{"the config, whose severity is fixed", WithSeverity("config", SeverityOff), `no rule fits "config"`},
		{"an unset severity", WithSeverity("to-handle", 0), "severity 0"},
		{"a severity out of range", WithSeverity("to-handle", 99), "severity 99"},
		{"a kind", WithKind("nonsense"), `unknown kind "nonsense"`},
		{"a service", WithService("imessage"), `unknown service "imessage"`},
		{"a fixer's rule", WithFixer("no-such-rule", func([]byte, Diagnostic) (Fix, bool) { return Fix{}, false }), `unknown rule "no-such-rule"`},
		{"a nil fixer", WithFixer("text-blank", nil), "nil Fixer"},
		{"a date", WithAsOf("yesterday"), `"yesterday" is not a date`},
		{"a month", WithAsOf("2026-13-01"), "is not a date"},
		{"an empty date", WithAsOf(""), "is not a date"},
		{"a day that February does not have", WithAsOf("2026-02-29"), "is not a date"},
		{"a day that a century does not have", WithAsOf("2100-02-29"), "is not a date"},
		{"a day that June does not have", WithAsOf("2026-06-31"), "is not a date"},
	} {
		t.Run(row.name, func(t *testing.T) {
			defer func() {
				text, _ := recover().(string)
				require.Contains(t, text, row.want)
			}()
			New(row.opt)
			t.Fatal("no panic")
		})
	}
	for name, opts := range map[string][]Option{
		"a kind":    {WithKind("nonsense"), WithKind(KindMessagesCreate)},
		"a service": {WithService("imessage"), WithService(ServiceSMS)},
		"a date":    {WithAsOf("yesterday"), WithAsOf("2026-11-30")},
	} {
		require.Panics(t, func() { New(opts...) }, name+" that a later option replaces")
	}
	require.NotPanics(t, func() {
		for _, date := range []string{"2024-02-29", "2000-02-29", "2026-02-28", "2026-12-31", "2026-04-30"} {
			New(WithAsOf(date))
		}
		New(nil, WithKind(""), WithService(""), WithSeverity("*", SeverityWarning), WithSeverity("builder-*", SeverityOff), WithSeverity("campaign-recipient", SeverityError))
	})
}

func TestIsDate(t *testing.T) {
	for s, want := range map[string]bool{
		"2026-01-01": true, "2026-12-31": true, "0000-06-15": true, "9999-10-30": true,
		"2026-00-10": false, "2026-13-10": false, "2026-05-00": false, "2026-05-32": false, "2026/05/10": false, "2026-05/10": false, "2026/05-10": false,
		"2026-5-10": false, "2026-05-1": false, "2026-05-100": false, "202x-05-10": false, "2026-0x-10": false, "2026-05-1x": false, "": false, "20260510": false,
	} {
		require.Equal(t, want, isDate(s), s)
	}
}

// TestZeroValidator: a Validator that New did not make checks as New() does.
func TestZeroValidator(t *testing.T) {
	var zero Validator
	var none *Validator
	for _, body := range []string{`{`, "", "\xff", `{"message":{"parts":[]}}`, ready} {
		want := New().JSON([]byte(body))
		require.Equal(t, want, zero.JSON([]byte(body)))
		require.Equal(t, want, none.JSON([]byte(body)))
		require.Equal(t, New().ForKind(KindChatsMessagesSend).JSON([]byte(body)), none.ForKind(KindChatsMessagesSend).JSON([]byte(body)))
		wantFixed, wantN, wantRest := New().Fix([]byte(body), FixAll)
		for _, v := range []*Validator{&zero, none} {
			fixed, n, rest := v.Fix([]byte(body), FixAll)
			require.Equal(t, wantFixed, fixed)
			require.Equal(t, wantN, n)
			require.Equal(t, wantRest, rest)
		}
	}
	body := []byte(sendOf(textOf("a"), textOf("b")))
	d := zero.JSON(body).Diagnostics[0]
	require.True(t, zero.Keeps(body, d, d.Fixes[0]))
	require.True(t, none.Keeps(body, d, d.Fixes[0]))
}

func TestWithStrict(t *testing.T) {
	body := []byte(sendOf(textOf(" "), `{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`, textOf("**b**")))
	require.True(t, JSON(body).OK())
	report := JSON(body, WithStrict())
	require.Equal(t, "text-blank /message/parts/0/value", found(report))
	require.Equal(t, SeverityError, report.Diagnostics[0].Severity)
	require.Equal(t, 1, JSON(body, WithStrict(), WithNotes()).Count(SeverityNote), "notes stay notes")
	require.True(t, JSON(body, WithStrict(), WithSeverity("text-blank", SeverityNote)).OK())
}

// TestWithFailFast: one error, and a body without errors has no diagnostic.
func TestWithFailFast(t *testing.T) {
	warned := []byte(sendOf(textOf(" ")))
	require.Empty(t, JSON(warned, WithFailFast()).Diagnostics)
	many := []byte(sendOf(strings.TrimSuffix(strings.Repeat(`{"type":"gif"},`, 5000), ",")))
	report := JSON(many, WithFailFast())
	require.Len(t, report.Diagnostics, 1)
	require.Equal(t, SeverityError, report.Diagnostics[0].Severity)
	require.Zero(t, report.Truncated)
	require.Len(t, JSON([]byte(`{`), WithFailFast()).Diagnostics, 1)
	require.False(t, JSON(warned, WithFailFast(), WithStrict()).OK())
}

// TestWithAsOf: what is newer than the date warns at most.
func TestWithAsOf(t *testing.T) {
	for rule := range ruleTable {
		row, id := &ruleTable[rule], ruleTable[rule].id
		if since := ruleSince[rule]; since == "" {
			require.Equal(t, row.severity == SeverityError, New(WithAsOf("2000-01-01")).Severity(id) == SeverityError, id)
		} else {
			require.True(t, isDate(since), id)
			require.NotEqual(t, SeverityError, New(WithAsOf("2000-01-01")).Severity(id), id)
			require.NotEqual(t, SeverityError, New(WithAsOf("2000-01-01"), WithStrict()).Severity(id), id)
			require.Equal(t, row.severity, New(WithNotes(), WithAsOf(since)).Severity(id), id)
		}
	}
}

// TestAdjust checks a date for a rule, since no rule is newer than the first version.
func TestAdjust(t *testing.T) {
	for _, row := range []struct {
		name  string
		since string
		opts  []Option
		give  Severity
		want  Severity
	}{
		{"newer", "2027-03-01", []Option{WithAsOf("2027-02-28")}, SeverityError, SeverityWarning},
		{"of the same day", "2027-03-01", []Option{WithAsOf("2027-03-01")}, SeverityError, SeverityError},
		{"older", "2027-03-01", []Option{WithAsOf("2028-01-01")}, SeverityError, SeverityError},
		{"without a date", "2027-03-01", nil, SeverityError, SeverityError},
		{"newer and strict", "2027-03-01", []Option{WithAsOf("2027-02-28"), WithStrict()}, SeverityWarning, SeverityWarning},
		{"older and strict", "2027-03-01", []Option{WithAsOf("2027-03-01"), WithStrict()}, SeverityWarning, SeverityError},
		{"a newer note", "2027-03-01", []Option{WithAsOf("2027-02-28"), WithStrict()}, SeverityNote, SeverityNote},
	} {
		t.Run(row.name, func(t *testing.T) { require.Equal(t, row.want, New(row.opts...).adjust(row.since, row.give)) })
	}
}

func TestSeverityOf(t *testing.T) {
	v := New(WithSeverity("builder-*", SeverityWarning), WithSeverity("to-large", SeverityOff))
	require.Equal(t, SeverityWarning, v.Severity("builder-substring-ambiguous"))
	for _, id := range []string{"builder-substring", "builder-utf8"} {
		require.Equal(t, SeverityError, v.Severity(id), "a family leaves it")
		require.PanicsWithValue(t, `validate: WithSeverity: the severity cannot be changed of "`+id+`"`, func() { New(WithSeverity(id, SeverityOff)) })
	}
	require.Equal(t, SeverityOff, New().Severity("request-unchecked"), "a note")
	require.Equal(t, SeverityOff, v.Severity("to-large"))
	require.Equal(t, SeverityOff, v.Severity("no-such"))
	require.Equal(t, SeverityOff, v.Severity("text-markdown"), "a note that nobody asked for")
	require.Equal(t, SeverityError, (*Validator)(nil).Severity("to-empty"))
}

// TestFailFastFixes: a fix is not left out because the report ends at another error.
func TestFailFastFixes(t *testing.T) {
	for _, body := range []string{
		`{"to":["(415) 555-9876"],"campaign":1,"message":{"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}}`,
		`{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"a"}],"effect":{"name":"Confetti","type":"screen"}}}`,
	} {
		want, wantN, _ := New(WithStrict()).Fix([]byte(body), FixAll)
		fixed, n, _ := New(WithStrict(), WithFailFast()).Fix([]byte(body), FixAll)
		require.Equal(t, string(want), string(fixed))
		require.Equal(t, wantN, n)
		require.NotZero(t, n)
	}
}
