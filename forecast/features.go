package forecast

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
	"sync"
)

// feature is something that a service may support or not.
type feature uint8

const (
	featureText feature = iota + 1
	featureStyles
	featureMention
	featureImage
	featureFile
	featureUnknownMedia
	featureLink
	featureAppCard
	featureAppClip
	featureExperience
	featureEffect
	featureReply
	featureGroup
	featureEmail
	featureVoicememo
	featureEdit
	featureReaction
	featureCardUpdate
	featurePoll
	featureStickers
	featureMediaSticker
	featureStickerReaction
	featurePlacement
	featurePartNamed
)

// rule is what a service does with a feature.
type rule struct {
	fate    Fate
	message string
	code    int
	mms     bool // the whole message travels as MMS
	source  validate.Source
}

// services are the rules of a feature, in the order of [Forecast.Deliveries].
type services struct{ iMessage, rcs, sms rule }

// over returns what a service does with the feature.
func (f feature) over(s validate.Service) rule {
	row := &features()[f]
	switch s {
	case validate.ServiceIMessage:
		return row.iMessage
	case validate.ServiceRCS:
		return row.rcs
	}
	return row.sms
}

// The pages, all read on the same day.
const (
	protocolsPage = "https://docs.linqapp.com/guides/messaging/protocol-selection/"
	sendPage      = "https://docs.linqapp.com/api/resources/chats/subresources/messages"
	createPage    = "https://docs.linqapp.com/api/resources/messages/methods/create"
	updatePage    = "https://docs.linqapp.com/api/resources/messages/methods/update_app_card"
	errorsPage    = "https://docs.linqapp.com/error/"
	sdkPage       = "https://github.com/linq-team/linq-go (v0.38.3 of 2026-08-20)"
	typesPage     = "https://github.com/linq-team/linq-node (0.71.2 of 2026-09-26)"
)

// source quotes a page, shortened.
func source(page, quote string) validate.Source {
	return validate.Source{Page: page, Quote: quote, Read: "2026-11-23"}
}

// protocols quotes a row of the table "Protocol capabilities".
func protocols(row string) validate.Source { return source(protocolsPage, row) }

// arrives, and the functions below, return rules that need only a sentence.
func arrives(s validate.Source) rule {
	return rule{fate: Arrives, message: "as it was sent", source: s}
}

func dropped(message string, s validate.Source) rule {
	return rule{fate: Dropped, message: message, source: s}
}

// unstated is the rule of a feature that no page mentions.
func unstated(what string) rule {
	return rule{fate: Unstated, message: what, source: source(api.Ours, "no page says what this service does with it")}
}

func refused(code int, message string, s validate.Source) rule {
	return rule{fate: Fails, code: code, message: message, source: s}
}

// same is a feature that all services handle in one way.
func same(r rule) services { return services{r, r, r} }

// only is a feature that iMessage supports, and that the others handle in one way.
func only(s validate.Source, others rule) services { return services{arrives(s), others, others} }

// features has the rules of all features.
var features = sync.OnceValue(func() *[featurePartNamed + 1]services {
	var (
		// In the order of the columns: iMessage, RCS, SMS.
		text       = protocols("Text messages: Yes, Yes, Yes")
		decorated  = source(sendPage, "Text decorations only render for iMessage recipients. For SMS/RCS, text decorations are not applied.")
		pictures   = protocols("Images & video: Yes, Yes, MMS")
		files      = protocols("File attachments: Yes, Yes, No")
		previews   = protocols("Rich link previews: Yes, Yes, No")
		effects    = protocols("Message effects: Yes, No, No")
		threads    = protocols("Message threading: Yes, No, No")
		groups     = protocols("Group chats: Yes, Yes, MMS")
		voicememos = protocols("Voice memos: Yes, Yes, No")
		reactions  = protocols("Reactions / tapbacks: Yes, Yes, No")
		card       = source(createPage, "an imessage_app part must be the only part in the message and is never delivered over SMS/RCS")
		clip       = source(errorsPage, "2028: app clip over SMS or RCS")
		mention    = source(sdkPage, "mentions: iMessage group chats only")
		experience = source(sdkPage, "experience: iMessage only")
		stickers   = source(typesPage, "Those characters are hidden on iMessage and sent as written on SMS and RCS.")
		photo      = source(typesPage, "iMessage only. On SMS/RCS the flag is ignored and the image sends as a photo.")
		update     = source(updatePage, "iMessage-only, like all app cards")
	)
	var t [featurePartNamed + 1]services
	t[featureText] = same(arrives(text))
	t[featureStyles] = only(decorated, dropped("the text arrives plain", decorated))
	t[featureMention] = only(mention, dropped("the name arrives as plain text, and nobody is notified", mention))
	t[featureImage] = services{arrives(pictures), arrives(pictures),
		rule{fate: Changed, message: "sent as MMS, which carriers compress", mms: true, source: pictures}}
	t[featureFile] = services{arrives(files), arrives(files), dropped("not delivered: only images and videos are", files)}
	// The server looks at the content; the body does not say what the file is.
	t[featureUnknownMedia] = services{arrives(pictures), arrives(pictures),
		rule{fate: Unstated, message: "sent as MMS if it is an image or a video, else not delivered; the body does not say which", mms: true, source: pictures}}
	t[featureLink] = services{arrives(previews), arrives(previews),
		rule{fate: Changed, message: "arrives as the bare URL, without a preview", source: previews}}
	t[featureAppCard] = only(card, refused(2018, "the API rejects the request: app cards are iMessage only", card))
	t[featureAppClip] = only(clip, refused(2028, "the API rejects the request: App Clips are iMessage only", clip))
	t[featureExperience] = only(experience, refused(2018, "the API rejects the request: experiences are iMessage only", experience))
	t[featureEffect] = only(effects, dropped("the message arrives without it", effects))
	t[featureReply] = only(threads, dropped("arrives as an ordinary message outside the thread", threads))
	// A group over SMS is an MMS, whatever the content.
	t[featureGroup] = services{arrives(groups), arrives(groups), rule{fate: Changed, message: "sent as a group MMS", mms: true, source: groups}}
	// No page says so, but both services are addressed by number only.
	email := rule{fate: Fails, message: "cannot be reached: SMS and RCS need a phone number",
		source: source(api.Ours, "SMS and RCS are addressed by phone number")}
	t[featureEmail] = services{arrives(source(createPage, "Recipient handles (E.164 phone numbers or email addresses)")), email, email}
	t[featureVoicememo] = services{arrives(voicememos), arrives(voicememos), dropped("not delivered", voicememos)}
	t[featureReaction] = services{arrives(reactions), arrives(reactions), dropped("not delivered", reactions)}
	t[featureStickers] = only(stickers, dropped("the text arrives as it is written, without the images", stickers))
	t[featureMediaSticker] = only(photo, dropped("the image arrives as a photo", photo))
	t[featureStickerReaction] = services{arrives(reactions),
		unstated("not documented whether this service shows stickers"), dropped("not delivered", reactions)}
	t[featurePlacement] = services{arrives(source(typesPage, "position, size and rotation of a sticker on the target bubble")),
		unstated("not documented whether this service moves stickers"), dropped("not delivered", reactions)}
	// The card that it would replace was never delivered.
	t[featureCardUpdate] = only(update, refused(0, "nothing to update: the card was not delivered", update))
	// The pages do not say which services support edits and polls.
	t[featureEdit] = same(unstated("not documented whether this service delivers edits"))
	t[featurePoll] = same(unstated("not documented whether this service shows polls"))
	t[featurePartNamed] = same(unstated("unknown part type"))
	return &t
})
