package validate

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

const threeProblems = `{"to":["+14155550123","1"],"message":{"parts":[{"type":"text","value":"hi"},{"type":"text","value":"","text_decorations":[{"range":[0,5],"style":"bold"}]}],"campaign":1}}`

func TestFieldAndPart(t *testing.T) {
	for _, row := range []struct {
		name, body, rule, field string
		part                    int
		inPart                  bool
	}{
		{"a missing member at the root", `{"message":{"parts":[{"type":"text","value":"hi"}]}}`, "field-required", "/to", 0, false},
		{"a missing member of a part", `{"to":["+14155550123"],"message":{"parts":[{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"},{"type":"text"}]}}`, "field-required", "/message/parts/1/value", 1, true},
		{"a value", `{"to":["1"],"message":{"parts":[{"type":"text","value":"hi"}]}}`, "to-handle", "/to/0", 0, false},
		{"a null that is required", `{"to":null,"message":{"parts":[{"type":"text","value":"hi"}]}}`, "field-required", "/to", 0, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := JSON([]byte(row.body), WithKind(KindMessagesCreate))
			i := slices.IndexFunc(r.Diagnostics, func(d Diagnostic) bool { return d.Rule == row.rule })
			require.GreaterOrEqual(t, i, 0, r.String())
			require.Equal(t, row.field, r.Diagnostics[i].Field())
			part, ok := r.Diagnostics[i].Part()
			require.Equal(t, row.inPart, ok)
			require.Equal(t, row.part, part)
		})
	}
}

func TestReportFilters(t *testing.T) {
	r := JSON([]byte(threeProblems))
	rules := func(seq func(func(Diagnostic) bool)) (ids []string) {
		for d := range seq {
			ids = append(ids, d.Rule)
		}
		return ids
	}
	require.Equal(t, []string{"to-handle", "parts-consecutive-text", "text-empty", "decoration-range-bounds"}, rules(r.Errors()))
	require.Len(t, rules(r.AtLeast(SeverityWarning)), 5)
	require.Equal(t, []string{"to-handle"}, rules(r.Under("/to")))
	require.Equal(t, []string{"parts-consecutive-text", "text-empty", "decoration-range-bounds"}, rules(r.Under("/message/parts/1")))
	require.Len(t, rules(r.Under("")), 5)
	require.Empty(t, rules(r.Under("/messag")))
	require.True(t, r.Has("text-empty"))
	require.False(t, r.Has("to-max"))
	for range r.Errors() {
		break // an iterator that is left early
	}
	require.ErrorIs(t, fmt.Errorf("send: %w", r.Err()), ErrInvalid)
	require.False(t, errors.Is(errors.New("other"), ErrInvalid))
}

// TestReportReadsBack: every report is read back as it was written.
func TestReportReadsBack(t *testing.T) {
	for _, body := range []string{threeProblems, `{`, `[]`, `{"parts":[{"type":"text","value":"\ud83d"}]}`, "\xff", `{"message":{"parts":[{"type":"text","value":"👋🏽","text_decorations":[{"range":[0,2],"style":"bold"},{"range":[0,2],"style":"bold"}]}]}}`} {
		r := JSON([]byte(body), WithNotes(), WithMaxDiagnostics(4))
		for i := range r.Diagnostics {
			r.Diagnostics[i].Origin = "Text #1"
		}
		r.Truncated += 30
		text, err := json.Marshal(r)
		require.NoError(t, err)
		var back Report
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, r.Truncated, back.Truncated)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(text), string(again))
		var d Diagnostic
		one, err := json.Marshal(r.Diagnostics[0])
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(one, &d))
		require.Equal(t, back.Diagnostics[0], d)
	}
}

func TestDecodeRejects(t *testing.T) {
	for _, text := range []string{`[]`, `{"diagnostics":{}}`, `{"diagnostics":[1]}`, `{"diagnostics":[{"start":[]}]}`, `{"kind":1}`} {
		var r Report
		require.Error(t, json.Unmarshal([]byte(text), &r), text)
	}
	var s Severity
	require.Error(t, json.Unmarshal([]byte(`"fatal"`), &s))
	require.NoError(t, json.Unmarshal([]byte(`"warning"`), &s))
	require.Equal(t, SeverityWarning, s)
	for s := Severity(0); s <= SeverityError; s++ {
		text, err := json.Marshal(s)
		require.NoError(t, err)
		var back Severity
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, s, back)
	}
	_, err := json.Marshal(Severity(99))
	require.Error(t, err)
	var p Position
	text, err := json.Marshal(Position{1, 2, 3})
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &p))
	require.Equal(t, Position{1, 2, 3}, p)
}

// TestFieldOfMissing: the place of a member that is missing is where it would be.
func TestFieldOfMissing(t *testing.T) {
	for _, row := range []struct {
		kind       Kind
		body, want string
	}{
		{KindMessagesCreate, `{"message":{"parts":[{"type":"text","value":"a"}]}}`, "field-required /to"},
		{KindMessagesCreate, `{"to":["+14155550123"],"message":{"parts":[{"type":"text"}]}}`, "field-required /message/parts/0/value"},
		{KindMessage, `{"parts":[{"type":"text","value":"a"}],"effect":{"name":"confetti"}}`, "effect-incomplete /effect/type"},
		{KindMessage, `{"parts":[{"type":"text","value":"a"}],"effect":{"type":"screen"}}`, "effect-incomplete /effect/name"},
		{KindMessage, `{"parts":[{"type":"text","value":"a"}],"effect":{}}`, "effect-incomplete /effect"},
		{KindChatsBackgroundSet, `{"type":"photo"}`, "background-required /"},
	} {
		t.Run(row.want, func(t *testing.T) {
			d := New(WithKind(row.kind)).JSON([]byte(row.body)).Diagnostics[0]
			require.Contains(t, d.Rule+" "+d.Field(), row.want)
			require.NotEmpty(t, d.DocURL())
		})
	}
	require.Empty(t, Diagnostic{}.DocURL())
	require.Empty(t, RuleInfo{}.DocURL())
}

func TestLocalizeNothing(t *testing.T) {
	r := JSON([]byte(threeProblems))
	require.Equal(t, r, r.Localize(nil))
	require.Equal(t, r, r.Localize(func(string, Args) string { return "" }))
}

// TestAdd adds diagnostics of another checker within the limits of the options.
func TestAdd(t *testing.T) {
	own := func(offset int, s Severity) Diagnostic {
		return Diagnostic{Rule: "own-rule", Severity: s, Start: Position{Offset: offset, Line: 1, Column: offset + 1}}
	}
	r := JSON([]byte(threeProblems))
	n := len(r.Diagnostics)
	all := New().Add(r, own(1<<20, SeverityError), own(0, SeverityWarning), own(3, SeverityOff), own(3, 0))
	require.Len(t, all.Diagnostics, n+2)
	require.Equal(t, "own-rule", all.Diagnostics[0].Rule)
	require.Equal(t, "own-rule", all.Diagnostics[n+1].Rule)
	require.Equal(t, r, JSON([]byte(threeProblems)), "the report itself is not changed")
	require.Equal(t, r, (*Validator)(nil).Add(r))

	few := New(WithMaxDiagnostics(2)).Add(Report{Truncated: 3}, own(2, SeverityNote), own(3, SeverityError), own(1, SeverityWarning))
	require.Equal(t, []Diagnostic{own(1, SeverityWarning), own(3, SeverityError)}, few.Diagnostics)
	require.Equal(t, 4, few.Truncated)

	fast := New(WithFailFast())
	require.Empty(t, fast.Add(Report{}, own(1, SeverityWarning)).Diagnostics)
	require.Equal(t, []Diagnostic{own(2, SeverityError)}, fast.Add(Report{}, own(1, SeverityWarning), own(3, SeverityError), own(2, SeverityError)).Diagnostics)
}

func TestSentenceFormat(t *testing.T) {
	s := sentence{partsMax, "", `{name:q} has {actual:part}, {limit} allowed`}
	require.Equal(t, `"parts" has 1 part, 100 allowed`, formatted(&s, wordArg("name", "parts"), intArg("actual", 1), intArg("limit", 100)))
	require.Equal(t, `"parts" has 2 parts, 100 allowed`, formatted(&s, wordArg("name", "parts"), intArg("actual", 2), intArg("limit", 100)))
	s = sentence{decorationStyle, "", "{other:a}, not {member:a}"}
	require.Equal(t, "a style, not an animation", formatted(&s, wordArg("other", "style"), wordArg("member", "animation")))
	n, ok := Args{{"limit", int64(7)}}.Int("limit")
	require.True(t, ok)
	require.EqualValues(t, 7, n)
	_, ok = Args{{"limit", "7"}}.Int("limit")
	require.False(t, ok)
	require.Equal(t, "", Args{}.Text("limit"))
}

// TestErrorCountsTruncated: what the maximum cut off is counted too.
func TestErrorCountsTruncated(t *testing.T) {
	err := JSON([]byte(threeProblems), WithMaxDiagnostics(2)).Err()
	require.ErrorContains(t, err, "and 4 more problems")
}
