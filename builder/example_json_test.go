package builder_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

// An outbox keeps built bodies as JSON and sends them later.
func ExampleBody_UnmarshalJSON() {
	type job struct {
		ID   int          `json:"id"`
		Body builder.Body `json:"body"`
	}
	body, err := builder.MessagesCreate("+14155550123").Text("Your order has shipped").Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	stored, err := json.Marshal(job{1, body})
	if err != nil {
		fmt.Println(err)
		return
	}
	var read job
	if err := json.Unmarshal(stored, &read); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(read.Body.Kind(), read.Body)
	// Output: messages.create {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order has shipped"}]}}
}

// A request marshals as what it builds, so it can be given to any JSON client. A
// wrong one is an error, never an empty object.
func ExampleMessagesCreateRequest_MarshalJSON() {
	text, err := json.Marshal(builder.MessagesEdit("See you at 9"))
	fmt.Println(string(text), err)
	_, err = json.Marshal(builder.MessagesEdit(""))
	fmt.Println(errors.Is(err, validate.ErrInvalid))
	// Output:
	// {"text":"See you at 9"} <nil>
	// true
}

func ExampleChecked() {
	body, err := builder.Checked(validate.KindMessagesEdit, []byte(`{"text": "See you at 9"}`))
	fmt.Println(body, err)
	// Output: {"text": "See you at 9"} <nil>
}

func ExampleCheckedWith() {
	strict := validate.New(validate.WithStrict())
	_, err := builder.CheckedWith(strict, "", []byte(`{"message":{"parts":[{"type":"text","value":" "}]}}`))
	fmt.Println(err)
	// Output: invalid chats.messages.send body: /message/parts/0/value: value is blank: the bubble looks empty (text-blank)
}

// Split any request, and send all of it or nothing.
func ExampleSplit() {
	r, err := builder.Parse([]byte(`{"message":{"parts":[{"type":"text","value":"Track it:"},{"type":"link","value":"https://example.com/4521"}]}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	bodies, err := builder.Split(r).Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range bodies {
		fmt.Println(b)
	}
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Track it:"}]}}
	// {"message":{"parts":[{"type":"link","value":"https://example.com/4521"}]}}
}

func ExampleSequence_Build() {
	_, err := builder.Split(builder.ChatsMessagesSend().Text("Track it:").Link("example.com")).Build()
	fmt.Println(err)
	// Output: message 2: invalid chats.messages.send body: Link #1: value is "example.com", not an absolute http or https URL (link-url)
}
