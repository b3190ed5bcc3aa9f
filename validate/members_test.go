package validate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// full are bodies that together have every member of every object, and no
// problem.
var full = []struct {
	name string
	kind Kind
	body string
}{
	{"messages.create", KindMessagesCreate, `{"to":["+14155550123","kevin@example.com"],"override_optout":false,"exclude_from":["+12052535597"],"continuation_message":{"text":"Acme here."},"message":{"parts":[{"type":"text","value":"Hello Kevin","text_decorations":[{"range":[0,5],"style":"bold"},{"range":[6,11],"animation":"big"}],"mention":"kevin@example.com","mention_range":[6,11]},{"type":"media","url":"https://example.com/a.jpg"},{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}],"effect":{"name":"slam","type":"bubble"},"idempotency_key":"k","reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000","part_index":0}}}`},
	{"chats.create", KindChatsCreate, `{"from":"+12052535597","to":["+14155550123"],"override_optout":false,"message":{"parts":[{"type":"text","value":"Hello"}],"preferred_service":"RCS"}}`},
	{"a link", KindChatsMessagesSend, `{"override_optout":false,"message":{"parts":[{"type":"link","value":"https://example.com"}]}}`},
	{"a card", KindChatsMessagesSend, `{"message":{"parts":[{"type":"imessage_app","app":{"bundle_id":"com.example","name":"Acme","team_id":"A1B2C3D4E5","app_store_id":1},"layout":{"caption":"a","subcaption":"b","trailing_caption":"c","trailing_subcaption":"d","image_title":"e","image_subtitle":"f","image_url":"https://example.com/a.jpg"},"url":"https://example.com","fallback_text":"x","interactive":true}]}}`},
	{"an app clip", KindMessage, `{"parts":[{"type":"app_clip","value":"https://linqapp.com/x","caption":"Pay"}]}`},
	{"stickers", KindMessage, `{"parts":[{"type":"text","value":"Hi 🥤🎉","inline_stickers":[{"range":[3,5],"url":"https://cdn.linqapp.com/a.png"},{"range":[5,7],"attachment_id":"550e8400-e29b-41d4-a716-446655440000"}]},{"type":"media","url":"https://example.com/a.jpg","sticker":true}]}`},
	{"an experience", KindMessage, `{"experience":{"name":"a","action":"b","params":{"s":"x","n":1.5,"b":true}}}`},
	{"a voice memo by URL", KindChatsVoicememo, `{"voice_memo_url":"https://example.com/a.m4a","override_optout":false}`},
	{"a voice memo by id", KindChatsVoicememo, `{"attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`},
	{"an edit", KindMessagesEdit, `{"text":"x","part_index":0}`},
	{"a reaction", KindMessagesReact, `{"operation":"add","type":"custom","custom_emoji":"🎉","part_index":0}`},
	{"a sticker by URL", KindMessagesReact, `{"operation":"add","type":"sticker","url":"https://cdn.linqapp.com/a.png","placement":{"x":0.5,"y":-1,"scale":1e0,"rotation":370.25}}`},
	{"a sticker by id", KindMessagesReact, `{"operation":"add","type":"sticker","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`},
	{"a sticker by emoji", KindMessagesReact, `{"operation":"add","type":"sticker","emoji":"🔥"}`},
	{"a move", KindMessagesUpdateStickerPlacement, `{"placement":{"x":0.5}}`},
	{"an update with an app", KindMessagesUpdateAppCard, `{"layout":{"caption":"a"},"app":{"bundle_id":"com.example","name":"Acme","team_id":"A1B2C3D4E5"}}`},
	{"an update", KindMessagesUpdateAppCard, `{"layout":{"caption":"a"},"url":"https://example.com","fallback_text":"x","interactive":false}`},
	{"an update with an experience", KindMessagesUpdateAppCard, `{"layout":{"caption":"a"},"interactive":false,"experience":{"name":"a","action":"b"}}`},
	{"a poll", KindChatsPollsCreate, `{"poll":{"options":[{"text":"a"},{"text":"b"}],"idempotency_key":"k"}}`},
	{"options", KindMessagesPollsAdd, `{"options":[{"text":"a"}]}`},
	{"a vote", KindMessagesPollsVote, `{"operation":"add","option_id":"550e8400-e29b-41d4-a716-446655440000"}`},
	{"an attachment", KindAttachmentsCreate, `{"filename":"a.png","content_type":"image/png","size_bytes":1}`},
	{"a chat's update", KindChatsUpdate, `{"display_name":"a","group_chat_icon":"https://example.com/a.png"}`},
	{"a participant", KindChatsParticipantsAdd, `{"handle":"+14155550123"}`},
	{"a color", KindChatsBackgroundSet, `{"type":"color","variant":"custom","shades":["#112233","#aabbcc"]}`},
	{"a sky", KindChatsBackgroundSet, `{"type":"dynamic","style":"sky","variant":"dusk"}`},
	{"a photo", KindChatsBackgroundSet, `{"type":"photo","image_url":"https://example.com/a.png"}`},
	{"a check of iMessage", KindCapabilityCheckIMessage, `{"address":"kevin@example.com","from":"+12052535597"}`},
	{"a check of RCS", KindCapabilityCheckRCS, `{"address":"+14155550123","from":"+12052535597"}`},
	{"a contact card", KindContactCardCreate, `{"first_name":"a","last_name":"b","phone_number":"+12052535597","image_url":"https://example.com/a.png"}`},
	{"a contact card's update", KindContactCardUpdate, `{"first_name":"a","last_name":"b","image_url":"https://example.com/a.png"}`},
	{"a block", KindBlockedHandlesBlock, `{"handle":"74639","reason":"spam"}`},
	{"an unblock", KindBlockedHandlesUnblock, `{"handle":"Acme"}`},
	{"a subscription", KindWebhookSubscriptionsCreate, `{"target_url":"https://example.com/a","subscribed_events":["message.sent"],"phone_numbers":["+12052535597"]}`},
	{"a subscription's update", KindWebhookSubscriptionsUpdate, `{"target_url":"https://example.com/a","subscribed_events":["message.sent"],"phone_numbers":["+12052535597"],"is_active":false}`},
	{"a forwarding", KindPhoneNumbersUpdate, `{"forwarding_number":"+12052535597"}`},
}

// place of a value in a full body.
type slot struct {
	pointer string
	name    int // the node of the member's name, 0 of an element
	value   int
	spec    *api.Member // of a member
	want    api.Type
	in      *api.Object
	part    api.PartSet
}

// slots lists every documented member and element of a body, by walking it
// along the tables.
func slots(v *scan.View, n int, o *api.Object, pointer string) (out []slot) {
	part := api.PartSet(0)
	if o == api.Part {
		part = 1 << slices.Index(api.PartTypes, v.Text(member(v, n, "type")))
	}
	for k := n + 1; k < int(v.Nodes[n].Next); k = int(v.Nodes[k+1].Next) {
		i := o.Lookup(v.Text(k))
		if i < 0 {
			continue
		}
		spec, at := &o.Members[i], pointer+"/"+v.Text(k)
		out = append(out, slot{at, k, k + 1, spec, spec.Type, o, part})
		switch {
		case spec.Type == api.ObjectType && spec.Object != nil:
			out = append(out, slots(v, k+1, spec.Object, at)...)
		case spec.Type == api.Array:
			nth := 0
			for e := k + 2; e < int(v.Nodes[k+1].Next); e = int(v.Nodes[e].Next) {
				element := fmt.Sprintf("%s/%d", at, nth)
				out = append(out, slot{element, 0, e, nil, spec.Elem, nil, 0})
				if spec.Object != nil {
					out = append(out, slots(v, e, spec.Object, element)...)
				}
				nth++
			}
		}
	}
	return out
}

// eachSlot calls do for every value of every full body.
func eachSlot(t *testing.T, do func(t *testing.T, kind Kind, body string, v *scan.View, s slot)) {
	covered := map[string]bool{}
	for _, f := range full {
		require.Empty(t, JSON([]byte(f.body), WithKind(f.kind)).Diagnostics, f.name)
		var v scan.View
		require.Zero(t, v.Scan([]byte(f.body)))
		for _, s := range slots(&v, 0, api.KindNamed(string(f.kind)).Body, "") {
			if s.spec != nil {
				covered[s.in.Name+"."+s.spec.Name] = true
			}
			t.Run(f.name+" "+s.pointer, func(t *testing.T) { do(t, f.kind, f.body, &v, s) })
		}
	}
	for i := range api.Kinds {
		for _, m := range api.Kinds[i].Body.Members {
			require.True(t, covered[api.Kinds[i].Body.Name+"."+m.Name], "no body has %s of %s", m.Name, api.Kinds[i].Name)
		}
	}
	for _, m := range api.Part.Members {
		require.True(t, covered["Part."+m.Name], m.Name)
	}
}

func with(body string, v *scan.View, n int, text string) string {
	return body[:v.Nodes[n].Start] + text + body[v.Nodes[n].End:]
}

// TestWrongTypes puts every wrong type at every place: json-type at the value,
// and no rule that needs the value.
func TestWrongTypes(t *testing.T) {
	values := map[string]func(api.Type) bool{
		`"x"`:    func(w api.Type) bool { return w == api.String },
		`7`:      func(w api.Type) bool { return w == api.Integer || w == api.Number },
		`1.5`:    func(w api.Type) bool { return w == api.Number },
		`1e400`:  func(w api.Type) bool { return w == api.Number },
		`true`:   func(w api.Type) bool { return w == api.Boolean },
		`[]`:     func(w api.Type) bool { return w == api.Array },
		`[null]`: func(w api.Type) bool { return w == api.Array },
		`{}`:     func(w api.Type) bool { return w == api.ObjectType },
	}
	eachSlot(t, func(t *testing.T, kind Kind, body string, v *scan.View, s slot) {
		for value, fits := range values {
			if fits(s.want) {
				continue
			}
			report := JSON([]byte(with(body, v, s.value, value)), WithKind(kind))
			var here []string
			for _, d := range report.Diagnostics {
				if d.Pointer == s.pointer || strings.HasPrefix(d.Pointer, s.pointer+"/") {
					here = append(here, d.Rule)
				}
				// A value that cannot be read must not make another rule guess.
				require.Equal(t, "json-type", d.Rule, "%s at %s gives %s", value, s.pointer, found(report))
			}
			require.Equal(t, []string{"json-type"}, here, "%s: %s", value, found(report))
		}
	})
}

// TestNulls puts null at every place: json-null for an optional member,
// field-required at its object for a required one, json-type for an element.
func TestNulls(t *testing.T) {
	eachSlot(t, func(t *testing.T, kind Kind, body string, v *scan.View, s slot) {
		report := JSON([]byte(with(body, v, s.value, "null")), WithKind(kind))
		if s.spec != nil && s.spec.Nullable {
			require.Empty(t, report.Diagnostics, found(report))
			return
		}
		parent := s.pointer[:strings.LastIndexByte(s.pointer, '/')]
		rule, pointer := "json-null", s.pointer
		switch {
		case s.spec == nil:
			rule = "json-type"
		case s.spec.Required || s.spec.RequiredIn&s.part != 0:
			rule, pointer = "field-required", parent
		}
		require.True(t, slices.ContainsFunc(report.Diagnostics, func(d Diagnostic) bool { return d.Rule == rule && d.Pointer == pointer }),
			"%s at %s: %s", rule, pointer, found(report))
		for _, d := range report.Diagnostics {
			require.False(t, d.Rule == "json-null" && d.Pointer != s.pointer, found(report))
			if d.Rule == "json-null" {
				fixed, _ := Apply([]byte(with(body, v, s.value, "null")), []Diagnostic{d}, FixSafe)
				require.NotContains(t, rulesOf(JSON(fixed, WithKind(kind))), "json-null")
			}
		}
		// Absent is the same, but for json-null itself.
		if s.spec != nil {
			var c checker
			c.view = *v
			gone := c.removeMember(s.value)
			absent := JSON([]byte(body[:gone.Start]+gone.Text+body[gone.End:]), WithKind(kind))
			var rest []string
			for _, d := range report.Diagnostics {
				if d.Rule != "json-null" {
					rest = append(rest, d.Rule+" "+d.Pointer)
				}
			}
			var want []string
			for _, d := range absent.Diagnostics {
				want = append(want, d.Rule+" "+d.Pointer)
			}
			require.Equal(t, want, rest)
		}
	})
}

// TestRepeats writes every member twice: one json-duplicate-key, at the later,
// which counts.
func TestRepeats(t *testing.T) {
	eachSlot(t, func(t *testing.T, kind Kind, body string, v *scan.View, s slot) {
		if s.spec == nil {
			return
		}
		start, end := v.Nodes[s.name].Start, v.Nodes[s.value].End
		again := body[:start] + `"` + s.spec.Name + `":[{"x":1}],` + body[start:end] + body[end:]
		report := JSON([]byte(again), WithKind(kind))
		require.Equal(t, "json-duplicate-key "+s.pointer, found(report))
		at := int(start) + len(`"`+s.spec.Name+`":[{"x":1}],`)
		require.Equal(t, at, report.Diagnostics[0].Start.Offset, "at the later")
		require.Equal(t, int(start), report.Diagnostics[0].Related[0].Start.Offset, "the earlier is related")

		escaped := body[:start] + `"\u00` + fmt.Sprintf("%02X", s.spec.Name[0]) + s.spec.Name[1:] + `":5,` + body[start:]
		require.Equal(t, "json-duplicate-key "+s.pointer, found(JSON([]byte(escaped), WithKind(kind))), "a name in escapes is the same name")
	})
}

// TestUndocumentedMembers puts a member that is not documented into every object.
func TestUndocumentedMembers(t *testing.T) {
	into := func(t *testing.T, kind Kind, body string, at int, pointer string) {
		put := func(member string) Report {
			return JSON([]byte(body[:at]+`{`+member+`,`+body[at+1:]), WithKind(kind))
		}
		require.Equal(t, "field-unknown "+pointer+"/zzz", found(put(`"zzz":null`)))
		require.Equal(t, "field-unknown "+pointer+"/", found(put(`"":{"a":[1]}`)))
		require.Equal(t, "field-unknown "+pointer+"/~0~1", found(put(`"~/":1`)))
		require.Equal(t, "field-unknown "+pointer+"/zzz; json-duplicate-key "+pointer+"/zzz/a", found(put(`"zzz":{"a":1,"a":2}`)))
		require.Equal(t, "field-unknown "+pointer+"/zzz; field-unknown "+pointer+"/zzz; json-duplicate-key "+pointer+"/zzz", found(put(`"zzz":1,"zzz":2`)))
		for _, name := range api.ResponseOnly {
			report := put(`"` + name + `":1`)
			if strings.Contains(found(report), "json-duplicate-key") {
				continue // the kind has it
			}
			require.Equal(t, "field-response-only "+pointer+"/"+name, found(report))
		}
	}
	for _, f := range full {
		t.Run(f.name, func(t *testing.T) { into(t, f.kind, f.body, 0, "") })
	}
	eachSlot(t, func(t *testing.T, kind Kind, body string, v *scan.View, s slot) {
		if s.want == api.ObjectType && (s.spec == nil || s.spec.Object != nil) {
			into(t, kind, body, int(v.Nodes[s.value].Start), s.pointer)
		}
	})
}

// TestMisplaced is exactly the list of field-misplaced.
func TestMisplaced(t *testing.T) {
	inside := []string{"parts", "effect", "preferred_service", "reply_to", "experience", "idempotency_key"}
	beside := []string{"to", "from", "exclude_from", "continuation_message", "override_optout"}
	for _, f := range full {
		root := api.KindNamed(string(f.kind)).Body
		for _, name := range append(slices.Clone(inside), beside...) {
			if root.Lookup(name) >= 0 {
				continue
			}
			report := JSON([]byte(`{"`+name+`":1,`+f.body[1:]), WithKind(f.kind))
			want := "field-unknown /" + name
			switch {
			case slices.Contains(inside, name) && root.Lookup("message") >= 0, f.kind == KindMessage, // outside of message; inside of it
				f.kind == KindChatsMessagesSend && (name == "from" || name == "to"), f.kind == KindMessagesCreate && name == "from":
				want = "field-misplaced /" + name
			}
			require.Equal(t, want, found(report), f.name)
		}
	}
	for _, name := range beside {
		require.Equal(t, "field-misplaced /message/"+name, found(JSON([]byte(helloWith(`"`+name+`":1`)))))
	}
	for i, p := range api.PartTypes {
		in := api.PartSet(1) << i
		for _, f := range full {
			at := strings.Index(f.body, `{"type":"`+p+`"`)
			if at < 0 {
				continue
			}
			for _, m := range api.Part.Members {
				if m.Parts&in != 0 {
					continue
				}
				report := JSON([]byte(f.body[:at]+`{"`+m.Name+`":null,`+f.body[at+1:]), WithKind(f.kind))
				require.Len(t, report.Diagnostics, 1, "%s on %s: %s", m.Name, p, found(report))
				require.Equal(t, "field-misplaced", report.Diagnostics[0].Rule)
			}
		}
	}
	require.Empty(t, JSON([]byte(`{"poll":{"idempotency_key":"k","options":[{"text":"a"},{"text":"b"}]}}`)).Diagnostics, "poll.idempotency_key is in its place")
	require.Contains(t, JSON([]byte(`{"to":["+12"],"idempotency_key":"k",` + ready[1:])).Diagnostics[0].Message, "without saying body or header")
}
