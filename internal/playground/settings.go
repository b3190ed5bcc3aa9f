package playground

import (
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/settings"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// settingsOp reads "text", a linqlint.jsonc. "severities" and "known" are
// arguments of lint; the rest is for those who have files and a calendar.
//
//	{"op": "settings", "text"}
//	{"severities", "known", "ignores": [{"rule", "files", "pointer", "reason", "expires"}], "kinds": [{"files", "kind"}], "diagnostics": […]}
//
// A diagnostic that is an error is about something that was left out.
func settingsOp(a *Args, w *wire.Writer) *Fault {
	text, f := a.Text("text")
	if f != nil {
		return f
	}
	s := settings.Read([]byte(text))
	w.Open('{')
	w.Name("severities")
	w.Open('{')
	for _, r := range s.Rules {
		w.Member(r.Selector.Value, r.Severity.String())
	}
	w.Close('}')
	appendKnown(w, &s.Known)
	w.Name("ignores")
	w.Open('[')
	for k := range s.Ignores {
		i := &s.Ignores[k]
		w.Open('{')
		w.Member("rule", i.Rule.Value)
		w.Member("files", i.Files.Value)
		w.Member("pointer", i.Pointer.Value)
		w.Member("reason", i.Reason.Value)
		w.Member("expires", i.Expires.Value)
		w.Close('}')
	}
	w.Close(']')
	w.Name("kinds")
	w.Open('[')
	for _, k := range s.Kinds {
		w.Open('{')
		w.Member("files", k.Files.Value)
		w.Member("kind", string(k.Kind))
		w.Close('}')
	}
	w.Close(']')
	finder := place.In(text)
	var found []validate.Diagnostic
	for i := range s.Faults {
		found = append(found, s.Faults[i].Diagnostic(validate.SeverityError, &finder))
	}
	for i := range s.Overridden {
		found = append(found, s.Overridden[i].Diagnostic(validate.SeverityWarning, &finder))
	}
	appendDiagnostics(w, text, found)
	w.Close('}')
	return nil
}

// appendKnown writes what the argument "known" of lint reads.
func appendKnown(w *wire.Writer, k *validate.Known) {
	w.Name("known")
	w.Open('{')
	add := func(name string, values []string) {
		if len(values) > 0 {
			w.Texts(name, values)
		}
	}
	add("members", k.Members)
	add("media_extensions", k.MediaExtensions)
	add("presigned_hosts", k.PresignedHosts)
	for _, name := range validate.KnownEnums() {
		add(name, k.Values(name))
	}
	w.Close('}')
}

// appendDiagnostics writes the diagnostics of a text with offsets in UTF-16 code
// units.
func appendDiagnostics(w *wire.Writer, text string, found []validate.Diagnostic) {
	u := place.UnitsIn(text)
	w.Name("diagnostics")
	w.Open('[')
	for i := range found {
		w.Raw(inUnits(&found[i], u).AppendJSON(nil))
	}
	w.Close(']')
}
