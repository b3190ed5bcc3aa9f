package main

import (
	"encoding/json"
	"fmt"

	"github.com/linqlint/linqlint/validate"
)

// peer is one way to check a body. check returns an error if it rejects the body.
type peer struct {
	name   string
	does   string // what it does with a body, for the table's legend
	checks bool   // it knows more than JSON's grammar, and must reject badBody
	check  func(body []byte) error
}

// badBody is JSON, but breaks a rule of every schema and struct tag here: it
// has a part of type text without a value.
const badBody = `{"to":["+14155559876"],"message":{"parts":[{"type":"text"}]}}`

// goPeers returns the peers that run in this process, json.Valid first and
// linqlint second.
func goPeers(schema []byte) ([]peer, error) {
	v := validate.New()
	peers := []peer{
		{"encoding/json Valid", "the grammar of JSON, nothing else", false, func(body []byte) error {
			if !json.Valid(body) {
				return fmt.Errorf("no JSON")
			}
			return nil
		}},
		{"linqlint", "every rule, with the place of each problem", true, func(body []byte) error { return v.JSON(body).Err() }},
		{"encoding/json Unmarshal", "into structs, no rule", false, func(body []byte) error {
			var m send
			return json.Unmarshal(body, &m)
		}},
		{"validator/v10", "Unmarshal into structs, tags and struct-level rules", true, tagChecks()},
	}
	for _, prepare := range []func([]byte) (peer, error){santhosh, google, kin, pb33f} {
		p, err := prepare(schema)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		peers = append(peers, p)
	}
	return peers, nil
}

// prove checks that p accepts the bodies and, if it checks more than JSON,
// rejects badBody, so that no peer is timed that does not do its work.
func (p *peer) prove(bodies []body) error {
	for _, b := range bodies {
		if err := p.check(b.text); err != nil {
			return fmt.Errorf("%s refuses %s: %w", p.name, b.name, err)
		}
	}
	if p.checks && p.check([]byte(badBody)) == nil {
		return fmt.Errorf("%s takes a body that is wrong", p.name)
	}
	return nil
}
