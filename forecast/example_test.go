package forecast_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/validate"
)

func ExampleOf() {
	r := builder.ChatsMessagesSend().Text("Sale today 🎉", builder.Bold("Sale")).Effect(builder.EffectConfetti)
	for _, d := range forecast.Of(r).Deliveries {
		fmt.Println(d.Service, d.Outcome)
		for _, i := range d.Items {
			fmt.Printf("  %s: %s, %s\n", i.What, i.Fate, i.Message)
		}
	}
	// Output:
	// iMessage arrives
	//   the text: arrives, as it was sent
	//   the decoration bold: arrives, as it was sent
	//   the effect confetti: arrives, as it was sent
	// RCS dropped
	//   the text: arrives, as it was sent
	//   the decoration bold: dropped, the text arrives plain
	//   the effect confetti: dropped, the message arrives without it
	// SMS dropped
	//   the text: arrives, as it was sent
	//   the decoration bold: dropped, the text arrives plain
	//   the effect confetti: dropped, the message arrives without it
}

func ExampleJSON() {
	f, err := forecast.JSON([]byte(`{"message":{"parts":[{"type":"link","value":"https://example.com"}],"preferred_service":"SMS"}}`))
	if err != nil {
		panic(err)
	}
	sms, _ := f.Over(validate.ServiceSMS)
	fmt.Println(sms.Possible, sms.Items[0].Message)
	// Output: true arrives as the bare URL, without a preview
}

func ExampleCountSMS() {
	s := forecast.CountSMS("It’s here 🎉")
	fmt.Println(s.Encoding, s.Units, s.Encoding.Unit(), s.Segments)
	for _, f := range s.UCS2CodePoints {
		fmt.Println(f.Name(), string(f.CodePoint), f.First)
	}
	// Output:
	// UCS-2 12 UTF-16 code units 1
	// U+2019 ’ [2,3)
	// U+1F389 🎉 [10,12)
}

func ExampleForecast_Over() {
	f := forecast.Of(builder.ChatsVoicememo("https://example.com/hi.m4a"))
	sms, _ := f.Over(validate.ServiceSMS)
	fmt.Println(sms.Outcome)
	// Output: dropped
}

func ExampleForecast_AppendJSON() {
	f := forecast.Of(builder.AttachmentsCreate(builder.File{Filename: "menu.pdf", ContentType: "application/pdf", SizeBytes: 2048}))
	fmt.Println(string(f.AppendJSON(nil)))
	// Output: {"kind":"attachments.create","deliveries":[]}
}

func ExampleUCS2CodePoint_Name() {
	fmt.Println(forecast.CountSMS("’").UCS2CodePoints[0].Name())
	// Output: U+2019
}

func ExampleEncoding_Unit() {
	fmt.Println(forecast.GSM7, forecast.GSM7.Unit())
	fmt.Println(forecast.UCS2, forecast.UCS2.Unit())
	// Output:
	// GSM-7 septets
	// UCS-2 UTF-16 code units
}

func ExampleFate_String() {
	fmt.Println(forecast.Arrives, forecast.Unstated, forecast.Changed, forecast.Dropped, forecast.Fails)
	// Output: arrives unstated changed dropped fails
}
