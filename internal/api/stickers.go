package api

// Members of an inline sticker.
const (
	StickerRange = iota
	StickerURL
	StickerAttachmentID
)

// InlineSticker is an element of inline_stickers.
var InlineSticker = &Object{
	Name: "InlineSticker", Doc: "An image that replaces a range of the text. iMessage only: on SMS and RCS the text is sent as it is.",
	lookup: lookupInlineSticker,
	Members: []Member{
		{Name: "range", Type: Array, Elem: Integer, Required: true, MinLen: 2, MaxLen: 2, AddedOn: "2026-09-15", Source: NodeSDK, Doc: "`[start, end)` of the replaced text, in UTF-16 code units of `value`."},
		{Name: "url", Type: String, Format: "uri", AddedOn: "2026-09-15", Source: NodeSDK, Doc: "The download_url of an attachment; exactly one of url and attachment_id."},
		{Name: "attachment_id", Type: String, Format: "uuid", AddedOn: "2026-09-15", Source: NodeSDK, Doc: "An uploaded image; exactly one of url and attachment_id."},
	},
}

// Members of a placement.
const (
	PlacementX = iota
	PlacementY
	PlacementScale
	PlacementRotation
)

// Placement is where a sticker reaction is on its message.
var Placement = &Object{
	Name: "StickerPlacement", Doc: "Where a sticker is on the message, how large, and how it is turned.",
	lookup: lookupStickerPlacement,
	Members: []Member{
		{Name: "x", Type: Number, AddedOn: "2026-09-05", Source: NodeSDK, Doc: "From -1, the left edge, to 1, the right edge."},
		{Name: "y", Type: Number, AddedOn: "2026-09-05", Source: NodeSDK, Doc: "From -1 to 1, as x."},
		{Name: "scale", Type: Number, AddedOn: "2026-09-05", Source: NodeSDK, Doc: "From 0.05 to 2.5; a value outside is clamped."},
		{Name: "rotation", Type: Number, AddedOn: "2026-09-05", Source: NodeSDK, Doc: "In degrees."},
	},
}

// PlacementBounds are the least and the greatest value of the members of a
// placement, by their position; rotation has none.
var PlacementBounds = [...][2]float64{PlacementX: {-1, 1}, PlacementY: {-1, 1}, PlacementScale: {0.05, 2.5}}

// UpdatePlacement is the member of messages.update_sticker_placement.
const UpdatePlacement = 0

// MessagesUpdateStickerPlacementBody is the body of
// messages.update_sticker_placement.
var MessagesUpdateStickerPlacementBody = &Object{
	Name: "MessagesUpdateStickerPlacement", Doc: "Move a sticker reaction.",
	lookup: lookupMessagesUpdateStickerPlacement,
	Members: []Member{
		{Name: "placement", Type: ObjectType, Object: Placement, Required: true, AddedOn: "2026-09-05", Source: NodeSDK, Doc: "Where the sticker is from now on."},
	},
}
