package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTextOfUnseenCodePoints: a text of these alone is blank; one of their neighbors
// in Unicode can be seen.
func TestTextOfUnseenCodePoints(t *testing.T) {
	for _, span := range [][2]rune{{0x34f, 0x34f}, {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x2064}, {0x2066, 0x206f}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},
		{0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xe0100, 0xe01ef}} {
		for r := span[0]; r <= span[1]; r++ {
			require.True(t, isUnseen(r), "%U", r)
		}
		require.False(t, isUnseen(span[0]-1), "%U", span[0]-1)
		require.False(t, isUnseen(span[1]+1), "%U", span[1]+1)
	}
}

// TestLettersInFront: each range of them from its first to its last one, and
// no more.
func TestLettersInFront(t *testing.T) {
	for _, span := range [][2]rune{{'A', 'Z'}, {'a', 'z'}, {0xc0, 0x2ff}, {0x391, 0x52f}, {0x620, 0x64a}, {0x904, 0x939}, {0x3041, 0x3096}, {0x30a1, 0x30ff}, {0x4e00, 0x9fff}, {0xac00, 0xd7a3}} {
		require.True(t, isLetterSurely(span[0]) && isLetterSurely(span[1]), "%U", span)
		require.False(t, isLetterSurely(span[0]-1) || isLetterSurely(span[1]+1), "%U", span)
	}
}

// TestInvisibleCodePoints: those that come along when a handle is copied.
func TestInvisibleCodePoints(t *testing.T) {
	for _, span := range [][2]rune{{0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x2069}, {0xfeff, 0xfeff}} {
		for r := span[0]; r <= span[1]; r++ {
			require.True(t, isInvisible(r), "%U", r)
		}
		require.False(t, isInvisible(span[0]-1), "%U", span[0]-1)
		require.False(t, isInvisible(span[1]+1), "%U", span[1]+1)
	}
}

// TestCleanHandle: what programs and people add to a handle goes, and the hint names
// each of it once.
func TestCleanHandle(t *testing.T) {
	for _, test := range []struct{ name, given, handle, hint string }{
		{"clean", "+14155550123", "+14155550123", ""},
		{"one invisible code point, twice", "\u200b+1415\u200b", "+1415", "remove U+200B, which cannot be seen"},
		{"two", "\u200b+1\ufeff", "+1", "remove U+200B and U+FEFF, which cannot be seen"},
		{"three", "\u200b+1\ufeff\u202a", "+1", "remove U+200B, U+FEFF and U+202A, which cannot be seen"},
		{"a prefix in any case, with slashes", "TEL://+1415 ", "+1415", `remove "tel:"`},
		{"a prefix and white space", "mailto: a@b.cd", "a@b.cd", `remove "mailto:"`},
		{"a prefix alone is the handle", "tel:", "tel:", ""},
		{"angle brackets", " <a@b.cd>", "a@b.cd", "remove the angle brackets"},
		{"one bracket", "a@b.cd>", "a@b.cd", "remove the angle brackets"},
		{"digits of other scripts", "＋１٢४", "+124", "digits and + must be ASCII"},
		{"a small plus sign", "﹢1", "+1", "digits and + must be ASCII"},
		{"the first and the last digit", "０９٠٩", "0909", "digits and + must be ASCII"},
		{"all at once", "<sms:＋1\u200b>", "+1", `remove U+200B, which cannot be seen; remove "sms:"; remove the angle brackets; digits and + must be ASCII`},
	} {
		t.Run(test.name, func(t *testing.T) {
			clean := cleanHandle(test.given)
			require.Equal(t, test.handle, clean.handle)
			require.Equal(t, test.hint, clean.hint())
		})
	}
}

// TestShades: seven bytes, a number sign and hexadecimal digits in any case.
func TestShades(t *testing.T) {
	for s, want := range map[string]bool{
		"#012345": true, "#abcDEF": true, "#6789f0": true,
		"": false, "#": false, "#12345": false, "#1234567": false, "1234567": false, "x123456": false, "#12345g": false, "#g12345": false, "#12 456": false,
	} {
		require.Equal(t, want, isShade(s), s)
	}
}

// TestLongPointersAreDropped: problems below a member with a long name are kept until
// their pointers take as much as the body does; the others stay.
func TestLongPointersAreDropped(t *testing.T) {
	const twice = `{"b":1,"b":2}`
	body := func(name int, values ...string) []byte {
		return []byte(`{"message":{` + hello + `,"effect":null},"` + strings.Repeat("a", name) + `":[` + strings.Join(values, ",") + `]}`)
	}
	few := []string{twice, twice, twice, twice}
	report := New(WithKind(KindChatsMessagesSend), WithSeverity("field-unknown", SeverityOff)).JSON(body(4090, few...))
	require.Len(t, report.Diagnostics, 5)
	report = New(WithKind(KindChatsMessagesSend), WithSeverity("field-unknown", SeverityOff)).JSON(body(4200, few...))
	require.Equal(t, 3, report.Truncated)
	require.Equal(t, "json-null /message/effect", found(report)[:len("json-null /message/effect")])
	many := make([]string, 2000)
	for i := range many {
		many[i] = twice
	}
	report = New(WithKind(KindChatsMessagesSend), WithSeverity("field-unknown", SeverityOff), WithSeverity("json-null", SeverityOff), WithMaxDiagnostics(5000)).JSON(body(1, many...))
	require.Zero(t, report.Truncated, "pointers that are short take what they need")
	require.Len(t, report.Diagnostics, 2000)
}

// TestReportAsText has a line for each diagnostic, and one for what is left out.
func TestReportAsText(t *testing.T) {
	require.Empty(t, Report{}.String())
	d := Diagnostic{Rule: "a", Message: "b", Severity: SeverityNote, Start: Position{Line: 1, Column: 2}}
	require.Equal(t, "1:2: note[a] b\n1:2: note[a] b\n", Report{Diagnostics: []Diagnostic{d, d}}.String())
	require.Equal(t, "and 1 more\n", Report{Truncated: 1}.String())
	require.Equal(t, "more can be fixed: fix the result again\n", Report{Unfinished: true}.String())
}

func TestUnknownKindPanics(t *testing.T) {
	require.Panics(t, func() { New().ForKind("nonsense") })
	require.Equal(t, KindMessagesEdit, New().ForKind(KindMessagesEdit).JSON([]byte(`{}`)).Kind)
	require.NotPanics(t, func() { New(WithKind(KindMessagesEdit)).ForKind("").JSON([]byte(`{}`)) })
}
