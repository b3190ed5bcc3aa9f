package api

// Members of an inline sticker.
const (
	StickerRange = iota
	StickerURL
	StickerAttachmentID
)

// InlineSticker is an element of inline_stickers.
var InlineSticker = object("InlineSticker", "An image that replaces a range of the text. iMessage only: on SMS and RCS the text is sent as it is.",
	Member{Name: "range", Type: Array, Elem: Integer, Required: true, MinLen: 2, MaxLen: 2, Doc: "`[start, end)` of the replaced text, in UTF-16 code units of `value`."},
	Member{Name: "url", Type: String, Format: "uri", Doc: "The download_url of an attachment; exactly one of url and attachment_id."},
	Member{Name: "attachment_id", Type: String, Format: "uuid", Doc: "An uploaded image; exactly one of url and attachment_id."},
).added("2026-09-15", NodeSDK)

// Members of a placement.
const (
	PlacementX = iota
	PlacementY
	PlacementScale
	PlacementRotation
)

// Placement is where a sticker reaction is on its message.
var Placement = object("StickerPlacement", "Where a sticker is on the message, how large, and how it is turned.",
	Member{Name: "x", Type: Number, Doc: "From -1, the left edge, to 1, the right edge."},
	Member{Name: "y", Type: Number, Doc: "From -1 to 1, as x."},
	Member{Name: "scale", Type: Number, Doc: "From 0.05 to 2.5; a value outside is clamped."},
	Member{Name: "rotation", Type: Number, Doc: "In degrees."},
).added("2026-09-05", NodeSDK)

// PlacementBounds are the least and the greatest value of the members of a
// placement, by their position; rotation has none.
var PlacementBounds = [...][2]float64{PlacementX: {-1, 1}, PlacementY: {-1, 1}, PlacementScale: {0.05, 2.5}}

// UpdatePlacement is the member of messages.update_sticker_placement.
const UpdatePlacement = 0

// MessagesUpdateStickerPlacementBody is the body of
// messages.update_sticker_placement.
var MessagesUpdateStickerPlacementBody = object("MessagesUpdateStickerPlacement", "Move a sticker reaction.",
	Member{Name: "placement", Type: ObjectType, Object: Placement, Required: true, Doc: "Where the sticker is from now on."},
).added("2026-09-05", NodeSDK)
