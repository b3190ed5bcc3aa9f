package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestForeignShapes has what the tables of internal/api lead to; the page
// docs/coming-from-another-api.md has an example of each row.
func TestForeignShapes(t *testing.T) {
	const to, hi = `"to":["+14155550123"]`, `{"type":"text","value":"Hi"}`
	for _, test := range []struct{ name, body, rule, hint, fixed string }{
		{"a flat body", `{"to":"+14155550123","from":"+12052535597","body":"Hi"}`, "field-required", "this looks like a request of Twilio", `{"from":"+12052535597",` + to + `,"message":{"parts":[` + hi + `]}}`},
		{"a flat body with a list", `{` + to + `,"body":"Hi","mediaUrl":["https://example.com/a.jpg"]}`, "field-required", "this looks like a request of Twilio", `{` + to + `,"message":{"parts":[` + hi + `,{"type":"media","url":"https://example.com/a.jpg"}]}}`},
		{"a prefix before the number", `{"To":"whatsapp:+14155550123","Body":"Hi"}`, "kind-unknown", "this looks like a request of Twilio", `{` + to + `,"message":{"parts":[` + hi + `]}}`},
		{"a member that has no place here", `{"To":"+14155550123","Body":"Hi","ScheduleType":"fixed"}`, "kind-unknown", "this looks like a request of Twilio", ""},
		{"a number that is not one", `{"number":"4155550123","content":"Hi"}`, "kind-unknown", "this looks like a request of Sendblue", ""},
		{"blocks", `{"text":"Hi","blocks":[]}`, "kind-unknown", "this looks like a request of Slack", ""},
		{"a channel", `{"text":"Hi","channel":"C1"}`, "kind-unknown", "this looks like a request of Slack", ""},
		{"an effect in English", `{"message":{"parts":[` + hi + `],"effect":{"name":"heart","type":"screen"}}}`, "effect-name", `did you mean "hearts"?`, `{"message":{"parts":[` + hi + `],"effect":{"name":"hearts","type":"screen"}}}`},
		{"an effect by Apple's identifier", `{"message":{"parts":[` + hi + `],"effect":{"name":"com.apple.messages.effect.CKConfettiEffect","type":"screen"}}}`, "effect-name", `did you mean "confetti"?`, `{"message":{"parts":[` + hi + `],"effect":{"name":"confetti","type":"screen"}}}`},
		{"a send style", `{"message":{"parts":[` + hi + `],"send_style":"slam"}}`, "field-unknown", `did you mean "effect"?`, `{"message":{"parts":[` + hi + `],"effect":{"name":"slam","type":"bubble"}}}`},
		{"camel case", `{"message":{"parts":[` + hi + `],"replyTo":"11111111-1111-4111-8111-111111111111"}}`, "field-unknown", `did you mean "reply_to"?`, `{"message":{"parts":[` + hi + `],"reply_to":{"message_id":"11111111-1111-4111-8111-111111111111"}}}`},
		{"Pascal case", `{"message":{"parts":[{"type":"media","AttachmentId":"11111111-1111-4111-8111-111111111111"}]}}`, "field-unknown", `did you mean "attachment_id"?`, `{"message":{"parts":[{"type":"media","attachment_id":"11111111-1111-4111-8111-111111111111"}]}}`},
		{"a link's address", `{"message":{"parts":[{"type":"link","href":"https://example.com"}]}}`, "field-unknown", `did you mean "value"?`, `{"message":{"parts":[{"type":"link","value":"https://example.com"}]}}`},
		{"a number as the recipients", `{"phone":"+14155550123","message":{"parts":[` + hi + `]}}`, "field-unknown", `did you mean "to"?`, `{` + to + `,"message":{"parts":[` + hi + `]}}`},
		{"an image part", `{"message":{"parts":[{"type":"image","src":"https://example.com/a.jpg"}]}}`, "part-type", `did you mean "media"?`, `{"message":{"parts":[{"type":"media","url":"https://example.com/a.jpg"}]}}`},
		{"a decoration by location and length", `{"message":{"parts":[{"type":"text","value":"Hi","text_decorations":[{"style":"bold","location":1,"length":1}]}]}}`, "field-required", `write "range":[1,2]: [start, end) in UTF-16 code units`, `{"message":{"parts":[{"type":"text","value":"Hi","text_decorations":[{"style":"bold","range":[1,2]}]}]}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := JSON([]byte(test.body))
			hint := ""
			for _, d := range report.Diagnostics {
				if d.Rule == test.rule {
					hint = d.Hint
					break
				}
			}
			require.Contains(t, hint, test.hint, found(report))
			fixed, n, rest := New().Fix([]byte(test.body), FixAll)
			if test.fixed == "" {
				require.Equal(t, test.body, string(fixed))
				return
			}
			require.NotZero(t, n)
			require.Equal(t, test.fixed, string(fixed))
			require.Empty(t, rest.Diagnostics)
		})
	}
}
