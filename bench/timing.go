package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/linqlint/linqlint/validate"
)

// timed is something that can be timed over a body.
type timed interface {
	named() (name, does string)
	// run checks text n times and returns the time that it took.
	run(text []byte, times int) (time.Duration, error)
	// takes reports whether it is timed over that body.
	takes(body string) bool
}

type goTimed struct{ peer }

func (g *goTimed) named() (string, string) { return g.name, g.does }

func (g *goTimed) takes(string) bool { return true }

func (g *goTimed) run(text []byte, times int) (time.Duration, error) {
	start := time.Now()
	for range times {
		if err := g.check(text); err != nil {
			return 0, err
		}
	}
	return time.Since(start), nil
}

// faultyBody is linqlint over a body with errors, in place of the clean body
// of that name.
type faultyBody struct {
	name, clean string
	errors      int
	text        []byte
	v           *validate.Validator
}

func (f *faultyBody) named() (string, string) { return f.name, "" }

func (f *faultyBody) takes(body string) bool { return body == f.clean }

func (f *faultyBody) run(_ []byte, times int) (time.Duration, error) {
	start := time.Now()
	for range times {
		if n := len(f.v.JSON(f.text).Diagnostics); n != f.errors {
			return 0, fmt.Errorf("%s: %d problems, not %d", f.name, n, f.errors)
		}
	}
	return time.Since(start), nil
}

// faulty returns the bodies with errors of the budgets: the typical one with
// four, and the large one with a wrong style in each of its
// decorations. Their size is that of the clean ones.
func faulty(bodies []body) []*faultyBody {
	four := string(bodies[1].text)
	for _, r := range []struct{ old, new string }{
		{`"+14155550007"`, `"14155550007+"`},
		{`"bold"`, `"bald"`},
		{`"iMessage"`, `"imessage_"`},
		{`"https://cdn`, `"htps://cdn`},
	} {
		four = strings.Replace(four, r.old, r.new, 1)
	}
	many := strings.NewReplacer(
		`"bold"`, `"blod"`, `"italic"`, `"itallc"`, `"strikethrough"`, `"strikethruogh"`, `"underline"`, `"undreline"`,
		`"explode"`, `"exploed"`, `"ripple"`, `"rippel"`, `"shake"`, `"sahke"`, `"small"`, `"smal1"`, `"big"`, `"bgi"`,
		`"nod"`, `"ndo"`, `"bloom"`, `"blomo"`, `"jitter"`, `"jittre"`,
	).Replace(string(bodies[3].text))
	v := validate.New()
	var out []*faultyBody
	for _, f := range []*faultyBody{
		{name: "linqlint, four errors", clean: "typical", text: []byte(four)},
		{name: "linqlint, an error in each decoration", clean: "large", text: []byte(many)},
	} {
		f.v, f.errors = v, len(v.JSON(f.text).Diagnostics)
		out = append(out, f)
	}
	return out
}

// result has the shortest time of one peer over each body, 0 where it has none.
type result struct {
	name, does string
	ns         []float64
}

// timeAll times everything over every body, in rounds: other work on the
// machine then disturbs all of them equally, and the shortest time of each is
// the undisturbed one.
func timeAll(all []timed, bodies []body, rounds int, slice time.Duration) ([]result, error) {
	results := make([]result, len(all))
	times := make([][]int, len(all))
	for i, t := range all {
		results[i].name, results[i].does = t.named()
		results[i].ns, times[i] = make([]float64, len(bodies)), make([]int, len(bodies))
	}
	for range rounds {
		for b := range bodies {
			for i, t := range all {
				if !t.takes(bodies[b].name) {
					continue
				}
				n := max(times[i][b], 1)
				took, err := t.run(bodies[b].text, n)
				if err != nil {
					return nil, err
				}
				ns := float64(took.Nanoseconds()) / float64(n)
				if best := &results[i].ns[b]; *best == 0 || ns < *best {
					*best = ns
				}
				times[i][b] = int(max(1, float64(slice.Nanoseconds())/max(ns, 1)))
			}
		}
	}
	return results, nil
}
