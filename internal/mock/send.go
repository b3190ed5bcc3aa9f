package mock

import (
	"net/http"
	"slices"

	"github.com/linqlint/linqlint/internal/api"
)

// readMessage converts a MessageContent to a message; bad is not nil if it
// names an attachment that does not exist.
func (s *Server) readMessage(in *request, content value) (m *message, bad *response) {
	m = &message{ID: newUUID(), Created: in.now, Updated: in.now, Parts: parts{}, PreferredService: content.member("preferred_service").optional()}
	for v := range content.member("parts").elements() {
		p, missing := s.state.readPart(v)
		if missing != "" {
			a := coded(api.CodeAttachmentNotFound, "no attachment "+missing)
			return nil, &a
		}
		m.Parts = append(m.Parts, p)
	}
	if e := content.member("effect"); e.present() {
		m.Effect = &effect{Name: e.member("name").text(), Type: e.member("type").text()}
	}
	if r := content.member("reply_to"); r.present() {
		m.ReplyTo = &replyTo{MessageID: r.member("message_id").text(), PartIndex: r.member("part_index").integer()}
	}
	return m, nil
}

// continuation returns the message that a failover sends instead.
func continuation(in *request, text string) *message {
	return &message{
		ID: newUUID(), Created: in.now, Updated: in.now,
		Parts: parts{&textPart{reactions: noReactions(), Type: api.PartText, Value: text}},
	}
}

// create is messages.create: the server chooses the line and the chat.
func (s *Server) create(in *request, root value) response {
	content := root.member("message")
	keys := in.keys(content)
	if a, ok := s.replay(in, keys); ok {
		return a
	}
	to := root.member("to").texts()
	if a, ok := s.blocked(distinct(to), root); ok {
		return a
	}
	m, bad := s.readMessage(in, content)
	if bad != nil {
		return *bad
	}
	exclude := root.member("exclude_from").texts()
	reuse, flagged := s.state.existing(to, exclude)
	out := createResponse{FromSelection: fromSelection{Reason: "reused_active_chat", ReusedExistingChat: true}}
	c := reuse
	if c == nil {
		l, bad := s.state.bestLine(exclude)
		if bad != nil {
			return *bad
		}
		out.CreatedNewChat = true
		out.FromSelection = fromSelection{Reason: "new_best_number"}
		if flagged != nil {
			out.FromSelection.Reason = "failover_flagged"
			out.PreviousChatID = &flagged.ID
			if text := root.member("continuation_message").member("text").text(); text != "" {
				m = continuation(in, text)
			}
		}
		c = s.state.addChat(l.Number, to, orIMessage(m.PreferredService), in.now)
	}
	s.state.addMessage(c, m, len(in.body))
	out.ChatID, out.From, out.Handles = c.ID, c.Line, c.handles()
	out.IsGroup, out.Message, out.Service = c.group(), m.sent(c), m.service(c)
	return s.finish(in, c, m, keys, success(http.StatusAccepted, out))
}

// existing finds the chat with exactly these recipients on a healthy line, and
// the newest one on a flagged line, which a failover leaves. A chat on an
// excluded line is used only if there is no other.
func (st *state) existing(to, exclude []string) (reuse, flagged *chat) {
	excluded := false
	for _, c := range st.byKey[recipientsKey(to)] {
		if l := st.line(c.Line); l != nil && l.Flagged {
			flagged = c
			continue
		}
		if out := slices.Contains(exclude, c.Line); reuse == nil || excluded || !out {
			reuse, excluded = c, out
		}
	}
	return reuse, flagged
}

// bestLine returns the first line that is neither flagged nor excluded.
func (st *state) bestLine(exclude []string) (best *line, bad *response) {
	healthy := false
	for _, l := range st.lines {
		if l.Flagged {
			continue
		}
		healthy = true
		if !slices.Contains(exclude, l.Number) {
			return l, nil
		}
	}
	a := coded(api.CodeNoLine, "all lines are flagged")
	if healthy {
		a = coded(api.CodeInvalidParameter, "exclude_from leaves no line")
	}
	return nil, &a
}

// createChat is chats.create: the client names the line.
func (s *Server) createChat(in *request, root value) response {
	content := root.member("message")
	keys := in.keys(content)
	if a, ok := s.replay(in, keys); ok {
		return a
	}
	from, to := root.member("from").text(), root.member("to").texts()
	if s.state.line(from) == nil && !s.anyLine {
		return coded(api.CodeAccessDenied, from+" is not a line of this account")
	}
	if slices.Contains(to, from) {
		return coded(api.CodeInvalidParameter, "to contains from")
	}
	if a, ok := s.blocked(distinct(to), root); ok {
		return a
	}
	m, bad := s.readMessage(in, content)
	if bad != nil {
		return *bad
	}
	c := s.state.onLine(from, to)
	if c == nil {
		// Documented 2026-07-26: the first message of a new chat has neither
		// effect nor reply_to. Only the server knows that the chat is new.
		for i := range in.report.Diagnostics {
			if d := &in.report.Diagnostics[i]; d.Rule == "first-message-effect" {
				return coded(api.CodeInvalidParameter, d.Rule+": "+d.Pointer+": "+d.Message)
			}
		}
		c = s.state.addChat(from, to, orIMessage(m.PreferredService), in.now)
	}
	s.state.addMessage(c, m, len(in.body))
	out := struct {
		Chat createdChat `json:"chat"`
	}{createdChat{
		ID: c.ID, DisplayName: c.displayName(), Handles: c.handles(), HealthStatus: s.state.health(c), IsGroup: c.group(), Message: m.sent(c), Service: c.Service,
	}}
	return s.finish(in, c, m, keys, success(http.StatusCreated, out))
}

// onLine finds the chat with these recipients on a line, or nil.
func (st *state) onLine(from string, to []string) *chat {
	for _, c := range st.byKey[recipientsKey(to)] {
		if c.Line == from {
			return c
		}
	}
	return nil
}

// sendToChat is chats.messages.send.
func (s *Server) sendToChat(in *request, root value, c *chat) response {
	content := root.member("message")
	keys := in.keys(content)
	if a, ok := s.replay(in, keys); ok {
		return a
	}
	if a, ok := s.blocked(c.To, root); ok {
		return a
	}
	m, bad := s.readMessage(in, content)
	if bad != nil {
		return *bad
	}
	s.state.addMessage(c, m, len(in.body))
	return s.finish(in, c, m, keys, success(http.StatusAccepted, sendResponse{ChatID: c.ID, Message: m.sent(c)}))
}

// voiceMemo is chats.voicememo.
func (s *Server) voiceMemo(in *request, root value, c *chat) response {
	keys := in.keys(value{})
	if a, ok := s.replay(in, keys); ok {
		return a
	}
	if a, ok := s.blocked(c.To, root); ok {
		return a
	}
	file := &mediaPart{reactions: noReactions(), ID: newUUID(), Type: api.PartMedia, URL: root.member("voice_memo_url").text()}
	if id := root.member("attachment_id").text(); id != "" {
		p, missing := s.state.readMedia(root)
		if missing != "" {
			return coded(api.CodeAttachmentNotFound, "no attachment "+missing)
		}
		file = p
	} else {
		file.Filename = fileName(file.URL)
		file.MimeType = mimeType(file.Filename)
	}
	m := &message{ID: newUUID(), Created: in.now, Updated: in.now, Parts: parts{file}}
	s.state.addMessage(c, m, len(in.body))
	return s.finish(in, c, m, keys, success(http.StatusAccepted, voiceMemoResponse{voiceMemo{
		ID: m.ID, CreatedAt: in.now, From: c.Line, Status: "pending", To: c.To, Service: c.Service,
		Chat:      voiceMemoChat{ID: c.ID, Handles: c.handles(), IsActive: true, IsGroup: c.group(), Service: c.Service},
		VoiceMemo: voiceMemoFile{ID: file.ID, Filename: file.Filename, MimeType: file.MimeType, SizeBytes: file.SizeBytes, URL: file.URL},
	}}))
}
