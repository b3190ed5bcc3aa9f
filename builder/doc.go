// Package builder builds request bodies of Linq's Partner API v3 and checks the
// bytes that it encodes.
//
//	body, err := builder.MessagesCreate("+14155550123").
//		Text("Your order has shipped 🎉", builder.Bold("order"), builder.Animate(decorations.Explode, "🎉")).
//		Media("https://cdn.example.com/parcel.jpg").
//		Effect(builder.EffectConfetti).
//		IdempotencyKey("order-1234-shipped").
//		Build()
//
// # One type per request
//
// Each request kind has a constructor named after the SDKs' method and a value
// type whose name ends in Request. The four that send a message share their
// methods; Self is the type of the request in their documentation. The zero value of
// each type is a request with nothing set.
//
// Requests are values: a method returns a copy and does not change its receiver,
// so a partial request may be kept, shared between goroutines and continued in
// several ways. No method panics or returns an error. Build reports everything
// that is wrong at once.
//
// # Checks
//
// Build encodes the request, runs the rules of package validate on those bytes
// and returns them as a [Body] only if there is no error. The Origin of each
// diagnostic names the call that caused it ("Bold #1 of Text #2"). What cannot
// be encoded is a diagnostic too: builder-substring for a text to decorate that
// is not in the value, builder-utf8 for a string that is not valid UTF-8.
//
// # Typed values and members
//
// What the methods set is kept as typed values. Everything else is kept as JSON
// in the body, the message or the part that it belongs to: members newer than
// this package, set by [Part.MemberJSON] and the like, and values in a parsed body
// that no method can set. A [Member] replaces the typed value with its name, and
// setting the typed value removes the member.
//
// Ranges are in UTF-16 code units and lengths in Unicode code points, as the API
// counts them; see package decorations.
package builder
