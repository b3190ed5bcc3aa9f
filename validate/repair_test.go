package validate

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRepairedFix: what is broken is fixed first, by the fixes that the safety
// allows, and nothing else is while something broken would remain.
func TestRepairedFix(t *testing.T) {
	const good = `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hi"}]}}`
	for _, test := range []struct {
		name, body   string
		safe, unsafe string // "" for: as it is
	}{
		{"a byte order mark", "\ufeff" + good, good, good},
		{"comments", "// a\n" + good + " // b", good, good},
		{"trailing commas", `{"to":["+14155550123",],"message":{"parts":[{"type":"text","value":"Hi",},],},}`, good, good},
		{"missing commas", `{"to":["+14155550123"]"message":{"parts":[{"type":"text" "value":"Hi"}]}}`, "", `{"to":["+14155550123"],"message":{"parts":[{"type":"text", "value":"Hi"}]}}`},
		{"quotes, names and constants", `{to:['+14155550123'],message:{parts:[{“type”:'text',value:"Hi"}]},override_optout:True}`, "", `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hi"}]},"override_optout":true}`},
		{"brackets", `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hi"`, "", good},
		{"a safe fix beside", `{"to":["+14155550123",],"message":{"parts":[{"type":"text","value":"Hi"}],"effect":null}}`, good, good},
		{"a safe fix beside one that is not", `{'to':["+14155550123",],"message":{"parts":[{"type":"text","value":"Hi"}],"effect":null}}`, "", good},
		{"a fix in what is repaired", `{'to':['+1 415 555 0123'],'message':{'parts':[{'type':'text','value':'Hi'}], // text` + "\n}}", "", `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hi"}]` + "\n}}"},
		{"brackets after which something is missing", `{"to":["+14155550123"],"message":{`, "", `{"to":["+14155550123"],"message":{}}`},
		{"brackets of no kind", `{"a":1`, "", ""},
		{"what cannot be repaired", `{"a":NaN,}`, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			for s, want := range map[Safety]string{FixSafe: test.safe, FixAll: test.unsafe} {
				fixed, n, rest := New().Fix([]byte(test.body), s)
				if want == "" {
					require.Equal(t, test.body, string(fixed))
					require.Zero(t, n)
					continue
				}
				require.Equal(t, want, string(fixed))
				require.NotZero(t, n)
				require.True(t, json.Valid(fixed))
				require.Equal(t, found(JSON(fixed)), found(rest))
			}
		})
	}
}

// TestRepairReports: one diagnostic for each kind of fault, the other places of
// it related, and what is missing in a container that ends early is not one.
func TestRepairReports(t *testing.T) {
	for _, test := range []struct {
		name, body, want string
		kind             Kind
		related          int
	}{
		{"three trailing commas", `{"to":["+12",],"message":{"parts":[{"type":"text","value":"Hi",}]},}`, "json-syntax", "", 2},
		{"two kinds", `{to:["+12",],message:{"parts":[]}}`, "json-syntax; json-syntax; parts-empty /message/parts", "", 1},
		{"a part without value", `{"message":{"parts":[{"type":"text"`, "json-syntax", "", 0},
		{"a part without value before the end", `{"message":{"parts":[{"type":"text"},{"type":"media"`, "field-required /message/parts/0; json-syntax", "", 0},
		{"a media part with both", `{"message":{"parts":[{"type":"media","url":"https://a.example.com/a.jpg","attachment_id":"11111111-1111-4111-8111-111111111111"`, "media-source /message/parts/0; json-syntax", "", 0},
		{"a range", `{"message":{"parts":[{"type":"text","value":"Hi","text_decorations":[{"range":[0`, "json-syntax", "", 0},
		{"a range that is wrong", `{"message":{"parts":[{"type":"text","value":"Hi","text_decorations":[{"range":[0,9`, "decoration-range-bounds /message/parts/0/text_decorations/0/range; json-syntax", "", 0},
		{"a mention's range", `{"message":{"parts":[{"type":"text","value":"Hi","mention_range":[0,1]`, "json-syntax", "", 0},
		{"no recipient", `{"to":[`, "json-syntax", KindMessagesCreate, 0},
		{"an effect", `{"message":{"parts":[{"type":"text","value":"Hi"}],"effect":{"name":"slam"`, "json-syntax", "", 0},
		{"an image's text", `{"message":{"parts":[{"type":"imessage_app","layout":{"image_title":"a"`, "json-syntax", "", 0},
		{"a reaction", `{"operation":"add","type":"custom"`, "json-syntax", "", 0},
		{"options", `{"poll":{"options":[{"text":"a"}`, "json-syntax", "", 0},
		{"a voice memo", `{"override_optout":true`, "json-syntax", KindChatsVoicememo, 0},
		{"no kind", `{"a":[`, "json-syntax", "", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := New(WithKind(test.kind)).JSON([]byte(test.body))
			require.Equal(t, test.want, found(report))
			for _, d := range report.Diagnostics {
				if d.Rule == "json-syntax" {
					require.LessOrEqual(t, len(d.Related), test.related)
					require.Len(t, d.Fixes, 1)
				}
			}
		})
	}
}
