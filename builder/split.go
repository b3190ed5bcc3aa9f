package builder

import (
	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// Sequence is a request split into messages that are within the limits.
type Sequence struct {
	// Requests are to be sent in this order, each when the one before has been
	// accepted.
	Requests []Request
	// Left is what could not be split, in input order.
	Left []Leftover
}

// Leftover is what could not be split: a part as a request of its own, or the
// whole request.
type Leftover struct {
	Request Request
	Reason  string // a clause: "the whole text is a mention"
}

// Split splits a request that exceeds a limit of one message into the shortest
// sequence of messages that keeps its order and meaning. A request within the
// limits is returned unchanged. Split does not check the requests; Build does.
//
//   - A link, an app card and an app clip go out alone.
//   - Adjacent texts are joined with a newline if both fit into one text.
//   - A message takes 100 parts and 40 media parts with a public URL; the next
//     part starts a new message.
//   - A text over 10000 code points is cut, preferably at a line break, then after
//     a sentence, then between words, else between two grapheme clusters, never
//     inside a mention. White space at a cut is removed, and at both ends of such
//     a text. A decoration across a cut is on both sides of it.
//   - A message of white space or invisible code points alone is left out.
//   - Effect, reply, continuation and further members stay on the first message;
//     recipients, excluded lines, preferred service and override are on each.
//   - The idempotency keys are key, key-2, key-3 and so on. If that is over 255
//     code points, a hash of the key replaces its end.
//
// For a chats.create the first request is a chats.create and the others are
// chats.messages.send, for the chat in its response. Since the first message of a
// chat must not have a link, a link that would come first is moved behind the
// first text, and the first text is cut before a URL in it.
func (s sending[Self]) Split() Sequence {
	var k Self
	return s.send.split(s.self(), func(m send) Request { return k.withSend(m) })
}

// split is Split for every kind; as makes a request of the kind of self.
func (s *send) split(self Request, as func(send) Request) Sequence {
	c := &s.content
	parts, given := c.members.get("parts")
	switch {
	case isNull([]byte(parts)) && len(c.parts) == 0: // as beside an experience
		return Sequence{Requests: []Request{self}}
	case given:
		return Sequence{Left: []Leftover{{self, "parts is given as JSON, which is not split"}}}
	case c.experience != nil && len(c.parts) > 0:
		return Sequence{Left: []Leftover{{self, "an experience is sent instead of parts, never with them"}}}
	case len(c.parts) == 0:
		return Sequence{Requests: []Request{self}}
	}
	creates := self.Kind() == validate.KindChatsCreate
	ordered := c.parts
	if creates {
		ordered = linksBehind(ordered)
	}
	plan := packing{}
	for _, p := range ordered {
		if !creates {
			plan.add(p)
			continue
		}
		if reason := plan.addOpening(p); reason != "" {
			return Sequence{Left: []Leftover{{self, reason}}}
		}
	}
	plan.flush()
	plan.dropBlank(creates)

	request := func(s send, first bool) Request {
		if creates && !first {
			return ChatsMessagesSendRequest{sending[ChatsMessagesSendRequest]{s}}
		}
		return as(s)
	}
	var seq Sequence
	for i, parts := range plan.messages {
		m := *s
		if i > 0 {
			m = s.following(creates)
			m.content.key = numberedKey(c.key, i+1)
		}
		m.content.parts = parts
		seq.Requests = append(seq.Requests, request(m, i == 0))
	}
	for _, l := range plan.left {
		m := s.following(creates)
		m.content.parts = []Part{l.part}
		seq.Left = append(seq.Left, Leftover{request(m, false), l.reason})
	}
	return seq
}

// dropBlank takes out the messages of which nothing can be seen, unless that is
// all there is, or the first of a new chat, which must not be a link.
func (k *packing) dropBlank(creates bool) {
	kept := k.messages[:0:0]
	for i, parts := range k.messages {
		blank := !(creates && i == 0)
		for j := range parts {
			p := &parts[j]
			blank = blank && p.form == FormText && len(p.members) == 0 && p.mention == nil && p.stickers == nil && p.value != "" && isBlank(p.value)
		}
		if !blank {
			kept = append(kept, parts)
		}
	}
	if len(kept) > 0 {
		k.messages = kept
	}
}

// following returns the request without its message, for all requests of a
// sequence except the first.
func (s *send) following(creates bool) send {
	next := send{override: s.override}
	if !creates {
		next.to, next.excludeFrom = s.to, s.excludeFrom
	}
	next.content.service = s.content.service
	for _, name := range []string{"to", "exclude_from", "override_optout"} {
		if json, ok := s.members.get(name); ok && (!creates || name == "override_optout") {
			next.members = next.members.with(name, json)
		}
	}
	if json, ok := s.content.members.get("preferred_service"); ok {
		next.content.members = next.content.members.with("preferred_service", json)
	}
	return next
}

// packing packs parts into messages, each as full as possible. Since every run of
// a message's parts may be a message, that gives the smallest number.
type packing struct {
	messages [][]Part
	left     []leftPart
	current  []Part
	public   int // public URLs in the current message, which may have 40
}

type leftPart struct {
	part   Part
	reason string
}

func (k *packing) flush() {
	if len(k.current) > 0 {
		k.messages = append(k.messages, k.current)
	}
	k.current, k.public = nil, 0
}

func (k *packing) push(p Part) {
	if len(k.current) == api.MaxParts {
		k.flush()
	}
	k.current = append(k.current, p)
}

// add adds a part after those before it.
func (k *packing) add(p Part) {
	switch {
	case p.alone():
		k.flush()
		k.push(p)
		k.flush()
	case p.Type() == api.PartText:
		k.addText(p)
	case p.form == FormMedia && validate.PublicURL(p.value):
		if k.public == api.MaxURLMedia {
			k.flush()
		}
		k.push(p)
		k.public++
	default:
		k.push(p)
	}
}

// alone reports whether the part must be the only one.
func (p *Part) alone() bool {
	switch p.Type() {
	case api.PartLink, api.PartApp, api.PartAppClip:
		return true
	}
	return false
}

// addText adds a text after the parts before it: joined to the last one, or cut.
func (k *packing) addText(p Part) {
	long := p.tooLong()
	if n := len(k.current); n > 0 && k.current[n-1].Type() == api.PartText {
		joined, ok := join(&k.current[n-1], &p)
		switch {
		case ok && !joined.tooLong():
			k.current[n-1] = joined
			return
		case ok && long && joined.leastPieces() <= p.leastPieces():
			if pieces, reason := cut(&joined); reason == "" {
				k.current[n-1] = pieces[0]
				k.pushEach(pieces[1:])
				return
			}
		}
		k.flush()
	}
	if !long {
		k.push(p)
		return
	}
	pieces, reason := cut(&p)
	if reason != "" {
		k.flush()
		k.left = append(k.left, leftPart{p, reason})
		return
	}
	k.push(pieces[0])
	k.pushEach(pieces[1:])
}

// pushEach adds the later pieces of a text, each in a new message.
func (k *packing) pushEach(pieces []Part) {
	for _, p := range pieces {
		k.flush()
		k.push(p)
	}
}

// reports returns the first diagnostic of a rule in an error of Build, or nil.
func reports(err error, rule string) *validate.Diagnostic {
	invalid, ok := err.(*validate.InvalidError)
	if !ok {
		return nil
	}
	for i := range invalid.Report.Diagnostics {
		if d := &invalid.Report.Diagnostics[i]; d.Rule == rule {
			return d
		}
	}
	return nil
}
