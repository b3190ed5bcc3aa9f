package code

import (
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/wire"
)

// chain writes the calls of package builder that make a request.
type chain struct {
	*program
	calls       []string
	decorations bool  // the package decorations is used
	validate    bool  // the package validate is used
	partNodes   []int // of the parts of the message, nil before they are needed
	many        bool  // the current text has too many decorations to look for them
	err         error
}

// call adds a method call.
func (c *chain) call(name string, args ...string) {
	c.calls = append(c.calls, name+"("+strings.Join(args, ", ")+")")
}

// callWith adds a method call, with each further argument on its own line if one
// line would be too long.
func (c *chain) callWith(name string, args ...string) {
	if line := strings.Join(args, ", "); len(args) < 2 || len(line) <= lineLength {
		c.call(name, args...)
		return
	}
	c.calls = append(c.calls, name+"("+strings.Join(args, ",\n\t\t\t")+",\n\t\t)")
}

// keep adds the members that a request has as JSON.
func (c *chain) keep(method string, ms []builder.Member) {
	for _, m := range ms {
		c.call(method, quote(m.Name), quote(m.JSON))
	}
}

// keepEmpty adds a member whose array or object is empty, which no other call
// sets.
func (c *chain) keepEmpty(method, pointer string) {
	i := c.view.Lookup(pointer)
	if i < 0 || int(c.view.Nodes[i].Next) != i+1 {
		return
	}
	name := pointer[strings.LastIndexByte(pointer, '/')+1:]
	switch c.view.Nodes[i].Kind {
	case scan.Array:
		c.call(method, quote(name), `"[]"`)
	case scan.Object:
		c.call(method, quote(name), `"{}"`)
	}
}

// expression returns the whole chain, without Build.
func (c *chain) expression() string {
	c.start()
	if m, ok := c.request.(builder.MessageRequest); ok {
		c.content(m.Content())
	}
	c.keep("MemberJSON", c.request.Members())
	return "builder." + strings.Join(c.calls, ".\n\t\t")
}

// start writes the constructor and the calls that only its kind has.
func (c *chain) start() {
	switch r := c.request.(type) {
	case builder.MessagesCreateRequest:
		c.messagesCreate(r.Content())
	case builder.ChatsMessagesSendRequest:
		c.call("ChatsMessagesSend")
		c.optout(r.Content().OverrideOptOut)
	case builder.ChatsCreateRequest:
		content := r.Content()
		c.call("ChatsCreate", quoteAll(append([]string{content.From}, content.To...)))
		c.optout(content.OverrideOptOut)
	case builder.ChatsVoicememoRequest:
		c.voicememo(r.Content())
	case builder.MessagesEditRequest:
		edit := r.Content()
		c.call("MessagesEdit", quote(edit.Text))
		c.part(edit.PartIndex, edit.HasPartIndex)
	case builder.MessagesReactRequest:
		c.reaction(r)
	case builder.MessagesUpdateStickerPlacementRequest:
		if place := r.Content().Placement; place != nil {
			c.call("MessagesUpdateStickerPlacement", c.placement(*place))
		} else {
			c.call("MessagesUpdateStickerPlacementRequest{}")
		}
	case builder.MessagesUpdateAppCardRequest:
		c.call("MessagesUpdateAppCard")
		c.updateApp(r)
		c.cardCalls(r.Content(), r.Members())
	case builder.ChatsPollsCreateRequest:
		poll := r.Content()
		c.call("ChatsPollsCreate", quoteAll(poll.Options))
		if poll.HasIdempotencyKey {
			c.call("IdempotencyKey", quote(poll.IdempotencyKey))
		}
	case builder.MessagesPollsAddRequest:
		c.call("MessagesPollsAdd", quoteAll(r.Content().Options))
	case builder.MessagesPollsVoteRequest:
		vote := r.Content()
		c.call("MessagesPollsVote", quote(vote.OptionID))
		c.operation(vote.Operation)
	case builder.AttachmentsCreateRequest:
		f := r.Content()
		c.call("AttachmentsCreate", "builder.File{Filename: "+quote(f.Filename)+", ContentType: "+quote(f.ContentType)+
			", SizeBytes: "+strconv.FormatInt(f.SizeBytes, 10)+"}")
	}
}

func (c *chain) messagesCreate(content builder.Content) {
	c.call("MessagesCreate", quoteAll(content.To))
	if content.HasContinuation {
		c.call("Continuation", quote(content.Continuation))
	}
	if lines := content.ExcludeFrom; len(lines) > 0 {
		c.call("ExcludeFrom", quoteAll(lines))
	}
	c.keepEmpty("MemberJSON", "/exclude_from")
	c.optout(content.OverrideOptOut)
}

func (c *chain) voicememo(memo builder.VoicememoContent) {
	if memo.URL == "" && memo.AttachmentID != "" {
		c.call("ChatsVoicememoAttachment", quote(memo.AttachmentID))
	} else {
		c.call("ChatsVoicememo", quote(memo.URL))
		if memo.AttachmentID != "" {
			c.text("attachment_id", memo.AttachmentID)
		}
	}
	c.optout(memo.OverrideOptOut)
}

// text adds a member whose value is a string.
func (c *chain) text(name, value string) {
	c.call("MemberJSON", quote(name), quote(string(wire.AppendString(nil, value))))
}

// optout adds the override of an opt-out.
func (c *chain) optout(overrides bool) {
	if overrides {
		c.call("OverrideOptOut")
	}
}

// part adds the part index if the body has one.
func (c *chain) part(index int, ok bool) {
	if ok {
		c.call("AtPart", strconv.Itoa(index))
	}
}

// operation adds an operation other than "add", which is that of the constructors.
func (c *chain) operation(op string) {
	switch op {
	case "", api.OperationAdd:
	case api.OperationRemove:
		c.call("Remove")
	default:
		c.text("operation", op)
	}
}

// reaction writes a reaction. A custom emoji with another type is only a warning,
// so it must be kept.
func (c *chain) reaction(r builder.MessagesReactRequest) {
	content := r.Content()
	emoji, custom := content.CustomEmoji, content.HasCustomEmoji
	reaction, sticker := string(content.Type), content.Sticker
	switch {
	case sticker != nil && reaction == api.ReactionSticker:
		c.stickerReaction(*sticker)
		if custom {
			c.text("custom_emoji", emoji)
		}
	case custom && reaction == api.ReactionCustom:
		c.call("MessagesReactCustom", quote(emoji))
	default:
		value := quote(reaction)
		if name, known := named(reaction, api.Reactions[:6]); known {
			value = "builder.React" + name
		}
		c.call("MessagesReact", value)
		if custom {
			c.text("custom_emoji", emoji)
		}
	}
	if sticker != nil && reaction != api.ReactionSticker {
		c.source(*sticker)
	}
	if place := content.Placement; place != nil && !hasMember(r.Members(), "placement") {
		c.call("Place", c.placement(*place))
	}
	c.operation(content.Operation)
	c.part(content.PartIndex, content.HasPartIndex)
}

// stickerReaction writes the constructor of a sticker reaction.
func (c *chain) stickerReaction(s builder.StickerReaction) {
	switch {
	case s.Emoji != "":
		c.call("MessagesReactStickerEmoji", quote(s.Emoji))
	case s.URL != "":
		c.call("MessagesReactStickerURL", quote(s.URL))
	default:
		c.call("MessagesReactSticker", quote(s.AttachmentID))
	}
}

// source writes what a sticker shows as a member.
func (c *chain) source(s builder.StickerReaction) {
	switch {
	case s.Emoji != "":
		c.text("emoji", s.Emoji)
	case s.URL != "":
		c.text("url", s.URL)
	default:
		c.text("attachment_id", s.AttachmentID)
	}
}

// placement writes a placement as a value.
func (c *chain) placement(p builder.Placement) string {
	content := p.Content()
	number := func(f *float64) string { return strconv.FormatFloat(*f, 'g', -1, 64) }
	value := "builder.Placement{}"
	x, y := content.X, content.Y
	if x != nil && y != nil {
		value = "builder.PlaceAt(" + number(x) + ", " + number(y) + ")"
		x, y = nil, nil
	}
	for _, m := range []struct {
		name  string
		value *float64
	}{{"X", x}, {"Y", y}, {"Scale", content.Scale}, {"Rotation", content.Rotation}} {
		if m.value != nil {
			value += "." + m.name + "(" + number(m.value) + ")"
		}
	}
	return value
}

// updateApp writes the app of a card's update.
func (c *chain) updateApp(r builder.MessagesUpdateAppCardRequest) {
	if app := r.Content().App; app != (builder.App{}) && !hasMember(r.Members(), "app") {
		c.call("App", appValue(app))
	}
}

func hasMember(ms []builder.Member, name string) bool {
	return slices.ContainsFunc(ms, func(m builder.Member) bool { return m.Name == name })
}
