package validate

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// kindHint says what each kind would need, for kind-unknown.
const kindHint = `a body needs "message" (with "from" and "to", with "to", or alone), "parts", "poll", "options", "option_id", "layout", ` +
	`"voice_memo_url", "operation", "filename" or "text"; if it is a request all the same, name its kind`

// detect names the kind of an object body by its top-level members, "" if none
// fits. The first line that fits counts; a null is a member too.
func detect(v *scan.View, has top) Kind {
	switch {
	case has&(hasMessage|hasParts|hasExperience) != 0 && has&hasFrom != 0 && (has&(hasMessage|hasParts) != 0 || has&hasTo == 0):
		return KindChatsCreate
	case has&(hasMessage|hasParts) != 0 && has&hasTo != 0:
		return KindMessagesCreate
	case has&hasMessage != 0:
		return KindChatsMessagesSend
	case has&hasTo == 0 && (has&hasParts != 0 || has&hasExperience != 0 && has&hasLayout == 0):
		return KindMessage
	case has&hasFrom != 0 && has&hasTo != 0:
		return KindChatsCreate
	case has&hasTo != 0:
		return KindMessagesCreate
	case has&hasPoll != 0:
		return KindChatsPollsCreate
	case has&hasOptions != 0:
		return KindMessagesPollsAdd
	case has&hasOptionID != 0:
		return KindMessagesPollsVote
	case has&hasLayout != 0:
		return KindMessagesUpdateAppCard
	case has&hasPlacement != 0 && has&(hasOperation|hasType) == 0:
		return KindMessagesUpdateStickerPlacement
	case has&hasType != 0 && isOneOf(api.Reactions, topText(v, "type")):
		return KindMessagesReact
	case has&hasVoiceMemo != 0:
		return KindChatsVoicememo
	case has&hasOperation != 0:
		return KindMessagesReact
	case has&(hasFilename|hasSize) != 0:
		return KindAttachmentsCreate
	case has&hasText != 0 && has&hasElsewhere == 0:
		return KindMessagesEdit
	case has&hasAttachment != 0:
		return KindChatsVoicememo
	}
	return detectTable(v, has)
}

// detectTable is the end of detect: the kinds that are known by their tables.
func detectTable(v *scan.View, has top) Kind {
	webhook := has & (hasTargetURL | hasEvents)
	switch {
	case webhook == hasTargetURL|hasEvents && has&hasIsActive == 0:
		return KindWebhookSubscriptionsCreate
	case webhook != 0, isSubscriptionUpdate(v, has):
		return KindWebhookSubscriptionsUpdate
	case has&(hasDisplayName|hasIcon) != 0:
		return KindChatsUpdate
	case has&hasFirstName != 0 && has&hasPhoneNumber != 0:
		return KindContactCardCreate
	case has&(hasFirstName|hasLastName) != 0:
		return KindContactCardUpdate
	case has&hasAddress != 0:
		return KindCapabilityCheckIMessage
	case has&hasForwarding != 0:
		return KindPhoneNumbersUpdate
	case has&hasHandle != 0 && has&hasReason != 0:
		return KindBlockedHandlesBlock
	case has&hasHandle != 0:
		return KindChatsParticipantsAdd
	case has&hasType != 0:
		kind := topText(v, "type")
		if isOneOf(api.BackgroundTypes, kind) || has&(hasVariant|hasShades|hasStyle|hasImageURL) != 0 && !isOneOf(api.PartTypes, kind) {
			return KindChatsBackgroundSet
		}
	}
	return ""
}

// isSubscriptionUpdate reports whether a body has is_active or phone_numbers and
// nothing else, the numbers being strings, [] or null.
func isSubscriptionUpdate(v *scan.View, has top) bool {
	if has&(hasIsActive|hasPhoneNumbers) == 0 || has&^(hasIsActive|hasPhoneNumbers) != 0 {
		return false
	}
	numbers := member(v, 0, "phone_numbers")
	if numbers == 0 || v.Nodes[numbers].Kind == scan.Null {
		return true
	}
	if v.Nodes[numbers].Kind != scan.Array {
		return false
	}
	for e := numbers + 1; e < int(v.Nodes[numbers].Next); e = int(v.Nodes[e].Next) {
		if v.Nodes[e].Kind != scan.String {
			return false
		}
	}
	return true
}

// topText returns the string that a top-level member is, or "".
func topText(v *scan.View, name string) string {
	if n, ok := memberOf(v, 0, name, scan.String); ok {
		return v.Text(n)
	}
	return ""
}

// top is a set of top-level members.
type top uint64

const (
	hasMessage top = 1 << iota
	hasParts
	hasExperience
	hasFrom
	hasTo
	hasPoll
	hasOptions
	hasOptionID
	hasLayout
	hasPlacement
	hasVoiceMemo
	hasOperation
	hasType
	hasFilename
	hasSize
	hasText
	hasElsewhere // a member of another API's message
	hasAttachment
	hasTargetURL
	hasEvents
	hasIsActive
	hasPhoneNumbers
	hasDisplayName
	hasIcon
	hasFirstName
	hasLastName
	hasPhoneNumber
	hasAddress
	hasForwarding
	hasHandle
	hasReason
	hasVariant
	hasShades
	hasStyle
	hasImageURL
	hasOther
)

// topByName has the members by the numbers of their names, 0 for a name that only
// members below the top have.
var topByName = [256]top{
	api.NameMessage:          hasMessage,
	api.NameParts:            hasParts,
	api.NameExperience:       hasExperience,
	api.NameFrom:             hasFrom,
	api.NameTo:               hasTo,
	api.NamePoll:             hasPoll,
	api.NameOptions:          hasOptions,
	api.NameOptionID:         hasOptionID,
	api.NameLayout:           hasLayout,
	api.NamePlacement:        hasPlacement,
	api.NameVoiceMemoURL:     hasVoiceMemo,
	api.NameOperation:        hasOperation,
	api.NameType:             hasType,
	api.NameFilename:         hasFilename,
	api.NameSizeBytes:        hasSize,
	api.NameText:             hasText,
	api.NameAttachmentID:     hasAttachment,
	api.NameTargetURL:        hasTargetURL,
	api.NameSubscribedEvents: hasEvents,
	api.NameIsActive:         hasIsActive,
	api.NamePhoneNumbers:     hasPhoneNumbers,
	api.NameDisplayName:      hasDisplayName,
	api.NameGroupChatIcon:    hasIcon,
	api.NameFirstName:        hasFirstName,
	api.NameLastName:         hasLastName,
	api.NamePhoneNumber:      hasPhoneNumber,
	api.NameAddress:          hasAddress,
	api.NameForwardingNumber: hasForwarding,
	api.NameHandle:           hasHandle,
	api.NameReason:           hasReason,
	api.NameVariant:          hasVariant,
	api.NameShades:           hasShades,
	api.NameStyle:            hasStyle,
	api.NameImageURL:         hasImageURL,
}

// topMembers returns which top-level members a body has.
func topMembers(v *scan.View) (has top) {
	for k := 1; k < len(v.Nodes); k = int(v.Nodes[k+1].Next) {
		if t := topByName[v.Nodes[k].Name]; t != 0 {
			has |= t
		} else {
			has |= topMember(v.Text(k))
		}
	}
	return has
}

func topMember(name string) top {
	switch name {
	case "blocks", "channel", "chat_id", "recipient":
		return hasElsewhere
	}
	if t := topByName[api.Names.ID(name)]; t != 0 {
		return t
	}
	return hasOther
}

// member returns the last member of that name in object n, or 0, which is the body.
func member(v *scan.View, n int, name string) (found int) {
	for k := n + 1; k < int(v.Nodes[n].Next); k = int(v.Nodes[k+1].Next) {
		if v.Is(k, name) {
			found = k + 1
		}
	}
	return found
}

// memberOf is member for one whose value is of that kind.
func memberOf(v *scan.View, n int, name string, kind scan.Kind) (value int, ok bool) {
	value = member(v, n, name)
	return value, value != 0 && v.Nodes[value].Kind == kind
}
