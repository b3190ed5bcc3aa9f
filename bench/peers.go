package main

import (
	"encoding/json"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/linqlint/linqlint/validate"
)

// peer is one way to check a body. check returns an error if it rejects the body.
type peer struct {
	name   string
	does   string // what it does with a body, for the table's legend
	checks bool   // it knows more than JSON's grammar, and must reject wrong bodies
	check  func(body []byte) error
}

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
		{"jsontext IsValid", "the grammar of JSON and UTF-8, duplicate names", false, func(body []byte) error {
			if !jsontext.Value(body).IsValid() {
				return fmt.Errorf("no JSON")
			}
			return nil
		}},
		{"encoding/json Unmarshal", "into structs, no rule", false, func(body []byte) error {
			var m send
			return json.Unmarshal(body, &m)
		}},
		{"validator/v10", "Unmarshal into structs, tags and struct-level rules", true, tagChecks()},
	}
	peers = append(peers, sonicPeers()...)
	for _, prepare := range []func([]byte) (peer, error){santhosh, google, kin, pb33f} {
		p, err := prepare(schema)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		peers = append(peers, p)
	}
	return peers, nil
}
