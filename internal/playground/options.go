package playground

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/settings"
	"github.com/linqlint/linqlint/validate"
)

// options returns the options of the arguments that change which diagnostics
// there are and how severe they are. A wrong one is a Fault: options panic.
func (a *Args) options() ([]validate.Option, *Fault) {
	var opts []validate.Option
	for _, o := range []struct {
		name string
		opt  func() validate.Option
	}{{"notes", validate.WithNotes}, {"new_chat", validate.WithNewChat}, {"strict", validate.WithStrict}, {"only_payloads", validate.WithOnlyPayloads}} {
		on, f := a.Flag(o.name)
		if f != nil {
			return nil, f
		}
		if on {
			opts = append(opts, o.opt())
		}
	}
	most, f := a.atLeastOne("max_diagnostics")
	if f != nil {
		return nil, f
	}
	if most > 0 {
		opts = append(opts, validate.WithMaxDiagnostics(most))
	}
	date, f := a.date("as_of")
	if f != nil {
		return nil, f
	}
	if date != "" {
		opts = append(opts, validate.WithAsOf(date))
	}
	opts, f = a.severities(opts)
	if f != nil {
		return nil, f
	}
	return a.known(opts)
}

// date returns a day of the form YYYY-MM-DD, "" if it is absent.
func (a *Args) date(name string) (string, *Fault) {
	text, f := a.optional(name)
	if f == nil && text != "" && !settings.IsDate(text) {
		f = &Fault{BadArgument, strconv.Quote(name) + " is " + strconv.Quote(text) + ", expected a date of the form YYYY-MM-DD"}
	}
	return text, f
}

// severities reads {"decoration-*": "warning", "to-large": "off"}.
func (a *Args) severities(opts []validate.Option) ([]validate.Option, *Fault) {
	f := a.each("severities", func(selector string, value int) *Fault {
		name := "severity of " + selector
		text, f := a.stringAt(name, value)
		if f != nil {
			return f
		}
		severity, ok := validate.ParseSeverity(text)
		if !ok {
			return &Fault{BadArgument, strconv.Quote(name) + " is " + strconv.Quote(text) + ", expected one of off, note, warning, error"}
		}
		if len(settings.Select(selector)) == 0 {
			return &Fault{BadArgument, "no rule fits " + strconv.Quote(selector) + " in \"severities\""}
		}
		opts = append(opts, validate.WithSeverity(selector, severity))
		return nil
	})
	return opts, f
}

// known reads {"members": […], "media_extensions": […], "presigned_hosts": […],
// "effect.name": […]}, with the other enums of [validate.KnownEnums].
func (a *Args) known(opts []validate.Option) ([]validate.Option, *Fault) {
	var k validate.Known
	given := false
	f := a.each("known", func(name string, value int) *Fault {
		given = true
		texts, f := a.textsAt("known."+name, value)
		if f != nil {
			return f
		}
		switch name {
		case "members":
			k.Members = texts
		case "media_extensions":
			k.MediaExtensions = texts
		case "presigned_hosts":
			k.PresignedHosts = texts
		default:
			if !k.Add(name, texts...) {
				names := append([]string{"members", "media_extensions", "presigned_hosts"}, validate.KnownEnums()...)
				return &Fault{BadArgument, "unknown member " + strconv.Quote(name) + " of \"known\", expected one of " + strings.Join(names, ", ")}
			}
		}
		return nil
	})
	if f != nil || !given {
		return opts, f // most requests have none: what takes it is not compiled at the start
	}
	return append(opts, validate.WithKnown(k)), nil
}

// each calls visit for every member of an object until there is a Fault.
func (a *Args) each(name string, visit func(name string, value int) *Fault) *Fault {
	i := a.find(name)
	if i < 0 {
		return nil
	}
	nodes := a.view.Nodes
	if nodes[i].Kind != scan.Object {
		return &Fault{BadArgument, strconv.Quote(name) + " is " + nodes[i].Kind.String() + ", expected an object"}
	}
	for k := i + 1; k < int(nodes[i].Next); k = int(nodes[k+1].Next) {
		if f := visit(strings.Clone(a.view.Text(k)), k+1); f != nil {
			return f
		}
	}
	return nil
}

// textsAt returns the array of strings at node i.
func (a *Args) textsAt(name string, i int) ([]string, *Fault) {
	nodes := a.view.Nodes
	if nodes[i].Kind != scan.Array {
		return nil, &Fault{BadArgument, strconv.Quote(name) + " is " + nodes[i].Kind.String() + ", expected an array"}
	}
	var texts []string
	for k := i + 1; k < int(nodes[i].Next); k = int(nodes[k].Next) {
		text, f := a.stringAt(name+"."+strconv.Itoa(len(texts)), k)
		if f != nil {
			return nil, f
		}
		texts = append(texts, text)
	}
	return slices.Clip(texts), nil
}

// fromBytes returns the bytes of a text that has a code point for each, as
// JavaScript's strings can hold what is not UTF-8; ok is false if a code point
// is over 255.
func fromBytes(text string) (bytes string, ok bool) {
	b := make([]byte, 0, len(text))
	for _, r := range text {
		if r > 0xFF {
			return "", false
		}
		b = append(b, byte(r))
	}
	return string(b), true
}
