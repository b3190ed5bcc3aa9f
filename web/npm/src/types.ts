/** The request kinds, after the SDKs' methods; "message" is a bare MessageContent. */
export type Kind =
  | "messages.create"
  | "chats.messages.send"
  | "chats.create"
  | "message"
  | "chats.voicememo"
  | "messages.edit"
  | "messages.react"
  | "messages.update_sticker_placement"
  | "messages.update_app_card"
  | "chats.polls.create"
  | "messages.polls.add_options"
  | "messages.polls.vote"
  | "attachments.create"
  | "chats.update"
  | "chats.participants.add"
  | "chats.participants.remove"
  | "chats.background.set"
  | "capability.check_imessage"
  | "capability.check_rcs"
  | "contact_card.create"
  | "contact_card.update"
  | "blocked_handles.block"
  | "blocked_handles.unblock"
  | "webhook_subscriptions.create"
  | "webhook_subscriptions.update"
  | "phone_numbers.update";

export type Service = "iMessage" | "SMS" | "RCS";

export type Language = "go" | "curl" | "typescript" | "python";

export interface KindOption {
  /** What the body is; detected where left out. */
  kind?: Kind;
}
