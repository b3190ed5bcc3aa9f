// Package conformance compares the rules with the API: it sends the rules' bad
// examples to a base URL, one at a time, and records the responses.
package conformance

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// Settings say what may be sent.
type Settings struct {
	To   string // the only handle that a body may name as a recipient; required
	From string // the line for bodies that need one, or ""
	// Valid adds the rules' good examples.
	Valid bool
}

// Request is an example as it is sent.
type Request struct {
	Rule, Example string
	Kind          validate.Kind // the kind that it is sent as
	Method, Path  string
	Body          []byte
	Valid         bool // a good example
}

// Skipped is an example that is not run.
type Skipped struct {
	Rule    string `json:"rule"`
	Example string `json:"example"`
	Reason  string `json:"reason"`
}

// The reasons for leaving an example out.
const (
	reasonRecipients = "the fault is in the recipients or the line, which are replaced"
	reasonFrom       = "requires --from"
	reasonTarget     = "its endpoint is about a chat, a message or the account"
	reasonRules      = "breaks other rules too"
	reasonHandles    = "names a handle other than --to"
	reasonState      = "depends on what was sent before"
	reasonRead       = "the recipients cannot be replaced"
)

// Plan returns the requests for the examples of every rule that the
// documentation says the API enforces, in the rules' order, and the examples that
// are not run.
func Plan(s Settings) (requests []Request, skipped []Skipped) {
	for _, r := range rules.All() {
		if r.Severity != validate.SeverityError || r.Where != "" || !documented(r) {
			continue
		}
		for _, e := range r.Bad {
			q, reason := s.request(r, e)
			if reason != "" {
				skipped = append(skipped, Skipped{r.ID, e.Title, reason})
				continue
			}
			requests = append(requests, q)
		}
		for _, e := range r.Good {
			if q, reason := s.request(r, e); s.Valid && reason == "" {
				q.Valid = true
				requests = append(requests, q)
			}
		}
	}
	return requests, skipped
}

// documented reports whether a page of the vendor states the rule.
func documented(r rules.Rule) bool {
	return slices.ContainsFunc(r.Sources, func(s validate.Source) bool {
		return strings.HasPrefix(s.Page, "https://docs.linqapp.com/") || strings.HasPrefix(s.Page, "https://github.com/linq-team/")
	})
}

// request adapts an example to the settings, or says why it cannot be sent.
func (s Settings) request(r rules.Rule, e rules.Example) (q Request, reason string) {
	if e.NewChat {
		return q, reasonState
	}
	body, kind, reason := s.adapt(e)
	if reason != "" {
		return q, reason
	}
	if reason := s.otherRules(r, e, body, kind); reason != "" {
		return q, reason
	}
	if !s.onlyOwnHandles(body) {
		return q, reasonHandles
	}
	k := api.KindNamed(string(kind))
	return Request{Rule: r.ID, Example: e.Title, Kind: kind, Method: k.Method, Path: k.Path, Body: body}, ""
}

// otherRules checks that an adapted body still breaks its rule, and no other one
// with an error: else the response would say nothing about the rule.
func (s Settings) otherRules(r rules.Rule, e rules.Example, body []byte, kind validate.Kind) (reason string) {
	broken, others := false, false
	for d := range validate.JSON(body, validate.WithKind(kind)).Errors() {
		broken = broken || d.Rule == r.ID
		others = others || d.Rule != r.ID
	}
	bad := len(e.Pairs) > 0
	switch {
	case bad && !broken:
		return reasonRecipients
	case others:
		return reasonRules
	}
	return ""
}
