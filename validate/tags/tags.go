// Package tags brings the rules of package validate to users of
// go-playground/validator/v10: as tags on fields of their own structs, and as
// struct-level checks of package builder's requests inside them.
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
// A tag stands on a string, or on a type of that kind. It judges the value as
// the API would at this place, with the engine itself: the value is put into
// the smallest body of its kind, and the tag fails where the engine reports an
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
//	linq_body             a whole body, its kind detected
//	linq_body=KIND        a whole body of a kind, such as chats.create
//
// linq_body also stands on a []byte and a json.RawMessage. As everywhere in
// validator/v10, an empty value is judged too unless omitempty comes first.
//
// # Builder types
//
// A field that is one of the builder's requests is built and checked; each
// error of its report is a FieldError of its own, whose Field ends in the JSON
// Pointer, whose Tag is the rule's id and whose Param is the message.
package tags

import (
	"fmt"

	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/validate"
)

// Option configures [Register].
type Option interface{ apply(*checks) }

type option func(*checks)

func (o option) apply(c *checks) { o(c) }

// Validation passes options to the rules: a severity raised to an error makes
// its tag fail too.
func Validation(opts ...validate.Option) Option {
	return option(func(c *checks) { c.options = append(c.options, opts...) })
}

// Translator registers the messages of the rules, which are English, with t:
// FieldError.Translate then says what the command says, after the field's name.
func Translator(t ut.Translator) Option { return option(func(c *checks) { c.translator = t }) }

// checks is what the registered functions share. It is not changed after
// Register.
type checks struct {
	options    []validate.Option
	translator ut.Translator
	tags       map[string]*tag
	bodies     map[string]*validate.Validator // by the parameter of linq_body
	requests   *validate.Validator
}

// Register adds the tags and the struct-level checks to v. The error is that
// of validator/v10's own registration, or of a translator that has a text
// under one of our names already.
func Register(v *validator.Validate, opts ...Option) error {
	c := &checks{bodies: map[string]*validate.Validator{"": nil}}
	for _, o := range opts {
		o.apply(c)
	}
	c.tags = newTags(c.options)
	c.requests = validate.New(c.options...)
	c.bodies[""] = c.requests
	for _, k := range validate.Kinds() {
		c.bodies[string(k)] = validate.New(append(append([]validate.Option(nil), c.options...), validate.WithKind(k))...)
	}
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
