package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/rules"
)

// Version is the version of a record's form.
const Version = 1

// Record is the result of a run. It has no handles, no lines and no token.
type Record struct {
	Version  int       `json:"conformance_record"`
	Date     string    `json:"date"` // YYYY-MM-DD
	Observer string    `json:"observer"`
	BaseURL  string    `json:"base_url"`
	Linqlint string    `json:"linqlint"` // the version of the command
	Results  []Result  `json:"results"`
	Skipped  []Skipped `json:"not_run"`
}

// Result is the response to one example.
type Result struct {
	Rule    string  `json:"rule"`
	Example string  `json:"example"`
	SentAs  string  `json:"sent_as"` // the kind
	Valid   bool    `json:"valid,omitempty"`
	Verdict Verdict `json:"verdict"`
	Status  int     `json:"status"`   // HTTP; 0 for no response
	Code    int     `json:"code"`     // of the API's error; 0 for none
	Message string  `json:"message"`  // of the error, masked
	TraceID string  `json:"trace_id"` // "" for none
}

// Verdict is a response compared with the rule table.
type Verdict string

// The verdicts.
const (
	AsStated     Verdict = "as stated"
	OtherCode    Verdict = "another code"
	OtherStatus  Verdict = "another status"
	Accepted     Verdict = "accepted"       // a bad example
	Refused      Verdict = "rejected"       // a good example
	NoErrorBody  Verdict = "no error body"  // a rejection without the documented error
	Inconclusive Verdict = "not conclusive" // about the account, the server or the connection
)

// Deviates reports whether the API behaves differently from the rules.
func (v Verdict) Deviates() bool { return v != AsStated && v != Inconclusive }

// inconclusive are the statuses that say nothing about a body.
var inconclusive = []int{0, 401, 403, 404, 408, 429}

// verdict compares a response with the rule.
func verdict(q Request, r Result) Verdict {
	rule, _ := rules.Lookup(q.Rule)
	accepted := r.Status >= 200 && r.Status < 300
	// A code of the rule's own outranks the status: 2023 is a 403.
	stated := r.Code != 0 && r.Code == rule.APICode
	switch {
	case q.Valid && accepted:
		return AsStated
	case accepted:
		return Accepted
	case !stated && (slices.Contains(inconclusive, r.Status) || r.Status >= 500 || r.Status < 200):
		return Inconclusive
	case q.Valid:
		return Refused
	case r.Code == 0:
		return NoErrorBody
	case rule.APICode != 0 && !stated:
		return OtherCode
	}
	if e := api.ErrorNamed(r.Code); e != nil && e.Status != r.Status {
		return OtherStatus
	}
	return AsStated
}

// Write writes the record as indented JSON.
func (r *Record) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// Read reads a record.
func Read(data []byte) (*Record, error) {
	var r Record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, err
	}
	switch {
	case r.Version == 0:
		return nil, errors.New("not a record of linqlint conformance run")
	case r.Version != Version:
		return nil, fmt.Errorf("a record of version %d; this linqlint reads version %d", r.Version, Version)
	}
	return &r, nil
}
