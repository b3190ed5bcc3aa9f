package preview_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/preview"
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

func ExampleWithRuler() {
	fmt.Print(preview.Draw(builder.ContentOnly().Text("Sale 🎉 today", builder.Bold("today")), preview.WithRuler()))
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

func ExampleWithWidth() {
	fmt.Print(preview.Draw(builder.ContentOnly().Text("A line that is too long for this"), preview.WithWidth(32)))
	// Output:
	// message
	//
	//   ╭──────────────────────────╮
	//   │ A line that is too long  │
	//   │ for this                 │
	//   ╰──────────────────────────╯
}

func ExampleWithColor() {
	fmt.Printf("%q\n", preview.Draw(builder.MessagesPollsVote("x"), preview.WithColor(report.Colored)))
	// Output: "\x1b[1mmessages.polls.vote\x1b[0m\x1b[2m  POST /v3/messages/{messageId}/poll/votes\x1b[0m\n\n\x1b[35m   ✓ \x1b[0m\x1b[2mvotes for x\x1b[0m\n"
}
