package validate_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/linqlint/linqlint/validate"
)

// german has the sentences of this program; the others stay in English. The
// arguments are put in by name.
var german = map[string]string{
	"field-required/missing":         `Pflichtfeld "{name}" fehlt`,
	"field-unknown":                  `unbekanntes Feld "{name}"`,
	"text-empty":                     "der Text ist leer; erlaubt sind 1 bis {limit} Zeichen",
	"text-length/long":               "der Text hat {actual} Zeichen, erlaubt sind höchstens {limit}",
	"to-handle":                      `Empfänger "{value}" ist weder eine E.164-Nummer noch eine E-Mail-Adresse`,
	"to-duplicate":                   `Empfänger "{value}" ist doppelt`,
	"parts-empty":                    "die Nachricht ist leer",
	"parts-max":                      "die Nachricht hat {actual} Teile, erlaubt sind höchstens {limit}",
	"parts-consecutive-text":         "zwei Textteile dürfen nicht aufeinander folgen",
	"decoration-range-bounds/bounds": "der Bereich endet bei {actual}, der Text hat nur {limit} UTF-16-Einheiten",
}

func ExampleReport_Localize() {
	body := []byte(`{"to":["030 1234"],"message":{"parts":[{"type":"text","value":""}]}}`)
	report := validate.JSON(body).Localize(func(reason string, args validate.Args) string {
		text := german[reason]
		for _, a := range args {
			text = strings.ReplaceAll(text, "{"+a.Name+"}", args.Text(a.Name))
		}
		return text
	})
	for d := range report.Errors() {
		fmt.Println(d.Message)
	}
	// Output:
	// Empfänger "030 1234" ist weder eine E.164-Nummer noch eine E-Mail-Adresse
	// der Text ist leer; erlaubt sind 1 bis 10000 Zeichen
}

// A form shows each problem at its field.
func ExampleDiagnostic_Field() {
	report := validate.JSON([]byte(`{"message":{"parts":[{"type":"text","value":""}]}}`), validate.WithKind(validate.KindMessagesCreate))
	faults := map[string][]string{}
	for d := range report.Errors() {
		faults[d.Field()] = append(faults[d.Field()], d.Message)
	}
	fmt.Println(faults["/to"], faults["/message/parts/0/value"])
	// Output: [missing required member "to"] [value is empty; it needs 1 to 10000 code points]
}

// A response with problem details (RFC 9457), one element for each error.
func ExampleReport_Errors() {
	type problem struct {
		Detail  string `json:"detail"`
		Pointer string `json:"pointer"` // a URI fragment with a JSON Pointer
	}
	details := struct {
		Type   string    `json:"type"`
		Title  string    `json:"title"`
		Status int       `json:"status"`
		Errors []problem `json:"errors"`
	}{Type: "about:blank", Title: "Unprocessable Content", Status: 422}
	report := validate.JSON([]byte(`{"to":["1"],"message":{"parts":[{"type":"text","value":"hi"}]}}`))
	for d := range report.Errors() {
		details.Errors = append(details.Errors, problem{d.Message, "#" + d.Field()})
	}
	if err := json.NewEncoder(os.Stdout).Encode(details); err != nil {
		fmt.Println(err)
	}
	// Output: {"type":"about:blank","title":"Unprocessable Content","status":422,"errors":[{"detail":"recipient \"1\" is neither an E.164 number nor an email address","pointer":"#/to/0"}]}
}

func ExampleReport_Under() {
	report := validate.JSON([]byte(`{"to":["1"],"message":{"parts":[{"type":"text","value":"hi"},{"type":"text","value":""}]}}`))
	for d := range report.Under("/message/parts/1") {
		fmt.Println(d)
	}
	// Output:
	// 1:62: error[parts-consecutive-text] consecutive text parts are not allowed
	// 1:85: error[text-empty] value is empty; it needs 1 to 10000 code points
}

func ExampleDiagnostic_Part() {
	report := validate.JSON([]byte(`{"message":{"parts":[{"type":"text","value":"hi"},{"type":"media","url":"http://example.com/a.png"}]}}`))
	for _, d := range report.Diagnostics {
		if part, ok := d.Part(); ok {
			fmt.Printf("part %d: %s\n", part+1, d.Message)
		}
	}
	// Output: part 2: url starts with http://; https:// is required
}

func ExampleInvalidError() {
	err := fmt.Errorf("send: %w", validate.JSON([]byte(`{"message":{"parts":[]}}`)).Err())
	var invalid *validate.InvalidError
	if errors.As(err, &invalid) {
		fmt.Println(invalid.Report.Has("parts-empty"), errors.Is(err, validate.ErrInvalid))
	}
	// Output: true true
}

// A report that was stored or sent as JSON is read back.
func ExampleReport_UnmarshalJSON() {
	stored, err := json.Marshal(validate.JSON([]byte(`{"message":{"parts":[]}}`)))
	if err != nil {
		fmt.Println(err)
		return
	}
	var report validate.Report
	if err := json.Unmarshal(stored, &report); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(report)
	// Output: 1:21: error[parts-empty] "parts" is empty; a message needs at least one part
}

func ExampleArgs() {
	report := validate.JSON([]byte(`{"message":{"parts":[{"type":"text","value":"hi","text_decorations":[{"range":[0,9],"style":"bold"}]}]}}`))
	for _, d := range report.Diagnostics {
		limit, _ := d.Args.Int("limit")
		fmt.Println(d.Reason, limit)
	}
	// Output: decoration-range-bounds/bounds 2
}
