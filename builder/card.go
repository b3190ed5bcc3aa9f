package builder

import "github.com/linqlint/linqlint/internal/api"

// App identifies the Messages app extension behind a card.
type App struct {
	BundleID   string // 1 to 255 code points, without a colon
	Name       string // 1 to 64 code points
	TeamID     string // ten of A-Z and 0-9
	AppStoreID int64  // 0 is left out
}

// Layout is the visible part of a card. An empty text is the same as none, as
// it is for the API.
type Layout struct {
	Caption            string // top left, bold
	Subcaption         string // below the caption
	TrailingCaption    string // top right
	TrailingSubcaption string // below the trailing caption
	ImageURL           string
	ImageTitle         string // over the image, bold
	ImageSubtitle      string // below the image's title
}

// CardContent is the content of a card, for reading.
type CardContent struct {
	App          App    // the zero App if an update has none
	Layout       Layout // the visible part
	URL          string // what the app opens on a tap, "" for none
	FallbackText string
	Interactive  Switch      // unset: the API's default, which is on
	Experience   *Experience // messages.update_app_card only; nil: none
}

// Switch is a boolean member that may be left out. The zero Switch is unset.
type Switch uint8

// The positions of a Switch.
const (
	SwitchOn  Switch = iota + 1 // true
	SwitchOff                   // false
)

// card is the model of a card and of its update. It is not modified once a
// request points at it.
type card struct {
	app         App
	laidOut     bool    // layout is written, even if it is empty
	captions    [4]text // in the order of api.Layout: caption to trailing_subcaption
	image       image
	url         text
	fallback    text
	interactive Switch
	experience  *Experience
	hasApp      bool // of an update: app is written
}

// text is a string member that may be absent, which is not the same as "".
type text struct {
	s   string
	set bool
}

type image struct {
	url             text
	title, subtitle string // "" is left out
}

func (c *card) content() CardContent {
	return CardContent{
		App: c.app,
		Layout: Layout{
			Caption:            c.captions[api.LayoutCaption].s,
			Subcaption:         c.captions[api.LayoutSubcaption].s,
			TrailingCaption:    c.captions[api.LayoutTrailingCaption].s,
			TrailingSubcaption: c.captions[api.LayoutTrailingSubcaption].s,
			ImageURL:           c.image.url.s,
			ImageTitle:         c.image.title,
			ImageSubtitle:      c.image.subtitle,
		},
		URL:          c.url.s,
		FallbackText: c.fallback.s,
		Interactive:  c.interactive,
		Experience:   c.experience.clone(),
	}
}

// Card has the methods that an app card and its update share; K is the type
// that they return. A card needs a caption or an image.
type Card[K carder[K]] struct {
	card    card
	members members
}

// carder is the type that embeds Card.
type carder[K any] interface {
	withCard(c card, ms members) K
}

func (c Card[K]) self() K {
	var k K
	return k.withCard(c.card, c.members)
}

// caption sets one of the four captions. It replaces a layout that was given as
// JSON.
func (c Card[K]) caption(which int, s string) K {
	c.card.laidOut = true
	c.card.captions[which] = text{s, true}
	c.members = c.members.without("layout")
	return c.self()
}

// Caption sets the primary label, top left and bold; at most 512 code points.
func (c Card[K]) Caption(s string) K { return c.caption(api.LayoutCaption, s) }

// Subcaption sets the label below the caption; at most 512 code points.
func (c Card[K]) Subcaption(s string) K { return c.caption(api.LayoutSubcaption, s) }

// TrailingCaption sets the label at the top right; at most 512 code points.
func (c Card[K]) TrailingCaption(s string) K { return c.caption(api.LayoutTrailingCaption, s) }

// TrailingSubcaption sets the label below the trailing caption; at most 512
// code points.
func (c Card[K]) TrailingSubcaption(s string) K { return c.caption(api.LayoutTrailingSubcaption, s) }

// Image sets the preview image with the texts over it, each at most 512 code
// points; an empty text is left out. The API rejects the texts without an
// image.
func (c Card[K]) Image(url, title, subtitle string) K {
	c.card.laidOut = true
	c.card.image = image{text{url, true}, title, subtitle}
	c.members = c.members.without("layout")
	return c.self()
}

// URL sets the URL that the recipient's app opens on a tap: at most 2048 code
// points, or a data: URL of at most 16384 (documented 2026-07-06).
func (c Card[K]) URL(url string) K {
	c.card.url = text{url, true}
	c.members = c.members.without("url")
	return c.self()
}

// FallbackText sets the text that is shown where a card cannot be, such as in a
// notification; at most 1024 code points. The default is the caption.
func (c Card[K]) FallbackText(s string) K {
	c.card.fallback = text{s, true}
	c.members = c.members.without("fallback_text")
	return c.self()
}

// Interactive shows the app's live view to recipients who have the app, which is
// the API's default.
func (c Card[K]) Interactive() K { return c.interactive(SwitchOn) }

// Static shows the layout to all recipients, even those who have the app.
func (c Card[K]) Static() K { return c.interactive(SwitchOff) }

func (c Card[K]) interactive(s Switch) K {
	c.card.interactive = s
	c.members = c.members.without("interactive")
	return c.self()
}

// Member sets a member that is newer than this package to a JSON value. It
// replaces what the other methods set. Build reports a value that is not JSON.
func (c Card[K]) Member(name, json string) K {
	c.members = c.members.with(name, json)
	return c.self()
}

// AppCardPart is an iMessage app card, for the method AppCard of a request. It
// must be the only part; iMessage only.
type AppCardPart struct{ Card[AppCardPart] }

// AppCard returns a card of an app, with an empty layout.
func AppCard(app App) AppCardPart {
	var c AppCardPart
	c.card.app, c.card.laidOut = app, true
	return c
}

func (AppCardPart) withCard(c card, ms members) AppCardPart {
	return AppCardPart{Card[AppCardPart]{c, ms}}
}

// Part returns the card as a part.
func (c AppCardPart) AsPart() Part {
	held := c.card
	return Part{form: FormAppCard, card: &held, members: c.members}
}
