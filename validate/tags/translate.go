package tags

import (
	"fmt"
	"reflect"
	"sync"

	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/validate"
)

// translate registers a message for each tag and each rule: the field's name and
// the message of the rule.
func (c *checks) translate(v *validator.Validate) error {
	for name, t := range c.tags {
		said := func(fe validator.FieldError) string {
			text, ok := stringOf(fe.Value())
			if !ok {
				return "the value is not a string"
			}
			return t.message(text)
		}
		if err := c.register(v, name, said); err != nil {
			return err
		}
	}
	body := func(fe validator.FieldError) string {
		if b, ok := bytesOf(fe.Value()); ok {
			return c.bodyMessage(b, fe.Param())
		}
		return "the value is neither bytes nor a string"
	}
	if err := c.register(v, bodyTag, body); err != nil {
		return err
	}
	for _, id := range validate.Select("*") {
		if err := c.register(v, id, validator.FieldError.Param); err != nil {
			return err
		}
	}
	return nil
}

var defaultChecks = sync.OnceValue(func() *checks { return newChecks(nil) })

// Message returns the message of the rule behind a FieldError that comes from a
// tag or a struct-level check of [Register], without a translator: the FieldError
// itself says only which tag failed. It returns "" for other FieldErrors. The
// options are those that were passed to Register.
func Message(fe validator.FieldError, opts ...Option) string {
	c := defaultChecks()
	if len(opts) > 0 {
		c = newChecks(opts)
	}
	if t := c.tags[fe.Tag()]; t != nil {
		if text, ok := stringOf(fe.Value()); ok {
			return t.message(text)
		}
		return "the value is not a string"
	}
	if fe.Tag() == bodyTag {
		if b, ok := bytesOf(fe.Value()); ok {
			return c.bodyMessage(b, fe.Param())
		}
		return "the value is neither bytes nor a string"
	}
	if _, ok := validate.LookupRule(fe.Tag()); ok {
		return fe.Param()
	}
	return ""
}

func (c *checks) register(v *validator.Validate, name string, said func(validator.FieldError) string) error {
	add := func(t ut.Translator) error { return t.Add(name, "{0}: {1}", true) }
	say := func(t ut.Translator, fe validator.FieldError) string {
		text, err := t.T(name, fe.Field(), said(fe))
		if err != nil {
			return fe.Error()
		}
		return text
	}
	if err := v.RegisterTranslation(name, c.translator, add, say); err != nil {
		return fmt.Errorf("register the translation of %s: %w", name, err)
	}
	return nil
}

func stringOf(x any) (string, bool) {
	v := reflect.ValueOf(x)
	return v.String(), v.Kind() == reflect.String
}

func bytesOf(x any) ([]byte, bool) {
	v := reflect.ValueOf(x)
	switch {
	case v.Kind() == reflect.String:
		return []byte(v.String()), true
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		return v.Bytes(), true
	}
	return nil, false
}
