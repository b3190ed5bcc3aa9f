package builder_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

func ExampleTextPart() {
	show(builder.ContentOnly().Parts(builder.TextPart("Hello", builder.Italic(builder.Whole()))))
	// Output:
	// {"parts":[{"type":"text","value":"Hello","text_decorations":[{"range":[0,5],"style":"italic"}]}]}
}

func ExampleMediaPart() {
	show(builder.ContentOnly().Parts(builder.MediaPart(photo)))
	// Output:
	// {"parts":[{"type":"media","url":"https://cdn.example.com/parcel.jpg"}]}
}

func ExampleAttachmentPart() {
	show(builder.ContentOnly().Parts(builder.AttachmentPart(attachmentID)))
	// Output:
	// {"parts":[{"type":"media","attachment_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}]}
}

func ExampleLinkPart() {
	show(builder.ContentOnly().Parts(builder.LinkPart("https://example.com")))
	// Output:
	// {"parts":[{"type":"link","value":"https://example.com"}]}
}

func ExampleAppClipPart() {
	show(builder.ContentOnly().Parts(builder.AppClipPart("https://pay.linqapp.com/c/1234")))
	// Output:
	// {"parts":[{"type":"app_clip","value":"https://pay.linqapp.com/c/1234"}]}
}

// A part type that is newer than this package.
func ExamplePartNamed() {
	known := validate.New(validate.WithKnown(validate.Known{PartTypes: []string{"location"}}))
	body, err := builder.ContentOnly().Parts(builder.PartNamed("location").MemberJSON("latitude", "52.5")).BuildWith(known)
	fmt.Println(body, err)
	// Output:
	// {"parts":[{"type":"location","latitude":52.5}]} <nil>
}

func ExamplePart_MemberJSON() {
	show(builder.ContentOnly().Parts(builder.TextPart("Hello").MemberJSON("language", `"en"`)))
	// Output:
	// {"parts":[{"type":"text","value":"Hello","language":"en"}]}
	// warning: MemberJSON "language" of Text #1: unknown member "language" (field-unknown)
}

func ExamplePart_Form() {
	fmt.Println(builder.MediaPart(photo).Form() == builder.FormMedia)
	// Output:
	// true
}

func ExamplePart_Type() {
	fmt.Println(builder.AttachmentPart(attachmentID).Type())
	// Output:
	// media
}

func ExamplePart_Value() {
	fmt.Println(builder.LinkPart("https://example.com").Value())
	// Output:
	// https://example.com
}

func ExamplePart_URL() {
	fmt.Println(builder.MediaPart(photo).URL())
	// Output:
	// https://cdn.example.com/parcel.jpg
}

func ExamplePart_AttachmentID() {
	fmt.Println(builder.AttachmentPart(attachmentID).AttachmentID())
	// Output:
	// 6ba7b810-9dad-11d1-80b4-00c04fd430c8
}

func ExamplePart_Decorations() {
	part := builder.TextPart("🎉 Sale", builder.Bold("Sale"))
	for _, d := range part.Decorations() {
		fmt.Println(d.Style, d.Range.Start, d.Range.End, "UTF-16 code units")
	}
	// Output:
	// bold 3 7 UTF-16 code units
}

func ExamplePart_Mention() {
	m, ok := builder.TextPart("Hi Kevin", builder.Mention(recipient, "Kevin")).Mention()
	fmt.Println(m.Handle, m.Range, ok)
	// Output:
	// +14155550123 [3,8) true
}

func ExamplePart_Card() {
	card, ok := builder.AppCard(acme).Caption("Order 1234").AsPart().Card()
	fmt.Println(card.App.Name, card.Layout.Caption, ok)
	// Output:
	// Acme Order 1234 true
}

func ExamplePart_Members() {
	fmt.Println(builder.TextPart("Hello").MemberJSON("language", `"en"`).Members()[0].Name)
	// Output:
	// language
}

func ExampleBold() {
	show(builder.ContentOnly().Text("Ready at 5 pm", builder.Bold("5 pm")))
	// Output:
	// {"parts":[{"type":"text","value":"Ready at 5 pm","text_decorations":[{"range":[9,13],"style":"bold"}]}]}
}

func ExampleItalic() {
	show(builder.ContentOnly().Text("Ready at 5 pm", builder.Italic("Ready")))
	// Output:
	// {"parts":[{"type":"text","value":"Ready at 5 pm","text_decorations":[{"range":[0,5],"style":"italic"}]}]}
}

func ExampleStrikethrough() {
	show(builder.ContentOnly().Text("$20 $15", builder.Strikethrough("$20")))
	// Output:
	// {"parts":[{"type":"text","value":"$20 $15","text_decorations":[{"range":[0,3],"style":"strikethrough"}]}]}
}

func ExampleUnderline() {
	show(builder.ContentOnly().Text("Read this", builder.Underline("this")))
	// Output:
	// {"parts":[{"type":"text","value":"Read this","text_decorations":[{"range":[5,9],"style":"underline"}]}]}
}

// A style that is newer than this package; the rules report it.
func ExampleStyled() {
	show(builder.ContentOnly().Text("Look", builder.Styled("glow", "Look")))
	// Output:
	// error: Styled #1 of Text #1: style is "glow"; it must be bold, italic, strikethrough or underline (decoration-style)
}

func ExampleAnimate() {
	show(builder.ContentOnly().Text("Boom!", builder.Animate(decorations.Explode, "Boom")))
	// Output:
	// {"parts":[{"type":"text","value":"Boom!","text_decorations":[{"range":[0,4],"animation":"explode"}]}]}
}

// Without the "@", which Messages adds.
func ExampleMention() {
	show(builder.MessagesCreate(recipient, "ann@example.com").Text("Hi Kevin", builder.Mention(recipient, "Kevin")))
	// Output:
	// {"to":["+14155550123","ann@example.com"],"message":{"parts":[{"type":"text","value":"Hi Kevin","mention":"+14155550123","mention_range":[3,8]}]}}
}

func ExampleNth() {
	show(builder.ContentOnly().Text("no no no", builder.Bold(builder.Nth("no", 3))))
	// Output:
	// {"parts":[{"type":"text","value":"no no no","text_decorations":[{"range":[6,8],"style":"bold"}]}]}
}

// Offsets of package regexp.
func ExampleByteRange() {
	text := "Prix : 5 €"
	show(builder.ContentOnly().Text(text, builder.Bold(builder.ByteRange(7, len(text)))))
	// Output:
	// {"parts":[{"type":"text","value":"Prix : 5 €","text_decorations":[{"range":[7,10],"style":"bold"}]}]}
}

// Offsets in a []rune.
func ExampleCodePointRange() {
	show(builder.ContentOnly().Text("🎉 Sale", builder.Bold(builder.CodePointRange(2, 6))))
	// Output:
	// {"parts":[{"type":"text","value":"🎉 Sale","text_decorations":[{"range":[3,7],"style":"bold"}]}]}
}

func ExampleWhole() {
	show(builder.ContentOnly().Text("All of it", builder.Bold(builder.Whole())))
	// Output:
	// {"parts":[{"type":"text","value":"All of it","text_decorations":[{"range":[0,9],"style":"bold"}]}]}
}

func ExampleEffect_Type() {
	fmt.Println(builder.EffectSlam.Type(), builder.EffectConfetti.Type())
	// Output:
	// bubble screen
}

func ExampleParseEffect() {
	effect, ok := builder.ParseEffect("spotlight")
	fmt.Println(effect == builder.EffectSpotlight, ok)
	// Output:
	// true true
}

func ExampleParam() {
	show(builder.ContentOnly().Experience(builder.Experience{Name: "chess", Action: "invite", Params: []builder.ExperienceParam{builder.Param("color", "white"), builder.Param("minutes", 5), builder.Param("rated", false)}}))
	// Output:
	// {"experience":{"name":"chess","action":"invite","params":{"color":"white","minutes":5,"rated":false}}}
}

func ExampleExperienceParam_Name() {
	fmt.Println(builder.Param("minutes", 5).Name())
	// Output:
	// minutes
}

func ExampleExperienceParam_JSON() {
	fmt.Println(builder.Param("color", "white").JSON(), builder.Param("minutes", 2.5).JSON())
	// Output:
	// "white" 2.5
}

// A member that is newer than this package, from a Go value.
func ExampleJSON() {
	show(builder.ChatsMessagesSend().Text("Hello").MessageMemberJSON("mood", builder.JSON("calm")))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Hello"}],"mood":"calm"}}
	// warning: MessageMemberJSON "mood": unknown member "mood" (field-unknown)
}
