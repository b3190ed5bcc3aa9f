package mock

import (
	"net/http"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// updateChat is chats.update.
func (s *Server) updateChat(in *request, root value, c *chat) response {
	name, icon := c.Name, c.Icon
	if given := root.member("display_name").optional(); given != nil {
		name = *given
	}
	if given := root.member("group_chat_icon").optional(); given != nil {
		icon = given
	}
	c.Updated = in.now
	s.state.rename(c, name, icon)
	return success(http.StatusOK, struct {
		ChatID string `json:"chat_id"`
		Status string `json:"status"`
	}{c.ID, "accepted"})
}

// addParticipant is chats.participants.add.
func (s *Server) addParticipant(in *request, root value, c *chat) response {
	handle := root.member("handle").text()
	switch {
	case handle == c.Line:
		return coded(api.CodeInvalidParameter, handle+" is the line of the chat")
	case c.has(handle):
	case len(c.To) == api.MaxChatTo:
		return coded(api.CodeInvalidParameter, "the chat is full")
	default:
		s.state.setRecipients(c, append(slices.Clone(c.To), handle))
	}
	c.Updated = in.now
	return success(http.StatusAccepted, statusResponse{Message: "Participant addition queued", Status: "accepted", TraceID: in.trace})
}

// removeParticipant is chats.participants.remove.
func (s *Server) removeParticipant(in *request, root value, c *chat) response {
	handle := root.member("handle").text()
	if !c.has(handle) || len(c.To) == 1 {
		return coded(api.CodeInvalidParameter, handle+" cannot be removed from the chat")
	}
	s.state.setRecipients(c, slices.DeleteFunc(slices.Clone(c.To), func(o string) bool { return strings.EqualFold(o, handle) }))
	c.Updated = in.now
	return success(http.StatusAccepted, statusResponse{Message: "Participant removal queued", Status: "accepted", TraceID: in.trace})
}

func (c *chat) has(handle string) bool {
	return slices.ContainsFunc(c.To, func(o string) bool { return strings.EqualFold(o, handle) })
}

// setBackground is chats.background.set, which no response shows.
func (s *Server) setBackground(*request, value, *chat) response {
	return response{status: http.StatusAccepted}
}
