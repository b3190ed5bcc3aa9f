package validate

// What the rules say, in the order of ruleTable but for the last groups. The words
// in braces are the arguments of [Diagnostic.Args]; a sentence, its reason and
// their names are stable, the English is not.
var (
	sayRoot              = sentence{jsonSyntax, "root", "the root is {actual}; a request body is an object"}
	sayType              = sentence{jsonType, "member", "{name:q} is {actual}; it must be {want}"}
	sayElementType       = sentence{jsonType, "element", "element is {actual}; it must be {want}"}
	sayInteger           = sentence{jsonType, "integer", "{name:q} is {actual}; it must be {want}"}
	sayElementInteger    = sentence{jsonType, "element-integer", "element is {actual}; it must be {want}"}
	sayIntegerForm       = sentence{jsonIntegerForm, "", "integer written as {value}; strict decoders accept only {want}"}
	sayDuplicateKey      = sentence{jsonDuplicateKey, "", "duplicate member {name:q}; only the last one is used"}
	sayNull              = sentence{jsonNull, "", "{name:q} is null, which counts as absent"}
	sayLoneSurrogate     = sentence{jsonLoneSurrogate, "", "a \\u escape is half of a surrogate pair; the other half is missing"}
	sayNoKind            = sentence{kindUnknown, "members", "cannot tell which request this is: no request kind has these members"}
	sayResponse          = sentence{kindUnknown, "response", "this is {what}, not a request"}
	sayMissing           = sentence{fieldRequired, "missing", "missing required member {name:q}"}
	sayRequiredNull      = sentence{fieldRequired, "null", "required member {name:q} is null"}
	sayUnknownMember     = sentence{fieldUnknown, "", "unknown member {name:q}"}
	sayInsideMessage     = sentence{fieldMisplaced, "inside-message", "{name:q} belongs next to \"message\", not inside it; here it may be ignored"}
	sayNoMessage         = sentence{fieldUnknown, "no-message", "{name:q} belongs in a message, which {kind} does not have; it may be ignored"}
	sayOtherPart         = sentence{fieldMisplaced, "other-part", "{part} parts have no {name:q}; it may be ignored"}
	sayChatDecides       = sentence{fieldMisplaced, "chat-decides", "{name:q} is ignored: the chat in the path decides who gets the message"}
	sayLineChosen        = sentence{fieldMisplaced, "line-chosen", "{name:q} is ignored: messages.create chooses the line itself"}
	sayOutsideMessage    = sentence{fieldMisplaced, "outside-message", "{name:q} belongs inside \"message\"; here it may be ignored"}
	sayKeyOutside        = sentence{fieldMisplaced, "key-outside", "{name:q} belongs inside \"message\"; if the API ignores it here, a retry sends the message twice"}
	sayKeyListed         = sentence{fieldMisplaced, "key-listed", "{name:q} is outside \"message\", where the reference lists it without saying body or header; if the API ignores it there, a retry sends the message twice"}
	sayResponseOnly      = sentence{fieldResponseOnly, "", "{name:q} is a member of the API's responses, not of requests"}
	sayWhitespace        = sentence{stringWhitespace, "", "leading or trailing white space around {value:q}"}
	sayBodySize          = sentence{bodySize, "", "the body has {actual} bytes; an ordinary one has at most {limit}"}
	sayToEmpty           = sentence{toEmpty, "", "\"to\" is empty; at least one recipient is required"}
	sayToMax             = sentence{toMax, "", "\"to\" has {actual} recipients; chats.create allows at most {limit}"}
	sayToLarge           = sentence{toLarge, "", "\"to\" has {actual} recipients; the documented limit of chats.create is {limit}"}
	sayToHandle          = sentence{toHandle, "", "recipient {value:q} is neither an E.164 number nor an email address"}
	sayToEmail           = sentence{toHandle, "email", "recipient {value:q} is not an email address of the form name@domain.tld"}
	sayToDuplicate       = sentence{toDuplicate, "", "duplicate recipient {value:q}"}
	sayToDuplicateDirect = sentence{toDuplicate, "direct", "duplicate recipient {value:q}; this is a direct chat, not a group"}
	sayToSelf            = sentence{toSelf, "", "\"to\" contains the sender {value:q}"}
	sayContinuationExtra = sentence{continuationOnlyText, "", "continuation_message carries only text, not {name:q}"}
	sayContinuationLink  = sentence{continuationLink, "", "a URL in the first text on a fresh line raises the risk that the line is flagged"}
	sayOverrideOptout    = sentence{overrideOptout, "", "recipients who opted out get the message too; each override is recorded against the API key"}

	// Parts and their text.
	sayPartsEmpty          = sentence{partsEmpty, "", "\"parts\" is empty; a message needs at least one part"}
	sayPartsMax            = sentence{partsMax, "", "\"parts\" has {actual} elements, but at most {limit} are allowed"}
	sayPartsURLMediaMax    = sentence{partsURLMediaMax, "", "{actual} media parts have a public url, but at most {limit} are allowed"}
	sayConsecutiveText     = sentence{partsConsecutiveText, "", "consecutive text parts are not allowed"}
	sayFirstLinkPart       = sentence{firstMessageLink, "part", "the first message of a chat must not contain a link"}
	sayFirstURL            = sentence{firstMessageLink, "text", "the first message of a chat must not contain a URL, but has {value:q}"}
	sayFirstDomain         = sentence{firstMessageDomain, "", "{value:q} may be taken for a URL, which the first message of a chat must not contain"}
	sayFirstMessage        = sentence{firstMessageEffect, "maybe-new", "{name} is not allowed in the first message of a chat, in case the chat is new"}
	sayNewChat             = sentence{firstMessageEffect, "new", "{name} is not allowed in the first message of a new chat"}
	sayFirstLinkRisk       = sentence{firstMessageLinkRisk, "part", "a link as the first message on a fresh line raises the risk that the line is flagged"}
	sayFirstURLRisk        = sentence{firstMessageLinkRisk, "text", "a URL in the first message on a fresh line raises the risk that the line is flagged"}
	sayTextEmpty           = sentence{textEmpty, "", "value is empty; it needs 1 to {limit} {unit}"}
	sayTextBlank           = sentence{textBlank, "", "value is blank: the bubble looks empty"}
	sayTextPlaceholder     = sentence{textPlaceholder, "", "the text contains \"[object Object]\""}
	sayTextTemplate        = sentence{textTemplate, "", "the text contains an unrendered template"}
	sayMarkdown            = sentence{textMarkdown, "", "{what} is sent literally: the API does not render Markdown"}
	saySplitsSurrogate     = sentence{decorationSplitsSurrogate, "", "range {range} cuts through a surrogate pair, the two UTF-16 code units of one code point"}
	saySplitsGrapheme      = sentence{decorationSplitsGrapheme, "", "range {range} cuts through a grapheme cluster, which readers see as one"}
	sayDecorationNone      = sentence{decorationKind, "none", "decoration has neither style nor animation; one is required"}
	sayDecorationBoth      = sentence{decorationKind, "both", "decoration has both style and animation; exactly one is allowed"}
	sayOverlap             = sentence{decorationOverlap, "", "{later} overlaps {earlier}; an animation must not overlap anything"}
	sayDuplicateDecoration = sentence{decorationDuplicate, "", "duplicate decoration: {later}"}
	sayMentionHandle       = sentence{mentionHandle, "", "mention is {value:q}, neither an E.164 number nor an email address"}
	sayMentionDirect       = sentence{mentionDirect, "", "mentions work in group chats only, and this message has one recipient"}
	sayMentionRecipient    = sentence{mentionRecipient, "", "{value:q} is mentioned but is not a recipient"}
	sayMentionAt           = sentence{mentionAtSign, "", "the highlighted text starts with \"@\", which Messages does not need: it highlights the name itself"}
	sayMentionRangeAlone   = sentence{mentionRange, "alone", "mention_range requires mention"}
	sayMediaNone           = sentence{mediaSource, "none", "media part has neither url nor attachment_id; one is required"}
	sayMediaBoth           = sentence{mediaSource, "both", "media part has both url and attachment_id; exactly one is allowed"}
	sayCredentials         = sentence{mediaURLPrivate, "credentials", "the URL contains credentials; the API downloads public URLs only"}
	sayPrivateAddress      = sentence{mediaURLPrivate, "address", "host {host:q} is a loopback, private or link-local address; the API downloads public URLs only"}
	sayThisMachine         = sentence{mediaURLPrivate, "loopback", "host {host:q} is not reachable from the API's servers"}
	sayNoDot               = sentence{mediaURLPrivate, "no-dot", "host {host:q} looks like a local network name; the API downloads public URLs only"}
	sayLocalNetwork        = sentence{mediaURLPrivate, "local", "host {host:q} is a local network name; the API downloads public URLs only"}
	sayMediaExtension      = sentence{mediaExtension, "unsupported", ".{extension} is not a supported media type"}
	sayMediaRejected       = sentence{mediaExtension, "rejected", ".{extension} files are rejected"}
	sayAudioFile           = sentence{mediaAudioFile, "", "audio in a media part arrives as a file, not as a voice memo"}
	saySMSFile             = sentence{mediaSMSFile, "", "SMS delivers images and videos only, not .{extension} files"}
	sayNilUUID             = sentence{uuidNil, "", "{name} is the nil UUID"}
	sayLinkURL             = sentence{linkURL, "", "value is {value:q}, not an absolute http or https URL"}
	sayLinkInsecure        = sentence{linkInsecure, "", "no preview is made for http:// links"}

	// Cards, options and the other kinds.
	sayBundleColon         = sentence{appBundleID, "colon", "bundle_id is {value:q}; it must not contain a colon"}
	sayTeamID              = sentence{appTeamID, "", "team_id is {value:q}; it must be {limit} digits or letters A to Z in upper case"}
	sayStoreID             = sentence{appStoreID, "", "app_store_id is {actual}; it must be at least {least}"}
	sayAppURL              = sentence{appURL, "", "url is {value:q}, not an absolute URI"}
	sayAppScheme           = sentence{appURLScheme, "", "url starts with {value:q}; later documentation allows only https: and data:"}
	sayDataLong            = sentence{appURLDataLong, "", "the data: URL has {actual} code points; the reference page allows {limit}"}
	sayCardEmpty           = sentence{cardEmpty, "", "the card is empty: set a caption, subcaption, trailing_caption, trailing_subcaption or image_url"}
	sayImageText           = sentence{cardImageText, "", "{name} needs image_url: it is drawn over the image"}
	sayImageURL            = sentence{cardImageURL, "", "image_url is {value:q}, not an absolute http or https URL"}
	sayImageInsecure       = sentence{cardImageInsecure, "", "image_url starts with http://; the API may refuse to download it"}
	sayImageType           = sentence{cardImageType, "", "image_url ends in .{extension}; card images are {allowed}"}
	sayAppService          = sentence{appService, "", "{what} need iMessage, but the service is {service}"}
	sayAppClipHost         = sentence{appClipHost, "", "host {host:q} is not part of {domain}; the page must be a registered App Clip"}
	sayAppClipService      = sentence{appClipService, "", "App Clips need iMessage, but the service is {service}"}
	sayExperienceAlone     = sentence{experienceAlone, "", "message has both experience and parts; only one is allowed"}
	sayExperienceRecipient = sentence{experienceRecipient, "", "an experience takes one recipient, but \"to\" has {actual}"}
	sayExperienceParams    = sentence{experienceParams, "", "param {name:q} is {actual}; only strings, numbers and booleans are allowed"}
	sayEffectName          = sentence{effectName, "", "unknown effect {value:q}; it will not be shown"}
	sayEffectMismatch      = sentence{effectMismatch, "", "{value:q} is a {want} effect, but type is {type:q}"}
	sayEffectIncomplete    = sentence{effectIncomplete, "missing", "effect has no {name}; it needs both name and type"}
	sayEffectEmpty         = sentence{effectIncomplete, "empty", "effect has neither name nor type; it needs both name and type"}
	sayEffectLegacy        = sentence{effectLegacy, "", "{name:q} is ignored: the message has no effect"}
	sayDropsPreview        = sentence{serviceDropsPreview, "", "SMS shows no link preview: the link arrives as a bare URL"}
	sayServiceEmail        = sentence{serviceEmail, "", "email recipients need iMessage, but the service is {service}"}
	sayNoFallback          = sentence{serviceNoFallback, "", "iMessage has no fallback: the send fails if the recipient is not on iMessage"}
	sayKeyEmpty            = sentence{idempotencyEmpty, "", "idempotency_key is empty and does not prevent duplicate sends"}
	sayKeyPlaceholder      = sentence{idempotencyPlaceholder, "", "idempotency_key is a placeholder: every message would share {value:q}"}
	sayVoicememoNone       = sentence{voicememoSource, "none", "voice memo has neither voice_memo_url nor attachment_id; one is required"}
	sayVoicememoBoth       = sentence{voicememoSource, "both", "voice memo has both voice_memo_url and attachment_id; exactly one is allowed"}
	sayVoicememoExtension  = sentence{voicememoExtension, "", "voice_memo_url ends in .{extension}; voice memos are {allowed}"}
	sayEmojiMissing        = sentence{reactEmoji, "", "type \"custom\" requires custom_emoji"}
	sayEmojiExtra          = sentence{reactEmojiExtra, "", "custom_emoji is only used with type \"custom\"; type is {type:q}"}
	sayEmojiWord           = sentence{reactEmojiWord, "", "{name} is {value:q}, not a single emoji"}
	sayUpdateBoth          = sentence{cardUpdateBoth, "", "update has both url and experience; only one is allowed"}
	sayUpdateApp           = sentence{cardUpdateApp, "", "only lines with zero-day retention use app; on others the card's app is inherited"}
	sayUpdateInteractive   = sentence{cardUpdateInteractive, "", "interactive is missing and becomes true: it is not inherited from the card"}
	sayPollOptions         = sentence{pollOptions, "few", "\"options\" has {actual:element}, but at least {least} are required"}
	sayPollOptionEmpty     = sentence{pollOptions, "empty", "empty option text"}
	sayPollDuplicate       = sentence{pollOptionDuplicate, "", "duplicate option {value:q}: voters cannot tell the two apart"}
	sayPollTitle           = sentence{pollTitle, "", "polls have no {name:q}, only options"}
	sayAttachmentSize      = sentence{attachmentSize, "", "size_bytes is {actual}; it must be from 1 to {limit}"}
	sayContentType         = sentence{attachmentContentType, "unknown", "content_type {value:q} is not documented"}
	sayContentTypeRejected = sentence{attachmentContentType, "rejected", "content_type {value:q} is rejected"}
	sayTypeMismatch        = sentence{attachmentTypeMismatch, "", "filename ends in .{extension}, but content_type {value:q} expects {allowed}"}
)

// The kinds that are known by their tables, and former shapes.
var (
	sayUpdateEmpty      = sentence{chatUpdateEmpty, "", "the update changes nothing: it has neither display_name nor group_chat_icon"}
	sayMemberHandle     = sentence{memberHandle, "", "{name} is {value:q}, neither an E.164 number nor an email address"}
	sayMemberAddress    = sentence{memberHandle, "phone", "{name} is {value:q}, not an E.164 number (+ and 2 to {limit} digits)"}
	sayMemberSender     = sentence{memberHandle, "sender", "{name} is {value:q}, not an E.164 number, an email address, a short code or a sender id"}
	sayMemberURL        = sentence{memberURL, "", "{name} is {value:q}, not an absolute http or https URL"}
	sayEventsEmpty      = sentence{eventsEmpty, "", "\"subscribed_events\" is empty: no event will be sent"}
	sayBackgroundNeeds  = sentence{backgroundRequired, "", "a {type} background requires {name}"}
	sayShades           = sentence{backgroundShades, "", "\"shades\" must be {limit} colors of the form #RRGGBB"}
	sayExperienceLegacy = sentence{experienceLegacy, "", "\"{name}\" is a former shape of \"experience\" and is ignored"}
	sayCheckoutMissing  = sentence{experienceCheckout, "missing", "a payment request requires params.checkout_url"}
)

// Stickers.
var (
	sayStickerNone      = sentence{stickerSource, "none", "sticker has neither url nor attachment_id; one is required"}
	sayStickerBoth      = sentence{stickerSource, "both", "sticker has both url and attachment_id; exactly one is allowed"}
	sayStickerEmpty     = sentence{stickerRangeEmpty, "", "range {range} is empty: the sticker replaces nothing"}
	sayStickerSurrogate = sentence{stickerSplitsSurrogate, "", "range {range} cuts through a surrogate pair, the two UTF-16 code units of one code point"}
	sayStickerGrapheme  = sentence{stickerSplitsGrapheme, "", "range {range} cuts through a grapheme cluster, which readers see as one"}
	sayStickerOverlap   = sentence{stickerOverlap, "", "sticker on {range} overlaps {other}; a sticker must not overlap anything"}
	sayStickerMention   = sentence{stickerMention, "", "a text part cannot have both mention and inline stickers"}
	sayStickerMax       = sentence{stickerMax, "", "\"inline_stickers\" has {actual:element}, but at most {limit} are allowed"}
	sayStickerImages    = sentence{stickerImagesMax, "", "the stickers have more than {limit} different images"}
	sayStickerHost      = sentence{stickerHost, "", "host {host:q} is not part of {domain}; the image of a sticker must already be uploaded"}
	sayStickerPhoto     = sentence{serviceDropsSticker, "photo", "{service} sends the sticker as a photo"}
	sayReactStickerNone = sentence{reactStickerSource, "none", "type \"sticker\" requires emoji, url or attachment_id"}
	sayReactStickerMany = sentence{reactStickerSource, "many", "sticker has {actual} of emoji, url and attachment_id; exactly one is allowed"}
	sayStickerRemove    = sentence{reactStickerRemove, "", "a sticker reaction cannot be removed"}
	sayStickerOnly      = sentence{reactStickerOnly, "", "{name} is only used with type \"sticker\"; type is {type:q}"}
	sayPlacement        = sentence{placementRange, "", "{name} is {actual}; it must be from {least} to {most}"}
)

// The sentences that several rules share: reportAs names the rule.
var (
	sayPhone         = sentence{0, "", "{name} is {value:q}, not an E.164 number (+ and 2 to {limit} digits)"}
	sayAlone         = sentence{0, "", "{part} must be the only part, but there are {actual}"}
	saySwapped       = sentence{0, "swapped", "{value:q} is {other:a}, not {member:a}"}
	sayHTTP          = sentence{0, "insecure", "{name} starts with http://; https:// is required"}
	sayHTTPS         = sentence{0, "", "{name} is {value:q}, not an absolute https URL"}
	sayDropped       = sentence{0, "", "{service} silently drops {what}; only iMessage shows it"}
	sayPartIndex     = sentence{0, "", "part_index is {actual}; it must be from 0 to {limit}"}
	sayTooLong       = sentence{0, "long", "{name} has {actual} {unit}, but at most {limit} are allowed"}
	sayEmpty         = sentence{0, "empty", "{name} is empty; it needs 1 to {limit} {unit}"}
	sayRangeShape    = sentence{0, "shape", "range has {actual:element}; it needs 2, start and end"}
	sayRangeNegative = sentence{0, "negative", "range is {range}; offsets count from 0"}
	sayRangeOrder    = sentence{0, "order", "range starts at {from}, but ends before that, at {to}"}
	sayRangeBounds   = sentence{0, "bounds", "range ends at {actual}, but value has {limit:UTF-16 code unit}"}
	sayRangeEmpty    = sentence{0, "empty", "range {range} is empty: nothing is decorated"}
	sayNotIn         = sentence{0, "value", "{name} is {value:q}; it must be {allowed}"}
	sayUUID          = sentence{0, "uuid", "{name} is {value:q}, not a UUID (8-4-4-4-12 hexadecimal digits)"}
)
