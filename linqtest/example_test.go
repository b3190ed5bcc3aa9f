package linqtest_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/linqlint/linqlint/linqtest"
)

// TestRemind shows a test of a program that sends: it gives the program the
// server's URL in place of the API's, makes a request fail, and checks what was
// sent.
func TestRemind(t *testing.T) {
	srv := linqtest.NewServer(t)
	srv.Fail(linqtest.DropResponse(), 1) // the program cannot know that it was accepted

	if err := remind(srv.URL, "+14155559876", "see you at ten"); err != nil {
		t.Fatal(err)
	}

	sent := srv.Sent()
	if len(sent) != 1 {
		t.Fatalf("%d reminders went out, but must be one", len(sent))
	}
	linqtest.AssertSendable(t, sent[0].Body)
}

// remind is the program under test. It tries twice, with one key.
func remind(baseURL, to, text string) (err error) {
	body := `{"to":["` + to + `"],"message":{"idempotency_key":"reminder-1","parts":[{"type":"text","value":"` + text + `"}]}}`
	for range 2 {
		var req *http.Request
		if req, err = http.NewRequest("POST", baseURL+"/v3/messages", strings.NewReader(body)); err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer token")
		var res *http.Response
		if res, err = http.DefaultClient.Do(req); err == nil {
			return res.Body.Close()
		}
		time.Sleep(time.Millisecond)
	}
	return err
}
