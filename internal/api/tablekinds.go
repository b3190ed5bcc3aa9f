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
	RCSForm                    // E.164: RCS reaches nothing else
	SenderForm                 // E.164, an email address, 3 to 8 digits, or an alphanumeric sender id
	HTTPSForm                  // an absolute https URL
	WebForm                    // an absolute http or https URL
)

const phonePattern = `^\+[1-9][0-9]{1,14}$`

// ChatsUpdateBody is the body of chats.update.
var ChatsUpdateBody = &Object{
	Name: "ChatsUpdate", Doc: "Change the name or the icon of a group chat.",
	lookup: lookupChatsUpdate,
	Members: []Member{
		{Name: "display_name", Type: String, AddedOn: remaining, Source: GoSDK, Doc: "The chat's name."},
		{Name: "group_chat_icon", Type: String, Form: WebForm, Format: "uri", AddedOn: remaining, Source: GoSDK, Doc: "URL of the chat's icon."},
	},
}

// HandleBody is the body of chats.participants.add and .remove.
var HandleBody = &Object{
	Name: "ChatsParticipant", Doc: "Add or remove a participant.",
	lookup: lookupChatsParticipant,
	Members: []Member{
		{Name: "handle", Type: String, Required: true, Form: HandleForm, AddedOn: remaining, Source: GoSDK, Doc: "E.164 number or email address."},
	},
}

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
var ChatsBackgroundBody = &Object{
	Name: "ChatsBackground", Doc: "Set the background of a chat.",
	lookup: lookupChatsBackground,
	Members: []Member{
		{Name: "type", Type: String, Required: true, Enum: BackgroundTypes, AddedOn: remaining, Source: GoSDK, Doc: "`color`, `dynamic` or `photo`."},
		{Name: "variant", Type: String, AddedOn: remaining, Source: GoSDK, Doc: "Of a color: its name, or `custom`. Of a dynamic background: a variant of its style."},
		{Name: "shades", Type: Array, Elem: String, AddedOn: remaining, Source: GoSDK, Doc: "Two colors, `#RRGGBB`; required for a color without a variant and for `custom`."},
		{Name: "style", Type: String, Enum: BackgroundStyles, AddedOn: remaining, Source: GoSDK, Doc: "Of a dynamic background: `sky`, `water` or `aurora`."},
		{Name: "image_url", Type: String, Form: HTTPSForm, Format: "uri", AddedOn: remaining, Source: GoSDK, Doc: "Of a photo: a public https URL."},
	},
}

// CheckIMessageBody is the body of capability.check_imessage.
var CheckIMessageBody = &Object{
	Name: "CapabilityCheckIMessage", Doc: "Ask whether an address is on iMessage.",
	lookup: lookupCapabilityCheckIMessage,
	Members: []Member{
		{Name: "address", Type: String, Required: true, Form: HandleForm, AddedOn: remaining, Source: GoSDK, Doc: "E.164 number or email address."},
		{Name: "from", Type: String, Form: PhoneForm, Pattern: phonePattern, AddedOn: remaining, Source: GoSDK, Doc: "The line that asks, in E.164."},
	},
}

// CheckRCSBody is the body of capability.check_rcs.
var CheckRCSBody = &Object{
	Name: "CapabilityCheckRCS", Doc: "Ask whether a number has RCS.",
	lookup: lookupCapabilityCheckRCS,
	Members: []Member{
		{Name: "address", Type: String, Required: true, Form: RCSForm, Pattern: phonePattern, AddedOn: remaining, Source: GoSDK, Doc: "E.164 number; an email address is rejected."},
		{Name: "from", Type: String, Form: PhoneForm, Pattern: phonePattern, AddedOn: remaining, Source: GoSDK, Doc: "The line that asks, in E.164."},
	},
}

// ContactCardCreateBody is the body of contact_card.create.
var ContactCardCreateBody = &Object{
	Name: "ContactCardCreate", Doc: "Create the contact card of a line.",
	lookup: lookupContactCardCreate,
	Members: []Member{
		{Name: "first_name", Type: String, Required: true, AddedOn: remaining, Source: GoSDK, Doc: "First name."},
		{Name: "phone_number", Type: String, Required: true, Form: PhoneForm, Pattern: phonePattern, AddedOn: remaining, Source: GoSDK, Doc: "The line, in E.164."},
		{Name: "last_name", Type: String, AddedOn: remaining, Source: GoSDK, Doc: "Last name."},
		{Name: "image_url", Type: String, Form: WebForm, Format: "uri", AddedOn: remaining, Source: GoSDK, Doc: "URL of the card's image."},
	},
}

// ContactCardUpdateBody is the body of contact_card.update.
var ContactCardUpdateBody = &Object{
	Name: "ContactCardUpdate", Doc: "Change a contact card.",
	lookup: lookupContactCardUpdate,
	Members: []Member{
		{Name: "first_name", Type: String, AddedOn: remaining, Source: GoSDK, Doc: "First name."},
		{Name: "last_name", Type: String, AddedOn: remaining, Source: GoSDK, Doc: "Last name."},
		{Name: "image_url", Type: String, Form: WebForm, Format: "uri", AddedOn: remaining, Source: GoSDK, Doc: "URL of the card's image."},
	},
}

// BlockBody is the body of blocked_handles.block.
var BlockBody = &Object{
	Name: "BlockedHandlesBlock", Doc: "Block a sender.",
	lookup: lookupBlockedHandlesBlock,
	Members: []Member{
		{Name: "handle", Type: String, Required: true, Form: SenderForm, AddedOn: remaining, Source: GoSDK, Doc: "E.164 number, email address, short code of 3 to 8 digits, or alphanumeric sender id."},
		{Name: "reason", Type: String, AddedOn: remaining, Source: GoSDK, Doc: "Why it is blocked."},
	},
}

// UnblockBody is the body of blocked_handles.unblock.
var UnblockBody = &Object{
	Name: "BlockedHandlesUnblock", Doc: "Unblock a sender.",
	lookup: lookupBlockedHandlesUnblock,
	Members: []Member{
		{Name: "handle", Type: String, Required: true, Form: SenderForm, AddedOn: remaining, Source: GoSDK, Doc: "What was blocked."},
	},
}

// Members of a webhook subscription.
const (
	WebhookTargetURL = iota
	WebhookEvents
	WebhookPhoneNumbers
	WebhookIsActive
)

// WebhookCreateBody is the body of webhook_subscriptions.create.
var WebhookCreateBody = &Object{
	Name: "WebhookSubscriptionsCreate", Doc: "Subscribe a URL to events.",
	lookup: lookupWebhookSubscriptionsCreate,
	Members: []Member{
		{Name: "target_url", Type: String, Required: true, Form: HTTPSForm, Format: "uri", AddedOn: remaining, Source: GoSDK, Doc: "The https URL that events are sent to."},
		{Name: "subscribed_events", Type: Array, Elem: String, Required: true, AddedOn: remaining, Source: GoSDK, Doc: "Names of events, such as message.received. The list grows: no name is wrong here."},
		{Name: "phone_numbers", Type: Array, Elem: String, Form: PhoneForm, AddedOn: remaining, Source: GoSDK, Doc: "Lines (E.164) whose events are sent; all without."},
	},
}

// WebhookUpdateBody is the body of webhook_subscriptions.update.
var WebhookUpdateBody = &Object{
	Name: "WebhookSubscriptionsUpdate", Doc: "Change a subscription.",
	lookup: lookupWebhookSubscriptionsUpdate,
	Members: []Member{
		{Name: "target_url", Type: String, Form: HTTPSForm, Format: "uri", AddedOn: remaining, Source: GoSDK, Doc: "The https URL that events are sent to."},
		{Name: "subscribed_events", Type: Array, Elem: String, AddedOn: remaining, Source: GoSDK, Doc: "Names of events."},
		{Name: "phone_numbers", Type: Array, Elem: String, Form: PhoneForm, Nullable: true, AddedOn: remaining, Source: GoSDK, Doc: "Lines (E.164) whose events are sent; null or [] clears the filter."},
		{Name: "is_active", Type: Boolean, AddedOn: remaining, Source: GoSDK, Doc: "false pauses the subscription."},
	},
}

// PhoneNumbersUpdateBody is the body of phone_numbers.update.
var PhoneNumbersUpdateBody = &Object{
	Name: "PhoneNumbersUpdate", Doc: "Set where calls to a line are forwarded.",
	lookup: lookupPhoneNumbersUpdate,
	Members: []Member{
		{Name: "forwarding_number", Type: String, Required: true, Nullable: true, Form: PhoneForm, Pattern: `^(\+[1-9][0-9]{1,14})?$`, AddedOn: remaining, Source: GoSDK, Doc: "E.164 number; null or \"\" clears it."},
	},
}

// remaining is the day of the source that types these bodies. They may be older.
const remaining = "2026-08-20"
