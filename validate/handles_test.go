package validate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRecipients: E.164 or an email address, and what is nearly one.
func TestRecipients(t *testing.T) {
	for _, test := range []struct{ name, to, want, fixed string }{
		{name: "a number", to: "+14155550123"},
		{name: "the shortest", to: "+12"},
		{name: "the longest", to: "+123456789012345"},
		{name: "an email address", to: "kevin@example.com"},
		{name: "one with a plus", to: "kevin+news@mail.example.co.uk"},
		{name: "one in capitals", to: "Kevin@Example.COM"},
		{name: "one in another script", to: "ゆき@例え.テスト"},
		{name: "one with odd signs", to: "o'hara_!#$%&*@example.com"},
		{name: "one with digits", to: "4155550123@vtext.com"},
		{name: "one below a one-letter label", to: "a@b.c"},

		{name: "one digit", to: "+1", want: "to-handle"},
		{name: "sixteen digits", to: "+1234567890123456", want: "to-handle"},
		{name: "a country code that starts with 0", to: "+0155550123", want: "to-handle"},
		{name: "no plus", to: "4155559876", want: "to-handle"},
		{name: "an international prefix", to: "004915112345678", want: "to-handle"},
		{name: "letters", to: "+1415555CALL", want: "to-handle"},
		{name: "digits of another script", to: "+١٤١٥٥٥٥٠١٢٣", want: "to-handle", fixed: "+14155550123"},
		{name: "two pluses", to: "++14155550123", want: "to-handle"},
		{name: "a plus alone", to: "+", want: "to-handle"},
		{name: "an extension", to: "+14155550123x7", want: "to-handle"},
		{name: "a scheme", to: "tel:+14155550123", want: "to-handle", fixed: "+14155550123"},
		{name: "a short code", to: "12345", want: "to-handle"},
		{name: "empty", to: "", want: "to-handle"},
		{name: "a name", to: "Kevin", want: "to-handle"},
		{name: "two at signs", to: "a@b@example.com", want: "to-handle"},
		{name: "no local part", to: "@example.com", want: "to-handle"},
		{name: "no domain", to: "kevin@", want: "to-handle"},
		{name: "a domain without a dot", to: "kevin@localhost", want: "to-handle"},
		{name: "a domain that starts with a dot", to: "kevin@.com", want: "to-handle"},
		{name: "a domain that ends in one", to: "kevin@example.com.", want: "to-handle"},
		{name: "two dots", to: "kevin@example..com", want: "to-handle"},
		{name: "a space", to: "kevin lee@example.com", want: "to-handle"},
		{name: "a no-break space", to: "kevin\u00a0lee@example.com", want: "to-handle"},
		{name: "a control code", to: `kevin\u0000@example.com`, want: "to-handle"},
		{name: "a display name", to: "Kevin <kevin@example.com>", want: "to-handle"},
		{name: "an invisible mark, as a contact has it when copied", to: "\u202a+14155550123\u202c", want: "to-handle", fixed: "+14155550123"},

		{name: "an email address with a zero width space", to: "bob\u200b@example.com", want: "to-handle", fixed: "bob@example.com"},
		{name: "mailto:", to: "mailto:bob@example.com", want: "to-handle", fixed: "bob@example.com"},
		{name: "whatsapp:", to: "whatsapp:+14155550123", want: "to-handle", fixed: "+14155550123"},
		{name: "sms: with spaces", to: "SMS: +1 415 555 0123", want: "to-handle", fixed: "+14155550123"},
		{name: "angle brackets", to: "<bob@example.com>", want: "to-handle", fixed: "bob@example.com"},
		{name: "one angle bracket", to: "bob@example.com>", want: "to-handle", fixed: "bob@example.com"},
		{name: "full-width digits", to: "＋１４１５５５５０１２３", want: "to-handle", fixed: "+14155550123"},
		{name: "Arabic digits", to: "+١٤١٥٥٥٥٠١٢٣", want: "to-handle", fixed: "+14155550123"},
		{name: "a prefix before what is not a handle", to: "tel:911-HELP", want: "to-handle"},

		{name: "spaces, dashes, brackets", to: "+1 (415) 555-0123", want: "to-handle", fixed: "+14155550123"},
		{name: "dots", to: "+1.415.555.0123", want: "to-handle", fixed: "+14155550123"},
		{name: "no-break spaces and typographic dashes", to: "+49\u00a0151‑1234–5678", want: "to-handle", fixed: "+4915112345678"},
		{name: "a zero for calls within the country", to: "+49 (0) 151 1234", want: "to-handle"},
		{name: "no country code is guessed", to: "(415) 555-0123", want: "to-handle"},
		{name: "slashes stay", to: "+49/151/1234", want: "to-handle"},

		{name: "a space before", to: " +14155550123", want: "string-whitespace", fixed: "+14155550123"},
		{name: "a line end after", to: `+14155550123\n`, want: "string-whitespace", fixed: "+14155550123"},
		{name: "an ideographic space", to: "\u3000kevin@example.com", want: "string-whitespace", fixed: "kevin@example.com"},
		{name: "an escaped no-break space", to: `kevin@example.com\u00A0`, want: "string-whitespace", fixed: "kevin@example.com"},
		{name: "NEL", to: "+14155550123\u0085", want: "string-whitespace", fixed: "+14155550123"},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := []byte(createOf(`"` + test.to + `"`))
			v := New(WithKind(KindMessagesCreate))
			report := v.JSON(body)
			want := ""
			if test.want != "" {
				want = test.want + " /to/0"
			}
			require.Equal(t, want, found(report))
			fixed, n, _ := v.Fix(body, FixAll)
			require.Equal(t, test.fixed != "", n > 0, "whether there is a fix")
			if n > 0 {
				require.Equal(t, createOf(`"`+test.fixed+`"`), string(fixed))
			}
		})
	}
}

// TestSenders: from and exclude_from take numbers only.
func TestSenders(t *testing.T) {
	for _, from := range []string{"kevin@example.com", "4155550123", "+1", "", "Acme"} {
		body := `{"from":"` + from + `","to":["+14155550123"],"message":{` + hello + `}}`
		require.Equal(t, "from-phone /from", found(JSON([]byte(body))), from)
		body = `{"exclude_from":["+12052535597","` + from + `"],"to":["+14155550123"],"message":{` + hello + `}}`
		require.Equal(t, "exclude-from-phone /exclude_from/1", found(JSON([]byte(body), WithKind(KindMessagesCreate))), from)
	}
	require.Empty(t, JSON([]byte(`{"exclude_from":[],"to":["+14155550123"],"message":{`+hello+`}}`)).Diagnostics)
}

// TestSameRecipient: who is the same as whom, few and many.
func TestSameRecipient(t *testing.T) {
	many := strings.Join(numbers(40), ",")
	run(t, []row{
		{name: "twice", kind: KindMessagesCreate, body: createOf(`"+12","+13","+12"`), want: "to-duplicate /to/2"},
		{name: "three times", kind: KindMessagesCreate, body: createOf(`"+12","+13","+12","+12"`), want: "to-duplicate /to/2; to-duplicate /to/3"},
		{name: "emails in another case", kind: KindMessagesCreate, body: createOf(`"Kevin@example.com","kevin@EXAMPLE.com"`), want: "to-duplicate /to/1"},
		{name: "in escapes", kind: KindMessagesCreate, body: createOf(`"+12","\u002b12"`), want: "to-duplicate /to/1"},
		{name: "with a space", kind: KindMessagesCreate, body: createOf(`"+12","+12 "`), want: "string-whitespace /to/1; to-duplicate /to/1"},
		{name: "a wrong one, twice", kind: KindMessagesCreate, body: createOf(`"x","x"`), want: "to-handle /to/0; to-duplicate /to/1; to-handle /to/1"},
		{name: "numbers that only look alike", kind: KindMessagesCreate, body: createOf(`"+12","+1 2"`), want: "to-handle /to/1"},
		{name: "among many", kind: KindMessagesCreate, body: createOf(many, `"+14155551039"`, `"+14155551000"`, `"A@b.cd"`, `"a@B.cd"`), want: "to-large /to; to-duplicate /to/40; to-duplicate /to/41; to-duplicate /to/43"},
		{name: "the sender", kind: KindChatsCreate, body: `{"from":"+12","to":["+13","+12"],"message":{` + hello + `}}`, want: "to-self /to/1"},
		{name: "the sender, twice", kind: KindChatsCreate, body: `{"from":"+12","to":["+12","+12"],"message":{` + hello + `}}`, want: "to-self /to/0; to-duplicate /to/1"},
		{name: "a mention by another case", kind: KindMessagesCreate, body: createText(`"Kevin@example.com","+12"`, `"mention":"kevin@Example.com"`)},
		{name: "one recipient twice is a direct chat", kind: KindMessagesCreate, body: createText(`"+12","+12"`, `"mention":"+12"`), want: "to-duplicate /to/1; mention-direct /message/parts/0/mention"},
		{name: "in chats.messages.send nobody knows", kind: KindChatsMessagesSend, body: sendOf(`{"type":"text","value":"Kevin","mention":"+12"}`)},
		{name: "an experience for one recipient twice", kind: KindMessagesCreate, body: `{"to":["+12","+12"],"message":{"experience":{"name":"a","action":"b"}}}`, want: "to-duplicate /to/1"},
		{name: "for two", kind: KindMessagesCreate, body: `{"to":["+12","+13"],"message":{"experience":{"name":"a","action":"b"}}}`, want: "experience-recipient /message/experience"},
	})
	one := JSON([]byte(createOf(`"+12","+12"`))).Diagnostics[0]
	require.Contains(t, one.Message, "direct chat", "the group collapses")
	two := JSON([]byte(createOf(`"+12","+12","+13"`))).Diagnostics[0]
	require.NotContains(t, two.Message, "direct chat")
}

// TestUUIDs: 8-4-4-4-12 hexadecimal digits of any version and case.
func TestUUIDs(t *testing.T) {
	for id, want := range map[string]string{
		"550e8400-e29b-41d4-a716-446655440000":         "",
		"550E8400-E29B-41D4-A716-446655440000":         "",
		"ffffffff-ffff-ffff-ffff-ffffffffffff":         "",
		"00000000-0000-0000-0000-000000000001":         "",
		"00000000-0000-0000-0000-000000000000":         "uuid-nil",
		"550e8400e29b41d4a716446655440000":             "attachment-id",
		"550e8400-e29b-41d4-a716-44665544000":          "attachment-id",
		"550e8400-e29b-41d4-a716-4466554400000":        "attachment-id",
		"550e8400-e29b-41d4-a716-44665544000g":         "attachment-id",
		"{550e8400-e29b-41d4-a716-446655440000}":       "attachment-id",
		"urn:uuid:550e8400-e29b-41d4-a716-44665544000": "attachment-id",
		"550e8400_e29b_41d4_a716_446655440000":         "attachment-id",
		"é50e8400-e29b-41d4-a716-4466554400":           "attachment-id",
		"":                                             "attachment-id",
	} {
		if want != "" {
			want += " /message/parts/0/attachment_id"
		}
		require.Equal(t, want, found(JSON([]byte(sendOf(fmt.Sprintf(`{"type":"media","attachment_id":%q}`, id))))), id)
	}
}

// TestIsDigits: one other byte is seen at any place of texts of any length.
func TestIsDigits(t *testing.T) {
	require.False(t, isDigits(""))
	for size := 1; size <= 20; size++ {
		text := []byte(strings.Repeat("09", 10)[:size])
		for i, was := range text {
			for b := range 256 {
				text[i] = byte(b)
				require.Equal(t, '0' <= b && b <= '9', isDigits(string(text)), "%q", text)
			}
			text[i] = was
		}
	}
}

// TestSameHandle: addresses are the same whatever their case, numbers only when written
// alike.
func TestSameHandle(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"+14155550007", "+14155550007", true}, {"+14155550007", "+14155550008", false},
		{"Ann@example.com", "ann@EXAMPLE.com", true}, {"ann@example.com", "bob@example.com", false},
		{"\u212aim@example.com", "kim@example.com", true}, // the Kelvin sign is a K
		{"Ann", "ann", false}, {"", "", true}, {"", "a@b.c", false}, {"a@b.c", "", false},
		{"@b.c", "\x60b.c", false}, // they differ in the bit of the case
	} {
		require.Equal(t, test.want, sameHandle(test.a, test.b), "%q %q", test.a, test.b)
		require.Equal(t, test.want, sameHandle(test.b, test.a), "%q %q", test.b, test.a)
	}
}
