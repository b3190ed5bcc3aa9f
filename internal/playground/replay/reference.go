package main

import (
	"strconv"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// reference lists the operations whose responses do not depend on a body. The
// page has them as files, which are written when it is built: the texts of the
// rules would be a sixth of the engine, for which every reader waits.
var reference = []playground.Operation{
	{Name: "rules", Run: ruleList},
	{Name: "explain", Run: explain},
	{Name: "registry", Run: registry},
	{Name: "endpoints", Run: endpoints},
}

// registry gives what editors complete and explain, and the limits that a page
// counts against.
//
//	{"op": "registry"}
//	{"as_of", "kinds", "objects", "part_types", "services", "effects", "styles", "animations", "reactions", "extensions", "rules", "known_enums", "limits"}
func registry(_ *playground.Args, w *wire.Writer) *playground.Fault {
	w.Open('{')
	w.Member("as_of", api.AsOf)
	w.Name("kinds")
	w.Open('[')
	for i := range api.Kinds {
		k := &api.Kinds[i]
		w.Open('{')
		w.Member("name", k.Name)
		w.Member("method", k.Method)
		w.Member("path", k.Path)
		w.Member("body", k.Body.Name)
		w.Member("doc", k.Doc)
		w.Close('}')
	}
	w.Close(']')
	appendObjects(w)
	w.Texts("part_types", api.PartTypes)
	w.Texts("services", api.Services)
	w.Name("effects")
	w.Open('[')
	for _, e := range api.Effects {
		w.Open('{')
		w.Member("name", e.Name)
		w.Member("type", e.Type)
		w.Close('}')
	}
	w.Close(']')
	w.Texts("styles", api.Styles)
	w.Texts("animations", api.Animations)
	w.Texts("reactions", api.Reactions)
	w.Texts("presigned_hosts", []string{api.PresignedHost})
	appendExtensions(w)
	w.Texts("rules", validate.Select("*"))
	w.Texts("known_enums", validate.KnownEnums())
	w.Name("limits")
	w.Open('{')
	for _, l := range []struct {
		name  string
		value int64
	}{
		{"parts", api.MaxParts}, {"url_media", api.MaxURLMedia}, {"text", api.MaxText},
		{"link", api.MaxLink}, {"idempotency_key", api.MaxIdempotency}, {"chat_to", api.MaxChatTo},
	} {
		w.Name(l.name)
		w.Int(l.value)
	}
	w.Close('}')
	w.Close('}')
	return nil
}

// appendObjects writes every object that the kinds' bodies reach, by name.
func appendObjects(w *wire.Writer) {
	w.Name("objects")
	w.Open('{')
	seen := map[*api.Object]bool{}
	var visit func(o *api.Object)
	visit = func(o *api.Object) {
		if o == nil || seen[o] {
			return
		}
		seen[o] = true
		w.Name(o.Name)
		w.Open('{')
		w.Member("doc", o.Doc)
		w.Name("members")
		w.Open('[')
		for i := range o.Members {
			appendMember(w, &o.Members[i])
		}
		w.Close(']')
		w.Close('}')
		for i := range o.Members {
			visit(o.Members[i].Object)
		}
	}
	for i := range api.Kinds {
		visit(api.Kinds[i].Body)
	}
	w.Close('}')
}

func appendMember(w *wire.Writer, m *api.Member) {
	w.Open('{')
	w.Member("name", m.Name)
	w.Member("type", m.Type.String())
	if m.Elem != 0 {
		w.Member("elem", m.Elem.String())
	}
	if m.Object != nil {
		w.Member("object", m.Object.Name)
	}
	w.Name("required")
	w.Bool(m.Required)
	if m.Parts != 0 {
		w.Texts("parts", partTypes(m.Parts))
		w.Texts("needs", partTypes(m.RequiredIn))
	}
	for _, n := range []struct {
		name  string
		value int64
	}{{"min_len", int64(m.MinLen)}, {"max_len", int64(m.MaxLen)}, {"min", m.Min}, {"max", m.Max}} {
		if n.value != 0 {
			w.Name(n.name)
			w.Int(n.value)
		}
	}
	if len(m.Enum) > 0 {
		w.Texts("enum", m.Enum)
	}
	if m.AddedOn != "" {
		w.Member("later", m.AddedOn)
	}
	w.Member("doc", m.Doc)
	w.Close('}')
}

func partTypes(set api.PartSet) []string {
	var names []string
	for i, name := range api.PartTypes {
		if set&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

func appendExtensions(w *wire.Writer) {
	w.Name("extensions")
	w.Open('{')
	for _, e := range api.Extensions {
		class := "unsupported"
		switch e.Media {
		case api.Image:
			class = "image"
		case api.Video:
			class = "video"
		case api.Audio:
			class = "audio"
		case api.Document:
			class = "document"
		case api.Contact:
			class = "contact"
		}
		w.Member(e.Name, class)
	}
	w.Close('}')
}

// ruleList gives every rule in documentation order.
//
//	{"op": "rules"}
//	[{"id", "severity", "title", "help", "api_code", "code_stated", "sources": […], "bad": [{"title", "kind", "body"}…], "good": […]}…]
func ruleList(_ *playground.Args, w *wire.Writer) *playground.Fault {
	w.Open('[')
	for _, r := range rules.All() {
		appendRule(w, &r)
	}
	w.Close(']')
	return nil
}

// explain gives the rule that "rule" names.
//
//	{"op": "explain", "rule"}
func explain(a *playground.Args, w *wire.Writer) *playground.Fault {
	id, f := a.Text("rule")
	if f != nil {
		return f
	}
	r, ok := rules.Lookup(id)
	if !ok {
		return &playground.Fault{Code: playground.Refused, Message: "there is no rule " + strconv.Quote(id)}
	}
	appendRule(w, &r)
	return nil
}

func appendRule(w *wire.Writer, r *rules.Rule) {
	w.Open('{')
	w.Member("id", r.ID)
	w.Member("severity", r.Severity.String())
	w.Member("title", r.Title)
	w.Member("help", r.Help)
	w.Name("api_code")
	w.Int(int64(r.APICode))
	w.Name("code_stated")
	w.Bool(r.APICodeDocumented)
	w.Name("sources")
	w.Open('[')
	for _, s := range r.Sources {
		w.Open('{')
		w.Member("page", s.Page)
		w.Member("quote", s.Quote)
		w.Member("read", s.Read)
		w.Close('}')
	}
	w.Close(']')
	appendExamples(w, "bad", r.Bad)
	appendExamples(w, "good", r.Good)
	w.Close('}')
}

func appendExamples(w *wire.Writer, name string, examples []rules.Example) {
	w.Name(name)
	w.Open('[')
	for i := range examples {
		e := &examples[i]
		w.Open('{')
		w.Member("title", e.Title)
		w.Member("kind", string(e.Kind))
		w.Member("body", e.Body)
		w.Close('}')
	}
	w.Close(']')
}
