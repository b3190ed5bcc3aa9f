package tags

import (
	"reflect"

	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

// bodyTag is the tag for request bodies.
const bodyTag = "linq_body"

// validBody is the function behind linq_body.
func (c *checks) validBody(fl validator.FieldLevel) bool {
	field := fl.Field()
	if field.Kind() == reflect.Slice && field.Type().Elem().Kind() == reflect.Uint8 {
		return c.bodyMessage(field.Bytes(), fl.Param()) == ""
	}
	return field.Kind() == reflect.String && c.bodyMessage([]byte(field.String()), fl.Param()) == ""
}

// bodyMessage returns what is wrong with a body, "" for nothing.
func (c *checks) bodyMessage(body []byte, kind string) string {
	v := c.bodies[kind]
	if v == nil {
		panic("tags: " + bodyTag + ": unknown kind \"" + kind + "\"")
	}
	if err := v.JSON(body).Err(); err != nil {
		return err.Error()
	}
	return ""
}

// requestTypes has a value of each request type of package builder.
var requestTypes = []any{
	builder.MessagesCreateRequest{}, builder.ChatsMessagesSendRequest{}, builder.ChatsCreateRequest{}, builder.ContentOnlyRequest{},
	builder.ChatsVoicememoRequest{}, builder.MessagesEditRequest{}, builder.MessagesReactRequest{}, builder.MessagesUpdateAppCardRequest{},
	builder.ChatsPollsCreateRequest{}, builder.MessagesPollsAddRequest{}, builder.MessagesPollsVoteRequest{}, builder.AttachmentsCreateRequest{},
	builder.MessagesUpdateStickerPlacementRequest{},
}

// request is the struct-level check of a request of package builder.
func (c *checks) request(sl validator.StructLevel) {
	r, ok := sl.Current().Interface().(builder.Request)
	if !ok {
		return
	}
	_, err := r.BuildWith(c.requests)
	invalid, ok := err.(*validate.InvalidError)
	if !ok {
		return
	}
	for i := range invalid.Report.Diagnostics {
		d := &invalid.Report.Diagnostics[i]
		if d.Severity != validate.SeverityError {
			continue
		}
		place := d.Field()
		if place == "" {
			place = "/"
		}
		sl.ReportError(r, place, place, d.Rule, d.Message)
	}
}
