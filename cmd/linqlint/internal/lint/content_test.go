package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// TestFileFaults: what is reported about a file as a whole has a stable reason,
// the rule's API code, and the severity of the options.
func TestFileFaults(t *testing.T) {
	for _, test := range []struct {
		name   string
		file   string
		text   string
		format source.Format
		want   string
	}{
		{"UTF-16", "a.json", "\xff\xfe{\x00}\x00", 0, "1:1@0 json-encoding/utf-16"},
		{"an array of bodies", "a.ndjson", "\n[" + clean + "]", 0, "2:1@1 json-syntax/array"},
		{"one body", "a.ndjson", "\uFEFF{\n" + clean[1:], 0, "1:1@3 json-syntax/several-lines"},
		{"not an array", "a.json", clean, source.Array, "1:1@0 json-syntax/no-array"},
		{"two commas", "a.json", "[" + clean + ",,]", source.Array, fmt.Sprintf("1:%d@%d json-syntax/missing-element", len(clean)+3, len(clean)+2)},
		{"no bracket", "a.json", "[" + clean, source.Array, fmt.Sprintf("1:%d@%d json-syntax/unclosed-array", len(clean)+2, len(clean)+1)},
		{"text behind", "a.json", "[" + clean + "]x", source.Array, fmt.Sprintf("1:%d@%d json-syntax/after-array", len(clean)+3, len(clean)+2)},
	} {
		t.Run(test.name, func(t *testing.T) {
			inFolder(t, map[string]string{test.file: test.text})
			run := func(opts ...validate.Option) []validate.Diagnostic {
				var out collected
				o := options(&out, test.file)
				o.Format = test.format
				o.Policy.(*testPolicy).named = validate.New(opts...)
				_, err := Run(t.Context(), o)
				require.NoError(t, err)
				return out.all
			}
			found := run()
			require.Len(t, found, 1)
			d := found[0]
			require.Equal(t, test.want, fmt.Sprintf("%d:%d@%d %s", d.Start.Line, d.Start.Column, d.Start.Offset, d.Reason))
			info, _ := validate.LookupRule(d.Rule)
			require.True(t, strings.HasPrefix(d.Reason, info.ID+"/"))
			require.Equal(t, info.Severity, d.Severity)
			require.Equal(t, info.APICode, d.APICode)
			require.Equal(t, info.APICodeDocumented, d.APICodeDocumented)

			require.Equal(t, validate.SeverityWarning, run(validate.WithSeverity("json-*", validate.SeverityWarning))[0].Severity)
			require.Empty(t, run(validate.WithSeverity("json-*", validate.SeverityOff)))
		})
	}
}
