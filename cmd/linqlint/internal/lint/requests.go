package lint

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/extract"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// sniff finds the format of a file by its content, unless --input or its name
// says it.
func (r *run) sniff(j *job) {
	if r.o.Format != 0 || j.format != source.JSON {
		return
	}
	if format, ok := extract.Sniff(j.text); ok {
		j.format = format
	} else if why := extract.Unsupported(j.text); why != "" {
		if j.err = errors.New(why); !j.entry.Named {
			j.err = skippedError{j.err}
		}
	}
}

// requests checks the bodies of a file of requests.
func (r *run) requests(j *job, text []byte) {
	found, err := extract.Read(j.format, text)
	where := place.InBytes(text)
	var fault *extract.Fault
	if errors.As(err, &fault) && j.entry.Named {
		j.err = fmt.Errorf("line %d: %w", position(&where, fault.Offset).Line, fault)
	}
	named, finder := r.o.Policy.Validator(j.shown, true), r.o.Policy.Validator(j.shown, false)
	seen := map[findingKey]bool{}
	for i := range found {
		req := &found[i]
		j.records++
		var rep validate.Report
		content, problem := r.readSibling(j, req)
		switch {
		case problem != "":
			if req.Known {
				j.unchecked++
				r.reportUnchecked(j, req, problem, &where)
			}
			continue
		case req.File != "":
			rep = req.CheckFile(named, content)
		case !req.Known && !req.LooksLikePayload(finder):
			continue
		default:
			rep = req.Check(named)
		}
		j.checked++
		j.kinds.add(rep.Kind)
		j.truncated += rep.Truncated
		for k := range rep.Diagnostics {
			d := &rep.Diagnostics[k]
			if !r.o.Policy.Keep(j.shown, d) {
				continue
			}
			settle(d, &where)
			key := findingKey{d.Rule, d.Pointer, d.Message, d.Start.Offset}
			if !seen[key] {
				seen[key] = true
				j.findings = append(j.findings, report.Finding{Diagnostic: *d, Record: j.records})
			}
		}
	}
}

// reportUnchecked adds a note about a request whose body cannot be checked.
func (r *run) reportUnchecked(j *job, req *extract.Request, problem string, where *place.Finder) {
	rule, _ := rules.Lookup(rules.RequestUnchecked)
	d := validate.Diagnostic{Rule: rule.ID, Reason: rule.ID, Message: "request not checked: " + problem, Severity: r.o.Policy.Level(j.shown, &rule)}
	d.Start.Offset, d.End.Offset = req.Span()
	settle(&d, where)
	// Counted in any case, and shown only if notes are.
	least := r.o.Severity
	if r.o.FailOn != validate.SeverityOff {
		least = min(least, r.o.FailOn)
	}
	if d.Severity == validate.SeverityOff || d.Severity < least || !r.o.Policy.Keep(j.shown, &d) {
		return
	}
	j.findings = append(j.findings, report.Finding{Diagnostic: d, Record: j.records})
}

// findingKey identifies a diagnostic: two requests may take their body from the
// same variable, and a diagnostic there is reported once.
type findingKey struct {
	rule, pointer, message string
	offset                 int
}

// readSibling reads the file that a request names, if it names one; problem is why
// its body cannot be checked, or "".
func (r *run) readSibling(j *job, req *extract.Request) (content []byte, problem string) {
	switch {
	case req.Unchecked != "":
		return nil, req.Unchecked
	case req.File == "":
		return nil, req.TooVariable()
	}
	name := filepath.FromSlash(req.File)
	if !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(j.entry.Path), name)
	}
	f, size, _, err := r.openFrom(name, j.entry.Root)
	if err == nil {
		defer f.Close()
		content, err = source.ReadAll(f, size, r.o.MaxSize, nil)
	}
	if err != nil {
		return nil, req.File + ": " + source.ErrorText(err)
	}
	return content, ""
}

// fixRequests applies fixes to the bodies of a file of requests.
func (r *run) fixRequests(j *job) {
	found, _ := extract.Read(j.format, j.text)
	named, finder := r.o.Policy.Validator(j.shown, true), r.o.Policy.Validator(j.shown, false)
	var changes []validate.Diagnostic
	seen := map[int]bool{} // where the edits of a request begin
	for i := range found {
		req := &found[i]
		if req.File != "" || req.Unchecked != "" || !req.Known && !req.LooksLikePayload(finder) {
			continue
		}
		edits, n := req.Fix(named, r.o.Safety)
		if n == 0 || seen[edits[0].Start] { // two requests may take their body from one variable
			continue
		}
		seen[edits[0].Start] = true
		changes = append(changes, validate.Diagnostic{Fixes: []validate.Fix{{Safe: true, Edits: edits}}})
		j.applied += n
	}
	if fixed, n := validate.Apply(j.text, changes, validate.FixSafe); n > 0 {
		j.fixed = append(j.fixed, fixed...)
	}
}

// settle sets the lines and columns of a diagnostic from its offsets.
func settle(d *validate.Diagnostic, f *place.Finder) {
	d.Start, d.End = position(f, d.Start.Offset), position(f, d.End.Offset)
	for i := range d.Related {
		rel := &d.Related[i]
		rel.Start, rel.End = position(f, rel.Start.Offset), position(f, rel.End.Offset)
	}
}
