package builder_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

const someID = "550e8400-e29b-41d4-a716-446655440000"

// TestRequestsMarshal: every request marshals as what it builds, and a wrong one
// as nothing.
func TestRequestsMarshal(t *testing.T) {
	good := []builder.Request{
		builder.MessagesCreate("+14155550123").Text("<hi>"),
		builder.ChatsMessagesSend().Text("hi"),
		builder.ChatsCreate("+12052535597", "+14155550123").Text("hi"),
		builder.ContentOnly().Text("hi"),
		builder.ChatsVoicememo("https://example.com/a.m4a"),
		builder.MessagesEdit("hi"),
		builder.MessagesReact(builder.ReactLove),
		builder.MessagesPollsAdd("Pizza"),
		builder.ChatsPollsCreate("Pizza", "Pasta"),
		builder.MessagesPollsVote(someID),
		builder.AttachmentsCreate(builder.File{Filename: "a.jpg", ContentType: "image/jpeg", SizeBytes: 1}),
	}
	for _, r := range good {
		body, err := r.Build()
		require.NoError(t, err, r.Kind())
		text, err := json.Marshal(r)
		require.NoError(t, err, r.Kind())
		require.JSONEq(t, body.String(), string(text))

		stored, err := json.Marshal(struct{ B builder.Body }{body})
		require.NoError(t, err)
		var job struct{ B builder.Body }
		require.NoError(t, json.Unmarshal(stored, &job), string(stored))
		require.JSONEq(t, body.String(), job.B.String())
		if r.Kind() != validate.KindMessagesPollsAdd { // the options alone are detected as they were sent
			require.Equal(t, r.Kind(), job.B.Kind())
		}
	}
	for _, r := range []builder.Request{builder.MessagesCreate("+14155550123"), builder.MessagesEdit(""), builder.MessagesPollsAdd(), builder.AttachmentsCreate(builder.File{Filename: "", ContentType: "", SizeBytes: 0})} {
		_, err := json.Marshal(r)
		var invalid *validate.InvalidError
		require.ErrorAs(t, err, &invalid, r.Kind())
	}
}

func TestPartMarshals(t *testing.T) {
	text, err := json.Marshal([]builder.Part{builder.TextPart("Hello", builder.Bold("Hell")), builder.LinkPart("https://example.com")})
	require.NoError(t, err)
	require.JSONEq(t, `[{"type":"text","value":"Hello","text_decorations":[{"range":[0,4],"style":"bold"}]},{"type":"link","value":"https://example.com"}]`, string(text))
	_, err = json.Marshal(builder.TextPart(""))
	require.ErrorIs(t, err, validate.ErrInvalid)
	_, err = json.Marshal(builder.Part{})
	require.ErrorIs(t, err, validate.ErrInvalid)
}

// TestCardUnmarshals: an app card is read back, and no other part is one.
func TestCardUnmarshals(t *testing.T) {
	card := builder.AppCard(builder.App{BundleID: "com.acme.app", Name: "Acme", TeamID: "ACMETEAM12"}).Caption("Hi").MemberJSON("new", "1")
	text, err := json.Marshal(card)
	require.NoError(t, err)
	var read builder.AppCardPart
	require.NoError(t, json.Unmarshal(text, &read))
	require.Equal(t, card, read)
	require.ErrorContains(t, json.Unmarshal([]byte(`{"type":"text","value":"hi"}`), &read), "not an app card")
	require.NoError(t, json.Unmarshal([]byte(`null`), &read))
	require.Equal(t, card, read, "neither changes it")
}

// TestPlacementUnmarshals: a placement is read back, and null changes nothing.
func TestPlacementUnmarshals(t *testing.T) {
	placement := builder.PlaceAt(0.5, -1).Scale(2)
	text, err := json.Marshal(placement)
	require.NoError(t, err)
	var read builder.Placement
	require.NoError(t, json.Unmarshal(text, &read))
	require.Equal(t, placement, read)
	require.ErrorContains(t, json.Unmarshal([]byte(`[]`), &read), "must be a JSON object")
	require.ErrorContains(t, json.Unmarshal([]byte(`{"x":1,"z":2}`), &read), "only")
	require.NoError(t, json.Unmarshal([]byte(`null`), &read))
	require.Equal(t, placement, read)
}

// TestMemberMarshals: a member is written with its name and its value.
func TestMemberMarshals(t *testing.T) {
	text, err := json.Marshal(builder.MessagesEdit("a").MemberJSON("new", `{"a":1}`).Members())
	require.NoError(t, err)
	require.JSONEq(t, `[{"Name":"new","JSON":"{\"a\":1}"}]`, string(text))
	parsed, err := builder.Parse([]byte(`{"text":"a","\ud83d":1}`), validate.WithKind(validate.KindMessagesEdit))
	require.NoError(t, err)
	_, err = json.Marshal(parsed.Members())
	require.ErrorContains(t, err, "lone surrogate")
}

// TestNullChangesNothing: encoding/json reads null as no value.
func TestNullChangesNothing(t *testing.T) {
	edit, send := builder.MessagesEdit("a"), builder.ChatsMessagesSend().Text("a")
	require.NoError(t, json.Unmarshal([]byte(` null`), &edit))
	require.Equal(t, builder.MessagesEdit("a"), edit)
	require.NoError(t, json.Unmarshal([]byte(`null`), &send))
	require.Error(t, json.Unmarshal([]byte(`[]`), &send))
	require.Equal(t, builder.ChatsMessagesSend().Text("a"), send, "nor does what is not a body")
}

// TestEffectsAndParamsUnmarshal: what was written is read back, and nothing else.
func TestEffectsAndParamsUnmarshal(t *testing.T) {
	for _, effect := range []builder.Effect{0, builder.EffectConfetti, builder.EffectSlam} {
		text, err := effect.MarshalText()
		require.NoError(t, err)
		read := builder.EffectLasers
		require.NoError(t, read.UnmarshalText(text))
		require.Equal(t, effect, read)
	}
	_, err := builder.Effect(255).MarshalText()
	require.Error(t, err)
	for _, form := range []builder.PartForm{builder.FormNamed, builder.FormText, builder.FormOther} {
		text, err := form.MarshalText()
		require.NoError(t, err)
		read := builder.FormLink
		require.NoError(t, read.UnmarshalText(text))
		require.Equal(t, form, read)
		require.ErrorContains(t, read.UnmarshalText([]byte("Text")), "unknown form")
	}
	var effect builder.Effect
	require.ErrorContains(t, effect.UnmarshalText([]byte("Confetti")), "unknown effect")
	for _, param := range []builder.ExperienceParam{builder.Param("a", "x"), builder.Param("b", 1.5), builder.Param("c", true), builder.Param("d", "")} {
		text, err := json.Marshal(param)
		require.NoError(t, err)
		var read builder.ExperienceParam
		require.NoError(t, json.Unmarshal(text, &read), string(text))
		require.Equal(t, param, read)
	}
	var param builder.ExperienceParam
	for _, text := range []string{`{"name":"a"}`, `{"value":1}`, `{"name":"a","value":null}`, `{"name":"a","value":1,"new":2}`} {
		require.Error(t, json.Unmarshal([]byte(text), &param), text)
	}
}

func TestBodyUnmarshals(t *testing.T) {
	var b builder.Body
	require.NoError(t, json.Unmarshal([]byte(`null`), &b))
	require.Zero(t, b.Len())
	require.ErrorIs(t, json.Unmarshal([]byte(`{"message":{"parts":[]}}`), &b), validate.ErrInvalid)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"hello":1}`), &b), validate.ErrInvalid)
	require.ErrorIs(t, json.Unmarshal([]byte(`[]`), &b), validate.ErrInvalid)
	require.Zero(t, b.Len(), "an error leaves the body as it is")
}

func TestChecked(t *testing.T) {
	data := []byte(" {\"message\" : {\"parts\":[{\"type\":\"text\",\"value\":\"hi\"}]}}\n")
	b, err := builder.Checked("", data)
	require.NoError(t, err)
	require.Equal(t, string(data), b.String(), "the bytes stay as they are")
	require.Equal(t, validate.KindChatsMessagesSend, b.Kind())
	data[2] = 'x'
	require.NotEqual(t, string(data), b.String(), "they are copied")
	_, err = builder.Checked(validate.KindMessagesCreate, b.Bytes())
	require.ErrorContains(t, err, `missing required member "to"`)
	require.Panics(t, func() { _, _ = builder.Checked("nonsense", data) })
	_, err = builder.CheckedWith(validate.New(validate.WithStrict()), "", []byte(`{"message":{"parts":[{"type":"text","value":" "}]}}`))
	require.ErrorContains(t, err, "text-blank")
}

func TestSequenceBuild(t *testing.T) {
	long := builder.ChatsMessagesSend().Text("Track it:").Link("https://example.com/1").Text("Thanks")
	bodies, err := builder.Split(long).Build()
	require.NoError(t, err)
	require.Len(t, bodies, 3)

	bodies, err = builder.Split(builder.ChatsMessagesSend().Text("Track it:").Link("not a url").Link("neither")).Build()
	require.Nil(t, bodies)
	require.Equal(t, 2, strings.Count(err.Error(), "link-url"), err)
	require.ErrorIs(t, err, validate.ErrInvalid)
	require.ErrorContains(t, err, "message 2: ")

	left := builder.Sequence{Left: []builder.Leftover{{Request: long, Reason: "the whole text is a mention"}}}
	_, err = left.Build()
	var leftover *builder.LeftoverError
	require.True(t, errors.As(err, &leftover))
	require.ErrorContains(t, err, "the whole text is a mention")

	seq := builder.Split(builder.MessagesEdit("hi"))
	require.Len(t, seq.Requests, 1, "a kind without a message is its own sequence")
	require.Len(t, builder.Split(builder.ContentOnly().Text("a").Link("https://example.com")).Requests, 2)
}
