package validate

import (
	"errors"

	"github.com/linqlint/linqlint/internal/scan"
)

// MarshalText returns [Severity.String], and an error for a value that is not a
// severity.
func (s Severity) MarshalText() ([]byte, error) {
	if s > SeverityError {
		return nil, errors.New("validate: severity " + itoa(int(s)) + " is out of range")
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads what [Severity.MarshalText] wrote.
func (s *Severity) UnmarshalText(text []byte) error {
	parsed, ok := ParseSeverity(string(text))
	if !ok && string(text) != Severity(0).String() {
		return errors.New("validate: unknown severity " + quoted(string(text)))
	}
	*s = parsed
	return nil
}

// UnmarshalJSON reads what [Report.MarshalJSON] wrote. Members that it does not
// know are skipped, so that reports of a later version can be read.
func (r *Report) UnmarshalJSON(data []byte) error {
	return decode(data, func(v *jsonObject) {
		*r = Report{Kind: Kind(v.text("kind")), Response: v.text("response"), Truncated: v.int("truncated")}
		v.each("diagnostics", func(o *jsonObject) { r.Diagnostics = append(r.Diagnostics, o.diagnostic()) })
	})
}

// UnmarshalJSON reads what [Diagnostic.MarshalJSON] wrote.
func (d *Diagnostic) UnmarshalJSON(data []byte) error {
	return decode(data, func(v *jsonObject) { *d = v.diagnostic() })
}

// UnmarshalJSON reads what [Position.MarshalJSON] wrote.
func (p *Position) UnmarshalJSON(data []byte) error {
	return decode(data, func(v *jsonObject) { *p = v.position() })
}

// MarshalJSON returns {"offset", "line", "column"}.
func (p Position) MarshalJSON() ([]byte, error) { return p.appendJSON(nil), nil }

// UnmarshalJSON reads what [Args.MarshalJSON] wrote.
func (a *Args) UnmarshalJSON(data []byte) error {
	return decode(data, func(v *jsonObject) { *a = v.args() })
}

// MarshalJSON returns the object {"name": value}, as [Args] of one.
func (a Arg) MarshalJSON() ([]byte, error) { return Args{a}.MarshalJSON() }

// UnmarshalJSON reads what [Arg.MarshalJSON] wrote.
func (a *Arg) UnmarshalJSON(data []byte) error {
	var args Args
	if err := args.UnmarshalJSON(data); err != nil {
		return err
	}
	if len(args) != 1 {
		return errors.New("validate: an argument is an object with one member")
	}
	*a = args[0]
	return nil
}

// jsonObject is an object of a report that is read back. What has the wrong
// type is noted once and reads as zero.
type jsonObject struct {
	view  *scan.View
	node  int
	fault *string
}

func decode(data []byte, read func(*jsonObject)) error {
	var view scan.View
	if fault := view.Scan(data); fault.Code != 0 {
		message, _ := fault.Explain(data)
		return errors.New("validate: " + message)
	}
	if view.Nodes[0].Kind == scan.Null {
		return nil // as encoding/json does
	}
	fault := ""
	if view.Nodes[0].Kind != scan.Object {
		return errors.New("validate: " + view.Nodes[0].Kind.String() + " is not an object")
	}
	read(&jsonObject{&view, 0, &fault})
	if fault != "" {
		return errors.New("validate: " + fault)
	}
	return nil
}

// member returns the node of a member of that kind, 0 if there is none.
func (o *jsonObject) member(name string, kind scan.Kind) int {
	n := member(o.view, o.node, name)
	if n == 0 || o.view.Nodes[n].Kind == kind {
		return n
	}
	*o.fault = "member " + quoted(name) + " is " + o.view.Nodes[n].Kind.String()
	return 0
}

func (o *jsonObject) text(name string) string {
	if n := o.member(name, scan.String); n != 0 {
		return string([]byte(o.view.Text(n))) // of its own: data is the caller's
	}
	return ""
}

func (o *jsonObject) int(name string) int {
	value, _ := o.view.Int(o.member(name, scan.Number))
	return int(value)
}

func (o *jsonObject) bool(name string) bool {
	return o.view.Nodes[member(o.view, o.node, name)].Kind == scan.True
}

func (o *jsonObject) object(name string) *jsonObject {
	if n := o.member(name, scan.Object); n != 0 {
		return &jsonObject{o.view, n, o.fault}
	}
	return nil
}

func (o *jsonObject) each(name string, read func(*jsonObject)) {
	n := o.member(name, scan.Array)
	if n == 0 {
		return
	}
	for e := n + 1; e < int(o.view.Nodes[n].Next); e = int(o.view.Nodes[e].Next) {
		if o.view.Nodes[e].Kind != scan.Object {
			*o.fault = "an element of " + quoted(name) + " is " + o.view.Nodes[e].Kind.String()
			return
		}
		read(&jsonObject{o.view, e, o.fault})
	}
}

func (o *jsonObject) diagnostic() Diagnostic {
	d := Diagnostic{
		Rule: o.text("rule"), Message: o.text("message"), Hint: o.text("hint"), Reason: o.text("reason"),
		Pointer: o.text("pointer"), Origin: o.text("origin"), APICode: o.int("api_code"), APICodeDocumented: o.bool("code_stated"),
	}
	d.Severity, _ = ParseSeverity(o.text("severity"))
	if args := o.object("args"); args != nil {
		d.Args = args.args()
	}
	d.Start, d.End = o.span()
	o.each("related", func(r *jsonObject) {
		start, end := r.span()
		d.Related = append(d.Related, Related{r.text("message"), r.text("pointer"), start, end})
	})
	o.each("fixes", func(f *jsonObject) {
		fix := Fix{Title: f.text("title"), Safe: f.bool("safe")}
		f.each("edits", func(e *jsonObject) {
			fix.Edits = append(fix.Edits, Edit{e.int("start"), e.int("end"), e.text("text")})
		})
		d.Fixes = append(d.Fixes, fix)
	})
	return d
}

func (o *jsonObject) span() (start, end Position) {
	if p := o.object("start"); p != nil {
		start = p.position()
	}
	if p := o.object("end"); p != nil {
		end = p.position()
	}
	return start, end
}

func (o *jsonObject) position() Position {
	return Position{o.int("offset"), o.int("line"), o.int("column")}
}

func (o *jsonObject) args() Args {
	var args Args
	nodes := o.view.Nodes
	for k := o.node + 1; k < int(nodes[o.node].Next); k = int(nodes[k+1].Next) {
		name := string([]byte(o.view.Text(k)))
		if nodes[k+1].Kind == scan.Number {
			n, _ := o.view.Int(k + 1)
			args = append(args, Arg{name, n})
		} else {
			args = append(args, Arg{name, string([]byte(o.view.Text(k + 1)))})
		}
	}
	return args
}
