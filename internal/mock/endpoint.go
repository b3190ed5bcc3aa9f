package mock

import (
	"net/http"
	"strings"
	"time"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock/apierror"
)

// plain are the endpoints without a body.
var plain = []struct {
	method, path string
	handle       func(s *Server, in *request) response
}{
	{http.MethodGet, "/v3/chats", (*Server).listChats},
	{http.MethodGet, "/v3/chats/{chatId}", (*Server).getChat},
	{http.MethodGet, "/v3/chats/{chatId}/messages", (*Server).listMessages},
	{http.MethodPost, "/v3/chats/{chatId}/typing", (*Server).inChat},
	{http.MethodDelete, "/v3/chats/{chatId}/typing", (*Server).inChat},
	{http.MethodPost, "/v3/chats/{chatId}/read", (*Server).inChat},
	{http.MethodPost, "/v3/chats/{chatId}/share_contact_card", (*Server).inChat},
	{http.MethodDelete, "/v3/chats/{chatId}/background", (*Server).inChat},
	{http.MethodPost, "/v3/chats/{chatId}/leave", (*Server).leaveChat},
	{http.MethodGet, "/v3/messages/{messageId}", (*Server).getMessage},
	{http.MethodDelete, "/v3/messages/{messageId}", (*Server).deleteMessage},
	{http.MethodGet, "/v3/messages/{messageId}/thread", (*Server).listThread},
	{http.MethodGet, "/v3/messages/{messageId}/poll", (*Server).getPoll},
	{http.MethodGet, "/v3/attachments/{attachmentId}", (*Server).getAttachment},
	{http.MethodGet, "/v3/phone_numbers", (*Server).listNumbers},
	{http.MethodGet, "/v3/phonenumbers", (*Server).listNumbers},
	{http.MethodGet, "/v3/available_number", (*Server).availableNumber},
	{http.MethodGet, "/v3/contact_card", (*Server).listCards},
	{http.MethodGet, "/v3/blocked_handles", (*Server).listBlocked},
	{http.MethodGet, "/v3/webhook-subscriptions", (*Server).listSubscriptions},
	{http.MethodGet, "/v3/webhook-subscriptions/{subscriptionId}", (*Server).getSubscription},
	{http.MethodDelete, "/v3/webhook-subscriptions/{subscriptionId}", (*Server).deleteSubscription},
}

// Endpoints returns the method and the path of every endpoint, with placeholders
// such as {chatId}.
func Endpoints() (out [][2]string) {
	for i := range api.Kinds {
		if k := &api.Kinds[i]; k.Path != "" {
			out = append(out, [2]string{k.Method, k.Path})
		}
	}
	for _, e := range plain {
		out = append(out, [2]string{e.method, e.path})
	}
	return out
}

// other handles an endpoint that is not of a request kind.
func (s *Server) other(r *http.Request, trace string) response {
	known := false
	for _, e := range plain {
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
		in := request{path: r.URL.Path, query: r.URL.Query(), trace: trace, id: strings.ToLower(id), now: s.time()}
		s.mu.Lock()
		defer s.mu.Unlock()
		return e.handle(s, &in)
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

// time returns the time that responses show.
func (s *Server) time() time.Time { return s.now().UTC().Truncate(time.Millisecond) }

// inChat accepts what has no effect that a response shows: typing, read and the
// like.
func (s *Server) inChat(in *request) response {
	if s.state.chats[in.id] == nil {
		return coded(api.CodeChatNotFound, "no chat "+in.id)
	}
	return response{status: http.StatusNoContent}
}

func (s *Server) leaveChat(in *request) response {
	if s.state.chats[in.id] == nil {
		return coded(api.CodeChatNotFound, "no chat "+in.id)
	}
	return success(http.StatusAccepted, statusResponse{Message: "Leave request accepted", Status: "accepted", TraceID: in.trace})
}
