package api

import "github.com/linqlint/linqlint/decorations"

// Part types.
const (
	PartText    = "text"
	PartMedia   = "media"
	PartLink    = "link"
	PartApp     = "imessage_app"
	PartAppClip = "app_clip"
)

// PartTypes lists the part types in documentation order; the position of one
// is the bit of its PartSet.
var PartTypes = []string{PartText, PartMedia, PartLink, PartApp, PartAppClip}

// Services, case-sensitive.
const (
	IMessage = "iMessage"
	SMS      = "SMS"
	RCS      = "RCS"
)

// Services lists the values of preferred_service.
var Services = []string{IMessage, SMS, RCS}

// Effect types.
const (
	Screen = "screen"
	Bubble = "bubble"
)

// EffectTypes lists the values of effect.type.
var EffectTypes = []string{Screen, Bubble}

// Effect is a named effect with the type that it belongs to.
type Effect struct{ Name, Type string }

// Effects lists the documentation's "common values", screen effects first.
var Effects = []Effect{
	{"confetti", Screen}, {"fireworks", Screen}, {"lasers", Screen}, {"sparkles", Screen},
	{"celebration", Screen}, {"hearts", Screen}, {"love", Screen}, {"balloons", Screen},
	{"happy_birthday", Screen}, {"echo", Screen}, {"spotlight", Screen},
	{"slam", Bubble}, {"loud", Bubble}, {"gentle", Bubble}, {"invisible", Bubble},
}

// EffectNames lists the names of Effects, in their order.
var EffectNames = []string{
	"confetti", "fireworks", "lasers", "sparkles", "celebration", "hearts", "love", "balloons", "happy_birthday", "echo", "spotlight",
	"slam", "loud", "gentle", "invisible",
}

// EffectType returns the type of a named effect, or "".
func EffectType(name string) string {
	for i := range Effects {
		if Effects[i].Name == name {
			return Effects[i].Type
		}
	}
	return ""
}

// Styles and Animations list the values of a decoration's members, as package
// decorations has them.
var (
	Styles = []string{
		string(decorations.Bold), string(decorations.Italic), string(decorations.Strikethrough), string(decorations.Underline),
	}
	Animations = []string{
		string(decorations.Big), string(decorations.Small), string(decorations.Shake), string(decorations.Nod),
		string(decorations.Explode), string(decorations.Ripple), string(decorations.Bloom), string(decorations.Jitter),
	}
)

// The values of operation, of a reaction and of a vote.
const (
	OperationAdd    = "add"
	OperationRemove = "remove"
)

// Operations lists them.
var Operations = []string{OperationAdd, OperationRemove}

// Reaction types that other rules name.
const (
	ReactionCustom  = "custom"
	ReactionSticker = "sticker"
)

// Reactions lists the values of a reaction's type.
var Reactions = []string{"love", "like", "dislike", "laugh", "emphasize", "question", ReactionCustom, ReactionSticker}

// ResponseOnly lists members of the API's responses that a request does not
// have (where a kind does have one, its own table says so).
var ResponseOnly = []string{
	"id", "reactions", "filename", "mime_type", "size_bytes", "delivery_status", "created_at", "updated_at",
	"sent_at", "delivered_at", "read_at", "is_read", "is_delivered", "is_from_me", "from_handle", "chat_id", "handles", "is_group", "mentions", "created_new_chat", "from_selection", "previous_chat_id",
	"zero_retention", "reconciled_at", "health_status", "direction", "sender_handle", "trace_id",
}
