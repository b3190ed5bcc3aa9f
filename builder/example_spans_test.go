package builder_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
)

// The name is data: it is decorated where it is, and nowhere else.
func ExampleSpans() {
	name := "Al"
	show(builder.ContentOnly().Text(builder.Spans("Hi ", builder.Bold(name), ", also your order ", builder.Animate(decorations.Explode, "🎉"))))
	// Output:
	// {"parts":[{"type":"text","value":"Hi Al, also your order 🎉","text_decorations":[{"range":[3,5],"style":"bold"},{"range":[23,25],"animation":"explode"}]}]}
}

func ExampleNest() {
	show(builder.ContentOnly().Text(builder.Spans(builder.Bold(builder.Nest("a ", builder.Italic("b"))), " c")))
	// Output:
	// {"parts":[{"type":"text","value":"a b c","text_decorations":[{"range":[0,3],"style":"bold"},{"range":[2,3],"style":"italic"}]}]}
}

func ExampleRich_String() {
	fmt.Println(builder.Nest("a ", builder.Bold("b")))
	// Output: a b
}

func ExampleAll() {
	show(builder.ContentOnly().Text("20, use 20", builder.Bold(builder.All("20"))))
	// Output:
	// {"parts":[{"type":"text","value":"20, use 20","text_decorations":[{"range":[0,2],"style":"bold"},{"range":[8,10],"style":"bold"}]}]}
}

func ExampleDecorated() {
	bold := decorations.Decoration{Range: decorations.Range{Start: 0, End: 2}, Style: decorations.Bold}
	show(builder.ContentOnly().Text("Hi", builder.Decorated(bold)))
	// Output:
	// {"parts":[{"type":"text","value":"Hi","text_decorations":[{"range":[0,2],"style":"bold"}]}]}
}
