package validate

import (
	"bytes"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
)

// looksLikePayload reports whether a body is a payload by its types, and not only by
// a name that any file might use. It decides what a walk through a tree of
// other people's files reports, so it errs on the side of silence.
func looksLikePayload(v *scan.View, kind Kind) bool {
	if k := api.KindNamed(string(kind)); k == nil || k.ByTable {
		return false
	}
	switch kind {
	case KindMessage:
		return isMessage(v, 0)
	case KindMessagesCreate, KindChatsCreate, KindChatsMessagesSend:
		return isSend(v, kind)
	}
	return looksLikeSmallKind(v, kind)
}

// isSend reports whether a body with recipients or with a message is one of
// ours: by a part with a type (other than a MIME type), by recipients in an
// array beside the message, or by having no name that we do not know.
func isSend(v *scan.View, kind Kind) bool {
	m := member(v, 0, "message")
	if m == 0 {
		return isMessage(v, 0) || toNumbers(v) && holdsMessage(v)
	}
	if v.Nodes[m].Kind != scan.Object || hasRole(v, 0) || hasRole(v, m) {
		return false
	}
	if isExperience(v, m) {
		return true
	}
	parts, ok := memberOf(v, m, "parts", scan.Array)
	if !ok {
		return false
	}
	if _, ok := memberOf(v, 0, "to", scan.Array); ok {
		return true
	}
	ours := allDocumented(v, 0, api.KindNamed(string(kind)).Body) && allDocumented(v, m, api.MessageContent)
	for k := parts + 1; k < int(v.Nodes[parts].Next); k = int(v.Nodes[k].Next) {
		if v.Nodes[k].Kind != scan.Object {
			continue
		}
		if t, ok := memberOf(v, k, "type", scan.String); ok && !strings.Contains(v.Text(t), "/") {
			return true
		}
		ours = ours && allDocumented(v, k, api.Part)
	}
	return ours
}

// toNumbers reports whether a body has recipients, one of them a phone number.
func toNumbers(v *scan.View) bool {
	to, ok := memberOf(v, 0, "to", scan.Array)
	if !ok {
		return false
	}
	for k := to + 1; k < int(v.Nodes[to].Next); k = int(v.Nodes[k].Next) {
		if v.Nodes[k].Kind == scan.String && isE164(v.Text(k)) {
			return true
		}
	}
	return false
}

// holdsMessage reports whether there is a MessageContent under another name
// than message, as a mistyped one.
func holdsMessage(v *scan.View) bool {
	for k := 1; k < int(v.Nodes[0].Next); k = int(v.Nodes[k+1].Next) {
		if v.Nodes[k+1].Kind == scan.Object && isMessage(v, k+1) {
			return true
		}
	}
	return false
}

// hasRole reports whether object n names a role: so do the messages of language
// models, which have parts with types too. The API knows no role.
func hasRole(v *scan.View, n int) bool { return member(v, n, "role") != 0 }

// isMessage reports whether object n, to which no message around it speaks, can
// be a MessageContent.
func isMessage(v *scan.View, n int) bool {
	if hasRole(v, n) {
		return false
	}
	if isExperience(v, n) {
		return true
	}
	parts, ok := memberOf(v, n, "parts", scan.Array)
	if !ok {
		return false
	}
	for k := parts + 1; k < int(v.Nodes[parts].Next); k = int(v.Nodes[k].Next) {
		if v.Nodes[k].Kind == scan.Object && isPart(v, k) {
			return true
		}
	}
	return false
}

func isExperience(v *scan.View, n int) bool {
	e, ok := memberOf(v, n, "experience", scan.Object)
	return ok && member(v, e, "name") != 0 && member(v, e, "action") != 0
}

// isPart reports whether object n has a type that is at least nearly one of
// ours, and either what such a part carries or no name that we do not know:
// {"type":"text","text":…} is a part of something else.
func isPart(v *scan.View, n int) bool {
	t, ok := memberOf(v, n, "type", scan.String)
	if !ok {
		return false
	}
	folded := spelling.Fold(v.Text(t))
	limit := len(folded)/3 + 1
	if !slices.ContainsFunc(api.PartTypes, func(name string) bool { return spelling.Distance(folded, spelling.Fold(name), limit) < limit }) {
		return false
	}
	for _, name := range []string{"value", "url", "attachment_id", "layout"} {
		if member(v, n, name) != 0 {
			return true
		}
	}
	return allDocumented(v, n, api.Part)
}

// looksLikeSmallKind reports whether a small kind has its required members with their
// types, and no name that it does not know.
func looksLikeSmallKind(v *scan.View, kind Kind) bool {
	if !complete(v, 0, api.KindNamed(string(kind)).Body) {
		return false
	}
	switch kind {
	case KindMessagesReact: // "operation" and "type" are anybody's names
		op, reaction := v.Text(member(v, 0, "operation")), v.Text(member(v, 0, "type"))
		return spelling.Nearest(op, api.Operations) != "" && (nearestReaction(reaction) != "" || isEmoji(reaction)) ||
			slices.Contains([]string{"love", "like", "dislike", "laugh", "emphasize"}, reaction)
	case KindMessagesEdit: // so is "text", and records of {"text":…} hold whole books
		text := v.Text(member(v, 0, "text"))
		_, long := tooLong(text, api.MaxText)
		return member(v, 0, "part_index") != 0 || text != "" && !long && !v.LoneSurrogates
	case KindMessagesUpdateAppCard:
		layout := member(v, 0, "layout")
		for k := layout + 1; k < int(v.Nodes[layout].Next); k = int(v.Nodes[k+1].Next) {
			if api.Layout.Has(v.Text(k)) {
				return true
			}
		}
		return false
	case KindChatsVoicememo: // nothing is required of it that could speak for it
		id, ok := memberOf(v, 0, "attachment_id", scan.String)
		return member(v, 0, "voice_memo_url") != 0 || ok && api.IsUUID(v.Text(id))
	case KindMessagesUpdateStickerPlacement: // "placement" with x and y is anybody's
		p := member(v, 0, "placement")
		return (member(v, p, "x") != 0 || member(v, p, "y") != 0) && (member(v, p, "scale") != 0 || member(v, p, "rotation") != 0)
	case KindMessagesPollsAdd:
		options := member(v, 0, "options")
		return int(v.Nodes[options].Next) > options+1 // "options" of none are what many a file has
	}
	return true
}

// complete reports whether object n has the required members of o with their
// types and no other names, and those required below it too. What a poll or an
// update of a card is often given on top speaks for one.
func complete(v *scan.View, n int, o *api.Object) bool {
	for k := n + 1; k < int(v.Nodes[n].Next); k = int(v.Nodes[k+1].Next) {
		i := o.Lookup(v.Text(k))
		switch {
		case i >= 0:
			node, spec := &v.Nodes[k+1], &o.Members[i]
			if node.Kind != scan.Null && spec.Type.Kinds()>>node.Kind&1 == 0 || spec.Required && !completeBelow(v, k+1, spec) {
				return false
			}
		case (o == api.ChatsPollsCreateBody || o == api.Poll) && (v.Is(k, "title") || v.Is(k, "question")):
		default:
			return false
		}
	}
	for i := range o.Members {
		if o.Members[i].Required {
			if m := member(v, n, o.Members[i].Name); m == 0 || v.Nodes[m].Kind == scan.Null {
				return false
			}
		}
	}
	return true
}

// completeBelow is complete for the objects in required member m, but for a
// layout, of which any name will do.
func completeBelow(v *scan.View, m int, spec *api.Member) bool {
	if spec.Object == nil || spec.Object == api.Layout {
		return true
	}
	switch v.Nodes[m].Kind {
	case scan.Object:
		return complete(v, m, spec.Object)
	case scan.Array:
		for k := m + 1; k < int(v.Nodes[m].Next); k = int(v.Nodes[k].Next) {
			if v.Nodes[k].Kind != scan.Object || !complete(v, k, spec.Object) {
				return false
			}
		}
	}
	return true
}

// allDocumented reports whether object n has no name that o lacks.
func allDocumented(v *scan.View, n int, o *api.Object) bool {
	for k := n + 1; k < int(v.Nodes[n].Next); k = int(v.Nodes[k+1].Next) {
		if !o.Has(v.Text(k)) {
			return false
		}
	}
	return true
}

// mentionsParts reports whether a text that is not JSON has "parts" as a
// member, other than as a list of strings, such as a path in a tsconfig.
func mentionsParts(body []byte) bool {
	name := []byte(`"parts"`)
	for {
		i := bytes.Index(body, name)
		if i < 0 {
			return false
		}
		body = body[i+len(name):]
		at := skipSpace(body, 0)
		if at == len(body) || body[at] != ':' {
			continue
		}
		at = skipSpace(body, at+1)
		if at == len(body) || body[at] != '[' {
			return true
		}
		if at = skipSpace(body, at+1); at == len(body) || body[at] != '"' {
			return true
		}
	}
}
