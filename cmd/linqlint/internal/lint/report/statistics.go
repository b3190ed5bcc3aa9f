package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/linqlint/linqlint/validate"
)

// ruleCount is the number of findings of a rule.
type ruleCount struct {
	rule     string
	severity validate.Severity
	n        int
	fixable  int // with a safe fix
}

// ruleCounts counts findings by rule.
type ruleCounts struct {
	byRule map[string]*ruleCount
}

func (c *ruleCounts) add(f *Finding) {
	if c.byRule == nil {
		c.byRule = map[string]*ruleCount{}
	}
	r := c.byRule[f.Rule]
	if r == nil {
		r = &ruleCount{rule: f.Rule, severity: f.Severity}
		c.byRule[f.Rule] = r
	}
	r.n++
	if len(f.Fixes) > 0 && f.Fixes[0].Safe {
		r.fixable++
	}
}

// sorted returns the counts, the most frequent first.
func (c *ruleCounts) sorted() []*ruleCount {
	var all []*ruleCount
	for _, r := range c.byRule {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b *ruleCount) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.rule, b.rule))
	})
	return all
}

// Statistics writes the number of findings of each rule, and no findings.
type Statistics struct {
	o     Options
	rules ruleCounts
}

// NewStatistics returns a writer of counts by rule.
func NewStatistics(o Options) *Statistics { return &Statistics{o: o} }

// Batch counts the findings of b.
func (s *Statistics) Batch(b *Batch) error {
	for i := range b.Findings {
		s.rules.add(&b.Findings[i])
	}
	return nil
}

// Flush does nothing: the counts are known at the end.
func (*Statistics) Flush() error { return nil }

// Close writes the table and the summary.
func (s *Statistics) Close(sum *Summary) error {
	var b []byte
	for _, r := range s.rules.sorted() {
		b = fmt.Appendf(b, "%8d  ", r.n)
		b = s.o.Color.color(b, severityStyle(r.severity), fmt.Sprintf("%-8s", r.severity))
		b = append(append(b, ' '), r.rule...)
		if r.fixable > 0 {
			b = fmt.Appendf(b, " (%d fixable with --fix)", r.fixable)
		}
		b = append(b, '\n')
	}
	if !s.o.Quiet {
		b = appendSummary(b, s.o.Color, sum)
	}
	_, err := s.o.Out.Write(b)
	return err
}
