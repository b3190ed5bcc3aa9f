package scan

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func scanned(t *testing.T, text string) *View {
	t.Helper()
	var v View
	require.Zero(t, v.Scan([]byte(text)), text)
	return &v
}

func TestNodes(t *testing.T) {
	v := scanned(t, ` { "a" : [ -1.5e+3 , "é\u00e9" ] , "b":{},"c":null,"d":true,"e":false,"f":"\ud83d" } `)
	var got []string
	for i, n := range v.Nodes {
		got = append(got, strconv.Itoa(int(n.Next)-i)+" "+n.Kind.String()+" "+v.Raw(i)+" "+strconv.Itoa(int(n.Flags)))
	}
	require.Equal(t, []string{
		"15 an object " + strings.TrimSpace(string(v.Body)) + " 0", `1 a string "a" 0`, `3 an array [ -1.5e+3 , "é\u00e9" ] 0`, "1 a number -1.5e+3 8", `1 a string "é\u00e9" 3`,
		`1 a string "b" 0`, "1 an object {} 0", `1 a string "c" 0`, "1 null null 0", `1 a string "d" 0`, "1 a boolean true 0", `1 a string "e" 0`, "1 a boolean false 0",
		`1 a string "f" 0`, `1 a string "\ud83d" 7`,
	}, got)
	require.True(t, v.LoneSurrogates)
	require.Equal(t, strings.Repeat("[", MaxDepth)+strings.Repeat("]", MaxDepth), scanned(t, strings.Repeat("[", MaxDepth)+strings.Repeat("]", MaxDepth)).Raw(0))
}

func TestCodeNames(t *testing.T) {
	require.Empty(t, Code(0).String())
	for c := Empty; c <= PythonConstant; c++ {
		require.NotEmpty(t, c.String(), int(c))
	}
	require.Empty(t, (PythonConstant + 1).String())
	require.Empty(t, Code(255).String())
	for k, want := range []string{"nothing", "null", "a boolean", "a boolean", "a number", "a string", "an array", "an object"} {
		require.Equal(t, want, Kind(k).String())
	}
}

// TestFlags: an escape that is ASCII does not make a string one with others.
func TestFlags(t *testing.T) {
	for text, want := range map[string]Flags{
		`"a"`: 0, `"é"`: NonASCII, `"\n"`: Escaped, `"\u007f"`: Escaped, `"\u0080"`: Escaped | NonASCII, `"é\n"`: Escaped | NonASCII,
		`"\ud83d\ude00"`: Escaped | NonASCII, `"\ud83d"`: Escaped | NonASCII | LoneSurrogate, `"\ude00"`: Escaped | NonASCII | LoneSurrogate,
		"1": 0, "-1": 0, "1.0": Fractional, "1e1": Fractional, "null": 0,
	} {
		v := scanned(t, text)
		require.Equal(t, want, v.Nodes[0].Flags, text)
		require.Equal(t, want&LoneSurrogate != 0, v.LoneSurrogates, text)
	}
}

// TestUnescape decodes each escape sequence, pairs and halves of surrogates, and
// finds the place of each byte of the value in the text.
func TestUnescape(t *testing.T) {
	for text, want := range map[string]string{
		`plain é🎉`:                    "plain é🎉",
		`\"\\\/\b\f\n\r\t`:            "\"\\/\b\f\n\r\t",
		`\u0041\u007f\u0080\u00e9`:    "A\u007f\u0080é",
		`\u2028\uFFFF\uabCD`:          "\u2028\uffff\uabcd",
		`\ud83d\ude00`:                "😀",
		`a\uD83D\uDE00b`:              "a😀b",
		`\ud83d`:                      "\ufffd",
		`\ude00\ud83d`:                "\ufffd\ufffd",
		`\ud83d\ud83d\ude00`:          "\ufffd😀",
		`\ud83dx`:                     "\ufffdx",
		`\ud83d\n`:                    "\ufffd\n",
		`\udbff\udfff\ud800\udc00`:    "\U0010ffff\U00010000",
		`x\u0000`:                     "x\x00",
		strings.Repeat(`\u00e9a`, 50): strings.Repeat("éa", 50),
	} {
		v := scanned(t, `["`+text+`"]`)
		require.Equal(t, want, v.Text(1), text)
		plain, ok := v.Plain(1)
		require.Equal(t, !strings.Contains(text, `\`), ok)
		if ok {
			require.Equal(t, want, plain)
		}
		require.True(t, v.Is(1, want), text)
		for _, other := range []string{want + "x", want[:len(want)-1], "x" + want[1:] + "y", ""} {
			require.False(t, v.Is(1, other), "%s is not %q", text, other)
		}
		require.Equal(t, 2, v.SourceOffset(1, 0))
		require.Equal(t, len(text)+2, v.SourceOffset(1, len(want)), text)
		for off := range want { // the place of a code point is where its source begins
			at := v.SourceOffset(1, off)
			rest := scanned(t, `["`+text[at-2:]+`"]`)
			require.Equal(t, want[off:], rest.Text(1), "%s at %d", text, off)
		}
	}
}

func TestInt(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "-0": 0, "7": 7, "-7": -7, "999999999": 999999999, "1000000000": 1000000000, "9223372036854775807": math.MaxInt64, "-9223372036854775808": math.MinInt64,
		"1.0": 1, "1e2": 100, "1E+2": 100, "120e-1": 12, "1.5e1": 15, "-2.50e2": -250, "0.0": 0, "0e99999999": 0, "0.000e-5": 0, "100e-2": 1, "9.223372036854775807e18": math.MaxInt64, "1e18": 1e18,
	} {
		got, exact := scanned(t, text).Int(0)
		require.True(t, exact, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"1.5", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19", "1e20", "1e99999999", "1e1048577", "1e-99999999", "12e-2", "0.5", "1.05e1", "92233720368547758070"} {
		_, exact := scanned(t, text).Int(0)
		require.False(t, exact, text)
	}
	for _, text := range []string{"0.5", "1.5", "1e-1", "1e20"} {
		value, _ := scanned(t, text).Int(0)
		require.Zero(t, value, "%s: a fraction, or what an exponent makes too large, is read as 0", text)
	}
	zeros := strings.Repeat("0", 1<<20)
	for text, exact := range map[string]bool{
		"1" + zeros + "e-1048576": true, "1" + zeros + "0e-1048577": false, "0." + zeros[1:] + "1e1048576": true, "0." + zeros + "1e1048577": false,
	} {
		value, got := scanned(t, text).Int(0)
		require.Equal(t, exact, got, "an exponent of at most 1<<20 is read: %s", text[len(text)-9:])
		require.Equal(t, exact, value == 1)
	}
	for text, ok := range map[string]bool{"0": true, "999999999": true, "1000000000": false, "-1": false, "1.0": false, "1e2": false, `"1"`: false, "null": false} {
		n, got := scanned(t, text).Natural(0)
		require.Equal(t, ok, got, text)
		if ok {
			require.Equal(t, text, strconv.Itoa(n))
		}
	}
}

func TestLookup(t *testing.T) {
	v := scanned(t, `{"a":[1,[2]],"a/b~c":{"":3},"d":4,"d":5}`)
	for pointer, want := range map[string]string{
		"": string(v.Body), "/a": "[1,[2]]", "/a/0": "1", "/a/1": "[2]", "/a/1/0": "2", "/a~1b~0c": `{"":3}`, "/a~1b~0c/": "3", "/d": "5",
	} {
		require.Equal(t, want, v.Raw(v.Lookup(pointer)), pointer)
	}
	for _, pointer := range []string{"a", "/x", "/a/2", "/a/-1", "/a/01", "/a/+1", "/a/x", "/a/0/0", "/d/0", "/a~2", "/a~", "//"} {
		require.Equal(t, -1, v.Lookup(pointer), pointer)
	}
	require.Equal(t, -1, new(View).Lookup(""))
	require.Equal(t, "/x/~0~1~01", string(AppendToken([]byte("/x"), "~/~1")))
}

// TestMaxSize: an offset fits into a Node, and into an int of 32 bits.
func TestMaxSize(t *testing.T) { require.Equal(t, math.MaxInt32, MaxSize) }

// TestRelease keeps the buffers of ordinary bodies, and no larger ones.
func TestRelease(t *testing.T) {
	small := scanned(t, `["\u00e9"]`)
	small.Text(1)
	small.Release()
	require.Nil(t, small.Body)
	require.NotNil(t, small.Nodes)
	require.NotNil(t, small.arena)
	large := scanned(t, "["+strings.Repeat(`0,`, keptNodes)+`"`+strings.Repeat(`\n`, keptArena+1)+`"]`)
	large.Text(len(large.Nodes) - 1)
	large.Release()
	require.Nil(t, large.Nodes)
	require.Nil(t, large.arena)
}

// TestOpenAfterFault: what a fault leaves open has no end, and its next node follows it.
func TestOpenAfterFault(t *testing.T) {
	var v View
	require.Equal(t, UnterminatedString, v.Scan([]byte(`[{"a":[]},{"b":[1,{"c":"x`)).Code)
	open, closed := 0, 0
	for i, n := range v.Nodes {
		require.Greater(t, int(n.Next), i)
		if n.Kind < Array {
			continue
		}
		if n.End == 0 {
			open++
			require.Equal(t, i+1, int(n.Next))
		} else {
			closed++
			require.Equal(t, byte(v.Body[n.Start]+2), v.Body[n.End-1])
		}
	}
	require.Equal(t, 4, open)
	require.Equal(t, 2, closed)
	require.Zero(t, v.Scan([]byte(`[]`)))
	require.Equal(t, []Node{{0, 2, 1, Array, 0, 0}}, v.Nodes)
}

// TestWhiteSpace puts white space of every length at each place that may have some: the
// nodes are the same, and so is a fault behind it.
func TestWhiteSpace(t *testing.T) {
	tokens := []string{"{", `"a"`, ":", "[", "1", ",", `"b"`, ",", "[", "]", ",", "{", "}", "]", ",", `"c"`, ":", "true", "}"}
	want := scanned(t, strings.Join(tokens, ""))
	for size := range 30 {
		for _, space := range []string{strings.Repeat(" ", size), "\r\n" + strings.Repeat(" ", size), strings.Repeat(" ", size) + "\t", strings.Repeat("\t", size)} {
			got := scanned(t, space+strings.Join(tokens, space)+space)
			require.Len(t, got.Nodes, len(want.Nodes))
			for i := range got.Nodes {
				require.Equal(t, strings.ReplaceAll(got.Raw(i), space, ""), want.Raw(i))
				require.Equal(t, want.Nodes[i].Next, got.Nodes[i].Next)
			}
			for k := range tokens {
				text := space + strings.Join(tokens[:k], space) + space
				var v View
				require.Equal(t, len(text), v.Scan([]byte(text+"\v")).Offset, "%q", text)
			}
		}
	}
}
