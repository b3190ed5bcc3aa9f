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
// Each request kind has a constructor named after the SDKs' method, and a type whose
// name ends in Request. The four that send a message share their methods; in the
// documentation of these, Self is the type of the request. The zero value of each type
// is a request with nothing set.
//
// Requests are values: a method returns a copy and does not modify its receiver. So a
// partial request can be kept, shared by goroutines and continued in several ways. No
// value makes a method panic or return an error: Build reports everything that is wrong
// at once. Only what the compiler could have refused panics, such as a piece of Spans of
// another type.
//
// # Texts
//
// [Spans] makes a text from pieces, some of them decorated. [Bold], [Animate],
// [Mention], [Sticker] and the like also decorate a substring or a range of a text. A
// [Place] selects it by its number, or by a range in bytes or code points. [Decorated]
// takes ranges in UTF-16 code units, such as those of markdown.Text.
//
// # Checks
//
// Build encodes the request, checks the encoded bytes by the rules of package validate,
// and returns them as a [Body] if there is no error. The Origin of each diagnostic names
// the call that caused it, such as "Bold #1 of Text #2". Three rules are this package's
// own: builder-substring reports a text to decorate that is not in the value,
// builder-substring-ambiguous one that is there more than once, and builder-utf8 a
// string that is not valid UTF-8.
//
// # Sending and storing
//
// A [Body] has the bytes to send, and preflight.NewRequest makes an http.Request of it.
// [Split] makes several messages of a request that exceeds the limits of one; a
// [Sequence] builds all of them or none.
//
// A request marshals to the body that Build returns, and a [Body] to itself. [Parse]
// reads a body into a request, which can be changed and built again; [Checked] makes a
// Body of bytes without changing them.
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
