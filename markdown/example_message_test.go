package markdown_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/markdown"
)

// The answer of a language model as one text, with its decorations.
func Example() {
	text, ds := markdown.Text("Your flight is **on time**:\n\n- gate *B12*\n- boarding at 7:40")
	body, err := builder.MessagesCreate("+14155550123").Text(text, builder.Decorated(ds...)).Build()
	fmt.Println(text)
	fmt.Println(body.Len() > 0, err)
	// Output:
	// Your flight is on time:
	//
	// • gate B12
	// • boarding at 7:40
	// true <nil>
}

// A link must be the only part of its message: Split makes several messages.
func ExampleParts_split() {
	parts := markdown.Parts("Your tickets:\n\nhttps://example.com/tickets\n\nHave **fun**!")
	bodies, err := builder.ChatsMessagesSend().Parts(parts...).Split().Build()
	for _, b := range bodies {
		fmt.Println(b)
	}
	fmt.Println(err)
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Your tickets:"}]}}
	// {"message":{"parts":[{"type":"link","value":"https://example.com/tickets"}]}}
	// {"message":{"parts":[{"type":"text","value":"Have fun!","text_decorations":[{"range":[5,8],"style":"bold"}]}]}}
	// <nil>
}

func ExampleWithBareURLsInText() {
	md := "See you there:\n\nhttps://example.com/map"
	fmt.Println(len(markdown.Parts(md)), len(markdown.Parts(md, markdown.WithBareURLsInText())))
	// Output: 2 1
}

// What is not markup stays as it was typed.
func ExampleText_literal() {
	text, ds := markdown.Text("2*3*4 = 24, call __init__, and C:\\temp is full")
	fmt.Println(text, len(ds))
	// Output: 2*3*4 = 24, call __init__, and C:\temp is full 0
}

// To edit a message as Markdown and send it again.
func ExampleFromText_roundTrip() {
	text, ds := markdown.Text("**Sale** ends [today](https://example.com)")
	md := markdown.FromText(text, ds)
	fmt.Println(md)
	again, _ := markdown.Text(md)
	fmt.Println(again == text)
	// Output:
	// **Sale** ends today (https://example.com)
	// true
}
