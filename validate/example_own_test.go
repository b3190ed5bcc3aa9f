package validate_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/linqlint/linqlint/validate"
)

// Names that a configuration file adds, by the enum that they belong to.
func ExampleKnown_Add() {
	var settings map[string][]string
	if err := json.Unmarshal([]byte(`{"effect.name":["snow"],"decoration.style":["wavy"]}`), &settings); err != nil {
		panic(err)
	}
	var known validate.Known
	for enum, names := range settings {
		if !known.Add(enum, names...) {
			panic("unknown enum " + enum + ", expected one of " + strings.Join(validate.KnownEnums(), ", "))
		}
	}
	fmt.Println(known.EffectNames, known.Values("decoration.style"))
	v := validate.New(validate.WithKnown(known))
	show(v.JSON([]byte(`{"message":{"parts":[{"type":"text","value":"Hi"}],"effect":{"name":"snow","type":"screen"}}}`)))
	// Output:
	// [snow] [wavy]
	// no problems
}

// A rule of the service's own, in the report of the others.
func ExampleValidator_Add() {
	body := []byte(`{"to":[],"message":{"parts":[{"type":"text","value":"Casino night!"}]}}`)
	v := validate.New()
	report := v.JSON(body)
	if i := strings.Index(string(body), "Casino"); i >= 0 {
		report = v.Add(report, validate.Diagnostic{
			Rule: "house-words", Reason: "house-words", Message: `"Casino" needs approval`, Severity: validate.SeverityWarning,
			Pointer: "/message/parts/0/value",
			Start:   validate.Position{Offset: i, Line: 1, Column: i + 1},
			End:     validate.Position{Offset: i + 6, Line: 1, Column: i + 7},
		})
	}
	show(report)
	// Output:
	// error to-empty /to
	// warning house-words /message/parts/0/value
}
