package config

import (
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// maxNamed is the longest name of a member that a hint repeats, in bytes.
const maxNamed = 64

// ExplainKnown adds to the hint of an unknown member, if it may be newer than the
// rules, how a config accepts it.
func ExplainKnown(d *validate.Diagnostic) {
	const asks = "newer than these rules?"
	name := d.Args.Text("name")
	if d.Rule != "field-unknown" || !strings.HasPrefix(d.Hint, asks) || name == "" || len(name) > maxNamed {
		return
	}
	d.Hint = asks + ` accept it with {"known": {"members": [` + string(wire.AppendString(nil, name)) + `]}} in ` + Name + "; if not, the API may ignore it"
}
