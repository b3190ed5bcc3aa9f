package main

import (
	"slices"
	"time"
)

// timed is something that can be timed over a workload.
type timed interface {
	named() (name, does string)
	// takes reports whether it is timed over that workload.
	takes(w *workload) bool
	// prove reports an error unless it does over the workload what it should.
	prove(w *workload) error
	// run does it over so many bodies of the workload, in turn, and returns the time
	// that it took.
	run(w *workload, times int) (time.Duration, error)
}

// goTimed is a peer in this process.
type goTimed struct {
	peer
	next int // the body that comes next
}

func (g *goTimed) named() (string, string) { return g.name, g.does }

func (g *goTimed) takes(w *workload) bool { return g.checks || !w.wrong }

func (g *goTimed) prove(w *workload) error {
	return w.prove(g.name, g.checks, func(body []byte) (bool, error) {
		err := g.check(body)
		return err == nil, err
	})
}

func (g *goTimed) run(w *workload, times int) (time.Duration, error) {
	start := time.Now()
	for range times {
		if g.next++; g.next >= len(w.bodies) {
			g.next = 0
		}
		_ = g.check(w.bodies[g.next]) // prove has seen what it returns
	}
	return time.Since(start), nil
}

// samples are the times of one thing over one workload, one a round, in
// nanoseconds a body.
type samples []float64

// median returns the value in the middle, 0 without samples.
func (s samples) median() float64 { return s.quantile(0.5) }

func (s samples) quantile(q float64) float64 {
	if len(s) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(s))
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}

// spread is half of the distance between the quartiles, as a part of the median.
func (s samples) spread() float64 {
	return (s.quantile(0.75) - s.quantile(0.25)) / 2 / max(s.median(), 1)
}

// over returns the median of s over t, round by round: what disturbs a round
// disturbs both.
func (s samples) over(t samples) float64 {
	var ratios samples
	for i := range min(len(s), len(t)) {
		ratios = append(ratios, s[i]/t[i])
	}
	return ratios.median()
}

// result has the samples of one thing over each workload, none where it is not
// timed.
type result struct {
	name, does string
	at         []samples
}

// timeAll times everything over every workload, in rounds, so that other work on
// the machine disturbs all of them equally.
func timeAll(all []timed, work []workload, rounds int, slice time.Duration) ([]result, error) {
	results := make([]result, len(all))
	times := make([][]int, len(all))
	for i, t := range all {
		results[i].name, results[i].does = t.named()
		results[i].at, times[i] = make([]samples, len(work)), make([]int, len(work))
		for w := range work {
			if t.takes(&work[w]) {
				if err := t.prove(&work[w]); err != nil {
					return nil, err
				}
			}
		}
	}
	for round := range rounds + 1 { // the first only finds out how many bodies fill a slice
		for w := range work {
			for i, t := range all {
				if !t.takes(&work[w]) {
					continue
				}
				n := max(times[i][w], 1)
				took, err := t.run(&work[w], n)
				if err != nil {
					return nil, err
				}
				ns := float64(took.Nanoseconds()) / float64(n)
				times[i][w] = int(max(1, float64(slice.Nanoseconds())/max(ns, 1)))
				if round > 0 {
					results[i].at[w] = append(results[i].at[w], ns)
				}
			}
		}
	}
	return results, nil
}
