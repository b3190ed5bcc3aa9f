package validate

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// TestUsualDecoration compares the fast path of decorations with its slow twin:
// what it accepts, decoration accepts, with the same result and without a report.
func TestUsualDecoration(t *testing.T) {
	const text = "Ein Tisch für 👩🏽 и\\u0301 क्षमा"
	random := rand.New(rand.NewPCG(3, 4))
	// pick takes the first of the strings in half of the cases.
	pick := func(from ...string) string { return from[max(0, random.IntN(2*len(from))-len(from))] }
	usual := 0
	for range 20000 {
		span := `"` + pick("range", "Range", "rang\\u0065") + `":` + pick("", " ") +
			pick("[", "{\"a\":") + pick("0", "3", "9", "14", "15", "16", "-1", "1.0", "99") + pick(",", "],[", ",2,") +
			pick("4", "9", "14", "15", "16", "17", "20", "27", "99", "null") + pick("]", "}")
		kind := pick(`"style"`, `"animation"`, `"styl\u0065"`, `"kind"`) + `:` +
			pick(`"bold"`, `"shake"`, `"bald"`, `"b\u006fld"`, `""`, `null`, `["bold"]`)
		object := pick(span+","+kind, kind+","+span, span, kind, span+","+kind+`,"x":1`, span+",\n "+kind)
		fast, slow := New(), New()
		body := []byte(`{"parts":[{"type":"text","value":"` + text + `","text_decorations":[{` + object + `}]}]}`)
		f, s := newChecker(), checker{}
		if f.view.Scan(body).Code != 0 {
			continue
		}
		s.view.Scan(body)
		f.v, s.v = fast, slow
		d := f.view.Lookup("/parts/0/text_decorations/0")
		value := f.text(f.view.Lookup("/parts/0/value"))
		f.index.ResetValid(value)
		s.index.Reset(strings.Clone(value))
		var got, want ranged
		if !f.usualDecoration(d, &got) {
			require.Empty(t, f.found)
			continue
		}
		usual++
		require.True(t, s.decoration(d, &want, value, true), "%s", body)
		require.Equal(t, want, got, "%s", body)
		require.Empty(t, s.found, "%s", body)
	}
	require.Greater(t, usual, 500)
}

// TestUsualNamesTakeTheShortWay: every documented name is read by it, in whatever order,
// one with another byte is not, and a usual decoration is.
func TestUsualNamesTakeTheShortWay(t *testing.T) {
	for _, o := range []*api.Object{api.MessagesCreateBody, api.ChatsCreateBody, api.MessageContent, api.Part, api.TextDecoration, api.InlineSticker, api.App, api.Layout, api.WebhookCreateBody} {
		body := "{"
		for i := range o.Members {
			body += `"` + o.Members[i].Name + `":0,`
		}
		c := newChecker()
		var m members
		require.Zero(t, c.view.Scan([]byte(body+`"last":[0]}`)).Code)
		last := 1 + 2*len(o.Members)
		require.Equal(t, last, c.collectUsual(0, o, &m, usual), o.Name)
		for i := range o.Members {
			name := o.Members[i].Name
			require.Equal(t, 2+2*i, m.at(i), name)
			for at := range name {
				var c checker
				var m members
				require.Zero(t, c.view.Scan([]byte(`{"`+name[:at]+"~"+name[at+1:]+`":0,"last":[0]}`)).Code)
				require.Equal(t, 1, c.collectUsual(0, o, &m, usual), "another byte at %d of %s", at, name)
			}
		}
	}
	for body, want := range map[string]Kind{
		`{"to":[],"message":{}}`: KindMessagesCreate, `{"message":{},"from":"a","to":[]}`: KindChatsCreate, `{"from":"a","to":[],"message":{}}`: KindChatsCreate, `{"to":[],"message":0}`: KindMessagesCreate,
		`{"message":{}}`: KindChatsMessagesSend, `{"message":null}`: KindChatsMessagesSend, `{"message":{},"message":{}}`: "", `{"message":{},"override_optout":true}`: "", `{"to":[]}`: "", `{"to":[],"message":{},"x":1}`: "", `{"to":[],"message":{},"to":[]}`: "",
	} {
		c := newChecker()
		var m members
		require.Zero(t, c.view.Scan([]byte(body+"        ")).Code)
		kind, o := c.usualSend(&m)
		require.Equal(t, want, kind, body)
		require.Equal(t, want != "", o != nil, body)
		require.Equal(t, want != "", m.has != 0, body)
	}
	for _, body := range []string{`{"range":[0,2],"style":"bold"}`, `{"style":"bold","range":[0,2]}`, `{"animation":"shake","range":[1,2]}`} {
		c := newChecker()
		var got ranged
		require.Zero(t, c.view.Scan([]byte(body)).Code)
		c.index.ResetValid("Hi")
		require.True(t, c.usualDecoration(0, &got), body)
	}
}

// domainByTokens is nextDomain without a look at the dots first.
func domainByTokens(text string, at, to int) (start, end int, ok bool) {
	for at < to {
		size := inToken(text[at:to])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		start = at
		for ; size > 0; size = inToken(text[at:to]) {
			at += size
		}
		if end := domainEnd(text, start, at); end > 0 {
			return start, end, true
		}
	}
	return 0, 0, false
}

// TestNextDomainTwin compares nextDomain and nextURL with what looks at every
// code point.
func TestNextDomainTwin(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	pieces := []string{".", ".", "..", "-", "/", "a", "example", "com", "co", "www.", "WwW.", "http://", "HTTPS://", " ", "@", "é", "日本", "A", "9", ":", "pdf", "\u0301", "://"}
	found := 0
	for range 40000 {
		var b strings.Builder
		for range random.IntN(9) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		at := 0
		for {
			start, end, ok := nextDomain(text, at, len(text))
			wantStart, wantEnd, want := domainByTokens(text, at, len(text))
			require.Equal(t, want, ok, "%q at %d", text, at)
			require.Equal(t, [2]int{wantStart, wantEnd}, [2]int{start, end}, "%q at %d", text, at)
			if !ok {
				break
			}
			found++
			at = end
		}
		if start, _, ok := nextURL(text, 0); !ok {
			for i := range len(text) {
				n := schemeLen(text[i:])
				require.False(t, n > 0 && startsName(text[i+n:]), "%q", text)
				require.False(t, hasFold(text[i:], "www.") && startsWord(text, i) && startsName(text[i+4:]), "%q", text)
			}
		} else {
			require.Less(t, start, len(text))
		}
	}
	require.Greater(t, found, 100)
}

// TestResponseNeedsItsMembers: detection leaves out the look for a response where
// no member is one that only the API sends.
func TestResponseNeedsItsMembers(t *testing.T) {
	names := []string{"message", "parts", "experience", "from", "to", "poll", "options", "option_id", "layout", "placement", "voice_memo_url", "operation", "type",
		"filename", "size_bytes", "text", "attachment_id", "target_url", "subscribed_events", "is_active", "phone_numbers", "display_name", "group_chat_icon",
		"first_name", "last_name", "phone_number", "address", "forwarding_number", "handle", "reason", "variant", "shades", "style", "image_url"}
	random := rand.New(rand.NewPCG(7, 8))
	for range 5000 {
		var members []string
		for range 1 + random.IntN(6) {
			members = append(members, `"`+names[random.IntN(len(names))]+`":`+[]string{`{"id":1,"parts":[]}`, `[]`, `"x"`, "null"}[random.IntN(4)])
		}
		var v scan.View
		require.Zero(t, v.Scan([]byte("{"+strings.Join(members, ",")+"}")).Code)
		require.Zero(t, topMembers(&v)&(hasOther|hasElsewhere))
		require.Empty(t, response(&v))
	}
}

// TestNothingIsLeftOfATextBefore: what a text that was checked before had is not
// taken for what an empty one has.
func TestNothingIsLeftOfATextBefore(t *testing.T) {
	body := func(text, span string) []byte {
		return []byte(`{"parts":[{"type":"text","value":"` + text + `","text_decorations":[{"range":` + span + `,"style":"bold"}]}]}`)
	}
	v := New()
	for _, before := range []string{"Ein Tisch für 👩🏽", "plain"} {
		require.Empty(t, v.JSON(body(before, "[0,1]")).Diagnostics)
		report := v.JSON(body("", "[0,1]"))
		require.True(t, report.Has("text-empty"), "%v", report.Diagnostics)
		require.True(t, report.Has("decoration-range-bounds"), "%v", report.Diagnostics)
		require.True(t, v.JSON(body("é", "[0,2]")).Has("decoration-range-bounds"))
	}
}

// TestIsLetterSurely: what is told without the tables is what they tell.
func TestIsLetterSurely(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if isLetterSurely(r) {
			require.False(t, unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == 0x034F || 0xFE00 <= r && r <= 0xFE0F, "%U", r)
		}
	}
}
