package place_test

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
)

// at counts from the start of the text, the slow way.
func at(text string, offset int) (line, column int) {
	before := text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return 1 + strings.Count(before, "\n"), 1 + len(utf16.Encode([]rune(before[start:])))
}

const sample = "a\n🎉é\n\n👨‍👩‍👧 line\r\n\nlast é"

// boundaries returns the byte offsets between the code points of a text.
func boundaries(text string) (offsets []int) {
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

func TestFinder(t *testing.T) {
	ascending := boundaries(sample)
	shuffled := append([]int(nil), ascending...)
	rand.New(rand.NewSource(1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for _, order := range []struct {
		name    string
		offsets []int
	}{{"ascending", ascending}, {"shuffled", shuffled}, {"one twice", []int{9, 9, 0, 0}}} {
		t.Run(order.name, func(t *testing.T) {
			f, b := place.In(sample), place.InBytes([]byte(sample))
			for _, offset := range order.offsets {
				wantLine, wantColumn := at(sample, offset)
				line, column := f.At(offset)
				require.Equal(t, [2]int{wantLine, wantColumn}, [2]int{line, column}, "offset %d", offset)
				line, column = b.At(offset)
				require.Equal(t, [2]int{wantLine, wantColumn}, [2]int{line, column}, "offset %d", offset)
			}
		})
	}
}

// TestFirstLineIsEmpty: a line break at the very start begins a line.
func TestFirstLineIsEmpty(t *testing.T) {
	for name, f := range map[string]place.Finder{"text": place.In("\na\nb"), "document": place.InDocument("\na\nb"), "carriage return": place.InDocument("\ra\rb")} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, 3, f.Offset(3, 1))
			require.Equal(t, 1, f.Offset(2, 1))
			line, column := f.At(4)
			require.Equal(t, [2]int{3, 2}, [2]int{line, column})
		})
	}
}

// TestBackInALine: the first offset that is before the last one, in the same line.
func TestBackInALine(t *testing.T) {
	for name, test := range map[string]struct{ last, offset, line, column int }{
		"the first line":  {2, 1, 1, 2},
		"its start":       {2, 0, 1, 1},
		"the second line": {6, 5, 2, 3},
		"another line":    {6, 2, 1, 3},
	} {
		t.Run(name, func(t *testing.T) {
			f := place.In("ab\ncde")
			f.At(test.last)
			line, column := f.At(test.offset)
			require.Equal(t, [2]int{test.line, test.column}, [2]int{line, column})
		})
	}
}

// TestLastLineEnd: a document that ends in any line end has an empty line behind it.
func TestLastLineEnd(t *testing.T) {
	for _, text := range []string{"a\r", "a\r\n", "a\n"} {
		f := place.InDocument(text)
		line, column := f.At(len(text))
		require.Equal(t, [2]int{2, 1}, [2]int{line, column}, "%q", text)
		require.Equal(t, 1, f.Offset(1, 9), "%q", text)
		require.Equal(t, len(text), f.Offset(2, 1), "%q", text)
		require.Equal(t, len(text), f.Offset(3, 1), "%q", text)
		require.Zero(t, f.Offset(1, 1), "%q", text)
	}
	empty := place.InDocument("\n\n")
	require.Zero(t, empty.Offset(1, 1))
	require.Equal(t, 1, empty.Offset(2, 1))
}

// TestPointerOfABracket: what closes a container, and the space before that, is of the
// container.
func TestPointerOfABracket(t *testing.T) {
	const text = `{"a":[1,{"b":2 } ] ,"c":{ },"d":[ ] }`
	var v scan.View
	require.Zero(t, v.Scan([]byte(text)).Code)
	for offset, want := range map[int]string{5: "/a", 6: "/a/0", 8: "/a/1", 14: "/a/1", 15: "/a/1", 16: "/a", 17: "/a", 20: "/c", 25: "/c", 26: "/c", 33: "/d", 34: "/d", 35: "", 36: ""} {
		require.Equal(t, want, place.Pointer(&v, offset), "at %d, %q", offset, text[offset:])
	}
}

// TestOffsetIsTheInverse goes from each code point to its place and back, for code
// points of one and of two code units up to the last of each.
func TestOffsetIsTheInverse(t *testing.T) {
	const text = "é\uffff\U00010000x\n🎉\U0010ffff\n"
	document := place.InDocument(text)
	for _, offset := range boundaries(text) {
		f := place.In(text)
		line, column := f.At(offset)
		require.Equal(t, offset, f.Offset(line, column))
		require.Equal(t, offset, document.Offset(line, column))
	}
}

func TestFinderAllocatesNothing(t *testing.T) {
	require.Zero(t, testing.AllocsPerRun(10, func() {
		f := place.In(sample)
		for _, offset := range []int{0, 2, 6, len(sample)} {
			f.At(offset)
		}
	}))
}

func TestDocument(t *testing.T) {
	const text = "a\rb\r\nc🎉d\n"
	f := place.InDocument(text)
	for _, test := range []struct {
		name                 string
		offset, line, column int
	}{
		{"start", 0, 1, 1}, {"after a carriage return", 2, 2, 1}, {"after both", 5, 3, 1},
		{"after an emoji", 10, 3, 4}, {"at the end", len(text), 4, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			line, column := f.At(test.offset)
			require.Equal(t, [2]int{test.line, test.column}, [2]int{line, column})
			require.Equal(t, test.offset, f.Offset(line, column))
		})
	}
	require.Equal(t, 0, f.Offset(0, 3), "before the first line")
	require.Equal(t, len(text), f.Offset(9, 1), "after the last line")
	require.Equal(t, 3, f.Offset(2, 99), "after the end of a line")
	require.Equal(t, 6, f.Offset(3, 3), "inside a surrogate pair")
}

func TestUnits(t *testing.T) {
	text := strings.Repeat(sample, 30)
	u := place.UnitsIn(text)
	for _, offset := range boundaries(text) {
		require.Equal(t, len(utf16.Encode([]rune(text[:offset]))), u.At(offset))
	}
	require.Equal(t, u.At(len(text)), u.At(len(text)+1))
	require.Zero(t, place.UnitsIn("").At(0))
	require.Equal(t, 3, place.UnitsIn("a🎉").At(5), "a text shorter than a stride")
	require.Equal(t, 1, place.UnitsIn("\uffff").At(3), "the last code point of one unit")
	require.Equal(t, 2, place.UnitsIn("\U00010000").At(4), "the first of two")
}

// TestPointer compares the two ways to a pointer with each other and with
// Lookup, which reads one.
func TestPointer(t *testing.T) {
	var v scan.View
	require.Zero(t, v.Scan([]byte(`{"a":[1,{"b/c":[[],"x"]},3],"~":{"":null}}`)).Code)
	var p place.Parents
	p.Read(&v)
	require.Empty(t, p.Pointer(-1))
	names := map[int]bool{}
	for i, n := range v.Nodes {
		for k := i + 1; n.Kind == scan.Object && k < int(n.Next); k = int(v.Nodes[k+1].Next) {
			names[k] = true
		}
	}
	for node := range v.Nodes {
		if names[node] {
			continue
		}
		pointer := string(p.Pointer(node))
		require.Equal(t, node, v.Lookup(pointer), pointer)
		require.Equal(t, pointer, place.Pointer(&v, int(v.Nodes[node].Start)))
	}
	require.Equal(t, "/a", place.Pointer(&v, 1), "the start of a name")
	p.Of(1)
	p.Shrink(1 << 20)
	require.NotZero(t, p)
	p.Shrink(1)
	require.Zero(t, p)

	require.Zero(t, v.Scan([]byte(`[5,[6]]`)).Code)
	p.Read(&v)
	require.Equal(t, "/0", string(p.Pointer(1)), "the first element of the root")
	require.Equal(t, "/1/0", string(p.Pointer(3)))
}

// TestPointersInAnyOrder: the pointer of a node is the same whichever was asked for
// before it, and whether the containers of all nodes are known.
func TestPointersInAnyOrder(t *testing.T) {
	var v scan.View
	require.Zero(t, v.Scan([]byte(`{"a":[1,{"b/c":[[],"x",{"y":[2,3]}],"d":[]},3,[4,[5,6]]],"~":{"":null},"e":7}`)).Code)
	var values []int
	want := map[int]string{}
	var all place.Parents
	all.Read(&v)
	for node := range v.Nodes {
		if pointer := place.Pointer(&v, int(v.Nodes[node].Start)); node > 0 && v.Lookup(pointer) == node {
			values = append(values, node)
			want[node] = pointer
		}
	}
	require.Len(t, values, 20)
	for _, a := range values {
		for _, b := range values {
			for _, c := range values {
				var p place.Parents
				p.Read(&v)
				for _, node := range []int{a, b, c} {
					if got := string(p.Pointer(node)); got != want[node] {
						t.Fatalf("after %v, the pointer of %d is %s, not %s", []int{a, b, c}, node, got, want[node])
					}
				}
				require.Equal(t, all.Of(c), p.Of(c))
			}
		}
	}
}
