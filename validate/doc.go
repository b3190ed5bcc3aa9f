// Package validate checks the request bodies of Linq's Partner API v3, which
// sends iMessage, RCS and SMS, before they are sent.
//
// A body is checked as the bytes that are sent. [JSON] and [Validator.JSON] take
// them, [Validator.Value] marshals any Go value first, and each returns every
// problem at once, with its place, its reason and, where there is one, its fix:
//
//	report := validate.JSON(body)
//	if err := report.Err(); err != nil {
//		return err // a *validate.InvalidError, which has the report
//	}
//
// # What is reported
//
// A [Diagnostic] has the id of its rule. [LookupRule] returns what a rule is by
// default; package rules and docs/rules.md have its help, sources and examples.
//
//	severity  the body
//	error     is rejected, by the documentation, or breaks a stated type, enum or limit
//	warning   is accepted but silently degraded or lost, or is almost surely a mistake
//	note      could be better; looked for only on request, see WithNotes
//
// An unknown name of a member, an effect or a content type is never an error: the API
// may be newer than this version. [WithKnown] adds such names.
//
// # Kinds
//
// The [Kind] of a body is the request that it is for. It is detected by the
// top-level members unless [WithKind] gives it. The rule kind-unknown reports a body
// that fits no kind, as an error.
//
// # Units
//
// Limits of length count Unicode code points, ranges count UTF-16 code units,
// offsets in a body count bytes, and the column of a [Position] counts UTF-16 code
// units, as editors do.
//
// # Cost
//
// A clean body costs no allocation, and about the time that encoding/json.Valid
// takes or less; docs/performance.md has the figures. A [Validator] is immutable and
// safe for concurrent use: make one and keep it.
//
// # What is not checked
//
// Nothing is downloaded and no server is asked. So it is not known whether a chat is
// new, whether a URL serves the file that its extension promises, or whether a
// recipient has iMessage. The options [WithNewChat] and [WithService] tell what your
// program knows.
//
// # Stability
//
// From version 1.0.0 on, within a major version:
//
//   - The Go API of this module's packages outside of internal keeps compiling.
//     Types gain fields and methods; literals of exported structs should name
//     their fields.
//   - The id of a rule, the Reason of a sentence and the names of its Args are
//     never changed or used again. Message and Hint are for people and may change.
//   - The JSON form of a report only gains members.
//   - A new rule, and a rule that becomes stricter, may be an error in a minor
//     version if the API rejects such a body. With [WithAsOf] and the date of your
//     tests, what passed then still passes: newer errors are warnings.
//   - A rule may become less severe, or report less, in any version.
//
// The two newest releases of Go are supported. A minor version may require a newer
// Go, but never one that is newer than the older of the two.
package validate
