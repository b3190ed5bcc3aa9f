package tags_test

import (
	"errors"
	"fmt"

	"github.com/go-playground/locales/en"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
	"github.com/linqlint/linqlint/validate/tags"
)

// fieldErrors validates a struct and returns its errors.
func fieldErrors(v *validator.Validate, x any) validator.ValidationErrors {
	var list validator.ValidationErrors
	errors.As(v.Struct(x), &list)
	return list
}

func ExampleMessage() {
	v := validator.New()
	if err := tags.Register(v); err != nil {
		panic(err)
	}
	type form struct {
		To string `validate:"linq_handle"`
	}
	for _, fe := range fieldErrors(v, form{To: "(415) 555-9876"}) {
		fmt.Println(fe.Field(), fe.Tag())
		fmt.Println(tags.Message(fe))
	}
	// Output:
	// To linq_handle
	// recipient "(415) 555-9876" is neither an E.164 number nor an email address
}

func ExampleWithTranslator() {
	english := en.New()
	translator, _ := ut.New(english, english).GetTranslator("en")
	v := validator.New()
	if err := tags.Register(v, tags.WithTranslator(translator)); err != nil {
		panic(err)
	}
	type form struct {
		Text string `validate:"linq_text"`
	}
	fmt.Println(fieldErrors(v, form{})[0].Translate(translator))
	// Output: Text: value is empty; it needs 1 to 10000 code points
}

// A field that is a request is built; each error has its place in the body.
func ExampleRegister_request() {
	v := validator.New()
	if err := tags.Register(v); err != nil {
		panic(err)
	}
	type job struct {
		Request builder.MessagesCreateRequest
	}
	for _, fe := range fieldErrors(v, job{builder.MessagesCreate().Text("Hi", builder.Bold("you"))}) {
		fmt.Println(fe.Namespace(), fe.Tag(), "-", fe.Param())
	}
	// Output:
	// job.Request./to field-required - missing required member "to"
	// job.Request./message/parts/0 builder-substring - "you" is not in the text
}

// linq_body checks a whole body, of any kind or of one.
func ExampleRegister_body() {
	v := validator.New()
	if err := tags.Register(v); err != nil {
		panic(err)
	}
	type job struct {
		Body []byte `validate:"linq_body=messages.edit"`
	}
	fmt.Println(tags.Message(fieldErrors(v, job{[]byte(`{"text":""}`)})[0]))
	// Output: invalid messages.edit body: /text: text is empty; it needs 1 to 10000 code points (edit-text)
}

func ExampleWithValidation() {
	v := validator.New()
	if err := tags.Register(v, tags.WithValidation(validate.WithStrict())); err != nil {
		panic(err)
	}
	type form struct {
		Link string `validate:"linq_link"`
	}
	option := tags.WithValidation(validate.WithStrict())
	for _, fe := range fieldErrors(v, form{"http://example.com"}) {
		fmt.Println(tags.Message(fe, option))
	}
	// Output: no preview is made for http:// links
}
