package preflight_test

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/linqlint/linqlint/preflight"
	"github.com/linqlint/linqlint/validate"
)

const (
	messages = "https://api.linqapp.com/api/partner/v3/messages"
	noOne    = `{"to":[],"message":{"parts":[{"type":"text","value":"Hi"}]}}`
	unknown  = `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"Hi"}],"effect":{"name":"snow","type":"screen"}}}`
)

// accept is the network: it accepts everything.
type accept struct{}

func (accept) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusAccepted, Body: http.NoBody}, nil
}

func post(t http.RoundTripper, body string) (*http.Response, error) {
	return (&http.Client{Transport: t}).Post(messages, "application/json", strings.NewReader(body))
}

// The default for a client: an error that has the report.
func ExampleError() {
	_, err := post(preflight.Transport(accept{}), noOne)
	var refused *preflight.Error
	if errors.As(err, &refused) {
		fmt.Println(refused.Method, refused.Path)
		fmt.Print(refused.Report)
	}
	fmt.Println(errors.Is(err, validate.ErrInvalid))
	// Output:
	// POST /api/partner/v3/messages
	// 1:7: error[to-empty] "to" is empty; at least one recipient is required
	// true
}

// The client sees what it would see from the API, without sending anything.
func ExampleWithResponse() {
	res, err := post(preflight.Transport(accept{}, preflight.WithResponse()), noOne)
	if err != nil {
		panic(err)
	}
	defer res.Body.Close()
	fmt.Println(res.StatusCode, res.Header.Get("X-Should-Retry"))
	fmt.Println(res.Header.Get("Linqlint-Detail"))
	// Output:
	// 400 false
	// to-empty: /to: "to" is empty; at least one recipient is required
}

// The first weeks in production: look at the log, stop nothing.
func ExampleWithLogOnly() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	res, err := post(preflight.Transport(accept{}, preflight.WithLogOnly(log)), noOne)
	if err != nil {
		panic(err)
	}
	fmt.Println(res.StatusCode)
	// Output:
	// level=ERROR msg="\"to\" is empty; at least one recipient is required" rule=to-empty pointer=/to kind=messages.create method=POST path=/api/partner/v3/messages offset=6
	// 202
}

func ExampleWithOnReport() {
	count := map[string]int{}
	t := preflight.Transport(accept{}, preflight.WithOnReport(func(_ *http.Request, r validate.Report) {
		for _, d := range r.Diagnostics {
			count[d.Rule]++
		}
	}))
	post(t, noOne)
	post(t, unknown)
	fmt.Println(count)
	// Output: map[effect-name:1 to-empty:1]
}

func ExampleWithValidation() {
	t := preflight.Transport(accept{}, preflight.WithValidation(validate.WithStrict()))
	_, err := post(t, unknown)
	fmt.Println(errors.Is(err, validate.ErrInvalid))

	t = preflight.Transport(accept{}, preflight.WithValidation(validate.WithKnown(validate.Known{EffectNames: []string{"snow"}})))
	_, err = post(t, unknown)
	fmt.Println(err)
	// Output:
	// true
	// <nil>
}

// A Handler refuses what it cannot check, unless it is told not to.
func ExampleWithPassUnchecked() {
	next := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusAccepted) })
	for _, opts := range [][]preflight.Option{nil, {preflight.WithPassUnchecked()}} {
		r := httptest.NewRequest("POST", "/v3/messages", strings.NewReader("to=1"))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		preflight.Handler(next, opts...).ServeHTTP(w, r)
		fmt.Println(w.Code)
	}
	// Output:
	// 415
	// 202
}

// A body of unknown length is read into memory to be checked.
func ExampleWithStreams() {
	for _, opts := range [][]preflight.Option{nil, {preflight.WithStreams()}} {
		req, _ := http.NewRequest("POST", messages, struct{ *strings.Reader }{strings.NewReader(noOne)})
		req.Header.Set("Content-Type", "application/json")
		_, err := preflight.Transport(accept{}, opts...).RoundTrip(req)
		fmt.Println(errors.Is(err, validate.ErrInvalid))
	}
	// Output:
	// false
	// true
}
