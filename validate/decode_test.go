package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDecodeMembers reads every member of a report, at each place of an object.
func TestDecodeMembers(t *testing.T) {
	text := []byte(`{"later":[1,{}],"kind":"chats.create","response":"r","truncated":3,"diagnostics":[{"rule":"a","code_stated":true,"api_code":1005,
"args":{"n":-2,"s":"t"},"start":{"offset":1,"line":2,"column":3},"end":{"column":6,"line":5,"offset":4},"severity":"warning",
"related":[{"message":"m","pointer":"/p","start":{"offset":7},"end":{"offset":8}},{"message":"o"}],
"fixes":[{"title":"f","safe":true,"edits":[{"start":1,"end":2,"text":"x"},{"start":3,"end":4,"text":""}]},{"title":"g","safe":false}]},
{"rule":"b","message":"m","hint":"h","reason":"w","pointer":"/q","origin":"o"}]}`)
	want := Report{Kind: "chats.create", Response: "r", Truncated: 3, Diagnostics: []Diagnostic{
		{
			Rule: "a", APICodeDocumented: true, APICode: 1005, Args: Args{{"n", int64(-2)}, {"s", "t"}}, Severity: SeverityWarning,
			Start: Position{1, 2, 3}, End: Position{4, 5, 6},
			Related: []Related{{"m", "/p", Position{Offset: 7}, Position{Offset: 8}}, {Message: "o"}},
			Fixes:   []Fix{{Title: "f", Safe: true, Edits: []Edit{{1, 2, "x"}, {3, 4, ""}}}, {Title: "g"}},
		},
		{Rule: "b", Message: "m", Hint: "h", Reason: "w", Pointer: "/q", Origin: "o"},
	}}
	got := Report{Truncated: 9, Diagnostics: []Diagnostic{{}}}
	require.NoError(t, got.UnmarshalJSON(text))
	clear(text) // what is read does not alias it
	require.Equal(t, want, got)
	require.NoError(t, got.UnmarshalJSON([]byte("null")))
	require.Equal(t, want, got, "null changes nothing")
}

// TestDecodeErrors name what is wrong.
func TestDecodeErrors(t *testing.T) {
	for text, want := range map[string]string{
		`[]`:                          `validate: an array is not an object`,
		`{"kind":1}`:                  `validate: member "kind" is a number`,
		`{"truncated":"1"}`:           `validate: member "truncated" is a string`,
		`{"diagnostics":{}}`:          `validate: member "diagnostics" is an object`,
		`{"diagnostics":[{},"a",[]]}`: `validate: an element of "diagnostics" is a string`,
	} {
		var r Report
		require.EqualError(t, r.UnmarshalJSON([]byte(text)), want, text)
	}
	var s Severity
	require.EqualError(t, s.UnmarshalText([]byte("fatal")), `validate: unknown severity "fatal"`)
	for safety, text := range map[Safety]string{FixSafe: "safe", FixAll: "all"} {
		got, err := safety.MarshalText()
		require.NoError(t, err)
		require.Equal(t, text, string(got))
		var read Safety
		require.NoError(t, read.UnmarshalText(got))
		require.Equal(t, safety, read)
	}
	for _, safety := range []Safety{0, 3} {
		_, err := safety.MarshalText()
		require.EqualError(t, err, "validate: not a safety")
	}
	_, err := Severity(99).MarshalText()
	require.EqualError(t, err, "validate: severity 99 is out of range")
	var a Arg
	require.EqualError(t, a.UnmarshalJSON([]byte(`{}`)), "validate: an argument is an object with one member")
}
