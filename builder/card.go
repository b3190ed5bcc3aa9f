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
	Interactive  *bool       // nil: the API's default, which is true
	Experience   *Experience // messages.update_app_card only; nil: none
}

// card is the model of a card and of its update. It is not modified once a
// request points at it.
type card struct {
	app         App
	laidOut     bool    // layout is written, even if it is empty
	captions    [4]text // in the order of api.Layout: caption to trailing_subcaption
	image       image
	url         text
	fallback    text
	interactive flag
	experience  *Experience
	hasApp      bool // of an update: app is written
}

// text is a string member that may be absent, which is not the same as "".
type text struct {
	s   string
	set bool
}

// flag is a boolean member that may be absent.
type flag struct{ on, set bool }

type image struct{ url, title, subtitle text }

func (c *card) content() CardContent {
	return CardContent{
		App: c.app,
		Layout: Layout{
			Caption:            c.captions[api.LayoutCaption].s,
			Subcaption:         c.captions[api.LayoutSubcaption].s,
			TrailingCaption:    c.captions[api.LayoutTrailingCaption].s,
			TrailingSubcaption: c.captions[api.LayoutTrailingSubcaption].s,
			ImageURL:           c.image.url.s,
			ImageTitle:         c.image.title.s,
			ImageSubtitle:      c.image.subtitle.s,
		},
		URL:          c.url.s,
		FallbackText: c.fallback.s,
		Interactive:  c.interactive.value(),
		Experience:   c.experience.clone(),
	}
}

// value returns a pointer to a copy, nil if the member is absent.
func (f flag) value() *bool {
	if !f.set {
		return nil
	}
	return &f.on
}

// cardSetters has the methods that an app card and its update share; Self is the type
// that they return. A card needs a caption or an image.
type cardSetters[Self carder[Self]] struct {
	card    card
	members members
}

// carder is a type that embeds cardSetters.
type carder[Self any] interface {
	withCard(c card, ms members) Self
}

func (c cardSetters[Self]) self() Self {
	var k Self
	return k.withCard(c.card, c.members)
}

// caption sets one of the four captions.
func (c cardSetters[Self]) caption(which int, s string) Self {
	c.card.captions[which] = text{s, true}
	return c.layout()
}

// layout returns the card with its layout, which replaces one that was given as
// JSON.
func (c cardSetters[Self]) layout() Self {
	c.card.laidOut = true
	c.members = c.members.without("layout")
	return c.self()
}

// Caption sets the primary label, top left and bold; at most 512 code points.
func (c cardSetters[Self]) Caption(s string) Self { return c.caption(api.LayoutCaption, s) }

// Subcaption sets the label below the caption; at most 512 code points.
func (c cardSetters[Self]) Subcaption(s string) Self { return c.caption(api.LayoutSubcaption, s) }

// TrailingCaption sets the label at the top right; at most 512 code points.
func (c cardSetters[Self]) TrailingCaption(s string) Self {
	return c.caption(api.LayoutTrailingCaption, s)
}

// TrailingSubcaption sets the label below the trailing caption; at most 512
// code points.
func (c cardSetters[Self]) TrailingSubcaption(s string) Self {
	return c.caption(api.LayoutTrailingSubcaption, s)
}

// Image sets the preview image by its public https URL.
func (c cardSetters[Self]) Image(url string) Self {
	c.card.image.url = text{url, true}
	return c.layout()
}

// ImageTitle sets the bold text over the image; at most 512 code points. The API
// rejects it without an image.
func (c cardSetters[Self]) ImageTitle(s string) Self {
	c.card.image.title = text{s, true}
	return c.layout()
}

// ImageSubtitle sets the text below the image's title; at most 512 code points.
// The API rejects it without an image.
func (c cardSetters[Self]) ImageSubtitle(s string) Self {
	c.card.image.subtitle = text{s, true}
	return c.layout()
}

// URL sets the URL that the recipient's app opens on a tap: at most 2048 code
// points, or a data: URL of at most 16384 (documented 2026-07-06).
func (c cardSetters[Self]) URL(url string) Self {
	c.card.url = text{url, true}
	c.members = c.members.without("url")
	return c.self()
}

// FallbackText sets the text that is shown where a card cannot be, such as in a
// notification; at most 1024 code points. The default is the caption.
func (c cardSetters[Self]) FallbackText(s string) Self {
	c.card.fallback = text{s, true}
	c.members = c.members.without("fallback_text")
	return c.self()
}

// Interactive shows the app's live view to recipients who have the app, which is
// the API's default.
func (c cardSetters[Self]) Interactive() Self { return c.interactive(true) }

// Static shows the layout to all recipients, even those who have the app.
func (c cardSetters[Self]) Static() Self { return c.interactive(false) }

func (c cardSetters[Self]) interactive(on bool) Self {
	c.card.interactive = flag{on, true}
	c.members = c.members.without("interactive")
	return c.self()
}

// MemberJSON sets a member that is newer than this package to a JSON value. It
// replaces what the other methods set. Build reports a value that is not JSON.
func (c cardSetters[Self]) MemberJSON(name, json string) Self {
	c.members = c.members.with(name, json)
	return c.self()
}

// AppCardPart is an iMessage app card, for the method AppCard of a request. It
// must be the only part; iMessage only.
type AppCardPart struct{ cardSetters[AppCardPart] }

// AppCard returns a card of an app, with an empty layout.
func AppCard(app App) AppCardPart {
	var c AppCardPart
	c.card.app, c.card.laidOut = app, true
	return c
}

func (AppCardPart) withCard(c card, ms members) AppCardPart {
	return AppCardPart{cardSetters[AppCardPart]{c, ms}}
}

// AsPart returns the card as a part.
func (c AppCardPart) AsPart() Part {
	held := c.card
	return Part{form: FormAppCard, card: &held, members: c.members}
}
