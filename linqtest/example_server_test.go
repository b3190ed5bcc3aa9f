package linqtest_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/validate"
)

const order = `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"Your order has shipped"}]}}`

// start starts a server for an example. A test calls [linqtest.NewServer] instead,
// which closes it.
func start(opts ...linqtest.Option) *linqtest.Server {
	srv, err := linqtest.Start(opts...)
	if err != nil {
		panic(err)
	}
	return srv
}

// send sends a body and prints the status, or the error without its URL.
func send(client *http.Client, url, body string) {
	res, err := client.Post(url, "application/json", strings.NewReader(body))
	if err != nil {
		fmt.Println("no response")
		return
	}
	defer res.Body.Close()
	fmt.Println(strings.TrimSpace(fmt.Sprint(res.StatusCode, " ", res.Header.Get("Linqlint-Detail"))))
}

func ExampleStart() {
	srv, err := linqtest.Start()
	if err != nil {
		panic(err)
	}
	defer srv.Close()

	res, err := srv.Client().Post(srv.URL+"/v3/messages", "application/json", strings.NewReader(order))
	if err != nil {
		panic(err)
	}
	res.Body.Close()
	fmt.Println(res.Status)
	for _, s := range srv.Sent() {
		fmt.Println(s.Kind, s.To, s.Report.OK())
	}
	// Output:
	// 202 Accepted
	// messages.create [+14155559876] true
}

// A body with errors gets the API's error, and the header says what is wrong.
func ExampleServer_Client() {
	srv := start()
	defer srv.Close()
	send(srv.Client(), srv.URL+"/v3/messages", `{"to":[],"message":{"parts":[{"type":"text","value":"Hi"}]}}`)
	// Output: 400 to-empty: /to: "to" is empty; at least one recipient is required
}

// A client must try again after a lost response, with the same idempotency key.
func ExampleServer_Fail() {
	srv := start()
	defer srv.Close()
	srv.Fail(linqtest.RateLimited(2), 1)
	srv.Fail(linqtest.DropResponse(), 1)

	for range 3 {
		send(srv.Client(), srv.URL+"/v3/messages", order)
	}
	// Output:
	// 429 a fault was set for this request
	// no response
	// 202
}

func ExampleServer_FailAt() {
	srv := start()
	defer srv.Close()
	srv.FailAt("POST /v3/chats/{chatId}/messages", linqtest.ServerError(), 1)

	send(srv.Client(), srv.URL+"/v3/messages", order)
	send(srv.Client(), srv.URL+"/v3/chats/550e8400-e29b-41d4-a716-446655440000/messages", `{"message":{"parts":[{"type":"text","value":"Hi"}]}}`)
	// Output:
	// 202
	// 500 a fault was set for this request
}

// Requests has every try; Sent has only what was accepted.
func ExampleServer_Requests() {
	srv := start()
	defer srv.Close()
	srv.Fail(linqtest.Refuse(2024), 1)
	send(srv.Client(), srv.URL+"/v3/messages", order)
	send(srv.Client(), srv.URL+"/v3/messages", order)

	for _, r := range srv.Requests() {
		fmt.Println(r.Method, r.Path, r.Status, r.Code)
	}
	fmt.Println(len(srv.Sent()), "sent")
	// Output:
	// 403 a fault was set for this request
	// 202
	// POST /v3/messages 403 2024
	// POST /v3/messages 202 0
	// 1 sent
}

func ExampleServer_Handle() {
	srv := start()
	defer srv.Close()
	srv.Handle("GET /v3/payments/{id}", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"id":%q}`, r.PathValue("id"))
	}))

	res, err := srv.Client().Get(srv.URL + "/v3/payments/7")
	if err != nil {
		panic(err)
	}
	defer res.Body.Close()
	text, _ := io.ReadAll(res.Body)
	fmt.Println(string(text))
	// Output: {"id":"7"}
}

func ExampleServer_OptOut() {
	srv := start()
	defer srv.Close()
	srv.OptOut("+14155559876")
	send(srv.Client(), srv.URL+"/v3/messages", order)
	// Output: 403 +14155559876 has opted out
}

// In process, whatever the host: in a bubble of testing/synctest the server's
// delays take no time.
func ExampleServer_Transport() {
	srv := start()
	defer srv.Close()
	client := &http.Client{Transport: srv.Transport()}
	req, _ := http.NewRequest("POST", "https://api.linqapp.com/api/partner/v3/messages", strings.NewReader(order))
	req.Header.Set("Authorization", "Bearer token")
	res, err := client.Do(req)
	fmt.Println(res.StatusCode, err)
	// Output: 202 <nil>
}

// The server refuses what is only a warning by default.
func ExampleWithValidation() {
	srv := start(linqtest.WithValidation(validate.WithStrict()))
	defer srv.Close()
	send(srv.Client(), srv.URL+"/v3/messages", strings.Replace(order, `"parts"`, `"effect":{"name":"snow","type":"screen"},"parts"`, 1))
	// Output: 400 effect-name: /message/effect/name: unknown effect "snow"; it will not be shown
}

// output prints the failures of a test.
type output struct{ testing.TB }

func (output) Helper()                           {}
func (output) Errorf(format string, args ...any) { fmt.Printf(format+"\n", args...) }

func ExampleAssertSendable() {
	var t testing.TB = output{} // the *testing.T of a test
	linqtest.AssertSendable(t, builder.MessagesCreate("+14155559876").Text(""))
	// Output:
	// body is not sendable:
	//   as messages.create:
	//   error at /message/parts/0/value (line 1, column 67): value is empty; it needs 1 to 10000 code points [text-empty]
}

func ExampleAssertRule() {
	var t testing.TB = output{} // the *testing.T of a test
	fmt.Println(linqtest.AssertRule(t, builder.MessagesCreate().Text("Hi"), "field-required"))
	// Output: true
}

// A server without a port is reached by its client only.
func ExampleWithoutNetwork() {
	srv, err := linqtest.Start(linqtest.WithoutNetwork())
	if err != nil {
		fmt.Println(err)
		return
	}
	defer srv.Close()
	body := `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"hi"}]}}`
	resp, err := srv.Client().Post(srv.URL+"/v3/messages", "application/json", strings.NewReader(body))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	fmt.Println(resp.Status, len(srv.Sent()))
	// Output: 202 Accepted 1
}
