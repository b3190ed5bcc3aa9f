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

// The page sizes that the documentation states for chats, used for messages too.
const (
	defaultLimit = 20
	maxLimit     = 100
)

// reads are the endpoints that take no body.
var reads = []struct {
	method, path string
	handle       func(s *Server, id string, query url.Values) response
}{
	{http.MethodGet, "/v3/chats", (*Server).listChats},
	{http.MethodGet, "/v3/chats/{chatId}", (*Server).getChat},
	{http.MethodGet, "/v3/chats/{chatId}/messages", (*Server).listMessages},
	{http.MethodGet, "/v3/messages/{messageId}", (*Server).getMessage},
	{http.MethodDelete, "/v3/messages/{messageId}", (*Server).deleteMessage},
	{http.MethodGet, "/v3/messages/{messageId}/poll", (*Server).getPoll},
	{http.MethodGet, "/v3/attachments/{attachmentId}", (*Server).getAttachment},
}

// other handles an endpoint that is not of a request kind.
func (s *Server) other(r *http.Request) response {
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
		if strings.Contains(e.path, "{") && !api.IsUUID(id) {
			return coded(api.CodeInvalidParameter, "the id in the path is not a UUID")
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		return e.handle(s, strings.ToLower(id), r.URL.Query())
	}
	for i := range api.Kinds {
		if _, ok := api.MatchPath(api.Kinds[i].Path, r.URL.Path); ok && api.Kinds[i].Path != "" {
			known = true
		}
	}
	if known {
		return refusal(apierror.Error{Status: http.StatusMethodNotAllowed, Message: "Method not allowed", Detail: r.Method + " " + r.URL.Path})
	}
	return refusal(apierror.Error{Status: http.StatusNotFound, Message: "Not found", Detail: "the mock has no endpoint " + r.Method + " " + r.URL.Path})
}

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
func (s *Server) listMessages(id string, query url.Values) response {
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

// listChats returns a page of the chats, the newest first, filtered by `from`
// and `to`.
func (s *Server) listChats(_ string, query url.Values) response {
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
		ID: c.ID, CreatedAt: c.Created, Handles: c.handles(), HealthStatus: st.health(c), IsGroup: c.group(), UpdatedAt: c.Updated, Service: c.Service,
	}
}

func (s *Server) getChat(id string, _ url.Values) response {
	c := s.state.chats[id]
	if c == nil {
		return coded(api.CodeChatNotFound, "no chat "+id)
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

func (s *Server) getMessage(id string, _ url.Values) response {
	m, bad := s.found(id)
	if bad != nil {
		return *bad
	}
	return success(http.StatusOK, m.full(s.state.chats[m.ChatID]))
}

// deleteMessage hides a message from the API; its idempotency key stays used.
func (s *Server) deleteMessage(id string, _ url.Values) response {
	m, bad := s.found(id)
	if bad != nil {
		return *bad
	}
	m.Deleted = true
	return response{status: http.StatusNoContent}
}

func (s *Server) getPoll(id string, _ url.Values) response {
	m, bad := s.found(id)
	if bad != nil {
		return *bad
	}
	if m.Poll == nil {
		return notPoll(m)
	}
	return success(http.StatusOK, m.pollResponse(s.state.chats[m.ChatID]))
}

func (s *Server) getAttachment(id string, _ url.Values) response {
	a := s.state.attachments[id]
	if a == nil {
		return coded(api.CodeAttachmentNotFound, "no attachment "+id)
	}
	return success(http.StatusOK, a.attachmentState)
}
