package tags

import (
	"fmt"
	"reflect"
	"slices"
	"sync"

	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/validate"
)

// translate registers a message for each tag and each rule: the field's name and
// the message of the rule.
func (c *checks) translate(v *validator.Validate) error {
	names := append(append(validate.Select("*"), builderRules...), bodyTag)
	for name := range c.tags {
		names = append(names, name)
	}
	for _, name := range names {
		if err := c.register(v, name); err != nil {
			return err
		}
	}
	return nil
}

// builderRules are the rules of package builder that report errors in a request.
var builderRules = []string{"builder-substring", "builder-substring-ambiguous", "builder-utf8"}

var defaultChecks = sync.OnceValue(func() *checks { return newChecks(nil) })

// Message returns the message of the rule behind a FieldError of a tag or of a
// request of package builder, for use without a translator: the FieldError itself
// names only the tag that failed. It returns "" for any other FieldError. The options
// are those that were passed to [Register]; each call with options makes the
// validators again, so [WithTranslator] is faster for many errors.
func Message(fe validator.FieldError, opts ...Option) string {
	c := defaultChecks()
	if len(opts) > 0 {
		c = newChecks(opts)
	}
	return c.message(fe)
}

func (c *checks) message(fe validator.FieldError) string {
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
	if _, ok := validate.LookupRule(fe.Tag()); ok || slices.Contains(builderRules, fe.Tag()) {
		return fe.Param()
	}
	return ""
}

func (c *checks) register(v *validator.Validate, name string) error {
	add := func(t ut.Translator) error { return t.Add(name, "{0}: {1}", true) }
	say := func(t ut.Translator, fe validator.FieldError) string {
		text, err := t.T(name, fe.Field(), c.message(fe))
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
