package forecast_test

import (
	"encoding/json"
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/forecast"
	"github.com/linqlint/linqlint/validate"
)

// A message with a fallback: the plain text, unless all of it survives SMS.
func ExampleForecast_Survives() {
	rich := builder.MessagesCreate("+14155559876").Text("Sale today", builder.Bold("Sale"))
	plain := builder.MessagesCreate("+14155559876").Text("Sale today")
	for _, r := range []builder.Request{rich, plain} {
		f := forecast.Of(r)
		fmt.Println(f.Survives(validate.ServiceIMessage), f.Survives(validate.ServiceSMS))
	}
	// Output:
	// true false
	// true true
}

// How many segments each text of a message takes, and what makes it more.
func ExampleDelivery() {
	sms, _ := forecast.Of(builder.MessagesCreate("+14155559876").Text("Sale today 🎉")).Over(validate.ServiceSMS)
	for _, t := range sms.Texts {
		fmt.Println(t.Pointer, t.Encoding, t.Segments, t.Free)
		for _, c := range t.UCS2CodePoints {
			fmt.Println(c.Name(), c.Count)
		}
	}
	// Output:
	// /message/parts/0/value UCS-2 1 57
	// U+1F389 1
}

// Of a text in the GSM 7 bit alphabet, 160 septets are one segment.
func ExampleCountSMS_gsm7() {
	s := forecast.CountSMS("10€ off today")
	fmt.Println(s.Encoding, s.Units, s.Segments, s.PerSegment)
	// Output: GSM-7 14 1 160
}

func ExampleForecast_MarshalJSON() {
	text, err := json.Marshal(forecast.Of(builder.MessagesEdit("x")))
	if err != nil {
		panic(err)
	}
	var f forecast.Forecast
	fmt.Println(json.Unmarshal(text, &f), f.Kind, len(f.Deliveries))
	// Output: <nil> messages.edit 3
}

// A body that cannot be read.
func ExampleJSON_invalid() {
	_, err := forecast.JSON([]byte(`{"message":{"parts":[`))
	fmt.Println(err)
	// Output: invalid chats.messages.send body: the text ends in the middle of a value (json-syntax)
}
