package mock

import (
	"cmp"
	"encoding/base64"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// The page sizes that the documentation states for chats, used for messages too.
const (
	defaultLimit = 20
	maxLimit     = 100
)

// pageOf reads the limit and the cursor of a query; after is -1 without a
// cursor. A cursor is the serial number of the last item of the previous page,
// so it stays valid when items are added or deleted.
func pageOf(query url.Values) (limit int, after int64, bad *response) {
	limit, after = defaultLimit, -1
	if text := query.Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			a := coded(api.CodeInvalidParameter, "limit is "+strconv.Quote(text)+", expected an integer ≥ 1")
			return 0, 0, &a
		}
		limit = min(n, maxLimit)
	}
	if text := query.Get("cursor"); text != "" {
		raw, err := base64.RawURLEncoding.DecodeString(text)
		if err == nil {
			after, err = strconv.ParseInt(string(raw), 10, 64)
		}
		if err != nil || after < 0 {
			a := coded(api.CodeInvalidParameter, "unknown cursor")
			return 0, 0, &a
		}
	}
	return limit, after, nil
}

func cursor(n int64) *string {
	text := base64.RawURLEncoding.EncodeToString(strconv.AppendInt(nil, n, 10))
	return &text
}

// listMessages returns a page of a chat's messages, the newest first.
func (s *Server) listMessages(in *request) response {
	c := s.state.chats[in.id]
	if c == nil {
		return coded(api.CodeChatNotFound, "no chat "+in.id)
	}
	return messagesOf(in, c, c.messages, true)
}

// listThread returns a page of a message and the replies to it, the newest first
// unless order is asc.
func (s *Server) listThread(in *request) response {
	m, bad := s.found(in.id)
	if bad != nil {
		return *bad
	}
	c := s.state.chats[m.ChatID]
	var thread []*message
	for _, o := range c.messages {
		if o == m || o.ReplyTo != nil && strings.EqualFold(o.ReplyTo.MessageID, m.ID) {
			thread = append(thread, o)
		}
	}
	return messagesOf(in, c, thread, in.query.Get("order") != "asc")
}

// messagesOf returns a page of messages, which are oldest first.
func messagesOf(in *request, c *chat, messages []*message, newestFirst bool) response {
	limit, after, bad := pageOf(in.query)
	if bad != nil {
		return *bad
	}
	page := messagesPage{Messages: []fullMessage{}}
	last := int64(0)
	for i := range messages {
		m := messages[i]
		if newestFirst {
			m = messages[len(messages)-1-i]
		}
		if m.Deleted || after >= 0 && (newestFirst && m.Serial >= after || !newestFirst && m.Serial <= after) {
			continue
		}
		if len(page.Messages) == limit {
			page.NextCursor = cursor(last)
			break
		}
		page.Messages, last = append(page.Messages, m.full(c)), m.Serial
	}
	return success(http.StatusOK, page)
}

// listChats returns a page of the chats, the newest first, filtered by `from`
// and `to`.
func (s *Server) listChats(in *request) response {
	limit, after, bad := pageOf(in.query)
	if bad != nil {
		return *bad
	}
	page := chatsPage{Chats: []chatResponse{}}
	last := int64(0)
	for _, c := range slices.Backward(s.state.sortedChats()) {
		if after >= 0 && c.Serial >= after || !c.fits(in.query.Get("from"), in.query.Get("to")) {
			continue
		}
		if len(page.Chats) == limit {
			page.NextCursor = cursor(last)
			break
		}
		page.Chats, last = append(page.Chats, s.state.chat(c)), c.Serial
	}
	return success(http.StatusOK, page)
}

// fits reports whether the chat is on the line from and has the recipient to;
// "" matches any.
func (c *chat) fits(from, to string) bool {
	return (from == "" || c.Line == from) && (to == "" || slices.Contains(c.To, to))
}

// sortedChats lists the chats, the oldest first.
func (st *state) sortedChats() []*chat {
	return slices.SortedFunc(maps.Values(st.chats), func(a, b *chat) int { return cmp.Compare(a.Serial, b.Serial) })
}

func (st *state) chat(c *chat) chatResponse {
	return chatResponse{
		ID: c.ID, CreatedAt: c.Created, DisplayName: c.displayName(), Handles: c.handles(), HealthStatus: st.health(c),
		IsGroup: c.group(), UpdatedAt: c.Updated, GroupChatIcon: c.Icon, Service: c.Service,
	}
}

func (s *Server) getChat(in *request) response {
	c := s.state.chats[in.id]
	if c == nil {
		return coded(api.CodeChatNotFound, "no chat "+in.id)
	}
	return success(http.StatusOK, s.state.chat(c))
}

// found returns a message that exists and is not deleted.
func (s *Server) found(id string) (*message, *response) {
	if m := s.state.messages[id]; m != nil && !m.Deleted {
		return m, nil
	}
	a := coded(api.CodeMessageNotFound, "no message "+id)
	return nil, &a
}

func (s *Server) getMessage(in *request) response {
	m, bad := s.found(in.id)
	if bad != nil {
		return *bad
	}
	return success(http.StatusOK, m.full(s.state.chats[m.ChatID]))
}

// deleteMessage hides a message from the API; its idempotency key stays used.
func (s *Server) deleteMessage(in *request) response {
	m, bad := s.found(in.id)
	if bad != nil {
		return *bad
	}
	m.Deleted = true
	return response{status: http.StatusNoContent}
}

func (s *Server) getPoll(in *request) response {
	m, bad := s.found(in.id)
	if bad != nil {
		return *bad
	}
	if m.Poll == nil {
		return notPoll(m)
	}
	return success(http.StatusOK, m.pollResponse(s.state.chats[m.ChatID]))
}

func (s *Server) getAttachment(in *request) response {
	a := s.state.attachments[in.id]
	if a == nil {
		return coded(api.CodeAttachmentNotFound, "no attachment "+in.id)
	}
	return success(http.StatusOK, a.attachmentState)
}
