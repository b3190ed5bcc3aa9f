package builder_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
)

func ExampleAppCard() {
	show(builder.ContentOnly().AppCard(builder.AppCard(acme).Caption("Order 1234").Subcaption("Out for delivery")))
	// Output:
	// {"parts":[{"type":"imessage_app","app":{"bundle_id":"com.acme.orders","name":"Acme","team_id":"ACMETEAM12"},"layout":{"caption":"Order 1234","subcaption":"Out for delivery"}}]}
}

func ExampleAppCardPart_AsPart() {
	show(builder.ContentOnly().Parts(builder.AppCard(acme).Caption("Order 1234").AsPart()))
	// Output:
	// {"parts":[{"type":"imessage_app","app":{"bundle_id":"com.acme.orders","name":"Acme","team_id":"ACMETEAM12"},"layout":{"caption":"Order 1234"}}]}
}

func ExampleAppCardPart_Caption() {
	show(builder.MessagesUpdateAppCard().Caption("Order 1234").Interactive())
	// Output:
	// {"layout":{"caption":"Order 1234"},"interactive":true}
}

func ExampleAppCardPart_Subcaption() {
	show(builder.MessagesUpdateAppCard().Subcaption("Out for delivery").Interactive())
	// Output:
	// {"layout":{"subcaption":"Out for delivery"},"interactive":true}
}

func ExampleAppCardPart_TrailingCaption() {
	show(builder.MessagesUpdateAppCard().TrailingCaption("$42").Interactive())
	// Output:
	// {"layout":{"trailing_caption":"$42"},"interactive":true}
}

func ExampleAppCardPart_TrailingSubcaption() {
	show(builder.MessagesUpdateAppCard().TrailingSubcaption("2 items").Interactive())
	// Output:
	// {"layout":{"trailing_subcaption":"2 items"},"interactive":true}
}

func ExampleAppCardPart_Image() {
	show(builder.MessagesUpdateAppCard().Image(photo).Interactive())
	// Output:
	// {"layout":{"image_url":"https://cdn.example.com/parcel.jpg"},"interactive":true}
}

// The API rejects the texts without an image.
func ExampleAppCardPart_ImageTitle() {
	_, err := builder.MessagesUpdateAppCard().Caption("Order 1234").ImageTitle("Ready").Build()
	fmt.Println(err)
	// Output:
	// invalid messages.update_app_card body: ImageTitle: image_title needs image_url: it is drawn over the image (card-image-text)
}

func ExampleAppCardPart_ImageSubtitle() {
	show(builder.MessagesUpdateAppCard().Image(photo).ImageTitle("Order 1234").ImageSubtitle("Ready for review").Interactive())
	// Output:
	// {"layout":{"image_title":"Order 1234","image_subtitle":"Ready for review","image_url":"https://cdn.example.com/parcel.jpg"},"interactive":true}
}

func ExampleAppCardPart_URL() {
	show(builder.MessagesUpdateAppCard().Caption("Order 1234").URL("https://acme.example.com/orders/1234").Interactive())
	// Output:
	// {"layout":{"caption":"Order 1234"},"url":"https://acme.example.com/orders/1234","interactive":true}
}

func ExampleAppCardPart_FallbackText() {
	show(builder.MessagesUpdateAppCard().Caption("Order 1234").FallbackText("Your order is on its way").Interactive())
	// Output:
	// {"layout":{"caption":"Order 1234"},"fallback_text":"Your order is on its way","interactive":true}
}

func ExampleAppCardPart_Interactive() {
	show(builder.MessagesUpdateAppCard().Caption("Your move").Interactive())
	// Output:
	// {"layout":{"caption":"Your move"},"interactive":true}
}

func ExampleAppCardPart_Static() {
	show(builder.MessagesUpdateAppCard().Caption("Receipt").Static())
	// Output:
	// {"layout":{"caption":"Receipt"},"interactive":false}
}

func ExampleAppCardPart_MemberJSON() {
	show(builder.MessagesUpdateAppCard().Caption("Receipt").Static().MemberJSON("theme", `"dark"`))
	// Output:
	// {"layout":{"caption":"Receipt"},"interactive":false,"theme":"dark"}
	// warning: MemberJSON "theme": unknown member "theme" (field-unknown)
}
