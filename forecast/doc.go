// Package forecast predicts what a recipient gets of a body over iMessage, RCS and SMS:
// what arrives, what changes, what is silently dropped, and what fails. For SMS it
// counts the segments of a text, and lists the code points that require UCS-2, in which
// a segment has less than half the room.
//
// [Of] takes a request of package builder, [JSON] a body. Neither checks whether the
// API accepts the body, as package validate does.
//
// Each [Item] has its source, a page of the API's documentation. If no page says what a
// service does, its fate is [Unstated]. Carriers and devices may change the outcome.
//
// All functions are safe for concurrent use.
package forecast
