package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestResponse has a body for each line by which a response or an event is
// recognized, and bodies that are near to one.
func TestResponse(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"messages.create", `{"chat_id":"a","created_new_chat":true,"message":{"id":"b","parts":[]}}`, "a response of messages.create"},
		{"chats.messages.send", `{"chat_id":"a","message":{"id":"b","parts":[]}}`, "a response of chats.messages.send"},
		{"chats.create", `{"chat":{"id":"a"}}`, "a response of chats.create"},
		{"a list", `{"messages":[],"next_cursor":null}`, "a response, a page of a list"},
		{"a voice memo", `{"voice_memo":{}}`, "a response of chats.voicememo"},
		{"a capability", `{"address":"+14155550123","available":true}`, "a response of a capability check"},
		{"an error", `{"success":false,"error":{}}`, "an error response"},
		{"an event", `{"event_type":"message.sent","data":{}}`, "a webhook event"},
		{"the data of an event", `{"chat_id":"a","handle":"b"}`, "the data of a webhook event"},
		{"two members of responses", `{"is_read":null,"sent_at":null}`, "a response"},
		{"one member beside reactions and id", `{"is_read":false,"reactions":[],"id":"a"}`, "a response"},
		{"an upload", `{"upload_url":"a"}`, "a response"},
		{"an id with a date", `{"id":"a","created_at":"b"}`, "a response"},

		{"a body with to is a request", `{"to":[],"chat_id":"a","message":{"id":"b"},"trace_id":"c"}`, ""},
		{"a path parameter in the body", `{"chat_id":"a","message":{"parts":[]}}`, ""},
		{"an id in a message", `{"message":{"id":"a","parts":[]}}`, ""},
		{"a chat beside a message", `{"chat":{},"message":{"parts":[]}}`, ""},
		{"one member of responses", `{"is_read":false}`, ""},
		{"data without an event", `{"data":{}}`, ""},
		{"an event without data", `{"event_type":"message.sent"}`, ""},
		{"reactions and id", `{"reactions":[],"id":"a"}`, ""},
		{"one member beside reactions", `{"is_read":false,"reactions":[]}`, ""},
		{"one member beside id", `{"is_read":false,"id":"a"}`, ""},
	}
	walk := New(WithOnlyPayloads())
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			report := JSON([]byte(test.body))
			require.Equal(t, test.want, report.Response)
			if test.want == "" {
				return
			}
			require.Equal(t, "kind-unknown", found(report))
			require.Empty(t, report.Kind)
			require.Contains(t, report.Diagnostics[0].Message, test.want)
			require.Equal(t, Report{Response: test.want}, walk.JSON([]byte(test.body)))
			require.Empty(t, New(WithKind(KindMessagesReact)).JSON([]byte(test.body)).Response, "the named kind wins")
		})
	}
}
