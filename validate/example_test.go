package validate_test

import (
	"errors"
	"fmt"

	"github.com/linqlint/linqlint/validate"
)

func ExampleJSON() {
	body := []byte(`{"to":["+14155559876"],"message":{"parts":[
  {"type":"text","value":"Your order has shipped"},
  {"type":"link","value":"https://example.com/track/4521"}]}}`)
	for _, d := range validate.JSON(body).Diagnostics {
		fmt.Printf("%d:%d %s %s: %s\n", d.Start.Line, d.Start.Column, d.Pointer, d.Rule, d.Message)
	}
	// Output:
	// 3:3 /message/parts/1 parts-link-alone: a link part must be the only part, but there are 2
}

func ExampleReport_Err() {
	body := []byte(`{"message":{"parts":[{"type":"text","value":""}]}}`)
	err := validate.JSON(body).Err()
	var invalid *validate.InvalidError
	if errors.As(err, &invalid) {
		fmt.Println(invalid.Report.Diagnostics[0].Rule)
	}
	fmt.Println(err)
	// Output:
	// text-empty
	// invalid chats.messages.send body: /message/parts/0/value: value is empty; it needs 1 to 10000 code points (text-empty)
}

func ExampleNew() {
	// One Validator for the whole program: it is immutable.
	v := validate.New(
		validate.WithKind(validate.KindChatsMessagesSend),
		validate.WithSeverity("decoration-splits-*", validate.SeverityError),
		validate.WithKnown(validate.Known{EffectNames: []string{"snow"}}),
	)
	report := v.JSON([]byte(`{"message":{"parts":[{"type":"text","value":"🎉","text_decorations":[{"range":[0,1],"style":"bold"}]}],"effect":{"type":"screen","name":"snow"}}}`))
	for _, d := range report.Diagnostics {
		fmt.Println(d.Severity, d.Rule)
	}
	// Output:
	// error decoration-splits-surrogate
}

func ExampleValidator_Value() {
	// A struct of yours, or an SDK's params.
	type part struct {
		Type  string `json:"type"`
		Value string `json:"value"`
	}
	type request struct {
		To      []string `json:"to"`
		Message struct {
			Parts []part `json:"parts"`
		} `json:"message"`
	}
	var r request
	r.To = []string{"4155559876"}
	r.Message.Parts = []part{{"text", "Hi!"}}

	report, err := validate.New().Value(r)
	if err != nil {
		panic(err) // it did not marshal
	}
	for _, d := range report.Diagnostics {
		fmt.Printf("%s: %s (%s)\n", d.Pointer, d.Message, d.Hint)
	}
	// Output:
	// /to/0: recipient "4155559876" is neither an E.164 number nor an email address (a number starts with + and the country code: +14155559876)
}

func ExampleApply() {
	body := []byte(`{"message": {"parts": [{"type": "text", "value": "👋🏽 Kevin", "text_decorations": [{"range": [0, 2], "style": "bold"}]}]}}`)
	report := validate.JSON(body)
	for _, d := range report.Diagnostics {
		fmt.Println(d.Message)
		fmt.Println("fix:", d.Fixes[0].Title)
	}
	fixed, applied := validate.Apply(body, report.Diagnostics, validate.FixSafe)
	fmt.Println(applied, string(fixed))
	// Output:
	// range [0,2] cuts through a grapheme cluster, which readers see as one
	// fix: widen the range to [0,4]
	// 1 {"message": {"parts": [{"type": "text", "value": "👋🏽 Kevin", "text_decorations": [{"range": [0,4], "style": "bold"}]}]}}
}

func ExampleValidator_Fix() {
	body := []byte(`{"message":{"parts":[{"type":"text","value":"one"},{"type":"text","value":"two"},{"type":"text","value":"three"}]}}`)
	fixed, applied, rest := validate.New().Fix(body, validate.FixAll)
	fmt.Println(applied, len(rest.Diagnostics), string(fixed))
	// Output:
	// 2 0 {"message":{"parts":[{"type":"text","value":"one\ntwo\nthree"}]}}
}

func ExampleLookupRule() {
	rule, ok := validate.LookupRule("parts-link-alone")
	fmt.Println(ok, rule.Severity, rule.APICode, rule.APICodeDocumented)
	// Output: true error 1004 true
}

func ExampleSelect() {
	fmt.Println(validate.Select("idempotency-*"))
	// Output: [idempotency-length idempotency-empty idempotency-placeholder]
}

func ExampleWithService() {
	body := []byte(`{"message":{"parts":[{"type":"text","value":"Happy birthday!"}],"effect":{"type":"screen","name":"balloons"}}}`)
	for _, d := range validate.JSON(body, validate.WithService(validate.ServiceSMS)).Diagnostics {
		fmt.Println(d.Rule, d.Message)
	}
	// Output: service-drops-effect SMS silently drops the effect; only iMessage shows it
}
