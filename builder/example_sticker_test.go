package builder_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
)

const image = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"

// On iMessage the cup is an image; SMS and RCS show the emoji.
func ExampleSticker() {
	show(builder.ContentOnly().Text("Sip cup 🥤", builder.Sticker(image, "🥤")))
	// Output:
	// {"parts":[{"type":"text","value":"Sip cup 🥤","inline_stickers":[{"range":[8,10],"attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"}]}]}
}

func ExampleStickerURL() {
	show(builder.ContentOnly().Text("Sip cup 🥤", builder.StickerURL("https://cdn.linqapp.com/attachments/a.png", "🥤")))
	// Output:
	// {"parts":[{"type":"text","value":"Sip cup 🥤","inline_stickers":[{"range":[8,10],"url":"https://cdn.linqapp.com/attachments/a.png"}]}]}
}

func ExamplePart_Stickers() {
	for _, s := range builder.TextPart("Sip cup 🥤", builder.Sticker(image, "🥤")).Stickers() {
		fmt.Println(s.Range.Start, s.Range.End, s.AttachmentID)
	}
	// Output: 8 10 182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e
}

func ExamplePart_AsSticker() {
	show(builder.ContentOnly().Parts(builder.AttachmentPart(image).AsSticker()))
	// Output:
	// {"parts":[{"type":"media","attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","sticker":true}]}
}

func ExamplePart_IsSticker() {
	fmt.Println(builder.MediaPart("https://example.com/a.png").IsSticker())
	// Output: false
}

func ExamplePart_Captioned() {
	show(builder.ContentOnly().Parts(builder.AppClipPart("https://example.com/pay").Captioned("Your order")))
	// Output:
	// {"parts":[{"type":"app_clip","value":"https://example.com/pay","caption":"Your order"}]}
}

func ExamplePart_Caption() {
	fmt.Println(builder.AppClipPart("https://example.com/pay").Captioned("Your order").Caption())
	// Output: Your order true
}

func ExampleMessagesReactSticker() {
	show(builder.MessagesReactSticker(image))
	// Output:
	// {"operation":"add","type":"sticker","attachment_id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"}
}

func ExampleMessagesReactStickerURL() {
	show(builder.MessagesReactStickerURL("https://cdn.linqapp.com/attachments/a.png"))
	// Output:
	// {"operation":"add","type":"sticker","url":"https://cdn.linqapp.com/attachments/a.png"}
}

func ExampleMessagesReactStickerEmoji() {
	show(builder.MessagesReactStickerEmoji("🎉"))
	// Output:
	// {"operation":"add","type":"sticker","emoji":"🎉"}
}

func ExampleMessagesReactRequest_Place() {
	show(builder.MessagesReactStickerEmoji("🎉").Place(builder.PlaceAt(0.5, -0.5)))
	// Output:
	// {"operation":"add","type":"sticker","emoji":"🎉","placement":{"x":0.5,"y":-0.5}}
}

func ExampleReactionContent() {
	reaction := builder.MessagesReactSticker(image).Place(builder.PlaceAt(0.5, 0)).Content()
	fmt.Println(reaction.Type, reaction.Sticker.AttachmentID, *reaction.Placement.Content().X)
	// Output:
	// sticker 182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e 0.5
}

func ExampleMessagesUpdateStickerPlacement() {
	show(builder.MessagesUpdateStickerPlacement(builder.Placement{}.Scale(1.5)))
	// Output:
	// {"placement":{"scale":1.5}}
}

func ExampleMessagesUpdateStickerPlacementRequest_Content() {
	moved := builder.MessagesUpdateStickerPlacement(builder.Placement{}.Scale(1.5)).Content()
	fmt.Println(*moved.Placement.Content().Scale)
	// Output: 1.5
}

func ExampleMessagesUpdateStickerPlacementRequest_MemberJSON() {
	show(builder.MessagesUpdateStickerPlacement(builder.PlaceAt(0, 0)).MemberJSON("layer", "1"))
	// Output:
	// {"placement":{"x":0,"y":0},"layer":1}
	// warning: MemberJSON "layer": unknown member "layer" (field-unknown)
}

func ExamplePlaceAt() {
	show(builder.MessagesUpdateStickerPlacement(builder.PlaceAt(-1, 1)))
	// Output:
	// {"placement":{"x":-1,"y":1}}
}

func ExamplePlacement_X() {
	show(builder.MessagesUpdateStickerPlacement(builder.Placement{}.X(0.25)))
	// Output:
	// {"placement":{"x":0.25}}
}

func ExamplePlacement_Y() {
	show(builder.MessagesUpdateStickerPlacement(builder.Placement{}.Y(0.25)))
	// Output:
	// {"placement":{"y":0.25}}
}

func ExamplePlacement_Scale() {
	show(builder.MessagesUpdateStickerPlacement(builder.PlaceAt(0, 0).Scale(2)))
	// Output:
	// {"placement":{"x":0,"y":0,"scale":2}}
}

func ExamplePlacement_Rotation() {
	show(builder.MessagesUpdateStickerPlacement(builder.PlaceAt(0, 0).Rotation(-15)))
	// Output:
	// {"placement":{"x":0,"y":0,"rotation":-15}}
}

func ExamplePlacement_Content() {
	c := builder.PlaceAt(0.5, 0).Content()
	fmt.Println(*c.X, *c.Y, c.Scale == nil)
	// Output: 0.5 0 true
}

// For lines with zero day retention.
func ExampleMessagesUpdateAppCardRequest_App() {
	show(builder.MessagesUpdateAppCard().Caption("Your move").App(builder.App{BundleID: "com.example.game", Name: "Game", TeamID: "A1B2C3D4E5"}))
	// Output:
	// {"layout":{"caption":"Your move"},"app":{"bundle_id":"com.example.game","name":"Game","team_id":"A1B2C3D4E5"}}
}
