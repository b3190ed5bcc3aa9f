package preflight_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

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
