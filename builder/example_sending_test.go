package builder_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

func ExampleSending_Text() {
	show(builder.ChatsMessagesSend().Text("Ready at 5 pm", builder.Bold("5 pm")))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Ready at 5 pm","text_decorations":[{"range":[9,13],"style":"bold"}]}]}}
}

func ExampleSending_Media() {
	show(builder.ChatsMessagesSend().Media(photo))
	// Output:
	// {"message":{"parts":[{"type":"media","url":"https://cdn.example.com/parcel.jpg"}]}}
}

func ExampleSending_Attachment() {
	show(builder.ChatsMessagesSend().Attachment(attachmentID))
	// Output:
	// {"message":{"parts":[{"type":"media","attachment_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}]}}
}

func ExampleSending_Link() {
	show(builder.ChatsMessagesSend().Link("https://example.com/orders/1234"))
	// Output:
	// {"message":{"parts":[{"type":"link","value":"https://example.com/orders/1234"}]}}
}

func ExampleSending_AppClip() {
	show(builder.ChatsMessagesSend().AppClip("https://pay.linqapp.com/c/1234"))
	// Output:
	// {"message":{"parts":[{"type":"app_clip","value":"https://pay.linqapp.com/c/1234"}]}}
}

func ExampleSending_AppCard() {
	show(builder.ChatsMessagesSend().AppCard(builder.AppCard(acme).Caption("Order 1234")))
	// Output:
	// {"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.acme.orders","name":"Acme","team_id":"ACMETEAM12"},"layout":{"caption":"Order 1234"}}]}}
}

func ExampleSending_Parts() {
	parts := []builder.Part{builder.TextPart("Before"), builder.MediaPart(photo), builder.TextPart("After")}
	show(builder.ChatsMessagesSend().Parts(parts...))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Before"},{"type":"media","url":"https://cdn.example.com/parcel.jpg"},{"type":"text","value":"After"}]}}
}

func ExampleSending_Experience() {
	show(builder.MessagesCreate(recipient).Experience("chess", "invite", builder.Param("color", "white")))
	// Output:
	// {"to":["+14155550123"],"message":{"experience":{"name":"chess","action":"invite","params":{"color":"white"}}}}
}

func ExampleSending_Effect() {
	show(builder.ChatsMessagesSend().Text("Happy birthday!").Effect(builder.EffectHappyBirthday))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Happy birthday!"}],"effect":{"name":"happy_birthday","type":"screen"}}}
}

// An effect that is newer than this package is a warning, not an error.
func ExampleSending_EffectNamed() {
	show(builder.ChatsMessagesSend().Text("Whoosh").EffectNamed(builder.ScreenEffect, "vortex"))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Whoosh"}],"effect":{"name":"vortex","type":"screen"}}}
	// warning: EffectNamed: unknown effect "vortex"; it will not be shown (effect-name)
}

func ExampleSending_Prefer() {
	show(builder.ChatsMessagesSend().Text("Loud and clear", builder.Bold("Loud")).Prefer(builder.SMS))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Loud and clear","text_decorations":[{"range":[0,4],"style":"bold"}]}],"preferred_service":"SMS"}}
	// warning: Text #1: SMS silently drops the formatting; only iMessage shows it (service-drops-decorations)
}

func ExampleSending_ReplyTo() {
	show(builder.ChatsMessagesSend().Text("This one").ReplyTo(messageID, 1))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"This one"}],"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000","part_index":1}}}
}

func ExampleSending_ReplyToMessage() {
	show(builder.ChatsMessagesSend().Text("Great point!").ReplyToMessage(messageID))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Great point!"}],"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000"}}}
}

func ExampleSending_IdempotencyKey() {
	show(builder.ChatsMessagesSend().Text("Paid").IdempotencyKey("invoice-77-paid"))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Paid"}],"idempotency_key":"invoice-77-paid"}}
}

func ExampleSending_MessageMember() {
	show(builder.ChatsMessagesSend().Text("Hello").MessageMember("scheduled_at", `"2026-12-24T18:00:00Z"`))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Hello"}],"scheduled_at":"2026-12-24T18:00:00Z"}}
	// warning: MessageMember "scheduled_at": unknown member "scheduled_at" (field-unknown)
}

func ExampleSending_Member() {
	show(builder.ChatsMessagesSend().Text("Hello").Member("trace", `"abc"`))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Hello"}]},"trace":"abc"}
	// warning: Member "trace": unknown member "trace" (field-unknown)
}

func ExampleSending_Content() {
	content, _ := builder.ChatsMessagesSend().Text("Hello").Effect(builder.EffectSlam).Content()
	fmt.Println(content.Parts[0].Value(), content.Effect.Name)
	// Output:
	// Hello slam
}

func ExampleSending_From() {
	fmt.Println(builder.ChatsCreate(line, recipient).From())
	// Output:
	// +14155550100
}

func ExampleSending_Recipients() {
	fmt.Println(builder.MessagesCreate(recipient, "ann@example.com").Recipients())
	// Output:
	// [+14155550123 ann@example.com]
}

func ExampleSending_Members() {
	fmt.Println(builder.ChatsMessagesSend().Member("trace", `"abc"`).Members()[0].JSON)
	// Output:
	// "abc"
}

func ExampleSending_Build() {
	body, err := builder.ChatsMessagesSend().Text("").Build()
	fmt.Println(body.Len(), err)
	// Output:
	// 0 invalid chats.messages.send body: Text #1: value is empty; it needs 1 to 10000 code points (text-empty)
}

func ExampleSending_BuildWith() {
	strict := validate.New(validate.WithSeverity("service-drops-*", validate.SeverityError))
	_, err := builder.ChatsMessagesSend().Text("Boom").Effect(builder.EffectSlam).Prefer(builder.SMS).BuildWith(strict)
	fmt.Println(err)
	// Output:
	// invalid chats.messages.send body: Effect: SMS silently drops the effect; only iMessage shows it (service-drops-effect)
}

func ExampleSending_Split() {
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
