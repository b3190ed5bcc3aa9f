// Package forecast says what a recipient gets of a body over iMessage, RCS and
// SMS: what arrives, what changes, what is dropped without a word, and what
// fails; and for SMS how many segments a text takes and which code points make
// it twice as long.
//
// Every statement carries its source, a page of the API's documentation. Where
// no page says what a service does, the fate is [Unstated] and nothing is made
// up. What really happens is also up to the carriers and devices in between.
//
// [Of] takes a request of package builder, [JSON] a body. Neither judges
// whether the API takes the body: that is package validate's. All functions are
// safe for concurrent use.
package forecast
