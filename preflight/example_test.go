package preflight_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/preflight"
)

func ExampleTransport() {
	client := &http.Client{Transport: preflight.Transport(nil)}

	body := `{"to":["(415) 555-9876"],"message":{"parts":[{"type":"text","value":"hello"}]}}`
	_, err := client.Post("https://api.linqapp.com/api/partner/v3/messages", "application/json", strings.NewReader(body))

	var refused *preflight.Error
	if errors.As(err, &refused) { // nothing was sent
		for _, d := range refused.Report.Diagnostics {
			fmt.Println(d.Pointer, d.Rule)
		}
	}
	// Output:
	// /to/0 to-handle
}

func ExampleNewRequest() {
	body, err := builder.ChatsMessagesSend().Text("Your order has shipped").Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	req, err := preflight.NewRequest(context.Background(), preflight.BaseURL, body, "550e8400-e29b-41d4-a716-446655440000")
	if err != nil {
		fmt.Println(err)
		return
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("LINQ_API_V3_API_KEY"))
	fmt.Println(req.Method, req.URL)
	// Output:
	// POST https://api.linqapp.com/api/partner/v3/chats/550e8400-e29b-41d4-a716-446655440000/messages
}

// In front of an own service: what the API would reject does not reach it.
func ExampleHandler() {
	service := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusAccepted) })
	gate := preflight.Handler(service)

	w := httptest.NewRecorder()
	gate.ServeHTTP(w, httptest.NewRequest("POST", "/v3/messages", strings.NewReader(`{"to":["415"],"message":{"parts":[{"type":"text","value":"hi"}]}}`)))
	fmt.Println(w.Code, w.Header().Get("Linqlint-Detail")[:10])
	// Output: 400 to-handle:
}

// The middleware of the vendor's Go SDK has this form.
func ExampleMiddleware() {
	middleware := preflight.Middleware()
	req := httptest.NewRequest("POST", "/v3/messages", strings.NewReader(`{}`))
	_, err := middleware(req, http.DefaultTransport.RoundTrip)
	var refused *preflight.Error
	fmt.Println(errors.As(err, &refused))
	// Output: true
}
