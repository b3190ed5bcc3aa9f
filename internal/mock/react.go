package mock

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// maxStickers limits the stickers on a part.
const maxStickers = 100

// reactionsAt returns the reactions of the part that a request's part_index
// names; a poll is its message's part 0.
func reactionsAt(m *message, index value) (*[]reaction, *response) {
	if m.Poll != nil && index.integer() == 0 {
		return &m.Poll.reactions.Reactions, nil
	}
	p, bad := partAt(m, index)
	if bad != nil {
		return nil, bad
	}
	return p.reacted(), nil
}

// react is messages.react: the line has one tapback or emoji on each part, as in
// Messages, and any number of stickers.
func (s *Server) react(in *request, root value, m *message, c *chat) response {
	list, bad := reactionsAt(m, root.member("part_index"))
	if bad != nil {
		return *bad
	}
	r := reaction{ID: newUUID(), Handle: c.me(), IsMe: true, Type: root.member("type").text(), CustomEmoji: root.member("custom_emoji").optional()}
	if r.Type == api.ReactionSticker {
		if bad := s.placeSticker(&r, root, *list); bad != nil {
			return *bad
		}
	}
	add := root.member("operation").text() == api.OperationAdd
	switch {
	case add && r.Type == api.ReactionSticker:
		*list = append(*list, r)
	case add:
		*list = append(slices.DeleteFunc(*list, func(o reaction) bool { return o.IsMe && o.Type != api.ReactionSticker }), r)
	default:
		*list = slices.DeleteFunc(*list, func(o reaction) bool {
			same := o.IsMe && o.Type == r.Type && (o.CustomEmoji == nil || r.CustomEmoji == nil || *o.CustomEmoji == *r.CustomEmoji)
			if same {
				r.ID = o.ID
			}
			return same
		})
	}
	if add {
		s.state.grow(m, len(in.body))
	}
	m.Updated = in.now
	s.record(in, c, m.ID)
	return success(http.StatusAccepted, reactionResponse{r.ID, statusResponse{Message: "Reaction processed", Status: "accepted", TraceID: in.trace}})
}

// placeSticker sets the image of a sticker reaction.
func (s *Server) placeSticker(r *reaction, root value, on []reaction) *response {
	r.Sticker = &sticker{}
	if !root.member("emoji").present() {
		image, missing := s.state.readMedia(root)
		if missing != "" {
			a := coded(api.CodeAttachmentNotFound, "no attachment "+missing)
			return &a
		}
		r.Sticker = &sticker{FileName: image.Filename, MimeType: image.MimeType, URL: image.URL}
	}
	stickers := 0
	for i := range on {
		if on[i].Type == api.ReactionSticker {
			stickers++
		}
	}
	if stickers < maxStickers {
		return nil
	}
	a := coded(api.CodeInvalidParameter, "the part has "+strconv.Itoa(stickers)+" stickers, but the mock allows "+strconv.Itoa(maxStickers))
	return &a
}

// movePlacement is messages.update_sticker_placement. No response shows where a
// sticker is, so the mock does not keep it.
func (s *Server) movePlacement(in *request, _ value, m *message, c *chat) response {
	path := strings.TrimSuffix(in.path, "/")
	id := strings.ToLower(path[strings.LastIndexByte(path, '/')+1:])
	for _, list := range m.allReactions() {
		for i := range *list {
			if r := &(*list)[i]; r.ID == id && r.IsMe && r.Type == api.ReactionSticker {
				m.Updated = in.now
				s.record(in, c, m.ID)
				return success(http.StatusOK, placementResponse{Success: true, Status: "accepted", TraceID: in.trace})
			}
		}
	}
	return coded(api.CodeMessageNotFound, "the message has no sticker "+id)
}

// allReactions returns the reactions of each part, and of the poll.
func (m *message) allReactions() []*[]reaction {
	var out []*[]reaction
	if m.Poll != nil {
		out = append(out, &m.Poll.reactions.Reactions)
	}
	for _, p := range m.Parts {
		out = append(out, p.reacted())
	}
	return out
}
