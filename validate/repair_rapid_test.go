package validate

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// damages are what people do to a body; each takes a place in it.
var damages = []func(body string, at int) string{
	func(body string, at int) string { return "\ufeff" + body },
	func(body string, at int) string { return insertBefore(body, at, ",", " // so\n") },
	func(body string, at int) string { return insertBefore(body, at, "}", ",") },
	func(body string, at int) string { return insertBefore(body, at, "]", " , /* end */") },
	func(body string, at int) string { return replaceAt(body, at, `,"`, ` "`) },
	func(body string, at int) string {
		return strings.ReplaceAll(strings.ReplaceAll(body, `'`, ``), `"`, `'`)
	},
	func(body string, at int) string { return replaceAt(body, at, `"type"`, `type`) },
	func(body string, at int) string { return replaceAt(body, at, `"value"`, `“value”`) },
	func(body string, at int) string { return replaceAt(body, at, `true`, `True`) },
	func(body string, at int) string { return strings.TrimRight(body, "]} \n") },
}

// insertBefore puts text before the first mark from at on.
func insertBefore(body string, at int, mark, text string) string {
	return replaceAt(body, at, mark, text+mark)
}

func replaceAt(body string, at int, old, text string) string {
	return body[:at] + strings.Replace(body[at:], old, text, 1)
}

// TestRepairOfDamagedBodies: places lie within the body, one diagnostic has one
// fix, and where everything is allowed, Fix gives JSON in which no fix is left.
func TestRepairOfDamagedBodies(t *testing.T) {
	var bodies []string
	for _, l := range readCorpus(t) {
		body := string(l.bytes())
		if json.Valid(l.bytes()) && strings.HasPrefix(body, "{") && len(body) < 2000 && !strings.ContainsAny(body, `\`) {
			bodies = append(bodies, body)
		}
	}
	v := New(WithNotes())
	rapid.Check(t, func(t *rapid.T) {
		body := rapid.SampledFrom(bodies).Draw(t, "body")
		for range rapid.IntRange(1, 3).Draw(t, "damages") {
			at := rapid.IntRange(0, len(body)).Draw(t, "at")
			body = rapid.SampledFrom(damages).Draw(t, "damage")(body, at)
		}
		report := v.JSON([]byte(body))
		repairable := false
		for _, d := range report.Diagnostics {
			if d.Start.Offset < 0 || d.End.Offset < d.Start.Offset || d.End.Offset > len(body) {
				t.Fatalf("%s is at [%d,%d) of %d bytes: %s", d.Rule, d.Start.Offset, d.End.Offset, len(body), body)
			}
			if d.Rule == "json-syntax" && len(d.Fixes) > 0 {
				repairable = true
			}
			for _, fix := range d.Fixes {
				for _, e := range fix.Edits {
					if e.Start < 0 || e.End < e.Start || e.End > len(body) {
						t.Fatalf("a fix of %s edits [%d,%d): %s", d.Rule, e.Start, e.End, body)
					}
				}
			}
		}
		fixed, n, rest := v.Fix([]byte(body), FixAll)
		if repairable && report.Kind != "" && !json.Valid(fixed) {
			t.Fatalf("%d fixes leave %s of %s: %s", n, fixed, body, found(rest))
		}
		if again, more, _ := v.Fix(fixed, FixAll); more > 0 {
			t.Fatalf("%s is fixed once more: %s", fixed, again)
		}
	})
}
