package mock

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// request is a checked request on its way through the server.
type request struct {
	kind   *api.Kind
	body   []byte
	report validate.Report
	header http.Header
	base   string // URL of this server as the client wrote it
	path   string
	query  url.Values
	trace  string // of the response

	id       string    // of the path
	now      time.Time // when it was accepted
	replayed bool
}

// accept handles a request whose body has no error.
func (s *Server) accept(in *request) (a response) {
	in.id, _ = api.MatchPath(in.kind.Path, in.path)
	in.id = strings.ToLower(in.id)
	in.now = s.time()
	s.mu.Lock()
	defer s.mu.Unlock()
	read(in.body, func(root value) { a = s.handle(in, root) })
	return a
}

// handlers has the handler of each request kind that has an endpoint.
var handlers = sync.OnceValue(func() map[string]func(s *Server, in *request, root value) response {
	return map[string]func(s *Server, in *request, root value) response{
		api.MessagesCreate:                 (*Server).create,
		api.ChatsCreate:                    (*Server).createChat,
		api.AttachmentsCreate:              (*Server).attach,
		api.ChatsMessagesSend:              toChat((*Server).sendToChat),
		api.ChatsVoicememo:                 toChat((*Server).voiceMemo),
		api.ChatsPollsCreate:               toChat((*Server).createPoll),
		api.MessagesEdit:                   toMessage((*Server).edit),
		api.MessagesReact:                  toMessage((*Server).react),
		api.MessagesUpdateAppCard:          toMessage((*Server).updateCard),
		api.MessagesPollsAdd:               toMessage((*Server).addOptions),
		api.MessagesPollsVote:              toMessage((*Server).vote),
		api.MessagesUpdateStickerPlacement: toMessage((*Server).movePlacement),
		api.ChatsUpdate:                    toChat((*Server).updateChat),
		api.ChatsParticipantsAdd:           toChat((*Server).addParticipant),
		api.ChatsParticipantsRemove:        toChat((*Server).removeParticipant),
		api.ChatsBackgroundSet:             toChat((*Server).setBackground),
		api.CapabilityCheckIMessage:        (*Server).capability,
		api.CapabilityCheckRCS:             (*Server).capability,
		api.ContactCardCreate:              (*Server).createCard,
		api.ContactCardUpdate:              (*Server).updateContact,
		api.BlockedHandlesBlock:            (*Server).block,
		api.BlockedHandlesUnblock:          (*Server).unblock,
		api.WebhookSubscriptionsCreate:     (*Server).subscribe,
		api.WebhookSubscriptionsUpdate:     (*Server).updateSubscription,
		api.PhoneNumbersUpdate:             (*Server).updateNumber,
	}
})

// ofAccount reports whether a kind changes the account and not a message.
func ofAccount(k *api.Kind) bool { return k.ByTable || k.Name == api.AttachmentsCreate }

func (s *Server) handle(in *request, root value) response {
	if strings.Contains(in.kind.Path, "{") && !api.IsUUID(in.id) {
		return coded(api.CodeInvalidParameter, "the id in the path is not a UUID")
	}
	return handlers()[in.kind.Name](s, in, root)
}

// toChat adapts a handler for the chat that the path names.
func toChat(handle func(*Server, *request, value, *chat) response) func(*Server, *request, value) response {
	return func(s *Server, in *request, root value) response {
		c := s.state.chats[in.id]
		if c == nil {
			return coded(api.CodeChatNotFound, "no chat "+in.id)
		}
		return handle(s, in, root, c)
	}
}

// toMessage adapts a handler for the message that the path names.
func toMessage(handle func(*Server, *request, value, *message, *chat) response) func(*Server, *request, value) response {
	return func(s *Server, in *request, root value) response {
		m, bad := s.found(in.id)
		if bad != nil {
			return *bad
		}
		return handle(s, in, root, m, s.state.chats[m.ChatID])
	}
}

// record adds an accepted request to those that Sent returns.
func (s *Server) record(in *request, c *chat, messageID string) {
	sent := Sent{Kind: validate.Kind(in.kind.Name), Body: in.body, Report: in.report, At: in.now, MessageID: messageID}
	if c != nil {
		sent.ChatID, sent.From, sent.To = c.ID, c.Line, c.To
	}
	s.state.sent.add(sent)
}

// keys returns the idempotency keys of a request. A key is valid for the path
// that it was sent to.
func (in *request) keys(message value) []string {
	var keys []string
	for _, key := range []string{message.member("idempotency_key").text(), in.header.Get("Idempotency-Key")} {
		if key != "" {
			keys = append(keys, in.kind.Name+"\n"+in.id+"\n"+key)
		}
	}
	return keys
}

// replay returns the first response again if a request was accepted before
// under one of the keys.
func (s *Server) replay(in *request, keys []string) (response, bool) {
	for _, key := range keys {
		r := s.state.keys[key]
		if r == nil {
			continue
		}
		in.replayed = true
		if r.message.Deleted { // the SDK's documentation: a deleted message is never sent again
			return coded(api.CodeMessageNotFound, "the message of this idempotency key is deleted"), true
		}
		return response{status: r.Status, body: r.Body}, true
	}
	return response{}, false
}

// finish stores the response under the keys of the message.
func (s *Server) finish(in *request, c *chat, m *message, keys []string, a response) response {
	for i, key := range keys {
		if i > 0 && key == keys[0] {
			continue // body and header have the same key
		}
		r := &reply{Key: key, Status: a.status, Body: a.body, message: m}
		m.Replies = append(m.Replies, r)
		s.state.keys[key] = r
		s.state.grow(m, len(key)+len(a.body))
	}
	s.record(in, c, m.ID)
	return a
}

// blocked refuses a send to a person who has opted out. Groups are never
// blocked, and override_optout is for one request only.
func (s *Server) blocked(to []string, root value) (response, bool) {
	if len(to) != 1 || root.member("override_optout").boolean() {
		return response{}, false
	}
	if _, out := s.state.optedOut[strings.ToLower(to[0])]; !out {
		return response{}, false
	}
	return coded(api.CodeOptedOut, to[0]+" has opted out"), true
}
