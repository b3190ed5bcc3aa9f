package validate

import (
	"errors"
	"strconv"

	"github.com/linqlint/linqlint/internal/api"
)

// Kind is a request of the API, named after the SDKs' method. The zero Kind, "", is
// no request: a [Report] has it for a body that fits none.
type Kind string

// The request kinds.
const (
	KindMessagesCreate                 Kind = api.MessagesCreate                 // POST /v3/messages
	KindChatsMessagesSend              Kind = api.ChatsMessagesSend              // POST /v3/chats/{chatId}/messages
	KindChatsCreate                    Kind = api.ChatsCreate                    // POST /v3/chats
	KindMessage                        Kind = api.Message                        // a bare MessageContent, which no endpoint takes
	KindChatsVoicememo                 Kind = api.ChatsVoicememo                 // POST /v3/chats/{chatId}/voicememo
	KindMessagesEdit                   Kind = api.MessagesEdit                   // PATCH /v3/messages/{messageId}
	KindMessagesReact                  Kind = api.MessagesReact                  // POST /v3/messages/{messageId}/reactions
	KindMessagesUpdateAppCard          Kind = api.MessagesUpdateAppCard          // POST /v3/messages/{messageId}/update
	KindChatsPollsCreate               Kind = api.ChatsPollsCreate               // POST /v3/chats/{chatId}/polls
	KindMessagesPollsAdd               Kind = api.MessagesPollsAdd               // POST /v3/messages/{messageId}/poll/options
	KindMessagesPollsVote              Kind = api.MessagesPollsVote              // POST /v3/messages/{messageId}/poll/votes
	KindAttachmentsCreate              Kind = api.AttachmentsCreate              // POST /v3/attachments
	KindMessagesUpdateStickerPlacement Kind = api.MessagesUpdateStickerPlacement // PATCH /v3/messages/{messageId}/reactions/{reactionId}
)

// The remaining request kinds. They have no builder, and a walk over files never
// detects them: any file may have such members.
const (
	KindChatsUpdate                Kind = api.ChatsUpdate                // PUT /v3/chats/{chatId}
	KindChatsParticipantsAdd       Kind = api.ChatsParticipantsAdd       // POST /v3/chats/{chatId}/participants
	KindChatsParticipantsRemove    Kind = api.ChatsParticipantsRemove    // DELETE /v3/chats/{chatId}/participants
	KindChatsBackgroundSet         Kind = api.ChatsBackgroundSet         // POST /v3/chats/{chatId}/background
	KindCapabilityCheckIMessage    Kind = api.CapabilityCheckIMessage    // POST /v3/capability/check_imessage
	KindCapabilityCheckRCS         Kind = api.CapabilityCheckRCS         // POST /v3/capability/check_rcs
	KindContactCardCreate          Kind = api.ContactCardCreate          // POST /v3/contact_card
	KindContactCardUpdate          Kind = api.ContactCardUpdate          // PATCH /v3/contact_card
	KindBlockedHandlesBlock        Kind = api.BlockedHandlesBlock        // POST /v3/blocked_handles
	KindBlockedHandlesUnblock      Kind = api.BlockedHandlesUnblock      // DELETE /v3/blocked_handles
	KindWebhookSubscriptionsCreate Kind = api.WebhookSubscriptionsCreate // POST /v3/webhook-subscriptions
	KindWebhookSubscriptionsUpdate Kind = api.WebhookSubscriptionsUpdate // PUT /v3/webhook-subscriptions/{id}
	KindPhoneNumbersUpdate         Kind = api.PhoneNumbersUpdate         // PUT /v3/phone_numbers/{id}
)

// Kinds returns every kind in the documentation's order.
func Kinds() []Kind {
	kinds := make([]Kind, len(api.Kinds))
	for i := range api.Kinds {
		kinds[i] = Kind(api.Kinds[i].Name)
	}
	return kinds
}

// String returns the name of the kind, such as "messages.create".
func (k Kind) String() string { return string(k) }

// Valid reports whether k is one of [Kinds].
func (k Kind) Valid() bool { return api.KindNamed(string(k)) != nil }

// ParseKind returns the kind of that name, such as "messages.create"; ok is
// false for any other text.
func ParseKind(name string) (k Kind, ok bool) {
	k = Kind(name)
	return k, k.Valid()
}

// Service is a messaging service, as preferred_service names it.
type Service string

// The services. ServiceSMS means "RCS if the recipient has it, else SMS";
// ServiceIMessage has no fallback.
const (
	ServiceIMessage Service = api.IMessage
	ServiceSMS      Service = api.SMS
	ServiceRCS      Service = api.RCS
)

// String returns the service as preferred_service names it.
func (s Service) String() string { return string(s) }

// ParseService returns the service of that name, in its exact case; ok is false
// for any other text.
func ParseService(name string) (s Service, ok bool) {
	return Service(name), isOneOf(api.Services, name)
}

// Severity is how bad a diagnostic is. The severities are ordered, so that
// s >= SeverityWarning is true for warnings and errors. The zero Severity is unset.
type Severity uint8

// The severities.
const (
	SeverityOff     Severity = iota + 1 // the rule is not reported
	SeverityNote                        // advice, looked for only when asked
	SeverityWarning                     // accepted, but silently degraded or lost, or almost surely a mistake
	SeverityError                       // the documentation says that it is rejected, or it breaks a stated type, enum or limit
)

// String returns "off", "note", "warning", "error", or "unset".
func (s Severity) String() string {
	if s > SeverityError {
		s = 0
	}
	return [...]string{"unset", "off", "note", "warning", "error"}[s]
}

// ParseSeverity is the inverse of [Severity.String]; ok is false for any other
// text, and for "unset".
func ParseSeverity(text string) (s Severity, ok bool) {
	for s := SeverityOff; s <= SeverityError; s++ {
		if s.String() == text {
			return s, true
		}
	}
	return 0, false
}

// Position is a place in a body. The zero Position is not a place.
type Position struct {
	Offset int // bytes, from 0
	Line   int // from 1
	Column int // UTF-16 code units, from 1
}

// Diagnostic is one problem of a body. Its message names neither place nor rule, and
// is complete without the other diagnostics. A Diagnostic is safe for concurrent
// reads.
type Diagnostic struct {
	Rule     string // the id of the rule: see [LookupRule]
	Message  string // what is wrong, in English
	Hint     string // what to do about it, or ""
	Severity Severity

	Pointer    string   // JSON Pointer (RFC 6901) into the body; see Field for a missing member
	Start, End Position // what to underline: [Start, End), empty only at the end of a body

	Origin string // the call of package builder that caused it, such as "Text #2"; else ""

	Reason string // the sentence behind Message: the id of the rule, for some with a suffix as in "field-misplaced/inside-message"
	Args   Args   // the values in the sentence

	APICode           int  // the error code of the API's response, 0 if unknown
	APICodeDocumented bool // a source ties APICode to this rule; else it is inferred

	Related []Related // other places that belong to the problem
	Fixes   []Fix     // the best first
}

// Related is another place that belongs to a diagnostic.
type Related struct {
	Message string   `json:"message"`
	Pointer string   `json:"pointer"` // JSON Pointer (RFC 6901) into the body
	Start   Position `json:"start"`
	End     Position `json:"end"`
}

// Safety is which fixes [Apply] and [Validator.Fix] apply. The zero Safety is unset:
// no fix is applied.
type Safety uint8

// The safeties. After a safe fix the message is the same for a reader of the
// documentation; an unsafe fix guesses what was meant.
const (
	FixSafe Safety = iota + 1 // safe fixes only
	FixAll                    // unsafe fixes too
)

// String returns "safe", "all", or "unset".
func (s Safety) String() string {
	return [...]string{"unset", "safe", "all"}[min(s, FixAll+1)%3]
}

// MarshalText returns [Safety.String], and an error for a value that is not a
// safety.
func (s Safety) MarshalText() ([]byte, error) {
	if s < FixSafe || s > FixAll {
		return nil, errors.New("validate: not a safety")
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads what [Safety.MarshalText] wrote.
func (s *Safety) UnmarshalText(text []byte) error {
	for known := FixSafe; known <= FixAll; known++ {
		if known.String() == string(text) {
			*s = known
			return nil
		}
	}
	return errors.New("validate: unknown safety " + strconv.Quote(string(text)))
}

// Fix is one way to remove the problem: all its edits together.
type Fix struct {
	Title string `json:"title"` // an imperative clause: "join both parts with a newline"
	Safe  bool   `json:"safe"`  // the message stays the same: see FixSafe
	Edits []Edit `json:"edits"` // in the order of Start, without overlaps
}

// Edit replaces the bytes [Start, End) of the body with Text.
type Edit struct {
	Start int    `json:"start"` // bytes
	End   int    `json:"end"`   // bytes
	Text  string `json:"text"`
}

// Report is what was found in one body. It does not alias the body, and is safe for
// concurrent reads. The zero Report is that of a body without problems.
type Report struct {
	// Kind is the kind that the body was checked as: that of [WithKind], else the
	// detected one, or "" for a body that fits none.
	Kind Kind
	// Response is what a body is that the API sends and does not take, such as
	// "a response of messages.create" or "a webhook event"; Kind is then "". It is ""
	// for any other body.
	Response string
	// Diagnostics are in source order: by start offset, then by rule id.
	Diagnostics []Diagnostic
	// Truncated is the number of problems beyond the limit of [WithMaxDiagnostics].
	Truncated int
	// Unfinished reports that [Validator.Fix] stopped at its limit of rounds with
	// fixes left. It can be called again with the body that it returned. The JSON form
	// does not have this field.
	Unfinished bool
}

// OK reports whether no diagnostic is an error.
func (r Report) OK() bool { return r.Count(SeverityError) == 0 }

// Count returns how many diagnostics have exactly the severity s.
func (r Report) Count(s Severity) int {
	n := 0
	for i := range r.Diagnostics {
		if r.Diagnostics[i].Severity == s {
			n++
		}
	}
	return n
}

// Err returns nil if the report is OK, else an [*InvalidError] with the report.
func (r Report) Err() error {
	if r.OK() {
		return nil
	}
	return &InvalidError{Report: r}
}

// InvalidError is the error of a body with errors; [ErrInvalid] is its sentinel for
// [errors.Is]. It is safe for concurrent reads.
type InvalidError struct {
	Report Report
}

// Error returns the first error with its place, and the number of the others.
func (e *InvalidError) Error() string {
	n := e.Report.Count(SeverityError)
	for i := range e.Report.Diagnostics {
		d := &e.Report.Diagnostics[i]
		if d.Severity != SeverityError {
			continue
		}
		kind := string(e.Report.Kind)
		if kind == "" {
			kind = "request"
		}
		text := "invalid " + kind + " body: "
		if d.Origin != "" {
			text += d.Origin + ": "
		} else if d.Pointer != "" {
			text += d.Pointer + ": "
		}
		text += d.Message + " (" + d.Rule + ")"
		switch {
		case e.Report.Truncated > 0:
			text += ", and " + plural(n-1+e.Report.Truncated, "more problem")
		case n == 2:
			text += ", and one more error"
		case n > 2:
			text += ", and " + itoa(n-1) + " more errors"
		}
		return text
	}
	return "invalid body"
}
