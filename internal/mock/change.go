package mock

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
)

// partAt returns the part that a request's part_index names.
func partAt(m *message, index value) (part, *response) {
	i := index.integer()
	if i < int64(len(m.Parts)) {
		return m.Parts[i], nil
	}
	a := coded(api.CodeInvalidParameter, "part_index is "+strconv.FormatInt(i, 10)+", but the message has "+strconv.Itoa(len(m.Parts))+" parts")
	return nil, &a
}

// edit is messages.edit. The new text has no decorations.
func (s *Server) edit(in *request, root value, m *message, c *chat) response {
	p, bad := partAt(m, root.member("part_index"))
	if bad != nil {
		return *bad
	}
	text, ok := p.(*textPart)
	if !ok {
		return coded(api.CodeInvalidParameter, "the part is not a text")
	}
	old := len(text.Value)
	*text = textPart{reactions: text.reactions, Type: api.PartText, Value: root.member("text").text()}
	s.state.grow(m, len(text.Value)-old)
	m.Updated = in.now
	s.record(in, c, m.ID)
	return success(http.StatusOK, m.full(c))
}

// updateCard is messages.update_app_card: a new message that replaces the card.
func (s *Server) updateCard(in *request, root value, m *message, c *chat) response {
	var card *appPart
	if len(m.Parts) == 1 {
		card, _ = m.Parts[0].(*appPart)
	}
	if card == nil {
		return coded(api.CodeInvalidParameter, "message "+m.ID+" is not an app card")
	}
	app := card.App
	if a := root.member("app"); a.present() {
		app = readApp(a)
	}
	next := &message{ID: newUUID(), Created: in.now, Updated: in.now, PreferredService: m.PreferredService, Parts: parts{&appPart{
		reactions: noReactions(), App: app, Layout: readLayout(root.member("layout")), Type: api.PartApp,
		URL: root.member("url").text(), FallbackText: root.member("fallback_text").optional(),
	}}}
	s.state.addMessage(c, next, len(in.body))
	s.record(in, c, next.ID)
	return success(http.StatusAccepted, sendResponse{ChatID: c.ID, Message: next.sent(c)})
}

// createPoll is chats.polls.create.
func (s *Server) createPoll(in *request, root value, c *chat) response {
	content := root.member("poll")
	keys := in.keys(content)
	if a, ok := s.replay(in, keys); ok {
		return a
	}
	if a, ok := s.blocked(c.To, root); ok {
		return a
	}
	if a, full := pollFull(0, content); full {
		return a
	}
	m := &message{ID: newUUID(), Created: in.now, Updated: in.now, Parts: parts{}, Poll: &keptPoll{poll{Options: []pollOption{}}, noReactions()}}
	addPollOptions(&m.Poll.poll, content, c)
	s.state.addMessage(c, m, len(in.body))
	return s.finish(in, c, m, keys, success(http.StatusAccepted, m.pollResponse(c)))
}

// maxPollOptions limits the options of a poll. The API's limit is not documented.
const maxPollOptions = 1000

func pollFull(has int, content value) (response, bool) {
	for range content.member("options").elements() {
		has++
	}
	if has <= maxPollOptions {
		return response{}, false
	}
	return coded(api.CodeInvalidParameter, "the poll would have "+strconv.Itoa(has)+" options, but the mock allows "+strconv.Itoa(maxPollOptions)), true
}

func addPollOptions(p *poll, content value, c *chat) {
	for o := range content.member("options").elements() {
		p.Options = append(p.Options, pollOption{CreatorHandle: c.me(), OptionID: newUUID(), Text: o.member("text").text(), Voters: []voter{}})
	}
}

func notPoll(m *message) response {
	return coded(api.CodeInvalidParameter, "message "+m.ID+" is not a poll")
}

// addOptions is messages.polls.add_options.
func (s *Server) addOptions(in *request, root value, m *message, c *chat) response {
	if m.Poll == nil {
		return notPoll(m)
	}
	if a, full := pollFull(len(m.Poll.Options), root); full {
		return a
	}
	addPollOptions(&m.Poll.poll, root, c)
	s.state.grow(m, len(in.body))
	m.Updated = in.now
	s.record(in, c, m.ID)
	return success(http.StatusAccepted, m.pollResponse(c))
}

// vote is messages.polls.vote by the line itself.
func (s *Server) vote(in *request, root value, m *message, c *chat) response {
	if m.Poll == nil {
		return notPoll(m)
	}
	id := strings.ToLower(root.member("option_id").text())
	at := slices.IndexFunc(m.Poll.Options, func(o pollOption) bool { return o.OptionID == id })
	if at < 0 {
		return coded(api.CodeInvalidParameter, "the poll has no option "+id)
	}
	o := &m.Poll.Options[at]
	o.Voters = slices.DeleteFunc(o.Voters, func(v voter) bool { return v.Handle == c.Line })
	if root.member("operation").text() == api.OperationAdd {
		o.Voters = append(o.Voters, voter{Handle: c.Line, VotedAt: in.now})
	}
	m.Poll.TotalVoters = countVoters(&m.Poll.poll)
	m.Updated = in.now
	s.record(in, c, m.ID)
	return success(http.StatusAccepted, m.pollResponse(c))
}

// countVoters counts each voter once, however many options they chose.
func countVoters(p *poll) int {
	voters := map[string]bool{}
	for _, o := range p.Options {
		for _, v := range o.Voters {
			voters[v.Handle] = true
		}
	}
	return len(voters)
}

func (m *message) pollResponse(c *chat) pollResponse {
	return pollResponse{ChatID: c.ID, CreatedAt: m.Created, MessageID: m.ID, Poll: m.Poll.poll, Reactions: m.Poll.Reactions, UpdatedAt: m.Updated}
}
