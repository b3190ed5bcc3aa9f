package lint

import (
	"bytes"
	"testing"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// fixText fixes a text as a run does.
func fixText(r *run, format source.Format, text []byte) (fixed []byte, applied int) {
	j := &job{format: format, text: text}
	j.base.Line = 1
	r.fix(validate.New(), j)
	return j.after(), j.applied
}

// countErrors checks a text as a run does.
func countErrors(r *run, format source.Format, text []byte) (syntax, all int) {
	j := &job{format: format}
	j.base.Line = 1
	j.entry.Named = true
	r.check(validate.New(), j, text)
	for i := range j.findings {
		if j.findings[i].Severity != validate.SeverityError {
			continue
		}
		all++
		if j.findings[i].Rule == "json-syntax" {
			syntax++
		}
	}
	return syntax, all
}

// FuzzFix fixes any text, in every format and with both safeties: a second
// time changes nothing, no error is new, a line stays a line, and a text
// without fixes keeps every byte.
func FuzzFix(f *testing.F) {
	for _, rule := range rules.All() {
		for _, e := range rule.Bad {
			if len(e.Body) < 2000 {
				f.Add([]byte(e.Body))
				f.Add([]byte("[" + e.Body + ",\n" + e.Body + "]"))
			}
		}
	}
	f.Add([]byte(`{"message":{"parts":[{"type":"text","value":"Hello world","text_decorations":[{`)) // two members are missing
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, safety := range []validate.Safety{validate.FixSafe, validate.FixAll} {
			o := options(&tally{})
			o.Safety = safety
			r := &run{o: &o}
			for format := source.JSON; format <= source.Array; format++ {
				fixed, applied := fixText(r, format, text)
				if applied == 0 && !bytes.Equal(fixed, text) {
					t.Fatalf("%s: changed without a fix", format)
				}
				again, more := fixText(r, format, fixed)
				if more > 0 || !bytes.Equal(again, fixed) {
					t.Fatalf("%s: fixed again:\n%s\n%s\n%s", format, text, fixed, again)
				}
				if format == source.NDJSON && bytes.Count(fixed, []byte("\n")) != bytes.Count(text, []byte("\n")) {
					t.Fatalf("the lines are not the same:\n%s\n%s", text, fixed)
				}
				// A text that is not JSON hides its other errors.
				broken, before := countErrors(r, format, text)
				stillBroken, after := countErrors(r, format, fixed)
				if stillBroken > broken || broken == 0 && after > before {
					t.Fatalf("%s: %d errors, %d of syntax, became %d, %d of syntax:\n%s\n%s", format, before, broken, after, stillBroken, text, fixed)
				}
			}
		}
	})
}
