package linqbeam

import (
	"cmp"
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Function2x1(toCount)
	beam.RegisterType(reflect.TypeFor[Count]())
	register.DoFn3x1[context.Context, []byte, func(*Count) bool, error](&summaryFn{})
	register.Iter1[Count]()
}

// Names that [Count] uses besides rules. No rule has such an id.
const (
	Clean     = "clean"     // bodies that can be sent
	Rejected  = "rejected"  // bodies that cannot
	Truncated = "truncated" // diagnostics over validate.DefaultMaxDiagnostics of a body, which are dropped
)

// Count is the number of times that something occurred.
type Count struct {
	Name     string // the id of a rule, or [Clean], [Rejected] or [Truncated]
	Severity string // "error", "warning" or "note" of a rule, otherwise ""
	N        int64  // diagnostics of a rule, otherwise bodies
}

// toCount converts what checkFn counts.
func toCount(name string, n int64) Count {
	if severity, rule, ok := strings.Cut(name, " "); ok {
		return Count{Name: rule, Severity: severity, N: n}
	}
	return Count{Name: name, N: n}
}

// Summary is the file that [WriteSummary] writes.
type Summary struct {
	Bodies    int64       `json:"bodies"`
	Clean     int64       `json:"clean"`
	Rejected  int64       `json:"rejected"`
	Truncated int64       `json:"truncated"`
	Rules     []RuleCount `json:"rules"` // the most frequent first, then by id
}

// RuleCount is the number of diagnostics of a rule in all bodies, clean ones included.
type RuleCount struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Findings int64  `json:"findings"`
}

// add counts c.
func (s *Summary) add(c Count) {
	switch c.Name {
	case Clean:
		s.Clean += c.N
		s.Bodies += c.N
	case Rejected:
		s.Rejected += c.N
		s.Bodies += c.N
	case Truncated:
		s.Truncated += c.N
	default:
		s.Rules = append(s.Rules, RuleCount{c.Name, c.Severity, c.N})
	}
}

// WriteSummary writes counts, a bounded PCollection<[Count]> in the global
// window, as one [Summary] in JSON. The file exists even if there was no body.
func WriteSummary(s beam.Scope, filename string, counts beam.PCollection) {
	s = s.Scope("linqbeam.WriteSummary")
	beam.ParDo0(s, &summaryFn{Filename: filename}, beam.Impulse(s), beam.SideInput{Input: counts})
}

type summaryFn struct {
	Filename string
}

// ProcessElement is called once, with all counts.
func (f *summaryFn) ProcessElement(ctx context.Context, _ []byte, counts func(*Count) bool) error {
	s := Summary{Rules: []RuleCount{}} // "rules": [], not null
	for c := (Count{}); counts(&c); {
		s.add(c)
	}
	slices.SortFunc(s.Rules, func(a, b RuleCount) int {
		return cmp.Or(cmp.Compare(b.Findings, a.Findings), cmp.Compare(a.Rule, b.Rule))
	})
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(ctx, f.Filename, func(w lineWriter) error { return w.line(text) })
}
