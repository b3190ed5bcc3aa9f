package code

import (
	"flag"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestLanguages(t *testing.T) {
	for _, l := range Languages() {
		got, ok := ParseLanguage(l.String())
		require.True(t, ok)
		require.Equal(t, l, got)
	}
	_, ok := ParseLanguage("")
	require.False(t, ok)
	_, ok = ParseLanguage("cobol")
	require.False(t, ok)
	require.Empty(t, Language(0).String())
	require.Empty(t, Language(99).String())
	_, err := Write(0, []byte(`{"text":"a"}`))
	require.Error(t, err)
}

func TestUnreadable(t *testing.T) {
	for _, body := range []string{``, `{`, `[]`, `{"a":1}`} {
		for _, l := range Languages() {
			_, err := Write(l, []byte(body))
			var invalid *validate.InvalidError
			require.ErrorAs(t, err, &invalid, "%s of %s", l, body)
		}
	}
	_, err := Write(Go, []byte(`{"text":"a","\ud83d":1}`))
	require.EqualError(t, err, "a member's name has a lone surrogate, which a Go string cannot hold")
	_, err = Write(Go, []byte(`{"message":{"parts":[7]}}`))
	require.EqualError(t, err, "/message/parts/0 is not an object, which package builder cannot express")
}

// requireWritten writes a body in each language and parses the Go program.
func requireWritten(t *testing.T, body string, opts ...validate.Option) {
	for _, l := range Languages() {
		source, err := Write(l, []byte(body), opts...)
		if err != nil {
			continue // the language cannot express it
		}
		require.NotEmpty(t, source)
		if l == Go {
			_, err := parser.ParseFile(token.NewFileSet(), "", source, 0)
			require.NoError(t, err, source)
		}
	}
}

// TestWrongBodies checks that bodies with errors are written.
func TestWrongBodies(t *testing.T) {
	for _, rule := range rules.All() {
		for _, e := range rule.Bad {
			requireWritten(t, e.Body, validate.WithKind(e.Kind))
		}
	}
}

func FuzzWrite(f *testing.F) {
	for _, s := range own {
		f.Add(s.body)
	}
	for _, rule := range rules.All() {
		for _, e := range rule.Bad {
			f.Add(e.Body)
		}
	}
	f.Fuzz(func(t *testing.T, body string) { requireWritten(t, body) })
}

func TestGolden(t *testing.T) {
	body := []byte(`{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order has shipped 🎉","text_decorations":[{"range":[5,10],"style":"bold"},{"range":[23,25],"animation":"explode"}]},{"type":"media","url":"https://example.com/map.png"}],"effect":{"name":"confetti","type":"screen"},"preferred_service":"iMessage","idempotency_key":"order-7"}}`)
	for l, name := range map[Language]string{Go: "order.go.txt", Curl: "order.sh.txt", TypeScript: "order.ts.txt", Python: "order.py.txt"} {
		t.Run(l.String(), func(t *testing.T) {
			got, err := Write(l, body)
			require.NoError(t, err)
			golden := filepath.Join("testdata", name)
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			require.Equal(t, string(want), got)
		})
	}
}
