// Package linqbeam checks request bodies of Linq's Partner API v3 in Apache
// Beam pipelines: campaigns that do not fit on one machine, on Flink, Spark or
// Dataflow.
//
//	p, s := beam.NewPipelineWithRoot()
//	bodies := linqbeam.Read(s, "gs://campaigns/october/*.ndjson")
//	result, err := linqbeam.Check(s, bodies, linqbeam.Options{Kind: validate.KindChatsCreate})
//	if err != nil {
//		return err
//	}
//	linqbeam.WriteLines(s, "gs://campaigns/october-checked/clean.ndjson", 64, result.Clean)
//	linqbeam.WriteSummary(s, "gs://campaigns/october-checked/summary.json", result.Counts)
//
// The transforms hold no state. Like every Beam transform they are used while
// the pipeline is built, by one goroutine.
package linqbeam

import (
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"

	"github.com/linqlint/linqlint/validate"
)

// Options say how bodies are checked. The zero Options detect the kind and
// reject bodies with an error. They are sent to the workers as JSON, so they
// are values and not [validate.Option].
type Options struct {
	Kind     validate.Kind     // the kind of every body; "": detect it
	Service  validate.Service  // assume this preferred_service; "": the body's
	NewChat  bool              // assume that every chats.create is the first message to its recipients
	Rules    []Override        // severities of rules; the last match wins
	RejectAt validate.Severity // the lowest severity that rejects a body; 0: [validate.SeverityError]
	Notes    bool              // also report notes, as [validate.SeverityNote] in RejectAt does
	Known    validate.Known    // what the API has and this version does not know
}

// Override sets the severity of the rules that a selector matches.
type Override struct {
	Selector string            // an id, a family such as "decoration-*", or "*"
	Severity validate.Severity // [validate.SeverityOff] and up
}

// Result is the result of [Check].
type Result struct {
	// Clean has the bodies that can be sent, byte for byte: PCollection<[]byte>.
	Clean beam.PCollection
	// Rejected has the others, each as one line of JSON: PCollection<[]byte>.
	// The members are "file"; "body", or "text" if it is not JSON, or "base64"
	// if it is not UTF-8; and "diagnostics" with their locations in the body.
	Rejected beam.PCollection
	// Counts has the number of diagnostics of each rule and of clean and
	// rejected bodies: PCollection<[Count]>, one element per name and window.
	Counts beam.PCollection
}

// Check checks bodies, a PCollection<KV<string, string>> of a body's origin and
// its text, such as [Read] returns. Lines with nothing but JSON's white space
// are not bodies. It returns an error if the options name a rule,
// kind, service or severity that does not exist, or if bodies have another type.
func Check(s beam.Scope, bodies beam.PCollection, o Options) (Result, error) {
	s = s.Scope("linqbeam.Check")
	if err := o.check(); err != nil {
		return Result{}, err
	}
	outputs, err := beam.TryParDo(s, &checkFn{Options: o}, bodies)
	if err != nil {
		return Result{}, err
	}
	sums := stats.SumPerKey(s, outputs[2])
	return Result{Clean: outputs[0], Rejected: outputs[1], Counts: beam.ParDo(s, toCount, sums)}, nil
}

// check finds options that would silently check nothing.
func (o *Options) check() error {
	if o.Kind != "" && !o.Kind.Valid() {
		return fmt.Errorf("kind %q does not exist, but must be one of %q", o.Kind, validate.Kinds())
	}
	switch o.Service {
	case "", validate.ServiceIMessage, validate.ServiceSMS, validate.ServiceRCS:
	default:
		return fmt.Errorf("service %q does not exist, but must be %s, %s or %s", o.Service, validate.ServiceIMessage, validate.ServiceSMS, validate.ServiceRCS)
	}
	if o.RejectAt != 0 && (o.RejectAt < validate.SeverityNote || o.RejectAt > validate.SeverityError) {
		return fmt.Errorf("severity %s rejects nothing, but RejectAt must be note, warning or error", o.RejectAt)
	}
	for _, r := range o.Rules {
		if len(validate.Select(r.Selector)) == 0 {
			return fmt.Errorf("selector %q fits no rule, but must be an id, a family such as decoration-*, or *", r.Selector)
		}
		if r.Severity < validate.SeverityOff || r.Severity > validate.SeverityError {
			return fmt.Errorf("severity of %q is %s, but must be off, note, warning or error", r.Selector, r.Severity)
		}
	}
	return nil
}

// validator returns the validator of the options.
func (o *Options) validator() *validate.Validator {
	options := []validate.Option{validate.WithKind(o.Kind), validate.WithKnown(o.Known)}
	if o.Service != "" {
		options = append(options, validate.WithService(o.Service))
	}
	if o.Notes || o.RejectAt == validate.SeverityNote {
		options = append(options, validate.WithNotes())
	}
	if o.NewChat {
		options = append(options, validate.WithNewChat())
	}
	for _, r := range o.Rules {
		options = append(options, validate.WithSeverity(r.Selector, r.Severity))
	}
	return validate.New(options...)
}
