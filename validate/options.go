package validate

// Option configures a [Validator].
type Option interface{ apply(*Validator) }

type option func(*Validator)

func (o option) apply(v *Validator) { o(v) }

// WithKind says what a body is instead of detecting it. The zero Kind, "",
// means detection.
func WithKind(k Kind) Option { return option(func(v *Validator) { v.kind = k }) }

// WithSeverity sets the severity of every rule that the selector fits: an id
// ("to-large"), a family ("decoration-*") or "*". Later options win over
// earlier ones. A selector that fits no rule changes nothing; check one with
// [Select]. Note or more severe also turns the rule's check on.
func WithSeverity(selector string, s Severity) Option {
	return option(func(v *Validator) { v.setSeverity(selector, s) })
}

// WithNotes looks for notes too.
func WithNotes() Option { return option(func(v *Validator) { v.notes = true }) }

// Known names what the API has and this version does not know yet.
type Known struct {
	// Members are member names that are no field-unknown, in any object.
	Members []string
	// Values are further enum values by member: "part.type", "effect.name",
	// "effect.type", "decoration.style", "decoration.animation",
	// "message.preferred_service", "reaction.type", "operation",
	// "attachment.content_type".
	Values map[string][]string
	// MediaExtensions are further extensions of media parts, without the dot.
	MediaExtensions []string
	// PresignedHosts are hosts whose URLs do not count against the 40 public
	// URLs of a message.
	PresignedHosts []string
}

// WithKnown adds to what is known; several add up.
func WithKnown(k Known) Option { return option(func(v *Validator) { v.addKnown(k) }) }

// Fixer makes a further fix for a diagnostic: body is what was checked, d the
// diagnostic without it. It returns false if it has none. It must be safe for
// concurrent use and must not keep body.
type Fixer func(body []byte, d Diagnostic) (Fix, bool)

// WithFixer adds a fixer for the diagnostics of one rule. Its fix comes first.
func WithFixer(rule string, f Fixer) Option {
	return option(func(v *Validator) { v.setFixer(rule, f) })
}

// AssumeNewChat says that a chats.create reaches recipients for the first
// time, which makes first-message-effect an error.
func AssumeNewChat() Option { return option(func(v *Validator) { v.newChat = true }) }

// AssumeService judges every message as if s were its preferred_service.
func AssumeService(s Service) Option { return option(func(v *Validator) { v.service = s }) }

// DefaultMaxDiagnostics is how many diagnostics of a body are kept unless
// [MaxDiagnostics] says otherwise.
const DefaultMaxDiagnostics = 1000

// MaxDiagnostics keeps at most n diagnostics of a body, the most severe ones
// and of those the first in source order, so that [Report.OK] holds all the
// same; [Report.Truncated] counts the others. n < 1 means
// [DefaultMaxDiagnostics].
func MaxDiagnostics(n int) Option { return option(func(v *Validator) { v.max = n }) }

// OnlyPayloads passes over what is no payload of the API: unless a kind fits by
// the types of its members and not only by their names, the report is empty
// and its Kind "". Broken syntax is reported only where "parts" occurs as a
// member. It is for walking trees of files that hold anything.
func OnlyPayloads() Option { return option(func(v *Validator) { v.onlyPayloads = true }) }
