package tags_test

import (
	"fmt"

	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/validate/tags"
)

func ExampleRegister() {
	v := validator.New()
	if err := tags.Register(v); err != nil {
		panic(err)
	}

	type Reminder struct {
		To      []string `validate:"required,dive,linq_handle"`
		Text    string   `validate:"linq_text"`
		Service string   `validate:"omitempty,linq_service"`
	}
	err := v.Struct(Reminder{To: []string{"(415) 555-9876"}, Text: "see you at ten", Service: "imessage"})
	fmt.Println(err)
	// Output:
	// Key: 'Reminder.To[0]' Error:Field validation for 'To[0]' failed on the 'linq_handle' tag
	// Key: 'Reminder.Service' Error:Field validation for 'Service' failed on the 'linq_service' tag
}
