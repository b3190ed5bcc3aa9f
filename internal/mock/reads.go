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
	"github.com/linqlint/linqlint/internal/mock/apierror"
)

// The page sizes that the documentation of chats states; messages get the same.
const (
	defaultLimit = 20
	maxLimit     = 100
)

// reads are the endpoints that take no body.
var reads = []struct {
	method, path string
	answer       func(s *Server, id string, query url.Values) answer
}{
	{http.MethodGet, "/v3/chats", (*Server).listChats},
	{http.MethodGet, "/v3/chats/{chatId}", (*Server).getChat},
	{http.MethodGet, "/v3/chats/{chatId}/messages", (*Server).listMessages},
	{http.MethodGet, "/v3/messages/{messageId}", (*Server).getMessage},
	{http.MethodDelete, "/v3/messages/{messageId}", (*Server).deleteMessage},
	{http.MethodGet, "/v3/messages/{messageId}/poll", (*Server).getPoll},
	{http.MethodGet, "/v3/attachments/{attachmentId}", (*Server).getAttachment},
}

// other answers what is no kind's endpoint.
func (s *Server) other(r *http.Request) answer {
	known := false
	for _, e := range reads {
		id, ok := api.MatchPath(e.path, r.URL.Path)
		if !ok {
			continue
		}
		known = true
		if e.method != r.Method {
			continue
		}
		if strings.Contains(e.path, "{") && !isUUID(id) {
			return coded(api.CodeInvalidParameter, "the id in the path is no uuid")
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		return e.answer(s, strings.ToLower(id), r.URL.Query())
	}
	for i := range api.Kinds {
		if _, ok := api.MatchPath(api.Kinds[i].Path, r.URL.Path); ok && api.Kinds[i].Path != "" {
			known = true
		}
	}
	if known {
		return refusal(apierror.Answer{Status: http.StatusMethodNotAllowed, Message: "Method not allowed", Detail: r.Method + " " + r.URL.Path})
	}
	return refusal(apierror.Answer{Status: http.StatusNotFound, Message: "Not found", Detail: "this server has no endpoint " + r.Method + " " + r.URL.Path})
}

// pageOf reads the limit and the cursor of a query; after is -1 without one. A
// cursor is the serial number of the last item of the page before, which items
// that come or go do not move.
func pageOf(query url.Values) (limit int, after int64, bad *answer) {
	limit, after = defaultLimit, -1
	if text := query.Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			a := coded(api.CodeInvalidParameter, "limit is "+strconv.Quote(text)+", but must be a whole number from 1")
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
			a := coded(api.CodeInvalidParameter, "cursor is none that this server gave")
			return 0, 0, &a
		}
	}
	return limit, after, nil
}

func cursor(n int64) *string {
	text := base64.RawURLEncoding.EncodeToString(strconv.AppendInt(nil, n, 10))
	return &text
}

// listMessages pages through a chat, the newest message first.
func (s *Server) listMessages(id string, query url.Values) answer {
	c := s.state.chats[id]
	if c == nil {
		return coded(api.CodeChatNotFound, "no chat "+id)
	}
	limit, after, bad := pageOf(query)
	if bad != nil {
		return *bad
	}
	page := messagesPage{Messages: []fullMessage{}}
	last := int64(0)
	for i := len(c.messages) - 1; i >= 0; i-- {
		m := c.messages[i]
		if m.Deleted || after >= 0 && m.Serial >= after {
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

// listChats pages through the chats, the newest first; `from` and `to` filter.
func (s *Server) listChats(_ string, query url.Values) answer {
	limit, after, bad := pageOf(query)
	if bad != nil {
		return *bad
	}
	page := chatsPage{Chats: []chatResponse{}}
	last := int64(0)
	for _, c := range slices.Backward(s.state.sortedChats()) {
		if after >= 0 && c.Serial >= after || !c.fits(query.Get("from"), query.Get("to")) {
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

// fits reports whether the chat is on the line from and has the recipient to,
// where they are given.
func (c *chat) fits(from, to string) bool {
	return (from == "" || c.Line == from) && (to == "" || slices.Contains(c.To, to))
}

// sortedChats lists the chats, the oldest first.
func (st *state) sortedChats() []*chat {
	return slices.SortedFunc(maps.Values(st.chats), func(a, b *chat) int { return cmp.Compare(a.Serial, b.Serial) })
}

func (st *state) chat(c *chat) chatResponse {
	return chatResponse{
		ID: c.ID, CreatedAt: c.Created, Handles: c.handles(), HealthStatus: st.health(c), IsGroup: c.group(), UpdatedAt: c.Updated, Service: c.Service,
	}
}

func (s *Server) getChat(id string, _ url.Values) answer {
	c := s.state.chats[id]
	if c == nil {
		return coded(api.CodeChatNotFound, "no chat "+id)
	}
	return success(http.StatusOK, s.state.chat(c))
}

// found returns a message that is neither unknown nor deleted.
func (s *Server) found(id string) (*message, *answer) {
	if m := s.state.messages[id]; m != nil && !m.Deleted {
		return m, nil
	}
	a := coded(api.CodeMessageNotFound, "no message "+id)
	return nil, &a
}

func (s *Server) getMessage(id string, _ url.Values) answer {
	m, bad := s.found(id)
	if bad != nil {
		return *bad
	}
	return success(http.StatusOK, m.full(s.state.chats[m.ChatID]))
}

// deleteMessage takes a message out of the API; its idempotency key stays used.
func (s *Server) deleteMessage(id string, _ url.Values) answer {
	m, bad := s.found(id)
	if bad != nil {
		return *bad
	}
	m.Deleted = true
	return answer{status: http.StatusNoContent}
}

func (s *Server) getPoll(id string, _ url.Values) answer {
	m, bad := s.found(id)
	if bad != nil {
		return *bad
	}
	if m.Poll == nil {
		return notPoll(m)
	}
	return success(http.StatusOK, m.pollResponse(s.state.chats[m.ChatID]))
}

func (s *Server) getAttachment(id string, _ url.Values) answer {
	a := s.state.attachments[id]
	if a == nil {
		return coded(api.CodeAttachmentNotFound, "no attachment "+id)
	}
	return success(http.StatusOK, a.attachmentState)
}
