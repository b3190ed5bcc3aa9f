package validate

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDocumented has one row for each sentence of the documentation that a body
// once was checked against wrongly.
func TestDocumented(t *testing.T) {
	const text = `{"message":{"parts":[{"type":"text","value":"hi"}]}}`
	const payment = `{"message":{"experience":{"name":"agentpay","action":"request_payment","params":`
	for name, test := range map[string]struct {
		kind Kind
		body string
		want []string
	}{
		"a mention range of the wrong type hides where the highlight starts": {
			KindChatsMessagesSend, `{"message":{"parts":[{"type":"text","value":"@Kim","mention":"+12025550101","mention_range":"0,4"}]}}`,
			[]string{"json-type /message/parts/0/mention_range"}},
		"parameters of the wrong type hide the missing checkout_url": {
			KindChatsMessagesSend, payment + `"{}"}}}`, []string{"json-type /message/experience/params"}},
		"another experience with the action of a payment": {
			KindChatsMessagesSend, `{"message":{"experience":{"name":"agentcard","action":"request_payment","params":{}}}}`, []string{}},
		"no parameters at all": {
			KindChatsMessagesSend, payment + `null}}}`, []string{"experience-checkout /message/experience", "json-null /message/experience/params"}},
		"a kind without a message has nothing that belongs into one": {
			KindMessagesEdit, `{"text":"hi","parts":[],"idempotency_key":"k"}`, []string{"field-unknown /parts", "field-unknown /idempotency_key"}},
		"the key of a poll": {
			KindChatsPollsCreate, `{"poll":{"options":[{"text":"a"},{"text":"b"}],"idempotency_key":"k"},"idempotency_key":"k"}`, []string{"field-unknown /idempotency_key"}},
		"a duplicate is one member of a response": {
			"", `{"text":"hi","is_read":true,"is_read":false}`,
			[]string{"field-response-only /is_read", "field-response-only /is_read", "json-duplicate-key /is_read"}},
		"a clean body": {"", text, []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			opts := []Option{}
			if test.kind != "" {
				opts = append(opts, WithKind(test.kind))
			}
			got := []string{}
			for _, d := range JSON([]byte(test.body), opts...).Diagnostics {
				got = append(got, d.Rule+" "+d.Pointer)
			}
			require.ElementsMatch(t, test.want, got)
		})
	}
}
