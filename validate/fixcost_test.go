package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// removeUnknown takes an unknown member with a number out.
func removeUnknown(body []byte, d Diagnostic) (Fix, bool) {
	start := d.Start.Offset
	return Fix{Title: "remove it", Edits: []Edit{{start, start + strings.IndexByte(string(body[start:]), ',') + 1, ""}}}, true
}

// unknownMembers are members x0, x1 and so on, each with a comma and a space behind it.
func unknownMembers(n int) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(`"x` + itoa(i) + `":1, `)
	}
	return out.String()
}

// TestFixOfAFarFault: one of many fixes causes an error at a value that it does not
// touch. It is found by a few bodies, not one for each fix, and only it is left out.
func TestFixOfAFarFault(t *testing.T) {
	const two, one = `"to":["+12052535597","+12052535598"]`, `"to":["+12052535597"]`
	body := func(to, unknown string) string {
		return `{` + to + `,` + unknown + `"message":{"parts":[{"type":"text","value":"Hello Kevin","mention":"+12052535597"}]}}`
	}
	require.Equal(t, "mention-direct /message/parts/0/mention", found(JSON([]byte(body(one, "")))))
	const n = 32
	for _, bad := range []int{0, 1, 13, n - 1} {
		fixer := func(body []byte, d Diagnostic) (Fix, bool) {
			fix, ok := removeUnknown(body, d)
			if d.Pointer == "/x"+itoa(bad) {
				at := strings.Index(string(body), two)
				fix.Edits = append([]Edit{{at, at + len(two), one}}, fix.Edits...)
			}
			return fix, ok
		}
		v := New(WithFixer("field-unknown", fixer), WithSeverity("field-unknown", SeverityError), WithSeverity("mention-direct", SeverityError))
		e := newEngine(v, FixAll)
		given := []byte(body(two, unknownMembers(n)))
		fixed, applied, unfinished := e.run(given)
		e.release()
		require.Equal(t, body(two, strings.Repeat(" ", bad)+`"x`+itoa(bad)+`":1, `+strings.Repeat(" ", n-1-bad)), string(fixed))
		require.Equal(t, n-1, applied)
		require.False(t, unfinished)
		require.LessOrEqual(t, e.bytes, 9*len(given), "a body for all, one for each bit of their number, and what follows")
	}
}

// TestFixOfANearFault: a fix that brings an error into what it writes is found by the
// place of the error: of all fixes that are tried together, only it is left out, after
// one more try.
func TestFixOfANearFault(t *testing.T) {
	for name, members := range map[string][2]string{
		"the first": {`"efect":5,"prefered_service":"SMS"`, `"efect":5,"preferred_service":"SMS"`},
		"the last":  {`"prefered_service":"SMS","efect":5`, `"preferred_service":"SMS","efect":5`},
	} {
		t.Run(name, func(t *testing.T) {
			given := helloWith(members[0])
			e := newEngine(New(), FixAll)
			fixed, n, _ := e.run([]byte(given))
			e.release()
			require.Equal(t, helloWith(members[1]), string(fixed))
			require.Equal(t, 1, n)
			require.LessOrEqual(t, e.bytes, 6*(len(given)+2), "the body, both fixes, one of them, the result, and the other fix again")
		})
	}
}

// TestFixOfARuleComesOnce: a rule's fix does not change a value again that it changed
// rounds ago, while the fixes of another rule go on.
func TestFixOfARuleComesOnce(t *testing.T) {
	again := func(body []byte, d Diagnostic) (Fix, bool) {
		at := strings.Index(string(body), `"value":"`) + len(`"value":"`)
		return Fix{Title: "again", Edits: []Edit{{at, at, "**b** "}}}, true
	}
	slow := func(body []byte, d Diagnostic) (Fix, bool) {
		fix, ok := removeUnknown(body, d)
		fix.Edits = append(fix.Edits, Edit{len(body), len(body), " "}) // all touch here
		return fix, ok
	}
	v := New(WithNotes(), WithFixer("text-markdown", again), WithFixer("field-unknown", slow))
	body := func(unknown string) string {
		return `{` + unknown + `"message":{"parts":[{"type":"text","value":"**a** and more"}],` + unknown + `"preferred_service":"iMessage"}}`
	}
	fixed, n, _ := v.Fix([]byte(body(unknownMembers(3))), FixAll)
	require.Equal(t, 7, n)
	require.Equal(t, strings.Replace(body("   "), "**a**", "**b** **a**", 1), strings.TrimSpace(string(fixed)))
}

// TestErrorsThatMove: a problem in what a fix moves or wraps was there before, so it
// does not hold the fix up, and is there afterwards.
func TestErrorsThatMove(t *testing.T) {
	const twice = `{"type":"text","value":"hi","a":{"b":1,"b":2}}`
	const after = "field-unknown /message/parts/0/a; json-duplicate-key /message/parts/0/a/b"
	for _, test := range []struct{ name, body, want string }{
		{"wrapped", `{"to":["+12"],"parts":[` + twice + `]}`, `{"to":["+12"],"message":{"parts":[` + twice + `]}}`},
		{"wrapped with its key", `{"to":["+12"],"idempotency_key":"k","parts":[` + twice + `]}`, `{"to":["+12"],"message":{"idempotency_key":"k","parts":[` + twice + `]}}`},
		{"moved forward", `{"to":["+12"],"parts":[` + twice + `],"message":{}}`, `{"to":["+12"],"message":{"parts":[` + twice + `]}}`},
		{"moved back", `{"to":["+12"],"message":{},"parts":[` + twice + `]}`, `{"to":["+12"],"message":{"parts":[` + twice + `]}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			fixed, n, rest := New(WithKind(KindMessagesCreate), WithSeverity("json-duplicate-key", SeverityError)).Fix([]byte(test.body), FixSafe)
			require.Equal(t, test.want, string(fixed))
			require.Equal(t, 1, n)
			require.Equal(t, after, found(rest))
		})
	}
}

// TestErrorsThatAFixShows: a value that a fix trims shows what was wrong with it
// anyway, which does not hold the fix up.
func TestErrorsThatAFixShows(t *testing.T) {
	for name, test := range map[string]struct {
		kind             Kind
		body, want, rest string
	}{
		"a recipient": {KindMessagesCreate, createOf(`" nonsense"`), createOf(`"nonsense"`), "to-handle /to/0"},
		"a link":      {KindChatsMessagesSend, linkOf(`nonsense `), linkOf("nonsense"), "link-url /message/parts/0/value"},
		"a file":      {KindChatsMessagesSend, mediaOf(" ftp://a.example/a.jpg "), mediaOf("ftp://a.example/a.jpg"), "media-url /message/parts/0/url"},
		"an id":       {KindChatsMessagesSend, helloWith(`"reply_to":{"message_id":"7 "}`), helloWith(`"reply_to":{"message_id":"7"}`), "reply-message-id /message/reply_to/message_id"},
	} {
		t.Run(name, func(t *testing.T) {
			v := New(WithKind(test.kind))
			require.Equal(t, "string-whitespace", v.JSON([]byte(test.body)).Diagnostics[0].Rule)
			fixed, n, rest := v.Fix([]byte(test.body), FixAll)
			require.Equal(t, test.want, string(fixed))
			require.Equal(t, 1, n)
			require.Equal(t, test.rest, found(rest))
		})
	}
}

// TestBrokenBodyOfNoKind: a body that is not a request when it is repaired stays as it is.
func TestBrokenBodyOfNoKind(t *testing.T) {
	for _, body := range []string{`{"a":1,}`, `{"a":1} // b`, `[1,]`, `{'a':1}`, `7,`} {
		fixed, n, rest := New().Fix([]byte(body), FixAll)
		require.Equal(t, body, string(fixed))
		require.Zero(t, n)
		require.Equal(t, found(JSON([]byte(body))), found(rest))
	}
}

// TestBrokenBodyThatStaysBroken: where a fault of the text needs an unsafe fix, the
// safe ones are not tried.
func TestBrokenBodyThatStaysBroken(t *testing.T) {
	body := `{'message':{"parts":[{"type":"text","value":"Hi"}],"effect":null,}}`
	require.Equal(t, "json-syntax; json-null /message/effect; json-syntax", found(JSON([]byte(body))))
	e := newEngine(New(), FixSafe)
	defer e.release()
	fixed, n, unfinished := e.run([]byte(body))
	require.Equal(t, body, string(fixed))
	require.Zero(t, n)
	require.False(t, unfinished)
	require.Equal(t, len(body), e.bytes, "one check")
}

// TestJoinLosesNothing: texts are joined where the second has nothing that the first
// cannot take.
func TestJoinLosesNothing(t *testing.T) {
	of := func(value, members string) string { return `{"type":"text","value":"` + value + `"` + members + `}` }
	const cat = `,"inline_stickers":[{"range":[0,1],"attachment_id":"` + catID + `"}]`
	long := strings.Repeat("x", 9998)
	for name, test := range map[string]struct {
		first, second string
		joined        bool
	}{
		"plain":                        {of("a", ""), of("b", ""), true},
		"an empty list":                {of("a", `,"text_decorations":[]`), of("b", `,"text_decorations":[]`), true},
		"null":                         {of("a", ""), of("b", `,"text_decorations":null`), true},
		"a mention behind":             {of("a", ""), of("b", `,"mention":"+12"`), false},
		"a mention before":             {of("a", `,"mention":"+12"`), of("b", ""), false},
		"an unknown member behind":     {of("a", ""), of("b", `,"new":1`), false},
		"an unknown member before":     {of("a", `,"new":1`), of("b", ""), true},
		"as long as may be":            {of(long, ""), of("b", ""), true},
		"too long":                     {of(long, ""), of("bc", ""), false},
		"no text":                      {of("a", ""), `{"type":"text"}`, false},
		"none before":                  {`{"type":"text"}`, of("b", ""), false},
		"a number":                     {of("a", ""), `{"type":"text","value":5}`, false},
		"a number before":              {`{"type":"text","value":5}`, of("b", ""), false},
		"a range that cannot be read":  {of("a", ""), of("b", `,"text_decorations":[{"range":["0",1],"style":"bold"}]`), false},
		"a range of one":               {of("a", ""), of("b", `,"text_decorations":[{"range":[0],"style":"bold"}]`), false},
		"no range":                     {of("a", ""), of("b", `,"text_decorations":[{"style":"bold"}]`), false},
		"decorations that are not one": {of("a", ""), of("b", `,"text_decorations":[1]`), false},
		"decorations of another type":  {of("a", ""), of("b", `,"text_decorations":{}`), false},
		"the same before":              {of("a", `,"text_decorations":{}`), of("b", `,"text_decorations":[{"range":[0,1],"style":"bold"}]`), false},
		"a sticker":                    {of("a", cat), of("b", cat), true},
	} {
		t.Run(name, func(t *testing.T) {
			report := New(WithKind(KindChatsMessagesSend)).JSON([]byte(sendOf(test.first, test.second)))
			for _, d := range report.Diagnostics {
				if d.Rule == "parts-consecutive-text" {
					require.Equal(t, test.joined, len(d.Fixes) == 1)
					return
				}
			}
			t.Error("the two texts are not reported")
		})
	}
}
