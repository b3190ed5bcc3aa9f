package validate

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// appPart checks the imessage_app part n.
func (c *checker) appPart(n int, m *members) {
	c.app = "an app card"
	if app := m.at(api.PartMemberApp); app != 0 {
		c.appIdentity(app)
	}
	if layout := m.at(api.PartMemberLayout); layout != 0 {
		c.layout(layout)
	}
	if url := m.at(api.PartMemberURL); url != 0 {
		c.appURL(url)
	}
	c.limit(appFallbackLength, m.at(api.PartMemberFallbackText), api.MaxFallbackText)
}

// limit reports string n, if there is one, when it has more than max code
// points.
func (c *checker) limit(rule ruleID, n, max int) {
	if n == 0 {
		return
	}
	if got := tooLong(c.text(n), max); got > 0 {
		c.report(rule, c.whole(n), overLimit(c.text(n-1), got, max))
	}
}

func (c *checker) appIdentity(n int) {
	var m members
	c.read(n, api.App, &m)
	if id := m.at(api.AppBundleID); id != 0 {
		switch text := c.text(id); {
		case text == "":
			c.report(appBundleID, c.whole(id), "bundle_id is empty, but needs 1 to "+itoa(api.MaxBundleID)+" code points")
		case strings.Contains(text, ":"):
			c.report(appBundleID, c.whole(id), "bundle_id is "+quoted(text)+", but must not contain a colon")
		default:
			c.limit(appBundleID, id, api.MaxBundleID)
		}
	}
	if name := m.at(api.AppName); name != 0 {
		if c.text(name) == "" {
			c.report(appName, c.whole(name), "name is empty, but needs 1 to "+itoa(api.MaxAppName)+" code points")
		}
		c.limit(appName, name, api.MaxAppName)
	}
	if team := m.at(api.AppTeamID); team != 0 {
		c.teamID(team)
	}
	if store := m.at(api.AppStoreID); store != 0 {
		if value, _ := c.view.Int(store); value < 1 {
			c.report(appStoreID, c.whole(store), "app_store_id is "+quotedRaw(c.view.Raw(store))+", but must be at least 1")
		}
	}
}

func (c *checker) teamID(n int) {
	team := c.text(n)
	if isTeamID(team) {
		return
	}
	f := c.report(appTeamID, c.whole(n), "team_id is "+quoted(team)+", but must be "+itoa(api.TeamIDLen)+" upper-case letters A to Z or digits")
	if upper := strings.ToUpper(team); isTeamID(upper) {
		f.mend("write it in upper case", WithUnsafe, c.replace(n, quote(upper)))
	}
}

func isTeamID(s string) bool {
	if len(s) != api.TeamIDLen {
		return false
	}
	for i := 0; i < len(s); i++ {
		if (s[i] < 'A' || s[i] > 'Z') && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// appURL checks what an app card opens: any absolute URI by the reference
// page, https or data: by the later documentation.
func (c *checker) appURL(n int) {
	text, ok := c.trimmed(n)
	scheme, rest, colon := strings.Cut(text, ":")
	var u url
	valid := u.parse(text)
	isData := colon && strings.EqualFold(scheme, "data")
	isWeb := colon && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
	if !colon || !isScheme(scheme) || rest == "" || hasSpaceOrControl(text) || isWeb && !valid {
		if ok {
			c.report(appURL, c.whole(n), "url is "+quoted(text)+", but must be an absolute URI").hint(urlHint(text))
		}
		return
	}
	most := api.MaxAppURL
	if isData {
		most = api.MaxAppDataURL
	}
	if got := tooLong(text, most); got > 0 && (isData || isWeb) {
		c.report(appURL, c.whole(n), overLimit("url", got, most))
		return
	}
	switch {
	case isData && tooLong(text, api.MaxAppURL) > 0:
		c.report(appURLDataLong, c.whole(n), "the data: URL has "+itoa(tooLong(text, api.MaxAppURL))+" code points, and the reference page caps url at "+itoa(api.MaxAppURL)).
			hint("later documentation takes up to " + itoa(api.MaxAppDataURL))
	case !isData && !u.is("https"):
		c.report(appURLScheme, c.whole(n), "url starts with "+quoted(scheme+":")+", but the later documentation takes https and data: only")
	}
}

// layout checks a card's layout. A text that is "" counts as not set.
func (c *checker) layout(n int) {
	var m members
	c.read(n, api.Layout, &m)
	image := m.at(api.LayoutImageURL)
	hasImage := m.given(api.LayoutImageURL) && (image == 0 || c.text(image) != "")
	visible := hasImage
	for i := api.LayoutCaption; i <= api.LayoutImageSubtitle; i++ {
		text := m.at(i)
		set := m.given(i) && (text == 0 || c.text(text) != "")
		c.limit(cardTextLength, text, api.MaxCardText)
		switch {
		case i <= api.LayoutTrailingSubcaption:
			visible = visible || set
		case set && !hasImage && text != 0:
			c.report(cardImageText, c.member(text), c.text(text-1)+" stands without image_url, but is shown over the image only")
		}
	}
	if !visible {
		c.report(cardEmpty, c.whole(n), "the layout shows nothing: it needs a caption, subcaption, trailing_caption, trailing_subcaption or image_url")
	}
	if image != 0 && hasImage {
		c.cardImage(image)
	}
}

func (c *checker) cardImage(n int) {
	text, ok := c.trimmed(n)
	var u url
	valid := u.parse(text)
	if !valid || !u.is("https") && !u.is("http") {
		if ok {
			c.report(cardImageURL, c.whole(n), "image_url is "+quoted(text)+", but must be an absolute http or https URL").hint(urlHint(text))
		}
		return
	}
	if got := tooLong(text, api.MaxImageURL); got > 0 {
		c.report(cardImageURL, c.whole(n), overLimit("image_url", got, api.MaxImageURL))
		return
	}
	if u.is("http") {
		c.report(cardImageInsecure, c.whole(n), "image_url starts with http://, which the server may refuse to download").
			hint("use https").
			mend("write https://", WithUnsafe, c.schemeEdit(n, "http", "https")...)
	}
	c.privateURL(n, &u)
	if ext := u.extension(); api.ExtensionClass(ext) != 0 && !slices.Contains(api.CardImageExtensions, ext) {
		c.report(cardImageType, c.whole(n), "image_url ends in ."+ext+", but a card's image is "+alternatives(api.CardImageExtensions)).
			hint("the reference page names JPEG only")
	}
}

func (c *checker) appClipPart(m *members) {
	c.appClip = true
	n := m.at(api.PartMemberValue)
	if n == 0 {
		return
	}
	text, ok := c.trimmed(n)
	var u url
	valid := u.parse(text)
	if !valid || !u.is("https") {
		if ok {
			c.badHTTPS(appClipURL, n, text, &u, valid)
		}
		return
	}
	if host := lower(strings.TrimSuffix(u.host, ".")); host != api.AppClipDomain && !strings.HasSuffix(host, "."+api.AppClipDomain) {
		c.report(appClipHost, c.whole(n), "host "+quoted(u.host)+" is not of "+api.AppClipDomain+", but only Linq checkout links are accepted")
	}
}

func (c *checker) updateAppCard() {
	var m members
	c.read(0, api.MessagesUpdateAppCardBody, &m)
	if layout := m.at(api.UpdateLayout); layout != 0 {
		c.layout(layout)
	}
	if url := m.at(api.UpdateURL); url != 0 {
		c.appURL(url)
	}
	c.limit(appFallbackLength, m.at(api.UpdateFallbackText), api.MaxFallbackText)
	if e := m.at(api.UpdateExperience); e != 0 {
		c.experience(e)
	}
	if m.given(api.UpdateURL) && m.given(api.UpdateExperience) {
		c.report(cardUpdateBoth, c.opening(0), "url and experience stand together, but an update has one or the other")
	}
	if c.v.wantNotes && !m.given(api.UpdateInteractive) {
		c.report(cardUpdateInteractive, c.opening(0), "interactive is left out and becomes true: it is not inherited from the card")
	}
}
