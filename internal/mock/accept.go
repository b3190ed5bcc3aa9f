package mock

import (
	"net/http"
	"strings"
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
	base   string // URL of this server, as the client knows it
	path   string

	id       string    // of the path
	now      time.Time // when it was accepted
	replayed bool
}

// accept handles a request whose body is fine.
func (s *Server) accept(in *request) (a answer) {
	in.id, _ = api.MatchPath(in.kind.Path, in.path)
	in.id = strings.ToLower(in.id)
	in.now = s.now().UTC().Truncate(time.Millisecond)
	s.mu.Lock()
	defer s.mu.Unlock()
	read(in.body, func(root value) { a = s.handle(in, root) })
	return a
}

func (s *Server) handle(in *request, root value) answer {
	if strings.Contains(in.kind.Path, "{") && !isUUID(in.id) {
		return coded(api.CodeInvalidParameter, "the id in the path is no uuid")
	}
	switch in.kind.Name {
	case api.MessagesCreate:
		return s.create(in, root)
	case api.ChatsCreate:
		return s.createChat(in, root)
	case api.AttachmentsCreate:
		return s.attach(in, root)
	case api.ChatsMessagesSend, api.ChatsVoicememo, api.ChatsPollsCreate:
		c := s.state.chats[in.id]
		if c == nil {
			return coded(api.CodeChatNotFound, "no chat "+in.id)
		}
		return s.toChat(in, root, c)
	}
	m := s.state.messages[in.id]
	if m == nil || m.Deleted {
		return coded(api.CodeMessageNotFound, "no message "+in.id)
	}
	return s.toMessage(in, root, m, s.state.chats[m.ChatID])
}

func (s *Server) toChat(in *request, root value, c *chat) answer {
	switch in.kind.Name {
	case api.ChatsVoicememo:
		return s.voiceMemo(in, root, c)
	case api.ChatsPollsCreate:
		return s.createPoll(in, root, c)
	default:
		return s.sendToChat(in, root, c)
	}
}

func (s *Server) toMessage(in *request, root value, m *message, c *chat) answer {
	switch in.kind.Name {
	case api.MessagesEdit:
		return s.edit(in, root, m, c)
	case api.MessagesReact:
		return s.react(in, root, m, c)
	case api.MessagesUpdateAppCard:
		return s.updateCard(in, root, m, c)
	case api.MessagesPollsAdd:
		return s.addOptions(in, root, m, c)
	default:
		return s.vote(in, root, m, c)
	}
}

// record notes an accepted request for Sent.
func (s *Server) record(in *request, c *chat, messageID string) {
	sent := Sent{Kind: validate.Kind(in.kind.Name), Body: in.body, Report: in.report, At: in.now, MessageID: messageID}
	if c != nil {
		sent.ChatID, sent.From, sent.To = c.ID, c.Line, c.To
	}
	s.state.addSent(sent)
}

// keys returns the idempotency keys of a request. A key belongs to the path
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

// replay answers a request that was accepted before under one of the keys.
func (s *Server) replay(in *request, keys []string) (answer, bool) {
	for _, key := range keys {
		r := s.state.keys[key]
		if r == nil {
			continue
		}
		in.replayed = true
		if r.message.Deleted { // the SDK's documentation: a deleted message is never sent again
			return coded(api.CodeMessageNotFound, "the message of this idempotency key is deleted"), true
		}
		return answer{status: r.Status, body: r.Body}, true
	}
	return answer{}, false
}

// finish keeps the answer for the keys of the message.
func (s *Server) finish(in *request, c *chat, m *message, keys []string, a answer) answer {
	for i, key := range keys {
		if i > 0 && key == keys[0] {
			continue // body and header say the same
		}
		r := &reply{Key: key, Status: a.status, Body: a.body, message: m}
		m.Replies = append(m.Replies, r)
		s.state.keys[key] = r
	}
	s.record(in, c, m.ID)
	return a
}

// blocked refuses a send to a person who opted out. Groups are never blocked,
// and override_optout holds for one request.
func (s *Server) blocked(to []string, root value) (answer, bool) {
	if len(to) != 1 || root.member("override_optout").boolean() {
		return answer{}, false
	}
	if _, out := s.state.optedOut[strings.ToLower(to[0])]; !out {
		return answer{}, false
	}
	return coded(api.CodeOptedOut, to[0]+" has opted out"), true
}

// isUUID reports whether s has the form 8-4-4-4-12.
func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		switch c := s[i] | 0x20; i {
		case 8, 13, 18, 23:
			if s[i] != '-' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c < 'a' || c > 'f') || s[i] < '0' {
				return false
			}
		}
	}
	return true
}
