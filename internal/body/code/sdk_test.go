package code

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

// TestSDKVersion checks that the tests compile against the SDK version that the
// generated code names.
func TestSDKVersion(t *testing.T) {
	data, err := os.ReadFile("testdata/ts/package.json")
	require.NoError(t, err)
	require.Contains(t, string(data), `"@linqapp/sdk": "`+sdkVersion+`"`)
}

// TestTypedWhereItCanBe checks that the raw request is used only for bodies that
// the SDK's types do not accept, and that the code says why.
func TestTypedWhereItCanBe(t *testing.T) {
	for _, test := range []struct{ name, kind, body, want string }{
		{"fits", "chats.messages.send", `{"message":{"parts":[{"type":"text","value":"hi"}]}}`, `client.chats.messages.send(process.env['CHAT_ID']!, {`},
		{"no method", "chats.polls.create", `{"poll":{"options":[{"text":"a"},{"text":"b"}]}}`, "it has no method for chats.polls.create. This is a raw request."},
		{"a member that came later", "messages.create", `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"hi"}]},"override_optout":true}`, "its types have no override_optout there."},
		{"a part that came later", "message", `{"parts":[{"type":"app_clip","value":"https://zero.linqapp.com/pay"}]}`, "its types have no part of type app_clip."},
		{"a name that is not an identifier", "messages.edit", `{"text":"a","b\nc\u2028d":1}`, `its types have no "b\nc\u2028d" there.`},
		{"a type that is not an identifier", "message", `{"parts":[{"type":"b\nc"}]}`, `its types have no part of type "b\nc".`},
		{"null", "messages.edit", `{"text":"a","part_index":null}`, "part_index is not an integer."},
		{"too large a number", "message", own[6].body, "a number in the body is too large for JavaScript."},
		{"a content type that came later", "attachments.create", `{"filename":"a.wav","content_type":"audio/wav","size_bytes":1}`, "its types do not accept this content_type."},
	} {
		t.Run(test.name, func(t *testing.T) {
			source, err := Write(TypeScript, []byte(test.body), validate.WithKind(validate.Kind(test.kind)))
			require.NoError(t, err)
			require.Contains(t, source, test.want)
		})
	}
}
