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

func ExampleMessagesCreateRequest_ContinuationText() {
	r := builder.MessagesCreate(recipient).Continuation("This is Acme.")
	fmt.Println(r.ContinuationText())
	// Output:
	// This is Acme. true
}

func ExampleMessagesCreateRequest_ExcludeFrom() {
	show(builder.MessagesCreate(recipient).Text("Hello").ExcludeFrom(line))
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hello"}]},"exclude_from":["+14155550100"]}
}

func ExampleMessagesCreateRequest_ExcludedLines() {
	fmt.Println(builder.MessagesCreate(recipient).ExcludeFrom(line).ExcludedLines())
	// Output:
	// [+14155550100]
}

func ExampleMessagesCreateRequest_OverrideOptOut() {
	show(builder.MessagesCreate(recipient).Text("Your one-time code is 123456").OverrideOptOut())
	// Output:
	// {"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your one-time code is 123456"}]},"override_optout":true}
}

func ExampleMessagesCreateRequest_OverridesOptOut() {
	r := builder.MessagesCreate(recipient)
	fmt.Println(r.OverridesOptOut(), r.OverrideOptOut().OverridesOptOut())
	// Output:
	// false true
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

func ExampleChatsMessagesSendRequest_OverridesOptOut() {
	fmt.Println(builder.ChatsMessagesSend().OverrideOptOut().OverridesOptOut())
	// Output:
	// true
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

func ExampleChatsCreateRequest_OverridesOptOut() {
	fmt.Println(builder.ChatsCreate(line, recipient).OverrideOptOut().OverridesOptOut())
	// Output:
	// true
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

func ExampleChatsVoicememoRequest_OverridesOptOut() {
	fmt.Println(builder.ChatsVoicememoAttachment(attachmentID).OverridesOptOut())
	// Output:
	// false
}

func ExampleChatsVoicememoRequest_Member() {
	show(builder.ChatsVoicememoAttachment(attachmentID).Member("transcript", `"Hi"`))
	// Output:
	// {"attachment_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","transcript":"Hi"}
	// warning: Member "transcript": unknown member "transcript" (field-unknown)
}

func ExampleChatsVoicememoRequest_URL() {
	fmt.Println(builder.ChatsVoicememo("https://cdn.example.com/memo.m4a").URL())
	// Output:
	// https://cdn.example.com/memo.m4a
}

func ExampleChatsVoicememoRequest_AttachmentID() {
	fmt.Println(builder.ChatsVoicememoAttachment(attachmentID).AttachmentID())
	// Output:
	// 6ba7b810-9dad-11d1-80b4-00c04fd430c8
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

func ExampleMessagesEditRequest_Member() {
	show(builder.MessagesEdit("See you at five").Member("reason", `"typo"`))
	// Output:
	// {"text":"See you at five","reason":"typo"}
	// warning: Member "reason": unknown member "reason" (field-unknown)
}

func ExampleMessagesEditRequest_Text() {
	fmt.Println(builder.MessagesEdit("See you at five").Text())
	// Output:
	// See you at five
}

func ExampleMessagesEditRequest_PartIndex() {
	fmt.Println(builder.MessagesEdit("a").PartIndex())
	fmt.Println(builder.MessagesEdit("a").AtPart(2).PartIndex())
	// Output:
	// 0 false
	// 2 true
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

func ExampleMessagesReactRequest_Member() {
	show(builder.MessagesReact(builder.ReactLike).Member("silent", "true"))
	// Output:
	// {"operation":"add","type":"like","silent":true}
	// warning: Member "silent": unknown member "silent" (field-unknown)
}

func ExampleMessagesReactRequest_Operation() {
	fmt.Println(builder.MessagesReact(builder.ReactLike).Remove().Operation())
	// Output:
	// remove
}

func ExampleMessagesReactRequest_Reaction() {
	fmt.Println(builder.MessagesReactCustom("🔥").Reaction())
	// Output:
	// custom
}

func ExampleMessagesReactRequest_CustomEmoji() {
	fmt.Println(builder.MessagesReactCustom("🔥").CustomEmoji())
	// Output:
	// 🔥 true
}

func ExampleMessagesReactRequest_PartIndex() {
	fmt.Println(builder.MessagesReact(builder.ReactLike).AtPart(1).PartIndex())
	// Output:
	// 1 true
}

func ExampleMessagesUpdateAppCard() {
	show(builder.MessagesUpdateAppCard().Caption("Out for delivery").Interactive())
	// Output:
	// {"layout":{"caption":"Out for delivery"},"interactive":true}
}

func ExampleMessagesUpdateAppCardRequest_Experience() {
	show(builder.MessagesUpdateAppCard().Caption("Move 12").Experience("chess", "move", builder.Param("turn", 12)))
	// Output:
	// {"layout":{"caption":"Move 12"},"experience":{"name":"chess","action":"move","params":{"turn":12}}}
}

func ExampleMessagesUpdateAppCardRequest_CardContent() {
	fmt.Println(builder.MessagesUpdateAppCard().Caption("Move 12").CardContent().Layout.Caption)
	// Output:
	// Move 12
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

func ExampleChatsPollsCreateRequest_Member() {
	show(builder.ChatsPollsCreate("Monday", "Tuesday").Member("closes_at", `"2026-12-01"`))
	// Output:
	// {"poll":{"options":[{"text":"Monday"},{"text":"Tuesday"}]},"closes_at":"2026-12-01"}
	// warning: Member "closes_at": unknown member "closes_at" (field-unknown)
}

func ExampleChatsPollsCreateRequest_Options() {
	fmt.Println(builder.ChatsPollsCreate("Monday", "Tuesday").Options())
	// Output:
	// [Monday Tuesday]
}

func ExampleChatsPollsCreateRequest_PollIdempotencyKey() {
	fmt.Println(builder.ChatsPollsCreate("Monday", "Tuesday").IdempotencyKey("poll-7").PollIdempotencyKey())
	// Output:
	// poll-7 true
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

func ExampleMessagesPollsAddRequest_Member() {
	show(builder.MessagesPollsAdd("Wednesday").Member("silent", "true"))
	// Output:
	// {"options":[{"text":"Wednesday"}],"silent":true}
	// warning: Member "silent": unknown member "silent" (field-unknown)
}

func ExampleMessagesPollsAddRequest_Options() {
	fmt.Println(builder.MessagesPollsAdd("Wednesday").Options())
	// Output:
	// [Wednesday]
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

func ExampleMessagesPollsVoteRequest_Member() {
	show(builder.MessagesPollsVote(optionID).Member("silent", "true"))
	// Output:
	// {"operation":"add","option_id":"7d444840-9dc0-11d1-b245-5ffdce74fad2","silent":true}
	// warning: Member "silent": unknown member "silent" (field-unknown)
}

func ExampleMessagesPollsVoteRequest_Operation() {
	fmt.Println(builder.MessagesPollsVote(optionID).Operation())
	// Output:
	// add
}

func ExampleMessagesPollsVoteRequest_OptionID() {
	fmt.Println(builder.MessagesPollsVote(optionID).OptionID())
	// Output:
	// 7d444840-9dc0-11d1-b245-5ffdce74fad2
}

func ExampleAttachmentsCreate() {
	show(builder.AttachmentsCreate("menu.pdf", "application/pdf", 48_213))
	// Output:
	// {"filename":"menu.pdf","content_type":"application/pdf","size_bytes":48213}
}

func ExampleAttachmentsCreateRequest_Member() {
	show(builder.AttachmentsCreate("menu.pdf", "application/pdf", 48_213).Member("sha256", `"9f86"`))
	// Output:
	// {"filename":"menu.pdf","content_type":"application/pdf","size_bytes":48213,"sha256":"9f86"}
	// warning: Member "sha256": unknown member "sha256" (field-unknown)
}

func ExampleAttachmentsCreateRequest_Filename() {
	fmt.Println(builder.AttachmentsCreate("menu.pdf", "application/pdf", 48_213).Filename())
	// Output:
	// menu.pdf
}

func ExampleAttachmentsCreateRequest_ContentType() {
	fmt.Println(builder.AttachmentsCreate("menu.pdf", "application/pdf", 48_213).ContentType())
	// Output:
	// application/pdf
}

func ExampleAttachmentsCreateRequest_SizeBytes() {
	fmt.Println(builder.AttachmentsCreate("menu.pdf", "application/pdf", 48_213).SizeBytes())
	// Output:
	// 48213
}
