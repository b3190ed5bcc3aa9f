package arch

import (
	"encoding/json"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/linqtest"
	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/preflight"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

const (
	imageID = "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"
	handle  = "+14155550123"
)

// notData are the exported types that hold a configuration or a resource.
var notData = []string{"decorations.Index", "linqtest.Server", "validate.Validator"}

// values has a value of each exported type of data.
func values() []any {
	at := decorations.Range{Start: 1, End: 2}
	where := validate.Position{Offset: 1, Line: 1, Column: 2}
	yes, x := true, 0.5
	app := builder.App{BundleID: "com.acme.orders", Name: "Acme", TeamID: "ACMETEAM12"}
	game := builder.Experience{Name: "chess", Action: "move", Params: []builder.ExperienceParam{builder.Param("turn", 12)}}
	place := builder.PlaceAt(0.5, 0)
	report := validate.JSON([]byte(`{"to":[],"message":{}}`))
	sent := validate.JSON([]byte(`{"chat_id":"` + imageID + `","message":{"id":"` + imageID + `","created_at":"2026-01-01T00:00:00Z","delivery_status":"sent","parts":[]}}`))
	diagnostic := report.Diagnostics[0]
	body, _ := builder.MessagesEdit("Hello").Build()
	outlook := forecast.Of(builder.ContentOnly().Text("🎉", builder.Bold("🎉")))
	delivery, _ := outlook.Over(validate.ServiceSMS)
	card := builder.AppCard(app).Caption("Order 1234")
	to := builder.MessagesCreate(handle).Text("Hello")
	rule, _ := rules.Lookup("to-empty")
	return []any{
		decorations.Bold, decorations.Shake, at, decorations.Decoration{Range: at, Style: decorations.Bold},

		diagnostic, validate.Args{{Name: "limit", Value: int64(3)}}, validate.Arg{Name: "limit", Value: int64(3)}, validate.Edit{Start: 1, End: 2, Text: "a"},
		validate.Fix{Title: "a", Safe: true, Edits: []validate.Edit{{Start: 1}}}, validate.InvalidError{Report: report}, validate.KindMessage,
		validate.Known{Members: []string{"a"}}, where, validate.Related{Message: "a", Start: where}, report, sent,
		validate.RuleInfo{ID: "to-empty", Severity: validate.SeverityError}, validate.FixSafe, validate.ServiceSMS, validate.SeverityNote, validate.Source{Page: "a"},

		app, card, builder.AttachmentsCreate(builder.File{Filename: "a.jpg", ContentType: "image/jpeg", SizeBytes: 1}), body,
		builder.CardContent{App: app, Interactive: &yes}, builder.ChatsCreate("+14155550100", handle).Text("Hello"), builder.ChatsMessagesSend().Text("Hello"),
		builder.ChatsPollsCreate("a", "b"), builder.ChatsVoicememo("https://example.com/a.m4a"), to.Content(), builder.ContentOnly().Text("Hello"),
		builder.Bold("a"), builder.EditContent{Text: "a"}, builder.EffectEcho, builder.BubbleEffect, game, builder.Param("a", "b"),
		builder.File{Filename: "a.jpg"}, builder.Layout{Caption: "a"}, builder.Leftover{Request: to, Reason: "a"}, builder.LeftoverError{Leftover: builder.Leftover{Reason: "a"}},
		builder.Member{Name: "a", JSON: "1"}, builder.MentionContent{Handle: handle, Range: at, HasRange: true}, builder.MessageEffect{Name: "echo", Type: builder.BubbleEffect},
		to, builder.MessagesEdit("a"), builder.MessagesPollsAdd("a"), builder.MessagesPollsVote(imageID), builder.MessagesReact(builder.ReactLove),
		builder.MessagesUpdateAppCard().Caption("a").Interactive(), builder.MessagesUpdateStickerPlacement(place), builder.TextPart("a", builder.Bold("a")), builder.FormText,
		builder.Nth("a", 1), place, builder.PlacementContent{X: &x}, builder.PollContent{Options: []string{"a"}}, builder.ReactLove,
		builder.ReactionContent{Type: builder.ReactLove, Placement: &place}, builder.Reply{MessageID: imageID}, builder.Nest("a"), builder.Sequence{Requests: []builder.Request{to}},
		builder.StickerContent{Range: at, AttachmentID: imageID}, builder.StickerPlacementContent{Placement: &place}, builder.StickerReaction{Emoji: "🎉"},
		builder.Mention(handle, "a"), builder.Sticker(imageID, "a"), builder.VoicememoContent{URL: "a"}, builder.VoteContent{OptionID: imageID},

		delivery, forecast.UCS2, forecast.Dropped, outlook, delivery.Items[0], delivery.Texts[0].SMSSize, delivery.Texts[0], delivery.Texts[0].UCS2CodePoints[0],
		preflight.Error{Method: "POST", Path: "/v3/messages", Report: report},
		linqtest.RateLimited(1), linqtest.Request{Method: "POST", At: time.Unix(1, 0).UTC()}, linqtest.Sent{Kind: validate.KindMessage, Body: []byte("{}"), At: time.Unix(1, 0).UTC()},
		markdown.TableColumns,
		rule, rules.Example{Title: "a", Body: "{}"}, rules.Pair{Rule: "to-empty"},
	}
}

// refuse are the types that have no JSON form on their own.
var refuse = []string{
	"builder.Decoration", "builder.Leftover", "builder.LeftoverError", "builder.Place", "builder.Rich", "builder.Sequence",
	"builder.TextMention", "builder.TextSticker", "linqtest.Fault",
}

// TestValuesReadBack: what encoding/json writes of a value it reads back, or it
// refuses to write it. Each exported type of the library is in the list.
func TestValuesReadBack(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range values() {
		name := reflect.TypeOf(v).String()
		seen[name] = true
		require.False(t, reflect.ValueOf(v).IsZero(), name)
		written, err := json.Marshal(v)
		if slices.Contains(refuse, name) {
			require.Error(t, err, name)
			continue
		}
		require.NoError(t, err, name)
		require.NotContains(t, []string{"{}", "null", `""`}, string(written), name)
		read := reflect.New(reflect.TypeOf(v))
		require.NoError(t, json.Unmarshal(written, read.Interface()), "%s %s", name, written)
		again, err := json.Marshal(read.Elem().Interface())
		require.NoError(t, err, name)
		require.Equal(t, string(written), string(again), name)
		if !hidden(reflect.TypeOf(v)) {
			require.Equal(t, v, read.Elem().Interface(), name)
		}
	}
	for _, name := range notData {
		seen[name] = true
	}
	require.Equal(t, exportedTypes(t), slices.Sorted(maps.Keys(seen)))
}

// hidden reports whether a type of this project has fields that are not exported,
// which may hold the same value in another way.
func hidden(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return hidden(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); strings.HasPrefix(t.PkgPath(), strings.TrimSuffix(module, "/")) && (!f.IsExported() || hidden(f.Type)) {
				return true
			}
		}
	}
	return false
}

// exportedTypes lists the exported types of the library, except interfaces and
// functions.
func exportedTypes(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, folder := range []string{"decorations", "validate", "builder", "forecast", "preflight", "linqtest", "markdown", "rules"} {
		names, err := filepath.Glob("../../" + folder + "/*.go")
		require.NoError(t, err)
		files := token.NewFileSet()
		var parsed []*ast.File
		for _, name := range names {
			f, err := parser.ParseFile(files, name, nil, parser.ParseComments)
			require.NoError(t, err)
			parsed = append(parsed, f)
		}
		p, err := doc.NewFromFiles(files, parsed, module+folder)
		require.NoError(t, err)
		for _, typ := range p.Types {
			switch typ.Decl.Specs[0].(*ast.TypeSpec).Type.(type) {
			case *ast.InterfaceType, *ast.FuncType:
			default:
				out = append(out, folder+"."+typ.Name)
			}
			if typ.Name == "MessagesCreateRequest" {
				require.True(t, slices.ContainsFunc(typ.Methods, func(m *doc.Func) bool { return m.Name == "Text" }), "the documentation lists the methods of a request")
			}
		}
	}
	slices.Sort(out)
	return out
}
