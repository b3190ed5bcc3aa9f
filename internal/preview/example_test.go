package preview_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/preview"
)

func ExampleDraw() {
	fmt.Print(preview.Draw(builder.ChatsMessagesSend().Text("Sale 🎉 today", builder.Bold("Sale"))))
	// Output:
	// chats.messages.send  POST /v3/chats/{chatId}/messages
	//
	//   ╭───────────────╮
	//   │ Sale 🎉 today │
	//   ╰───────────────╯
	//    · bold “Sale”
}

func ExampleRuler() {
	fmt.Print(preview.Draw(builder.Message().Text("Sale 🎉 today", builder.Bold("today")), preview.Ruler()))
	// Output:
	// message
	//
	//   ╭─────────────────╮
	//   │ Sale 🎉 today   │
	//   │ ╵    ╵ ╵  ╵  ╵  │
	//   │ 0    5 7  10 13 │
	//   │         ▔▔▔▔▔   │ bold [8, 13)
	//   ╰─────────────────╯
}
