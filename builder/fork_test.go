package builder

import (
	"reflect"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// values has one value of each type whose methods return a copy.
var values = []any{
	MessagesCreate("+1"), ChatsMessagesSend(), ChatsCreate("+1", "+2"), ContentOnly(),
	ChatsVoicememo("u"), MessagesEdit("t"), MessagesReact(ReactLove), MessagesUpdateAppCard(),
	ChatsPollsCreate("a"), MessagesPollsAdd("a"), MessagesPollsVote("o"), AttachmentsCreate(File{Filename: "f", ContentType: "c", SizeBytes: 1}),
	TextPart("t"), AppCard(App{}), MessagesUpdateStickerPlacement(Placement{}), PlaceAt(0, 0),
}

// rendered returns the body of a value.
func rendered(v any) string {
	switch v := v.(type) {
	case Request:
		return encoded(v)
	case Part:
		return encoded(ContentOnly().Parts(v))
	case AppCardPart:
		return encoded(ContentOnly().AppCard(v))
	case Placement:
		return encoded(MessagesUpdateStickerPlacement(v))
	}
	panic("a type that the fork test does not know")
}

// setters returns the methods of v that return its own type.
func setters(v any) []reflect.Method {
	var out []reflect.Method
	t := reflect.TypeOf(v)
	for i := range t.NumMethod() {
		if m := t.Method(i); m.Type.NumOut() == 1 && m.Type.Out(0) == t {
			out = append(out, m)
		}
	}
	return out
}

// set calls a method with arguments that depend on n.
func set(t *testing.T, v any, m reflect.Method, n int) any {
	seed := string(rune('a' + n))
	in := []reflect.Value{reflect.ValueOf(v)}
	for i := 1; i < m.Type.NumIn(); i++ {
		p := m.Type.In(i)
		if m.Type.IsVariadic() && i == m.Type.NumIn()-1 {
			p = p.Elem()
		}
		var arg any
		switch {
		case (m.Name == "MemberJSON" || m.Name == "MessageMemberJSON") && i == 2:
			arg = `"` + seed + `"`
		case p == reflect.TypeFor[TextOption]():
			arg = Styled(decorations.Style(seed), Whole())
		case p == reflect.TypeFor[Experience]():
			arg = Experience{Name: seed, Params: []ExperienceParam{Param(seed, n)}}
		case p == reflect.TypeFor[Part]():
			arg = MediaPart(seed)
		case p == reflect.TypeFor[AppCardPart]():
			arg = AppCard(App{Name: seed})
		case p == reflect.TypeFor[App]():
			arg = App{Name: seed}
		case p == reflect.TypeFor[Placement]():
			arg = PlaceAt(float64(n), 0)
		case p.Kind() == reflect.String:
			arg = seed
		default:
			arg = n + 1
		}
		in = append(in, reflect.ValueOf(arg).Convert(p))
	}
	out := m.Func.Call(in)
	require.Len(t, out, 1)
	return out[0].Interface()
}

// TestForks continues a value with any two methods: the value and the first
// result must not change.
func TestForks(t *testing.T) {
	for _, v := range values {
		t.Run(reflect.TypeOf(v).Name(), func(t *testing.T) {
			methods := setters(v)
			require.NotEmpty(t, methods)
			base := v
			for n := range 3 { // slices with room at their end, which a careless append would share
				for _, m := range methods {
					base = set(t, base, m, n)
				}
			}
			before := rendered(base)
			for _, m := range methods {
				first := set(t, base, m, 5)
				want := rendered(first)
				for _, other := range methods {
					second := set(t, base, other, 6)
					if m.Name == other.Name && m.Type.NumIn() > 1 {
						require.NotEqual(t, want, rendered(second), "%s does something", m.Name)
					}
					require.Equal(t, before, rendered(base), "%s changed its receiver", other.Name)
					require.Equal(t, want, rendered(first), "%s changed what %s had returned", other.Name, m.Name)
				}
			}
		})
	}
}

// TestSharedBetweenGoroutines is for the race detector: many goroutines continue
// one value.
func TestSharedBetweenGoroutines(t *testing.T) {
	var all sync.WaitGroup
	for _, v := range values {
		methods := setters(v)
		for n := range 4 {
			all.Add(1)
			go func() {
				defer all.Done()
				for _, m := range methods {
					next := set(t, v, m, n)
					rendered(next)
					if r, ok := next.(Request); ok {
						r.Build()
						contentOf(r)
						r.Members()
					}
				}
			}()
		}
	}
	all.Wait()
}

// TestNothingIsShared checks that requests copy their arguments and results.
func TestNothingIsShared(t *testing.T) {
	to, lines := []string{"+14155550123"}, []string{"+14155550199"}
	parts := []Part{TextPart("a", Bold("a")), MediaPart("u")}
	params := []ExperienceParam{Param("a", 1)}
	options := []string{"a", "b"}
	r := MessagesCreate(to...).ExcludeFrom(lines...).Parts(parts...).Experience(Experience{Name: "n", Action: "a", Params: params})
	poll := ChatsPollsCreate(options...)
	update := MessagesUpdateAppCard().Experience(Experience{Name: "n", Action: "a", Params: params})
	requests := []Request{r, poll, update}
	var before []string
	for _, q := range requests {
		before = append(before, encoded(q))
	}
	to[0], lines[0], parts[0], params[0], options[0] = "x", "x", MediaPart("x"), Param("x", 2), "x"
	poll.Content().Options[0] = "x"
	c := r.Content()
	c.To[0], c.ExcludeFrom[0] = "x", "x"
	c.Parts[0], c.Experience.Params[0], c.Experience.Name = MediaPart("x"), Param("x", 2), "x"
	update.Content().Experience.Name = "x"
	for i, q := range requests {
		require.Equal(t, before[i], encoded(q))
	}

	b, err := MessagesEdit("a").Build()
	require.NoError(t, err)
	b.Bytes()[0] = 'x'
	marshalled, err := b.MarshalJSON()
	require.NoError(t, err)
	marshalled[0] = 'x'
	require.Equal(t, `{"text":"a"}`, b.String())
}

// TestEveryKindIsForked checks that values has every kind.
func TestEveryKindIsForked(t *testing.T) {
	kinds := map[validate.Kind]bool{}
	for _, v := range values {
		if r, ok := v.(Request); ok {
			kinds[r.Kind()] = true
		}
	}
	for _, k := range validate.Kinds() {
		if api.KindNamed(string(k)).ByTable {
			continue // not of the builder
		}
		require.True(t, kinds[k], k)
	}
}
