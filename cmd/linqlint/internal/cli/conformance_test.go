package cli_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/cli"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/conformance"
	apimock "github.com/linqlint/linqlint/internal/mock"
	"github.com/linqlint/linqlint/validate"
)

const ownHandle = "+12025550123"

// deviation is a way in which an API differs from the rules: respond reports
// whether it has written the response to body.
type deviation func(w http.ResponseWriter, body string) (responded bool)

// target is an API that conformance runs against: the mock with deviations.
type target struct {
	*httptest.Server
	mu     sync.Mutex
	bodies []string // as received
}

func newTarget(t *testing.T, deviations ...deviation) *target {
	api := apimock.New(apimock.Config{Tokens: []string{"secret"}})
	s := &target{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		s.mu.Lock()
		s.bodies = append(s.bodies, string(body))
		s.mu.Unlock()
		for _, d := range deviations {
			if d(w, string(body)) {
				return
			}
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		api.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// conform runs linqlint conformance with a token in the environment.
func conform(token string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = cli.Main(cli.Env{
		Args: append([]string{"conformance"}, args...), Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
		Getenv: func(name string) string { return map[string]string{"LINQ_API_V3_API_KEY": token}[name] },
	})
	return code, out.String(), errs.String()
}

// sendTo runs every example against a target and returns the record.
func sendTo(t *testing.T, s *target, more ...string) (code int, r *conformance.Record, stdout string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "record.json")
	args := append([]string{"run", "--send", "--to", ownHandle, "--base-url", s.URL, "--interval", "0s", "--observer", "Ann", "--output", file}, more...)
	code, stdout, stderr := conform("secret", args...)
	data, err := os.ReadFile(file)
	require.NoError(t, err, stderr)
	r, err = conformance.Read(data)
	require.NoError(t, err)
	return code, r, stdout
}

// TestConformanceAgainstMock runs every example against a mock that follows the
// rules: nothing deviates, and each body has --to as its only recipient.
func TestConformanceAgainstMock(t *testing.T) {
	s := newTarget(t)
	code, r, stdout := sendTo(t, s, "--from", "+12025550100")
	for _, res := range r.Results {
		require.Equal(t, conformance.AsStated, res.Verdict, "%+v", res)
		require.GreaterOrEqual(t, res.Status, 400)
		require.NotEmpty(t, res.TraceID)
	}
	require.Equal(t, cli.ExitClean, code)
	require.Greater(t, len(r.Results), 130)
	require.Contains(t, stdout, "as stated\n")
	require.Len(t, s.bodies, len(r.Results))
	for _, body := range s.bodies {
		if !json.Valid([]byte(body)) {
			require.True(t, strings.HasPrefix(body, `{"to":["`+ownHandle+`"]`), body)
			continue
		}
		var got struct{ To []string }
		require.NoError(t, json.Unmarshal([]byte(body), &got))
		require.False(t, validate.JSON([]byte(body)).OK(), "a valid body was sent: %s", body)
		if !strings.Contains(body, `"content_type"`) { // of an attachment, which has no recipient
			require.Equal(t, []string{ownHandle}, got.To, body)
		}
	}
	record, err := json.Marshal(r)
	require.NoError(t, err)
	require.NotContains(t, string(record), ownHandle)
	require.NotContains(t, string(record), "secret")
}

// has is a deviation for bodies that contain a text.
func has(text string, respond http.HandlerFunc) deviation {
	return func(w http.ResponseWriter, body string) bool {
		if strings.Contains(body, text) {
			respond(w, nil)
			return true
		}
		return false
	}
}

// responds writes a status and a body.
func responds(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// TestConformanceFindsDeviations runs against a mock that differs from the rules in
// five ways, and that fails in three: each is found, and nothing else.
func TestConformanceFindsDeviations(t *testing.T) {
	limited := 0
	s := newTarget(t,
		has(`"preferred_service":"sms"`, responds(202, `{"message":{}}`)),
		has(`"type":"fullscreen"`, responds(400, `{"success":false,"error":{"status":400,"code":1003,"message":"+12025550123 or (202) 555-0199 or a@b.example: secret"},"trace_id":"abc"}`)),
		has(`"filename":""`, responds(422, `{"success":false,"error":{"status":422,"code":1005,"message":"no"}}`)),
		has(`"preferred_service":"WhatsApp"`, responds(400, `<html>Bad Request</html>`)),
		has(`"preferred_service":"RCS"`, responds(400, `{"success":false,"error":{"status":400,"code":1005,"message":"no"}}`)),
		has(`"size_bytes":0`, responds(500, `{"success":false,"error":{"status":500,"code":3006,"message":"no"}}`)),
		has(`"size_bytes":104857601`, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }),
		has(`"type":"slam"`, func(w http.ResponseWriter, _ *http.Request) {
			if limited++; limited > 1 {
				responds(400, `{"success":false,"error":{"status":400,"code":1005,"message":"no"}}`)(w, nil)
				return
			}
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(429)
		}),
	)
	code, r, stdout := sendTo(t, s, "--include-valid", "--rule", "effect-type", "--rule", "attachment-*", "--rule", "service-value")
	require.Equal(t, cli.ExitProblems, code)
	got := map[string]conformance.Verdict{}
	for _, res := range r.Results {
		if res.Verdict != conformance.AsStated {
			got[res.Rule+": "+res.Example] = res.Verdict
		}
	}
	require.Equal(t, map[string]conformance.Verdict{
		"service-value: lower-case SMS":              conformance.Accepted,
		"effect-type: a third type":                  conformance.OtherCode,
		"attachment-filename: empty":                 conformance.OtherStatus,
		"service-value: another service":             conformance.NoErrorBody,
		"service-value: RCS":                         conformance.Refused,
		"attachment-size: empty file":                conformance.Inconclusive,
		"attachment-size: one byte more than 100 MB": conformance.Inconclusive,
		"attachment-id: version 4":                   conformance.Inconclusive, // 404: the account has no such attachment
	}, got)
	require.Equal(t, 2, limited, "a request is sent again after 429")
	for _, line := range []string{
		"service-value                accepted       202, expected 1005       lower-case SMS",
		"effect-type                  another code   400 1003, expected 1005  a third type",
		"attachment-size              not conclusive no response              one byte more than 100 MB",
	} {
		require.Contains(t, stdout, line)
	}
	for _, res := range r.Results {
		if res.Example == "a third type" {
			require.Equal(t, "*** or *** or ***: ***", res.Message)
			require.Equal(t, "abc", res.TraceID)
		}
	}
}

// TestConformanceStops ends a run whose token is refused at its first request, and
// one against an API that redirects does not follow.
func TestConformanceStops(t *testing.T) {
	s := newTarget(t)
	file := filepath.Join(t.TempDir(), "record.json")
	code, _, stderr := conform("wrong", "run", "--send", "--to", ownHandle, "--base-url", s.URL, "--output", file)
	require.Equal(t, cli.ExitFailure, code)
	require.Contains(t, stderr, "the API rejects the token (401)")
	require.Len(t, s.bodies, 1)
	require.NoFileExists(t, file, "a record of nothing")

	away := newTarget(t)
	s = newTarget(t, has("", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", away.URL)
		w.WriteHeader(307)
	}))
	code, r, _ := sendTo(t, s, "--rule", "parts-empty")
	require.Empty(t, away.bodies)
	require.Equal(t, cli.ExitProblems, code)
	require.Equal(t, conformance.NoErrorBody, r.Results[0].Verdict)
}

// TestConformanceReport merges two records into a copy of rules/observed.json.
func TestConformanceReport(t *testing.T) {
	dir := t.TempDir()
	observed := filepath.Join(dir, "observed.json")
	before := "{\n  \"to-self\": [\n    {\"date\": \"2026-09\", \"observer\": \"a third party\", \"status\": 400, \"code\": 1005}\n  ]\n}\n"
	require.NoError(t, os.WriteFile(observed, []byte(before), 0o600))
	var files []string
	for _, d := range []string{"2026-12-02", "2026-12-01"} {
		r := conformance.Record{Version: 1, Date: d, Observer: "Ann \x1b[31m", Results: []conformance.Result{
			{Rule: "parts-max", Example: "101 parts", Verdict: conformance.AsStated, Status: 400, Code: 1004},
			{Rule: "parts-max", Example: "103 parts", Verdict: conformance.AsStated, Status: 400, Code: 1004},
			{Rule: "parts-empty", Example: "no part", Verdict: conformance.Accepted, Status: 202},
			{Rule: "parts-link-alone", Example: "x", Verdict: conformance.Inconclusive, Status: 500},
			{Rule: "text-empty", Example: "x", Verdict: conformance.AsStated, Status: 400, Code: 1004},
		}}
		var b bytes.Buffer
		require.NoError(t, r.Write(&b))
		files = append(files, filepath.Join(dir, d+".json"))
		require.NoError(t, os.WriteFile(files[len(files)-1], b.Bytes(), 0o600))
	}
	code, stdout, stderr := conform("", append([]string{"report", "--accept", "parts-*", "--write", observed}, files...)...)
	require.Equal(t, cli.ExitClean, code, stderr)
	require.Contains(t, stdout, "6 as stated")
	require.NotContains(t, stdout, "\x1b")
	require.Contains(t, stderr, "4 observations added")
	got, err := os.ReadFile(observed)
	require.NoError(t, err)
	merged, err := conformance.ReadObserved(got)
	require.NoError(t, err)
	require.Equal(t, conformance.Observed{
		"to-self":     {{Date: "2026-09", Observer: "a third party", Status: 400, Code: 1005}},
		"parts-max":   {{Date: "2026-12-01", Observer: "Ann \x1b[31m", Status: 400, Code: 1004}, {Date: "2026-12-02", Observer: "Ann \x1b[31m", Status: 400, Code: 1004}},
		"parts-empty": {{Date: "2026-12-01", Observer: "Ann \x1b[31m", Status: 202}, {Date: "2026-12-02", Observer: "Ann \x1b[31m", Status: 202}},
	}, merged)

	// Once more adds nothing, and the shipped file is as Append writes it.
	conform("", append([]string{"report", "--accept", "*", "--write", observed}, files[:0]...)...)
	code, _, stderr = conform("", append([]string{"report", "--accept", "parts-*", "--write", observed}, files...)...)
	require.Equal(t, cli.ExitClean, code)
	require.Contains(t, stderr, "0 observations added")
	shipped, err := os.ReadFile("../../../../rules/observed.json")
	require.NoError(t, err)
	parsed, err := conformance.ReadObserved(shipped)
	require.NoError(t, err)
	require.Equal(t, string(shipped), string(parsed.Append(nil)))
}
