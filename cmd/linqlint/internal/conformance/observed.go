package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/linqlint/linqlint/rules"
)

// Observation is a response of the API to a body that breaks a rule, as
// rules/observed.json keeps it.
type Observation struct {
	Date     string `json:"date"` // YYYY-MM, or YYYY-MM-DD
	Observer string `json:"observer"`
	Status   int    `json:"status"` // HTTP; below 300 for a body that was accepted
	Code     int    `json:"code"`   // 0 for a body that was accepted
}

// Observed is the content of rules/observed.json: observations by rule.
type Observed map[string][]Observation

// ReadObserved reads rules/observed.json.
func ReadObserved(data []byte) (Observed, error) {
	o := Observed{}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&o); err != nil {
		return nil, err
	}
	for id := range o {
		if _, ok := rules.Lookup(id); !ok {
			return nil, fmt.Errorf("unknown rule %q", id)
		}
	}
	return o, nil
}

// Add adds the conclusive results of a record for the rules that accept reports
// true for, each observation once, and returns how many are new.
func (o Observed) Add(r *Record, accept func(rule string) bool) (added int) {
	for _, res := range r.Results {
		if res.Valid || res.Verdict == Inconclusive || res.Verdict == NoErrorBody || !accept(res.Rule) {
			continue
		}
		seen := Observation{Date: r.Date, Observer: r.Observer, Status: res.Status, Code: res.Code}
		if !slices.Contains(o[res.Rule], seen) {
			o[res.Rule] = append(o[res.Rule], seen)
			added++
		}
	}
	return added
}

// Append appends the file's content: rules in alphabetical order, one observation
// a line, the oldest first.
func (o Observed) Append(b []byte) []byte {
	b = append(b, '{')
	for i, id := range slices.Sorted(maps.Keys(o)) {
		if i > 0 {
			b = append(b, ',')
		}
		b = fmt.Appendf(b, "\n  %s: [", quoted(id))
		list := slices.Clone(o[id])
		slices.SortStableFunc(list, func(a, b Observation) int { return bytes.Compare([]byte(a.Date), []byte(b.Date)) })
		for k, seen := range list {
			if k > 0 {
				b = append(b, ',')
			}
			b = fmt.Appendf(b, "\n    {\"date\": %s, \"observer\": %s, \"status\": %d, \"code\": %d}", quoted(seen.Date), quoted(seen.Observer), seen.Status, seen.Code)
		}
		b = append(b, "\n  ]"...)
	}
	return append(b, "\n}\n"...)
}
