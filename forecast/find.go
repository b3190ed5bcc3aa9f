package forecast

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// finding is a feature that a body uses.
type finding struct {
	feature feature
	pointer string
	what    string
	text    string // of a text or a link
}

// find lists the features of a request, in the order of the documentation.
func find(r builder.Request) []finding {
	var out []finding
	var content builder.Content
	if m, ok := r.(builder.MessageRequest); ok {
		content = m.Content()
	}
	for i, to := range content.To {
		if strings.Contains(to, "@") {
			out = append(out, finding{featureEmail, "/to/" + strconv.Itoa(i), "the recipient " + to, ""})
		}
	}
	if n := distinct(content.To); n > 1 {
		out = append(out, finding{featureGroup, "/to", "a group of " + strconv.Itoa(n) + " recipients", ""})
	}
	if content.HasMessage {
		base := "/message"
		if r.Kind() == validate.KindMessage {
			base = ""
		}
		out = append(out, inContent(content, base)...)
	}
	switch r := r.(type) {
	// The continuation may be sent instead of the message, with its own segments.
	case builder.MessagesCreateRequest:
		if content.HasContinuation {
			out = append(out, finding{featureText, "/continuation_message/text", "the text that may be sent instead", content.Continuation})
		}
	case builder.ChatsVoicememoRequest:
		out = append(out, finding{featureVoicememo, "", "the voice memo", ""})
	case builder.MessagesEditRequest:
		out = append(out, finding{featureEdit, "", "the edit", ""})
	case builder.MessagesReactRequest:
		feature, reaction := featureReaction, r.Content().Type
		if reaction == api.ReactionSticker {
			feature = featureStickerReaction
		}
		out = append(out, finding{feature, "", "the reaction " + string(reaction), ""})
	case builder.MessagesUpdateStickerPlacementRequest:
		out = append(out, finding{featurePlacement, "", "the placement", ""})
	case builder.MessagesUpdateAppCardRequest:
		out = append(out, finding{featureCardUpdate, "", "the card's update", ""})
	case builder.ChatsPollsCreateRequest, builder.MessagesPollsAddRequest, builder.MessagesPollsVoteRequest:
		out = append(out, finding{featurePoll, "", "the poll", ""})
	}
	return out
}

// distinct counts the recipients as a set, as the API does, ignoring case.
func distinct(handles []string) int {
	seen := make(map[string]bool, len(handles))
	for _, h := range handles {
		seen[strings.ToLower(h)] = true
	}
	return len(seen)
}

// inContent lists the features of a message; base is the message's pointer.
func inContent(c builder.Content, base string) []finding {
	var out []finding
	for i, p := range c.Parts {
		out = append(out, inPart(p, base+"/parts/"+strconv.Itoa(i))...)
	}
	if c.Experience != nil {
		out = append(out, finding{featureExperience, base + "/experience", "the experience " + c.Experience.Name, ""})
	}
	if c.Effect != (builder.MessageEffect{}) {
		out = append(out, finding{featureEffect, base + "/effect", strings.TrimSpace("the effect " + c.Effect.Name), ""})
	}
	if c.ReplyTo != (builder.Reply{}) {
		out = append(out, finding{featureReply, base + "/reply_to", "the reply", ""})
	}
	return out
}

// inPart lists the features of a part; at is its pointer. The decorations of a text
// are one finding, since a service drops all of them or none.
func inPart(p builder.Part, at string) []finding {
	switch p.Type() {
	case api.PartText:
		out := []finding{{featureText, at + "/value", "the text", p.Value()}}
		if ds := p.Decorations(); len(ds) > 0 {
			out = append(out, finding{featureStyles, at + "/text_decorations", decorationsNamed(ds), ""})
		}
		if n := len(p.Stickers()); n > 0 {
			what := "the sticker"
			if n > 1 {
				what = strconv.Itoa(n) + " stickers"
			}
			out = append(out, finding{featureStickers, at + "/inline_stickers", what, ""})
		}
		if m, ok := p.Mention(); ok {
			out = append(out, finding{featureMention, at + "/mention", "the mention of " + m.Handle, ""})
		}
		return out
	case api.PartMedia:
		out := []finding{media(p, at)}
		if p.IsSticker() {
			out = append(out, finding{featureMediaSticker, at + "/sticker", "the sticker", ""})
		}
		return out
	case api.PartLink:
		return []finding{{featureLink, at, "the link", p.Value()}}
	case api.PartApp:
		return []finding{{featureAppCard, at, "the app card", ""}}
	case api.PartAppClip:
		return []finding{{featureAppClip, at, "the app clip", ""}}
	}
	return []finding{{featurePartNamed, at, strings.TrimSpace("the part " + p.Type()), ""}}
}

// decorationsNamed lists the styles and animations of a text, each once.
func decorationsNamed(ds []decorations.Decoration) string {
	var names []string
	seen := make(map[string]bool)
	for _, d := range ds {
		// A body with errors may have both.
		for _, name := range []string{string(d.Style), string(d.Animation)} {
			if name != "" && !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	// Each name once: a text may have hundreds of decorations.
	what := "the decorations"
	if len(ds) == 1 {
		what = "the decoration"
	}
	if len(names) > 0 {
		what += " " + strings.Join(names, ", ")
	}
	return what
}

// media returns the feature of a file by the extension in its URL.
func media(p builder.Part, at string) finding {
	// The extension is that of the path, not of a query.
	name := p.URL()
	if i := strings.IndexAny(name, "?#"); i >= 0 {
		name = name[:i]
	}
	name = name[strings.LastIndexByte(name, '/')+1:]
	what := "the file " + name
	if name == "" {
		what = "the file"
	}
	switch class := api.ExtensionClass(strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])); {
	// Whether the API accepts the format is for the rules to check.
	case class == api.Image || class == api.UnsupportedImage:
		return finding{featureImage, at, "the image " + name, ""}
	case class == api.Video || class == api.UnsupportedVideo:
		return finding{featureImage, at, "the video " + name, ""}
	case class != 0:
		return finding{featureFile, at, what, ""}
	}
	return finding{featureUnknownMedia, at, what, ""}
}
