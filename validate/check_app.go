package validate

import (
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// appPart checks the imessage_app part with the members m.
func (c *checker) appPart(m *members) {
	c.app = "app cards"
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
	if n == 0 || c.size(n) <= max {
		return
	}
	if got, long := tooLong(c.text(n), max); long {
		c.overLimit(rule, c.whole(n), c.text(n-1), got, max)
	}
}

func (c *checker) appIdentity(n int) {
	var m members
	c.read(n, api.App, &m)
	if id := m.at(api.AppBundleID); id != 0 {
		switch text := c.text(id); {
		case text == "":
			c.empty(appBundleID, c.whole(id), "bundle_id", api.MaxBundleID)
		case strings.Contains(text, ":"):
			c.report(&sayBundleColon, c.whole(id), valueArg("value", text))
		default:
			c.limit(appBundleID, id, api.MaxBundleID)
		}
	}
	if name := m.at(api.AppName); name != 0 {
		if c.size(name) == 0 {
			c.empty(appName, c.whole(name), "name", api.MaxAppName)
		}
		c.limit(appName, name, api.MaxAppName)
	}
	if team := m.at(api.AppTeamID); team != 0 {
		c.teamID(team)
	}
	if store := m.at(api.AppStoreID); store != 0 {
		if value, _ := c.view.Int(store); value < 1 {
			c.report(&sayStoreID, c.whole(store), valueArg("actual", c.view.Raw(store)), intArg("least", 1))
		}
	}
}

func (c *checker) teamID(n int) {
	team := c.text(n)
	if isTeamID(team) {
		return
	}
	f := c.report(&sayTeamID, c.whole(n), valueArg("value", team), intArg("limit", api.TeamIDLen))
	if upper := strings.ToUpper(team); isTeamID(upper) {
		f.withFix("write it in upper case", FixAll, c.replace(n, quote(upper)))
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
	var u url
	text, valid, ok := c.url(n, &u)
	if valid && u.is("https") && len(text) <= api.MaxAppURL {
		return // the usual case
	}
	scheme, rest, colon := strings.Cut(text, ":")
	isData := colon && strings.EqualFold(scheme, "data")
	isWeb := colon && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
	if !colon || !isScheme(scheme) || rest == "" || hasSpaceOrControl(text) || isWeb && !valid {
		if ok {
			c.report(&sayAppURL, c.whole(n), valueArg("value", text)).withHint(urlHint(text))
		}
		return
	}
	most := api.MaxAppURL
	if isData {
		most = api.MaxAppDataURL
	}
	if got, long := tooLong(text, most); long && (isData || isWeb) {
		c.overLimit(appURL, c.whole(n), "url", got, most)
		return
	}
	got, long := tooLong(text, api.MaxAppURL)
	switch {
	case isData && long:
		c.report(&sayDataLong, c.whole(n), intArg("actual", got), intArg("limit", api.MaxAppURL), wordArg("unit", "code points")).
			withHint("later documentation takes up to " + itoa(api.MaxAppDataURL))
	case !isData && !u.is("https"):
		c.report(&sayAppScheme, c.whole(n), valueArg("value", scheme+":"))
	}
}

// layout checks a card's layout. A text that is "" counts as not set.
func (c *checker) layout(n int) {
	var m members
	c.read(n, api.Layout, &m)
	image := m.at(api.LayoutImageURL)
	hasImage := m.given(api.LayoutImageURL) && (image == 0 || c.size(image) > 0)
	visible := hasImage
	for i := api.LayoutCaption; i <= api.LayoutImageSubtitle; i++ {
		text := m.at(i)
		set := m.given(i) && (text == 0 || c.size(text) > 0)
		c.limit(cardTextLength, text, api.MaxCardText)
		switch {
		case i <= api.LayoutTrailingSubcaption:
			visible = visible || set
		case set && !hasImage && text != 0:
			c.report(&sayImageText, c.member(text), wordArg("name", c.text(text-1)))
		}
	}
	if !visible {
		c.report(&sayCardEmpty, c.whole(n))
	}
	if image != 0 && hasImage {
		c.cardImage(image)
	}
}

func (c *checker) cardImage(n int) {
	var u url
	text, valid, ok := c.url(n, &u)
	if !valid || !u.is("https") && !u.is("http") {
		if ok {
			c.report(&sayImageURL, c.whole(n), valueArg("value", text)).withHint(urlHint(text))
		}
		return
	}
	if got, long := tooLong(text, api.MaxImageURL); long {
		c.overLimit(cardImageURL, c.whole(n), "image_url", got, api.MaxImageURL)
		return
	}
	if u.is("http") {
		c.report(&sayImageInsecure, c.whole(n)).
			withHint("use https").
			withFix("write https://", FixAll, c.writeHTTPS(n)...)
	}
	c.privateURL(n, &u)
	if ext := u.extension(); api.ExtensionClass(ext) != 0 && !slices.Contains(api.CardImageExtensions, ext) {
		c.report(&sayImageType, c.whole(n), wordArg("extension", ext), fixedArg("allowed", alternatives(api.CardImageExtensions))).
			withHint("the reference page names JPEG only")
	}
}

func (c *checker) appClipPart(m *members) {
	c.appClip = true
	n := m.at(api.PartMemberValue)
	if n == 0 {
		return
	}
	var u url
	if c.httpsURL(appClipURL, n, &u) && c.v.wantNotes && !u.within(api.LinqDomain) {
		c.report(&sayAppClipHost, c.whole(n), valueArg("host", u.host), wordArg("domain", api.LinqDomain))
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
	if app := m.at(api.UpdateApp); app != 0 {
		if c.v.wantNotes {
			c.report(&sayUpdateApp, c.member(app))
		}
		c.appIdentity(app)
	}
	if m.given(api.UpdateURL) && m.given(api.UpdateExperience) {
		c.report(&sayUpdateBoth, c.opening(0))
	}
	if c.v.wantNotes && !m.given(api.UpdateInteractive) {
		c.report(&sayUpdateInteractive, c.opening(0))
	}
}
