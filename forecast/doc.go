// Package forecast predicts what a recipient gets of a body over iMessage, RCS
// and SMS: what arrives, what changes, what is silently dropped, and what fails;
// and for SMS how many segments a text takes and which code points double that.
//
// Every statement has its source, a page of the API's documentation. If no page
// says what a service does, the fate is [Unstated]. Carriers and devices may
// change the outcome.
//
// [Of] takes a request of package builder, [JSON] a body. Neither checks whether
// the API accepts the body: package validate does. All functions are safe for
// concurrent use.
package forecast
