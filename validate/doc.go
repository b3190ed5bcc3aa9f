// Package validate checks the request bodies of Linq's Partner API v3, which
// sends iMessage, RCS and SMS, before they are sent.
//
// A body is checked as the bytes that go over the wire. [Validator.JSON] takes
// them, [Validator.Value] marshals any Go value first, and both return every
// problem at once, each with its place, its reason and, where there is one, its
// fix:
//
//	report := validate.JSON(body)
//	if err := report.Err(); err != nil {
//		return err // *validate.InvalidError, which holds the report
//	}
//
// # What is reported
//
// A [Diagnostic] belongs to a [Rule]; [Rules] lists them, with what each means,
// where it is written down and examples, and docs/rules.md prints the same.
//
//	severity  the body
//	Error     is rejected, by the documentation, or breaks a stated type, enum or limit
//	Warning   is accepted but silently degraded or lost, or is almost surely a mistake
//	Note      could be better; looked for only when asked, see [WithNotes]
//
// An unknown name, of a member, an effect or a content type, is never an
// error: the API may have grown since this version. [WithKnown] says what it
// has grown.
//
// # Kinds
//
// What a body is for, its [Kind], is detected by its top-level members, or
// given by [WithKind]. A body that fits none is an error, kind-unknown.
//
// # Units
//
// Limits of length count Unicode code points, ranges count UTF-16 code units,
// offsets into a body count bytes, and a [Position] says its column in UTF-16
// code units, as editors do.
//
// # Cost
//
// A clean body costs no allocation, and about the time that encoding/json.Valid
// takes or less; docs/performance.md has the figures. A [Validator] is immutable and
// safe for concurrent use: make one and keep it.
//
// # What cannot be known here
//
// Nothing is fetched and no server is asked: whether a chat is new, a file is
// what its URL says, or a recipient has iMessage is outside of a body. The
// options [WithNewChat] and [WithService] say what you know.
package validate
