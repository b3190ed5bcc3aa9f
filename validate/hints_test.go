package validate

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/scan"
)

// TestHints: what the hint of a diagnostic says in each of its cases.
func TestHints(t *testing.T) {
	part := func(members string) string { return sendOf(`{` + members + `}`) }
	for _, test := range []struct{ body, rule, hint string }{
		{helloWith(`"effect":{"name":"slam"}`), "effect-incomplete", `"slam" is a bubble effect`},
		{helloWith(`"effect":{"name":"confetti"}`), "effect-incomplete", `"confetti" is a screen effect`},
		{helloWith(`"effect":{"type":"screen"}`), "effect-incomplete", ""},
		{helloWith(`"effect":{"name":"sparkle"}`), "effect-incomplete", ""},
		{part(`"type":"link","value":"https://example.com","url":"x"`), "field-misplaced", `the URL of a link part goes into "value"`},
		{part(`"type":"app_clip","value":"https://linqapp.com/x","url":"x"`), "field-misplaced", `the URL of an app_clip part goes into "value"`},
		{part(`"type":"text","value":"x","url":"x"`), "field-misplaced", "it belongs to media and imessage_app parts"},
		{part(`"type":"media","url":"https://example.com/a.jpg","value":"x"`), "field-misplaced", `the file of a media part goes into "url" or "attachment_id"`},
		{part(`"type":"media","url":"https://example.com/a.jpg","mention":"x"`), "field-misplaced", "it belongs to text parts"},
	} {
		t.Run(test.body, func(t *testing.T) {
			for _, d := range New(WithKind(KindChatsMessagesSend)).JSON([]byte(test.body)).Diagnostics {
				if d.Rule == test.rule {
					require.Equal(t, test.hint, d.Hint)
					return
				}
			}
			t.Errorf("%s is not reported", test.rule)
		})
	}
}

// TestNumbersThatMayBeCleared: "" clears a number, and another text is checked.
func TestNumbersThatMayBeCleared(t *testing.T) {
	for value, want := range map[string]string{`"+12052535597"`: "", `""`: "", `null`: "", `"5"`: "member-phone /forwarding_number", `"a@b.cd"`: "member-phone /forwarding_number", `5`: "json-type /forwarding_number"} {
		require.Equal(t, want, found(New(WithKind(KindPhoneNumbersUpdate)).JSON([]byte(`{"forwarding_number":`+value+`}`))), value)
	}
}

// TestTextsAroundWhatIsNotAPart are not consecutive.
func TestTextsAroundWhatIsNotAPart(t *testing.T) {
	require.Equal(t, "json-type /message/parts/1", found(JSON([]byte(sendOf(textOf("a"), "5", textOf("b"))), WithKind(KindChatsMessagesSend))))
}

// TestNothingToDrop: a service cannot drop what is empty.
func TestNothingToDrop(t *testing.T) {
	for member, want := range map[string]string{
		`"text_decorations":[]`: "", `"text_decorations":[{"range":[0,1],"style":"bold"}]`: "service-drops-decorations /message/parts/0/text_decorations", `"inline_stickers":[]`: "",
	} {
		body := `{"message":{"preferred_service":"SMS","parts":[{"type":"text","value":"Hi",` + member + `}]}}`
		require.Equal(t, want, found(JSON([]byte(body))), member)
	}
}

// TestNamesAtTheRoot: a member that is nearly one of the detected kind is renamed to
// that, and one of another kind is not taken for it.
func TestNamesAtTheRoot(t *testing.T) {
	require.Equal(t, `{"to":["+12"],"message":{`+hello+`},"override_optout":true}`, fixOf(t, "", `{"to":["+12"],"message":{`+hello+`},"overide_optout":true}`, "field-unknown"))
	require.Empty(t, fixOf(t, "", contentOf(hello)[:len(contentOf(hello))-1]+`,"zzz":true}`, "field-unknown"))
}

// TestApplyWithoutAFix returns the body itself.
func TestApplyWithoutAFix(t *testing.T) {
	body := []byte(ready)
	fixed, n := Apply(body, []Diagnostic{{}, {Fixes: []Fix{{Edits: []Edit{{0, 1, ""}}}}}}, FixSafe)
	require.Zero(t, n)
	require.Same(t, &body[0], &fixed[0])
}

// TestListsInJSON: each related place and each fix of a diagnostic once, with commas
// between them.
func TestListsInJSON(t *testing.T) {
	place := Position{Offset: 1, Line: 1, Column: 2}
	fix := func(edits ...Edit) Fix { return Fix{Title: "x", Edits: edits} }
	for n := range 4 {
		var d Diagnostic
		for i := range n {
			d.Related = append(d.Related, Related{"r" + itoa(i), "/a", place, place})
			d.Fixes = append(d.Fixes, fix(make([]Edit, i)...))
		}
		var got struct {
			Related []struct{ Message string }
			Fixes   []struct{ Edits []struct{ Text string } }
		}
		require.NoError(t, json.Unmarshal(d.AppendJSON(nil), &got), string(d.AppendJSON(nil)))
		require.Len(t, got.Related, n)
		require.Len(t, got.Fixes, n)
		for i := range n {
			require.Equal(t, "r"+itoa(i), got.Related[i].Message)
			require.Len(t, got.Fixes[i].Edits, i)
		}
	}
}

// TestLegacyExperience: the fix writes it as it is now, where nothing is in its way.
func TestLegacyExperience(t *testing.T) {
	const old = `"agentkit":{"experience":"agentpay","action":"x"}`
	require.Equal(t, contentOf(`"experience":{"name":"agentpay","action":"x"}`), fixOf(t, KindChatsMessagesSend, contentOf(old), "experience-legacy"))
	for _, beside := range []string{`"experience":{"name":"a","action":"b"}`, hello} {
		require.Empty(t, fixOf(t, KindChatsMessagesSend, contentOf(old+","+beside), "experience-legacy"), beside)
	}
}

// TestRecipientsAsNumbers: what has no message around it is known by an array of numbers.
func TestRecipientsAsNumbers(t *testing.T) {
	for body, want := range map[string]bool{`{"to":["+12052535597"]}`: true, `{"to":[]}`: false, `{"to":"+12052535597"}`: false, `{"to":{"a":"+12052535597"}}`: false, `{"from":"+12052535597"}`: false, `{}`: false} {
		var v scan.View
		require.Zero(t, v.Scan([]byte(body)).Code)
		require.Equal(t, want, toNumbers(&v), body)
	}
}

func TestIsScheme(t *testing.T) {
	for s, want := range map[string]bool{"https": true, "a": true, "a1+-.": true, "": false, "1a": false, "-a": false, "a b": false, "a:": false, "é": false} {
		require.Equal(t, want, isScheme(s), s)
	}
}

// TestForeignContent: the content of a language model's message is rewritten only if
// all of it can be.
func TestForeignContent(t *testing.T) {
	for content, want := range map[string]string{
		`[{"type":"text","text":"Hi"}]`: `{"type":"text","value":"Hi"}`, `[{"type":"input_text","text":"Hi"}]`: `{"type":"text","value":"Hi"}`, `[{"type":"output_text","text":"Hi"}]`: `{"type":"text","value":"Hi"}`,
		`[{"type":"image_url","image_url":{"url":"https://example.com/a.jpg"}}]`: `{"type":"media","url":"https://example.com/a.jpg"}`,
		`[{"type":"input_image","image_url":"https://example.com/a.jpg"}]`:       `{"type":"media","url":"https://example.com/a.jpg"}`,
		`[{"type":"text"}]`: "", `[{"type":"text","text":5}]`: "", `[{"text":"Hi"}]`: "", `["Hi"]`: "", `[{"type":"audio"}]`: "", `[{"type":"image_url"}]`: "", `[{"type":"image_url","image_url":{}}]`: "", `[{"type":"image_url","image_url":5}]`: "",
		`[{"type":"text","text":"Hi"},{"type":"audio"}]`: "",
	} {
		var c checker
		c.v = New()
		require.Zero(t, c.view.Scan([]byte(content)).Code)
		r := &rewriter{c: &c}
		ok := r.content(0)
		require.Equal(t, want != "", ok, content)
		if ok {
			require.Equal(t, []string{want}, r.parts)
		}
	}
}
