package cli

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
)

func TestRulesLine(t *testing.T) {
	asOf, err := time.Parse(time.DateOnly, api.AsOf)
	require.NoError(t, err)
	for _, test := range []struct {
		name string
		days int
		want string
	}{
		{"new", 1, ""},
		{"at the limit", 120, ""},
		{"old", 121, "the rules are 121 days old: the API may have changed; look for a newer version\n"},
		{"a clock that is behind", -400, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, "rules as of "+api.AsOf+"\n"+test.want, rulesLine(asOf.AddDate(0, 0, test.days)))
		})
	}
}
