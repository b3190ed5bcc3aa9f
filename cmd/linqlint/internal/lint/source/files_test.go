package source

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

func TestFormats(t *testing.T) {
	for name, want := range map[string]Format{
		"a.json": JSON, "a.JSONL": NDJSON, "a.ndjson.gz": NDJSON, "a.har": HAR, "a.sh": Curl, "a.rest": HTTP, "a": JSON, "x.json.ZST": JSON,
	} {
		require.Equal(t, want, FormatOf(name), name)
	}
	for _, name := range FormatNames() {
		f, ok := ParseFormat(name)
		require.True(t, ok)
		require.Equal(t, name, f.String())
	}
	_, ok := ParseFormat("xml")
	require.False(t, ok)
	require.Equal(t, "invalid", Format(0).String())
}

func TestDecompress(t *testing.T) {
	var gz, zst bytes.Buffer
	w := gzip.NewWriter(&gz)
	_, err := io.WriteString(w, "{}\n")
	require.NoError(t, errors.Join(err, w.Close()))
	z, err := zstd.NewWriter(&zst)
	require.NoError(t, err)
	_, err = io.WriteString(z, "{}\n")
	require.NoError(t, errors.Join(err, z.Close()))
	for name, text := range map[string]string{"a.json.gz": gz.String(), "a.json.ZST": zst.String(), "a.json": "{}\n"} {
		r, err := Decompress(name, strings.NewReader(text))
		require.NoError(t, err, name)
		got, err := io.ReadAll(r)
		require.NoError(t, errors.Join(err, r.Close()), name)
		require.Equal(t, "{}\n", string(got), name)
		require.Equal(t, name != "a.json", Compressed(name))
	}
	_, err = Decompress("a.gz", strings.NewReader("{}"))
	require.ErrorContains(t, err, "not a gzip file")
	r, err := Decompress("a.zst", strings.NewReader("{}"))
	if err == nil {
		_, err = io.ReadAll(r)
	}
	require.Error(t, err)
}

func TestErrorText(t *testing.T) {
	_, err := os.Open(filepath.Join(t.TempDir(), "none"))
	require.Equal(t, "no such file or folder", ErrorText(err))
	require.Equal(t, "permission denied", ErrorText(&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}))
	require.Equal(t, "disk on fire", ErrorText(&fs.PathError{Op: "open", Path: "x", Err: errors.New("disk on fire")}))
	require.Equal(t, "plain", ErrorText(errors.New("plain")))
	for size, want := range map[int64]string{0: "0 bytes", 1: "1 byte", 1023: "1023 bytes", 1024: "1 KiB", 1536: "1.5 KiB", 3 << 30: "3 GiB"} {
		require.Equal(t, want, FormatSize(size))
	}
	for mode, want := range map[fs.FileMode]string{
		fs.ModeDir: "a folder", fs.ModeNamedPipe: "a FIFO", fs.ModeSocket: "a socket", fs.ModeDevice: "a device", fs.ModeIrregular: "a special file",
	} {
		require.EqualError(t, errNotRegular(mode), "is "+want+", not a regular file")
	}
}

func TestSkipToOffset(t *testing.T) {
	const text = "{}\n\n  \n[]\n{}\n"
	for _, tt := range []struct {
		offset        int64
		records, line int
		fails         bool
	}{{0, 0, 1, false}, {3, 1, 2, false}, {7, 1, 4, false}, {10, 2, 5, false}, {1, 0, 1, true}, {99, 0, 0, true}} {
		p := NewPieces(strings.NewReader(text), 2, 100)
		records, err := p.Skip(tt.offset)
		if require.Equal(t, tt.fails, err != nil, tt.offset); err != nil {
			continue
		}
		require.Equal(t, tt.records, records)
		piece, err := p.Next(nil)
		require.NoError(t, err)
		require.Equal(t, tt.line, piece.Line)
		require.Equal(t, tt.offset, piece.Offset)
	}
}

func TestReplace(t *testing.T) {
	t.Chdir(t.TempDir())
	begin := func(mode fs.FileMode) *Replacement {
		t.Helper()
		require.NoError(t, os.WriteFile("a.json", []byte("old"), 0o644))
		require.NoError(t, os.Chmod("a.json", mode))
		info, err := os.Stat("a.json")
		require.NoError(t, err)
		r, err := Replace("a.json", info)
		require.NoError(t, err)
		_, err = r.Write([]byte("new"))
		require.NoError(t, err)
		return r
	}
	content := func() string {
		text, err := os.ReadFile("a.json")
		require.NoError(t, err)
		entries, err := os.ReadDir(".")
		require.NoError(t, err)
		require.Len(t, entries, 1, "no temporary file is left")
		return string(text)
	}
	begin(0o644).Discard()
	require.Equal(t, "old", content())
	require.NoError(t, begin(0o640).Commit())
	require.Equal(t, "new", content())
	info, err := os.Stat("a.json")
	require.NoError(t, err)
	require.Equal(t, fs.FileMode(0o640), info.Mode().Perm())

	r := begin(0o644)
	require.NoError(t, os.Chtimes("a.json", time.Unix(1, 0), time.Unix(1, 0)))
	require.ErrorContains(t, r.Commit(), "changed by another program")
	require.Equal(t, "old", content())
	r = begin(0o644)
	require.NoError(t, os.Remove("a.json"))
	require.ErrorIs(t, r.Commit(), fs.ErrNotExist)

	require.NoError(t, os.WriteFile("a.json", nil, 0o444))
	info, err = os.Stat("a.json")
	require.NoError(t, err)
	_, err = Replace("a.json", info)
	require.EqualError(t, err, "is read-only")
	_, err = Replace("none", info)
	require.ErrorIs(t, err, fs.ErrNotExist)
	folder, err := os.Stat(".")
	require.NoError(t, err)
	_, err = Replace(".", folder)
	require.ErrorContains(t, err, "is a folder")
}

// testTree is a tree of empty files.
type testTree []string

func (t testTree) Files() []string       { return t }
func (t testTree) Fold(at string) string { return at }
func (t testTree) Open(string) (io.ReadCloser, int64, error) {
	return nil, 0, fs.ErrNotExist
}

func TestTree(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	t.Chdir(dir)
	require.NoError(t, os.WriteFile("only-on-disk.json", nil, 0o644))
	var tree testTree
	for _, name := range []string{".hidden/a.json", "a.json", "a.txt", "node_modules/a.json", "sub/b.json", "sub/deep/c.ndjson"} {
		tree = append(tree, filepath.ToSlash(dir)+"/"+name)
	}
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{[]string{"."}, []string{"a.json", "sub/b.json", "sub/deep/c.ndjson"}},
		{[]string{"sub"}, []string{"sub/b.json", "sub/deep/c.ndjson"}},
		{[]string{"a.txt"}, []string{"a.txt"}},
		{[]string{"only-on-disk.json"}, nil},
		{[]string{".hidden"}, []string{".hidden/a.json"}},
		{[]string{"sub/**/*.ndjson"}, []string{"sub/deep/c.ndjson"}},
		{[]string{"**/[bc].*"}, []string{"sub/b.json", "sub/deep/c.ndjson"}},
		{[]string{"*.json"}, []string{"a.json"}},
		{[]string{"s?b"}, []string{"sub/b.json", "sub/deep/c.ndjson"}},
		{[]string{"sub/b.json", "sub"}, []string{"sub/b.json", "sub/deep/c.ndjson"}},
		{[]string{"[a"}, []string{"! [a"}},
	} {
		var got []string
		f := Finder{Tree: tree}
		f.Find(tt.args, func(e Entry) bool {
			name := filepath.ToSlash(e.Path)
			if e.Err != nil {
				name = "! " + name
			} else {
				require.Contains(t, filepath.ToSlash(dir), e.Root[:1])
			}
			got = append(got, name)
			return true
		})
		require.Equal(t, tt.want, got, "%v", tt.args)
	}
}

func TestArguments(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.json", "b.JSON", "c[1].json", "x.txt", "sub/d.json", "sub/e.sh", ".h/f.json"} {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, nil, 0o644))
	}
	for _, tt := range []struct {
		f    Finder
		args []string
		want []string
	}{
		{Finder{}, []string{"."}, []string{"a.json", "b.JSON", "c[1].json", "sub/d.json", "sub/e.sh"}},
		{Finder{}, []string{"x.txt", "./a.json", "a.json"}, []string{"x.txt", "./a.json"}},
		{Finder{}, []string{"c[1].json", "none.json"}, []string{"c[1].json", "none.json!"}},
		{Finder{}, []string{"{a,b}.*"}, []string{"a.json", "b.JSON"}},
		{Finder{}, []string{"**/*.json"}, []string{"a.json", "c[1].json", "sub/d.json"}},
		{Finder{}, []string{"none/**", "[", strings.Repeat("{a,b}", 20)}, []string{"none/**!", "[!", strings.Repeat("{a,b}", 20) + "!"}},
		{Finder{NoIgnore: true}, []string{"."}, []string{".h/f.json", "a.json", "b.JSON", "c[1].json", "sub/d.json", "sub/e.sh"}},
		{Finder{Exclude: []string{"sub/*.sh", "a.*", "[", "./c*"}}, []string{"."}, []string{"b.JSON", "sub/d.json"}},
		{Finder{Skip: func(at string) bool { return strings.HasSuffix(at, "/sub") }}, []string{"."}, []string{"a.json", "b.JSON", "c[1].json"}},
		{Finder{Only: func(at string) bool { return strings.HasSuffix(at, "/a.json") }}, []string{".", "x.txt"}, []string{"a.json"}},
		{Finder{Written: []string{"a.json"}}, []string{"a.json", "x.txt"}, []string{"x.txt"}},
		{Finder{}, []string{Stdin}, []string{Stdin}},
	} {
		var got []string
		tt.f.Find(tt.args, func(e Entry) bool {
			name := filepath.ToSlash(e.Path)
			if e.Err != nil {
				name += "!"
			}
			got = append(got, name)
			return true
		})
		require.Equal(t, tt.want, got, "%v", tt.args)
	}
	require.True(t, (&Finder{Exclude: []string{"sub/*"}}).Excluded("sub/d.json"))
	require.False(t, (&Finder{Exclude: []string{"sub/*"}}).Excluded("d.json"))
}

func TestWide(t *testing.T) {
	const text = "{\"a\":\"é🎉\"}"
	encode := func(unit int, order binary.ByteOrder, mark bool) (b []byte) {
		s := text
		if mark {
			s = "\uFEFF" + s
		}
		for _, r := range s {
			if unit == 4 {
				b = append(b, make([]byte, 4)...)
				order.PutUint32(b[len(b)-4:], uint32(r))
				continue
			}
			for _, u := range utf16.Encode([]rune{r}) {
				b = append(b, make([]byte, 2)...)
				order.PutUint16(b[len(b)-2:], u)
			}
		}
		return b
	}
	for _, unit := range []int{2, 4} {
		for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
			for _, mark := range []bool{true, false} {
				got, ok := Wide(encode(unit, order, mark))
				require.True(t, ok, "%d %s %v", unit, order, mark)
				require.Equal(t, text, string(got), "%d %s %v", unit, order, mark)
			}
		}
	}
	for _, not := range []string{text, "", "{}", "\x00\x00\x00\x00\x00\x00\x00\x00", "\uFEFF{}", "PK\x03\x04\x00\x00\x00\x00"} {
		_, ok := Wide([]byte(not))
		require.False(t, ok, "%q", not)
	}
}

func TestUnsupportedExtensions(t *testing.T) {
	require.ErrorContains(t, CheckExtension("send.BAT"), "not supported")
	require.ErrorContains(t, CheckExtension("a.ps1.gz"), "PowerShell")
	require.NoError(t, CheckExtension("a.sh"))
	for ext, why := range unsupported() {
		require.False(t, taken("a"+ext), "a walk would find it")
		require.EqualError(t, CheckExtension("a"+ext), why)
	}
	for _, ext := range programs {
		require.False(t, taken("a"+ext), "a walk would find it")
		require.EqualError(t, CheckExtension("a"+ext), programsText)
	}
}
