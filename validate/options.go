package validate

import (
	"slices"
	"strconv"
)

// Option configures a [Validator].
type Option interface{ apply(*Validator) }

type option func(*Validator)

func (o option) apply(v *Validator) { o(v) }

// WithKind says what a body is instead of detecting it. The zero Kind, "",
// means detection. [New] panics for an unknown kind.
func WithKind(k Kind) Option { return option(func(v *Validator) { v.kind = k }) }

// WithSeverity sets the severity of every rule that the selector fits: an id
// ("to-large"), a family ("decoration-*") or "*". Later options win over
// earlier ones. [New] panics for a selector that fits no rule and for a severity
// that is not one of the four. Note or more severe also turns the rule's check
// on.
func WithSeverity(selector string, s Severity) Option {
	return option(func(v *Validator) { v.setSeverity(selector, s) })
}

// WithNotes looks for notes too.
func WithNotes() Option { return option(func(v *Validator) { v.notes = true }) }

// Known names what the API has and this version does not know yet. The zero
// Known adds nothing.
type Known struct {
	// Members are member names that are not reported by field-unknown, in any
	// object.
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

	// MediaExtensions are further extensions of media parts, without the dot.
	MediaExtensions []string
	// PresignedHosts are hosts whose URLs do not count against the 40 public
	// URLs of a message.
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

// KnownEnums returns the names of the enums that [Known] can add values to, such
// as "effect.name", in the order of its fields.
func KnownEnums() []string {
	return []string{"part.type", "effect.name", "effect.type", "decoration.style", "decoration.animation", "message.preferred_service", "reaction.type", "operation", "attachment.content_type"}
}

// Values returns the further values of an enum of [KnownEnums].
func (k *Known) Values(enum string) []string {
	if list := k.valuesOf(enum); list != nil {
		return *list
	}
	return nil
}

// Add adds values of an enum of [KnownEnums], for names that come from a
// configuration; ok is false for another name.
func (k *Known) Add(enum string, values ...string) (ok bool) {
	list := k.valuesOf(enum)
	if list == nil {
		return false
	}
	*list = append(*list, values...)
	return true
}

// WithKnown adds to what is known. It may be given more than once.
func WithKnown(k Known) Option { return option(func(v *Validator) { v.addKnown(k) }) }

// Fixer makes a further fix for a diagnostic: body is what was checked, d the
// diagnostic without it. It returns false if it has none. It must be safe for
// concurrent use and must not keep body.
type Fixer func(body []byte, d Diagnostic) (Fix, bool)

// WithFixer adds a fixer for the diagnostics of one rule. Its fix comes first.
// [New] panics for an unknown rule and for a nil Fixer.
func WithFixer(rule string, f Fixer) Option {
	return option(func(v *Validator) { v.setFixer(rule, f) })
}

// WithNewChat says that a chats.create reaches recipients for the first
// time, which makes first-message-effect an error.
func WithNewChat() Option { return option(func(v *Validator) { v.newChat = true }) }

// WithService checks every message as if s were its preferred_service. The
// zero Service assumes nothing; [New] panics for an unknown one.
func WithService(s Service) Option { return option(func(v *Validator) { v.service = s }) }

// DefaultMaxDiagnostics is how many diagnostics of a body are kept unless
// [WithMaxDiagnostics] says otherwise.
const DefaultMaxDiagnostics = 1000

// WithMaxDiagnostics keeps at most n diagnostics of a body, the most severe ones
// and of those the first in source order, so that [Report.OK] is not changed;
// [Report.Truncated] counts the others. n < 1 means
// [DefaultMaxDiagnostics].
func WithMaxDiagnostics(n int) Option { return option(func(v *Validator) { v.max = n }) }

// WithOnlyPayloads skips what is not a payload of the API: unless a kind fits by
// the types of its members and not only by their names, the report is empty
// and its Kind "". Broken syntax is reported only where "parts" occurs as a
// member. It is for walking trees of files that hold anything.
func WithOnlyPayloads() Option { return option(func(v *Validator) { v.onlyPayloads = true }) }

// WithStrict makes every warning an error. Notes stay as they are.
func WithStrict() Option { return option(func(v *Validator) { v.strict = true }) }

// WithFailFast is for gates that only need to know whether a body may be sent:
// the report has at most one diagnostic, an error, and which one is not
// specified.
func WithFailFast() Option { return option(func(v *Validator) { v.failFast = true }) }

// WithAsOf keeps the errors of a date, YYYY-MM-DD: a rule that is newer, or that
// became an error later, reports at most a warning, so that a new version of
// this library does not stop what went through before. Options that name a
// severity and [WithStrict] do not change that. [New] panics if date is not a
// date.
func WithAsOf(date string) Option { return option(func(v *Validator) { v.asOf, v.dated = date, true }) }

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
		if len(Select(o.selector)) == 0 && !slices.ContainsFunc(otherRules, func(r otherRule) bool { return Fits(o.selector, r.id) }) {
			panic("validate: WithSeverity: no rule fits " + quoted(o.selector))
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
		if r.id == rule {
			return v.adjust("", v.asked(rule, r.severity))
		}
	}
	return SeverityOff
}
