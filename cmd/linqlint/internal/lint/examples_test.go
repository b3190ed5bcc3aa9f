package lint

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/config"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// collected keeps what a run reports.
type collected struct{ all []validate.Diagnostic }

func (f *collected) Batch(b *report.Batch) error {
	for i := range b.Findings {
		f.all = append(f.all, b.Findings[i].Diagnostic)
	}
	return nil
}

func (*collected) Flush() error { return nil }

func (*collected) Close(*report.Summary) error { return nil }

// yields returns what the command reports for the example of a rule.
func yields(t *testing.T, id, text string) []validate.Diagnostic {
	t.Helper()
	if id == rules.Config {
		_, ds := config.Parse(config.Name, "/", []byte(text))
		return ds
	}
	format, unique := source.NDJSON, []Unique{Unique(strings.TrimPrefix(id, "campaign-"))}
	if id == rules.RequestUnchecked {
		format, unique = source.Curl, nil
	}
	var out collected
	policy := newTestPolicy()
	_, err := Run(context.Background(), Options{
		Args: []string{source.Stdin}, Stdin: strings.NewReader(text), StdinName: "campaign.ndjson", Format: format,
		Policy:   policy,
		Severity: validate.SeverityNote, FailOn: validate.SeverityError, MaxSize: 1 << 20, Report: &out, Unique: unique,
	})
	require.NoError(t, err)
	require.Empty(t, policy.warnings)
	return out.all
}

// TestExamples compares the documentation with the command.
func TestExamples(t *testing.T) {
	n := 0
	for _, r := range rules.All() {
		if r.Where == "" {
			continue
		}
		n++
		t.Run(r.ID, func(t *testing.T) {
			require.Len(t, r.Bad, 1)
			require.Equal(t, r.Found, yields(t, r.ID, r.Bad[0].Body))
			require.NotEmpty(t, r.Good)
			for _, e := range r.Good {
				require.Empty(t, yields(t, r.ID, e.Body))
			}
			require.NotEmpty(t, r.Title)
			require.NotEmpty(t, r.Help)
			require.NotEmpty(t, r.Sources)
		})
	}
	require.Equal(t, len(Uniques())+2, n, "the values of --unique, requests and the config")
}

func TestSelect(t *testing.T) {
	all := rules.All()
	require.Len(t, rules.Select("*"), len(all))
	seen := map[string]bool{}
	for _, r := range all {
		require.False(t, seen[r.ID], "%s is there twice", r.ID)
		seen[r.ID] = true
		got, ok := rules.Lookup(r.ID)
		require.True(t, ok)
		require.Equal(t, r.Title, got.Title)
		require.Equal(t, []string{r.ID}, rules.Select(r.ID))
	}
	require.Equal(t, []string{rules.CampaignKey, rules.CampaignRecipient}, rules.Select("campaign-*"))
	fixed := []string{rules.Config, "builder-substring", "builder-utf8"}
	require.Len(t, rules.Configurable("*"), len(all)-len(fixed))
	for _, id := range fixed {
		require.Empty(t, rules.Configurable(id), id)
	}
	require.Empty(t, rules.Select("no-such"))
	_, ok := rules.Lookup("no-such")
	require.False(t, ok)
}
