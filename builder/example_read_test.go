package builder_test

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

// Values that no method can set are kept as members.
func ExampleParse() {
	request, err := builder.Parse([]byte(`{"to": ["+14155550123"], "message": {"parts": [{"type": "text", "value": "Hello"}], "mood": "calm"}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	if send, ok := request.(builder.MessagesCreateRequest); ok {
		content := send.Content()
		fmt.Println(send.Kind(), content.To, content.Parts[0].Value(), content.MessageMembers)
		show(send.Effect(builder.EffectGentle))
	}
	// Output:
	// messages.create [+14155550123] Hello [{mood "calm" }]
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}],"effect":{"name":"gentle","type":"bubble"},"mood":"calm"}}
	// warning: MessageMemberJSON "mood": unknown member "mood" (field-unknown)
}

func ExampleRequest_Kind() {
	requests := []builder.Request{builder.MessagesEdit("a"), builder.ChatsCreate(line, recipient)}
	for _, r := range requests {
		fmt.Println(r.Kind())
	}
	// Output:
	// messages.edit
	// chats.create
}

func ExampleRequest_Build() {
	var request builder.Request = builder.MessagesReact("emphasis")
	_, err := request.Build()
	fmt.Println(err)
	// Output:
	// invalid messages.react body: MessagesReact: type is "emphasis"; it must be love, like, dislike, laugh, emphasize, question, custom or sticker (react-type)
}

func ExampleRequest_BuildWith() {
	v := validate.New(validate.WithSeverity("parts-consecutive-text", validate.SeverityWarning))
	body, err := builder.ContentOnly().Text("a").Text("b").BuildWith(v)
	fmt.Println(body, err)
	// Output:
	// {"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]} <nil>
}

func ExampleRequest_Members() {
	fmt.Println(builder.MessagesEdit("a").MemberJSON("reason", `"typo"`).Members()[0].JSON)
	// Output:
	// "typo"
}

// A function for any request with a message, whatever its type.
func ExampleMessageRequest() {
	requests := []builder.Request{builder.MessagesEdit("a"), builder.ChatsCreate(line, recipient).Text("Hello")}
	for _, r := range requests {
		if m, ok := r.(builder.MessageRequest); ok {
			fmt.Println(m.Kind(), m.Content().From, m.Content().To, len(m.Content().Parts))
		}
	}
	// Output:
	// chats.create +14155550100 [+14155550123] 1
}

// A function that adds to any request with a message and returns the same type.
func ExampleComposer() {
	show(unsubscribe(builder.ChatsMessagesSend().Text("Sale today")).IdempotencyKey("sale-7"))
	show(unsubscribe(builder.MessagesCreate(recipient)).To("ann@example.com"))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Sale today"},{"type":"media","url":"https://example.com/stop.png"}],"idempotency_key":"sale-7"}}
	// {"to":["+14155550123","ann@example.com"],"message":{"parts":[{"type":"media","url":"https://example.com/stop.png"}]}}
}

func unsubscribe[R builder.Composer[R]](r R) R { return r.Media("https://example.com/stop.png") }

func ExampleBody_Bytes() {
	body, _ := builder.MessagesEdit("See you at five").Build()
	fmt.Printf("%s\n", body.Bytes())
	// Output:
	// {"text":"See you at five"}
}

// For an HTTP request.
func ExampleBody_Reader() {
	body, _ := builder.ChatsMessagesSend().Text("Hello").Build()
	request, _ := http.NewRequest(body.Kind().Method(), "https://api.linqapp.com/api/partner"+body.Kind().Path(chatID), body.Reader())
	request.Header.Set("Content-Type", "application/json")
	fmt.Println(request.Method, request.URL.Path, request.ContentLength)
	// Output:
	// POST /api/partner/v3/chats/94c6bf33-31d9-40e3-a0e9-f94250ecedb9/messages 55
}

func ExampleBody_String() {
	body, _ := builder.MessagesEdit("See you at five").Build()
	fmt.Println(body.String())
	// Output:
	// {"text":"See you at five"}
}

func ExampleBody_Len() {
	body, _ := builder.MessagesEdit("See you at five").Build()
	fmt.Println(body.Len(), "bytes")
	// Output:
	// 26 bytes
}

func ExampleBody_Kind() {
	body, _ := builder.MessagesEdit("See you at five").Build()
	fmt.Println(body.Kind())
	// Output:
	// messages.edit
}

// Build returns a body with warnings.
func ExampleBody_Report() {
	body, err := builder.ChatsMessagesSend().Text("Boom").Effect(builder.EffectSlam).PreferredService(validate.ServiceSMS).Build()
	fmt.Println(err)
	for _, d := range body.Report().Diagnostics {
		fmt.Println(d.Origin, d.Rule)
	}
	// Output:
	// <nil>
	// Effect service-drops-effect
}

func ExampleBody_MarshalJSON() {
	body, _ := builder.MessagesEdit("See you at five").Build()
	logged, _ := json.Marshal(map[string]any{"sent": body})
	fmt.Println(string(logged))
	// Output:
	// {"sent":{"text":"See you at five"}}
}

func ExampleEffect_String() {
	fmt.Println(builder.EffectHappyBirthday)
	// Output: happy_birthday
}
