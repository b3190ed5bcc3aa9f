package api

// The kinds that are checked by their tables and the forms of their members
// alone. The builder does not have them, and a walk over files never detects
// them, since any file may have such members.

// Form is the form of a string that the validator knows, beyond its length.
// The zero Form is any string.
type Form uint8

// The forms of members of the kinds in this file.
const (
	HandleForm Form = iota + 1 // E.164 or an email address
	PhoneForm                  // E.164
	SenderForm                 // E.164, an email address, 3 to 8 digits, or an alphanumeric sender id
	HTTPSForm                  // an absolute https URL
	WebForm                    // an absolute http or https URL
)

const phonePattern = `^\+[1-9][0-9]{1,14}$`

// Members of chats.update.
const (
	ChatDisplayName = iota
	ChatIcon
)

// ChatsUpdateBody is the body of chats.update.
var ChatsUpdateBody = object("ChatsUpdate", "Change the name or the icon of a group chat.",
	Member{Name: "display_name", Type: String, Doc: "The chat's name."},
	Member{Name: "group_chat_icon", Type: String, Form: WebForm, Format: "uri", Doc: "URL of the chat's icon."},
).added(remaining, GoSDK)

// HandleBody is the body of chats.participants.add and .remove.
var HandleBody = object("ChatsParticipant", "Add or remove a participant.",
	Member{Name: "handle", Type: String, Required: true, Form: HandleForm, Doc: "E.164 number or email address."},
).added(remaining, GoSDK)

// Members of chats.background.set.
const (
	BackgroundType = iota
	BackgroundVariant
	BackgroundShades
	BackgroundStyle
	BackgroundImageURL
)

// The types of a background.
const (
	BackgroundColor   = "color"
	BackgroundDynamic = "dynamic"
	BackgroundPhoto   = "photo"
	BackgroundCustom  = "custom" // the variant of a color that needs shades
	BackgroundColors  = 2        // the number of shades
)

// What a background may be.
var (
	BackgroundTypes    = []string{BackgroundColor, BackgroundDynamic, BackgroundPhoto}
	BackgroundStyles   = []string{"sky", "water", "aurora"}
	BackgroundVariants = []string{
		"mango", "ice", "plum", "deep_sea", "green_apple", "cherry", "bubblegum", "tangerine",
		"magenta", "lime", "silver", "carbon", "stone", BackgroundCustom,
	}
	backgroundStyleVariants = [...][]string{
		{"dusk", "haze", "sunset", "clear", "sunrise", "dawn"},
		{"light", "dark"},
		{"green", "purple", "pink"},
	}
)

// StyleVariants returns the variants of a dynamic background's style, or nil.
func StyleVariants(style string) []string {
	for i, name := range BackgroundStyles {
		if name == style {
			return backgroundStyleVariants[i]
		}
	}
	return nil
}

// ChatsBackgroundBody is the body of chats.background.set.
var ChatsBackgroundBody = object("ChatsBackground", "Set the background of a chat.",
	Member{Name: "type", Type: String, Required: true, Enum: BackgroundTypes, Doc: "`color`, `dynamic` or `photo`."},
	Member{Name: "variant", Type: String, Doc: "Of a color: its name, or `custom`. Of a dynamic background: a variant of its style."},
	Member{Name: "shades", Type: Array, Elem: String, Doc: "Two colors, `#RRGGBB`; required for a color without a variant and for `custom`."},
	Member{Name: "style", Type: String, Enum: BackgroundStyles, Doc: "Of a dynamic background: `sky`, `water` or `aurora`."},
	Member{Name: "image_url", Type: String, Form: HTTPSForm, Format: "uri", Doc: "Of a photo: a public https URL."},
).added(remaining, GoSDK)

// CheckIMessageBody is the body of capability.check_imessage.
var CheckIMessageBody = object("CapabilityCheckIMessage", "Ask whether an address is on iMessage.",
	Member{Name: "address", Type: String, Required: true, Form: HandleForm, Doc: "E.164 number or email address."},
	Member{Name: "from", Type: String, Form: PhoneForm, Pattern: phonePattern, Doc: "The line that asks, in E.164."},
).added(remaining, GoSDK)

// CheckRCSBody is the body of capability.check_rcs.
var CheckRCSBody = object("CapabilityCheckRCS", "Ask whether a number has RCS.",
	Member{Name: "address", Type: String, Required: true, Form: PhoneForm, Pattern: phonePattern, Doc: "E.164 number; an email address is rejected."},
	Member{Name: "from", Type: String, Form: PhoneForm, Pattern: phonePattern, Doc: "The line that asks, in E.164."},
).added(remaining, GoSDK)

// ContactCardCreateBody is the body of contact_card.create.
var ContactCardCreateBody = object("ContactCardCreate", "Create the contact card of a line.",
	Member{Name: "first_name", Type: String, Required: true, Doc: "First name."},
	Member{Name: "phone_number", Type: String, Required: true, Form: PhoneForm, Pattern: phonePattern, Doc: "The line, in E.164."},
	Member{Name: "last_name", Type: String, Doc: "Last name."},
	Member{Name: "image_url", Type: String, Form: WebForm, Format: "uri", Doc: "URL of the card's image."},
).added(remaining, GoSDK)

// ContactCardUpdateBody is the body of contact_card.update.
var ContactCardUpdateBody = object("ContactCardUpdate", "Change a contact card.",
	Member{Name: "first_name", Type: String, Doc: "First name."},
	Member{Name: "last_name", Type: String, Doc: "Last name."},
	Member{Name: "image_url", Type: String, Form: WebForm, Format: "uri", Doc: "URL of the card's image."},
).added(remaining, GoSDK)

// BlockBody is the body of blocked_handles.block.
var BlockBody = object("BlockedHandlesBlock", "Block a sender.",
	Member{Name: "handle", Type: String, Required: true, Form: SenderForm, Doc: "E.164 number, email address, short code of 3 to 8 digits, or alphanumeric sender id."},
	Member{Name: "reason", Type: String, Doc: "Why it is blocked."},
).added(remaining, GoSDK)

// UnblockBody is the body of blocked_handles.unblock.
var UnblockBody = object("BlockedHandlesUnblock", "Unblock a sender.",
	Member{Name: "handle", Type: String, Required: true, Form: SenderForm, Doc: "What was blocked."},
).added(remaining, GoSDK)

// Members of a webhook subscription.
const (
	WebhookTargetURL = iota
	WebhookEvents
	WebhookPhoneNumbers
	WebhookIsActive
)

// WebhookCreateBody is the body of webhook_subscriptions.create.
var WebhookCreateBody = object("WebhookSubscriptionsCreate", "Subscribe a URL to events.",
	Member{Name: "target_url", Type: String, Required: true, Form: HTTPSForm, Format: "uri", Doc: "The https URL that events are sent to."},
	Member{Name: "subscribed_events", Type: Array, Elem: String, Required: true, Doc: "Names of events, such as message.received. The list grows: no name is wrong here."},
	Member{Name: "phone_numbers", Type: Array, Elem: String, Form: PhoneForm, Doc: "Lines (E.164) whose events are sent; all without."},
).added(remaining, GoSDK)

// WebhookUpdateBody is the body of webhook_subscriptions.update.
var WebhookUpdateBody = object("WebhookSubscriptionsUpdate", "Change a subscription.",
	Member{Name: "target_url", Type: String, Form: HTTPSForm, Format: "uri", Doc: "The https URL that events are sent to."},
	Member{Name: "subscribed_events", Type: Array, Elem: String, Doc: "Names of events."},
	Member{Name: "phone_numbers", Type: Array, Elem: String, Form: PhoneForm, Nullable: true, Doc: "Lines (E.164) whose events are sent; null or [] clears the filter."},
	Member{Name: "is_active", Type: Boolean, Doc: "false pauses the subscription."},
).added(remaining, GoSDK)

// PhoneNumbersUpdateBody is the body of phone_numbers.update.
var PhoneNumbersUpdateBody = object("PhoneNumbersUpdate", "Set where calls to a line are forwarded.",
	Member{Name: "forwarding_number", Type: String, Required: true, Nullable: true, Form: PhoneForm, Pattern: `^(\+[1-9][0-9]{1,14})?$`, Doc: "E.164 number; null or \"\" clears it."},
).added(remaining, GoSDK)

// remaining is the day of the source that types these bodies. They may be older.
const remaining = "2026-08-20"
