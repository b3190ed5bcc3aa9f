package schema_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// generator makes bodies from the tables of internal/api and breaks them, the
// same ones for the same seed.
type generator struct {
	r     *rand.Rand
	early bool // without what only the later documentation knows
}

func newGenerator(seed uint64) *generator {
	return &generator{r: rand.New(rand.NewPCG(seed, 2020_12))}
}

func (g *generator) one(of ...string) string { return of[g.r.IntN(len(of))] }

// chance is true p times of a hundred.
func (g *generator) chance(p int) bool { return g.r.IntN(100) < p }

// body makes a body of the kind, broken in none, one or two places.
func (g *generator) body(kind *api.Kind) []byte {
	root := g.object(kind.Body, 0)
	for range g.r.IntN(3) {
		g.breakSomething(root)
	}
	b, err := json.Marshal(root)
	if err != nil {
		panic(err)
	}
	return b
}

// object makes an object with its required members and some of the others; in
// is the part type, if it is a part.
func (g *generator) object(o *api.Object, in api.PartSet) map[string]any {
	out := map[string]any{}
	for i := range o.Members {
		m := &o.Members[i]
		if m.Parts&in == 0 && in != 0 || g.early && m.AddedOn != "" {
			continue
		}
		if m.Required || m.RequiredIn&in != 0 || g.chance(35) {
			out[m.Name] = g.value(m, in)
		}
	}
	g.settle(o, in, out)
	return out
}

// settle makes members agree that depend on one another: a body that is broken
// should be so by one slip, not by the dice.
func (g *generator) settle(o *api.Object, in api.PartSet, v map[string]any) {
	oneOf := func(a, b string, of *api.Object) {
		keep := g.one(a, b)
		delete(v, a)
		delete(v, b)
		v[keep] = g.value(&of.Members[of.Lookup(keep)], in)
	}
	switch {
	case o == api.Part && in == api.InMedia:
		oneOf("url", "attachment_id", o)
	case o == api.TextDecoration:
		oneOf("style", "animation", o)
	case o == api.InlineSticker:
		oneOf("url", "attachment_id", o)
	case o == api.MessagesReactBody:
		g.settleReaction(v)
	case o == api.ChatsBackgroundBody:
		g.settleBackground(v)
	case o == api.ChatsVoicememoBody:
		oneOf("voice_memo_url", "attachment_id", o)
	case o == api.Layout:
		v["caption"] = "Order 42"
		if v["image_url"] == nil {
			delete(v, "image_title")
			delete(v, "image_subtitle")
		}
	case o == api.MessageEffect:
		if name, ok := v["name"].(string); ok {
			v["type"] = api.EffectType(name)
		}
	case o == api.MessageContent:
		g.settleContent(v)
	}
}

// settleReaction leaves a sticker one image, and other reactions none.
func (g *generator) settleReaction(v map[string]any) {
	own := []string{"emoji", "url", "attachment_id"}
	keep := g.one(own...)
	for _, name := range own {
		delete(v, name)
	}
	if v["type"] != api.ReactionSticker {
		delete(v, "placement")
		return
	}
	v[keep] = g.value(&api.MessagesReactBody.Members[api.MessagesReactBody.Lookup(keep)], 0)
}

// settleBackground gives a background a variant of its type.
func (g *generator) settleBackground(v map[string]any) {
	switch v["type"] {
	case api.BackgroundColor:
		v["variant"] = "mango"
	case api.BackgroundDynamic:
		v["style"], v["variant"] = "water", "dark"
	default:
		delete(v, "variant")
	}
}

// settleContent leaves an app card, a link or an app clip alone.
func (g *generator) settleContent(v map[string]any) {
	if v["experience"] != nil {
		delete(v, "parts")
		delete(v, "preferred_service")
		return
	}
	parts := v["parts"].([]any)
	for i := range parts {
		switch parts[i].(map[string]any)["type"] {
		case api.PartApp, api.PartAppClip:
			delete(v, "preferred_service")
			v["parts"] = parts[i : i+1]
			return
		case api.PartLink:
			v["parts"] = parts[i : i+1]
			return
		}
	}
}

func (g *generator) value(m *api.Member, in api.PartSet) any {
	switch m.Type {
	case api.String:
		return g.text(m, in)
	case api.Integer:
		if m.Max > m.Min && g.chance(80) {
			return m.Min + g.r.Int64N(min(m.Max-m.Min, 100)+1)
		}
		return m.Max
	case api.Boolean:
		return g.chance(50)
	case api.Number:
		return float64(g.r.IntN(200)-100) / 80
	case api.Array:
		return g.array(m)
	case api.ObjectType:
		if m.Object != nil {
			return g.object(m.Object, 0)
		}
		return map[string]any{"title": "Order 42", "count": 2, "sticky": true}
	}
	return nil
}

func (g *generator) array(m *api.Member) any {
	n := max(m.MinLen, 1) + g.r.IntN(2)
	if m.MaxLen > 0 {
		n = min(n, m.MaxLen)
	}
	var out []any
	for i := range n {
		switch {
		case m.Object == api.Part:
			in := g.r.IntN(len(api.PartTypes))
			if g.early && api.PartTypes[in] == api.PartAppClip {
				in = 0
			}
			part := g.object(api.Part, api.PartSet(1)<<in)
			part["type"] = api.PartTypes[in]
			out = append(out, part)
		case m.Object != nil:
			out = append(out, g.object(m.Object, 0))
		case m.Elem == api.Integer:
			out = append(out, i)
		case m.Name == "exclude_from", m.Form == api.PhoneForm:
			out = append(out, g.phone())
		case m.Name == "shades":
			return []any{"#F2C4E1", "#f5a623"}
		case m.Name == "subscribed_events":
			out = append(out, g.one("message.sent", "message.received", "made.up"))
		default:
			out = append(out, g.handle())
		}
	}
	return out
}

func (g *generator) phone() string {
	return "+1" + g.one("2", "3", "4155559876", "20525355970000", "999")
}

func (g *generator) handle() string {
	if g.chance(75) {
		return g.phone()
	}
	return g.one("kevin@acme.example", "a.b+c@mail.acme.example", "juan@x.io")
}

func (g *generator) text(m *api.Member, in api.PartSet) string {
	switch {
	case len(m.Enum) > 0:
		return m.Enum[g.r.IntN(len(m.Enum))]
	case m.Name == "mention", m.Form == api.HandleForm:
		return g.handle()
	case m.Form == api.PhoneForm, m.Form == api.RCSForm:
		return g.phone()
	case m.Form == api.SenderForm:
		return g.one("74639", "ACME Sale", "+14155559876", "juan@x.io")
	case m.Name == "emoji":
		return g.one("🔥", "🥤")
	case m.Name == "from":
		return g.phone()
	case m.Name == "team_id":
		return g.one("ACMETEAM12", "0123456789")
	case m.Format == "uuid":
		return g.one("550e8400-e29b-41d4-a716-446655440000", "69A37C7D-AF4F-4B5E-AF42-E28E98CE873A")
	case m.Format == "uri", in == api.InLink:
		return g.one("https://acme.example/a.jpg", "https://acme.example", "https://acme.example:8443/x?y=z#w")
	case in == api.InAppClip:
		return "https://zero.linqapp.com/pay/acme"
	case m.Name == "content_type":
		return g.one("image/jpeg", "application/pdf")
	}
	n := max(m.MinLen, 1) + g.r.IntN(12)
	if m.MaxLen > 0 && g.chance(5) {
		n = m.MaxLen
	}
	return strings.Repeat(g.one("a", "é", "漢", "🎉"), min(n, 20_000))
}

// place is one value in a body: a member of an object or an element of an
// array.
type place struct {
	object map[string]any
	key    string
	array  []any
	at     int
}

func (p place) get() any {
	if p.object != nil {
		return p.object[p.key]
	}
	return p.array[p.at]
}

func (p place) set(v any) {
	if p.object != nil {
		p.object[p.key] = v
		return
	}
	p.array[p.at] = v
}

// places lists every value of a body below the root, in a fixed order.
func places(v any) []place {
	var out []place
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			out = append(out, place{object: v, key: k})
			out = append(out, places(v[k])...)
		}
	case []any:
		for i := range v {
			out = append(out, place{array: v, at: i})
			out = append(out, places(v[i])...)
		}
	}
	return out
}

// limits are lengths around which a limit may lie, in code points.
var limits = []int{0, 1, 64, 65, 255, 256, 512, 513, 1024, 1025, 2048, 2049, 10000, 10001, 16384, 16385}

// breakSomething changes one value, mostly for the worse.
func (g *generator) breakSomething(root map[string]any) {
	all := places(root)
	if len(all) == 0 {
		return
	}
	p := all[g.r.IntN(len(all))]
	switch g.r.IntN(6) {
	case 0:
		if p.object != nil {
			delete(p.object, p.key)
			return
		}
		p.set(nil)
	case 1:
		p.set(nil)
	case 2:
		p.set(g.other())
	case 3:
		if p.object != nil {
			p.object[g.one("text_decoration", "subject", "metadata")] = g.other()
			return
		}
		p.set(g.other())
	default:
		p.set(g.broken(p.get()))
	}
}

// other is a value of any type.
func (g *generator) other() any {
	return []any{
		"", "x", " x", true, 0, -1, 1, json.RawMessage("1.5"), json.RawMessage("1.0"), json.RawMessage("1e2"),
		json.RawMessage("9223372036854775808"), json.RawMessage("2147483648"), []any{}, []any{"x"}, map[string]any{}, map[string]any{"a": map[string]any{}},
	}[g.r.IntN(16)]
}

// broken is the value with a slip of its own type.
func (g *generator) broken(v any) any {
	switch v := v.(type) {
	case string:
		return g.brokenText(v)
	case int64, int:
		return []any{json.RawMessage("-1"), 0, json.RawMessage("2147483648"), json.RawMessage("2147483647"), json.RawMessage("1.0"), json.RawMessage("104857601")}[g.r.IntN(6)]
	case []any:
		switch g.r.IntN(3) {
		case 0:
			return []any{}
		case 1:
			return slices.Repeat(v, g.r.IntN(110))
		default:
			return append(v, nil)
		}
	case map[string]any:
		return map[string]any{}
	}
	return g.other()
}

func (g *generator) brokenText(s string) string {
	switch g.r.IntN(8) {
	case 0:
		return strings.ToUpper(s)
	case 1:
		return strings.ToLower(s)
	case 2:
		return " " + s
	case 3:
		return s + "\n"
	case 4:
		return s + g.one("x", "-", "🎉", ":")
	case 5:
		return strings.Replace(s, "https://", g.one("http://", "ftp://", "//", "data:,", ""), 1)
	case 6:
		return s[:len(s)/2]
	default:
		return strings.Repeat(g.one("a", "🎉"), limits[g.r.IntN(len(limits))])
	}
}
