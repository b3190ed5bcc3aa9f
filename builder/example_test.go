package builder_test

import (
	"errors"
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

const (
	recipient    = "+14155550123"
	line         = "+14155550100"
	photo        = "https://cdn.example.com/parcel.jpg"
	chatID       = "94c6bf33-31d9-40e3-a0e9-f94250ecedb9"
	messageID    = "550e8400-e29b-41d4-a716-446655440000"
	attachmentID = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
	optionID     = "7d444840-9dc0-11d1-b245-5ffdce74fad2"
)

var acme = builder.App{BundleID: "com.acme.orders", Name: "Acme", TeamID: "ACMETEAM12"}

// show builds a request and prints the body or the error, and the warnings.
func show(r builder.Request) {
	body, err := r.Build()
	report := body.Report()
	var invalid *validate.InvalidError
	if errors.As(err, &invalid) {
		report = invalid.Report
	} else {
		fmt.Println(body)
	}
	for _, d := range report.Diagnostics {
		fmt.Printf("%s: %s: %s (%s)\n", d.Severity, d.Origin, d.Message, d.Rule)
	}
}

// An order update. Build returns the bytes that were checked.
func Example() {
	body, err := builder.MessagesCreate("+14155550123").
		Text("Your order has shipped 🎉", builder.Bold("order"), builder.Animate(decorations.Explode, "🎉")).
		Media("https://cdn.example.com/parcel.jpg").
		Effect(builder.EffectConfetti).
		IdempotencyKey("order-1234-shipped").
		Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(body)
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order has shipped 🎉","text_decorations":[{"range":[5,10],"style":"bold"},{"range":[23,25],"animation":"explode"}]},{"type":"media","url":"https://cdn.example.com/parcel.jpg"}],"effect":{"name":"confetti","type":"screen"},"idempotency_key":"order-1234-shipped"}}
}

// Build reports everything at once, with the calls that caused it.
func Example_mistakes() {
	_, err := builder.ChatsCreate("4155550100", recipient).
		Text("Your order ships", builder.Bold("Order"), builder.Animate(decorations.Shake, "ships"), builder.Italic("ships")).
		Text("See https://example.com").
		Media("http://cdn.example.com/parcel.jpg").
		Build()
	var invalid *validate.InvalidError
	if errors.As(err, &invalid) {
		for _, d := range invalid.Report.Diagnostics {
			fmt.Printf("%s: %s\n", d.Origin, d.Message)
		}
	}
	// Output:
	// ChatsCreate: from is "4155550100", not an E.164 number (+ and 2 to 15 digits)
	// Bold #1 of Text #1: "Order" is not in the text
	// Italic #1 of Text #1: style "italic" on [11,16] overlaps animation "shake" on [11,16]; an animation must not overlap anything
	// Text #2: consecutive text parts are not allowed
	// Text #2: the first message of a chat must not contain a URL, but has "https://example.com"
	// Media #1: url starts with http://; https:// is required
}

// A partial request may be continued in several ways.
func Example_values() {
	base := builder.ChatsMessagesSend().Effect(builder.EffectSlam)
	first := base.Text("one")
	second := base.Text("two")
	show(first)
	show(second)
	// Output:
	// {"message":{"parts":[{"type":"text","value":"one"}],"effect":{"name":"slam","type":"bubble"}}}
	// {"message":{"parts":[{"type":"text","value":"two"}],"effect":{"name":"slam","type":"bubble"}}}
}
