package rules

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

func TestObservation(t *testing.T) {
	for _, tt := range []struct {
		name        string
		seen        observation
		quote, when string
	}{
		{"rejected", observation{Date: "2026-12-01", Observer: "Ann", Status: 400, Code: 1004}, "rejected with HTTP 400 and code 1004, seen by Ann", "observed on 2026-12-01"},
		{"rejected without a code", observation{Date: "2026-12-01", Observer: "Ann", Status: 422}, "rejected with HTTP 422, seen by Ann", "observed on 2026-12-01"},
		{"accepted, the day unknown", observation{Date: "2026-12", Observer: "Ann", Status: 202}, "accepted with HTTP 202, seen by Ann", "observed in 2026-12"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := tt.seen.source()
			require.Equal(t, validate.Source{Page: Observed, Quote: tt.quote, Read: tt.seen.Date}, s)
			require.Equal(t, tt.when, When(s))
		})
	}
}
