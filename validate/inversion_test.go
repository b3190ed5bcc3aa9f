package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNoFixInverts: a value that says the opposite of the one it is spelled
// like is not changed into that.
func TestNoFixInverts(t *testing.T) {
	reaction := func(kind string) string { return `{"operation":"add","type":"` + kind + `"}` }
	for _, test := range []struct{ name, kind, body, hint string }{
		{"a minus", "messages.react", reaction("-love"), `to take back a reaction, send its type with "operation":"remove"`},
		{"a minus and a space", "messages.react", reaction("- like"), `to take back a reaction, send its type with "operation":"remove"`},
		{"a typographic minus", "messages.react", reaction("\u2212love"), `to take back a reaction, send its type with "operation":"remove"`},
		{"an exclamation mark", "messages.react", reaction("!love"), `to take back a reaction, send its type with "operation":"remove"`},
		{"un-", "messages.react", reaction("unlike"), `to take back a reaction, send its type with "operation":"remove"`},
		{"no", "messages.react", reaction("no_laugh"), `to take back a reaction, send its type with "operation":"remove"`},
		{"remove", "messages.react", reaction("remove_love"), `to take back a reaction, send its type with "operation":"remove"`},
		{"removed", "messages.react", reaction("love-removed"), `to take back a reaction, send its type with "operation":"remove"`},
		{"like or dislike", "messages.react", reaction("dlike"), ""},
		{"an operation", "messages.react", `{"operation":"-add","type":"love"}`, ""},
		{"a vote", "messages.polls.vote", `{"operation":"unadd","option_id":"11111111-1111-4111-8111-111111111111"}`, ""},
		{"a style", "", decorated("Hello", `{"range":[0,5],"style":"unbold"}`), ""},
		{"an animation", "", decorated("Hello", `{"range":[0,5],"animation":"-shake"}`), ""},
		{"an effect", "", helloWith(`"effect":{"name":"visible","type":"bubble"}`), "the documented effects are confetti, fireworks, lasers, sparkles, celebration, hearts, love, balloons, happy_birthday, echo, spotlight, slam, loud, gentle and invisible"},
		{"a service", "", helloWith(`"preferred_service":"no-SMS"`), ""},
		{"a member", "", createWith(`"override_optin":true`), "newer than these rules? if not, the API may ignore it"},
		{"another member", "", createWith(`"include_from":["+14155550123"]`), "newer than these rules? if not, the API may ignore it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := New(WithKind(Kind(test.kind)))
			ds := v.JSON([]byte(test.body)).Diagnostics
			require.Len(t, ds, 1)
			require.Equal(t, test.hint, ds[0].Hint)
			require.Empty(t, ds[0].Fixes)
			_, n, _ := v.Fix([]byte(test.body), FixAll)
			require.Zero(t, n)
		})
	}
	for value, want := range map[string]string{"Dislike": "dislike", "dislikes": "dislike", "dis-like": "dislike", "LOVE": "love", "emphasis": "emphasize", "thumbs_down": "dislike"} {
		ds := New(WithKind(KindMessagesReact)).JSON([]byte(reaction(value))).Diagnostics
		require.Len(t, ds, 1)
		require.Equal(t, `did you mean "`+want+`"?`, ds[0].Hint)
	}
}

func createWith(member string) string {
	return `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}]},` + member + `}`
}
