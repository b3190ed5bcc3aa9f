package rules

import (
	_ "embed"
	"encoding/json"

	"github.com/linqlint/linqlint/validate"
)

// Observed is the Page of a source that is a response of the live API and not a
// page.
const Observed = "observed"

//go:embed observed.json
var observedJSON []byte

// observation is a response of the live API to a body that breaks a rule.
type observation struct {
	Date     string // YYYY-MM, or YYYY-MM-DD
	Observer string
	Status   int // HTTP
	Code     int // of the error
}

// observations returns what was observed, by rule.
func observations() map[string][]observation {
	var all map[string][]observation
	if err := json.Unmarshal(observedJSON, &all); err != nil {
		panic("rules: observed.json: " + err.Error())
	}
	return all
}

func (o observation) source() validate.Source {
	quote := "rejected with HTTP " + itoa(o.Status)
	if o.Status < 300 {
		quote = "accepted with HTTP " + itoa(o.Status)
	}
	if o.Code != 0 {
		quote += " and code " + itoa(o.Code)
	}
	return validate.Source{Page: Observed, Quote: quote + ", seen by " + o.Observer, Read: o.Date}
}

// When says when an observation was made: "observed on 2026-12-01", or "observed
// in 2026-12" if the day is not known.
func When(observed validate.Source) string {
	if len(observed.Read) == len("2026-12") {
		return "observed in " + observed.Read
	}
	return "observed on " + observed.Read
}
