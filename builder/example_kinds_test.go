package builder_test

import (
	"fmt"

	"github.com/linqlint/linqlint/builder"
)

func ExampleMessagesCreate() {
	show(builder.MessagesCreate(recipient).Text("Hello"))
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}]}}
}

func ExampleMessagesCreateRequest_To() {
	show(builder.MessagesCreate(recipient).To("ann@example.com").Text("Hello, you two"))
	// Output:
	// {"to":["+14155550123","ann@example.com"],"message":{"parts":[{"type":"text","value":"Hello, you two"}]}}
}

// The text that is sent instead if the chat's line was flagged.
func ExampleMessagesCreateRequest_Continuation() {
	show(builder.MessagesCreate(recipient).Text("Your table is ready").Continuation("This is Acme, from a new number."))
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your table is ready"}]},"continuation_message":{"text":"This is Acme, from a new number."}}
}

func ExampleMessagesCreateRequest_ExcludeFrom() {
	show(builder.MessagesCreate(recipient).Text("Hello").ExcludeFrom(line))
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}]},"exclude_from":["+14155550100"]}
}

func ExampleMessagesCreateRequest_OverrideOptOut() {
	show(builder.MessagesCreate(recipient).Text("Your one-time code is 123456").OverrideOptOut())
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your one-time code is 123456"}]},"override_optout":true}
}

func ExampleChatsMessagesSend() {
	show(builder.ChatsMessagesSend().Text("Hello"))
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Hello"}]}}
}

func ExampleChatsMessagesSendRequest_OverrideOptOut() {
	show(builder.ChatsMessagesSend().Text("Your one-time code is 123456").OverrideOptOut())
	// Output:
	// {"message":{"parts":[{"type":"text","value":"Your one-time code is 123456"}]},"override_optout":true}
}

func ExampleChatsCreate() {
	show(builder.ChatsCreate(line, recipient).Text("Hello"))
	// Output:
	// {"from":"+14155550100","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}]}}
}

// The first message of a chat must not have a link: Split sends it later.
func ExampleChatsCreate_link() {
	for _, r := range builder.ChatsCreate(line, recipient).Text("Hello").Link("https://example.com").Split().Requests {
		fmt.Print(r.Kind(), " ")
		show(r)
	}
	// Output:
	// chats.create {"from":"+14155550100","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}]}}
	// chats.messages.send {"message":{"parts":[{"type":"link","value":"https://example.com"}]}}
}

func ExampleChatsCreateRequest_To() {
	show(builder.ChatsCreate(line).To(recipient, "ann@example.com").Text("Hello, you two"))
	// Output:
	// {"from":"+14155550100","to":["+14155550123","ann@example.com"],"message":{"parts":[{"type":"text","value":"Hello, you two"}]}}
}

func ExampleChatsCreateRequest_OverrideOptOut() {
	show(builder.ChatsCreate(line, recipient).Text("Your one-time code is 123456").OverrideOptOut())
	// Output:
	// {"from":"+14155550100","to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your one-time code is 123456"}]},"override_optout":true}
}

// A MessageContent on its own.
func ExampleContentOnly() {
	show(builder.ContentOnly().Text("Hello"))
	// Output:
	// {"parts":[{"type":"text","value":"Hello"}]}
}

func ExampleChatsVoicememo() {
	show(builder.ChatsVoicememo("https://cdn.example.com/memo.m4a"))
	// Output:
	// {"voice_memo_url":"https://cdn.example.com/memo.m4a"}
}

func ExampleChatsVoicememoAttachment() {
	show(builder.ChatsVoicememoAttachment(attachmentID))
	// Output:
	// {"attachment_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}
}

func ExampleChatsVoicememoRequest_OverrideOptOut() {
	show(builder.ChatsVoicememoAttachment(attachmentID).OverrideOptOut())
	// Output:
	// {"attachment_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","override_optout":true}
}

func ExampleChatsVoicememoRequest_MemberJSON() {
	show(builder.ChatsVoicememoAttachment(attachmentID).MemberJSON("transcript", `"Hi"`))
	// Output:
	// {"attachment_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","transcript":"Hi"}
	// warning: MemberJSON "transcript": unknown member "transcript" (field-unknown)
}

func ExampleMessagesEdit() {
	show(builder.MessagesEdit("See you at five"))
	// Output:
	// {"text":"See you at five"}
}

func ExampleMessagesEditRequest_AtPart() {
	show(builder.MessagesEdit("See you at five").AtPart(2))
	// Output:
	// {"text":"See you at five","part_index":2}
}

func ExampleMessagesEditRequest_MemberJSON() {
	show(builder.MessagesEdit("See you at five").MemberJSON("reason", `"typo"`))
	// Output:
	// {"text":"See you at five","reason":"typo"}
	// warning: MemberJSON "reason": unknown member "reason" (field-unknown)
}

func ExampleMessagesReact() {
	show(builder.MessagesReact(builder.ReactLove))
	// Output:
	// {"operation":"add","type":"love"}
}

func ExampleMessagesReactCustom() {
	show(builder.MessagesReactCustom("🔥"))
	// Output:
	// {"operation":"add","type":"custom","custom_emoji":"🔥"}
}

func ExampleMessagesReactRequest_Remove() {
	show(builder.MessagesReact(builder.ReactLike).Remove())
	// Output:
	// {"operation":"remove","type":"like"}
}

func ExampleMessagesReactRequest_AtPart() {
	show(builder.MessagesReact(builder.ReactLaugh).AtPart(1))
	// Output:
	// {"operation":"add","type":"laugh","part_index":1}
}

func ExampleMessagesReactRequest_MemberJSON() {
	show(builder.MessagesReact(builder.ReactLike).MemberJSON("silent", "true"))
	// Output:
	// {"operation":"add","type":"like","silent":true}
	// warning: MemberJSON "silent": unknown member "silent" (field-unknown)
}

func ExampleMessagesUpdateAppCard() {
	show(builder.MessagesUpdateAppCard().Caption("Out for delivery").Interactive())
	// Output:
	// {"layout":{"caption":"Out for delivery"},"interactive":true}
}

func ExampleMessagesUpdateAppCardRequest_Experience() {
	show(builder.MessagesUpdateAppCard().Caption("Move 12").Experience(builder.Experience{Name: "chess", Action: "move", Params: []builder.ExperienceParam{builder.Param("turn", 12)}}))
	// Output:
	// {"layout":{"caption":"Move 12"},"experience":{"name":"chess","action":"move","params":{"turn":12}}}
}

func ExampleChatsPollsCreate() {
	show(builder.ChatsPollsCreate("Monday", "Tuesday"))
	// Output:
	// {"poll":{"options":[{"text":"Monday"},{"text":"Tuesday"}]}}
}

func ExampleChatsPollsCreateRequest_Option() {
	show(builder.ChatsPollsCreate("Monday").Option("Tuesday", "Never"))
	// Output:
	// {"poll":{"options":[{"text":"Monday"},{"text":"Tuesday"},{"text":"Never"}]}}
}

func ExampleChatsPollsCreateRequest_IdempotencyKey() {
	show(builder.ChatsPollsCreate("Monday", "Tuesday").IdempotencyKey("poll-7"))
	// Output:
	// {"poll":{"options":[{"text":"Monday"},{"text":"Tuesday"}],"idempotency_key":"poll-7"}}
}

func ExampleChatsPollsCreateRequest_MemberJSON() {
	show(builder.ChatsPollsCreate("Monday", "Tuesday").MemberJSON("closes_at", `"2026-12-01"`))
	// Output:
	// {"poll":{"options":[{"text":"Monday"},{"text":"Tuesday"}]},"closes_at":"2026-12-01"}
	// warning: MemberJSON "closes_at": unknown member "closes_at" (field-unknown)
}

func ExampleMessagesPollsAdd() {
	show(builder.MessagesPollsAdd("Wednesday"))
	// Output:
	// {"options":[{"text":"Wednesday"}]}
}

func ExampleMessagesPollsAddRequest_Option() {
	show(builder.MessagesPollsAdd("Wednesday").Option("Thursday"))
	// Output:
	// {"options":[{"text":"Wednesday"},{"text":"Thursday"}]}
}

func ExampleMessagesPollsAddRequest_MemberJSON() {
	show(builder.MessagesPollsAdd("Wednesday").MemberJSON("silent", "true"))
	// Output:
	// {"options":[{"text":"Wednesday"}],"silent":true}
	// warning: MemberJSON "silent": unknown member "silent" (field-unknown)
}

func ExampleMessagesPollsVote() {
	show(builder.MessagesPollsVote(optionID))
	// Output:
	// {"operation":"add","option_id":"7d444840-9dc0-11d1-b245-5ffdce74fad2"}
}

func ExampleMessagesPollsVoteRequest_Remove() {
	show(builder.MessagesPollsVote(optionID).Remove())
	// Output:
	// {"operation":"remove","option_id":"7d444840-9dc0-11d1-b245-5ffdce74fad2"}
}

func ExampleMessagesPollsVoteRequest_MemberJSON() {
	show(builder.MessagesPollsVote(optionID).MemberJSON("silent", "true"))
	// Output:
	// {"operation":"add","option_id":"7d444840-9dc0-11d1-b245-5ffdce74fad2","silent":true}
	// warning: MemberJSON "silent": unknown member "silent" (field-unknown)
}

func ExampleAttachmentsCreate() {
	show(builder.AttachmentsCreate(builder.File{Filename: "menu.pdf", ContentType: "application/pdf", SizeBytes: 48_213}))
	// Output:
	// {"filename":"menu.pdf","content_type":"application/pdf","size_bytes":48213}
}

func ExampleAttachmentsCreateRequest_MemberJSON() {
	show(builder.AttachmentsCreate(builder.File{Filename: "menu.pdf", ContentType: "application/pdf", SizeBytes: 48_213}).MemberJSON("sha256", `"9f86"`))
	// Output:
	// {"filename":"menu.pdf","content_type":"application/pdf","size_bytes":48213,"sha256":"9f86"}
	// warning: MemberJSON "sha256": unknown member "sha256" (field-unknown)
}

func ExampleChatsVoicememoRequest_Content() {
	fmt.Println(builder.ChatsVoicememo("https://cdn.example.com/memo.m4a").Content().URL)
	// Output:
	// https://cdn.example.com/memo.m4a
}

func ExampleMessagesEditRequest_Content() {
	edit := builder.MessagesEdit("See you at five").AtPart(2).Content()
	fmt.Println(edit.Text, edit.PartIndex, edit.HasPartIndex)
	// Output:
	// See you at five 2 true
}

func ExampleMessagesReactRequest_Content() {
	reaction := builder.MessagesReactCustom("🔥").Remove().Content()
	fmt.Println(reaction.Operation, reaction.Type, reaction.CustomEmoji)
	// Output:
	// remove custom 🔥
}

func ExampleMessagesUpdateAppCardRequest_Content() {
	fmt.Println(builder.MessagesUpdateAppCard().Caption("Move 12").Content().Layout.Caption)
	// Output:
	// Move 12
}

func ExampleChatsPollsCreateRequest_Content() {
	poll := builder.ChatsPollsCreate("Monday", "Tuesday").IdempotencyKey("poll-7").Content()
	fmt.Println(poll.Options, poll.IdempotencyKey)
	// Output:
	// [Monday Tuesday] poll-7
}

func ExampleMessagesPollsAddRequest_Content() {
	fmt.Println(builder.MessagesPollsAdd("Wednesday").Content().Options)
	// Output:
	// [Wednesday]
}

func ExampleMessagesPollsVoteRequest_Content() {
	vote := builder.MessagesPollsVote(optionID).Content()
	fmt.Println(vote.Operation, vote.OptionID)
	// Output:
	// add 7d444840-9dc0-11d1-b245-5ffdce74fad2
}

func ExampleAttachmentsCreateRequest_Content() {
	file := builder.AttachmentsCreate(builder.File{Filename: "menu.pdf", ContentType: "application/pdf", SizeBytes: 48_213}).Content()
	fmt.Println(file.Filename, file.SizeBytes)
	// Output:
	// menu.pdf 48213
}
