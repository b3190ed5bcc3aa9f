package conformance

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/linqlint/linqlint/internal/api"
)

// Client sends requests to an API.
type Client struct {
	HTTP     *http.Client // must not follow redirects; see [NewClient]
	BaseURL  string       // checked by [CheckBaseURL]
	Token    string
	Interval time.Duration // between the starts of two requests
	Secrets  []string      // masked in messages, besides the token
}

// NewClient returns a client that follows no redirect: it could lead a body, or
// the token, to another host.
func NewClient() *http.Client {
	return &http.Client{
		Timeout:       30 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// CheckBaseURL returns an error for a base URL that the token must not be sent to.
func CheckBaseURL(base string) error {
	u, err := url.Parse(base)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return errors.New("must be an http or https URL")
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return errors.New("must have no user, query or fragment")
	case u.Scheme == "http" && !IsLoopback(u.Hostname()):
		return errors.New("must be https, except for a host on this machine")
	}
	return nil
}

// OnLoopback reports whether a base URL is on this machine.
func OnLoopback(base string) bool {
	u, err := url.Parse(base)
	return err == nil && IsLoopback(u.Hostname())
}

// IsLoopback reports whether a host is an address of this machine, or localhost.
func IsLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// errUnauthorized ends a run: no response would say anything about a body.
var errUnauthorized = errors.New("the API rejects the token (401)")

// errInconclusive is the error of a run in which no response says anything about a
// body.
var errInconclusive = errors.New("no response is conclusive")

// Run sends the requests one at a time and calls done with each result. It ends
// early with the context's error or errUnauthorized.
func (c *Client) Run(ctx context.Context, requests []Request, done func(Result)) error {
	conclusive := false
	for i, q := range requests {
		if i > 0 {
			if err := sleep(ctx, c.Interval); err != nil {
				return err
			}
		}
		r, err := c.patient(ctx, q)
		if err != nil {
			return err
		}
		conclusive = conclusive || r.Verdict != Inconclusive
		done(r)
	}
	if !conclusive && len(requests) > 0 {
		return errInconclusive
	}
	return nil
}

// The waits after a response with status 429.
const (
	maxTries     = 4
	maxRetryWait = 2 * time.Minute
)

// patient sends a request, again if the API asks to wait.
func (c *Client) patient(ctx context.Context, q Request) (Result, error) {
	for try := 1; ; try++ {
		r, wait, err := c.send(ctx, q)
		if err != nil || r.Status != http.StatusTooManyRequests || try == maxTries {
			return r, err
		}
		if err := sleep(ctx, max(wait, c.Interval)); err != nil {
			return r, err
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// maxResponse is how much of a response is read, in bytes.
const maxResponse = 64 << 10

// send sends one request; wait is the Retry-After of the response.
func (c *Client) send(ctx context.Context, q Request) (r Result, wait time.Duration, err error) {
	r = Result{Rule: q.Rule, Example: q.Example, SentAs: string(q.Kind), Valid: q.Valid}
	req, err := http.NewRequestWithContext(ctx, q.Method, strings.TrimSuffix(c.BaseURL, "/")+q.Path, bytes.NewReader(q.Body))
	if err != nil {
		return r, 0, err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "linqlint-conformance")
	res, err := c.HTTP.Do(req)
	if ctx.Err() != nil {
		return r, 0, ctx.Err()
	}
	if err != nil {
		var cause *url.Error
		if errors.As(err, &cause) {
			err = cause.Err
		}
		r.Message = c.masked(err.Error())
		r.Verdict = verdict(q, r)
		return r, 0, nil
	}
	defer res.Body.Close()
	text, _ := io.ReadAll(io.LimitReader(res.Body, maxResponse)) // a body that ends early has no error in it
	c.read(&r, res, text)
	if r.Status == http.StatusUnauthorized && r.Code == api.CodeUnauthorized {
		return r, 0, errUnauthorized
	}
	r.Verdict = verdict(q, r)
	seconds, _ := strconv.Atoi(res.Header.Get("Retry-After"))
	return r, min(time.Duration(max(seconds, 0))*time.Second, maxRetryWait), nil
}

// read takes status, code, message and trace id from a response.
func (c *Client) read(r *Result, res *http.Response, text []byte) {
	var envelope struct {
		TraceID string `json:"trace_id"`
		Error   struct {
			Code    int    `json:"code"`
			Message string `json:"message"`
		} `json:"error"`
	}
	r.Status = res.StatusCode
	r.TraceID = res.Header.Get("X-Trace-Id")
	if json.Unmarshal(text, &envelope) == nil {
		r.Code, r.Message = envelope.Error.Code, c.masked(envelope.Error.Message)
		if envelope.TraceID != "" {
			r.TraceID = envelope.TraceID
		}
	}
	if !traceID().MatchString(r.TraceID) {
		r.TraceID = ""
	}
}

// traceID matches an identifier that is worth keeping.
var traceID = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9A-Za-z-]{1,64}$`)
})

// numbers matches phone numbers in a text, and maxMessage is how much of a text is
// kept, in bytes.
var numbers = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\+?\(?[0-9][0-9 ().-]{5,}[0-9]`)
})

const maxMessage = 300

// masked returns text without the token, handles and phone numbers.
func (c *Client) masked(text string) string {
	for _, secret := range append([]string{c.Token}, c.Secrets...) {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "***")
		}
	}
	text = numbers().ReplaceAllString(handles().ReplaceAllString(text, "***"), "***")
	if len(text) > maxMessage {
		text = strings.ToValidUTF8(text[:maxMessage], "") + "…"
	}
	return text
}

// Line is a request in one line, as a dry run prints it.
func (q Request) Line() string {
	return fmt.Sprintf("%s %s  %s: %s (%d bytes)", q.Method, q.Path, q.Rule, q.Example, len(q.Body))
}
