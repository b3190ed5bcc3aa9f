package api

// The documented limits. A length is in Unicode code points, as JSON Schema's
// maxLength counts, unless its name says otherwise.
const (
	MaxParts         = 100 // parts of a message
	MaxURLMedia      = 40  // media parts with a public url
	MaxStickers      = 100 // inline stickers of a text part
	MaxStickerImages = 10  // different images among them
	MaxChatTo        = 31  // recipients of chats.create
	MaxText          = 10000
	MaxLink          = 2048
	MaxIdempotency   = 255
	MaxBundleID      = 255
	MaxAppName       = 64
	TeamIDLen        = 10
	MaxAppURL        = 2048
	MaxAppDataURL    = 16384 // by the later documentation; the reference page says MaxAppURL for any
	MaxFallbackText  = 1024
	MaxCardText      = 512
	MaxImageURL      = 2048
	MaxFilename      = 255
	MaxAttachment    = 104857600 // bytes
	MinPollOptions   = 2         // of chats.polls.create
	MinAddOptions    = 1         // of messages.polls.add_options
	MaxE164Digits    = 15
	MinShortCode     = 3 // digits
	MaxShortCode     = 8
	MaxSenderID      = 11        // ASCII letters, digits and spaces
	MaxPartIndex     = 1<<31 - 1 // int32
	MaxInt64         = 1<<63 - 1
	OrdinaryBodySize = 1 << 20 // bytes; no limit is documented, no ordinary message needs more
)
