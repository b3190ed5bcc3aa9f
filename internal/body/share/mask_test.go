package share

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

func TestMask(t *testing.T) {
	tests := []struct {
		name, in, want string
		n              int
	}{
		{"a recipient stays E.164", `{"to":["+14155550123"]}`, `{"to":["+10000000001"]}`, 1},
		{"the same twice, others apart", `["+14155550123","+4917012345678","+14155550123"]`, `["+10000000001","+4000000000002","+10000000001"]`, 3},
		{"written as people do", `"call (415) 555-0123 now"`, `"call (400) 000-0001 now"`, 1},
		{"after an escape", `"\n+14155550123"`, `"\n+10000000001"`, 1},
		{"the same with and without separators", `"+1 415 555 0123 +14155550123"`, `"+1 000 000 0001 +10000000001"`, 2},
		{"an email", `"kevin.roth@example.co.uk"`, `"xxxxxxxxxx@xxxxxxx.xx.uk"`, 1},
		{"two emails stay two", `["ann@a.com","bob@a.com"]`, `["xxx@x.com","xxb@x.com"]`, 2},
		{"an email in another case is the same", `["Ann@a.com","ann@A.com"]`, `["xxx@x.com","xxx@x.com"]`, 2},
		{"letters outside ASCII keep their units", `"ünï@bücher.de"`, `"xxx@xxxxxx.de"`, 1},
		{"a UUID is not a number", `"550e8400-e29b-41d4-a716-446655440000"`, `"550e8400-e29b-41d4-a716-446655440000"`, 0},
		{"a date is not a number", `"2026-08-12T10:30:00Z"`, `"2026-08-12T10:30:00Z"`, 0},
		{"a JSON number is not a string", `{"size_bytes":104857600}`, `{"size_bytes":104857600}`, 0},
		{"a price and a year", `"$3.50 in 2026"`, `"$3.50 in 2026"`, 0},
		{"part of a name", `"order_12345678"`, `"order_12345678"`, 0},
		{"too long for a number", `"1234567890123456"`, `"1234567890123456"`, 0},
		{"a URL's number is masked", `"https://wa.me/14155550123"`, `"https://wa.me/10000000001"`, 1},
		{"broken JSON is masked too", `{"to": "+14155550123`, `{"to": "+10000000001`, 1},
		{"broken JSON has no outside", `to: +14155550123, "a" b@c.de "`, `to: +10000000001, "a" x@x.de "`, 2},
		{"encoded in a URL", `"https://a.example/?m=kim%40example.com&t=%2B14155550123&n=415%20555%200124"`, `"https://a.example/?m=xxx%40xxxxxxx.com&t=%2B10000000001&n=400%20000%200002"`, 3},
		{"a plus in an encoded address", `"kim%2Bnews%40example.com"`, `"xxx%78xxxx%40xxxxxxx.com"`, 1},
		{"escaped as JSON", `["\u002b14155550123","+1415555\u0030123","k\u0069m\u0040example.com"]`, `["\u002b10000000001","+1000000\u0030001","x\u0078x\u0040xxxxxxx.com"]`, 3},
		{"an escaped quotation mark ends no string", `"\"+14155550123\" +14155550123"`, `"\"+10000000001\" +10000000001"`, 2},
		{"spaces and hyphens that do not break", "\"+1\u00a0415\u00a0555\u20110123\"", "\"+1\u00a0000\u00a0000\u20110001\"", 1},
		{"digits of other scripts", `"＋１４１５５５５０１２３, ٠١٢٣٤٥٦٧٨٩"`, `"＋１０００００００００１, ٠٠٠٠٠٠٠٠٠٢"`, 2},
		{"a number that is not a string", `{"to":[14155550123],"price":1415555012.3,"size":1415555012345678}`, `{"to":[10000000001],"price":1415555012.3,"size":1415555012345678}`, 1},
		{"the name of a member", `{"+14155550123":1}`, `{"+10000000001":1}`, 1},
		{"two numbers without anything between", `"4155550123 4155550124"`, `"4000000001 4000000002"`, 2},
		{"half of a pair, half of an escape", `"\ud83d+14155550123 \u00`, `"\ud83d+10000000001 \u00`, 1},
		{"an @ alone", `"@ a@ @b a@b"`, `"@ a@ @b a@b"`, 0},
		{"empty", ``, ``, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, n := Mask(test.in)
			require.Equal(t, test.want, got)
			require.Equal(t, test.n, n)
		})
	}
}

// TestMaskTakesLongBodies takes minutes if Mask is quadratic.
func TestMaskTakesLongBodies(t *testing.T) {
	for _, in := range []string{
		strings.Repeat("{", 1<<19),
		strings.Repeat("-", 1<<19) + "@de",
		"@" + strings.Repeat("a-", 1<<18),
		strings.Repeat("1-", 1<<18) + "1a",
		strings.Repeat("ä.", 1<<18),
	} {
		masked, n := Mask(in)
		require.Zero(t, n)
		require.True(t, masked == in)
	}
	in := strings.Repeat("-", 1<<19) + "@b.de"
	masked, n := Mask(in)
	require.Equal(t, 1, n)
	require.True(t, masked == strings.Repeat("x", 1<<19)+"@x.de")
}

func FuzzMask(f *testing.F) {
	f.Add(`{"to":["+14155550123","ä@b.de"],"message":{"parts":[{"type":"text","value":"call +1 (415) 555-0123 🎉"}]}}`)
	f.Add("\"\\u002b1415\\\\n5550123\"")
	f.Add(`"%2B1415%20555\\u00300 k%40b.de \\u00e4@b.de 𝔞@b.de`)
	f.Fuzz(func(t *testing.T, body string) {
		masked, _ := Mask(body)
		require.Equal(t, decorations.UTF16Len(body), decorations.UTF16Len(masked), "ranges stay valid")
		again, _ := Mask(masked)
		require.Equal(t, decorations.UTF16Len(masked), decorations.UTF16Len(again))
	})
}
