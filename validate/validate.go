package validate

import (
	"sync"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// Validator checks bodies with one configuration. It is immutable and safe for
// concurrent use: make one and keep it. The zero Validator and a nil one behave as
// [New] without options.
type Validator struct {
	kind         Kind
	service      Service
	notes        bool
	newChat      bool
	onlyPayloads bool
	max          int
	known        *known // nil: nothing beyond the documentation
	fixers       map[string][]Fixer
	overrides    []override

	strict    bool                     // warnings are errors
	failFast  bool                     // the first error ends the check
	asOf      string                   // what is newer warns at most; "" for no date
	dated     bool                     // asOf was given
	severity  [len(ruleTable)]Severity // in effect, by the row of the rule
	wantNotes bool                     // some rule that is a note by default is on
}

type override struct {
	selector string
	severity Severity
}

// New returns a Validator with the given options; nil options are skipped. It
// panics if an option is mistyped: an unknown rule, selector, kind or service, a
// severity out of range, or an invalid date. Check what comes from outside the
// program, such as a configuration file, with [Select], [ParseKind], [ParseService],
// [ParseSeverity] and [Known.Add] first.
func New(opts ...Option) *Validator {
	v := &Validator{}
	for _, o := range opts {
		if o != nil {
			o.apply(v)
		}
	}
	v.checkOptions()
	if v.max < 1 {
		v.max = DefaultMaxDiagnostics
	}
	for i := range ruleTable {
		r := &ruleTable[i]
		s := r.severity
		if ruleID(i) == firstMessageEffect && v.newChat {
			s = SeverityError
		}
		s = v.adjust(ruleSince[i], v.asked(r.id, s))
		v.severity[i] = s
		v.wantNotes = v.wantNotes || r.severity == SeverityNote && s != SeverityOff
	}
	return v
}

func (v *Validator) setSeverity(selector string, s Severity) {
	v.overrides = append(v.overrides, override{selector, s})
}

// asked returns the severity that the options give a rule with the severity s.
func (v *Validator) asked(id string, s Severity) Severity {
	if s == SeverityNote && !v.notes {
		s = SeverityOff
	}
	for _, o := range v.overrides {
		if Fits(o.selector, id) {
			s = o.severity
		}
	}
	return s
}

// adjust applies what the options say about severities as such to a rule that
// dates from since.
func (v *Validator) adjust(since string, s Severity) Severity {
	isNew := v.dated && since > v.asOf
	switch {
	case s == SeverityError && isNew, s == SeverityWarning && v.strict && isNew:
		return SeverityWarning
	case s == SeverityWarning && v.strict:
		return SeverityError
	}
	return s
}

func (v *Validator) setFixer(rule string, f Fixer) {
	if v.fixers == nil {
		v.fixers = map[string][]Fixer{}
	}
	v.fixers[rule] = append(v.fixers[rule], f)
}

// ForKind returns a Validator like v that checks every body as kind k; v itself is not
// changed. The zero Kind means detection. ForKind panics for an unknown kind. It is
// cheap: what [New] computes is shared.
func (v *Validator) ForKind(k Kind) *Validator {
	if k != "" && !k.Valid() {
		panic("validate: ForKind: unknown kind " + quoted(string(k)))
	}
	as := *v.orDefault()
	as.kind = k
	return &as
}

// JSON checks one body. Without options it costs no more than a kept [Validator]; to
// check many bodies with options, keep a Validator. It panics as [New] does.
func JSON(body []byte, opts ...Option) Report {
	if len(opts) == 0 {
		return defaultValidator().JSON(body)
	}
	return New(opts...).JSON(body)
}

var defaultValidator = sync.OnceValue(func() *Validator { return New() })

// orDefault is v, or the default for one that New did not make.
func (v *Validator) orDefault() *Validator {
	if v == nil || v.max == 0 {
		return defaultValidator()
	}
	return v
}

var checkers = sync.Pool{New: func() any { return newChecker() }}

func newChecker() *checker { return &checker{view: scan.View{Names: &api.Names}} }

// JSON checks one body and returns every problem in it. It does not modify the body,
// and the report does not alias it. A clean body costs no allocation.
func (v *Validator) JSON(body []byte) (r Report) {
	c := checkers.Get().(*checker)
	c.v = v.orDefault()
	c.run(body, &r)
	c.release()
	checkers.Put(c)
	return r
}

// run checks body: scan, decide what it is, walk it once, and write up what
// was found in r, which is the zero Report.
func (c *checker) run(body []byte, r *Report) {
	c.body = body
	if fault := c.view.Scan(body); fault.Code != 0 && !c.repair(body) {
		c.broken(body, fault, r)
		return
	}
	kind := c.v.kind
	if c.view.Nodes[0].Kind != scan.Object {
		if c.v.onlyPayloads {
			return
		}
		c.bodySize(body)
		c.report(&sayRoot, c.opening(0), wordArg("actual", c.view.Nodes[0].Kind.String())).
			withHint(rootHint(&c.view))
		c.finish(kind, r)
		return
	}
	what := ""        // the body is, if the API sends it
	var m members     // of the body, where they are read to tell its kind
	var o *api.Object // their table, or nil
	if kind == "" && !c.v.onlyPayloads {
		kind, o = c.usualSend(&m)
	}
	if kind == "" {
		has := topMembers(&c.view)
		if has&hasTo == 0 && has&(hasElsewhere|hasOther) != 0 { // without these it is not a response
			what = response(&c.view)
		}
		if what == "" {
			kind = detect(&c.view, has)
		}
		if what != "" && c.v.onlyPayloads {
			r.Response = what
			return
		}
		if c.v.onlyPayloads && !looksLikePayload(&c.view, kind) {
			return
		}
	}
	if len(body) > ordinaryBodySize {
		c.bodySize(body)
	}
	if c.repaired != nil {
		c.reportRepairs()
		if kind == "" { // kind-unknown comes alone
			r.Response = what
			c.finish("", r)
			return
		}
	}
	switch {
	case what != "":
		c.report(&sayResponse, c.opening(0), wordArg("what", what))
		r.Response = what
		c.finish("", r)
		return
	case kind == "":
		if f := c.report(&sayNoKind, c.opening(0)); !c.foreignBody(f) {
			f.withHint(kindHint)
		}
		c.finish("", r)
		return
	}
	c.kind = kind
	c.root(o, &m)
	if c.view.LoneSurrogates {
		c.loneSurrogates()
	}
	if r.Kind = kind; len(c.found) > 0 {
		c.finish(kind, r)
	}
}

// broken reports a body that is not JSON.
func (c *checker) broken(body []byte, fault scan.Fault, r *Report) {
	if c.v.onlyPayloads && (c.otherRoot || !mentionsParts(body)) {
		return
	}
	message, hint := fault.Explain(body)
	rule := jsonSyntax
	if fault.IsEncoding() {
		rule = jsonEncoding
	}
	c.bodySize(body)
	c.reportText(rule, fault.Code.String(), faultPlace(body, fault.Offset), message).withHint(hint)
	c.finish(c.v.kind, r)
}

func (c *checker) bodySize(body []byte) {
	if len(body) <= ordinaryBodySize {
		return
	}
	c.report(&sayBodySize, faultPlace(body, 0), intArg("actual", len(body)), intArg("limit", ordinaryBodySize), wordArg("unit", "bytes")).
		withHint("send files by url or attachment_id instead of putting them into the body")
}

func rootHint(v *scan.View) string {
	if v.Nodes[0].Kind == scan.Array {
		return "check each element of the array on its own"
	}
	return ""
}
