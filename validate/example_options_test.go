package validate_test

import (
	"fmt"
	"strings"

	"github.com/linqlint/linqlint/validate"
)

// show prints the severity, rule and place of each diagnostic.
func show(report validate.Report) {
	for _, d := range report.Diagnostics {
		fmt.Println(d.Severity, d.Rule, d.Pointer)
	}
	if len(report.Diagnostics) == 0 {
		fmt.Println("no problems")
	}
}

// A body whose members fit several kinds, or none, is checked as what it is for.
func ExampleWithKind() {
	body := []byte(`{"part_index":0}`)
	fmt.Println(validate.JSON(body).Kind == "")
	show(validate.JSON(body, validate.WithKind(validate.KindMessagesEdit)))
	// Output:
	// true
	// error field-required
}

// Later options win over earlier ones.
func ExampleWithSeverity() {
	body := []byte(`{"message":{"parts":[{"type":"text","value":"Sale","text_decorations":[{"range":[0,4],"style":"bold"},{"range":[0,4],"style":"bold"}]}],"campaign":7}}`)
	show(validate.JSON(body, validate.WithSeverity("decoration-*", validate.SeverityError), validate.WithSeverity("field-unknown", validate.SeverityOff)))
	// Output:
	// error decoration-duplicate /message/parts/0/text_decorations/1
}

func ExampleWithNotes() {
	body := []byte(`{"message":{"parts":[{"type":"text","value":"**Sale** today"}]}}`)
	show(validate.JSON(body))
	show(validate.JSON(body, validate.WithNotes()))
	// Output:
	// no problems
	// note text-markdown /message/parts/0/value
}

// What the API has gained since this version.
func ExampleWithKnown() {
	body := []byte(`{"message":{"parts":[{"type":"text","value":"Hello"}],"effect":{"type":"screen","name":"snow"},"mood":"calm"}}`)
	show(validate.JSON(body))
	show(validate.JSON(body, validate.WithKnown(validate.Known{Members: []string{"mood"}, EffectNames: []string{"snow"}})))
	// Output:
	// warning effect-name /message/effect/name
	// warning field-unknown /message/mood
	// no problems
}

// A fix that only the program can know: the recipient's number in its database.
func ExampleWithFixer() {
	v := validate.New(validate.WithFixer("to-handle", func(body []byte, d validate.Diagnostic) (validate.Fix, bool) {
		edit := validate.Edit{Start: d.Start.Offset, End: d.End.Offset, Text: `"+14155550123"`}
		return validate.Fix{Title: "write the customer's number", Safe: true, Edits: []validate.Edit{edit}}, true
	}))
	fixed, applied, rest := v.Fix([]byte(`{"to":["customer 7"],"message":{"parts":[{"type":"text","value":"Hello"}]}}`), validate.FixSafe)
	fmt.Println(string(fixed), applied, len(rest.Diagnostics))
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}]}} 1 0
}

// The chat does not exist yet, as the program knows: an effect would be refused.
func ExampleWithNewChat() {
	body := []byte(`{"from":"+14155550100","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}],"effect":{"type":"screen","name":"confetti"}}}`)
	show(validate.JSON(body))
	show(validate.JSON(body, validate.WithNewChat()))
	// Output:
	// warning first-message-effect /message/effect
	// error first-message-effect /message/effect
}

func ExampleWithMaxDiagnostics() {
	body := []byte(`{"to":["1","2","3"],"message":{"parts":[{"type":"text","value":""}]}}`)
	report := validate.JSON(body, validate.WithMaxDiagnostics(1))
	show(report)
	fmt.Println(report.Truncated, "more")
	// Output:
	// error to-handle /to/0
	// 3 more
}

// For a folder of JSON files of which only some are payloads.
func ExampleWithOnlyPayloads() {
	v := validate.New(validate.WithOnlyPayloads())
	for _, file := range []string{`{"name":"my-app","version":"1.0.0"}`, `{"message":{"parts":[]}}`} {
		report := v.JSON([]byte(file))
		fmt.Printf("%q %d\n", report.Kind, len(report.Diagnostics))
	}
	// Output:
	// "" 0
	// "chats.messages.send" 1
}

func ExampleWithStrict() {
	body := []byte(`{"message":{"parts":[{"type":"text","value":"Hello"}],"mood":"calm"}}`)
	fmt.Println(validate.JSON(body).OK(), validate.JSON(body, validate.WithStrict()).OK())
	// Output:
	// true false
}

// A gate needs one error at most.
func ExampleWithFailFast() {
	report := validate.JSON([]byte(`{"to":["1","2"],"message":{"parts":[]}}`), validate.WithFailFast())
	fmt.Println(report.OK(), len(report.Diagnostics))
	// Output:
	// false 1
}

// Errors of rules that are newer than the day on which the program was tested are
// warnings.
func ExampleWithAsOf() {
	v := validate.New(validate.WithAsOf("2026-11-30"))
	fmt.Println(v.JSON([]byte(`{"to":[],"message":{"parts":[{"type":"text","value":"Hello"}]}}`)).Err())
	// Output:
	// invalid messages.create body: /to: "to" is empty; at least one recipient is required (to-empty)
}

// A service checks the body of each endpoint as what the endpoint takes.
func ExampleValidator_ForKind() {
	v := validate.New(validate.WithStrict())
	edits, votes := v.ForKind(validate.KindMessagesEdit), v.ForKind(validate.KindMessagesPollsVote)
	show(edits.JSON([]byte(`{"text":""}`)))
	show(votes.JSON([]byte(`{"operation":"add"}`)))
	// Output:
	// error edit-text /text
	// error field-required
}

func ExampleValidator_Severity() {
	v := validate.New(validate.WithSeverity("decoration-*", validate.SeverityOff))
	fmt.Println(v.Severity("decoration-overlap"), v.Severity("to-empty"))
	// Output:
	// off error
}

func ExampleKind_Path() {
	kind := validate.KindChatsMessagesSend
	fmt.Println(kind.Method(), kind.Path("550e8400-e29b-41d4-a716-446655440000"))
	// Output:
	// POST /v3/chats/550e8400-e29b-41d4-a716-446655440000/messages
}

// A kind from outside, such as a flag.
func ExampleParseKind() {
	fmt.Println(validate.ParseKind("messages.edit"))
	fmt.Println(validate.ParseKind("message.edit"))
	// Output:
	// messages.edit true
	// message.edit false
}

func ExampleParseSeverity() {
	s, ok := validate.ParseSeverity("warning")
	fmt.Println(s >= validate.SeverityNote, ok)
	// Output:
	// true true
}

func ExampleReport_AtLeast() {
	report := validate.JSON([]byte(`{"message":{"parts":[{"type":"text","value":""}],"mood":"calm"}}`))
	for d := range report.AtLeast(validate.SeverityWarning) {
		fmt.Println(d)
	}
	// Output:
	// 1:45: error[text-empty] value is empty; it needs 1 to 10000 code points
	// 1:50: warning[field-unknown] unknown member "mood"
}

func ExampleReport_Has() {
	report := validate.JSON([]byte(`{"message":{"parts":[{"type":"text","value":"` + strings.Repeat("a", 10_001) + `"}]}}`))
	fmt.Println(report.Has("text-length"), report.Has("text-empty"))
	// Output:
	// true false
}

func ExampleDiagnostic_DocURL() {
	d := validate.JSON([]byte(`{"to":[],"message":{"parts":[{"type":"text","value":"Hello"}]}}`)).Diagnostics[0]
	fmt.Println(d.DocURL())
	fmt.Println(d.APIDocURL())
	// Output:
	// https://github.com/linqlint/linqlint/blob/main/docs/rules.md#to-empty
	// https://docs.linqapp.com/error/codes/1xxx/1001/
}

// What an editor asks before it offers a fix.
func ExampleValidator_Keeps() {
	var v validate.Validator
	body := []byte(`{"message":{"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}}`)
	for _, d := range v.JSON(body).Diagnostics {
		for _, fix := range d.Fixes {
			fmt.Println(fix.Title, v.Keeps(body, d, fix))
		}
	}
	// Output:
	// join parts 1 and 2 with a newline true
}
