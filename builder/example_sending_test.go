package builder_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

func ExampleMessagesCreateRequest_Text() {
	show(builder.ChatsMessagesSend().Text("Ready at 5 pm", builder.Bold("5 pm")))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Ready at 5 pm","text_decorations":[{"range":[9,13],"style":"bold"}]}]}}
}

func ExampleMessagesCreateRequest_Media() {
	show(builder.ChatsMessagesSend().Media(photo))
	// Output:
	// {"message":{"parts":[{"type":"media","url":"https://cdn.example.com/parcel.jpg"}]}}
}

func ExampleMessagesCreateRequest_Attachment() {
	show(builder.ChatsMessagesSend().Attachment(attachmentID))
	// Output:
	// {"message":{"parts":[{"type":"media","attachment_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}]}}
}

func ExampleMessagesCreateRequest_Link() {
	show(builder.ChatsMessagesSend().Link("https://example.com/orders/1234"))
	// Output:
	// {"message":{"parts":[{"type":"link","value":"https://example.com/orders/1234"}]}}
}

func ExampleMessagesCreateRequest_AppClip() {
	show(builder.ChatsMessagesSend().AppClip("https://pay.linqapp.com/c/1234"))
	// Output:
	// {"message":{"parts":[{"type":"app_clip","value":"https://pay.linqapp.com/c/1234"}]}}
}

func ExampleMessagesCreateRequest_AppCard() {
	show(builder.ChatsMessagesSend().AppCard(builder.AppCard(acme).Caption("Order 1234")))
	// Output:
	// {"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.acme.orders","name":"Acme","team_id":"ACMETEAM12"},"layout":{"caption":"Order 1234"}}]}}
}

func ExampleMessagesCreateRequest_Parts() {
	parts := []builder.Part{builder.TextPart("Before"), builder.MediaPart(photo), builder.TextPart("After")}
	show(builder.ChatsMessagesSend().Parts(parts...))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Before"},{"type":"media","url":"https://cdn.example.com/parcel.jpg"},{"type":"text","value":"After"}]}}
}

func ExampleMessagesCreateRequest_Experience() {
	show(builder.MessagesCreate(recipient).Experience(builder.Experience{Name: "chess", Action: "invite", Params: []builder.ExperienceParam{builder.Param("color", "white")}}))
	// Output:
	// {"to":["+14155550123"],"message":{"experience":{"name":"chess","action":"invite","params":{"color":"white"}}}}
}

func ExampleMessagesCreateRequest_Effect() {
	show(builder.ChatsMessagesSend().Text("Happy birthday!").Effect(builder.EffectHappyBirthday))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Happy birthday!"}],"effect":{"name":"happy_birthday","type":"screen"}}}
}

// An effect that is newer than this package is a warning, not an error.
func ExampleMessagesCreateRequest_EffectNamed() {
	show(builder.ChatsMessagesSend().Text("Whoosh").EffectNamed(builder.ScreenEffect, "vortex"))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Whoosh"}],"effect":{"name":"vortex","type":"screen"}}}
	// warning: EffectNamed: unknown effect "vortex"; it will not be shown (effect-name)
}

func ExampleMessagesCreateRequest_PreferredService() {
	show(builder.ChatsMessagesSend().Text("Loud and clear", builder.Bold("Loud")).PreferredService(validate.ServiceSMS))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Loud and clear","text_decorations":[{"range":[0,4],"style":"bold"}]}],"preferred_service":"SMS"}}
	// warning: Text #1: SMS silently drops the formatting; only iMessage shows it (service-drops-decorations)
}

func ExampleMessagesCreateRequest_ReplyTo() {
	show(builder.ChatsMessagesSend().Text("This one").ReplyTo(messageID, 1))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"This one"}],"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000","part_index":1}}}
}

func ExampleMessagesCreateRequest_ReplyToMessage() {
	show(builder.ChatsMessagesSend().Text("Great point!").ReplyToMessage(messageID))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Great point!"}],"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000"}}}
}

func ExampleMessagesCreateRequest_IdempotencyKey() {
	show(builder.ChatsMessagesSend().Text("Paid").IdempotencyKey("invoice-77-paid"))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Paid"}],"idempotency_key":"invoice-77-paid"}}
}

func ExampleMessagesCreateRequest_MessageMemberJSON() {
	show(builder.ChatsMessagesSend().Text("Hello").MessageMemberJSON("scheduled_at", `"2026-12-24T18:00:00Z"`))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Hello"}],"scheduled_at":"2026-12-24T18:00:00Z"}}
	// warning: MessageMemberJSON "scheduled_at": unknown member "scheduled_at" (field-unknown)
}

func ExampleMessagesCreateRequest_MemberJSON() {
	show(builder.ChatsMessagesSend().Text("Hello").MemberJSON("trace", `"abc"`))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Hello"}]},"trace":"abc"}
	// warning: MemberJSON "trace": unknown member "trace" (field-unknown)
}

func ExampleMessagesCreateRequest_Content() {
	content := builder.MessagesCreate(recipient).Text("Hello").Effect(builder.EffectSlam).IdempotencyKey("hello-1").Content()
	fmt.Println(content.To, content.Parts[0].Value(), content.Effect.Name, content.IdempotencyKey)
	// Output:
	// [+14155550123] Hello slam hello-1
}

func ExampleMessagesCreateRequest_Members() {
	fmt.Println(builder.ChatsMessagesSend().MemberJSON("trace", `"abc"`).Members()[0].JSON)
	// Output:
	// "abc"
}

func ExampleMessagesCreateRequest_Build() {
	body, err := builder.ChatsMessagesSend().Text("").Build()
	fmt.Println(body.Len(), err)
	// Output:
	// 0 invalid chats.messages.send body: Text #1: value is empty; it needs 1 to 10000 code points (text-empty)
}

func ExampleMessagesCreateRequest_BuildWith() {
	strict := validate.New(validate.WithSeverity("service-drops-*", validate.SeverityError))
	_, err := builder.ChatsMessagesSend().Text("Boom").Effect(builder.EffectSlam).PreferredService(validate.ServiceSMS).BuildWith(strict)
	fmt.Println(err)
	// Output:
	// invalid chats.messages.send body: Effect: SMS silently drops the effect; only iMessage shows it (service-drops-effect)
}

func ExampleMessagesCreateRequest_Split() {
	long := builder.MessagesCreate(recipient).
		Text("Your order has shipped.").Text("Track it here:").Link("https://example.com/orders/1234").
		IdempotencyKey("order-1234")
	for _, r := range long.Split().Requests {
		show(r)
	}
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order has shipped.\nTrack it here:"}],"idempotency_key":"order-1234"}}
	// {"to":["+14155550123"],"message":{"parts":[{"type":"link","value":"https://example.com/orders/1234"}],"idempotency_key":"order-1234-2"}}
}
