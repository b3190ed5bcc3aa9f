package validate

import (
	"sort"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
)

// parts checks the array of parts. A part that cannot be read still counts and
// still has neighbors.
func (c *checker) parts(n int) {
	total := c.count(n)
	if total == 0 || total > api.MaxParts {
		c.partCount(n, total)
	}
	urls := 0
	before := 0 // the text part directly before, or 0
	for e, i, next, end := n+1, 0, 0, c.after(n); e < end && !c.failed(); e, i = next, i+1 {
		node := &c.view.Nodes[e]
		next = int(node.Next)
		if node.Kind != scan.Object {
			c.foreignPart(e)
			before = 0
			continue
		}
		var m members
		in := c.partType(e, &m)
		if in == api.InText && before != 0 {
			c.consecutiveText(before, e, i)
		}
		before = 0
		switch in {
		case api.InText:
			before = e
			c.textPart(&m)
		case api.InMedia:
			if c.mediaPart(e, &m) {
				urls++
			}
		case api.InLink:
			c.linkPart(e, &m)
			c.alone(partsLinkAlone, e, total, "a link part")
		case api.InApp:
			c.appPart(&m)
			c.alone(partsAppAlone, e, total, "an imessage_app part")
		case api.InAppClip:
			c.appClipPart(&m)
			c.alone(partsAppClipAlone, e, total, "an app_clip part")
		}
	}
	if urls > api.MaxURLMedia {
		c.report(&sayPartsURLMediaMax, c.opening(n), intArg("actual", urls), intArg("limit", api.MaxURLMedia)).
			withHint("upload the files first and use attachment_id; those do not count")
	}
}

// partCount reports that the array of parts has none or too many.
func (c *checker) partCount(n, total int) {
	if total == 0 {
		c.report(&sayPartsEmpty, c.opening(n))
		return
	}
	c.report(&sayPartsMax, c.opening(n), intArg("actual", total), intArg("limit", api.MaxParts)).
		withHint("send the rest in a second message")
}

// partType reads the members of part n and returns its type, 0 if it has none
// that we know; that is then the only thing reported of the part.
func (c *checker) partType(n int, m *members) api.PartSet {
	c.collect(n, api.Part, m)
	kind := m.at(api.PartMemberType)
	if c.view.Nodes[kind].Kind != scan.String { // the body's kind, without one
		c.noPartType(n, m)
		return 0
	}
	value, plain := c.view.Plain(kind)
	i := position(api.PartTypes, value)
	if i < 0 || !plain {
		if i = c.oddPartType(n, kind, m); i < 0 {
			return 0
		}
	}
	in := api.PartSet(1) << i
	if m.odd(api.Part.Presence(in)) {
		c.oddMembers(api.Part, m, in)
	}
	return in
}

// oddPartType returns which of api.PartTypes the type of part n is without white space
// around it, or -1, and reports what is wrong with it.
func (c *checker) oddPartType(n, kind int, m *members) int {
	value, ok := c.trimmed(kind)
	if i := position(api.PartTypes, value); i >= 0 {
		return i
	}
	if ok && !c.v.known.value("part.type", value) {
		c.foreignMembers(c.notIn(api.PartTypes, partType, kind, "part.type", value), n, value)
	}
	c.opaqueMembers(n, m)
	return -1
}

// noPartType reports part n, whose type is missing or not a string.
func (c *checker) noPartType(n int, m *members) {
	kind := m.at(api.PartMemberType)
	if kind == 0 || c.view.Nodes[kind].Kind == scan.Null {
		c.opaqueMembers(n, m)
		c.report(&sayMissing, c.opening(n), wordArg("name", "type")).
			withHint("a part has one of the types " + alternatives(api.PartTypes))
		return
	}
	m.val[api.PartMemberType] = 0 // wrongType looks into it
	c.opaqueMembers(n, m)
	c.wrongType(kind, "type", api.String)
}

// opaqueMembers looks for repeated names in a part whose members cannot be
// checked, in those that the table lacks and below them. collect has reported
// duplicates.
func (c *checker) opaqueMembers(n int, m *members) {
	nodes := c.view.Nodes
	c.repeats(n, api.Part)
	for k := n + 1; k < int(nodes[n].Next); k = int(nodes[k+1].Next) {
		if i := api.Part.Lookup(c.text(k)); i < 0 || m.at(i) == k+1 {
			c.checkDuplicates(k + 1)
		}
	}
}

func (c *checker) alone(rule ruleID, n, total int, what string) {
	if total > 1 {
		c.reportAs(rule, &sayAlone, c.whole(n), wordArg("part", what), intArg("actual", total)).
			withHint("send it as its own message")
	}
}

// consecutiveText reports text part n, which follows text part before.
func (c *checker) consecutiveText(before, n, i int) {
	f := c.report(&sayConsecutiveText, c.whole(n)).
		withRelated(c.whole(before), "the text part before it").
		withHint("join them with a newline, or put media between them")
	if !c.isKept(f) {
		return
	}
	if edits := c.join(before, n); edits != nil {
		f.withFix("join parts "+itoa(i)+" and "+itoa(i+1)+" with a newline", FixAll, edits...)
	}
}

// join puts text part n at the end of text part before: the text behind a
// newline, the decorations and stickers behind its own, shifted. It returns nil where one of
// them cannot be read, the text would be too long, or something would be lost.
func (c *checker) join(before, n int) []Edit {
	first, second := c.find(before, "value"), c.find(n, "value")
	if c.view.Nodes[first].Kind != scan.String || c.view.Nodes[second].Kind != scan.String {
		return nil
	}
	text := c.text(first)
	if _, long := tooLong(text+"\n"+c.text(second), api.MaxText); long || c.find(before, "mention") != 0 || !c.isPlainText(n) {
		return nil
	}
	c.index.Reset(text)
	raw := c.view.Raw(second)
	at := int(c.view.Nodes[first].End) - 1
	edits := []Edit{{at, at, `\n` + raw[1:len(raw)-1]}}
	for _, name := range [...]string{"text_decorations", "inline_stickers"} {
		more, ok := c.joinList(before, n, name, c.index.UTF16Len()+1)
		if !ok {
			return nil
		}
		edits = append(edits, more...)
	}
	sort.Stable(editsByStart(edits))
	if len(edits) == 3 && edits[1].Start == edits[2].Start { // two new members at the end of the part
		edits[1].Text += edits[2].Text
		edits = edits[:2]
	}
	return append(edits, c.removeElement(n))
}

// joinList puts the elements of a list of part n, moved by units UTF-16 code
// units, at the end of that of part before. ok is false where that cannot be
// done.
func (c *checker) joinList(before, n int, name string, units int) (edits []Edit, ok bool) {
	shifted, ok := c.shifted(c.find(n, name), units)
	if !ok || shifted == "" {
		return nil, ok
	}
	own := c.find(before, name)
	switch {
	case own == 0:
		return []Edit{c.insertMember(before, name, "["+shifted+"]")}, true
	case c.view.Nodes[own].Kind != scan.Array:
		return nil, false
	case name == "inline_stickers" && !c.stickersFit(own, c.find(n, name)):
		return nil, false
	}
	return []Edit{c.insertion(own, shifted)}, true
}

// stickersFit reports whether one part can have the stickers of both arrays.
func (c *checker) stickersFit(a, b int) bool {
	return c.count(a)+c.count(b) <= api.MaxStickers && c.images(a, b) <= api.MaxStickerImages
}

// isPlainText reports whether part n has no member that a join would lose.
func (c *checker) isPlainText(n int) bool {
	for k := n + 1; k < int(c.view.Nodes[n].Next); k = int(c.view.Nodes[k+1].Next) {
		switch c.text(k) {
		case "type", "value", "text_decorations", "inline_stickers":
		default:
			return false
		}
	}
	return true
}

// shifted is the content of an array of decorations or stickers with every range moved by
// n UTF-16 code units.
func (c *checker) shifted(list, n int) (text string, ok bool) {
	if list == 0 || c.view.Nodes[list].Kind == scan.Null {
		return "", true
	}
	if c.view.Nodes[list].Kind != scan.Array {
		return "", false
	}
	start := int(c.view.Nodes[list].Start) + 1
	out := []byte{}
	for d := list + 1; d < c.after(list); d = c.after(d) {
		if c.view.Nodes[d].Kind != scan.Object {
			return "", false
		}
		r := c.find(d, "range")
		bounds, ok := c.bounds(r)
		if !ok {
			return "", false
		}
		node := &c.view.Nodes[r]
		out = append(out, c.view.Body[start:node.Start]...)
		out = append(out, "["+itoa(bounds.Start+n)+","+itoa(bounds.End+n)+"]"...)
		start = int(node.End)
	}
	out = append(out, c.view.Body[start:c.view.Nodes[list].End-1]...)
	return strings.TrimSpace(string(out)), true
}

func (c *checker) linkPart(n int, m *members) {
	if c.service == api.SMS {
		c.report(&sayDropsPreview, c.whole(n)).
			withHint("remove preferred_service, or send the URL in a text part")
	}
	if c.kind == KindChatsCreate {
		c.report(&sayFirstLinkPart, c.whole(n)).
			withHint("send the link in a second message")
	}
	if c.kind == KindMessagesCreate && c.v.wantNotes {
		c.report(&sayFirstLinkRisk, c.whole(n)).
			withHint("send the link in a later message")
	}
	value := m.at(api.PartMemberValue)
	if value == 0 {
		return
	}
	var u url
	link, valid, ok := c.url(value, &u)
	if !valid || !u.is("https") && !u.is("http") {
		if ok {
			c.report(&sayLinkURL, c.whole(value), valueArg("value", link)).withHint(urlHint(link))
		}
		return
	}
	if got, long := tooLong(link, api.MaxLink); long {
		c.overLimit(linkLength, c.whole(value), "value", got, api.MaxLink)
	}
	if u.is("http") {
		c.report(&sayLinkInsecure, c.whole(value)).
			withHint("use https://").
			withFix("write https://", FixAll, c.writeHTTPS(value)...)
	}
}

// writeHTTPS writes https over the http of string n, where it has no escapes.
func (c *checker) writeHTTPS(n int) []Edit {
	at := int(c.view.Nodes[n].Start) + 1
	end := at + len("http")
	if !strings.EqualFold(string(c.view.Body[at:min(end, len(c.view.Body))]), "http") {
		return nil
	}
	return []Edit{{at, end, "https"}}
}

func (c *checker) mediaPart(n int, m *members) (publicURL bool) {
	hasURL, hasID := m.given(api.PartMemberURL), m.given(api.PartMemberAttachmentID)
	if hasURL == hasID {
		said := &sayMediaNone
		if hasURL {
			said = &sayMediaBoth
		}
		c.report(said, c.whole(n))
	}
	if id := m.at(api.PartMemberAttachmentID); id != 0 {
		c.uuid(attachmentID, id, "attachment_id")
	}
	if s := m.at(api.PartMemberSticker); s != 0 && c.plain() && c.view.Raw(s) == "true" {
		c.report(&sayStickerPhoto, c.member(s), wordArg("service", c.service)).withHint(c.serviceHint())
	}
	source := m.at(api.PartMemberURL)
	if source == 0 {
		return false
	}
	var u url
	text, valid, ok := c.url(source, &u)
	if !valid || !u.is("https") {
		if ok {
			c.badHTTPS(mediaURL, source, text, &u, valid)
		}
		return !valid || !u.presigned(c.v.known)
	}
	if !c.privateURL(source, &u) {
		c.mediaExtension(source, &u)
	}
	return !u.presigned(c.v.known)
}

// httpsURL parses string n into u, reports it if it is not an absolute https URL,
// and returns whether it is one.
func (c *checker) httpsURL(rule ruleID, n int, u *url) bool {
	text, valid, ok := c.url(n, u)
	if valid && u.is("https") {
		return true
	}
	if ok {
		c.badHTTPS(rule, n, text, u, valid)
	}
	return false
}

// badHTTPS reports string n, which should be an absolute https URL.
func (c *checker) badHTTPS(rule ruleID, n int, text string, u *url, valid bool) {
	name := c.text(n - 1)
	if valid && u.is("http") {
		c.reportAs(rule, &sayHTTP, c.whole(n), wordArg("name", name)).
			withHint("use https").
			withFix("write https://", FixAll, c.writeHTTPS(n)...)
		return
	}
	c.reportAs(rule, &sayHTTPS, c.whole(n), wordArg("name", name), valueArg("value", text)).withHint(urlHint(text))
}

// mediaExtension checks the extension of a media part's URL, if it has one
// that we know.
func (c *checker) mediaExtension(n int, u *url) {
	ext := u.extension()
	class := api.ExtensionClass(ext)
	if class == 0 || c.v.known.extension(ext) {
		return
	}
	if !class.Supported() {
		said := &sayMediaExtension
		if class.Rejected() {
			said = &sayMediaRejected
		}
		c.report(said, c.whole(n), wordArg("extension", ext)).withHint("the API looks at the content of the file: convert it, or send a link")
		return
	}
	if class != api.Image && class != api.Video && c.service == api.SMS {
		c.report(&saySMSFile, c.whole(n), wordArg("extension", ext))
	}
	if class == api.Audio && c.v.wantNotes {
		c.report(&sayAudioFile, c.whole(n)).
			withHint("POST /v3/chats/{chatId}/voicememo makes a voice memo bubble")
	}
}
