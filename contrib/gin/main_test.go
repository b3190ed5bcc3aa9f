package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/preflight"
)

func TestReminders(t *testing.T) {
	gin.SetMode(gin.TestMode)
	api := linqtest.NewServer(t)
	r, err := newRouter(messages{client: &http.Client{Transport: preflight.Transport(nil)}, baseURL: api.URL, token: "test"})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, body string
		status     int
		want       string // in the answer
	}{
		{"good", `{"to":["+14155559876"],"text":"see you at ten","effect":"confetti","key":"r-1"}`, 202, ""},
		{"a bad handle", `{"to":["4155559876"],"text":"x","key":"r-2"}`, 400, `"reminder.To[0]":"To[0]: `},
		{"no text", `{"to":["+14155559876"],"key":"r-3"}`, 400, `"reminder.Text":"Text: `},
		{"an unknown effect", `{"to":["+14155559876"],"text":"x","effect":"snow","key":"r-4"}`, 400, "Effect: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := httptest.NewRecorder()
			r.ServeHTTP(w, httptest.NewRequest("POST", "/reminders", strings.NewReader(test.body)))
			if w.Code != test.status || !strings.Contains(w.Body.String(), test.want) {
				t.Errorf("%d %s, but must be %d with %s", w.Code, w.Body, test.status, test.want)
			}
		})
	}
	if sent := api.Sent(); len(sent) != 1 {
		t.Errorf("%d messages were sent, but must be one", len(sent))
	} else {
		linqtest.AssertSendable(t, sent[0].Body)
	}
}
