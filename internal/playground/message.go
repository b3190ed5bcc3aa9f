package playground

import (
	"strconv"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/body/code"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// foretell says what each service makes of "body": forecast's own JSON, and how
// many of its media parts count against the limit of public URLs.
//
//	{"op": "forecast", "body", "kind"?}
//	{"forecast": …, "public_urls": n}
func foretell(a *Args, w *wire.Writer) *Fault {
	r, f := a.Request()
	if f != nil {
		return f
	}
	w.Open('{')
	w.Name("forecast")
	w.Raw(forecast.Of(r).AppendJSON(nil))
	public := int64(0)
	if content, ok := r.Content(); ok {
		for _, p := range content.Parts {
			if p.Type() == api.PartMedia && p.URL() != "" && validate.PublicURL(p.URL()) {
				public++
			}
		}
	}
	w.Name("public_urls")
	w.Int(public)
	w.Close('}')
	return nil
}

// write gives code that sends exactly "body".
//
//	{"op": "code", "body", "kind"?, "lang": "go" | "curl" | "typescript" | "python"}
//	{"code"}
func write(a *Args, w *wire.Writer) *Fault {
	body, kind, f := a.body()
	if f != nil {
		return f
	}
	name, f := a.Text("lang")
	if f != nil {
		return f
	}
	language, ok := code.ParseLanguage(name)
	if !ok {
		return &Fault{BadArgument, `"lang" is ` + strconv.Quote(name) + ", want one of go, curl, typescript, python"}
	}
	text, err := code.Write(language, []byte(body), validate.WithKind(validate.Kind(kind)))
	if err != nil {
		return &Fault{Refused, err.Error()}
	}
	w.Open('{')
	w.Member("code", text)
	w.Close('}')
	return nil
}

// split turns "body" into the least sequence of messages within the limits.
//
//	{"op": "split", "body", "kind"?}
//	{"messages": [{"kind", "body"}…], "rest": [{"body", "reason"}…]}
func split(a *Args, w *wire.Writer) *Fault {
	r, f := a.Request()
	if f != nil {
		return f
	}
	splitter, ok := r.(interface{ Split() builder.Sequence })
	if !ok {
		return &Fault{Refused, "only a message can be split, not a body of " + string(r.Kind())}
	}
	sequence := splitter.Split()
	w.Open('{')
	w.Name("messages")
	w.Open('[')
	for _, m := range sequence.Requests {
		w.Open('{')
		w.Member("kind", string(m.Kind()))
		w.Member("body", Encoded(m))
		w.Close('}')
	}
	w.Close(']')
	w.Name("rest")
	w.Open('[')
	for _, left := range sequence.Left {
		w.Open('{')
		w.Member("body", Encoded(left.Request))
		w.Member("reason", left.Reason)
		w.Close('}')
	}
	w.Close(']')
	w.Close('}')
	return nil
}

// Encoded is a request's body, right or wrong: a split request may have other
// faults, which the page shows once it is opened.
func Encoded(r builder.Request) string {
	body, _ := r.BuildWith(validate.New(validate.WithSeverity("*", validate.Off)))
	return string(body.Bytes())
}

// Request reads "body" as "kind".
func (a *Args) Request() (builder.Request, *Fault) {
	body, kind, f := a.body()
	if f != nil {
		return nil, f
	}
	r, err := builder.Parse([]byte(body), validate.WithKind(validate.Kind(kind)))
	if err != nil {
		return nil, &Fault{Refused, err.Error()}
	}
	return r, nil
}

// build writes a message from a plain description, indented, with what is
// wrong with it.
//
//	{"op": "build", "to"?: [handle…], "from"?, "text"?, "media"?: [url…], "effect"?, "service"?}
//	{"body", "report": lint's answer}
//
// With "from" it is a chats.create, with "to" a messages.create, else a
// chats.messages.send.
func build(a *Args, w *wire.Writer) *Fault {
	var d description
	if f := d.read(a); f != nil {
		return f
	}
	var body builder.Body
	var err error
	switch {
	case d.from != "":
		body, err = describe(builder.ChatsCreate(d.from, d.to...), d).Build()
	case len(d.to) > 0:
		body, err = describe(builder.MessagesCreate(d.to...), d).Build()
	default:
		body, err = describe(builder.ChatsMessagesSend(), d).Build()
	}
	if err != nil {
		return &Fault{Refused, err.Error()}
	}
	text := string(indent(body.Bytes()))
	w.Open('{')
	w.Member("body", text)
	w.Name("report")
	appendReport(w, text, validate.JSON([]byte(text)))
	w.Close('}')
	return nil
}

// description is a message in a few words.
type description struct {
	from, text string
	to, media  []string
	effect     builder.Effect
	service    string
}

func (d *description) read(a *Args) (f *Fault) {
	if d.from, f = a.optional("from"); f != nil {
		return f
	}
	if d.text, f = a.optional("text"); f != nil {
		return f
	}
	if d.to, f = a.texts("to"); f != nil {
		return f
	}
	if d.media, f = a.texts("media"); f != nil {
		return f
	}
	effect, f := a.oneOf("effect", api.EffectNames)
	if f != nil {
		return f
	}
	d.effect, _ = builder.EffectByName(effect)
	d.service, f = a.oneOf("service", api.Services)
	return f
}

// sending is what the kinds that send a message have in common.
type sending[K any] interface {
	Part(parts ...builder.Part) K
	Effect(e builder.Effect) K
	Prefer(s validate.Service) K
}

func describe[K sending[K]](k K, d description) K {
	// All at once: each call copies what is there already.
	var parts []builder.Part
	if d.text != "" || len(d.media) == 0 {
		parts = append(parts, builder.TextPart(d.text))
	}
	for _, url := range d.media {
		parts = append(parts, builder.MediaPart(url))
	}
	k = k.Part(parts...)
	if d.effect != 0 {
		k = k.Effect(d.effect)
	}
	if d.service != "" {
		k = k.Prefer(validate.Service(d.service))
	}
	return k
}

// indent puts each member and element on its own line, an array of numbers on
// one. The text must be valid JSON.
func indent(text []byte) []byte {
	var v scan.View
	if f := v.Scan(text); f.Code != 0 {
		return text
	}
	return appendIndented(nil, &v, 0, 0)
}

func appendIndented(b []byte, v *scan.View, at, depth int) []byte {
	n := v.Nodes[at]
	if n.Kind != scan.Array && n.Kind != scan.Object || int(n.Next) == at+1 || flat(v, at) {
		return append(b, v.Raw(at)...)
	}
	object := n.Kind == scan.Object
	b = append(b, v.Body[n.Start])
	for k := at + 1; k < int(n.Next); k = int(v.Nodes[k].Next) {
		if k > at+1 {
			b = append(b, ',')
		}
		b = newline(b, depth+1)
		if object {
			b = append(append(b, v.Raw(k)...), ": "...)
			k++
		}
		b = appendIndented(b, v, k, depth+1)
	}
	return append(newline(b, depth), v.Body[n.End-1])
}

// flat reports whether a node is an array of numbers, such as a range.
func flat(v *scan.View, at int) bool {
	if v.Nodes[at].Kind != scan.Array {
		return false
	}
	for k := at + 1; k < int(v.Nodes[at].Next); k = int(v.Nodes[k].Next) {
		if v.Nodes[k].Kind != scan.Number {
			return false
		}
	}
	return true
}

func newline(b []byte, depth int) []byte {
	b = append(b, '\n')
	for range depth {
		b = append(b, "  "...)
	}
	return b
}
