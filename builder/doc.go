// Package builder assembles request bodies of Linq's Partner API v3 and checks
// the very bytes that it encodes.
//
//	body, err := builder.MessagesCreate("+14155550123").
//		Text("Your order has shipped 🎉", builder.Bold("order"), builder.Animate(decorations.Explode, "🎉")).
//		Media("https://cdn.example.com/parcel.jpg").
//		Effect(builder.Confetti).
//		IdempotencyKey("order-1234-shipped").
//		Build()
//
// # One type a request
//
// Each request kind has a constructor named after the SDKs' method and a value
// type that ends in Request. The four that carry a message share their methods
// through [Sending]. The zero value of each type is a request with nothing set.
//
// All of them are values: a method returns a copy and changes nothing, so a
// half-built request may be kept, shared between goroutines and continued in
// several ways. No method panics or returns an error. What is wrong is said at
// the end, by Build, all of it at once.
//
// # No way around the checks
//
// Build encodes the request, runs the rules of package validate over those
// bytes and returns them as a [Body] only when there is no error. Each
// diagnostic names the call that caused it in its Origin ("Bold #1 of Text #2")
// beside the JSON Pointer. What cannot be encoded as asked is a diagnostic too:
// builder-substring for a text to decorate that is not there, builder-utf8 for
// a string that is not valid UTF-8.
//
// # Typed values and members
//
// What the methods can say is kept as typed values. Everything else is kept as
// JSON at the nearest level that can take it, the body, the message or a part:
// members that are newer than this package ([Part.Member] and its relatives),
// and what [Parse] finds that no method can say, right or wrong. A [Member]
// wins over the typed value of its name, and setting the typed value removes
// the member.
//
// Ranges are in UTF-16 code units and lengths in Unicode code points, as the API
// counts them; see package decorations.
package builder
