package validate

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// astral is n code points, each two UTF-16 code units and four bytes: a limit
// that counted either would be wrong.
func astral(n int) string { return strings.Repeat("🎉", n) }

// TestLimits has every number: at the limit nothing is reported, one beyond
// it the rule. Lengths are in code points, and full of emoji.
func TestLimits(t *testing.T) {
	bundle := func(id string) string {
		return cardOf(`{"bundle_id":"` + id + `","name":"Acme","team_id":"A1B2C3D4E5"}`)
	}
	appName := func(name string) string {
		return cardOf(`{"bundle_id":"com.example","name":"` + name + `","team_id":"A1B2C3D4E5"}`)
	}
	store := func(id string) string {
		return cardOf(`{"bundle_id":"com.example","name":"Acme","team_id":"A1B2C3D4E5","app_store_id":` + id + `}`)
	}
	index := func(i string) string {
		return helloWith(`"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000","part_index":` + i + `}`)
	}
	file := func(name, size string) string {
		return `{"filename":"` + name + `","content_type":"image/png","size_bytes":` + size + `}`
	}
	to := func(kind Kind, n int) string {
		from := ""
		if kind == KindChatsCreate {
			from = `"from":"+12052535597",`
		}
		return `{` + from + `"to":[` + strings.Join(numbers(n), ",") + `],"message":{` + hello + `}}`
	}
	media := `{"type":"media","url":"https://example.com/a.jpg"}`
	stored := `{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`
	poll := func(n int) string { return `{"poll":{"options":[` + optionsOf(n) + `]}}` }
	const part = "/message/parts/0"
	for _, test := range []struct {
		rule, pointer string
		kind          Kind
		at, over      string
	}{
		{"text-length", part + "/value", KindChatsMessagesSend, sendOf(textOf(astral(10000))), sendOf(textOf(astral(10001)))},
		{"text-length", part + "/value", KindChatsMessagesSend, sendOf(textOf(strings.Repeat(`\ud83c\udf89`, 10000))), sendOf(textOf(strings.Repeat(`\ud83c\udf89`, 10001)))},
		{"continuation-text", "/continuation_message/text", KindMessagesCreate, continuing(`{"text":"` + astral(10000) + `"}`), continuing(`{"text":"` + astral(10001) + `"}`)},
		{"continuation-text", "/continuation_message/text", KindMessagesCreate, continuing(`{"text":"x"}`), continuing(`{"text":""}`)},
		{"edit-text", "/text", KindMessagesEdit, `{"text":"` + astral(10000) + `"}`, `{"text":"` + astral(10001) + `"}`},
		{"edit-text", "/text", KindMessagesEdit, `{"text":" "}`, `{"text":""}`},
		{"idempotency-length", "/message/idempotency_key", KindChatsMessagesSend, helloWith(`"idempotency_key":"` + astral(255) + `"`), helloWith(`"idempotency_key":"` + astral(256) + `"`)},
		{"idempotency-length", "/poll/idempotency_key", KindChatsPollsCreate, poll(2)[:len(poll(2))-2] + `,"idempotency_key":"` + astral(255) + `"}}`, poll(2)[:len(poll(2))-2] + `,"idempotency_key":"` + astral(256) + `"}}`},
		{"link-length", part + "/value", KindChatsMessagesSend, linkOf("https://a.example/" + astral(2030)), linkOf("https://a.example/" + astral(2031))},
		{"app-bundle-id", part + "/app/bundle_id", KindChatsMessagesSend, bundle(astral(255)), bundle(astral(256))},
		{"app-bundle-id", part + "/app/bundle_id", KindChatsMessagesSend, bundle("x"), bundle("")},
		{"app-bundle-id", part + "/app/bundle_id", KindChatsMessagesSend, bundle("com.example"), bundle("com:example")},
		{"app-name", part + "/app/name", KindChatsMessagesSend, appName(astral(64)), appName(astral(65))},
		{"app-name", part + "/app/name", KindChatsMessagesSend, appName("x"), appName("")},
		{"app-store-id", part + "/app/app_store_id", KindChatsMessagesSend, store("1"), store("0")},
		{"app-store-id", part + "/app/app_store_id", KindChatsMessagesSend, store("9223372036854775807"), store("-1")},
		{"json-type", part + "/app/app_store_id", KindChatsMessagesSend, store("9223372036854775807"), store("9223372036854775808")},
		{"json-type", part + "/app/app_store_id", KindChatsMessagesSend, store("123"), store(`"123"`)},
		{"app-fallback-length", part + "/fallback_text", KindChatsMessagesSend, captioned(`"fallback_text":"` + astral(1024) + `"`), captioned(`"fallback_text":"` + astral(1025) + `"`)},
		{"card-image-url", part + "/layout/image_url", KindChatsMessagesSend, layoutOf(`{"image_url":"https://a.example/` + astral(2030) + `"}`), layoutOf(`{"image_url":"https://a.example/` + astral(2031) + `"}`)},
		{"reply-part-index", "/message/reply_to/part_index", KindChatsMessagesSend, index("2147483647"), index("2147483648")},
		{"reply-part-index", "/message/reply_to/part_index", KindChatsMessagesSend, index("-0"), index("-1")},
		{"json-type", "/message/reply_to/part_index", KindChatsMessagesSend, index("0"), index("0.5")},
		{"json-integer-form", "/message/reply_to/part_index", KindChatsMessagesSend, index("1"), index("1.0")},
		{"json-integer-form", "/message/reply_to/part_index", KindChatsMessagesSend, index("10"), index("1e1")},
		{"json-integer-form", "/message/reply_to/part_index", KindChatsMessagesSend, index("0"), index("0e99")},
		{"json-type", "/message/reply_to/part_index", KindChatsMessagesSend, index("0"), index("1e-1")},
		{"json-type", "/message/reply_to/part_index", KindChatsMessagesSend, index("0"), index("1e19")},
		{"part-index", "/part_index", KindMessagesEdit, `{"text":"x","part_index":2147483647}`, `{"text":"x","part_index":2147483648}`},
		{"part-index", "/part_index", KindMessagesReact, `{"operation":"add","type":"love","part_index":0}`, `{"operation":"add","type":"love","part_index":-1}`},
		{"attachment-filename", "/filename", KindAttachmentsCreate, file(astral(255), "1"), file(astral(256), "1")},
		{"attachment-filename", "/filename", KindAttachmentsCreate, file("x", "1"), file("", "1")},
		{"attachment-size", "/size_bytes", KindAttachmentsCreate, file("x", "1"), file("x", "0")},
		{"attachment-size", "/size_bytes", KindAttachmentsCreate, file("x", "104857600"), file("x", "104857601")},
		{"to-max", "/to", KindChatsCreate, to(KindChatsCreate, 31), to(KindChatsCreate, 32)},
		{"to-large", "/to", KindMessagesCreate, to(KindMessagesCreate, 31), to(KindMessagesCreate, 32)},
		{"to-empty", "/to", KindMessagesCreate, to(KindMessagesCreate, 1), to(KindMessagesCreate, 0)},
		{"parts-empty", "/message/parts", KindChatsMessagesSend, sendOf(media), sendOf()},
		{"parts-max", "/message/parts", KindChatsMessagesSend, sendOf(times(100, stored)), sendOf(times(101, stored))},
		{"parts-url-media-max", "/message/parts", KindChatsMessagesSend, sendOf(times(40, media), stored), sendOf(times(41, media))},
		{"poll-options", "/poll/options", KindChatsPollsCreate, poll(2), poll(1)},
		{"poll-options", "/options", KindMessagesPollsAdd, `{"options":[` + optionsOf(1) + `]}`, `{"options":[]}`},
		{"decoration-range-bounds", part + "/text_decorations/0/range", KindChatsMessagesSend, decorated("🎉 Sale", `{"range":[0,7],"style":"bold"}`), decorated("🎉 Sale", `{"range":[0,8],"style":"bold"}`)},
		{"mention-range", part + "/mention_range", KindChatsMessagesSend, sendOf(`{"type":"text","value":"👋 Kevin","mention":"+12","mention_range":[3,8]}`), sendOf(`{"type":"text","value":"👋 Kevin","mention":"+12","mention_range":[3,9]}`)},
		{"body-size", "", KindChatsMessagesSend, padded(ordinaryBodySize), padded(ordinaryBodySize + 1)},
		{"json-syntax", "", KindChatsMessagesSend, nested(64), nested(65)},
	} {
		t.Run(test.rule+" "+abbreviated(test.over)[:min(len(test.over), 40)], func(t *testing.T) {
			v := New(WithKind(test.kind))
			if test.rule == "json-syntax" { // what is deep inside is not a body
				require.NotContains(t, rulesOf(v.JSON([]byte(test.at))), test.rule, "at the limit")
			} else {
				require.Empty(t, v.JSON([]byte(test.at)).Diagnostics, "at the limit")
			}
			require.Equal(t, strings.TrimSpace(test.rule+" "+test.pointer), found(v.JSON([]byte(test.over))), "over it")
		})
	}
}

func optionsOf(n int) string {
	var out []string
	for i := range n {
		out = append(out, `{"text":"`+strconv.Itoa(i)+`"}`)
	}
	return strings.Join(out, ",")
}

// nested is a body with n open brackets.
func nested(n int) string {
	return `{"a":` + strings.Repeat("[", n-1) + strings.Repeat("]", n-1) + `}`
}

// TestCardTexts: each text of a layout may have 512 code points.
func TestCardTexts(t *testing.T) {
	for _, name := range []string{"caption", "subcaption", "trailing_caption", "trailing_subcaption", "image_title", "image_subtitle"} {
		of := func(n int) string {
			return layoutOf(`{"image_url":"https://example.com/a.jpg","` + name + `":"` + astral(n) + `"}`)
		}
		require.Empty(t, JSON([]byte(of(512))).Diagnostics, name)
		require.Equal(t, "card-text-length /message/parts/0/layout/"+name, found(JSON([]byte(of(513)))), name)
	}
	for layout, want := range map[string]string{
		`{}`:                  "card-empty /message/parts/0/layout",
		`{"caption":""}`:      "card-empty /message/parts/0/layout",
		`{"caption":" "}`:     "",
		`{"image_url":""}`:    "card-empty /message/parts/0/layout",
		`{"image_title":"x"}`: "card-empty /message/parts/0/layout; card-image-text /message/parts/0/layout/image_title",
		`{"caption":"x","image_subtitle":"y","image_url":""}`:  "card-image-text /message/parts/0/layout/image_subtitle",
		`{"caption":"x","image_title":"","image_subtitle":""}`: "",
		`{"caption":null}`: "card-empty /message/parts/0/layout; json-null /message/parts/0/layout/caption",
		`{"caption":7}`:    "json-type /message/parts/0/layout/caption",
	} {
		require.Equal(t, want, found(JSON([]byte(layoutOf(layout)))), layout)
	}
}

// TestTeamID: ten upper-case letters or digits.
func TestTeamID(t *testing.T) {
	for id, want := range map[string]string{
		"A1B2C3D4E5": "", "0123456789": "", "ABCDEFGHIJ": "",
		"a1b2c3d4e5": "A1B2C3D4E5", "A1B2C3D4E": "-", "A1B2C3D4E56": "-", "A1B2C3D4E_": "-", "": "-", "Ä1B2C3D4E5": "-", " 1B2C3D4E5": "-",
	} {
		body := []byte(cardOf(`{"bundle_id":"com.example","name":"Acme","team_id":"` + id + `"}`))
		report := JSON(body)
		if want == "" {
			require.Empty(t, report.Diagnostics, id)
			continue
		}
		require.Equal(t, "app-team-id /message/parts/0/app/team_id", found(report), id)
		if want == "-" {
			require.Empty(t, report.Diagnostics[0].Fixes, id)
			continue
		}
		fixed, _ := Apply(body, report.Diagnostics, FixAll)
		require.Contains(t, string(fixed), want)
	}
}

// TestUTF16Vectors: ranges count UTF-16 code units, as the API's examples do.
func TestUTF16Vectors(t *testing.T) {
	for text, units := range map[string]int{"Hello world": 11, "🎉 Sale": 7, "Hey 👋🏽 Kevin": 14, "👨‍👩‍👧 family": 15, "🇺🇸 hi": 7, "Café": 4, `\ud83d`: 1, `\ud83d\u0041`: 2} {
		lone := strings.HasPrefix(text, `\`)
		all := JSON([]byte(decorated(text, `{"range":[0,`+strconv.Itoa(units)+`],"style":"bold"}`)))
		if lone {
			require.Equal(t, []string{"json-lone-surrogate"}, rulesOf(all), text)
		} else {
			require.Empty(t, all.Diagnostics, text)
		}
		over := JSON([]byte(decorated(text, `{"range":[0,`+strconv.Itoa(units+1)+`],"style":"bold"}`)))
		require.Contains(t, rulesOf(over), "decoration-range-bounds", text)
		d := over.Diagnostics[len(over.Diagnostics)-1]
		require.Contains(t, d.Message, "ends at "+strconv.Itoa(units+1))
		require.Contains(t, d.Message, strconv.Itoa(units)+" UTF-16 code unit")
	}
}
