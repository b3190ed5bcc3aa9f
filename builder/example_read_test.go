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
	content, _ := request.Content()
	fmt.Println(request.Kind(), request.Recipients(), content.Parts[0].Value(), content.Members)
	if send, ok := request.(builder.MessagesCreateRequest); ok {
		show(send.Effect(builder.EffectGentle))
	}
	// Output:
	// messages.create [+14155550123] Hello [{mood "calm" }]
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}],"effect":{"name":"gentle","type":"bubble"},"mood":"calm"}}
	// warning: MessageMember "mood": unknown member "mood" (field-unknown)
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

func ExampleRequest_Content() {
	_, ok := builder.MessagesEdit("a").Content()
	fmt.Println(ok)
	// Output:
	// false
}

func ExampleRequest_From() {
	fmt.Println(builder.ChatsCreate(line, recipient).From())
	// Output:
	// +14155550100
}

func ExampleRequest_Recipients() {
	fmt.Println(builder.ChatsCreate(line, recipient).Recipients())
	// Output:
	// [+14155550123]
}

func ExampleRequest_Members() {
	fmt.Println(builder.MessagesEdit("a").Member("reason", `"typo"`).Members()[0].JSON)
	// Output:
	// "typo"
}

func ExampleBody_Bytes() {
	body, _ := builder.MessagesEdit("See you at five").Build()
	fmt.Printf("%s\n", body.Bytes())
	// Output:
	// {"text":"See you at five"}
}

// For an HTTP request.
func ExampleBody_Reader() {
	body, _ := builder.ChatsMessagesSend().Text("Hello").Build()
	request, _ := http.NewRequest("POST", "https://api.linqapp.com/api/partner/v3/chats/"+messageID+"/messages", body.Reader())
	request.Header.Set("Content-Type", "application/json")
	fmt.Println(request.Method, request.ContentLength)
	// Output:
	// POST 55
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
	body, err := builder.ChatsMessagesSend().Text("Boom").Effect(builder.EffectSlam).Prefer(builder.SMS).Build()
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
