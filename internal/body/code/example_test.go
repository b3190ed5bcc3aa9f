package code_test

import (
	"fmt"

	"github.com/linqlint/linqlint/internal/body/code"
)

func ExampleWrite() {
	source, err := code.Write(code.Curl, []byte(`{"text":"See you at 8"}`))
	if err != nil {
		panic(err)
	}
	fmt.Print(source)
	// Output:
	// curl --fail-with-body -X PATCH "https://api.linqapp.com/api/partner/v3/messages/$MESSAGE_ID" \
	//   -H 'Content-Type: application/json' \
	//   -H "Authorization: Bearer $LINQ_API_V3_API_KEY" \
	//   --data-binary @- <<'JSON'
	// {"text":"See you at 8"}
	// JSON
}

func ExampleParseLanguage() {
	l, ok := code.ParseLanguage("python")
	fmt.Println(l == code.Python, ok)
	// Output: true true
}

func ExampleLanguages() {
	fmt.Println(code.Languages())
	// Output: [go curl typescript python]
}
