package decorations_test

import (
	"fmt"

	"github.com/linqlint/linqlint/decorations"
)

func Example() {
	text := "Your order has shipped 🎉"
	order, _ := decorations.Find(text, "order", 1)
	party, _ := decorations.Find(text, "🎉", 1)
	bold := decorations.Decoration{Range: order, Style: decorations.Bold}
	explode := decorations.Decoration{Range: party, Animation: decorations.Explode}
	fmt.Println(bold.Range, explode.Range, decorations.Conflicts(bold, explode))
	// Output:
	// [5,10) [23,25) false
}

func ExampleConflicts() {
	bold := decorations.Decoration{Range: decorations.Range{Start: 0, End: 5}, Style: decorations.Bold}
	italic := decorations.Decoration{Range: decorations.Range{Start: 3, End: 8}, Style: decorations.Italic}
	shake := decorations.Decoration{Range: decorations.Range{Start: 4, End: 9}, Animation: decorations.Shake}
	fmt.Println(decorations.Conflicts(bold, italic), decorations.Conflicts(bold, shake))
	// Output: false true
}

func ExampleRange_Overlaps() {
	hello := decorations.Range{Start: 0, End: 5}
	fmt.Println(hello.Overlaps(decorations.Range{Start: 4, End: 8}))
	fmt.Println(hello.Overlaps(decorations.Range{Start: 5, End: 8})) // it touches
	// Output:
	// true
	// false
}

func ExampleUTF16Len() {
	text := "👨‍👩‍👧 family"
	fmt.Println(decorations.CodePointLen(text), decorations.UTF16Len(text), len(text))
	// Output: 12 15 25
}

func ExampleFromBytes() {
	text := "🎉 Sale"
	fmt.Println(decorations.FromBytes(text, 5, 9)) // text[5:9] is "Sale"
	fmt.Println(decorations.FromBytes(text, 2, 9)) // byte 2 is inside the 🎉
	// Output:
	// [3,7) true
	// [0,0) false
}

func ExampleFromCodePoints() {
	fmt.Println(decorations.FromCodePoints("🎉 Sale", 2, 6))
	// Output:
	// [3,7) true
}

func ExampleByteToUTF16() {
	fmt.Println(decorations.ByteToUTF16("🎉 Sale", 5))
	fmt.Println(decorations.ByteToUTF16("🎉 Sale", 2)) // inside the 🎉: its start
	// Output:
	// 3 true
	// 0 false
}

func ExampleSlice() {
	part, ok := decorations.Slice("Hey 👋🏽 Kevin", decorations.Range{Start: 9, End: 14})
	fmt.Println(part, ok)
	// Output: Kevin true
}

func ExampleFind() {
	fmt.Println(decorations.Find("🎉 Sale 🎉", "🎉", 2))
	fmt.Println(decorations.Find("🎉 Sale 🎉", "🎉", 3))
	// Output:
	// [8,10) true
	// [0,0) false
}

func ExampleFindAll() {
	for r := range decorations.FindAll("now or never, now", "now") {
		fmt.Println(r)
	}
	// Output:
	// [0,3)
	// [14,17)
}

func ExampleSnap() {
	text := "Hey 👋🏽 Kevin"
	hand := decorations.Range{Start: 4, End: 6} // without its skin tone
	fmt.Println(decorations.SplitsGrapheme(text, hand.End), decorations.Snap(text, hand))
	// Output:
	// true [4,8)
}

func ExampleIndex() {
	var x decorations.Index
	for _, text := range []string{"Hello world", "🇺🇸 hi"} {
		x.Reset(text)
		fmt.Println(x.UTF16Len(), x.SplitsSurrogate(1), x.SplitsGrapheme(2))
	}
	// Output:
	// 11 false false
	// 7 true true
}
