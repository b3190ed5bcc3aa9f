// Package code writes a program that sends a body: Go with package builder, curl,
// TypeScript with @linqapp/sdk, or Python with linq-python. The program sends the
// same members; the ids in the path and the API key come from the environment
// variables CHAT_ID, MESSAGE_ID, REACTION_ID and LINQ_API_V3_API_KEY.
//
// The functions are safe for concurrent use.
package code

import (
	"errors"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/validate"
)

// Language is the language of a program. The zero Language is none.
type Language uint8

// The languages.
const (
	Go Language = iota + 1
	Curl
	TypeScript
	Python
)

// Languages returns all languages.
func Languages() []Language { return []Language{Go, Curl, TypeScript, Python} }

// String returns the language's name on the command line, "" for none.
func (l Language) String() string {
	return [...]string{"", "go", "curl", "typescript", "python", ""}[min(l, Python+1)]
}

// ParseLanguage is the inverse of [Language.String].
func ParseLanguage(name string) (l Language, ok bool) {
	for _, l := range Languages() {
		if l.String() == name {
			return l, true
		}
	}
	return 0, false
}

// Write returns a program in l that sends body. The body's kind is detected
// unless [validate.WithKind] is given; a bare message, which no endpoint takes,
// is sent as chats.messages.send. The body may have errors: the Go program
// reports them instead of sending, and the others send it. The error is a
// *[validate.InvalidError] if the body cannot be read, or says what l cannot
// express.
func Write(l Language, body []byte, opts ...validate.Option) (string, error) {
	p, err := newProgram(body, opts)
	if err != nil {
		return "", err
	}
	defer p.view.Release()
	switch l {
	case Go:
		if p.request == nil {
			return "", errors.New("package builder has no request " + p.kind.Name)
		}
		return p.golang()
	case Curl:
		return p.curl(), nil
	case TypeScript:
		return p.typescript(), nil
	case Python:
		return p.python(), nil
	}
	return "", errors.New("unknown language")
}

func newProgram(body []byte, opts []validate.Option) (*program, error) {
	p := &program{}
	r, err := builder.Parse(body, opts...)
	if err != nil {
		return withoutBuilder(body, opts, err)
	}
	p.request, p.kind = r, api.KindNamed(string(r.Kind()))
	if p.request.Kind() == validate.KindMessage {
		p.bare = true
		body = []byte(`{"message":` + string(body) + `}`)
		p.kind = api.KindNamed(api.ChatsMessagesSend)
		if p.request, err = builder.Parse(body, validate.WithKind(validate.KindChatsMessagesSend)); err != nil {
			return nil, err
		}
	}
	if fault := p.view.Scan(body); fault.Code != 0 {
		return nil, errors.New("the body is not JSON") // never happens after Parse
	}
	return p, nil
}

// withoutBuilder returns the program of a kind that package builder does not have,
// and err for any other body.
func withoutBuilder(body []byte, opts []validate.Option, err error) (*program, error) {
	p := &program{kind: api.KindNamed(string(validate.JSON(body, opts...).Kind))}
	if p.kind == nil || !p.kind.ByTable || p.view.Scan(body).Code != 0 || p.view.Nodes[0].Kind != scan.Object {
		return nil, err
	}
	return p, nil
}

// program is what the writers of all languages share.
type program struct {
	kind    *api.Kind
	request builder.Request // nil for a kind without a builder
	bare    bool            // the body was a bare message
	view    scan.View
}

// bareNote is the comment in a program for a bare message.
const bareNote = "No endpoint takes a bare message: this sends it to a chat."

// path returns the endpoint with each id replaced by what of returns for the
// environment variable that has it.
func (p *program) path(of func(variable string) string) string {
	var b strings.Builder
	rest := p.kind.Path
	for {
		before, after, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(after, "}")
		b.WriteString(of(variable(name, before)))
		rest = after
	}
}

// variables returns the environment variables of the path.
func (p *program) variables() []string {
	var out []string
	p.path(func(variable string) string {
		out = append(out, variable)
		return ""
	})
	return out
}

// variable returns the environment variable for a placeholder: CHAT_ID for chatId,
// and PHONE_NUMBER_ID for id after phone_numbers/.
func variable(placeholder, before string) string {
	name := strings.TrimSuffix(placeholder, "Id")
	if placeholder == "id" {
		before = strings.TrimSuffix(before, "/")
		name = strings.TrimSuffix(before[strings.LastIndexByte(before, '/')+1:], "s")
	}
	return strings.ToUpper(strings.ReplaceAll(name, "-", "_")) + "_ID"
}
