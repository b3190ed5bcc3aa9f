package validate

import (
	"slices"

	"github.com/linqlint/linqlint/internal/scan"
)

// maxRounds bounds [Validator.Fix]. What the rules offer is done after a few
// rounds, since at least every second of many fixes that touch is taken; only
// a [Fixer] of somebody else can need more.
const maxRounds = 100

// Fix applies the fixes that s allows, in rounds until nothing changes. It returns the
// new body, the number of fixes, and the report of the new body. Problems beyond the
// limits of [WithMaxDiagnostics] and [WithFailFast] are fixed too. body itself is not
// modified, and is returned if nothing was fixed.
//
// Fix checks the body after each round, and leaves out the fixes after which it would
// not be JSON, would not be of a known kind, or would have a new error. An error is
// not new if the same value had it before, or if the problem that was fixed had hidden
// it. What the fix of a rule wrote is never changed by a fix of the same rule.
//
// The time is linear in the size of the body and in the number of problems. After 100
// rounds Fix stops and sets [Report.Unfinished] if fixes are left, which happens only
// with a [Fixer].
func (v *Validator) Fix(body []byte, s Safety) (fixed []byte, applied int, rest Report) {
	rest = v.JSON(body)
	if len(rest.Diagnostics) == 0 && !v.orDefault().failFast {
		return body, 0, rest
	}
	e := newEngine(v, s)
	defer e.release()
	fixed, applied, unfinished := e.run(body)
	if applied > 0 {
		rest = v.JSON(fixed)
	}
	rest.Unfinished = unfinished
	return fixed, applied, rest
}

// engine applies the fixes of one body in rounds.
type engine struct {
	v       *Validator // with the caller's fixers, without limits
	bare    *Validator // v without fixers, for bodies that are only compared
	s       Safety
	was     *checker         // of the body that the round starts from
	is      *checker         // of a body that is tried
	report  Report           // of was
	before  map[errorKey]int // what was has found
	history history
	bytes   int // of all bodies that were checked
}

func newEngine(v *Validator, s Safety) *engine {
	all := *v.orDefault()
	all.max, all.failFast = 1<<29, false
	bare := all
	bare.fixers = nil
	return &engine{v: &all, bare: &bare, s: s, was: checkers.Get().(*checker), is: checkers.Get().(*checker)}
}

func (e *engine) release() {
	for _, c := range []*checker{e.was, e.is} {
		c.release()
		checkers.Put(c)
	}
}

// run fixes body in rounds. unfinished says that there is one more to do.
func (e *engine) run(body []byte) (fixed []byte, applied int, unfinished bool) {
	e.check(body)
	if e.was.repaired != nil {
		if body, applied = e.syntax(body); applied == 0 {
			return body, 0, false
		}
	}
	refused := map[int]bool{} // diagnostics of this body whose fixes are bad
	for round := 0; ; round++ {
		chosen := choose(len(body), e.report.Diagnostics, e.s, func(i int) bool {
			return refused[i] || e.history.done(e.was, i)
		})
		if len(chosen) == 0 || round == maxRounds {
			return body, applied, len(chosen) > 0
		}
		t := newTrial(e, body, chosen)
		p, n := t.sound()
		if n == 0 {
			for _, c := range chosen {
				refused[c.diagnostic] = true
			}
			continue
		}
		e.history.record(t, p)
		body, applied = p.body, applied+n
		clear(refused)
		e.check(body)
	}
}

// syntax repairs a broken body, if s allows everything that this takes and it is
// then a request; otherwise it returns body and 0, and no other fix is applied.
func (e *engine) syntax(body []byte) (fixed []byte, applied int) {
	fixed = body
	for range scan.RepairKinds {
		var faults []Diagnostic
		for i := range e.report.Diagnostics {
			if d := &e.report.Diagnostics[i]; e.was.found[i].rule == jsonSyntax {
				faults = append(faults, *d)
				if firstFix(d, e.s) == nil {
					return body, 0
				}
			}
		}
		chosen := choose(len(fixed), faults, e.s, nil)
		fixed, applied = splice(fixed, chosen, nil).body, applied+len(chosen)
		e.check(fixed)
		if e.was.repaired == nil {
			if countOf(e.was, jsonSyntax)+countOf(e.was, kindUnknown) > 0 {
				break
			}
			return fixed, applied
		}
	}
	return body, 0
}

// check makes body the one that the next round starts from.
func (e *engine) check(body []byte) {
	e.was.release()
	e.was.v = e.v
	e.bytes += len(body)
	e.report = Report{}
	e.was.run(body, &e.report)
	e.before = map[errorKey]int{}
	for i := range e.was.found {
		f := &e.was.found[i]
		e.before[errorKey{rule: f.rule, node: f.place.node}]++
	}
}

// isError reports whether a finding is an error by the options.
func (c *checker) isError(f *finding) bool { return c.v.severity[f.rule] == SeverityError }

// Keeps reports whether a fix of d, a diagnostic of body by v, can be applied alone
// with the promise of [Validator.Fix]: the result is JSON of a known kind without a
// new error. In a body that is not JSON, only fixes of json-syntax can. It is for
// editors that offer fixes, and takes the time of two checks.
func (v *Validator) Keeps(body []byte, d Diagnostic, fix Fix) bool {
	if !wellFormed(fix.Edits, len(body)) {
		return false
	}
	e := newEngine(v, FixAll)
	defer e.release()
	e.check(body)
	at := slices.IndexFunc(e.report.Diagnostics, func(o Diagnostic) bool {
		return o.Rule == d.Rule && o.Start.Offset == d.Start.Offset
	})
	if at < 0 {
		return false // of another body
	}
	chosen := []candidate{{at, &fix}}
	if e.was.repaired != nil {
		if e.was.found[at].rule != jsonSyntax {
			return false
		}
		faults := countOf(e.was, jsonSyntax)
		e.check(splice(body, chosen, nil).body)
		return countOf(e.was, jsonSyntax) < faults && countOf(e.was, kindUnknown) == 0
	}
	_, fresh := newTrial(e, body, chosen).try([]bool{true})
	return len(fresh) == 0
}

// countOf returns how often a rule reports.
func countOf(c *checker, rule ruleID) (n int) {
	for i := range c.found {
		if c.found[i].rule == rule {
			n++
		}
	}
	return n
}
