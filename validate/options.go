package validate

import (
	"math"
	"strconv"
)

// Option configures a [Validator].
type Option interface{ apply(*Validator) }

type option func(*Validator)

func (o option) apply(v *Validator) { o(v) }

// WithKind sets the kind of every body, which is otherwise detected. The zero Kind
// means detection. [New] panics for an unknown kind.
func WithKind(k Kind) Option {
	return option(func(v *Validator) {
		v.kind = k
		v.checkOptions() // a later option may replace a mistyped one
	})
}

// WithSeverity sets the severity of every rule that the selector fits: an id
// ("to-large"), a family ("decoration-*") or "*". Later options win over
// earlier ones. [New] panics for a selector that fits no rule and for a severity
// that is not one of the four. What package builder reports because it cannot
// encode it, builder-substring and builder-utf8, is always an error: families and
// "*" leave it so, and [New] panics for their ids. A rule that is a note by default is checked if its
// severity is set to anything but [SeverityOff], even without [WithNotes].
func WithSeverity(selector string, s Severity) Option {
	return option(func(v *Validator) { v.setSeverity(selector, s) })
}

// WithNotes reports notes too.
func WithNotes() Option { return option(func(v *Validator) { v.notes = true }) }

// Known lists what the API has and this version does not know yet: names of members
// and values of enums, in their exact case, which are then neither reported nor
// corrected. The zero Known adds nothing.
//
// The fields of enums can also be set and read by the name of the enum, for names out
// of a configuration: see [KnownEnums], [Known.Add] and [Known.Values].
type Known struct {
	// Members are names of members, accepted in any object.
	Members []string

	PartTypes     []string // type of a part
	EffectNames   []string // effect.name
	EffectTypes   []string // effect.type
	Styles        []string // style of a decoration
	Animations    []string // animation of a decoration
	Services      []string // preferred_service
	ReactionTypes []string // type of a reaction
	Operations    []string // operation of a reaction or a vote
	ContentTypes  []string // content_type of an attachment

	// MediaExtensions are file name extensions of media parts, with or without their
	// dot, in any case.
	MediaExtensions []string
	// PresignedHosts are hosts such as "uploads.example.com", without scheme and port.
	// URLs of these do not count against the 40 public URLs of a message.
	PresignedHosts []string
}

// valuesOf returns the list of further values of an enum, nil if there is no
// such enum.
func (k *Known) valuesOf(member string) *[]string {
	switch member {
	case "part.type":
		return &k.PartTypes
	case "effect.name":
		return &k.EffectNames
	case "effect.type":
		return &k.EffectTypes
	case "decoration.style":
		return &k.Styles
	case "decoration.animation":
		return &k.Animations
	case "message.preferred_service":
		return &k.Services
	case "reaction.type":
		return &k.ReactionTypes
	case "operation":
		return &k.Operations
	case "attachment.content_type":
		return &k.ContentTypes
	}
	return nil
}

// KnownEnums returns the names of the enums that [Known] can add values to, such as
// "effect.name", in the order of its fields. linqlint.jsonc uses the same names.
func KnownEnums() []string {
	return []string{"part.type", "effect.name", "effect.type", "decoration.style", "decoration.animation", "message.preferred_service", "reaction.type", "operation", "attachment.content_type"}
}

// Values returns the field for an enum of [KnownEnums], nil for any other name.
func (k *Known) Values(enum string) []string {
	if list := k.valuesOf(enum); list != nil {
		return *list
	}
	return nil
}

// Add appends values to the field for an enum of [KnownEnums]. For any other name it
// changes nothing, and ok is false.
func (k *Known) Add(enum string, values ...string) (ok bool) {
	list := k.valuesOf(enum)
	if list == nil {
		return false
	}
	*list = append(*list, values...)
	return true
}

// WithKnown adds to what is known. It copies k. Several of these options add up.
func WithKnown(k Known) Option { return option(func(v *Validator) { v.addKnown(k) }) }

// Fixer returns one more fix for a diagnostic of body, or false for none. It must not
// modify or keep body, and must be safe for concurrent use.
type Fixer func(body []byte, d Diagnostic) (Fix, bool)

// WithFixer adds a fixer for the diagnostics of one rule. Its fix precedes the other
// fixes of a diagnostic.
// [New] panics for an unknown rule and for a nil Fixer.
func WithFixer(rule string, f Fixer) Option {
	return option(func(v *Validator) { v.setFixer(rule, f) })
}

// WithNewChat treats the chat of a chats.create as new, which makes the rule
// first-message-effect an error.
func WithNewChat() Option { return option(func(v *Validator) { v.newChat = true }) }

// WithService checks every message as if s were its preferred_service. The zero
// Service means the service of the body. [New] panics for an unknown service.
func WithService(s Service) Option {
	return option(func(v *Validator) {
		v.service = s
		v.checkOptions()
	})
}

// DefaultMaxDiagnostics is how many diagnostics of a body are kept unless
// [WithMaxDiagnostics] says otherwise.
const DefaultMaxDiagnostics = 1000

// WithMaxDiagnostics limits a report to n diagnostics: the most severe, and of these
// the first in source order, so that [Report.OK] stays the same. [Report.Truncated]
// is the number of the others. n < 1 means [DefaultMaxDiagnostics].
func WithMaxDiagnostics(n int) Option {
	return option(func(v *Validator) { v.max = min(n, math.MaxInt/2) }) // a check holds up to twice as many
}

// WithOnlyPayloads is for JSON files of which only some are request bodies. The report
// of a file that does not look like one is empty, with the zero Kind: the members of a
// kind must have not only its names but also its types. Broken syntax is reported only
// in a file with a member "parts".
func WithOnlyPayloads() Option { return option(func(v *Validator) { v.onlyPayloads = true }) }

// WithStrict makes every warning an error. Notes stay notes.
func WithStrict() Option { return option(func(v *Validator) { v.strict = true }) }

// WithFailFast is for gates that only need to know whether a body may be sent. The
// report has one error, if there is any, and nothing else. Which error that is, is
// unspecified.
func WithFailFast() Option { return option(func(v *Validator) { v.failFast = true }) }

// WithAsOf keeps new errors from stopping what passed before: a rule that was added,
// or became an error, after date (YYYY-MM-DD) reports at most a warning. Neither
// [WithSeverity] nor [WithStrict] makes it an error. Every rule of the first version
// is older than any date. [New] panics if date is not a date.
func WithAsOf(date string) Option {
	return option(func(v *Validator) {
		v.asOf, v.dated = date, true
		v.checkOptions()
	})
}

// checkOptions panics with what is mistyped.
func (v *Validator) checkOptions() {
	if v.kind != "" && !v.kind.Valid() {
		panic("validate: WithKind: unknown kind " + quoted(string(v.kind)))
	}
	if _, ok := ParseService(string(v.service)); v.service != "" && !ok {
		panic("validate: WithService: unknown service " + quoted(string(v.service)))
	}
	for _, o := range v.overrides {
		if o.severity < SeverityOff || o.severity > SeverityError {
			panic("validate: WithSeverity: severity " + itoa(int(o.severity)) + " of " + quoted(o.selector) + " is not one of the four")
		}
		if len(Select(o.selector)) == 0 {
			checkOther(o.selector)
		}
	}
	for rule, fixers := range v.fixers {
		if _, ok := LookupRule(rule); !ok {
			panic("validate: WithFixer: unknown rule " + quoted(rule))
		}
		for _, f := range fixers {
			if f == nil {
				panic("validate: WithFixer: nil Fixer for " + quoted(rule))
			}
		}
	}
	if v.dated && !isDate(v.asOf) {
		panic("validate: WithAsOf: " + quoted(v.asOf) + " is not a date of the form YYYY-MM-DD")
	}
}

// checkOther panics for a selector of no rule of another package, or only of one whose
// severity is fixed.
func checkOther(selector string) {
	problem := "no rule fits "
	for _, r := range otherRules {
		if Fits(selector, r.id) {
			if !r.fixed {
				return
			}
			problem = "the severity cannot be changed of "
		}
	}
	panic("validate: WithSeverity: " + problem + quoted(selector))
}

func isDate(s string) bool {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return false
	}
	year, month, day := s[:4], s[5:7], s[8:]
	if !isDigits(year+month+day) || month < "01" || month > "12" || day < "01" {
		return false
	}
	last := "31"
	switch month {
	case "04", "06", "09", "11":
		last = "30"
	case "02":
		last = "28"
		if y, _ := strconv.Atoi(year); y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			last = "29"
		}
	}
	return day <= last
}

// Severity returns the severity that a rule has by the options; [SeverityOff] for
// a rule that is not reported and for an unknown one. It knows the rules of other
// packages too, such as builder-substring-ambiguous.
func (v *Validator) Severity(rule string) Severity {
	v = v.orDefault()
	for i := range ruleTable {
		if ruleTable[i].id == rule {
			return v.severity[i]
		}
	}
	for _, r := range otherRules {
		switch {
		case r.id == rule && r.fixed:
			return r.severity
		case r.id == rule:
			return v.adjust("", v.asked(rule, r.severity))
		}
	}
	return SeverityOff
}
