package tools

import (
	"strconv"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/body/code"
	"github.com/linqlint/linqlint/internal/playground"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// forecastOp returns the forecast of "body" as package forecast writes it, and how
// many of its media parts count toward the limit of public URLs.
//
//	{"op": "forecast", "body", "kind"?}
//	{"forecast": …, "public_urls": n}
func forecastOp(a *playground.Args, w *wire.Writer) *playground.Fault {
	r, f := request(a)
	if f != nil {
		return f
	}
	w.Open('{')
	w.Name("forecast")
	w.Raw(forecast.Of(r).AppendJSON(nil))
	public := int64(0)
	if m, ok := r.(builder.MessageRequest); ok {
		for _, p := range m.Content().Parts {
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

// codeOp returns a program that sends "body".
//
//	{"op": "code", "body", "kind"?, "lang": "go" | "curl" | "typescript" | "python"}
//	{"code"}
func codeOp(a *playground.Args, w *wire.Writer) *playground.Fault {
	body, kind, f := a.Body()
	if f != nil {
		return f
	}
	name, f := a.Text("lang")
	if f != nil {
		return f
	}
	language, ok := code.ParseLanguage(name)
	if !ok {
		return &playground.Fault{Code: playground.BadArgument, Message: `"lang" is ` + strconv.Quote(name) + ", expected one of go, curl, typescript, python"}
	}
	text, err := code.Write(language, []byte(body), validate.WithKind(validate.Kind(kind)))
	if err != nil {
		return &playground.Fault{Code: playground.Refused, Message: err.Error()}
	}
	w.Open('{')
	w.Member("code", text)
	w.Close('}')
	return nil
}

// split splits "body" into the shortest sequence of messages within the limits.
//
//	{"op": "split", "body", "kind"?}
//	{"messages": [{"kind", "body"}…], "rest": [{"body", "reason"}…]}
func split(a *playground.Args, w *wire.Writer) *playground.Fault {
	r, f := request(a)
	if f != nil {
		return f
	}
	splitter, ok := r.(interface{ Split() builder.Sequence })
	if !ok {
		return &playground.Fault{Code: playground.Refused, Message: "only a message can be split, not " + string(r.Kind())}
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

// Encoded returns the body of a request even if it has errors, which the page
// shows once the body is opened.
func Encoded(r builder.Request) string {
	body, _ := r.BuildWith(validate.New(validate.WithSeverity("*", validate.SeverityOff)))
	return string(body.Bytes())
}

// request reads "body" as "kind".
func request(a *playground.Args) (builder.Request, *playground.Fault) {
	body, kind, f := a.Body()
	if f != nil {
		return nil, f
	}
	r, err := builder.Parse([]byte(body), validate.WithKind(validate.Kind(kind)))
	if err == nil {
		return r, nil
	}
	// A body that is being typed is read as it is meant.
	if repaired := scan.Repair([]byte(body)); repaired != nil {
		if r, err := builder.Parse(repaired.Body, validate.WithKind(validate.Kind(kind))); err == nil {
			return r, nil
		}
	}
	return nil, &playground.Fault{Code: playground.Refused, Message: err.Error()}
}
