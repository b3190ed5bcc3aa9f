package validate

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWithSeverity: what a selector sets, and what the default stays.
func TestWithSeverity(t *testing.T) {
	body := []byte(sendOf(textOf(" "), textOf("**b**"))) // a warning, an error and a note
	of := func(opts ...Option) string {
		var out []string
		for _, d := range JSON(body, opts...).Diagnostics {
			out = append(out, d.Rule+" "+d.Severity.String())
		}
		return strings.Join(out, "; ")
	}
	const blank, pair = "text-blank warning", "parts-consecutive-text error"
	require.Equal(t, blank+"; "+pair, of())
	require.Equal(t, blank+"; "+pair+"; text-markdown note", of(WithNotes()))
	require.Equal(t, blank+"; "+pair+"; text-markdown note", of(WithSeverity("text-markdown", SeverityNote)), "to name a note is to ask for it")
	require.Equal(t, blank+"; "+pair+"; text-markdown error", of(WithSeverity("text-markdown", SeverityError)), "so is to raise it")
	require.Equal(t, "text-blank note; "+pair, of(WithSeverity("text-blank", SeverityNote)), "a warning that is made a note is still looked for")
	require.Equal(t, pair, of(WithSeverity("text-blank", SeverityOff)))
	require.Equal(t, pair, of(WithSeverity("text-*", SeverityOff)), "a family")
	require.Equal(t, "text-blank error; "+pair+"; text-markdown error", of(WithSeverity("text-*", SeverityError)))
	require.Equal(t, "", of(WithSeverity("*", SeverityOff)))
	require.Equal(t, blank, of(WithSeverity("*", SeverityOff), WithSeverity("text-blank", SeverityWarning)), "later ones win")
	require.Equal(t, "", of(WithSeverity("text-blank", SeverityWarning), WithSeverity("*", SeverityOff)))
	require.Equal(t, blank+"; "+pair, of(WithNotes(), WithSeverity("text-markdown", SeverityOff)), "off wins over WithNotes in either order")
	require.Equal(t, blank+"; "+pair, of(WithSeverity("text-markdown", SeverityOff), WithNotes()))
	require.True(t, JSON(body, WithSeverity("parts-*", SeverityWarning)).OK(), "OK goes by what the options say")
	require.False(t, JSON(body, WithSeverity("text-blank", SeverityError), WithSeverity("parts-*", SeverityOff)).OK())
}

// TestSilencedByOff: a rule that is off still silences what it silences: one
// fault is not reported under another name.
func TestSilencedByOff(t *testing.T) {
	require.Empty(t, JSON([]byte(sendOf(textOf(""))), WithSeverity("text-empty", SeverityOff)).Diagnostics)
	require.Empty(t, JSON([]byte(mediaOf("http://localhost/a.exe")), WithSeverity("media-url", SeverityOff)).Diagnostics)
}

// TestWithNewChat turns a warning of chats.create into an error.
func TestWithNewChat(t *testing.T) {
	body := []byte(`{"from":"+13","to":["+12"],` + helloWith(`"effect":{"name":"slam","type":"bubble"},"reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000"}`)[1:])
	require.True(t, JSON(body).OK())
	require.Len(t, JSON(body).Diagnostics, 2)
	report := JSON(body, WithNewChat())
	require.Equal(t, 2, report.Count(SeverityError))
	require.NotContains(t, report.Diagnostics[0].Message, "in case the chat is new")
	require.Equal(t, 2, JSON(body, WithSeverity("first-message-effect", SeverityNote), WithNewChat()).Count(SeverityNote), "a severity that is set wins")
	create := []byte(strings.Replace(string(body), `"from":"+13",`, "", 1))
	require.Empty(t, JSON(create, WithNewChat()).Diagnostics, "messages.create does not say whether the chat is new")
}

// TestWithService checks as if that service were preferred.
func TestWithService(t *testing.T) {
	effect := `"effect":{"name":"slam","type":"bubble"}`
	require.Equal(t, "service-drops-effect /message/effect", found(JSON([]byte(helloWith(effect)), WithService(ServiceSMS))))
	require.Equal(t, "service-drops-effect /message/effect", found(JSON([]byte(helloWith(`"preferred_service":"iMessage",`+effect)), WithService(ServiceRCS))), "over a given one")
	require.Empty(t, JSON([]byte(helloWith(`"preferred_service":"SMS",`+effect)), WithService(ServiceIMessage)).Diagnostics)
	require.Equal(t, "service-value /message/preferred_service", found(JSON([]byte(helloWith(`"preferred_service":"sms",`+effect)), WithService(ServiceIMessage))), "a wrong one is still wrong")
	require.Equal(t, "service-no-fallback /message", found(JSON([]byte(ready), WithService(ServiceIMessage), WithNotes())), "at the message where nothing is given")

	experience := contentOf(`"experience":{"name":"a","action":"b"}`)
	require.Equal(t, "app-service /message", found(JSON([]byte(experience), WithService(ServiceSMS))))
	given := contentOf(`"preferred_service":"RCS","experience":{"name":"a","action":"b"}`)
	require.Equal(t, "app-service /message/preferred_service", found(JSON([]byte(given), WithService(ServiceSMS))), "else at what is given")
	require.Equal(t, "app-service", found(JSON([]byte(`{"experience":{"name":"a","action":"b"}}`), WithService(ServiceSMS))), "a bare message")
	require.Equal(t, "service-email /message", found(JSON([]byte(createOf(`"a@b.cd"`)), WithService(ServiceSMS))))
	require.Empty(t, JSON([]byte(`{"operation":"add","type":"love"}`), WithService(ServiceSMS)).Diagnostics, "kinds without a message")
}

// TestWithKnown: each form of what the API may have learned since.
func TestWithKnown(t *testing.T) {
	value := func(enum, value string) Known {
		var k Known
		require.True(t, k.Add(enum, value), enum)
		return k
	}
	for _, test := range []struct {
		name, body, without string
		known               Known
	}{
		{"a member", helloWith(`"colors":{"a":1}`), "field-unknown /message/colors", Known{Members: []string{"colors"}}},
		{"a member anywhere", decorated("Hi", `{"range":[0,1],"style":"bold","colors":1}`), "field-unknown /message/parts/0/text_decorations/0/colors", Known{Members: []string{"colors"}}},
		{"a member that would be misplaced", `{"effect":{},` + ready[1:], "field-misplaced /effect", Known{Members: []string{"effect"}}},
		{"a member of responses", `{"id":"x",` + ready[1:], "field-response-only /id", Known{Members: []string{"id"}}},
		{"a part type", sendOf(`{"type":"gif","src":"x"}`), "part-type /message/parts/0/type", value("part.type", "gif")},
		{"an effect", helloWith(`"effect":{"name":"rain","type":"screen"}`), "effect-name /message/effect/name", value("effect.name", "rain")},
		{"an effect's type", helloWith(`"effect":{"name":"slam","type":"window"}`), "effect-type /message/effect/type", value("effect.type", "window")},
		{"a style", decorated("Hi", `{"range":[0,1],"style":"outline"}`), "decoration-style /message/parts/0/text_decorations/0/style", value("decoration.style", "outline")},
		{"an animation", decorated("Hi", `{"range":[0,1],"animation":"spin"}`), "decoration-animation /message/parts/0/text_decorations/0/animation", value("decoration.animation", "spin")},
		{"an animation's name as a style", decorated("Hi", `{"range":[0,1],"style":"big"}`), "decoration-style /message/parts/0/text_decorations/0/style", value("decoration.style", "big")},
		{"a service", helloWith(`"preferred_service":"Satellite","effect":{"name":"slam","type":"bubble"}`), "service-value /message/preferred_service", value("message.preferred_service", "Satellite")},
		{"a reaction", `{"operation":"add","type":"wow"}`, "react-type /type", value("reaction.type", "wow")},
		{"an operation", `{"operation":"toggle","type":"love"}`, "react-operation /operation", value("operation", "toggle")},
		{"an operation of a vote", `{"operation":"toggle","option_id":"550e8400-e29b-41d4-a716-446655440000"}`, "poll-vote /operation", value("operation", "toggle")},
		{"a content type, in any case and with parameters", `{"filename":"a","content_type":"Image/JXL; q=1","size_bytes":1}`, "attachment-content-type /content_type", value("attachment.content_type", "image/jxl")},
		{"a media extension", mediaOf("https://example.com/a.WEBP"), "media-extension /message/parts/0/url", Known{MediaExtensions: []string{"webp"}}},
		{"a media extension with a dot and in capitals", mediaOf("https://example.com/a.webp"), "media-extension /message/parts/0/url", Known{MediaExtensions: []string{".WebP"}}},
		{"a presigned host", sendOf(times(41, `{"type":"media","url":"https://Files.Example.com/a.jpg"}`)), "parts-url-media-max /message/parts", Known{PresignedHosts: []string{"files.example.COM"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.without, found(JSON([]byte(test.body))))
			require.Empty(t, JSON([]byte(test.body), WithKnown(test.known)).Diagnostics)
		})
	}
	two := JSON([]byte(helloWith(`"a":1,"b":2`)), WithKnown(Known{Members: []string{"a"}}), WithKnown(Known{Members: []string{"b"}}))
	require.Empty(t, two.Diagnostics, "several add up")

	names := []string{"colors"}
	v := New(WithKnown(Known{Members: names}))
	names[0] = "x"
	require.Empty(t, v.JSON([]byte(helloWith(`"colors":1`))).Diagnostics, "what is given is copied")
	require.Equal(t, "json-duplicate-key /message/colors", found(v.JSON([]byte(helloWith(`"colors":1,"colors":2`)))), "known, but twice")
}

// TestMaxDiagnostics: what is kept is the most severe, so that OK holds.
func TestMaxDiagnostics(t *testing.T) {
	var parts []string
	for range 1500 {
		parts = append(parts, `{"type":"media","attachment_id":"00000000-0000-0000-0000-000000000000"}`) // a warning each
	}
	parts = append(parts, `{"type":"gif"}`) // an error, as parts-max at the start is
	body := []byte(sendOf(parts...))

	all := JSON(body, WithMaxDiagnostics(5000))
	require.Len(t, all.Diagnostics, 1502)
	require.Zero(t, all.Truncated)

	cut := JSON(body)
	require.Len(t, cut.Diagnostics, DefaultMaxDiagnostics)
	require.Equal(t, 502, cut.Truncated)
	require.False(t, cut.OK())
	require.Equal(t, 2, cut.Count(SeverityError), "no error is lost to a warning")
	require.Equal(t, all.Diagnostics[:999], cut.Diagnostics[:999], "of equals the first stay")
	require.Equal(t, "part-type", cut.Diagnostics[999].Rule, "in source order")

	for n, want := range map[int]string{
		1: "parts-max /message/parts",
		2: "parts-max /message/parts; part-type /message/parts/1500/type",
		3: "parts-max /message/parts; uuid-nil /message/parts/0/attachment_id; part-type /message/parts/1500/type",
	} {
		report := JSON(body, WithMaxDiagnostics(n))
		require.Equal(t, want, found(report))
		require.Equal(t, 1502-n, report.Truncated)
	}
	for _, n := range []int{0, -1} {
		require.Len(t, JSON(body, WithMaxDiagnostics(n)).Diagnostics, DefaultMaxDiagnostics)
	}
	require.Equal(t, "", found(JSON([]byte(ready), WithMaxDiagnostics(1))))
}

// TestWithFixer: the added fix comes first, and only for its rule.
func TestWithFixer(t *testing.T) {
	body := []byte(sendOf(textOf("a"), textOf("b")))
	var seen []Diagnostic
	v := New(WithFixer("parts-consecutive-text", func(given []byte, d Diagnostic) (Fix, bool) {
		require.Equal(t, body, given)
		seen = append(seen, d)
		return Fix{Title: "drop it", Safe: true, Edits: []Edit{{Start: d.Related[0].End.Offset, End: d.End.Offset}}}, true
	}), WithFixer("text-blank", func([]byte, Diagnostic) (Fix, bool) {
		t.Error("another rule's")
		return Fix{}, false
	}), WithFixer("parts-consecutive-text", func([]byte, Diagnostic) (Fix, bool) { return Fix{}, false }))
	report := v.JSON(body)
	require.Len(t, report.Diagnostics[0].Fixes, 2)
	require.Equal(t, "drop it", report.Diagnostics[0].Fixes[0].Title)
	require.Len(t, seen[0].Fixes, 1, "without the fix that is asked for")
	fixed, n := Apply(body, report.Diagnostics, FixSafe)
	require.Equal(t, 1, n)
	require.Equal(t, sendOf(textOf("a")), string(fixed))
}

// TestAs shares everything but the kind.
func TestAs(t *testing.T) {
	v := New(WithSeverity("text-blank", SeverityError), WithKind(KindMessagesEdit))
	body := []byte(sendOf(textOf(" ")))
	require.Equal(t, 1, v.ForKind(KindChatsMessagesSend).JSON(body).Count(SeverityError))
	require.Equal(t, KindChatsMessagesSend, v.ForKind("").JSON(body).Kind)
	require.Equal(t, KindMessagesEdit, v.JSON(body).Kind, "v stays as it is")
}

// TestConcurrentUse: one Validator from many goroutines, for the race detector
// and for what the pool might leave over.
func TestConcurrentUse(t *testing.T) {
	v := New(WithNotes())
	lines := readCorpus(t)
	var want []Report
	for _, l := range lines {
		want = append(want, New(WithNotes()).JSON(l.bytes()))
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range lines {
				i = (i*7 + g*31) % len(lines)
				if got := v.JSON(lines[i].bytes()); found(got) != found(want[i]) {
					t.Errorf("%s: %s", lines[i].Name, found(got))
				}
			}
		}()
	}
	wg.Wait()
}

// TestValue: any Go value is checked as what it marshals to.
func TestValue(t *testing.T) {
	type part struct {
		Type  string `json:"type"`
		Value string `json:"value"`
	}
	body := map[string]any{"message": map[string]any{"parts": []part{{"text", "a & b <c>"}, {"text", ""}}}}
	report, err := New().Value(body)
	require.NoError(t, err)
	require.Equal(t, "parts-consecutive-text /message/parts/1; text-empty /message/parts/1/value", found(report))
	for _, x := range []any{ready, []byte(ready)} {
		report, err = New().Value(x)
		require.NoError(t, err)
		require.Equal(t, Report{Kind: KindChatsMessagesSend}, report)
	}
	report, err = New().Value(nil)
	require.NoError(t, err)
	require.Equal(t, "json-syntax", found(report), "null is not an object")
	report, err = New().Value([]byte(nil))
	require.NoError(t, err)
	require.Equal(t, "json-syntax", found(report))
	_, err = New().Value(func() {})
	require.ErrorContains(t, err, "marshal the body")
}
