package tags

import (
	"reflect"

	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// tag is a place in a body: the value is between before and after.
type tag struct {
	kind          validate.Kind
	before, after string
	pointer       string
	// raise is a rule that the tag raises from a warning to an error, or "".
	raise string
	// companion returns members that the value requires; nil for none.
	companion func(value string) string

	validator *validate.Validator
}

const (
	toOne  = `{"to":[`
	aText  = `{"type":"text","value":"x"`
	inApp  = `{"message":{"parts":[{"type":"imessage_app","layout":{"caption":"x"},"app":{`
	appEnd = `}}]}}`
)

// table has the place of each tag's value, in kinds without further rules for the
// value, such as those for the first message of a chat.
func table() map[string]*tag {
	send := validate.KindChatsMessagesSend
	return map[string]*tag{
		"linq_handle":    {kind: validate.KindMessagesCreate, before: toOne, after: `],"message":{"parts":[` + aText + `}]}}`, pointer: "/to/0"},
		"linq_phone":     {kind: validate.KindChatsCreate, before: `{"to":["a@example.com"],"message":{"parts":[` + aText + `}]},"from":`, after: `}`, pointer: "/from"},
		"linq_text":      {kind: send, before: `{"message":{"parts":[{"type":"text","value":`, after: `}]}}`, pointer: "/message/parts/0/value"},
		"linq_link":      {kind: send, before: `{"message":{"parts":[{"type":"link","value":`, after: `}]}}`, pointer: "/message/parts/0/value"},
		"linq_media_url": {kind: send, before: `{"message":{"parts":[{"type":"media","url":`, after: `}]}}`, pointer: "/message/parts/0/url"},
		"linq_effect": {
			kind: send, before: `{"message":{"parts":[` + aText + `}],"effect":{"name":`, after: `}}}`, pointer: "/message/effect/name",
			raise: "effect-name", companion: effectType,
		},
		"linq_style":           {kind: send, before: `{"message":{"parts":[` + aText + `,"text_decorations":[{"range":[0,1],"style":`, after: `}]}]}}`, pointer: "/message/parts/0/text_decorations/0/style"},
		"linq_animation":       {kind: send, before: `{"message":{"parts":[` + aText + `,"text_decorations":[{"range":[0,1],"animation":`, after: `}]}]}}`, pointer: "/message/parts/0/text_decorations/0/animation"},
		"linq_service":         {kind: send, before: `{"message":{"parts":[` + aText + `}],"preferred_service":`, after: `}}`, pointer: "/message/preferred_service"},
		"linq_bundle_id":       {kind: send, before: inApp + `"name":"x","team_id":"A1B2C3D4E5","bundle_id":`, after: appEnd, pointer: "/message/parts/0/app/bundle_id"},
		"linq_team_id":         {kind: send, before: inApp + `"name":"x","bundle_id":"x","team_id":`, after: appEnd, pointer: "/message/parts/0/app/team_id"},
		"linq_idempotency_key": {kind: send, before: `{"message":{"parts":[` + aText + `}],"idempotency_key":`, after: `}}`, pointer: "/message/idempotency_key"},
		"linq_uuid":            {kind: send, before: `{"message":{"parts":[{"type":"media","attachment_id":`, after: `}]}}`, pointer: "/message/parts/0/attachment_id"},
	}
}

// effectType returns the type member for an effect's name, screen if it is unknown.
func effectType(name string) string {
	t := api.EffectType(name)
	if t == "" {
		t = api.Screen
	}
	return `,"type":"` + t + `"`
}

func newTags(opts []validate.Option) map[string]*tag {
	tags := table()
	for _, t := range tags {
		all := append([]validate.Option(nil), opts...)
		if t.raise != "" {
			all = append(all, validate.WithSeverity(t.raise, validate.SeverityError))
		}
		t.validator = validate.New(append(all, validate.WithKind(t.kind))...)
	}
	return tags
}

// valid is the function behind a tag.
func (t *tag) valid(fl validator.FieldLevel) bool {
	field := fl.Field()
	return field.Kind() == reflect.String && t.message(field.String()) == ""
}

// message returns what is wrong with a value, "" for nothing.
func (t *tag) message(value string) string {
	body := wire.AppendString([]byte(t.before), value)
	if t.companion != nil {
		body = append(body, t.companion(value)...)
	}
	report := t.validator.JSON(append(body, t.after...))
	for i := range report.Diagnostics {
		if d := &report.Diagnostics[i]; d.Severity == validate.SeverityError && d.Pointer == t.pointer {
			return d.Message
		}
	}
	return ""
}
