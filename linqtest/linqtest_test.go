package linqtest_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/validate"
)

const hello = `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"hello"}]}}`

func post(t *testing.T, url, body string) (int, string) {
	t.Helper()
	req, err := http.NewRequest("POST", url, strings.NewReader(body))
	require.NoError(t, err)
	req.Header.Set("Authorization", "Bearer test")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err.Error()
	}
	defer res.Body.Close()
	response, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return res.StatusCode, string(response)
}

func TestServer(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	srv := linqtest.NewServer(t, linqtest.WithTokens("test"), linqtest.WithLines("+12025550177"), linqtest.WithHistory(2),
		linqtest.WithClock(func() time.Time { return now }), linqtest.WithValidation(validate.WithSeverity("effect-incomplete", validate.SeverityError)))
	address, err := netip.ParseAddrPort(strings.TrimPrefix(srv.URL, "http://"))
	require.NoError(t, err)
	require.True(t, address.Addr().IsLoopback())

	status, response := post(t, srv.URL+"/v3/messages", hello)
	require.Equal(t, 202, status, response)
	require.Contains(t, response, `"from":"+12025550177"`)
	require.Contains(t, response, `"created_at":"2026-01-02T03:04:05Z"`)
	require.Len(t, srv.Sent(), 1)
	status, _ = post(t, srv.URL+"/v3/messages", strings.Replace(hello, `"parts"`, `"effect":{"name":"confetti"},"parts"`, 1))
	require.Equal(t, 400, status, "a raised severity refuses a warning")

	faults := []struct {
		fault linqtest.Fault
		want  int
	}{{linqtest.ServerError(), 500}, {linqtest.RateLimited(1), 429}, {linqtest.Refuse(2015), 409}, {linqtest.Slow(time.Millisecond), 202}, {linqtest.CutConnection(), 0}, {linqtest.DropResponse(), 0}}
	for _, f := range faults {
		srv.Fail(f.fault, 1)
		status, _ := post(t, srv.URL+"/v3/messages", hello)
		require.Equal(t, f.want, status)
	}
	require.Len(t, srv.Sent(), 2, "no more than the history")

	srv.OptOut("+14155559876")
	status, _ = post(t, srv.URL+"/v3/messages", hello)
	require.Equal(t, 403, status)
	srv.OptIn("+14155559876")
	srv.FlagLine("+12025550177")
	status, _ = post(t, srv.URL+"/v3/messages", hello)
	require.Equal(t, 409, status, "the only line is flagged")
	srv.UnflagLine("+12025550177")
	status, _ = post(t, srv.URL+"/v3/messages", hello)
	require.Equal(t, 202, status)
	srv.Reset()
	require.Empty(t, srv.Sent())
	srv.Close()
	status, _ = post(t, srv.URL+"/v3/messages", hello)
	require.Zero(t, status)
}

// TestMistyped: a mistyped option panics and says which.
func TestMistyped(t *testing.T) {
	srv := linqtest.NewServer(t)
	for want, f := range map[string]func(){
		`WithLines: "0800" is not`:                 func() { linqtest.WithLines("+12025550100", "0800") },
		`no rule fits "x"`:                         func() { linqtest.Start(linqtest.WithValidation(validate.WithSeverity("x", validate.SeverityError))) },
		`"GET /payments" does not begin with /v3/`: func() { srv.Handle("GET /payments", http.NotFoundHandler()) },
		`"/messages" does not begin with /v3/`:     func() { srv.FailAt("/messages", linqtest.ServerError(), 1) },
		`does not begin with /v3/`:                 func() { srv.FailAt("api.linqapp.com/v3/messages", linqtest.ServerError(), 1) },
	} {
		t.Run(want, func(t *testing.T) {
			defer func() { require.Contains(t, fmt.Sprint(recover()), want) }()
			f()
			t.Fatal("no panic")
		})
	}
	srv.FailAt("/", linqtest.ServerError(), 0)
	srv.Fail(linqtest.ServerError(), -1)
	status, _ := post(t, srv.URL+"/v3/messages", hello)
	require.Equal(t, 202, status, "no times")
}

// recorder is a testing.TB that records the failures.
type recorder struct {
	testing.TB
	text string
}

func (r *recorder) Helper()           {}
func (r *recorder) Error(args ...any) { r.text += fmt.Sprint(args...) }
func (r *recorder) Errorf(format string, args ...any) {
	r.text += fmt.Sprintf(format, args...)
}

func TestAssertions(t *testing.T) {
	twoTexts := `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}}`
	type message struct {
		To []string `json:"to"`
	}
	tests := []struct {
		name   string
		assert func(tb testing.TB) bool
		want   []string // in the failure; none means that it passes
	}{
		{"a good body", func(tb testing.TB) bool { return linqtest.AssertSendable(tb, []byte(hello)) }, nil},
		{"a string", func(tb testing.TB) bool { return linqtest.AssertSendable(tb, hello) }, nil},
		{"raw JSON", func(tb testing.TB) bool { return linqtest.AssertSendable(tb, json.RawMessage(hello)) }, nil},
		{"a bad body", func(tb testing.TB) bool { return linqtest.AssertSendable(tb, twoTexts) },
			[]string{"not sendable", "as messages.create", "error at /message/parts/1 (line 1, column ", "[parts-consecutive-text]"}},
		{"a struct", func(tb testing.TB) bool { return linqtest.AssertSendable(tb, message{To: []string{"+14155559876"}}) },
			[]string{"[field-required]"}},
		{"a value without JSON", func(tb testing.TB) bool { return linqtest.AssertSendable(tb, func() {}) }, []string{"marshal the body"}},
		{"a request", func(tb testing.TB) bool {
			return linqtest.AssertSendable(tb, builder.MessagesCreate("+14155559876").Text("hello"))
		}, nil},
		{"a request with several errors", func(tb testing.TB) bool {
			return linqtest.AssertSendable(tb, builder.MessagesCreate().Text("", builder.Bold("x")))
		}, []string{"as messages.create", "[field-required]", "[text-empty]", "[builder-substring]"}},
		{"a request with another severity", func(tb testing.TB) bool {
			return linqtest.AssertSendable(tb, builder.MessagesCreate().Text("hello"), validate.WithSeverity("field-required", validate.SeverityWarning))
		}, nil},
		{"a part with an error", func(tb testing.TB) bool { return linqtest.AssertSendable(tb, builder.TextPart("")) }, []string{"[text-empty]"}},
		{"a rule for a request", func(tb testing.TB) bool {
			return linqtest.AssertRule(tb, builder.MessagesCreate().Text("hello"), "field-required")
		}, nil},
		{"a rule of the builder", func(tb testing.TB) bool {
			return linqtest.AssertRule(tb, builder.MessagesCreate("+14155559876").Text("a a", builder.Bold("a")), "builder-substring-ambiguous")
		}, nil},
		{"another kind", func(tb testing.TB) bool {
			return linqtest.AssertSendable(tb, `{"text":"x"}`, validate.WithKind(validate.KindMessagesReact))
		}, []string{"as messages.react"}},
		{"the rule reports", func(tb testing.TB) bool { return linqtest.AssertRule(tb, twoTexts, "parts-consecutive-text") }, nil},
		{"a note reports", func(tb testing.TB) bool {
			return linqtest.AssertRule(tb, strings.Replace(hello, "hello", "**hello**", 1), "text-markdown")
		}, nil},
		{"nothing reports", func(tb testing.TB) bool { return linqtest.AssertRule(tb, hello, "to-empty") }, []string{"is clean"}},
		{"another rule reports", func(tb testing.TB) bool { return linqtest.AssertRule(tb, twoTexts, "to-empty") },
			[]string{"but others do", "parts-consecutive-text"}},
		{"an unknown rule", func(tb testing.TB) bool { return linqtest.AssertRule(tb, hello, "to-emtpy") }, []string{`unknown rule "to-emtpy"`}},
		{"no body for a rule", func(tb testing.TB) bool { return linqtest.AssertRule(tb, func() {}, "to-empty") }, []string{"marshal the body"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := &recorder{TB: t}
			require.Equal(t, len(test.want) == 0, test.assert(r))
			if len(test.want) == 0 {
				require.Empty(t, r.text)
			}
			for _, want := range test.want {
				require.Contains(t, r.text, want)
			}
		})
	}
}
