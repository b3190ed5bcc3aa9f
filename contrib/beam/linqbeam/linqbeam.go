// Package linqbeam checks request bodies of Linq's Partner API v3 in Apache
// Beam pipelines: campaigns that one machine cannot hold, on Flink, Spark or
// Dataflow.
//
//	p, s := beam.NewPipelineWithRoot()
//	bodies := linqbeam.Read(s, "gs://campaigns/october/*.ndjson")
//	result, err := linqbeam.Check(s, bodies, linqbeam.Options{Kind: validate.ChatsCreate})
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

// Options say how bodies are judged. The zero Options detect the kind and
// reject what has an error. They travel to the workers as JSON, which is why
// they are values and not [validate.Option].
type Options struct {
	Kind     validate.Kind     // what every body is; "": it is detected
	Service  validate.Service  // judge as if this were the preferred_service; "": what the body says
	NewChat  bool              // take every chats.create for the first message to its recipients
	Rules    []Override        // severities of rules, the last one that fits wins
	RejectAt validate.Severity // the least severity that rejects a body; 0: [validate.Error]
	Notes    bool              // look for notes too, as [validate.Note] in RejectAt does
	Known    validate.Known    // what the API has and this version does not know
}

// Override sets the severity of the rules that a selector fits.
type Override struct {
	Selector string            // an id, a family such as "decoration-*", or "*"
	Severity validate.Severity // [validate.Off] and up
}

// Result is what [Check] makes of bodies.
type Result struct {
	// Clean are the bodies that may go out, byte for byte: PCollection<[]byte>.
	Clean beam.PCollection
	// Rejected are the others, each as one line of JSON: PCollection<[]byte>.
	// The members are "file"; "body", or "text" if it is no JSON, or "base64" if
	// it is no UTF-8; and "diagnostics" with their places in the body.
	Rejected beam.PCollection
	// Counts say how often each rule was found and how many bodies were clean
	// and rejected: PCollection<[Count]>, one element for each name that
	// occurred, a window.
	Counts beam.PCollection
}

// Check judges bodies, a PCollection<KV<string, string>> of where a body comes
// from and its text, such as [Read] gives. Lines that hold nothing but JSON's
// white space are no bodies. It returns an error if the options name a rule,
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

// check finds what would silently judge nothing.
func (o *Options) check() error {
	if o.Kind != "" && !o.Kind.Valid() {
		return fmt.Errorf("kind %q does not exist, but must be one of %q", o.Kind, validate.Kinds())
	}
	switch o.Service {
	case "", validate.IMessage, validate.SMS, validate.RCS:
	default:
		return fmt.Errorf("service %q does not exist, but must be %s, %s or %s", o.Service, validate.IMessage, validate.SMS, validate.RCS)
	}
	if o.RejectAt != 0 && (o.RejectAt < validate.Note || o.RejectAt > validate.Error) {
		return fmt.Errorf("severity %s rejects nothing, but RejectAt must be note, warning or error", o.RejectAt)
	}
	for _, r := range o.Rules {
		if len(validate.Select(r.Selector)) == 0 {
			return fmt.Errorf("selector %q fits no rule, but must be an id, a family such as decoration-*, or *", r.Selector)
		}
		if r.Severity < validate.Off || r.Severity > validate.Error {
			return fmt.Errorf("severity of %q is %s, but must be off, note, warning or error", r.Selector, r.Severity)
		}
	}
	return nil
}

// validator makes what judges bodies.
func (o *Options) validator() *validate.Validator {
	options := []validate.Option{validate.WithKind(o.Kind), validate.WithKnown(o.Known)}
	if o.Service != "" {
		options = append(options, validate.AssumeService(o.Service))
	}
	if o.Notes || o.RejectAt == validate.Note {
		options = append(options, validate.WithNotes())
	}
	if o.NewChat {
		options = append(options, validate.AssumeNewChat())
	}
	for _, r := range o.Rules {
		options = append(options, validate.WithSeverity(r.Selector, r.Severity))
	}
	return validate.New(options...)
}
