package builder_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/preflight"
	"github.com/linqlint/linqlint/validate"
)

// The examples of docs/guide.md; `go test ./builder -run TestGuide -update`
// copies them there with their output.

func Example_orderUpdate() {
	name := "Al" // data: also in "Also", where it stays plain
	update := builder.MessagesCreate("+14155550123").
		Text(builder.Spans(builder.Bold(name), ", your order has shipped. Also new: ", builder.Animate(decorations.Explode, "🎉"))).
		Media("https://cdn.example.com/parcel.jpg").
		Effect(builder.EffectConfetti).
		IdempotencyKey("order-1234-shipped")

	body, err := update.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(body)
	for _, d := range forecast.Of(update).Deliveries {
		for _, item := range d.Items {
			if item.Fate == forecast.Dropped {
				fmt.Printf("over %s: %s (%s)\n", d.Service, item.What, item.Fate)
			}
		}
	}
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Al, your order has shipped. Also new: 🎉","text_decorations":[{"range":[0,2],"style":"bold"},{"range":[38,40],"animation":"explode"}]},{"type":"media","url":"https://cdn.example.com/parcel.jpg"}],"effect":{"name":"confetti","type":"screen"},"idempotency_key":"order-1234-shipped"}}
	// over RCS: the decorations bold, explode (dropped)
	// over RCS: the effect confetti (dropped)
	// over SMS: the decorations bold, explode (dropped)
	// over SMS: the effect confetti (dropped)
}

func Example_orderUpdateWrong() {
	_, err := builder.MessagesCreate("415 555 0123").
		Text("Your order has shipped", builder.Bold("parcel")).
		Text("See it here:").
		Media("http://cdn.example.com/parcel.jpg").
		Build()
	var invalid *validate.InvalidError
	if errors.As(err, &invalid) {
		for _, d := range invalid.Report.Diagnostics {
			fmt.Printf("%s: %s\n", d.Origin, d.Message)
		}
	}
	// Output:
	// To #1: recipient "415 555 0123" is neither an E.164 number nor an email address
	// Bold #1 of Text #1: "parcel" is not in the text
	// Text #2: consecutive text parts are not allowed
	// Media #1: url starts with http://; https:// is required
}

func Example_appointment() {
	text := "**Dentist, Tuesday 5 pm.** Reply *yes* to confirm.\n\n" +
		"[Directions](https://maps.example.com/acme)\n\n" +
		"Bring your insurance card."
	invitation := builder.ChatsCreate("+14155550100", "+14155550123").
		Parts(markdown.Parts(text)...).
		IdempotencyKey("appointment-88")

	bodies, err := invitation.Split().Build() // all of them, or an error
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, body := range bodies {
		fmt.Println(body.Kind(), body)
	}
	// Output:
	// chats.create {"from":"+14155550100","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Dentist, Tuesday 5 pm. Reply yes to confirm.","text_decorations":[{"range":[0,22],"style":"bold"},{"range":[29,32],"style":"italic"}]}],"idempotency_key":"appointment-88"}}
	// chats.messages.send {"message":{"parts":[{"type":"link","value":"https://maps.example.com/acme"}],"idempotency_key":"appointment-88-2"}}
	// chats.messages.send {"message":{"parts":[{"type":"text","value":"Bring your insurance card."}],"idempotency_key":"appointment-88-3"}}
}

func Example_gameCard() {
	game := builder.App{BundleID: "com.example.game.MessagesExtension", Name: "Example Game", TeamID: "A1B2C3D4E5"}
	card := builder.AppCard(game).
		Caption("Your turn!").
		Subcaption("Tap to play").
		TrailingCaption("Round 3").
		Image("https://cdn.example.com/cards/3.jpg").
		ImageTitle("Match").
		ImageSubtitle("against Alex").
		URL("https://game.example.com/m/42?turn=3").
		FallbackText("Your turn in Example Game")
	invite, err := builder.MessagesCreate("+14155550123").AppCard(card).PreferredService(validate.ServiceIMessage).Build()
	fmt.Println(invite, err)

	// When the other side has moved, the card that was sent is brought up to date.
	update, err := builder.MessagesUpdateAppCard().
		Caption("Alex has moved").
		TrailingCaption("Round 4").
		URL("https://game.example.com/m/42?turn=4").
		Interactive().
		Build()
	fmt.Println(update, err)
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.example.game.MessagesExtension","name":"Example Game","team_id":"A1B2C3D4E5"},"layout":{"caption":"Your turn!","subcaption":"Tap to play","trailing_caption":"Round 3","image_title":"Match","image_subtitle":"against Alex","image_url":"https://cdn.example.com/cards/3.jpg"},"url":"https://game.example.com/m/42?turn=3","fallback_text":"Your turn in Example Game"}],"preferred_service":"iMessage"}} <nil>
	// {"layout":{"caption":"Alex has moved","trailing_caption":"Round 4"},"url":"https://game.example.com/m/42?turn=4","interactive":true} <nil>
}

func Example_paymentLink() {
	link := "https://pay.example.com/i/77"
	invoice := builder.MessagesCreate("+14155550123").
		Text("Invoice 77: $42.00, due Friday.", builder.Underline("$42.00")).
		Link(link).
		IdempotencyKey("invoice-77")
	bodies, err := invoice.Split().Build()
	fmt.Println(err)
	for _, body := range bodies {
		fmt.Println(body)
	}

	// On an iPhone a Linq checkout opens as an app clip instead.
	clip := builder.MessagesCreate("+14155550123").AppClip("https://pay.linqapp.com/c/77")
	body, err := clip.Build()
	fmt.Println(body, err)

	// It has no way over SMS, which Build says before the API does.
	_, err = clip.PreferredService(validate.ServiceSMS).Build()
	fmt.Println(err)
	// Output:
	// <nil>
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Invoice 77: $42.00, due Friday.","text_decorations":[{"range":[12,18],"style":"underline"}]}],"idempotency_key":"invoice-77"}}
	// {"to":["+14155550123"],"message":{"parts":[{"type":"link","value":"https://pay.example.com/i/77"}],"idempotency_key":"invoice-77-2"}}
	// {"to":["+14155550123"],"message":{"parts":[{"type":"app_clip","value":"https://pay.linqapp.com/c/77"}]}} <nil>
	// invalid messages.create body: PreferredService: App Clips need iMessage, but the service is SMS (app-clip-service)
}

func Example_send() {
	server, err := linqtest.Start() // in place of the API
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()

	body, err := builder.MessagesCreate("+14155550123").Text("See you at ten").IdempotencyKey("reminder-1").Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	req, err := preflight.NewRequest(context.Background(), server.URL, body) // preflight.BaseURL for the API
	if err != nil {
		fmt.Println(err)
		return
	}
	req.Header.Set("Authorization", "Bearer token")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	fmt.Println(resp.Status, server.Sent()[0].Kind)
	// Output:
	// 202 Accepted messages.create
}
