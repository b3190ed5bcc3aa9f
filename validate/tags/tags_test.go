package tags_test

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/go-playground/locales/en"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
	"github.com/linqlint/linqlint/validate/tags"
)

func registered(t *testing.T, opts ...tags.Option) *validator.Validate {
	t.Helper()
	v := validator.New()
	require.NoError(t, tags.Register(v, opts...))
	return v
}

func TestTags(t *testing.T) {
	v := registered(t)
	tests := []struct {
		tag       string
		good, bad []string
	}{
		{"linq_handle", []string{"+14155559876", "+12", "a@example.com"}, []string{"", "4155559876", "a@b", " +14155559876"}},
		{"linq_phone", []string{"+14155559876"}, []string{"", "a@example.com", "+0155"}},
		{"linq_text", []string{"x", strings.Repeat("🎉", 10000), `"\` + "\n", "see https://example.com"}, []string{"", strings.Repeat("x", 10001)}},
		{"linq_link", []string{"https://example.com/", "http://example.com"}, []string{"", "example.com", "https://" + strings.Repeat("x", 2050)}},
		{"linq_media_url", []string{"https://example.com/a.jpg"}, []string{"", "http://example.com/a.jpg", "/a.jpg"}},
		{"linq_effect", []string{"confetti", "slam", "happy_birthday"}, []string{"", "Confetti", "snow"}},
		{"linq_style", []string{"bold", "strikethrough"}, []string{"", "Bold", "shake"}},
		{"linq_animation", []string{"shake", "jitter"}, []string{"", "bold", "spin"}},
		{"linq_service", []string{"iMessage", "SMS", "RCS"}, []string{"", "imessage", "MMS"}},
		{"linq_bundle_id", []string{"com.example.app"}, []string{"", "a:b", strings.Repeat("x", 256)}},
		{"linq_team_id", []string{"A1B2C3D4E5"}, []string{"", "a1b2c3d4e5", "A1B2"}},
		{"linq_idempotency_key", []string{"", strings.Repeat("🎉", 255)}, []string{strings.Repeat("x", 256)}},
		{"linq_uuid", []string{"550e8400-e29b-41d4-a716-446655440000", "550E8400-E29B-41D4-A716-446655440000"}, []string{"", "550e8400e29b41d4a716446655440000"}},
		{"linq_body", []string{`{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"x"}]}}`}, []string{"", "{}", "[]"}},
		{"linq_body=messages.edit", []string{`{"text":"x"}`}, []string{`{"text":""}`, `{"operation":"add","type":"love"}`}},
	}
	for _, test := range tests {
		t.Run(test.tag, func(t *testing.T) {
			for _, s := range test.good {
				require.NoError(t, v.Var(s, test.tag), "%.40q", s)
			}
			for _, s := range test.bad {
				require.Error(t, v.Var(s, test.tag), "%.40q", s)
			}
			require.Error(t, v.Var(7, test.tag), "a number is not a string")
		})
	}
	require.PanicsWithValue(t, `tags: linq_body: unknown kind "no.such.kind"`, func() { v.Var("{}", "linq_body=no.such.kind") })
	require.NoError(t, v.Var(decorations.Bold, "linq_style"), "a type of kind string")
	require.NoError(t, v.Var(json.RawMessage(`{"text":"x"}`), "linq_body=messages.edit"))
	require.Error(t, v.Var([]byte(`{"text":""}`), "linq_body=messages.edit"))
	require.NoError(t, v.Var("", "omitempty,linq_text"))
}

func TestOptions(t *testing.T) {
	strict := registered(t, tags.WithValidation(validate.WithSeverity("link-insecure", validate.SeverityError), validate.WithKnown(validate.Known{EffectNames: []string{"snow"}})))
	require.Error(t, strict.Var("http://example.com", "linq_link"))
	require.NoError(t, strict.Var("snow", "linq_effect"))
}

// places has where in a body the value of a tag is: object keys, "*" for
// an array's elements, and "type=text" to go on only in a part of that type.
var places = map[string][][]string{
	"linq_handle": {{"to", "*"}},
	"linq_phone":  {{"from"}, {"exclude_from", "*"}},
	"linq_text":   {{"message", "parts", "*", "type=text", "value"}, {"parts", "*", "type=text", "value"}},
	"linq_link":   {{"message", "parts", "*", "type=link", "value"}, {"parts", "*", "type=link", "value"}},
	"linq_media_url": {
		{"message", "parts", "*", "type=media", "url"}, {"parts", "*", "type=media", "url"},
	},
	"linq_style": {
		{"message", "parts", "*", "type=text", "text_decorations", "*", "style"}, {"parts", "*", "type=text", "text_decorations", "*", "style"},
	},
	"linq_animation": {
		{"message", "parts", "*", "type=text", "text_decorations", "*", "animation"}, {"parts", "*", "type=text", "text_decorations", "*", "animation"},
	},
	"linq_service":         {{"message", "preferred_service"}, {"preferred_service"}},
	"linq_bundle_id":       {{"message", "parts", "*", "type=imessage_app", "app", "bundle_id"}, {"parts", "*", "type=imessage_app", "app", "bundle_id"}},
	"linq_team_id":         {{"message", "parts", "*", "type=imessage_app", "app", "team_id"}, {"parts", "*", "type=imessage_app", "app", "team_id"}},
	"linq_idempotency_key": {{"message", "idempotency_key"}, {"idempotency_key"}},
	"linq_uuid":            {{"message", "parts", "*", "type=media", "attachment_id"}, {"message", "reply_to", "message_id"}, {"attachment_id"}, {"option_id"}},
	"linq_effect":          {{"message", "effect", "name"}, {"effect", "name"}},
}

// find yields the strings at a place with their JSON Pointers.
func find(v any, place []string, pointer string, yield func(pointer, value string)) {
	if len(place) == 0 {
		if s, ok := v.(string); ok {
			yield(pointer, s)
		}
		return
	}
	key := place[0]
	if kind, ok := strings.CutPrefix(key, "type="); ok {
		if m, _ := v.(map[string]any); m["type"] == kind {
			find(v, place[1:], pointer, yield)
		}
		return
	}
	if list, ok := v.([]any); ok && key == "*" {
		for i, e := range list {
			find(e, place[1:], fmt.Sprintf("%s/%d", pointer, i), yield)
		}
		return
	}
	if m, ok := v.(map[string]any); ok && m[key] != nil {
		find(m[key], place[1:], pointer+"/"+key, yield)
	}
}

// ofTheContext has rules that depend on more than the value: the same text is
// valid elsewhere.
var ofTheContext = []string{"first-message-link", "app-service", "app-clip-service"}

// TestCorpus compares, for every value of the corpus that a tag is for,
// the tag with what package validate reports for the body at that place.
func TestCorpus(t *testing.T) {
	v := registered(t)
	f, err := os.Open("../../testdata/corpus.jsonl")
	require.NoError(t, err)
	defer f.Close()
	compared, failing, bodies := map[string]int{}, 0, 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		var line struct {
			Name, Kind, Raw string
			Body            json.RawMessage
			RawBase64       string `json:"raw_base64"`
			Detect          bool
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &line))
		body := []byte(line.Body)
		switch {
		case line.RawBase64 != "":
			body, err = base64.StdEncoding.DecodeString(line.RawBase64)
			require.NoError(t, err)
		case line.Body == nil:
			body = []byte(line.Raw)
		}
		kind, tag := validate.Kind(line.Kind), "linq_body="+line.Kind
		if line.Detect || kind == "" {
			kind, tag = "", "linq_body"
		}
		report := validate.JSON(body, validate.WithKind(kind))
		require.Equal(t, report.OK(), v.Var(body, tag) == nil, "%s: %s", line.Name, tag)
		bodies++

		var tree any
		if json.Unmarshal(body, &tree) != nil {
			continue
		}
		// effect-name only warns; the tag raises it.
		report = validate.JSON(body, validate.WithKind(kind), validate.WithSeverity("effect-name", validate.SeverityError))
		for tag, list := range places {
			for _, place := range list {
				find(tree, place, "", func(pointer, value string) {
					want := slices.ContainsFunc(report.Diagnostics, func(d validate.Diagnostic) bool {
						return d.Severity == validate.SeverityError && d.Pointer == pointer && !slices.Contains(ofTheContext, d.Rule)
					})
					got := v.Var(value, tag) != nil
					if misplaced(report, pointer) {
						return // a value in the wrong place is not checked
					}
					require.Equal(t, want, got, "%s: %s at %s: %.60q", line.Name, tag, pointer, value)
					compared[tag]++
					if want {
						failing++
					}
				})
			}
		}
	}
	require.NoError(t, lines.Err())
	require.Equal(t, 123, bodies)
	for tag := range places {
		require.Positive(t, compared[tag], tag)
	}
	require.Positive(t, failing)
}

// misplaced reports whether the value at pointer is in a member that is
// misplaced or unknown, and so not checked.
func misplaced(r validate.Report, pointer string) bool {
	return slices.ContainsFunc(r.Diagnostics, func(d validate.Diagnostic) bool {
		switch d.Rule {
		case "field-misplaced", "field-unknown", "field-response-only", "kind-unknown", "json-syntax", "json-encoding":
			return d.Pointer == pointer || strings.HasPrefix(pointer, d.Pointer+"/") || d.Pointer == ""
		}
		return false
	})
}

// TestBuilderTypes validates a struct with requests.
func TestBuilderTypes(t *testing.T) {
	type job struct {
		Name    string `validate:"required"`
		Request builder.MessagesCreateRequest
		Any     builder.Request
		Later   *builder.MessagesEditRequest
	}
	v := registered(t)
	good := builder.MessagesCreate("+14155559876").Text("hello")
	require.NoError(t, v.Struct(job{Name: "x", Request: good, Any: good}))

	bad := builder.MessagesCreate("4155559876").Text("").Media("https://example.com/a.jpg")
	edit := builder.MessagesEdit("")
	err := v.Struct(job{Name: "x", Request: bad, Any: builder.MessagesEdit(""), Later: &edit})
	var list validator.ValidationErrors
	require.True(t, errors.As(err, &list), "%v", err)
	var got []string
	for _, fe := range list {
		got = append(got, fe.Namespace()+" "+fe.Tag())
		require.NotEmpty(t, fe.Param())
	}
	require.ElementsMatch(t, []string{
		"job.Request./to/0 to-handle", "job.Request./message/parts/0/value text-empty",
		"job.Any./text edit-text", "job.Later./text edit-text",
	}, got)
}

// TestRequestErrors: the field of a missing member is where it would be, and what
// only the builder knows is an error with a message too.
func TestRequestErrors(t *testing.T) {
	english := en.New()
	translator, _ := ut.New(english, english).GetTranslator("en")
	v := registered(t, tags.WithTranslator(translator))
	type job struct{ Request builder.Request }
	for want, r := range map[string]builder.Request{
		"/to":                    builder.MessagesCreate().Text("a"),
		"/message/parts/0":       builder.ChatsMessagesSend().Text("a", builder.Bold("x")),
		"/message/parts/0/value": builder.ChatsMessagesSend().Text("a\xff"),
	} {
		t.Run(want, func(t *testing.T) {
			var list validator.ValidationErrors
			require.ErrorAs(t, v.Struct(job{r}), &list)
			require.Contains(t, list[0].Field(), want)
			require.Equal(t, list[0].Param(), tags.Message(list[0]))
			require.Equal(t, list[0].Field()+": "+list[0].Param(), list[0].Translate(translator))
		})
	}
}

func TestTranslations(t *testing.T) {
	english := en.New()
	translator, _ := ut.New(english, english).GetTranslator("en")
	v := registered(t, tags.WithTranslator(translator))
	type reminder struct {
		To      []string `validate:"dive,linq_handle"`
		Service string   `validate:"omitempty,linq_service"`
		Raw     []byte   `validate:"linq_body=messages.edit"`
		Number  int      `validate:"linq_text"`
		Bytes   int      `validate:"linq_body"`
		Request builder.MessagesCreateRequest
	}
	err := v.Struct(reminder{
		To: []string{"+14155559876", "4155559876"}, Service: "imessage", Raw: []byte(`{}`),
		Request: builder.MessagesCreate("+14155559876"),
	})
	var list validator.ValidationErrors
	require.True(t, errors.As(err, &list))
	got := list.Translate(translator)
	report := validate.JSON([]byte(`{"to":["4155559876"],"message":{"parts":[{"type":"text","value":"x"}]}}`))
	require.Equal(t, "To[1]: "+report.Diagnostics[0].Message, got["reminder.To[1]"], "the engine's own message")
	require.Contains(t, got["reminder.Service"], `Service: `)
	require.Contains(t, got["reminder.Raw"], "Raw: invalid messages.edit body: ")
	require.Contains(t, got["reminder.Number"], "is not a string")
	require.Contains(t, got["reminder.Bytes"], "neither bytes nor a string")
	require.NotEmpty(t, list)
	for _, text := range got {
		require.NotContains(t, text, "Error:Field validation", "every one of our errors is translated")
	}
	for _, fe := range list {
		require.Contains(t, fe.Translate(translator), tags.Message(fe), "without a translator too")
		require.NotEmpty(t, tags.Message(fe))
	}
	require.NoError(t, tags.Register(v, tags.WithTranslator(translator)), "again")
	require.NoError(t, tags.Register(validator.New(), tags.WithTranslator(translator), nil))
	var foreign validator.ValidationErrors
	require.ErrorAs(t, validator.New().Var("", "required"), &foreign)
	require.Empty(t, tags.Message(foreign[0]))
}

// FuzzTags puts any string into bodies that encoding/json writes, other ones
// than the tags use, and compares.
func FuzzTags(f *testing.F) {
	for _, s := range []string{"", " ", "+14155559876", "a@example.com", "https://example.com/ü", "confetti", "bold", "big", "SMS", "A1B2C3D4E5", "550e8400-e29b-41d4-a716-446655440000", "\xff", "\u2028"} {
		f.Add(s)
	}
	v := validator.New()
	require.NoError(f, tags.Register(v))
	type object = map[string]any
	f.Fuzz(func(t *testing.T, s string) {
		part := func(kind string, members object) object {
			members["type"] = kind
			return object{"message": object{"idempotency_key": "k", "parts": []object{members}}}
		}
		bodies := []struct {
			tag, pointer string
			body         object
		}{
			{"linq_handle", "/to/0", object{"to": []string{s, "b@example.com"}, "message": object{"parts": []object{{"type": "text", "value": "x"}}}}},
			{"linq_phone", "/exclude_from/0", object{"to": []string{"b@example.com"}, "exclude_from": []string{s}, "message": object{"parts": []object{{"type": "text", "value": "x"}}}}},
			{"linq_text", "/message/parts/0/value", part("text", object{"value": s})},
			{"linq_link", "/message/parts/0/value", part("link", object{"value": s})},
			{"linq_media_url", "/message/parts/0/url", part("media", object{"url": s})},
			{"linq_uuid", "/message/parts/0/attachment_id", part("media", object{"attachment_id": s})},
			{"linq_bundle_id", "/message/parts/0/app/bundle_id", part("imessage_app", object{"layout": object{"caption": "c"}, "app": object{"name": "n", "team_id": "Z9Z9Z9Z9Z9", "bundle_id": s}})},
			{"linq_team_id", "/message/parts/0/app/team_id", part("imessage_app", object{"layout": object{"caption": "c"}, "app": object{"name": "n", "bundle_id": "b", "team_id": s}})},
		}
		for _, b := range bodies {
			report, err := validate.New().Value(b.body)
			require.NoError(t, err)
			want := slices.ContainsFunc(report.Diagnostics, func(d validate.Diagnostic) bool {
				return d.Severity == validate.SeverityError && d.Pointer == b.pointer
			})
			require.Equal(t, want, v.Var(s, b.tag) != nil, "%s %q", b.tag, s)
		}
	})
}
