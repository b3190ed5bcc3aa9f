// Package tags has the rules of package validate for users of
// go-playground/validator/v10: as tags on struct fields, and as struct-level
// checks of fields that are requests of package builder.
//
//	v := validator.New()
//	if err := tags.Register(v); err != nil { … }
//
//	type Reminder struct {
//		To   []string        `validate:"required,dive,linq_handle"`
//		Text string          `validate:"linq_text"`
//		Raw  json.RawMessage `validate:"omitempty,linq_body=messages.create"`
//	}
//
// # Tags
//
// A tag is for a field whose kind is string. The value is put into the smallest
// body that has such a member, and the tag fails if package validate reports an
// error there.
//
//	linq_handle           a recipient: an E.164 number or an email address
//	linq_phone            a line: an E.164 number
//	linq_text             a text part's value: 1 to 10000 code points
//	linq_link             a link part's value: an http or https URL
//	linq_media_url        a media part's url: an https URL
//	linq_effect           the name of an effect; an unknown one fails here
//	linq_style            a decoration's style
//	linq_animation        a decoration's animation
//	linq_service          a preferred_service
//	linq_bundle_id        an app's bundle_id
//	linq_team_id          an app's team_id
//	linq_idempotency_key  an idempotency_key: up to 255 code points
//	linq_uuid             an attachment_id, a message_id or an option_id
//	linq_body             a request body; its kind is detected
//	linq_body=KIND        a request body of a kind, such as chats.create
//
// linq_body is also for []byte and json.RawMessage. With a KIND that does
// not exist, validation panics, as validator/v10 does for a tag that does not exist.
// As everywhere in validator/v10, an empty value is checked too unless omitempty
// comes first.
//
// # Builder types
//
// A field that is a request of package builder is built. Each error of its report is
// a FieldError: its Field is the JSON Pointer that [validate.Diagnostic.Field] returns,
// or "/" for the whole body; its Tag is the rule, and its Param is the message.
//
// # Messages
//
// A FieldError says only which tag failed. [Message] returns what the rule says, and
// [WithTranslator] lets FieldError.Translate do the same.
package tags

import (
	"fmt"

	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/validate"
)

// Option configures [Register]. A nil Option is skipped.
type Option interface{ apply(*checks) }

type option func(*checks)

func (o option) apply(c *checks) { o(c) }

// WithValidation passes options to the rules. A tag fails for each diagnostic that is
// an error with these options.
func WithValidation(opts ...validate.Option) Option {
	return option(func(c *checks) { c.options = append(c.options, opts...) })
}

// WithTranslator registers the messages of the rules with t: FieldError.Translate
// then returns the field's name and the message, in English. A nil t registers none.
func WithTranslator(t ut.Translator) Option { return option(func(c *checks) { c.translator = t }) }

// checks is what the registered functions share. It is not modified after
// Register.
type checks struct {
	options    []validate.Option
	translator ut.Translator
	tags       map[string]*tag
	bodies     map[string]*validate.Validator // by the parameter of linq_body
	requests   *validate.Validator
}

func newChecks(opts []Option) *checks {
	c := &checks{bodies: map[string]*validate.Validator{"": nil}}
	for _, o := range opts {
		if o != nil {
			o.apply(c)
		}
	}
	c.tags = newTags(c.options)
	c.requests = validate.New(c.options...)
	c.bodies[""] = c.requests
	for _, k := range validate.Kinds() {
		c.bodies[string(k)] = validate.New(append(append([]validate.Option(nil), c.options...), validate.WithKind(k))...)
	}
	return c
}

// Register adds the tags and the struct-level checks to v. It may be called again,
// with the same translator too: the last call wins. Like every registration of
// validator/v10, it must not run while v validates. Register panics if an option is
// mistyped; its error is that of a registration.
func Register(v *validator.Validate, opts ...Option) error {
	c := newChecks(opts)
	for name, t := range c.tags {
		if err := v.RegisterValidation(name, t.valid); err != nil {
			return fmt.Errorf("register %s: %w", name, err)
		}
	}
	if err := v.RegisterValidation(bodyTag, c.validBody); err != nil {
		return fmt.Errorf("register %s: %w", bodyTag, err)
	}
	v.RegisterStructValidation(c.request, requestTypes...)
	if c.translator == nil {
		return nil
	}
	return c.translate(v)
}
