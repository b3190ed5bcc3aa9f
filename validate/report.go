package validate

import (
	"cmp"
	"sort"
	"strings"
)

// Add returns the report with further diagnostics of the same body, such as those
// of checks of your own: in source order and within the limits of
// [WithMaxDiagnostics] and [WithFailFast]. Their severities are kept; those that
// are off or unset are left out. It does not change r.
func (v *Validator) Add(r Report, ds ...Diagnostic) Report {
	v = v.orDefault()
	all := make([]Diagnostic, 0, len(r.Diagnostics)+len(ds))
	all = append(all, r.Diagnostics...)
	for i := range ds {
		if ds[i].Severity > SeverityOff {
			all = append(all, ds[i])
		}
	}
	sort.Stable(&diagnostics{all, sourceOrder})
	if v.failFast {
		r.Diagnostics, r.Truncated = nil, 0
		for i := range all {
			if all[i].Severity == SeverityError {
				r.Diagnostics = all[i : i+1 : i+1]
				break
			}
		}
		return r
	}
	if len(all) > v.max {
		sort.Stable(&diagnostics{all, severityOrder})
		r.Truncated += len(all) - v.max
		all = all[:v.max]
		sort.Stable(&diagnostics{all, sourceOrder})
	}
	r.Diagnostics = all
	return r
}

func sourceOrder(a, b *Diagnostic) int {
	return cmp.Or(cmp.Compare(a.Start.Offset, b.Start.Offset), strings.Compare(a.Rule, b.Rule))
}

func severityOrder(a, b *Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) }

type diagnostics struct {
	list    []Diagnostic
	compare func(a, b *Diagnostic) int
}

func (d *diagnostics) Len() int           { return len(d.list) }
func (d *diagnostics) Less(i, j int) bool { return d.compare(&d.list[i], &d.list[j]) < 0 }
func (d *diagnostics) Swap(i, j int)      { d.list[i], d.list[j] = d.list[j], d.list[i] }
