package api

// The objects of the request bodies. Positions in a table are the constants
// above it, so that the validator reads a member by its number.

// Members of a text decoration.
const (
	DecorationRange = iota
	DecorationStyle
	DecorationAnimation
)

// TextDecoration is an element of text_decorations.
var TextDecoration = &Object{
	Name: "TextDecoration", Doc: "A style or an animation over a range of the text.",
	lookup: lookupTextDecoration,
	Members: []Member{
		{Name: "range", Type: Array, Elem: Integer, Required: true, MinLen: 2, MaxLen: 2, Doc: "`[start, end)` in UTF-16 code units of `value`: start is included, end is not."},
		{Name: "style", Type: String, Enum: Styles, Doc: "Text style; exactly one of style and animation. Styles may overlap one another."},
		{Name: "animation", Type: String, Enum: Animations, Doc: "Text animation; exactly one of style and animation. An animation may overlap nothing."},
	},
}

// Members of an app.
const (
	AppBundleID = iota
	AppName
	AppTeamID
	AppStoreID
)

// App identifies the Messages app extension behind a card.
var App = &Object{
	Name: "IMessageApp", Doc: "The Messages app extension behind the card.",
	lookup: lookupIMessageApp,
	Members: []Member{
		{Name: "bundle_id", Type: String, Required: true, MinLen: 1, MaxLen: MaxBundleID, Pattern: "^[^:]*$", Doc: "Bundle identifier of the Messages app extension, without a colon."},
		{Name: "name", Type: String, Required: true, MinLen: 1, MaxLen: MaxAppName, Doc: "Display name of the app."},
		{Name: "team_id", Type: String, Required: true, Pattern: "^[A-Z0-9]{10}$", Doc: "The app's team identifier: ten upper-case letters or digits."},
		{Name: "app_store_id", Type: Integer, Min: 1, Max: MaxInt64, Doc: "The owning app's App Store id: recipients without the app see a way to get it."},
	},
}

// Members of a layout. The captions come first, then the image texts, then
// the image.
const (
	LayoutCaption = iota
	LayoutSubcaption
	LayoutTrailingCaption
	LayoutTrailingSubcaption
	LayoutImageTitle
	LayoutImageSubtitle
	LayoutImageURL
)

// Layout is the visible part of an app card.
var Layout = &Object{
	Name: "AppCardLayout", Doc: "The visible layout of an app card; at least one caption or the image must be set.",
	lookup: lookupAppCardLayout,
	Members: []Member{
		{Name: "caption", Type: String, MaxLen: MaxCardText, Doc: "Primary label, top left and bold."},
		{Name: "subcaption", Type: String, MaxLen: MaxCardText, Doc: "Secondary label, below the caption on the left."},
		{Name: "trailing_caption", Type: String, MaxLen: MaxCardText, Doc: "Label at the top right."},
		{Name: "trailing_subcaption", Type: String, MaxLen: MaxCardText, Doc: "Label below trailing_caption, on the right."},
		{Name: "image_title", Type: String, MaxLen: MaxCardText, Doc: "Bold text over the image; needs image_url."},
		{Name: "image_subtitle", Type: String, MaxLen: MaxCardText, Doc: "Text under image_title, over the image; needs image_url."},
		{Name: "image_url", Type: String, MaxLen: MaxImageURL, Format: "uri", Doc: "Preview image at the top of the card: JPEG, later PNG, HEIF and WebP too."},
	},
}

// Members of a part of any type.
const (
	PartMemberType = iota
	PartMemberValue
	PartMemberDecorations
	PartMemberMention
	PartMemberMentionRange
	PartMemberURL
	PartMemberAttachmentID
	PartMemberApp
	PartMemberLayout
	PartMemberFallbackText
	PartMemberInteractive
	PartMemberStickers
	PartMemberSticker
	PartMemberCaption
)

// Part is a message part of any type; the members say which types have them.
var Part = &Object{
	Name: "Part", Doc: "One part of a message: a text, a media file, a link, an app card or an app clip.",
	lookup: lookupPart,
	Members: []Member{
		{Name: "type", Type: String, Required: true, Enum: PartTypes, Parts: InText | InMedia | InLink | InApp | InAppClip, RequiredIn: InText | InMedia | InLink | InApp | InAppClip, Doc: "The part's type; it decides which other members there are."},
		{Name: "value", Type: String, Parts: InText | InLink | InAppClip, RequiredIn: InText | InLink | InAppClip, MinLen: 1, MaxLen: MaxText, Doc: "The text (1 to 10000 code points, sent as it is), the link's URL, or the app clip's checkout link."},
		{Name: "text_decorations", Type: Array, Elem: ObjectType, Object: TextDecoration, Parts: InText, Doc: "Styles and animations over ranges of the text. Shown on iMessage only."},
		{Name: "mention", Type: String, Parts: InText, AddedOn: "2026-08-19", Doc: "Handle of the participant whom the text mentions (E.164 or email). iMessage group chats only."},
		{Name: "mention_range", Type: Array, Elem: Integer, Parts: InText, MinLen: 2, MaxLen: 2, AddedOn: "2026-08-19", Doc: "`[start, end)` of the highlighted name, in UTF-16 code units of `value`; the whole value where left out."},
		{Name: "url", Type: String, Format: "uri", Parts: InMedia | InApp, Doc: "Of a media part: a public https URL of the file; exactly one of url and attachment_id. Of an app card: what the app opens on a tap."},
		{Name: "attachment_id", Type: String, Format: "uuid", Parts: InMedia, Doc: "A file uploaded before through attachments.create; exactly one of url and attachment_id."},
		{Name: "app", Type: ObjectType, Object: App, Parts: InApp, RequiredIn: InApp, Doc: "The app behind the card."},
		{Name: "layout", Type: ObjectType, Object: Layout, Parts: InApp, RequiredIn: InApp, Doc: "What the card shows."},
		{Name: "fallback_text", Type: String, MaxLen: MaxFallbackText, Parts: InApp, Doc: "Text where the card cannot be drawn; the caption where left out."},
		{Name: "interactive", Type: Boolean, Parts: InApp, Doc: "false always shows the static layout, even to recipients who have the app. Default true."},
		{Name: "inline_stickers", Type: Array, Elem: ObjectType, Object: InlineSticker, Parts: InText, MaxLen: MaxStickers, AddedOn: "2026-09-15", Source: NodeSDK, Doc: "Images that replace ranges of the text, on iMessage only: up to 100, of up to 10 different images."},
		{Name: "sticker", Type: Boolean, Parts: InMedia, AddedOn: "2026-09-09", Source: NodeSDK, Doc: "true sends the image as a sticker, on iMessage only; on SMS and RCS it arrives as a photo."},
		{Name: "caption", Type: String, Parts: InAppClip, AddedOn: "2026-09-01", Source: NodeSDK, Doc: "The card's caption."},
	},
}

// Members of an effect.
const (
	EffectMemberName = iota
	EffectMemberType
)

// MessageEffect is a message's effect.
var MessageEffect = &Object{
	Name: "MessageEffect", Doc: "A screen or bubble effect. Shown on iMessage only.",
	lookup: lookupMessageEffect,
	Members: []Member{
		{Name: "name", Type: String, Enum: EffectNames, Extensible: true, Doc: "The effect's name."},
		{Name: "type", Type: String, Enum: EffectTypes, Doc: "`screen` for the eleven screen effects, `bubble` for slam, loud, gentle and invisible."},
	},
}

// Members of a reply_to.
const (
	ReplyMessageID = iota
	ReplyPartIndex
)

// ReplyTo names the message that is replied to.
var ReplyTo = &Object{
	Name: "ReplyTo", Doc: "The message that this one replies to.",
	lookup: lookupReplyTo,
	Members: []Member{
		{Name: "message_id", Type: String, Format: "uuid", Required: true, Doc: "The id of the message to reply to."},
		{Name: "part_index", Type: Integer, Min: 0, Max: MaxPartIndex, Doc: "The part to reply to, from 0. Default 0."},
	},
}

// Members of an experience.
const (
	ExperienceName = iota
	ExperienceAction
	ExperienceParams
)

// A payment is requested with this experience, action and parameter.
const (
	PaymentExperience = "agentpay"
	PaymentAction     = "request_payment"
	PaymentURL        = "checkout_url"
)

// Experience is sent instead of parts.
var Experience = &Object{
	Name: "Experience", Doc: "An iMessage experience, instead of parts; one recipient, iMessage only.",
	lookup: lookupExperience,
	Members: []Member{
		{Name: "name", Type: String, Required: true, Doc: "The experience's name."},
		{Name: "action", Type: String, Required: true, Doc: "What the experience does."},
		{Name: "params", Type: ObjectType, Doc: "Strings, numbers and booleans for the action; nothing nested."},
	},
}

// Members of a message content.
const (
	ContentParts = iota
	ContentEffect
	ContentIdempotencyKey
	ContentPreferredService
	ContentReplyTo
	ContentExperience
)

// MessageContent is the value of message.
var MessageContent = &Object{
	Name: "MessageContent", Doc: "What is said, apart from who it goes to.",
	lookup: lookupMessageContent,
	Members: []Member{
		{Name: "parts", Type: Array, Elem: ObjectType, Object: Part, Required: true, MinLen: 1, MaxLen: MaxParts, Doc: "1 to 100 parts in order. Consecutive text parts are not allowed; a link, an app card or an app clip must be the only part."},
		{Name: "effect", Type: ObjectType, Object: MessageEffect, Doc: "A screen or bubble effect. iMessage only."},
		{Name: "idempotency_key", Type: String, MaxLen: MaxIdempotency, Doc: "A retry with the same key is not sent twice. Up to 255 code points."},
		{Name: "preferred_service", Type: String, Enum: Services, Doc: "`iMessage` has no fallback; `SMS` means RCS if the recipient has it, else SMS. Left out, the API chooses."},
		{Name: "reply_to", Type: ObjectType, Object: ReplyTo, Doc: "Makes this message a threaded reply. iMessage only."},
		{Name: "experience", Type: ObjectType, Object: Experience, AddedOn: "2026-08-12", Doc: "An iMessage experience instead of parts."},
	},
}

// ContinuationText is the member of a continuation_message.
const ContinuationText = 0

// Continuation is messages.create's continuation_message.
var Continuation = &Object{
	Name: "ContinuationMessage", Doc: "A text that is sent instead of message when the chat's line was flagged.",
	lookup: lookupContinuationMessage,
	Members: []Member{
		{Name: "text", Type: String, Required: true, MinLen: 1, MaxLen: MaxText, Doc: "The text, 1 to 10000 code points; no parts, media or effects."},
	},
}

// Members of the roots that send a message. The first four are in the same
// order in each, so that one function reads them; what a root lacks is at its end.
const (
	SendMessage = iota
	SendOverrideOptout
	SendTo
	SendFrom             // of chats.create
	SendContinuation = 3 // of messages.create
	SendExcludeFrom  = 4 // of messages.create
)

var (
	messageMember  = Member{Name: "message", Type: ObjectType, Object: MessageContent, Required: true, Doc: "What is sent."}
	overrideMember = Member{Name: "override_optout", Type: Boolean, AddedOn: "2026-08-04", Doc: "true sends to a recipient who opted out; each override is recorded against the API key."}
)

// MessagesCreateBody is the body of messages.create.
var MessagesCreateBody = &Object{
	Name: "MessagesCreate", Doc: "Send a message without naming a line.",
	lookup: lookupMessagesCreate,
	Members: []Member{
		messageMember, overrideMember,
		{Name: "to", Type: Array, Elem: String, Required: true, MinLen: 1, Doc: "Recipients: E.164 numbers or email addresses. One is a direct chat, several a group."},
		{Name: "continuation_message", Type: ObjectType, Object: Continuation, Doc: "Text sent instead of message when the chat's line was flagged."},
		{Name: "exclude_from", Type: Array, Elem: String, AddedOn: "2026-08-04", Doc: "Lines (E.164) that must not be chosen."},
	},
}

// ChatsMessagesSendBody is the body of chats.messages.send.
var ChatsMessagesSendBody = &Object{
	Name: "ChatsMessagesSend", Doc: "Send a message to an existing chat.",
	lookup: lookupChatsMessagesSend,
	Members: []Member{
		messageMember, overrideMember,
	},
}

// ChatsCreateBody is the body of chats.create.
var ChatsCreateBody = &Object{
	Name: "ChatsCreate", Doc: "Create a chat and send its first message.",
	lookup: lookupChatsCreate,
	Members: []Member{
		messageMember, overrideMember,
		{Name: "to", Type: Array, Elem: String, Required: true, MinLen: 1, MaxLen: MaxChatTo, Doc: "1 to 31 recipients: E.164 numbers or email addresses."},
		{Name: "from", Type: String, Required: true, Pattern: `^\+[1-9][0-9]{1,14}$`, Doc: "Your line, in E.164."},
	},
}

// Members of the small kinds.
const (
	VoicememoURL = iota
	VoicememoAttachmentID
	VoicememoOverrideOptout
)

// ChatsVoicememoBody is the body of chats.voicememo.
var ChatsVoicememoBody = &Object{
	Name: "ChatsVoicememo", Doc: "Send a voice memo bubble.",
	lookup: lookupChatsVoicememo,
	Members: []Member{
		{Name: "voice_memo_url", Type: String, Format: "uri", Doc: "A public https URL of the audio; exactly one of voice_memo_url and attachment_id."},
		{Name: "attachment_id", Type: String, Format: "uuid", Doc: "An audio file uploaded before; exactly one of voice_memo_url and attachment_id."},
		overrideMember,
	},
}

// Members of messages.edit.
const (
	EditText = iota
	EditPartIndex
)

// MessagesEditBody is the body of messages.edit.
var MessagesEditBody = &Object{
	Name: "MessagesEdit", Doc: "Edit the text of a sent part.",
	lookup: lookupMessagesEdit,
	Members: []Member{
		{Name: "text", Type: String, Required: true, MinLen: 1, MaxLen: MaxText, Doc: "The new text, 1 to 10000 code points."},
		{Name: "part_index", Type: Integer, Min: 0, Max: MaxPartIndex, Doc: "The part to edit, from 0. Default 0."},
	},
}

// Members of messages.react.
const (
	ReactOperation = iota
	ReactType
	ReactEmoji
	ReactPartIndex
	ReactStickerEmoji
	ReactURL
	ReactAttachmentID
	ReactPlacement
)

// MessagesReactBody is the body of messages.react.
var MessagesReactBody = &Object{
	Name: "MessagesReact", Doc: "Add or remove a reaction.",
	lookup: lookupMessagesReact,
	Members: []Member{
		{Name: "operation", Type: String, Required: true, Enum: Operations, Doc: "`add` or `remove`."},
		{Name: "type", Type: String, Required: true, Enum: Reactions, Doc: "A tapback, `custom` with custom_emoji, or `sticker`."},
		{Name: "custom_emoji", Type: String, Doc: "One emoji; required with type `custom`, and only then."},
		{Name: "part_index", Type: Integer, Min: 0, Max: MaxPartIndex, Doc: "The part to react to, from 0. Default 0."},
		{Name: "emoji", Type: String, AddedOn: "2026-09-10", Source: NodeSDK, Doc: "A single emoji as the sticker; with type `sticker` only. Not custom_emoji, which is a tapback."},
		{Name: "url", Type: String, Format: "uri", AddedOn: "2026-09-05", Source: NodeSDK, Doc: "The download_url of an attachment as the sticker; with type `sticker` only."},
		{Name: "attachment_id", Type: String, Format: "uuid", AddedOn: "2026-09-05", Source: NodeSDK, Doc: "An uploaded image as the sticker; with type `sticker` only."},
		{Name: "placement", Type: ObjectType, Object: Placement, AddedOn: "2026-09-05", Source: NodeSDK, Doc: "Where the sticker is on the message; with type `sticker` only."},
	},
}

// Members of messages.update_app_card.
const (
	UpdateLayout = iota
	UpdateURL
	UpdateFallbackText
	UpdateInteractive
	UpdateExperience
	UpdateApp
)

// MessagesUpdateAppCardBody is the body of messages.update_app_card.
var MessagesUpdateAppCardBody = &Object{
	Name: "MessagesUpdateAppCard", Doc: "Replace a sent card's layout.",
	lookup: lookupMessagesUpdateAppCard,
	Members: []Member{
		{Name: "layout", Type: ObjectType, Object: Layout, Required: true, Doc: "What the card shows from now on."},
		{Name: "url", Type: String, Format: "uri", Doc: "What the app opens on a tap; not with experience."},
		{Name: "fallback_text", Type: String, MaxLen: MaxFallbackText, Doc: "Text where the card cannot be drawn."},
		{Name: "interactive", Type: Boolean, Doc: "Left out it becomes true: it is not inherited."},
		{Name: "experience", Type: ObjectType, Object: Experience, Doc: "An experience; not with url."},
		{Name: "app", Type: ObjectType, Object: App, AddedOn: "2026-09-06", Source: NodeSDK, Doc: "The app behind the card, for lines with zero-day retention; elsewhere it is inherited."},
	},
}

// Members of a poll.
const (
	PollOptions = iota
	PollIdempotencyKey
)

// PollCreatePoll is the member of chats.polls.create, PollAddOptions that of
// messages.polls.add_options, PollOptionText that of an option.
const (
	PollCreatePoll = 0
	PollAddOptions = 0
	PollOptionText = 0
)

// PollOption is an element of options.
var PollOption = &Object{
	Name: "PollOption", Doc: "One option of a poll.",
	lookup: lookupPollOption,
	Members: []Member{
		{Name: "text", Type: String, Required: true, MinLen: 1, Doc: "The option's text."},
	},
}

// Poll is chats.polls.create's poll.
var Poll = &Object{
	Name: "Poll", Doc: "A poll; it has no title or question, send that as a text message.",
	lookup: lookupPoll,
	Members: []Member{
		{Name: "options", Type: Array, Elem: ObjectType, Object: PollOption, Required: true, MinLen: MinPollOptions, Doc: "At least two options."},
		{Name: "idempotency_key", Type: String, MaxLen: MaxIdempotency, Doc: "A retry with the same key is not sent twice."},
	},
}

// ChatsPollsCreateBody is the body of chats.polls.create.
var ChatsPollsCreateBody = &Object{
	Name: "ChatsPollsCreate", Doc: "Send a poll.",
	lookup: lookupChatsPollsCreate,
	Members: []Member{
		{Name: "poll", Type: ObjectType, Object: Poll, Required: true, Doc: "The poll."},
	},
}

// MessagesPollsAddBody is the body of messages.polls.add_options.
var MessagesPollsAddBody = &Object{
	Name: "MessagesPollsAddOptions", Doc: "Add options to a poll.",
	lookup: lookupMessagesPollsAddOptions,
	Members: []Member{
		{Name: "options", Type: Array, Elem: ObjectType, Object: PollOption, Required: true, MinLen: MinAddOptions, Doc: "At least one option."},
	},
}

// Members of messages.polls.vote.
const (
	VoteOperation = iota
	VoteOptionID
)

// MessagesPollsVoteBody is the body of messages.polls.vote.
var MessagesPollsVoteBody = &Object{
	Name: "MessagesPollsVote", Doc: "Vote in a poll.",
	lookup: lookupMessagesPollsVote,
	Members: []Member{
		{Name: "operation", Type: String, Required: true, Enum: Operations, Doc: "`add` or `remove`."},
		{Name: "option_id", Type: String, Format: "uuid", Required: true, Doc: "The option's id."},
	},
}

// Members of attachments.create.
const (
	AttachmentFilename = iota
	AttachmentContentType
	AttachmentSizeBytes
)

// AttachmentsCreateBody is the body of attachments.create.
var AttachmentsCreateBody = &Object{
	Name: "AttachmentsCreate", Doc: "Register a file to upload.",
	lookup: lookupAttachmentsCreate,
	Members: []Member{
		{Name: "filename", Type: String, Required: true, MinLen: 1, MaxLen: MaxFilename, Doc: "The file's name, 1 to 255 code points."},
		{Name: "content_type", Type: String, Required: true, Doc: "The file's media type."},
		{Name: "size_bytes", Type: Integer, Required: true, Min: 1, Max: MaxAttachment, Doc: "The file's size in bytes, up to 104857600 (100 MB)."},
	},
}
