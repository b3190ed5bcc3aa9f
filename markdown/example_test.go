package markdown_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/validate"
)

func ExampleText() {
	text, ds := markdown.Text("Your **order** has *shipped* 🎉")
	fmt.Println(text)
	for _, d := range ds {
		fmt.Println(d.Range, d.Style)
	}
	// Output:
	// Your order has shipped 🎉
	// [5,10) bold
	// [15,22) italic
}

func ExampleParts() {
	parts := markdown.Parts("Your table **tonight**:\n\n![](https://example.com/table.jpg)\n\nSee you at 7!")
	body, err := builder.ChatsMessagesSend().Parts(parts...).Build()
	fmt.Println(body, err)
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Your table tonight:","text_decorations":[{"range":[11,18],"style":"bold"}]},{"type":"media","url":"https://example.com/table.jpg"},{"type":"text","value":"See you at 7!"}]}} <nil>
}

func ExampleWithAnimations() {
	text, ds := markdown.Text("{shake: Game on!}", markdown.WithAnimations())
	fmt.Println(text, ds[0].Range, ds[0].Animation)
	// Output:
	// Game on! [0,8) shake
}

func ExampleWithJoinedLines() {
	text, _ := markdown.Text("one\ntwo", markdown.WithJoinedLines())
	fmt.Println(text)
	// Output:
	// one two
}

func ExampleWithBullet() {
	text, _ := markdown.Text("* eggs\n* milk", markdown.WithBullet("-"))
	fmt.Println(text)
	// Output:
	// - eggs
	// - milk
}

func ExampleWithQuote() {
	text, _ := markdown.Text("> See you!", markdown.WithQuote(">>"))
	fmt.Println(text)
	// Output:
	// >> See you!
}

func ExampleFromText() {
	ds := []decorations.Decoration{{Range: decorations.Range{Start: 0, End: 4}, Style: decorations.Bold}}
	fmt.Println(markdown.FromText("Sale ends *today*", ds))
	// Output:
	// **Sale** ends \*today\*
}

func ExampleFromParts() {
	fmt.Println(markdown.FromParts([]builder.Part{
		builder.TextPart("Sale ends today", builder.Bold("Sale")),
		builder.MediaPart("https://example.com/sale.jpg"),
	}))
	// Output:
	// **Sale** ends today
	//
	// ![](https://example.com/sale.jpg)
}

func ExampleFix() {
	v := validate.New(validate.WithNotes(), validate.WithFixer("text-markdown", markdown.Fix))
	fixed, _, _ := v.Fix([]byte(`{"message":{"parts":[{"type":"text","value":"**Sale** ends"}]}}`), validate.FixAll)
	fmt.Println(string(fixed))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Sale ends","text_decorations":[{"range":[0,4],"style":"bold"}]}]}}
}

func ExampleEscape() {
	name := "*Bob* <bob@example.com>"
	text, _ := markdown.Text("Hi **" + markdown.Escape(name) + "**!")
	fmt.Println(text)
	// Output: Hi *Bob* <bob@example.com>!
}

func ExampleWithTables() {
	table := "| Item | Price |\n|---|---|\n| Tea | $3 |"
	text, _ := markdown.Text(table)
	fmt.Println(text)
	text, _ = markdown.Text(table, markdown.WithTables(markdown.TableRecords))
	fmt.Println(text)
	// Output:
	// Item | Price
	// Tea | $3
	// Item: Tea, Price: $3
}
