package forecast

import "github.com/linqlint/linqlint/validate"

// feature is something that a service may carry or not.
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
	featurePartNamed
)

// rule is what one service makes of a feature.
type rule struct {
	fate    Fate
	message string
	code    int
	mms     bool // the whole message travels as MMS
	source  validate.Source
}

// services are the rules of a feature, in the order of [Forecast.Deliveries].
type services struct{ iMessage, rcs, sms rule }

// over is what a service makes of the feature.
func (f feature) over(s validate.Service) rule {
	row := features[f]
	switch s {
	case validate.IMessage:
		return row.iMessage
	case validate.RCS:
		return row.rcs
	}
	return row.sms
}

// The pages, read on the same day.
const (
	protocolsPage = "https://docs.linqapp.com/guides/messaging/protocol-selection/"
	sendPage      = "https://docs.linqapp.com/api/resources/chats/subresources/messages"
	createPage    = "https://docs.linqapp.com/api/resources/messages/methods/create"
	updatePage    = "https://docs.linqapp.com/api/resources/messages/methods/update_app_card"
	errorsPage    = "https://docs.linqapp.com/error/"
	sdkPage       = "https://github.com/linq-team/linq-go (v0.38.3 of 2026-08-20)"
)

// source quotes a page, in its own words but shortened.
func source(page, quote string) validate.Source {
	return validate.Source{Page: page, Quote: quote, Read: "2026-11-23"}
}

// protocols quotes a row of the table "Protocol capabilities".
func protocols(row string) validate.Source { return source(protocolsPage, row) }

// The four fates that need no more than a sentence.
func arrives(s validate.Source) rule {
	return rule{fate: Arrives, message: "as it was sent", source: s}
}

func dropped(message string, s validate.Source) rule {
	return rule{fate: Dropped, message: message, source: s}
}

// unstated names no page, since there is none, and says so.
func unstated(what string) rule {
	return rule{fate: Unstated, message: what, source: source(validate.Ours, "no page says what this service does with it")}
}

func refused(code int, message string, s validate.Source) rule {
	return rule{fate: Fails, code: code, message: message, source: s}
}

// same is a feature that all services treat alike.
func same(r rule) services { return services{r, r, r} }

// only is a feature of iMessage that the others treat alike.
func only(s validate.Source, others rule) services { return services{arrives(s), others, others} }

// features is the whole of what this package knows.
var features = func() [featurePartNamed + 1]services {
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
		update     = source(updatePage, "iMessage-only, like all app cards")
	)
	var t [featurePartNamed + 1]services
	t[featureText] = same(arrives(text))
	t[featureStyles] = only(decorated, dropped("the text arrives plain", decorated))
	t[featureMention] = only(mention, dropped("the name arrives as plain text, and nobody is notified", mention))
	t[featureImage] = services{arrives(pictures), arrives(pictures),
		rule{fate: Changed, message: "travels as MMS, which carriers make smaller", mms: true, source: pictures}}
	t[featureFile] = services{arrives(files), arrives(files), dropped("does not travel: only images and videos do", files)}
	// The server looks at the content; a body alone does not say what a file is.
	t[featureUnknownMedia] = services{arrives(pictures), arrives(pictures),
		rule{fate: Unstated, message: "travels as MMS if it is an image or a video, and not at all otherwise; the body does not tell which", mms: true, source: pictures}}
	t[featureLink] = services{arrives(previews), arrives(previews),
		rule{fate: Changed, message: "arrives as the bare URL, without a preview", source: previews}}
	t[featureAppCard] = only(card, refused(2018, "the send is refused: an app card is never delivered over SMS or RCS", card))
	t[featureAppClip] = only(clip, refused(2028, "the send is refused: an app clip is never delivered over SMS or RCS", clip))
	t[featureExperience] = only(experience, refused(2018, "the send is refused: an experience is an app message", experience))
	t[featureEffect] = only(effects, dropped("the message arrives without it", effects))
	t[featureReply] = only(threads, dropped("arrives as an ordinary message, outside of the thread", threads))
	// A group over SMS is an MMS, whatever it says.
	t[featureGroup] = services{arrives(groups), arrives(groups), rule{fate: Changed, message: "travels as a group MMS", mms: true, source: groups}}
	// No page says so, but neither service has another address than a number.
	email := rule{fate: Fails, message: "cannot be reached: an email address has no SMS and no RCS",
		source: source(validate.Ours, "SMS and RCS are addressed by phone number")}
	t[featureEmail] = services{arrives(source(createPage, "Recipient handles (E.164 phone numbers or email addresses)")), email, email}
	t[featureVoicememo] = services{arrives(voicememos), arrives(voicememos), dropped("does not travel", voicememos)}
	t[featureReaction] = services{arrives(reactions), arrives(reactions), dropped("does not travel", reactions)}
	// The card that it would replace never got there.
	t[featureCardUpdate] = only(update, refused(0, "there is no card to update: it was never delivered there", update))
	// The pages list neither edits nor polls among what a service can do.
	t[featureEdit] = same(unstated("whether an edit reaches the recipient is not documented for this service"))
	t[featurePoll] = same(unstated("whether a poll is shown is not documented for this service"))
	t[featurePartNamed] = same(unstated("the part is of a type that is not known here"))
	return t
}()
