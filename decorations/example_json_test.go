package decorations_test

import (
	"encoding/json"
	"fmt"

	"github.com/linqlint/linqlint/decorations"
)

// A decoration in the form of the API, in both directions.
func ExampleDecoration() {
	r, _ := decorations.Find("Your order has shipped", "order", 1)
	text, err := json.Marshal(decorations.Decoration{Range: r, Style: decorations.Bold})
	fmt.Println(string(text), err)

	var d decorations.Decoration
	err = json.Unmarshal([]byte(`{"range":[0,4],"animation":"shake"}`), &d)
	fmt.Println(d.Range, d.Animation, err)
	// Output:
	// {"range":[5,10],"style":"bold"} <nil>
	// [0,4) shake <nil>
}

// Joining two texts moves the ranges of the second.
func ExampleRange_Shift() {
	first, second := "🎉 Sale! ", "Ends today"
	r, _ := decorations.Find(second, "today", 1)
	r = r.Shift(decorations.UTF16Len(first))
	s, _ := decorations.Slice(first+second, r)
	fmt.Println(r, s)
	// Output: [14,19) today
}

func ExampleRange_Intersect() {
	a, b := decorations.Range{Start: 0, End: 5}, decorations.Range{Start: 3, End: 8}
	fmt.Println(a.Intersect(b), a.Contains(b), a.Intersect(b).Len())
	// Output: [3,5) false 2
}

// The limits of the API count code points.
func ExampleCodePointLen() {
	s := "👨‍👩‍👧"
	fmt.Println(decorations.CodePointLen(s), decorations.UTF16Len(s), len(s))
	// Output: 5 8 18
}

func ExampleSplitsGrapheme() {
	s := "Hi 👋🏽"
	fmt.Println(decorations.SplitsGrapheme(s, 5), decorations.SplitsSurrogate(s, 5))
	fmt.Println(decorations.SplitsGrapheme(s, 4), decorations.SplitsSurrogate(s, 4))
	// Output:
	// true false
	// true true
}

func ExampleStyle_Valid() {
	fmt.Println(decorations.Styles())
	fmt.Println(decorations.Style("Bold").Valid(), decorations.Animation("shake").Valid())
	// Output:
	// [bold italic strikethrough underline]
	// false true
}
