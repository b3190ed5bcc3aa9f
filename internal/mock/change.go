package mock

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock/apierror"
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
	text.Value, text.TextDecorations, text.Mention, text.MentionRange = root.member("text").text(), nil, "", nil
	m.Updated = in.now
	s.record(in, c, m.ID)
	return success(http.StatusOK, m.full(c))
}

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

// react is messages.react: the line has one reaction to each part, as in
// Messages.
func (s *Server) react(in *request, root value, m *message, c *chat) response {
	list, bad := reactionsAt(m, root.member("part_index"))
	if bad != nil {
		return *bad
	}
	r := reaction{Handle: c.me(), IsMe: true, Type: root.member("type").text(), CustomEmoji: root.member("custom_emoji").optional()}
	if root.member("operation").text() == "add" {
		*list = append(slices.DeleteFunc(*list, func(o reaction) bool { return o.IsMe }), r)
	} else {
		*list = slices.DeleteFunc(*list, func(o reaction) bool {
			return o.IsMe && o.Type == r.Type && (o.CustomEmoji == nil || r.CustomEmoji == nil || *o.CustomEmoji == *r.CustomEmoji)
		})
	}
	m.Updated = in.now
	s.record(in, c, m.ID)
	return success(http.StatusOK, reactionResponse{Message: "Reaction processed", Status: "accepted", TraceID: apierror.TraceID()})
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
	next := &message{ID: newUUID(), Created: in.now, Updated: in.now, PreferredService: m.PreferredService, Parts: parts{&appPart{
		reactions: noReactions(), App: card.App, Layout: readLayout(root.member("layout")), Type: api.PartApp,
		URL: root.member("url").text(), FallbackText: root.member("fallback_text").optional(),
	}}}
	s.state.addMessage(c, next)
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
	m := &message{ID: newUUID(), Created: in.now, Updated: in.now, Parts: parts{}, Poll: &keptPoll{poll{Options: []pollOption{}}, noReactions()}}
	addPollOptions(&m.Poll.poll, content, c)
	s.state.addMessage(c, m)
	return s.finish(in, c, m, keys, success(http.StatusAccepted, m.pollResponse(c)))
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
	addPollOptions(&m.Poll.poll, root, c)
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
	if root.member("operation").text() == "add" {
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
