package markdown

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// apply replaces the edits' bytes, the last first.
func apply(body []byte, edits []validate.Edit) []byte {
	out := bytes.Clone(body)
	for i := len(edits) - 1; i >= 0; i-- {
		e := edits[i]
		out = append(out[:e.Start:e.Start], append([]byte(e.Text), out[e.End:]...)...)
	}
	return out
}

func TestFix(t *testing.T) {
	for _, test := range []struct{ name, part, want string }{
		{"bold", `{"type":"text","value":"**Sale** ends"}`,
			`{"type":"text","value":"Sale ends","text_decorations":[{"range":[0,4],"style":"bold"}]}`},
		{"the value is not the last member", `{"value": "a _b_ 🎉 ~~c~~", "type": "text"}`,
			`{"value": "a b 🎉 c","text_decorations":[{"range":[2,3],"style":"italic"},{"range":[7,8],"style":"strikethrough"}], "type": "text"}`},
		{"no decoration, no member", `{"type":"text","value":"[menu](https://example.com)"}`,
			`{"type":"text","value":"menu (https://example.com)"}`},
		{"an image stays a text", `{"type":"text","value":"see ![cat](https://example.com/cat.jpg)"}`,
			`{"type":"text","value":"see cat (https://example.com/cat.jpg)"}`},
		{"a decoration moves with its text", `{"type":"text","text_decorations":[{"range":[11,15],"animation":"big"}],"value":"**Now** 🎉 ends"}`,
			`{"type":"text","text_decorations":[{"range":[7,11],"animation":"big"},{"range":[0,3],"style":"bold"}],"value":"Now 🎉 ends"}`},
		{"a style is cut back to what no animation has", `{"type":"text","value":"**one two**","text_decorations":[{"range":[2,5],"animation":"nod"}]}`,
			`{"type":"text","value":"one two","text_decorations":[{"range":[0,3],"animation":"nod"},{"range":[3,7],"style":"bold"}]}`},
		{"a style that is there already is not added again", `{"type":"text","value":"**one** two","text_decorations":[{"style":"bold","range":[0,11]}]}`,
			`{"type":"text","value":"one two","text_decorations":[{"style":"bold","range":[0,7]}]}`},
		{"unknown members of a decoration stay", `{"type":"text","value":"**one** two","text_decorations":[{"speed":2,"range":[8,11],"style":"italic"}]}`,
			`{"type":"text","value":"one two","text_decorations":[{"speed":2,"range":[4,7],"style":"italic"},{"range":[0,3],"style":"bold"}]}`},
		{"escapes in the literal", `{"type":"text","value":"\u002a*\ud83c\udf89**\nx"}`,
			`{"type":"text","value":"🎉\nx","text_decorations":[{"range":[0,2],"style":"bold"}]}`},
		{"a mention's range moves", `{"type":"text","value":"**Hi** Kevin","mention":"+14155551234","mention_range":[7,12]}`,
			`{"type":"text","value":"Hi Kevin","text_decorations":[{"range":[0,2],"style":"bold"}],"mention":"+14155551234","mention_range":[3,8]}`},
		{"stickers move, and nothing is over them", `{"type":"text","value":"**one two** 🎉 _x_","inline_stickers":[{"attachment_id":"a","range":[6,9]},{"range":[12,14],"url":"u"}]}`,
			`{"type":"text","value":"one two 🎉 x","text_decorations":[{"range":[0,4],"style":"bold"},{"range":[11,12],"style":"italic"}],"inline_stickers":[{"attachment_id":"a","range":[4,7]},{"range":[8,10],"url":"u"}]}`},
		{"a URL in angle brackets", `{"type":"text","value":"<https://e.com> **a**","text_decorations":[{"range":[1,6],"style":"italic"}]}`,
			`{"type":"text","value":"https://e.com a","text_decorations":[{"range":[0,5],"style":"italic"},{"range":[14,15],"style":"bold"}]}`},
		{"null decorations", `{"type":"text","value":"**a**","text_decorations":null}`,
			`{"type":"text","value":"a","text_decorations":[{"range":[0,1],"style":"bold"}]}`},
		{"an entity is one piece", `{"type":"text","value":"**a** &amp; b","text_decorations":[{"range":[6,9],"style":"italic"}]}`,
			`{"type":"text","value":"a & b","text_decorations":[{"range":[2,3],"style":"italic"},{"range":[0,1],"style":"bold"}]}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := []byte(`{"parts":[` + test.part + `]}`)
			fix, ok := Fix(body, validate.Diagnostic{Rule: "text-markdown", Pointer: "/parts/0/value"})
			require.True(t, ok)
			require.False(t, fix.Safe)
			fixed := apply(body, fix.Edits)
			require.Equal(t, `{"parts":[`+test.want+`]}`, string(fixed))
			require.True(t, json.Valid(fixed))
			report := validate.JSON(fixed, validate.WithKind(validate.KindMessage), validate.WithNotes())
			if !strings.Contains(test.part, "sticker") {
				require.Zero(t, report.Count(validate.SeverityError), "%v", report.Diagnostics)
			}
		})
	}
}

// TestFixOfTheLongestText: a text of as many code points as the API takes is fixed,
// one that is longer is not.
func TestFixOfTheLongestText(t *testing.T) {
	for value, want := range map[string]bool{
		"- " + strings.Repeat("x", 9998):        true,
		"- " + strings.Repeat("x", 9999):        false,
		"**" + strings.Repeat("x", 9996) + "**": true,
		"**" + strings.Repeat("x", 9997) + "**": false, // to be split, whatever the marks are
		">" + strings.Repeat("x", 9998):         true,
		">" + strings.Repeat("x", 9999):         false, // with the mark and its space
	} {
		_, ok := Fix([]byte(`{"value":"`+value+`"}`), validate.Diagnostic{Rule: "text-markdown", Pointer: "/value"})
		require.Equal(t, want, ok, "%.3s, %d", value, len(value))
	}
}

func TestNoFix(t *testing.T) {
	for _, test := range []struct{ name, pointer, body string }{
		{"nothing to do", "/value", `{"value":"plain"}`},
		{"another member", "/type", `{"type":"**a**"}`},
		{"the part itself", "", `{"value":"**a**"}`},
		{"no such place", "/parts/3/value", `{"value":"**a**"}`},
		{"no text", "/value", `{"value":["**a**"]}`},
		{"broken JSON", "/value", `{"value":"**a**"`},
		{"an offset that is not an integer", "/value", `{"value":"**a** b","text_decorations":[{"range":[0.5,3],"style":"bold"}]}`},
		{"an end that is not an integer", "/value", `{"value":"**a** b","text_decorations":[{"range":[0,3.5],"style":"bold"}]}`},
		{"a decoration that is an array", "/value", `{"value":"**a** b","text_decorations":[["range",[0,3],"style","bold"]]}`},
		{"nothing would be left", "/value", `{"value":"<!-- **a** -->"}`},
		{"half a surrogate pair", "/value", `{"value":"**\ud83d**"}`},
		{"a decoration out of bounds", "/value", `{"value":"**a**","text_decorations":[{"range":[0,9],"style":"bold"}]}`},
		{"a decoration without a range", "/value", `{"value":"**a**","text_decorations":[{"style":"bold"}]}`},
		{"a decoration inside a pair", "/value", `{"value":"**🎉**","text_decorations":[{"range":[3,4],"style":"bold"}]}`},
		{"a decoration of the marks alone", "/value", `{"value":"**a**","text_decorations":[{"range":[0,2],"style":"bold"}]}`},
		{"decorations that are not an array", "/value", `{"value":"**a**","text_decorations":{}}`},
		{"a sticker over the marks alone", "/value", `{"value":"**a**","inline_stickers":[{"range":[0,2],"url":"u"}]}`},
		{"a sticker without a range", "/value", `{"value":"**a**","inline_stickers":[{"url":"u"}]}`},
		{"a sticker with two ranges", "/value", `{"value":"**a**","inline_stickers":[{"range":[2,3],"range":[2,3]}]}`},
		{"offsets in strings", "/value", `{"value":"**a** b","text_decorations":[{"range":["2","3"],"style":"bold"}]}`},
		{"an end in a string", "/value", `{"value":"**a** b","text_decorations":[{"range":[2,"3"],"style":"bold"}]}`},
		{"stickers that are not an array", "/value", `{"value":"**a**","inline_stickers":{}}`},
		{"a wrong mention range", "/value", `{"value":"**a**","mention_range":[0]}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, ok := Fix([]byte(test.body), validate.Diagnostic{Rule: "text-markdown", Pointer: test.pointer})
			require.False(t, ok)
		})
	}
}

// TestFixByTheValidator: the rule's own diagnostics get the fix, and after it
// nothing is left to report.
func TestFixByTheValidator(t *testing.T) {
	v := validate.New(validate.WithKind(validate.KindMessage), validate.WithNotes(), validate.WithFixer("text-markdown", Fix))
	body := []byte(`{"parts":[{"type":"text","value":"# Order\nYour **order** is *here* 🎉\n\n- [menu](https://example.com/menu)"}]}`)
	fixed, applied, rest := v.Fix(body, validate.FixAll)
	require.Equal(t, 1, applied)
	require.Empty(t, rest.Diagnostics)
	require.JSONEq(t, `{"parts":[{"type":"text","value":"Order\nYour order is here 🎉\n\n• menu (https://example.com/menu)",
		"text_decorations":[{"range":[0,5],"style":"bold"},{"range":[11,16],"style":"bold"},{"range":[20,24],"style":"italic"}]}]}`, string(fixed))
}

// TestFixRules: every example of the rule is fixed as it says.
func TestFixRules(t *testing.T) {
	rule, ok := rules.Lookup("text-markdown")
	require.True(t, ok)
	require.NotEmpty(t, rule.Bad)
	for _, e := range rule.Bad {
		v := validate.New(validate.WithKind(e.Kind), validate.WithNotes(), validate.WithFixer("text-markdown", Fix))
		fixed, applied, rest := v.Fix([]byte(e.Body), validate.FixAll)
		require.Equal(t, 1, applied, e.Title)
		require.Equal(t, e.Fixed, string(fixed), e.Title)
		require.Empty(t, rest.Diagnostics, "%s: %s", e.Title, fixed)
	}
}

// TestFixKeepsBodiesClean: a clean text with any decorations stays clean, and
// each decoration is over the same visible text as before, or more of it.
func TestFixKeepsBodiesClean(t *testing.T) {
	v := validate.New(validate.WithKind(validate.KindMessage))
	rapid.Check(t, func(t *rapid.T) {
		text := texts().Draw(t, "text")
		ds := settle(text, expressible(text, decorated(text).Draw(t, "decorations"), settings{animations: true}))
		body, err := builder.ContentOnly().Text(text, options(ds)...).BuildWith(v)
		if err != nil {
			return // an empty text
		}
		fix, ok := Fix(body.Bytes(), validate.Diagnostic{Rule: "text-markdown", Pointer: "/parts/0/value"})
		if !ok {
			return
		}
		fixed := apply(body.Bytes(), fix.Edits)
		report := v.JSON(fixed)
		require.Zero(t, report.Count(validate.SeverityError), "%s\n%s\n%v", body, fixed, report.Diagnostics)
		r, err := builder.Parse(fixed, validate.WithKind(validate.KindMessage))
		require.NoError(t, err)
		content := r.(builder.ContentOnlyRequest).Content()
		part := content.Parts[0]
		require.GreaterOrEqual(t, len(part.Decorations()), len(ds), "%s\n%s", body, fixed)
		for i, old := range ds {
			carried := part.Decorations()[i]
			require.Equal(t, old.Style, carried.Style)
			require.Equal(t, old.Animation, carried.Animation)
			require.False(t, carried.Range.Empty())
		}
	})
}

func FuzzFix(f *testing.F) {
	f.Add(`{"parts":[{"type":"text","value":"**a** b","text_decorations":[{"range":[6,7],"style":"italic"}],"mention_range":[0,3]}]}`)
	f.Fuzz(func(t *testing.T, body string) {
		fix, ok := Fix([]byte(body), validate.Diagnostic{Pointer: "/parts/0/value"})
		if !ok {
			return
		}
		end := 0
		for _, e := range fix.Edits {
			require.True(t, end <= e.Start && e.Start < e.End && e.End <= len(body), "%v", fix.Edits)
			end = e.End
		}
		require.True(t, json.Valid(apply([]byte(body), fix.Edits)))
	})
}
