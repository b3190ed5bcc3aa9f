package validate

// ruleID names a rule in the code: a sentence with partsEmpty reports parts-empty.
// It is the index of the rule's row in ruleTable.
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
	jsonSyntax:                {"json-syntax", SeverityError, 1003, stated},
	jsonEncoding:              {"json-encoding", SeverityError, 1003, inferred},
	jsonType:                  {"json-type", SeverityError, 1003, inferred},
	jsonIntegerForm:           {"json-integer-form", SeverityWarning, 0, inferred},
	jsonDuplicateKey:          {"json-duplicate-key", SeverityWarning, 0, inferred},
	jsonNull:                  {"json-null", SeverityWarning, 0, inferred},
	jsonLoneSurrogate:         {"json-lone-surrogate", SeverityWarning, 0, inferred},
	kindUnknown:               {"kind-unknown", SeverityError, 0, inferred},
	fieldRequired:             {"field-required", SeverityError, 1001, stated},
	fieldUnknown:              {"field-unknown", SeverityWarning, 0, inferred},
	fieldMisplaced:            {"field-misplaced", SeverityWarning, 0, inferred},
	fieldResponseOnly:         {"field-response-only", SeverityWarning, 0, inferred},
	stringWhitespace:          {"string-whitespace", SeverityError, 0, inferred},
	bodySize:                  {"body-size", SeverityWarning, 0, inferred},
	toEmpty:                   {"to-empty", SeverityError, 1001, inferred},
	toMax:                     {"to-max", SeverityError, 1005, inferred},
	toLarge:                   {"to-large", SeverityWarning, 0, inferred},
	toHandle:                  {"to-handle", SeverityError, 1002, stated},
	toDuplicate:               {"to-duplicate", SeverityWarning, 0, inferred},
	toSelf:                    {"to-self", SeverityError, 1005, stated},
	fromPhone:                 {"from-phone", SeverityError, 1002, stated},
	excludeFromPhone:          {"exclude-from-phone", SeverityError, 1002, inferred},
	continuationText:          {"continuation-text", SeverityError, 1005, inferred},
	continuationOnlyText:      {"continuation-only-text", SeverityWarning, 0, inferred},
	continuationLink:          {"continuation-link", SeverityNote, 0, inferred},
	overrideOptout:            {"override-optout", SeverityNote, 0, inferred},
	partsEmpty:                {"parts-empty", SeverityError, 1004, inferred},
	partsMax:                  {"parts-max", SeverityError, 1004, inferred},
	partsURLMediaMax:          {"parts-url-media-max", SeverityError, 1004, inferred},
	partsConsecutiveText:      {"parts-consecutive-text", SeverityError, 1004, inferred},
	partsLinkAlone:            {"parts-link-alone", SeverityError, 1004, stated},
	partsAppAlone:             {"parts-app-alone", SeverityError, 1004, inferred},
	partsAppClipAlone:         {"parts-app-clip-alone", SeverityError, 1004, inferred},
	partType:                  {"part-type", SeverityError, 1004, inferred},
	firstMessageLink:          {"first-message-link", SeverityError, 1005, stated},
	firstMessageDomain:        {"first-message-domain", SeverityWarning, 1005, inferred},
	firstMessageEffect:        {"first-message-effect", SeverityWarning, 1005, inferred},
	firstMessageLinkRisk:      {"first-message-link-risk", SeverityNote, 0, inferred},
	textEmpty:                 {"text-empty", SeverityError, 1004, inferred},
	textLength:                {"text-length", SeverityError, 1004, inferred},
	textBlank:                 {"text-blank", SeverityWarning, 0, inferred},
	textPlaceholder:           {"text-placeholder", SeverityWarning, 0, inferred},
	textTemplate:              {"text-template", SeverityNote, 0, inferred},
	textMarkdown:              {"text-markdown", SeverityNote, 0, inferred},
	decorationRangeShape:      {"decoration-range-shape", SeverityError, 1003, inferred},
	decorationRangeOrder:      {"decoration-range-order", SeverityError, 1005, inferred},
	decorationRangeBounds:     {"decoration-range-bounds", SeverityError, 1005, inferred},
	decorationRangeEmpty:      {"decoration-range-empty", SeverityWarning, 0, inferred},
	decorationSplitsSurrogate: {"decoration-splits-surrogate", SeverityWarning, 0, inferred},
	decorationSplitsGrapheme:  {"decoration-splits-grapheme", SeverityWarning, 0, inferred},
	decorationKind:            {"decoration-kind", SeverityError, 1005, inferred},
	decorationStyle:           {"decoration-style", SeverityError, 1005, inferred},
	decorationAnimation:       {"decoration-animation", SeverityError, 1005, inferred},
	decorationOverlap:         {"decoration-overlap", SeverityError, 1005, inferred},
	decorationDuplicate:       {"decoration-duplicate", SeverityNote, 0, inferred},
	mentionHandle:             {"mention-handle", SeverityError, 1002, inferred},
	mentionDirect:             {"mention-direct", SeverityError, 2023, stated},
	mentionRecipient:          {"mention-recipient", SeverityWarning, 0, inferred},
	mentionAtSign:             {"mention-at-sign", SeverityWarning, 0, inferred},
	mentionRange:              {"mention-range", SeverityError, 1005, inferred},
	mediaSource:               {"media-source", SeverityError, 1004, inferred},
	mediaURL:                  {"media-url", SeverityError, 1005, inferred},
	mediaURLPrivate:           {"media-url-private", SeverityWarning, 5002, inferred},
	mediaExtension:            {"media-extension", SeverityWarning, 5004, inferred},
	mediaAudioFile:            {"media-audio-file", SeverityNote, 0, inferred},
	mediaSMSFile:              {"media-sms-file", SeverityWarning, 0, inferred},
	attachmentID:              {"attachment-id", SeverityError, 1005, inferred},
	uuidNil:                   {"uuid-nil", SeverityWarning, 0, inferred},
	linkURL:                   {"link-url", SeverityError, 1004, inferred},
	linkLength:                {"link-length", SeverityError, 1004, inferred},
	linkInsecure:              {"link-insecure", SeverityWarning, 0, inferred},
	appBundleID:               {"app-bundle-id", SeverityError, 1008, inferred},
	appName:                   {"app-name", SeverityError, 1008, stated},
	appTeamID:                 {"app-team-id", SeverityError, 1008, stated},
	appStoreID:                {"app-store-id", SeverityError, 1008, inferred},
	appURL:                    {"app-url", SeverityError, 1008, inferred},
	appURLScheme:              {"app-url-scheme", SeverityWarning, 1008, inferred},
	appURLDataLong:            {"app-url-data-long", SeverityWarning, 1008, inferred},
	appFallbackLength:         {"app-fallback-length", SeverityError, 1008, inferred},
	cardEmpty:                 {"card-empty", SeverityError, 1008, inferred},
	cardTextLength:            {"card-text-length", SeverityError, 1008, inferred},
	cardImageText:             {"card-image-text", SeverityError, 1008, inferred},
	cardImageURL:              {"card-image-url", SeverityError, 1008, inferred},
	cardImageInsecure:         {"card-image-insecure", SeverityWarning, 5007, inferred},
	cardImageType:             {"card-image-type", SeverityWarning, 5006, inferred},
	appService:                {"app-service", SeverityError, 2018, stated},
	appClipURL:                {"app-clip-url", SeverityError, 1004, inferred},
	appClipHost:               {"app-clip-host", SeverityNote, 0, inferred},
	appClipService:            {"app-clip-service", SeverityError, 2028, stated},
	experienceAlone:           {"experience-alone", SeverityError, 1004, inferred},
	experienceRecipient:       {"experience-recipient", SeverityError, 1004, inferred},
	experienceParams:          {"experience-params", SeverityError, 1005, inferred},
	experienceCheckout:        {"experience-checkout", SeverityWarning, 1005, inferred},
	experienceLegacy:          {"experience-legacy", SeverityWarning, 0, inferred},
	stickerSource:             {"sticker-source", SeverityError, 1004, inferred},
	stickerRange:              {"sticker-range", SeverityError, 1005, inferred},
	stickerRangeEmpty:         {"sticker-range-empty", SeverityWarning, 0, inferred},
	stickerSplitsSurrogate:    {"sticker-splits-surrogate", SeverityError, 1005, inferred},
	stickerSplitsGrapheme:     {"sticker-splits-grapheme", SeverityWarning, 0, inferred},
	stickerOverlap:            {"sticker-overlap", SeverityError, 1005, inferred},
	stickerMention:            {"sticker-mention", SeverityError, 1005, inferred},
	stickerMax:                {"sticker-max", SeverityError, 1005, inferred},
	stickerImagesMax:          {"sticker-images-max", SeverityError, 1005, inferred},
	stickerURL:                {"sticker-url", SeverityError, 1005, inferred},
	stickerHost:               {"sticker-host", SeverityWarning, 0, inferred},
	serviceDropsSticker:       {"service-drops-sticker", SeverityWarning, 0, inferred},
	reactStickerSource:        {"react-sticker-source", SeverityError, 1001, inferred},
	reactStickerRemove:        {"react-sticker-remove", SeverityError, 1005, inferred},
	reactStickerOnly:          {"react-sticker-only", SeverityWarning, 0, inferred},
	placementRange:            {"placement-range", SeverityWarning, 0, inferred},
	effectType:                {"effect-type", SeverityError, 1005, inferred},
	effectName:                {"effect-name", SeverityWarning, 0, inferred},
	effectMismatch:            {"effect-mismatch", SeverityError, 1005, inferred},
	effectIncomplete:          {"effect-incomplete", SeverityWarning, 0, inferred},
	effectLegacy:              {"effect-legacy", SeverityWarning, 0, inferred},
	serviceValue:              {"service-value", SeverityError, 1005, inferred},
	serviceDropsEffect:        {"service-drops-effect", SeverityWarning, 0, inferred},
	serviceDropsDecorations:   {"service-drops-decorations", SeverityWarning, 0, inferred},
	serviceDropsMention:       {"service-drops-mention", SeverityWarning, 0, inferred},
	serviceDropsReply:         {"service-drops-reply", SeverityWarning, 0, inferred},
	serviceDropsPreview:       {"service-drops-preview", SeverityWarning, 0, inferred},
	serviceEmail:              {"service-email", SeverityWarning, 0, inferred},
	serviceNoFallback:         {"service-no-fallback", SeverityNote, 0, inferred},
	replyMessageID:            {"reply-message-id", SeverityError, 1005, inferred},
	replyPartIndex:            {"reply-part-index", SeverityError, 1005, inferred},
	idempotencyLength:         {"idempotency-length", SeverityError, 1005, inferred},
	idempotencyEmpty:          {"idempotency-empty", SeverityWarning, 0, inferred},
	idempotencyPlaceholder:    {"idempotency-placeholder", SeverityWarning, 0, inferred},
	voicememoSource:           {"voicememo-source", SeverityError, 1001, inferred},
	voicememoURL:              {"voicememo-url", SeverityError, 1005, inferred},
	voicememoExtension:        {"voicememo-extension", SeverityWarning, 5004, inferred},
	editText:                  {"edit-text", SeverityError, 1005, inferred},
	reactOperation:            {"react-operation", SeverityError, 1005, inferred},
	reactType:                 {"react-type", SeverityError, 1005, inferred},
	reactEmoji:                {"react-emoji", SeverityError, 1001, inferred},
	reactEmojiExtra:           {"react-emoji-extra", SeverityWarning, 0, inferred},
	reactEmojiWord:            {"react-emoji-word", SeverityWarning, 0, inferred},
	partIndex:                 {"part-index", SeverityError, 1005, inferred},
	cardUpdateBoth:            {"card-update-both", SeverityError, 1005, inferred},
	cardUpdateApp:             {"card-update-app", SeverityNote, 0, inferred},
	cardUpdateInteractive:     {"card-update-interactive", SeverityNote, 0, inferred},
	pollOptions:               {"poll-options", SeverityError, 1005, inferred},
	pollOptionDuplicate:       {"poll-option-duplicate", SeverityWarning, 0, inferred},
	pollTitle:                 {"poll-title", SeverityWarning, 0, inferred},
	pollVote:                  {"poll-vote", SeverityError, 1005, inferred},
	attachmentFilename:        {"attachment-filename", SeverityError, 1005, inferred},
	attachmentSize:            {"attachment-size", SeverityError, 5005, inferred},
	attachmentContentType:     {"attachment-content-type", SeverityWarning, 5004, inferred},
	attachmentTypeMismatch:    {"attachment-type-mismatch", SeverityWarning, 5006, inferred},
	chatUpdateEmpty:           {"chat-update-empty", SeverityWarning, 0, inferred},
	memberHandle:              {"member-handle", SeverityError, 1002, inferred},
	memberPhone:               {"member-phone", SeverityError, 1002, inferred},
	memberURL:                 {"member-url", SeverityError, 1005, inferred},
	backgroundType:            {"background-type", SeverityError, 1005, inferred},
	backgroundRequired:        {"background-required", SeverityError, 1001, inferred},
	backgroundShades:          {"background-shades", SeverityError, 1005, inferred},
	eventsEmpty:               {"events-empty", SeverityWarning, 0, inferred},
}

// ruleSince has the date on which a rule came in or became an error, for
// [WithAsOf]; "" for what the first version had.
var ruleSince = [len(ruleTable)]string{}

// otherRule is a rule of another package.
type otherRule struct {
	id       string
	severity Severity // the default
	fixed    bool     // takes no other severity: without it, nothing would be said
}

// otherRules has the rules of other packages that [WithSeverity] knows. The one of the command's configuration, config, is not here:
// its severity is fixed.
var otherRules = []otherRule{
	{"builder-substring", SeverityError, true},
	{"builder-substring-ambiguous", SeverityWarning, false},
	{"builder-utf8", SeverityError, true},
	{"campaign-idempotency-key", SeverityWarning, false},
	{"campaign-recipient", SeverityWarning, false},
	{"request-unchecked", SeverityNote, false},
}
