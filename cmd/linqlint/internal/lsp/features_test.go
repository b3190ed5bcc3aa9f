package lsp_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lsp"
)

// actions asks for the actions at a place.
func (c *client) actions(uri string, at span, only ...string) (out []action) {
	c.t.Helper()
	context := map[string]any{"diagnostics": []any{}}
	if len(only) > 0 {
		context["only"] = only
	}
	c.call("textDocument/codeAction", js(map[string]any{"textDocument": map[string]any{"uri": uri}, "range": wire(at), "context": context}), &out)
	return out
}

// edited applies edits as an editor does: all of them to the text as it was.
func edited(t *testing.T, text string, edits []edit) string {
	t.Helper()
	units := utf16.Encode([]rune(text))
	offset := func(p position) int {
		at := 0
		for line := 0; line < p.Line; at++ {
			if units[at] == '\n' {
				line++
			}
		}
		return at + p.Character
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return offset(b.Range.Start) - offset(a.Range.Start) })
	for _, e := range edits {
		from, to := offset(e.Range.Start), offset(e.Range.End)
		units = slices.Concat(units[:from], utf16.Encode([]rune(e.NewText)), units[to:])
	}
	return string(utf16.Decode(units))
}

func TestQuickFix(t *testing.T) {
	const text = "{\n\"to\": [\"+1 205 253 2136\"],\n\"message\": {\"parts\": [{\"type\": \"text\", \"value\": \"🎉 a\"}, {\"type\": \"text\", \"value\": \"b\"}], \"preferred_service\": \"imessage\"}}\n"
	c := session(t)
	p := c.open(uri, "json", text)
	require.Equal(t, []string{"to-handle", "parts-consecutive-text", "service-value"}, rulesOf(p.Diagnostics))

	got := c.actions(uri, p.Diagnostics[2].Range)
	require.Len(t, got, 2)
	require.Equal(t, "quickfix", got[0].Kind)
	require.True(t, got[0].IsPreferred)
	require.Equal(t, p.Diagnostics[2:3], got[0].Diagnostics)
	require.Equal(t, strings.Replace(text, `"imessage"`, `"iMessage"`, 1), edited(t, text, got[0].Edit.Changes[uri]))

	// A fix that guesses says so and is not preferred.
	got = c.actions(uri, p.Diagnostics[0].Range, "quickfix")
	require.Len(t, got, 1)
	require.Contains(t, got[0].Title, "unsafe")
	require.False(t, got[0].IsPreferred)
	require.Equal(t, strings.Replace(text, `+1 205 253 2136`, `+12052532136`, 1), edited(t, text, got[0].Edit.Changes[uri]))

	// Fix all takes the safe ones only, wherever they are.
	for _, only := range [][]string{{"source.fixAll"}, {"source"}, {"source.fixAll.linqlint"}} {
		got = c.actions(uri, span{}, only...)
		require.Len(t, got, 1, only)
		require.Equal(t, "source.fixAll.linqlint", got[0].Kind)
		require.Equal(t, strings.Replace(text, `"imessage"`, `"iMessage"`, 1), edited(t, text, got[0].Edit.Changes[uri]))
	}
	require.Empty(t, c.actions(uri, span{}, "refactor"))
	require.Empty(t, c.actions("file:///not/open.json", span{}))
}

// TestQuickFixThatBringsAnError: a fix that would bring in an error is not
// offered, and one of what is broken is.
func TestQuickFixThatBringsAnError(t *testing.T) {
	c := session(t)
	p := c.open(uri, "json", `{"message":{"parts":[{"type":"text","value":"Hi"}],"efect":5}}`)
	require.Equal(t, []string{"field-unknown"}, rulesOf(p.Diagnostics))
	require.Empty(t, c.actions(uri, p.Diagnostics[0].Range, "quickfix"))

	const broken = `{"message":{"parts":[{"type":"text","value":"Hi"}],"effect":null,}}`
	const name = "file:///broken.json"
	p = c.open(name, "json", broken)
	require.Equal(t, []string{"json-null", "json-syntax"}, rulesOf(p.Diagnostics))
	require.Empty(t, c.actions(name, p.Diagnostics[0].Range, "quickfix"))
	got := c.actions(name, p.Diagnostics[1].Range, "quickfix")
	require.Len(t, got, 1)
	require.Equal(t, strings.Replace(broken, ",}}", "}}", 1), edited(t, broken, got[0].Edit.Changes[name]))
}

// TestFixAllOfLines: bodies stay on their lines, and one that is clean stays
// as it is.
func TestFixAllOfLines(t *testing.T) {
	const (
		bad  = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"👋"}],"preferred_service":"sms"}}`
		name = "file:///a.jsonl"
	)
	text := bad + "\n" + strings.Replace(bad, "sms", "RCS", 1) + "\n" + bad + "\n"
	c := session(t)
	require.Len(t, c.open(name, "jsonl", text).Diagnostics, 2)
	got := c.actions(name, span{}, "source.fixAll")
	require.Len(t, got, 1)
	require.Equal(t, strings.ReplaceAll(text, "sms", "SMS"), edited(t, text, got[0].Edit.Changes[name]))
	require.Empty(t, c.actions(name, span{position{1, 0}, position{1, 5}}, "quickfix"))
}

func TestHover(t *testing.T) {
	// "^" marks the place.
	tests := []struct {
		name, text string
		want       []string // nil: nothing
	}{
		{"a member's name", `{"to":["+12052532136"],"message":{"par^ts":[{"type":"text","value":"x"}]}}`, []string{"**parts**: an array of 1 to 100 elements, required"}},
		{"a member that was added later", `{"message":{"parts":[{"type":"text","value":"x","inline_^stickers":[]}]}}`, []string{"Added on 2026-09-15. Source: <https://github.com/linq-team/linq-node>"}},
		{"a value, counted", `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"👋🏽^ hi"}]}}`, []string{"**value**", "5 code points, 7 UTF-16 code units"}},
		{"an enum", `{"to":["+12052532136"],"message":{"preferred_service":"S^MS","parts":[{"type":"text","value":"x"}]}}`, []string{"`iMessage`, `SMS`, `RCS`"}},
		{"an element", `{"to":["+1205^2532136"],"message":{"parts":[{"type":"text","value":"x"}]}}`, []string{"**to**"}},
		{"the opening brace", `^{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"x"}]}}`, []string{"**messages.create**", "`POST /v3/messages`"}},
		{"a problem, with the rule's help", `{"to":["^12052532136"],"message":{"parts":[{"type":"text","value":"x"}]}}`, []string{"[to-handle](", "The API responds with [1002](", "**to**"}},
		{"a name that nobody documents", `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"x"}]},"metadata":{"a^":1}}`, nil},
		{"between values", `{"to":["+12052532136"],^ "message":{"parts":[{"type":"text","value":"x"}]}}`, nil},
		{"other JSON", `{"te^xt":{"type":1},"name":"x"}`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := session(t)
			text, p := marked(test.text)
			c.open(uri, "json", text)
			var got *struct {
				Contents struct{ Kind, Value string }
				Range    span
			}
			c.call("textDocument/hover", at(uri, p.Line, p.Character), &got)
			if test.want == nil {
				require.Nil(t, got)
				return
			}
			require.NotNil(t, got)
			require.Equal(t, "markdown", got.Contents.Kind)
			for _, want := range test.want {
				require.Contains(t, got.Contents.Value, want)
			}
			require.NotEqual(t, got.Range.Start, got.Range.End)
		})
	}
}

// marked takes the "^" out of a text and returns its place.
func marked(text string) (string, position) {
	before, after, _ := strings.Cut(text, "^")
	line := strings.Count(before, "\n")
	return before + after, position{line, len(utf16.Encode([]rune(before[strings.LastIndexByte(before, '\n')+1:])))}
}

func TestCompletion(t *testing.T) {
	tests := []struct {
		name, text string
		labels     []string // all of them, in order; nil: none
		first      string   // the text after the first is taken; "": not looked at
	}{
		{
			"members that are not there yet", `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"x"}],^}}`,
			[]string{"effect", "idempotency_key", "preferred_service", "reply_to", "experience"},
			`{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"x"}],"effect": {"name": "$1", "type": "$2"}}}`,
		},
		{
			"a name that is begun, in quotes", `{"message":{"parts":[{"type":"media","^"}]}}`,
			[]string{"url", "attachment_id", "sticker"}, `{"message":{"parts":[{"type":"media","url": "$1"}]}}`,
		},
		{
			"a name that has its colon", `{"message":{"parts":[{"type":"media","u^": "x"}]}}`,
			[]string{"url", "attachment_id", "sticker"}, `{"message":{"parts":[{"type":"media","url": "x"}]}}`,
		},
		{
			"values of an enum, in an unclosed body", `{"message":{"parts":[{"type": "^`,
			[]string{"text", "media", "link", "imessage_app", "app_clip"}, `{"message":{"parts":[{"type": "text"`,
		},
		{
			"values of an enum, in an unclosed string", "{\"message\":{\"parts\":[{\"type\": \"te^\n}]}}",
			[]string{"text", "media", "link", "imessage_app", "app_clip"}, "{\"message\":{\"parts\":[{\"type\": \"text\"\n}]}}",
		},
		{
			"a value without quotes yet", `{"message":{"parts":[{"type":"text","value":"x"}],"preferred_service": ^}}`,
			[]string{"iMessage", "SMS", "RCS"}, `{"message":{"parts":[{"type":"text","value":"x"}],"preferred_service": "iMessage"}}`,
		},
		{
			"a value before another member", `{"message":{"parts":[{"type": ^ "value":"x"}]}}`,
			[]string{"text", "media", "link", "imessage_app", "app_clip"}, `{"message":{"parts":[{"type": "text" "value":"x"}]}}`,
		},
		{"the type that fits the effect", `{"message":{"effect":{"name":"slam","type":^},"parts":[{"type":"text"}]}}`, []string{"bubble", "screen"}, ""},
		{"booleans", `{"override_optout":^,"message":{"parts":[{"type":"text"}]}}`, []string{"true", "false"}, ""},
		{
			"elements", `{"message":{"parts":[^]}}`,
			[]string{"text part", "media part", "link part", "imessage_app part", "app_clip part"},
			`{"message":{"parts":[{"type": "text", "value": "$1"}]}}`,
		},
		{
			"decorations", `{"message":{"parts":[{"type":"text","value":"x","text_decorations":[^]}]}}`,
			[]string{"style decoration", "animation decoration"},
			`{"message":{"parts":[{"type":"text","value":"x","text_decorations":[{"range": [$1, $2], "style": "${3|bold,italic,strikethrough,underline|}"}]}]}}`,
		},
		{
			"stickers", `{"message":{"parts":[{"type":"text","value":"x","inline_stickers":[^]}]}}`,
			[]string{"sticker by attachment_id", "sticker by url"},
			`{"message":{"parts":[{"type":"text","value":"x","inline_stickers":[{"range": [$1, $2], "attachment_id": "$3"}]}]}}`,
		},
		{"reactions", `{"operation":"add","type":"lo^ve"}`, []string{"love", "like", "dislike", "laugh", "emphasize", "question", "custom", "sticker"}, ""},
		{"animations", `{"message":{"parts":[{"type":"text","value":"x","text_decorations":[{"range":[0,1],"animation":"^"}]}]}}`, []string{"big", "small", "shake", "nod", "explode", "ripple", "bloom", "jitter"}, ""},
		{
			"effects with their types, in an unclosed body", `{"message":{"parts":[{"type":"text","value":"x"}],"effect":{"name":"^`,
			[]string{"confetti", "fireworks", "lasers", "sparkles", "celebration", "hearts", "love", "balloons", "happy_birthday", "echo", "spotlight", "slam", "loud", "gentle", "invisible"}, "",
		},
		{
			"an object from its skeleton", `{"message":{"reply_to":^,"parts":[{"type":"text"}]}}`,
			[]string{"{…}"}, `{"message":{"reply_to":{"message_id": "$1"},"parts":[{"type":"text"}]}}`,
		},
		{
			"members at the root", `{"message":{"parts":[{"type":"text","value":"x"}]},"^"}`,
			[]string{"override_optout"}, "",
		},
		{"free text", `{"message":{"parts":[{"type":"text","value":"^"}]}}`, nil, ""},
		{"below an undocumented name", `{"message":{"parts":[{"type":"text"}],"x":{"^"}}}`, nil, ""},
		{"other JSON", `{"name":"x","^"}`, nil, ""},
		{"before the body", `^ {"message":{"parts":[{"type":"text"}]}}`, nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := session(t)
			text, p := marked(test.text)
			c.open(uri, "json", text)
			var items []item
			c.call("textDocument/completion", at(uri, p.Line, p.Character), &items)
			var labels []string
			for _, i := range items {
				labels = append(labels, i.Label)
			}
			require.Equal(t, test.labels, labels)
			if test.first != "" {
				require.Equal(t, test.first, edited(t, text, []edit{items[0].TextEdit}))
				require.Equal(t, strings.Contains(test.first, "$"), items[0].InsertTextFormat == 2)
			}
		})
	}
}

// TestCompletionWithoutSnippets: a client without support for snippets gets none.
func TestCompletionWithoutSnippets(t *testing.T) {
	c := start(t, lsp.Options{})
	c.call("initialize", `{"capabilities":{}}`, nil)
	text, p := marked(`{"message":{"parts":[{"type":"media","^"}]}}`)
	c.open(uri, "json", text)
	var items []item
	c.call("textDocument/completion", at(uri, p.Line, p.Character), &items)
	require.Equal(t, `"url": `, items[0].TextEdit.NewText)
	require.Equal(t, 1, items[0].InsertTextFormat)
}

func TestFormatting(t *testing.T) {
	const spaces = `{"tabSize":2,"insertSpaces":true}`
	tests := []struct{ name, options, text, want string }{
		{
			"values keep every byte", spaces, `{ "message" :{"parts":[{"type":"text","value":"a\u0062 \/ 🎉"},{"x":1.0e0,"text_decorations":[{"range":[ 0,1 ]}]}],"effect":{ } }}`,
			"{\n  \"message\": {\n    \"parts\": [\n      {\n        \"type\": \"text\",\n        \"value\": \"a\\u0062 \\/ 🎉\"\n      },\n      {\n        \"x\": 1.0e0,\n        \"text_decorations\": [\n          {\n            \"range\": [0, 1]\n          }\n        ]\n      }\n    ],\n    \"effect\": {}\n  }\n}",
		},
		{"tabs", `{"tabSize":4,"insertSpaces":false}`, "\n{\"poll\":{\"options\":[{\"text\":\"a\"}]}}\n\n", "{\n\t\"poll\": {\n\t\t\"options\": [\n\t\t\t{\n\t\t\t\t\"text\": \"a\"\n\t\t\t}\n\t\t]\n\t}\n}\n"},
		{"line ends of Windows stay", spaces, "{\"poll\":{\r\n\"options\":[]}}", "{\r\n  \"poll\": {\r\n    \"options\": []\r\n  }\r\n}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := session(t)
			c.open(uri, "json", test.text)
			got := edited(t, test.text, c.format(uri, test.options))
			require.Equal(t, test.want, got)
			// What is laid out stays so.
			c.change(2, nil, got)
			require.Empty(t, c.format(uri, test.options))
		})
	}
	c := session(t)
	for name, text := range map[string]string{uri: `{"name" : 1}`, "file:///broken.json": `{"message":{"parts":[{"type"`, "file:///a.jsonl": `{ "to":[], "message":{}}`} {
		c.open(name, "json", text)
		require.Empty(t, c.format(name, spaces), text)
	}
}

func (c *client) format(uri, options string) (out []edit) {
	c.t.Helper()
	c.call("textDocument/formatting", `{"textDocument":{"uri":"`+uri+`"},"options":`+options+`}`, &out)
	return out
}

func TestPreview(t *testing.T) {
	const name = "file:///a.jsonl"
	c := session(t)
	c.open(name, "jsonl", empty+"\n{}\n"+`{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"Big **sale**","text_decorations":[{"range":[0,3],"style":"bold"},{"range":[4,12],"animation":"shake"}]}],"effect":{"name":"confetti","type":"screen"}}}`)
	var lenses []struct {
		Range   span
		Command struct {
			Title, Command string
			Arguments      []any
		}
	}
	c.call("textDocument/codeLens", `{"textDocument":{"uri":"`+name+`"}}`, &lenses)
	require.Len(t, lenses, 2)
	require.Equal(t, "2:0-2:0", lenses[1].Range.String())
	require.Equal(t, "Preview", lenses[1].Command.Title)

	var got struct{ Kind, Value string }
	c.call("workspace/executeCommand", js(map[string]any{"command": lenses[1].Command.Command, "arguments": lenses[1].Command.Arguments}), &got)
	require.Equal(t, "markdown", got.Kind)
	for _, want := range []string{"# messages.create", "To: `+12052532136`", `> **Big** \*\*sale\*\*`, "shake: `**sale**`", "Effect: `confetti`", "- **SMS**: dropped", "the effect confetti: dropped"} {
		require.Contains(t, got.Value, want)
	}
	const stickers = `{"to":["+14155550123","+14155550124"],"message":{"parts":[{"type":"text","value":"Kim 🥤","mention":"+14155550123","mention_range":[0,3],"inline_stickers":[{"range":[4,6],"url":"https://example.com/a.png"}]},{"type":"media","url":"https://example.com/b.png","sticker":true}]}}`
	<-c.asked
	c.open("file:///b.json", "json", stickers)
	c.call("workspace/executeCommand", `{"command":"linqlint.preview","arguments":["file:///b.json",0]}`, &got)
	require.Contains(t, got.Value, "> Kim 🥤\n\nsticker: `https://example.com/a.png` in place of `🥤`\n\nmentions `+14155550123` as `Kim`\n\n> sticker: `https://example.com/b.png`")
	// A client that can show a document is asked to, and the file goes with the
	// session.
	r := <-c.asked
	require.Equal(t, "window/showDocument", r.Method)
	var shown struct{ URI string }
	require.NoError(t, json.Unmarshal(*r.Params, &shown))
	file := strings.TrimPrefix(shown.URI, "file://")
	content, err := os.ReadFile(filepath.FromSlash(file))
	require.NoError(t, err)
	require.Equal(t, got.Value, string(content))

	for _, bad := range []string{`{"command":"x"}`, `{"command":"linqlint.preview"}`, `{"command":"linqlint.preview","arguments":["file:///none"]}`, `{"command":"linqlint.preview","arguments":["` + name + `",9]}`} {
		requireCode(t, -32602, c.try("workspace/executeCommand", bad, nil))
	}
	c.call("shutdown", "null", nil)
	require.NoError(t, c.exit())
	require.NoFileExists(t, file)
}

// TestRepairs: broken JSON has a code action that repairs it, and one that fixes
// the other problems too.
func TestRepairs(t *testing.T) {
	c := session(t)
	for text, want := range map[string]string{
		`{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"hi"},]}}`:                                                      `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"hi"}]}}`,
		"{\"to\":[\"+12052532136\"],\n// c\n\"message\":{\"preferred_service\":\"sms\",\"parts\":[{\"type\":\"text\",\"value\":\"hi\"}]}}": "{\"to\":[\"+12052532136\"],\n\"message\":{\"preferred_service\":\"SMS\",\"parts\":[{\"type\":\"text\",\"value\":\"hi\"}]}}",
	} {
		p := c.open(uri, "json", text)
		require.Equal(t, "json-syntax", p.Diagnostics[0].Code)
		var actions []action
		c.call("textDocument/codeAction", js(map[string]any{"textDocument": map[string]any{"uri": uri}, "range": wire(span{position{0, 0}, position{9, 0}}), "context": map[string]any{}}), &actions)
		require.Len(t, actions, 2, "while the syntax is broken, only its repair is offered")
		require.Equal(t, "quickfix", actions[0].Kind)
		all := actions[len(actions)-1]
		require.Equal(t, "source.fixAll.linqlint", all.Kind)
		require.Equal(t, want, edited(t, text, all.Edit.Changes[uri]))
	}
}
