package validate

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestQuoted: in double quotes, with escapes, and cut behind 40 code points.
func TestQuoted(t *testing.T) {
	forty := strings.Repeat("é", 40)
	for s, want := range map[string]string{
		"": `""`, "a": `"a"`, `a\b`: `"a\\b"`, `a"b`: `"a\"b"`, "a b": `"a b"`, "a\n": `"a\n"`, "é": `"é"`, forty: `"` + forty + `"`, forty + "x": `"` + forty + `…"`,
		strings.Repeat("x", 40): `"` + strings.Repeat("x", 40) + `"`, strings.Repeat("x", 41): `"` + strings.Repeat("x", 40) + `…"`,
	} {
		require.Equal(t, want, quoted(s))
	}
}

// TestFormat leaves braces alone where a sentence has no arguments.
func TestFormat(t *testing.T) {
	plain := sentence{text: "write {name} here"}
	require.Equal(t, "write {name} here", formatted(&plain))
	counted := sentence{text: `{n:part} of {name:q}, {name}`}
	require.Equal(t, `1 part of "a", a`, formatted(&counted, intArg("n", 1), wordArg("name", "a")))
	require.Equal(t, `2 parts of "", `, formatted(&counted, intArg("n", 2), wordArg("name", "")))
	require.Equal(t, "fixed", formatted(&sentence{text: "fixed"}, intArg("n", 1)))
}

func formatted(s *sentence, args ...arg) string { return string(s.append(nil, args)) }

// TestPlacesInEscapedTexts: two rules each find something in one text with
// escapes, in either order; both places are right.
func TestPlacesInEscapedTexts(t *testing.T) {
	for _, text := range []string{`\u00e9\n {{name}} and\t **bold**`, `\u00e9\n **bold** and\t {{name}}`, `\u00e9 {{a}} **b** \n{{c}}`} {
		body := `{"message":{"parts":[{"type":"text","value":"` + text + `"}]}}`
		seen := map[string]string{}
		for _, d := range JSON([]byte(body), WithNotes()).Diagnostics {
			if _, ok := seen[d.Rule]; !ok {
				seen[d.Rule] = body[d.Start.Offset:d.End.Offset]
			}
		}
		require.True(t, strings.HasPrefix(seen["text-template"], "{{"), "%s: %q", text, seen)
		require.True(t, strings.HasPrefix(seen["text-markdown"], "**"), "%s: %q", text, seen)
	}
}

// TestJoinBothLists moves decorations and stickers of the second text behind those
// of the first, or makes the members for them.
func TestJoinBothLists(t *testing.T) {
	const bold, cat = `{"range":[0,1],"style":"bold"}`, `{"range":[1,2],"attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"}`
	const movedBold, movedCat = `{"range":[3,4],"style":"bold"}`, `{"range":[4,5],"attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"}`
	second := `{"type":"text","value":"cd","text_decorations":[` + bold + `],"inline_stickers":[` + cat + `]}`
	for name, test := range map[string]struct{ first, want string }{
		"none":        {textOf("ab"), `{"type":"text","value":"ab\ncd","text_decorations":[` + movedBold + `],"inline_stickers":[` + movedCat + `]}`},
		"decorations": {`{"type":"text","value":"ab","text_decorations":[` + bold + `]}`, `{"type":"text","value":"ab\ncd","text_decorations":[` + bold + `,` + movedBold + `],"inline_stickers":[` + movedCat + `]}`},
		"stickers":    {`{"type":"text","value":"ab","inline_stickers":[` + cat + `]}`, `{"type":"text","value":"ab\ncd","inline_stickers":[` + cat + `,` + movedCat + `],"text_decorations":[` + movedBold + `]}`},
	} {
		t.Run(name, func(t *testing.T) {
			fixed, _, rest := New(WithKind(KindChatsMessagesSend)).Fix([]byte(sendOf(test.first, second)), FixAll)
			require.JSONEq(t, sendOf(test.want), string(fixed))
			require.Empty(t, rest.Diagnostics)
		})
	}
}

// TestAddressesThatOnlyLookPrivate differ from a private one in a single group.
func TestAddressesThatOnlyLookPrivate(t *testing.T) {
	for host, private := range map[string]bool{
		"[::ffff:10.0.0.1]": true, "[::ffff:a00:1]": true, "[::1]": true, "[::]": true, "[fc00::1]": true, "[fdff::1]": true, "[fe80::1]": true, "[febf::1]": true,
		"[::ff:10.0.0.1]": false, "[::ff00:10.0.0.1]": false, "[::1:ffff:10.0.0.1]": false, "[1::ffff:10.0.0.1]": false, "[::ffff:93.184.216.34]": false,
		"[::ff:0:1]": false, "[::ff00:0:1]": false, "[::100:1]": false, "[::100]": false, "[2::]": false,
		"[::2]": false, "[::1:1]": false, "[1::1]": false, "[fe00::1]": false, "[fec0::1]": false, "[fbff::1]": false, "[2001:db8::1]": false,
	} {
		report := JSON([]byte(mediaOf("https://" + host + "/a.jpg")))
		require.Equal(t, private, report.Has("media-url-private"), host)
		require.False(t, report.Has("media-url"), host)
	}
}

func TestParseIPv4(t *testing.T) {
	for s, want := range map[string]bool{
		"1.2.3.4": true, "255.255.255.255": true, "0.0.0.0": true, "001.2.3.4": true,
		"256.1.1.1": false, "1.2.3": false, "1.2.3.4.5": false, "1..3.4": false, "1.2.3.": false, "0001.2.3.4": false, "1.2.3.x": false, "+1.2.3.4": false, "": false,
	} {
		_, ok := parseIPv4(s)
		require.Equal(t, want, ok, s)
	}
}

func TestParseIPv6(t *testing.T) {
	for s, want := range map[string]string{
		"::": "00000000000000000000000000000000", "::1": "00000000000000000000000000000001", "1::": "00010000000000000000000000000000", "1:2:3:4:5:6:7:8": "00010002000300040005000600070008",
		"1:2:3:4:5:6:7::": "00010002000300040005000600070000", "::2:3:4:5:6:7:8": "00000002000300040005000600070008", "fe80::1%en0": "fe800000000000000000000000000001",
		"::1.2.3.4": "00000000000000000000000001020304", "1:2:3:4:5:6:1.2.3.4": "00010002000300040005000601020304", "AbCd::": "abcd0000000000000000000000000000",
		"": "", "1": "", "1:2:3:4:5:6:7": "", "1:2:3:4:5:6:7:8:9": "", "1:2:3:4::5:6:7:8": "", "1:2:3:4:5:6:7:8::": "", "::00001": "", "::g": "", "::10000": "", "1::2::3": "", "::1.2.3": "", "1.2.3.4::": "", ":1": "", "1:": "",
		"1:2:3:4:5:6:7:1.2.3.4": "", "::1.2.3.4:5": "",
	} {
		ip, ok := parseIPv6(s)
		require.Equal(t, want != "", ok, s)
		if ok {
			require.Equal(t, want, hex.EncodeToString(ip[:]), s)
		}
	}
}

// TestImagesInAnyCase: an attachment id is the same in any case, a URL is not.
func TestImagesInAnyCase(t *testing.T) {
	const id = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab2"
	var lower, mixed []string
	for i := range 10 {
		lower = append(lower, `{"range":[`+itoa(i)+`,`+itoa(i+1)+`],"attachment_id":"`+id+`a`+itoa(i)+`"}`)
	}
	for i, s := range lower {
		mixed = append(mixed, strings.Replace(strings.ToUpper(strings.Replace(s, "range", "RANGE", 1)), `"RANGE":[`+itoa(i)+`,`+itoa(i+1)+`],"ATTACHMENT_ID"`, `"range":[`+itoa(i+10)+`,`+itoa(i+11)+`],"attachment_id"`, 1))
	}
	body := sendOf(`{"type":"text","value":"` + strings.Repeat("x", 20) + `","inline_stickers":[` + strings.Join(append(lower, mixed...), ",") + `]}`)
	require.Empty(t, JSON([]byte(body), WithKind(KindChatsMessagesSend)).Diagnostics)
}

// TestArgReadsOne refuses what is not an object with one member.
func TestArgReadsOne(t *testing.T) {
	var a Arg
	require.NoError(t, a.UnmarshalJSON([]byte(`{"n":1}`)))
	require.Equal(t, Arg{"n", int64(1)}, a)
	for _, text := range []string{`{}`, `{"a":1,"b":2}`, `[1]`, `{`} {
		require.Error(t, a.UnmarshalJSON([]byte(text)), text)
	}
}

func TestIsUnusualEmail(t *testing.T) {
	for s, want := range map[string]bool{
		"kevin@example.com": true, "a:b@example.com": false, ":a@example.com": true, "mailto:a@example.com": false, "<a@example.com": false, "a>@example.com": false,
		"a b@example.com": false, "a\u200b@example.com": false, "ä@example.com": true, "\u0080a@example.com": false,
	} {
		require.Equal(t, want, isUnusualEmail(s, strings.IndexByte(s, '@')), s)
	}
}
