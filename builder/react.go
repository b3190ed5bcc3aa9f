package builder

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// Reaction is the type of a reaction. The zero Reaction, "", is none.
type Reaction string

// The reactions for MessagesReact. [MessagesReactCustom] is for a custom emoji.
const (
	ReactLove      Reaction = "love"
	ReactLike      Reaction = "like"
	ReactDislike   Reaction = "dislike"
	ReactLaugh     Reaction = "laugh"
	ReactEmphasize Reaction = "emphasize"
	ReactQuestion  Reaction = "question"
)

// String returns the reaction in the API's spelling.
func (r Reaction) String() string { return string(r) }

// MessagesReactRequest is POST /v3/messages/{messageId}/reactions: a tapback or an
// emoji on a part of a message, added or removed.
type MessagesReactRequest struct {
	plain
	operation text
	reaction  text
	emoji     text
	sticker   stickerSource
	placement *Placement // nil: none is written
	part      index
}

// stickerSource is what a sticker reaction shows. The zero stickerSource is none.
type stickerSource struct {
	kind  stickerKind
	value string
}

type stickerKind uint8

const (
	stickerEmoji stickerKind = iota + 1
	stickerURL
	stickerAttachment
)

// stickerMembers has the member of each kind of source.
var stickerMembers = [...]string{"", "emoji", "url", "attachment_id"}

// MessagesReact adds a reaction to a message.
func MessagesReact(r Reaction) MessagesReactRequest {
	return MessagesReactRequest{operation: text{api.OperationAdd, true}, reaction: text{string(r), true}}
}

// MessagesReactCustom adds a reaction with an emoji: one grapheme cluster, not a
// word or ":name:".
func MessagesReactCustom(emoji string) MessagesReactRequest {
	r := MessagesReact(api.ReactionCustom)
	r.emoji = text{emoji, true}
	return r
}

// MessagesReactSticker places an uploaded image on a message as a sticker, by its
// attachment id (documented 2026-09-05).
func MessagesReactSticker(attachmentID string) MessagesReactRequest {
	return reactSticker(stickerSource{stickerAttachment, attachmentID})
}

// MessagesReactStickerURL places an uploaded image on a message as a sticker, by
// the download_url in the response of attachments.create.
func MessagesReactStickerURL(downloadURL string) MessagesReactRequest {
	return reactSticker(stickerSource{stickerURL, downloadURL})
}

// MessagesReactStickerEmoji places an emoji on a message as a sticker (documented
// 2026-09-10). [MessagesReactCustom] makes a tapback.
func MessagesReactStickerEmoji(emoji string) MessagesReactRequest {
	return reactSticker(stickerSource{stickerEmoji, emoji})
}

func reactSticker(s stickerSource) MessagesReactRequest {
	r := MessagesReact(api.ReactionSticker)
	r.sticker = s
	return r
}

// Place sets where a sticker is on the message, its size and its rotation.
func (r MessagesReactRequest) Place(p Placement) MessagesReactRequest {
	r.placement = &p
	r.members = r.members.without("placement")
	return r
}

// Kind returns messages.react.
func (MessagesReactRequest) Kind() validate.Kind { return validate.KindMessagesReact }

// Remove removes the reaction instead of adding it.
func (r MessagesReactRequest) Remove() MessagesReactRequest {
	r.operation = text{api.OperationRemove, true}
	r.members = r.members.without("operation")
	return r
}

// AtPart sets which part to react to, from 0. The API's default is 0.
func (r MessagesReactRequest) AtPart(partIndex int) MessagesReactRequest {
	r.part = index{partIndex, true}
	r.members = r.members.without("part_index")
	return r
}

// MemberJSON sets a member that is newer than this package to a JSON value.
func (r MessagesReactRequest) MemberJSON(name, json string) MessagesReactRequest {
	r.members = r.members.with(name, json)
	return r
}

// ReactionContent is what a reaction has, for reading.
type ReactionContent struct {
	Operation      string   // "add" or "remove", or what a parsed body has
	Type           Reaction // "custom" with CustomEmoji, "sticker" with Sticker
	CustomEmoji    string
	HasCustomEmoji bool
	Sticker        *StickerReaction // nil if there is none
	Placement      *Placement       // set by Place; nil if it is not set
	PartIndex      int              // set by AtPart
	HasPartIndex   bool
}

// StickerReaction is what a sticker reaction shows: one of the three. The zero
// StickerReaction is none.
type StickerReaction struct{ Emoji, URL, AttachmentID string }

// Content returns what the request has, for reading.
func (r MessagesReactRequest) Content() ReactionContent {
	return ReactionContent{
		Operation: r.operation.s, Type: Reaction(r.reaction.s), CustomEmoji: r.emoji.s, HasCustomEmoji: r.emoji.set,
		Sticker: r.sticker.content(), Placement: r.placement.clone(), PartIndex: r.part.n, HasPartIndex: r.part.set,
	}
}

// content returns what a sticker reaction shows, or nil.
func (s stickerSource) content() *StickerReaction {
	switch s.kind {
	case stickerEmoji:
		return &StickerReaction{Emoji: s.value}
	case stickerURL:
		return &StickerReaction{URL: s.value}
	case stickerAttachment:
		return &StickerReaction{AttachmentID: s.value}
	}
	return nil
}

// Build encodes the request and checks it: see [Request].
func (r MessagesReactRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
func (r MessagesReactRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r MessagesReactRequest) encode(e *encoder) {
	e.object(r.members)
	e.text("operation", r.operation)
	e.text("type", r.reaction)
	e.text("custom_emoji", r.emoji)
	for kind := stickerEmoji; kind <= stickerAttachment; kind++ {
		e.text(stickerMembers[kind], text{r.sticker.value, r.sticker.kind == kind})
	}
	e.placement(r.placement)
	e.index("part_index", r.part)
	e.end()
}

func (r MessagesReactRequest) origin(pointer string) string {
	call := "MessagesReact"
	switch {
	case r.sticker.kind != 0:
		call = [...]string{"", "MessagesReactStickerEmoji", "MessagesReactStickerURL", "MessagesReactSticker"}[r.sticker.kind]
	case r.emoji.set:
		call = "MessagesReactCustom"
	}
	if name, rest := cutToken(pointer); name == "placement" && !r.members.has(name) {
		return placementOrigin(rest, "Place")
	}
	operation := call
	if r.operation.s == api.OperationRemove {
		operation = "Remove"
	}
	return originOf(pointer, r.members, "operation", operation, "type", call, "custom_emoji", call, "emoji", call, "url", call, "attachment_id", call, "part_index", "AtPart", "", call)
}
