package validate

// ruleID names a rule in the code: report(partsEmpty, …) reports parts-empty. It
// is the index of the rule's row in ruleTable.
type ruleID uint8

// The rules about one body, in documentation order.
const (
	jsonSyntax ruleID = iota
	jsonEncoding
	jsonType
	jsonIntegerForm
	jsonDuplicateKey
	jsonNull
	jsonLoneSurrogate
	kindUnknown
	fieldRequired
	fieldUnknown
	fieldMisplaced
	fieldResponseOnly
	stringWhitespace
	bodySize
	toEmpty
	toMax
	toLarge
	toHandle
	toDuplicate
	toSelf
	fromPhone
	excludeFromPhone
	continuationText
	continuationOnlyText
	continuationLink
	overrideOptout
	partsEmpty
	partsMax
	partsURLMediaMax
	partsConsecutiveText
	partsLinkAlone
	partsAppAlone
	partsAppClipAlone
	partType
	firstMessageLink
	firstMessageDomain
	firstMessageEffect
	firstMessageLinkRisk
	textEmpty
	textLength
	textBlank
	textPlaceholder
	textTemplate
	textMarkdown
	decorationRangeShape
	decorationRangeOrder
	decorationRangeBounds
	decorationRangeEmpty
	decorationSplitsSurrogate
	decorationSplitsGrapheme
	decorationKind
	decorationStyle
	decorationAnimation
	decorationOverlap
	decorationDuplicate
	mentionHandle
	mentionDirect
	mentionRecipient
	mentionAtSign
	mentionRange
	mediaSource
	mediaURL
	mediaURLPrivate
	mediaExtension
	mediaAudioFile
	mediaSMSFile
	attachmentID
	uuidNil
	linkURL
	linkLength
	linkInsecure
	appBundleID
	appName
	appTeamID
	appStoreID
	appURL
	appURLScheme
	appURLDataLong
	appFallbackLength
	cardEmpty
	cardTextLength
	cardImageText
	cardImageURL
	cardImageInsecure
	cardImageType
	appService
	appClipURL
	appClipHost
	appClipService
	experienceAlone
	experienceRecipient
	experienceParams
	experienceCheckout
	experienceLegacy
	stickerSource
	stickerRange
	stickerRangeEmpty
	stickerSplitsSurrogate
	stickerSplitsGrapheme
	stickerOverlap
	stickerMention
	stickerMax
	stickerImagesMax
	stickerURL
	stickerHost
	serviceDropsSticker
	reactStickerSource
	reactStickerRemove
	reactStickerOnly
	placementRange
	effectType
	effectName
	effectMismatch
	effectIncomplete
	effectLegacy
	serviceValue
	serviceDropsEffect
	serviceDropsDecorations
	serviceDropsMention
	serviceDropsReply
	serviceDropsPreview
	serviceEmail
	serviceNoFallback
	replyMessageID
	replyPartIndex
	idempotencyLength
	idempotencyEmpty
	idempotencyPlaceholder
	voicememoSource
	voicememoURL
	voicememoExtension
	editText
	reactOperation
	reactType
	reactEmoji
	reactEmojiExtra
	reactEmojiWord
	partIndex
	cardUpdateBoth
	cardUpdateApp
	cardUpdateInteractive
	pollOptions
	pollOptionDuplicate
	pollTitle
	pollVote
	attachmentFilename
	attachmentSize
	attachmentContentType
	attachmentTypeMismatch
	chatUpdateEmpty
	memberHandle
	memberPhone
	memberURL
	backgroundType
	backgroundRequired
	backgroundShades
	eventsEmpty
)

// ruleRow is what the checks know of a rule; package rules has its texts.
type ruleRow struct {
	id         string
	severity   Severity // the default
	apiCode    int16    // the error code of the API's response, 0 if unknown
	codeStated bool     // a source ties the code to the rule
}

// Whether a source ties a rule's API code to the rule, or the code follows from
// the general meaning of the codes.
const (
	stated   = true
	inferred = false
)

// ruleTable has the row of every rule about one body.
var ruleTable = [...]ruleRow{
	jsonSyntax:                {"json-syntax", Error, 1003, stated},
	jsonEncoding:              {"json-encoding", Error, 1003, inferred},
	jsonType:                  {"json-type", Error, 1003, inferred},
	jsonIntegerForm:           {"json-integer-form", Warning, 0, inferred},
	jsonDuplicateKey:          {"json-duplicate-key", Warning, 0, inferred},
	jsonNull:                  {"json-null", Warning, 0, inferred},
	jsonLoneSurrogate:         {"json-lone-surrogate", Warning, 0, inferred},
	kindUnknown:               {"kind-unknown", Error, 0, inferred},
	fieldRequired:             {"field-required", Error, 1001, stated},
	fieldUnknown:              {"field-unknown", Warning, 0, inferred},
	fieldMisplaced:            {"field-misplaced", Warning, 0, inferred},
	fieldResponseOnly:         {"field-response-only", Warning, 0, inferred},
	stringWhitespace:          {"string-whitespace", Error, 0, inferred},
	bodySize:                  {"body-size", Warning, 0, inferred},
	toEmpty:                   {"to-empty", Error, 1001, inferred},
	toMax:                     {"to-max", Error, 1005, inferred},
	toLarge:                   {"to-large", Warning, 0, inferred},
	toHandle:                  {"to-handle", Error, 1002, stated},
	toDuplicate:               {"to-duplicate", Warning, 0, inferred},
	toSelf:                    {"to-self", Error, 1005, stated},
	fromPhone:                 {"from-phone", Error, 1002, stated},
	excludeFromPhone:          {"exclude-from-phone", Error, 1002, inferred},
	continuationText:          {"continuation-text", Error, 1005, inferred},
	continuationOnlyText:      {"continuation-only-text", Warning, 0, inferred},
	continuationLink:          {"continuation-link", Note, 0, inferred},
	overrideOptout:            {"override-optout", Note, 0, inferred},
	partsEmpty:                {"parts-empty", Error, 1004, inferred},
	partsMax:                  {"parts-max", Error, 1004, inferred},
	partsURLMediaMax:          {"parts-url-media-max", Error, 1004, inferred},
	partsConsecutiveText:      {"parts-consecutive-text", Error, 1004, inferred},
	partsLinkAlone:            {"parts-link-alone", Error, 1004, stated},
	partsAppAlone:             {"parts-app-alone", Error, 1004, inferred},
	partsAppClipAlone:         {"parts-app-clip-alone", Error, 1004, inferred},
	partType:                  {"part-type", Error, 1004, inferred},
	firstMessageLink:          {"first-message-link", Error, 1005, stated},
	firstMessageDomain:        {"first-message-domain", Warning, 1005, inferred},
	firstMessageEffect:        {"first-message-effect", Warning, 1005, inferred},
	firstMessageLinkRisk:      {"first-message-link-risk", Note, 0, inferred},
	textEmpty:                 {"text-empty", Error, 1004, inferred},
	textLength:                {"text-length", Error, 1004, inferred},
	textBlank:                 {"text-blank", Warning, 0, inferred},
	textPlaceholder:           {"text-placeholder", Warning, 0, inferred},
	textTemplate:              {"text-template", Note, 0, inferred},
	textMarkdown:              {"text-markdown", Note, 0, inferred},
	decorationRangeShape:      {"decoration-range-shape", Error, 1003, inferred},
	decorationRangeOrder:      {"decoration-range-order", Error, 1005, inferred},
	decorationRangeBounds:     {"decoration-range-bounds", Error, 1005, inferred},
	decorationRangeEmpty:      {"decoration-range-empty", Warning, 0, inferred},
	decorationSplitsSurrogate: {"decoration-splits-surrogate", Warning, 0, inferred},
	decorationSplitsGrapheme:  {"decoration-splits-grapheme", Warning, 0, inferred},
	decorationKind:            {"decoration-kind", Error, 1005, inferred},
	decorationStyle:           {"decoration-style", Error, 1005, inferred},
	decorationAnimation:       {"decoration-animation", Error, 1005, inferred},
	decorationOverlap:         {"decoration-overlap", Error, 1005, inferred},
	decorationDuplicate:       {"decoration-duplicate", Note, 0, inferred},
	mentionHandle:             {"mention-handle", Error, 1002, inferred},
	mentionDirect:             {"mention-direct", Error, 2023, stated},
	mentionRecipient:          {"mention-recipient", Warning, 0, inferred},
	mentionAtSign:             {"mention-at-sign", Warning, 0, inferred},
	mentionRange:              {"mention-range", Error, 1005, inferred},
	mediaSource:               {"media-source", Error, 1004, inferred},
	mediaURL:                  {"media-url", Error, 1005, inferred},
	mediaURLPrivate:           {"media-url-private", Warning, 5002, inferred},
	mediaExtension:            {"media-extension", Warning, 5004, inferred},
	mediaAudioFile:            {"media-audio-file", Note, 0, inferred},
	mediaSMSFile:              {"media-sms-file", Warning, 0, inferred},
	attachmentID:              {"attachment-id", Error, 1005, inferred},
	uuidNil:                   {"uuid-nil", Warning, 0, inferred},
	linkURL:                   {"link-url", Error, 1004, inferred},
	linkLength:                {"link-length", Error, 1004, inferred},
	linkInsecure:              {"link-insecure", Warning, 0, inferred},
	appBundleID:               {"app-bundle-id", Error, 1008, inferred},
	appName:                   {"app-name", Error, 1008, stated},
	appTeamID:                 {"app-team-id", Error, 1008, stated},
	appStoreID:                {"app-store-id", Error, 1008, inferred},
	appURL:                    {"app-url", Error, 1008, inferred},
	appURLScheme:              {"app-url-scheme", Warning, 1008, inferred},
	appURLDataLong:            {"app-url-data-long", Warning, 1008, inferred},
	appFallbackLength:         {"app-fallback-length", Error, 1008, inferred},
	cardEmpty:                 {"card-empty", Error, 1008, inferred},
	cardTextLength:            {"card-text-length", Error, 1008, inferred},
	cardImageText:             {"card-image-text", Error, 1008, inferred},
	cardImageURL:              {"card-image-url", Error, 1008, inferred},
	cardImageInsecure:         {"card-image-insecure", Warning, 5007, inferred},
	cardImageType:             {"card-image-type", Warning, 5006, inferred},
	appService:                {"app-service", Error, 2018, stated},
	appClipURL:                {"app-clip-url", Error, 1004, inferred},
	appClipHost:               {"app-clip-host", Note, 0, inferred},
	appClipService:            {"app-clip-service", Error, 2028, stated},
	experienceAlone:           {"experience-alone", Error, 1004, inferred},
	experienceRecipient:       {"experience-recipient", Error, 1004, inferred},
	experienceParams:          {"experience-params", Error, 1005, inferred},
	experienceCheckout:        {"experience-checkout", Warning, 1005, inferred},
	experienceLegacy:          {"experience-legacy", Warning, 0, inferred},
	stickerSource:             {"sticker-source", Error, 1004, inferred},
	stickerRange:              {"sticker-range", Error, 1005, inferred},
	stickerRangeEmpty:         {"sticker-range-empty", Warning, 0, inferred},
	stickerSplitsSurrogate:    {"sticker-splits-surrogate", Error, 1005, inferred},
	stickerSplitsGrapheme:     {"sticker-splits-grapheme", Warning, 0, inferred},
	stickerOverlap:            {"sticker-overlap", Error, 1005, inferred},
	stickerMention:            {"sticker-mention", Error, 1005, inferred},
	stickerMax:                {"sticker-max", Error, 1005, inferred},
	stickerImagesMax:          {"sticker-images-max", Error, 1005, inferred},
	stickerURL:                {"sticker-url", Error, 1005, inferred},
	stickerHost:               {"sticker-host", Warning, 0, inferred},
	serviceDropsSticker:       {"service-drops-sticker", Warning, 0, inferred},
	reactStickerSource:        {"react-sticker-source", Error, 1001, inferred},
	reactStickerRemove:        {"react-sticker-remove", Error, 1005, inferred},
	reactStickerOnly:          {"react-sticker-only", Warning, 0, inferred},
	placementRange:            {"placement-range", Warning, 0, inferred},
	effectType:                {"effect-type", Error, 1005, inferred},
	effectName:                {"effect-name", Warning, 0, inferred},
	effectMismatch:            {"effect-mismatch", Error, 1005, inferred},
	effectIncomplete:          {"effect-incomplete", Warning, 0, inferred},
	effectLegacy:              {"effect-legacy", Warning, 0, inferred},
	serviceValue:              {"service-value", Error, 1005, inferred},
	serviceDropsEffect:        {"service-drops-effect", Warning, 0, inferred},
	serviceDropsDecorations:   {"service-drops-decorations", Warning, 0, inferred},
	serviceDropsMention:       {"service-drops-mention", Warning, 0, inferred},
	serviceDropsReply:         {"service-drops-reply", Warning, 0, inferred},
	serviceDropsPreview:       {"service-drops-preview", Warning, 0, inferred},
	serviceEmail:              {"service-email", Warning, 0, inferred},
	serviceNoFallback:         {"service-no-fallback", Note, 0, inferred},
	replyMessageID:            {"reply-message-id", Error, 1005, inferred},
	replyPartIndex:            {"reply-part-index", Error, 1005, inferred},
	idempotencyLength:         {"idempotency-length", Error, 1005, inferred},
	idempotencyEmpty:          {"idempotency-empty", Warning, 0, inferred},
	idempotencyPlaceholder:    {"idempotency-placeholder", Warning, 0, inferred},
	voicememoSource:           {"voicememo-source", Error, 1001, inferred},
	voicememoURL:              {"voicememo-url", Error, 1005, inferred},
	voicememoExtension:        {"voicememo-extension", Warning, 5004, inferred},
	editText:                  {"edit-text", Error, 1005, inferred},
	reactOperation:            {"react-operation", Error, 1005, inferred},
	reactType:                 {"react-type", Error, 1005, inferred},
	reactEmoji:                {"react-emoji", Error, 1001, inferred},
	reactEmojiExtra:           {"react-emoji-extra", Warning, 0, inferred},
	reactEmojiWord:            {"react-emoji-word", Warning, 0, inferred},
	partIndex:                 {"part-index", Error, 1005, inferred},
	cardUpdateBoth:            {"card-update-both", Error, 1005, inferred},
	cardUpdateApp:             {"card-update-app", Note, 0, inferred},
	cardUpdateInteractive:     {"card-update-interactive", Note, 0, inferred},
	pollOptions:               {"poll-options", Error, 1005, inferred},
	pollOptionDuplicate:       {"poll-option-duplicate", Warning, 0, inferred},
	pollTitle:                 {"poll-title", Warning, 0, inferred},
	pollVote:                  {"poll-vote", Error, 1005, inferred},
	attachmentFilename:        {"attachment-filename", Error, 1005, inferred},
	attachmentSize:            {"attachment-size", Error, 5005, inferred},
	attachmentContentType:     {"attachment-content-type", Warning, 5004, inferred},
	attachmentTypeMismatch:    {"attachment-type-mismatch", Warning, 5006, inferred},
	chatUpdateEmpty:           {"chat-update-empty", Warning, 0, inferred},
	memberHandle:              {"member-handle", Error, 1002, inferred},
	memberPhone:               {"member-phone", Error, 1002, inferred},
	memberURL:                 {"member-url", Error, 1005, inferred},
	backgroundType:            {"background-type", Error, 1005, inferred},
	backgroundRequired:        {"background-required", Error, 1001, inferred},
	backgroundShades:          {"background-shades", Error, 1005, inferred},
	eventsEmpty:               {"events-empty", Warning, 0, inferred},
}

// ruleSince has the date on which a rule came in or became an error, for
// [WithAsOf]; "" for what the first version had.
var ruleSince = [len(ruleTable)]string{}
