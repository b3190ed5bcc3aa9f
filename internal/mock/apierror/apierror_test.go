package apierror

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

func TestWrite(t *testing.T) {
	w := httptest.NewRecorder()
	a := Coded(1007, "a \"reason\" with ü, \x1b[31m and \n")
	a.RetryAfter = 3
	a.Write(w)
	require.Equal(t, http.StatusTooManyRequests, w.Code)
	require.Equal(t, "3", w.Header().Get("Retry-After"))
	require.Equal(t, `a "reason" with \u00fc, \x1b[31m and \n`, w.Header().Get(DetailHeader))
	var got struct {
		Success *bool
		Error   struct {
			Status, Code int
			Message      string
			DocURL       string `json:"doc_url"`
			RetryAfter   int    `json:"retry_after"`
		}
		TraceID string `json:"trace_id"`
	}
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &got))
	require.NotNil(t, got.Success)
	require.False(t, *got.Success)
	require.Equal(t, 429, got.Error.Status)
	require.Equal(t, 3, got.Error.RetryAfter)
	require.Equal(t, "https://docs.linqapp.com/error/codes/1xxx/1007/", got.Error.DocURL)
	require.Len(t, got.TraceID, 32)

	require.Len(t, headerText(strings.Repeat("x", 5000)), maxHeaderText)
}

func TestFromReport(t *testing.T) {
	_, bad := FromReport(validate.Report{})
	require.False(t, bad)
	warning := validate.Diagnostic{Severity: validate.SeverityWarning, APICode: 1005}
	_, bad = FromReport(validate.Report{Diagnostics: []validate.Diagnostic{warning}})
	require.False(t, bad, "a warning refuses nothing")

	tests := []struct {
		name         string
		code         int
		pointer      string
		status, want int
		detail       string
	}{
		{"a conflict", 2018, "/a", 409, 2018, "r: /a: m"},
		{"no place", 1003, "", 400, 1003, "r: m"},
		{"no code", 0, "/a", 400, 1003, "r: /a: m"},
		{"a code nobody documents", 4711, "/a", 400, 1003, "r: /a: m"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := validate.Diagnostic{Rule: "r", Message: "m", Pointer: test.pointer, Severity: validate.SeverityError, APICode: test.code}
			a, bad := FromReport(validate.Report{Diagnostics: []validate.Diagnostic{warning, d}})
			require.True(t, bad)
			require.Equal(t, test.status, a.Status)
			require.Equal(t, test.want, a.Code)
			require.Equal(t, test.detail, a.Detail)
		})
	}
}

// TestEveryRule checks that the code of each rule has an envelope.
func TestEveryRule(t *testing.T) {
	for _, r := range rules.All() {
		d := validate.Diagnostic{Rule: r.ID, Severity: validate.SeverityError, APICode: r.APICode}
		a, bad := FromReport(validate.Report{Diagnostics: []validate.Diagnostic{d}})
		require.True(t, bad)
		require.GreaterOrEqual(t, a.Status, 400, r.ID)
		if r.APICode != 0 {
			require.Equal(t, r.APICode, a.Code, r.ID)
		}
	}
}
