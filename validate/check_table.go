package validate

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// byTable checks a kind that is known by its table: the forms of its members,
// and what some of them need together.
func (c *checker) byTable(k *api.Kind) {
	var m members
	c.read(0, k.Body, &m)
	for i := range k.Body.Members {
		spec, n := &k.Body.Members[i], m.at(i)
		switch {
		case n == 0 || spec.Form == 0:
		case spec.Type == api.Array:
			for e := n + 1; e < c.after(n); e = c.after(e) {
				if c.ofType(e, api.String) {
					c.form(spec, e, "an element of "+spec.Name)
				}
			}
		default:
			c.form(spec, n, spec.Name)
		}
	}
	switch k.Body {
	case api.ChatsUpdateBody:
		if m.has == 0 {
			c.report(&sayUpdateEmpty, c.opening(0))
		}
	case api.ChatsBackgroundBody:
		c.background(&m)
	case api.WebhookCreateBody, api.WebhookUpdateBody:
		c.events(m.at(api.WebhookEvents))
	}
}

// form checks string n, which name names, by the form of a member.
func (c *checker) form(spec *api.Member, n int, name string) {
	if spec.Form == api.SenderForm { // a sender id is ASCII: white space is not trimmed
		if sender := c.text(n); !isSender(sender) && !isHandle(sender) {
			c.report(&sayMemberSender, c.whole(n), wordArg("name", name), valueArg("value", sender))
		}
		return
	}
	if spec.Form >= api.HTTPSForm {
		c.urlForm(spec, n)
		return
	}
	value, ok := c.trimmed(n)
	switch {
	case !ok || value == "" && spec.Nullable && spec.Type == api.String:
	case spec.Form == api.HandleForm && !isHandle(value):
		f := c.report(&sayMemberHandle, c.whole(n), wordArg("name", name), valueArg("value", value))
		c.phoneHint(f, n, value)
	case spec.Form == api.PhoneForm && !isE164(value):
		c.phone(memberPhone, n, value, name)
	case spec.Form == api.RCSForm && !isE164(value):
		f := c.report(&sayMemberAddress, c.whole(n), wordArg("name", name), valueArg("value", value), intArg("limit", api.MaxE164Digits))
		if strings.Contains(value, "@") {
			f.withHint("RCS reaches phone numbers only")
		} else {
			c.phoneHint(f, n, value)
		}
	}
}

// urlForm checks the URL n of a member.
func (c *checker) urlForm(spec *api.Member, n int) {
	var u url
	text, valid, ok := c.url(n, &u)
	switch {
	case valid && (u.is("https") || u.is("http") && spec.Form == api.WebForm):
		c.privateURL(n, &u)
	case !ok:
	case spec.Form == api.HTTPSForm:
		c.badHTTPS(memberURL, n, text, &u, valid)
	default:
		c.report(&sayMemberURL, c.whole(n), wordArg("name", spec.Name), valueArg("value", text)).withHint(urlHint(text))
	}
}

// isSender reports whether s is a short code, or an alphanumeric sender id.
func isSender(s string) bool {
	if isDigits(s) {
		return api.MinShortCode <= len(s) && len(s) <= api.MaxShortCode
	}
	letters := 0
	for i := range len(s) {
		switch {
		case classes[s[i]]&letter != 0:
			letters++
		case classes[s[i]]&digit == 0 && s[i] != ' ':
			return false
		}
	}
	return letters > 0 && len(s) <= api.MaxSenderID
}

func (c *checker) events(n int) {
	if n == 0 {
		return
	}
	if c.count(n) == 0 {
		c.report(&sayEventsEmpty, c.opening(n))
	}
	for e := n + 1; e < c.after(n); e = c.after(e) {
		c.ofType(e, api.String)
	}
}

// background checks what a background's type needs.
func (c *checker) background(m *members) {
	kind, style, variant := "", "", ""
	validStyle := false
	if n := m.at(api.BackgroundType); n != 0 {
		kind, _ = c.enum(backgroundType, n, "background.type", api.BackgroundTypes)
	}
	if n := m.at(api.BackgroundStyle); n != 0 {
		style, validStyle = c.enum(backgroundType, n, "background.style", api.BackgroundStyles)
	}
	if n := m.at(api.BackgroundVariant); n != 0 {
		switch {
		case kind == api.BackgroundColor:
			variant, _ = c.enum(backgroundType, n, "background.variant", api.BackgroundVariants)
		case kind == api.BackgroundDynamic && validStyle && api.StyleVariants(style) != nil:
			c.enum(backgroundType, n, "background.variant", api.StyleVariants(style))
		}
	}
	var needs []int
	switch kind {
	case api.BackgroundColor:
		if !m.given(api.BackgroundVariant) || variant == api.BackgroundCustom {
			needs = []int{api.BackgroundShades}
		}
	case api.BackgroundDynamic:
		needs = []int{api.BackgroundStyle, api.BackgroundVariant}
	case api.BackgroundPhoto:
		needs = []int{api.BackgroundImageURL}
	}
	for _, i := range needs {
		if !m.given(i) {
			c.report(&sayBackgroundNeeds, c.opening(0), wordArg("type", kind), wordArg("name", api.ChatsBackgroundBody.Members[i].Name))
		}
	}
	if n := m.at(api.BackgroundShades); n != 0 {
		c.shades(n)
	}
}

func (c *checker) shades(n int) {
	good, readable := true, true
	for e := n + 1; e < c.after(n); e = c.after(e) {
		if !c.ofType(e, api.String) {
			readable = false
			continue
		}
		good = good && isShade(c.text(e))
	}
	if readable && (!good || c.count(n) != api.BackgroundColors) {
		c.report(&sayShades, c.whole(n), intArg("limit", api.BackgroundColors))
	}
}

// isShade reports whether s is #RRGGBB.
func isShade(s string) bool {
	if len(s) != len("#RRGGBB") || s[0] != '#' {
		return false
	}
	for i := 1; i < len(s); i++ {
		if unhex(s[i]) < 0 {
			return false
		}
	}
	return true
}

// isLegacyExperience reports whether value n is an experience in a shape that
// the API had before.
func (c *checker) isLegacyExperience(n int) bool {
	return c.view.Nodes[n].Kind == scan.Object && c.find(n, "experience") != 0 && c.find(n, "action") != 0
}

// legacyExperience reports member n of the content by which older code sends an
// experience.
func (c *checker) legacyExperience(content, n int, name string) {
	f := c.report(&sayExperienceLegacy, c.member(n), wordArg("name", name)).
		withHint(`write "experience":{"name":…,"action":…,"params":{…}}`)
	if !c.isKept(f) || c.find(content, "experience") != 0 || c.find(content, "parts") != 0 || c.find(n, "name") != 0 {
		return
	}
	inner := c.find(n, "experience")
	f.withFix("write it as experience", FixAll, c.replace(n-1, `"experience"`), c.replace(inner-1, `"name"`))
}

// checkout checks the parameters of a payment request: e is the experience,
// params its parameters or 0. Without a name or an action, its text is the body.
func (c *checker) checkout(e, name, action, params int) {
	if c.text(name) != api.PaymentExperience || c.text(action) != api.PaymentAction {
		return
	}
	n := 0
	if params != 0 {
		n = c.find(params, api.PaymentURL)
	}
	switch {
	case n == 0 || c.view.Nodes[n].Kind == scan.Null:
		at := c.opening(e)
		if params != 0 {
			at = c.opening(params)
		}
		c.report(&sayCheckoutMissing, at)
	case c.view.Nodes[n].Kind == scan.Object || c.view.Nodes[n].Kind == scan.Array: // experience-params
	case c.view.Nodes[n].Kind != scan.String:
		c.reportAs(experienceCheckout, &sayHTTPS, c.whole(n), wordArg("name", api.PaymentURL), valueArg("value", strings.Clone(c.view.Raw(n))))
	default:
		var u url
		c.httpsURL(experienceCheckout, n, &u)
	}
}
