package validate

import (
	"errors"
	"strconv"

	"github.com/linqlint/linqlint/internal/api"
)

// Kind names a request of the API, after the SDKs' methods. The zero Kind, "", is
// none: in a [Report], the body fits no kind.
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

// The services. SMS means "RCS if the recipient has it, else SMS"; IMessage
// has no fallback.
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
	return Service(name), position(api.Services, name) >= 0
}

// Severity says how bad a diagnostic is. The zero Severity means "unset"; the
// others are ordered, so that a >= SeverityWarning works.
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

// Diagnostic is one problem of a body. Its message has no place and no rule id,
// and does not depend on other diagnostics.
type Diagnostic struct {
	Rule     string // the id of the rule: see [LookupRule]
	Message  string // in English: Reason, with Args
	Hint     string // what to do about it, or ""
	Severity Severity

	Pointer    string   // RFC 6901, relative to the body
	Start, End Position // what to underline; half-open, and never empty but at the end of a body

	Origin string // the builder call that caused it ("Text #2"), else ""

	Reason string // which sentence the Message is, stable: the rule's id, or "field-misplaced/inside-message"
	Args   Args   // what the sentence names

	APICode           int  // what the API responds with, 0 if unknown
	APICodeDocumented bool // the documentation ties APICode to this rule; else it is an inference

	Related []Related // other places that belong to it
	Fixes   []Fix     // the best first
}

// Related is another place that belongs to a diagnostic.
type Related struct {
	Message string   `json:"message"`
	Pointer string   `json:"pointer"` // RFC 6901, relative to the body
	Start   Position `json:"start"`
	End     Position `json:"end"`
}

// Safety says which fixes [Apply] and [Validator.Fix] apply. The zero Safety is
// none of them.
type Safety uint8

// The safeties. A safe fix gives what a reader of the documentation would
// call the same message; an unsafe one guesses what was meant.
const (
	FixSafe Safety = iota + 1 // only fixes whose Safe is true
	FixAll                    // unsafe ones too
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
	Safe  bool   `json:"safe"`  // the message stays the same
	Edits []Edit `json:"edits"` // in order of Start, none overlapping
}

// Edit replaces the bytes [Start, End) of the body by Text.
type Edit struct {
	Start int    `json:"start"` // bytes
	End   int    `json:"end"`   // bytes
	Text  string `json:"text"`
}

// Report has what was found in one body. It does not alias the body, and is safe
// for concurrent reads. The zero Report has no problems.
type Report struct {
	// Kind is what the body was checked as: the kind that [WithKind] gave, or
	// the detected one, or "" if it fits none.
	Kind Kind
	// Response says what a body is that the API sends, not takes: "a response of
	// messages.create", "a webhook event". It is "" for every other body, and
	// Kind is then "" too.
	Response string
	// Diagnostics are in source order: by start offset, then by rule id.
	Diagnostics []Diagnostic
	// Truncated counts the problems that [WithMaxDiagnostics] cut off, the least
	// severe ones first.
	Truncated int
	// Unfinished says that [Validator.Fix] stopped at its limit of rounds with fixes
	// left; it can be called again with the body that it returned. It is not part of
	// the JSON form.
	Unfinished bool
}

// OK reports whether there is no error among the diagnostics: warnings and
// notes are fine, and so is the zero Report.
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

// Err returns nil if the report is OK, and else an [*InvalidError].
func (r Report) Err() error {
	if r.OK() {
		return nil
	}
	return &InvalidError{Report: r}
}

// InvalidError says that a body has errors. It has the whole report, and is safe
// for concurrent reads.
// errors.Is(err, [ErrInvalid]) reports whether an error is one.
type InvalidError struct {
	Report Report
}

// Error names the first error with its place and counts the others.
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
