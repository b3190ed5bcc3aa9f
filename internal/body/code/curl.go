package code

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/wire"
)

// curl writes a command for a POSIX shell. The body comes on standard input: so
// it needs no quoting and may be longer than a command line. No line of a JSON
// text is the bare word JSON, which ends it.
func (p *program) curl() string {
	var b strings.Builder
	if p.bare {
		b.WriteString("# " + bareNote + "\n")
	}
	url := api.BaseURL + p.path(func(variable string) string { return "$" + variable })
	if strings.Contains(url, "$") {
		url = `"` + url + `"`
	}
	b.WriteString("curl --fail-with-body ")
	if p.kind.Method != "POST" {
		b.WriteString("-X " + p.kind.Method + " ")
	}
	b.WriteString(url + " \\\n" +
		"  -H 'Content-Type: application/json' \\\n" +
		"  -H \"Authorization: Bearer $LINQ_API_V3_API_KEY\" \\\n" +
		"  --data-binary @- <<'JSON'\n")
	b.WriteString(string(wire.EscapeControls([]byte(strings.TrimSpace(string(p.view.Body))))))
	b.WriteString("\nJSON\n")
	return b.String()
}
