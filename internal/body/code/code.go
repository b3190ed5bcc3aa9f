// Package code writes a program that sends a body, in the language of who reads
// it: Go with package builder, curl, TypeScript with @linqapp/sdk, Python with
// linq-python. What is sent is the body, member for member; the chat's or
// message's id and the API key come from the environment, as CHAT_ID,
// MESSAGE_ID and LINQ_API_V3_API_KEY.
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

// Language is what code is written in. The zero Language is none.
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
// unless [validate.WithKind] gives it; a bare message, which no endpoint takes,
// is sent as chats.messages.send. The body may have errors: then the Go program
// says so instead of sending it, and the others send it all the same. An error
// is a *[validate.InvalidError] where the body cannot be read, and tells else
// what the language cannot say.
func Write(l Language, body []byte, opts ...validate.Option) (string, error) {
	r, err := builder.Parse(body, opts...)
	if err != nil {
		return "", err
	}
	kind := api.KindNamed(string(r.Kind()))
	bare := r.Kind() == validate.Message
	if bare {
		body = []byte(`{"message":` + string(body) + `}`)
		kind = api.KindNamed(api.ChatsMessagesSend)
		if r, err = builder.Parse(body, validate.WithKind(validate.ChatsMessagesSend)); err != nil {
			return "", err
		}
	}
	p := &program{kind: kind, request: r, bare: bare}
	if fault := p.view.Scan(body); fault.Code != 0 {
		return "", errors.New("the body cannot be read") // Parse has read it, so this never happens
	}
	defer p.view.Release()
	switch l {
	case Go:
		return p.golang()
	case Curl:
		return p.curl(), nil
	case TypeScript:
		return p.typescript(), nil
	case Python:
		return p.python(), nil
	}
	return "", errors.New("no such language")
}

// program is what the writers of the four languages share.
type program struct {
	kind    *api.Kind
	request builder.Request
	bare    bool // the body was a bare message
	view    scan.View
}

// bareNote says what became of a bare message.
const bareNote = "A bare message is the body of no endpoint: it is sent to a chat."

// path splits the endpoint at the id in it: what is before, the environment
// variable that holds the id, what is behind. Without an id the last two are "".
func (p *program) path() (before, variable, after string) {
	before, rest, ok := strings.Cut(p.kind.Path, "{")
	if !ok {
		return p.kind.Path, "", ""
	}
	name, after, _ := strings.Cut(rest, "}")
	variable = "MESSAGE_ID"
	if name == "chatId" {
		variable = "CHAT_ID"
	}
	return before, variable, after
}
