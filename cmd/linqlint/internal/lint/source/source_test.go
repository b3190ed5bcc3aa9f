package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestLines(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // offset:line:number:body
	}{
		{"nothing", "", nil},
		{"one line without an end", "{}", []string{"0:1:1:{}"}},
		{"line ends of both kinds", "{}\r\n[]\n", []string{"0:1:1:{}", "4:2:2:[]"}},
		{"blank lines count as lines and not as records", "\n \t\r\n{}\n\n[]", []string{"5:3:1:{}", "9:5:2:[]"}},
		{"white space stays with its body", "  {} \n", []string{"0:1:1:  {} "}},
		{"a lone carriage return is not a line end", "{}\r[]\n", []string{"0:1:1:{}\r[]"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for r := range Lines([]byte(tt.text)) {
				got = append(got, fmt.Sprintf("%d:%d:%d:%s", r.Offset, r.Line, r.Number, r.Body))
			}
			require.Equal(t, tt.want, got)
		})
	}
}

func TestElements(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
		fault      string
	}{
		{"none", " [ ] \n", nil, ""},
		{"two", "[{}, [1,2]]", []string{"1:1:1:{}", "5:1:2:[1,2]"}, ""},
		{"strings hide brackets and commas", `[{"a":"],\"["},2]`, []string{`1:1:1:{"a":"],\"["}`, "15:1:2:2"}, ""},
		{"lines", "[\n  {},\n\n  {\n}\n]", []string{"4:2:1:{}", "11:4:2:{\n}"}, ""},
		{"a byte order mark", "\uFEFF[1]", []string{"4:1:1:1"}, ""},
		{"two bodies without a comma are one element, for the validator to report", "[{} {}]", []string{"1:1:1:{} {}"}, ""},
		{"a comma at the end", "[1,]", []string{"1:1:1:1"}, "3:missing element before this comma or bracket"},
		{"a comma at the start", "[,1]", nil, "1:missing element before this comma or bracket"},
		{"never closed", "[1", []string{"1:1:1:1"}, "2:missing closing bracket of the root array"},
		{"a string never closed", `[{"a":"b`, []string{`1:1:1:{"a":"b`}, "8:missing closing bracket of the root array"},
		{"text behind", "[1] 2", []string{"1:1:1:1"}, "4:unexpected text after the root array"},
		{"no array", " {}", nil, "1:--input array needs an array at the root"},
		{"nothing", "", nil, "0:--input array needs an array at the root"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			var fault ArrayFault
			for r := range Elements([]byte(tt.text), &fault) {
				got = append(got, fmt.Sprintf("%d:%d:%d:%s", r.Offset, r.Line, r.Number, r.Body))
			}
			require.Equal(t, tt.want, got)
			text := ""
			if fault.Message != "" {
				text = fmt.Sprintf("%d:%s", fault.Offset, fault.Message)
			}
			require.Equal(t, tt.fault, text)
		})
	}
}

// FuzzElements checks that nothing panics, that elements are ascending and at their
// offsets, and that their lines are right.
func FuzzElements(f *testing.F) {
	for _, seed := range []string{"[]", `[{"a":"]"},{}]`, "[1,]", "[\"\\", "[}", "[\n{}\n,\n{}]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		var fault ArrayFault
		for r := range Elements([]byte(text), &fault) {
			if r.Offset < end || text[r.Offset:r.Offset+len(r.Body)] != string(r.Body) {
				t.Fatalf("element %d at %d overlaps the one before, or is not there", r.Number, r.Offset)
			}
			if line := 1 + strings.Count(text[:r.Offset], "\n"); line != r.Line {
				t.Fatalf("element %d on line %d, want %d", r.Number, r.Line, line)
			}
			end = r.Offset + len(r.Body)
		}
	})
}

// TestPiecesJoinToTheStream splits random lines into pieces of random sizes: joined
// they are the stream, each ends at a line end, and each has its offset.
func TestPiecesJoinToTheStream(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.StringMatching(`[a-z]{0,40}`)).Draw(t, "lines"), "\n")
		size := rapid.IntRange(1, 50).Draw(t, "size")
		p := NewPieces(iotest.OneByteReader(strings.NewReader(text)), size, 1000)
		p.Eager = rapid.Bool().Draw(t, "eager")
		var got bytes.Buffer
		var buf []byte
		for {
			piece, err := p.Next(buf)
			require.NoError(t, err)
			require.Equal(t, got.Len(), int(piece.Offset))
			require.Equal(t, 1+strings.Count(got.String(), "\n"), piece.Line)
			got.Write(piece.Text)
			if piece.Last {
				break
			}
			require.True(t, bytes.HasSuffix(piece.Text, []byte("\n")))
			buf = piece.Text
		}
		require.Equal(t, text, got.String())
		_, err := p.Next(nil)
		require.ErrorIs(t, err, io.EOF)
	})
}

// TestPiecesSkipLongLines checks the lines up to the limit, and the reported sizes
// of the others.
func TestPiecesSkipLongLines(t *testing.T) {
	long := strings.Repeat("x", 100_000)
	for _, text := range []string{"a\n" + long + "\nb\n", long + "\nb", "a\n" + long} {
		p := NewPieces(strings.NewReader(text), 64, 1000)
		var kept []string
		skipped := int64(0)
		for last := false; !last; {
			piece, err := p.Next(nil)
			require.NoError(t, err)
			if skipped += piece.TooLong; piece.TooLong > 0 {
				require.Equal(t, strings.Index(text, long), int(piece.Offset))
				require.Equal(t, 1+strings.Count(text[:piece.Offset], "\n"), piece.Line)
			}
			for r := range Lines(piece.Text) {
				kept = append(kept, string(r.Body))
			}
			last = piece.Last
		}
		require.Equal(t, int64(len(long)), skipped)
		require.Equal(t, slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return s == "" || s == long }), kept)
	}
}

// TestPiecesOfABrokenStream checks that what was read comes with the error.
func TestPiecesOfABrokenStream(t *testing.T) {
	broken := errors.New("the disk is gone")
	p := NewPieces(io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken)), 64, 1000)
	piece, err := p.Next(nil)
	require.ErrorIs(t, err, broken)
	require.True(t, piece.Last)
	require.Equal(t, "a\nb", string(piece.Text))
}

func TestReadAll(t *testing.T) {
	tests := []struct {
		name        string
		size, limit int64
		text        string
		want        string // the error
	}{
		{"size known", 5, 100, "12345", ""},
		{"size unknown", -1, 100, "12345", ""},
		{"it has grown since", 2, 100, "12345", ""},
		{"it has shrunk since", 50, 100, "12345", ""},
		{"empty", 0, 100, "", ""},
		{"at the limit", 5, 5, "12345", ""},
		{"over the limit by its size", 6, 5, "123456", "the file is 6 bytes, larger than 5 bytes (--max-size)"},
		{"over the limit by what came", -1, 5, "123456", "the file is larger than 5 bytes (--max-size)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadAll(iotest.HalfReader(strings.NewReader(tt.text)), tt.size, tt.limit, nil)
			if tt.want != "" {
				require.EqualError(t, err, tt.want)
				return
			}
			require.NoError(t, err)
			require.Equal(t, tt.text, string(got))
		})
	}
}

func TestCheckText(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"JSON", `{"a":1}`, ""},
		{"JSON with a NUL in it: the validator says where", "{\"a\":\"\x00\"}", ""},
		{"behind a byte order mark", "\uFEFF {\x00}", ""},
		{"text", "hello", ""},
		{"nothing", "", ""},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", "is a binary file (a NUL byte at offset 8), not JSON"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := CheckText([]byte(tt.text))
			if tt.want == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, tt.want)
		})
	}
}

func TestFormatSize(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 bytes", 1: "1 byte", 1023: "1023 bytes", 1024: "1 KiB", 1536: "1.5 KiB", 16 << 20: "16 MiB", 5 << 30: "5 GiB", 1<<63 - 1: "8 EiB",
	} {
		require.Equal(t, want, FormatSize(n))
	}
}

// TestReplaceKeepsOtherChanges: a file that was changed between reading and writing
// is not replaced, and no temporary file is left.
func TestReplaceKeepsOtherChanges(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.json")
	write(t, file, "old")
	info, err := os.Stat(file)
	require.NoError(t, err)

	r, err := Replace(file, info)
	require.NoError(t, err)
	_, err = r.Write([]byte("new"))
	require.NoError(t, err)
	write(t, file, "somebody else's")
	require.EqualError(t, r.Commit(), "changed by another program in the meantime")
	requireFiles(t, dir, map[string]string{"a.json": "somebody else's"})

	info, err = os.Stat(file)
	require.NoError(t, err)
	r, err = Replace(file, info)
	require.NoError(t, err)
	_, err = r.Write([]byte("half of"))
	require.NoError(t, err)
	r.Discard()
	requireFiles(t, dir, map[string]string{"a.json": "somebody else's"})
}

// requireFiles checks the files of the current folder.
func requireFiles(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	got := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		got[e.Name()] = string(text)
	}
	require.Equal(t, want, got)
}
