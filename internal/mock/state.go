package mock

import (
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// state is everything the server keeps. The server's lock is held when its
// methods are called.
type state struct {
	history       int
	lines         []*line
	byNumber      map[string]*line
	added         int // lines that requests have added
	chats         map[string]*chat
	byKey         map[string][]*chat // by recipients, oldest first
	messages      map[string]*message
	queue         kept[*message]
	serial        int64 // of the last chat or message
	attachments   map[string]*attachment
	uploads       kept[*attachment]
	keys          map[string]*reply
	optedOut      map[string]time.Time
	optOuts       kept[string] // the handles of optedOut
	subscriptions kept[*subscription]
	blocked       kept[*blockedHandle]
	sent          kept[Sent]
	requests      kept[Event]
}

// chat is a set of recipients on a line.
type chat struct {
	Serial  int64     `json:"serial"`
	ID      string    `json:"id"`
	Line    string    `json:"line"`
	To      []string  `json:"to"`
	Service string    `json:"service"`
	Created time.Time `json:"created_at"`
	Updated time.Time `json:"updated_at"`
	Name    string    `json:"name,omitempty"` // set by a client
	Icon    *string   `json:"icon,omitempty"`

	messages []*message // oldest first
	size     int64      // bytes of Name and Icon
}

func (c *chat) group() bool { return len(c.To) > 1 }

type message struct {
	Serial           int64     `json:"serial"`
	ID               string    `json:"id"`
	ChatID           string    `json:"chat_id"`
	Created          time.Time `json:"created_at"`
	Updated          time.Time `json:"updated_at"`
	Parts            parts     `json:"parts"`
	Effect           *effect   `json:"effect,omitempty"`
	PreferredService *string   `json:"preferred_service,omitempty"`
	ReplyTo          *replyTo  `json:"reply_to,omitempty"`
	Poll             *keptPoll `json:"poll,omitempty"`
	Deleted          bool      `json:"deleted,omitempty"`
	Replies          []*reply  `json:"replies,omitempty"`

	size int64 // bytes, about
}

// keptPoll is a poll with the reactions to it as a whole.
type keptPoll struct {
	poll
	reactions
}

// reply is the response that a repeated idempotency key gets again.
type reply struct {
	Key    string `json:"key"`
	Status int    `json:"status"`
	Body   []byte `json:"body"`

	message *message
}

type attachment struct {
	attachmentState
	Received int64 `json:"received,omitempty"` // bytes
}

// Sent is one accepted request. Body is what was received; the caller must not
// change it.
type Sent struct {
	Kind      validate.Kind
	Body      []byte
	Report    validate.Report // its warnings
	At        time.Time
	ChatID    string // "" for attachments.create
	MessageID string // of the new message, or of the one that the request changes
	From      string // the line
	To        []string
}

func newState(lines []string, history int) *state {
	st := &state{
		history: history, byNumber: map[string]*line{},
		chats: map[string]*chat{}, byKey: map[string][]*chat{}, messages: map[string]*message{},
		attachments: map[string]*attachment{}, keys: map[string]*reply{}, optedOut: map[string]time.Time{},
	}
	st.queue = kept[*message]{max: history, size: func(m *message) int64 { return m.size }, drop: st.forget}
	st.uploads = kept[*attachment]{max: history, size: (*attachment).size, drop: func(a *attachment) { delete(st.attachments, a.ID) }}
	st.optOuts = kept[string]{max: history, size: func(h string) int64 { return int64(len(h)) }, drop: func(h string) { delete(st.optedOut, h) }}
	st.subscriptions = kept[*subscription]{max: history, size: (*subscription).size}
	st.blocked = kept[*blockedHandle]{max: history, size: func(b *blockedHandle) int64 { return int64(len(b.Handle) + len(b.Reason)) }}
	st.sent = kept[Sent]{max: history, size: func(s Sent) int64 { return int64(len(s.Body)) }}
	st.requests = kept[Event]{max: history, size: func(e Event) int64 { return int64(len(e.Path) + len(e.Detail) + len(e.Body)) }}
	for _, number := range lines {
		if st.line(number) == nil {
			st.addLine(&line{Number: number})
		}
	}
	return st
}

// recipientsKey returns the same key for the same set of recipients.
func recipientsKey(to []string) string {
	set := make([]string, len(to))
	for i, h := range to {
		set[i] = strings.ToLower(h)
	}
	slices.Sort(set)
	return strings.Join(slices.Compact(set), "\n")
}

// distinct removes duplicate recipients.
func distinct(to []string) []string {
	var out []string
	for _, h := range to {
		if !slices.ContainsFunc(out, func(o string) bool { return strings.EqualFold(o, h) }) {
			out = append(out, h)
		}
	}
	return out
}

func (st *state) addChat(from string, to []string, service string, now time.Time) *chat {
	st.serial++
	c := &chat{Serial: st.serial, ID: newUUID(), Line: from, To: distinct(to), Service: service, Created: now, Updated: now}
	st.index(c)
	return c
}

// index adds a chat to the maps.
func (st *state) index(c *chat) {
	st.chats[c.ID] = c
	key := recipientsKey(c.To)
	st.byKey[key] = append(st.byKey[key], c)
	st.lineOf(c.Line).chats++
	c.size = 0
	st.rename(c, c.Name, c.Icon)
}

// rename sets the name and the icon of a chat, whose size counts with that of the
// messages.
func (st *state) rename(c *chat, name string, icon *string) {
	size := int64(len(name))
	if icon != nil {
		size += int64(len(*icon))
	}
	grown := size - c.size
	c.Name, c.Icon, c.size = name, icon, size
	st.queue.grow(grown)
}

// setRecipients changes who is in a chat.
func (st *state) setRecipients(c *chat, to []string) {
	st.unindex(c)
	c.To = to
	key := recipientsKey(to)
	st.byKey[key] = append(st.byKey[key], c)
}

func (st *state) unindex(c *chat) {
	key := recipientsKey(c.To)
	rest := slices.DeleteFunc(st.byKey[key], func(o *chat) bool { return o == c })
	if len(rest) == 0 {
		delete(st.byKey, key)
	} else {
		st.byKey[key] = rest
	}
}

// addMessage adds m as the last message of the chat; the oldest ones of all chats
// are dropped if there are too many. Size is that of the request, in bytes.
func (st *state) addMessage(c *chat, m *message, size int) {
	st.serial++
	m.Serial, m.ChatID, m.size = st.serial, c.ID, int64(size)
	st.messages[m.ID] = m
	c.messages = append(c.messages, m)
	c.Updated = m.Created
	st.queue.add(m)
}

// grow adds to the size of a message that is changed.
func (st *state) grow(m *message, bytes int) {
	m.size += int64(bytes)
	st.queue.grow(int64(bytes))
}

// forget drops the oldest message of all, which is the oldest of its chat too; a
// chat is dropped with its last message.
func (st *state) forget(m *message) {
	delete(st.messages, m.ID)
	for _, r := range m.Replies {
		delete(st.keys, r.Key)
	}
	c := st.chats[m.ChatID]
	c.messages[0] = nil
	c.messages = c.messages[1:]
	if len(c.messages) == 0 {
		st.dropChat(c)
	}
}

func (st *state) dropChat(c *chat) {
	delete(st.chats, c.ID)
	st.unindex(c)
	st.queue.bytes -= c.size
	st.releaseLine(c.Line)
}

func (st *state) addAttachment(a *attachment) {
	st.attachments[a.ID] = a
	st.uploads.add(a)
}

func (a *attachment) size() int64 {
	return int64(len(a.Filename) + len(a.ContentType) + len(a.DownloadURL))
}

// optOut records that a person has opted out.
func (st *state) optOut(handle string, at time.Time) {
	handle = strings.ToLower(handle)
	_, again := st.optedOut[handle]
	st.optedOut[handle] = at
	if !again {
		st.optOuts.add(handle)
	}
}

func (st *state) optIn(handle string) {
	handle = strings.ToLower(handle)
	delete(st.optedOut, handle)
	st.optOuts.remove(func(h string) bool { return h == handle })
}

// displayName returns the name of a chat, by default its recipients.
func (c *chat) displayName() string {
	if c.Name != "" {
		return c.Name
	}
	return strings.Join(c.To, ", ")
}

// handles returns a chat's participants, the line first.
func (c *chat) handles() []handle {
	out := make([]handle, 0, len(c.To)+1)
	out = append(out, c.me())
	for _, to := range c.To {
		out = append(out, c.handle(to))
	}
	return out
}

func (c *chat) me() handle {
	h := c.handle(c.Line)
	h.IsMe = true
	return h
}

func (c *chat) handle(name string) handle {
	return handle{ID: handleID(name), Handle: name, JoinedAt: c.Created, Service: c.Service, Status: "active"}
}

// docURL is where the documentation of a status would be.
const docURL = "https://docs.linqapp.com/"

func (st *state) health(c *chat) healthStatus {
	h := healthStatus{DocURL: docURL, Status: "HEALTHY", UpdatedAt: c.Created}
	if at, out := st.optedOut[strings.ToLower(c.To[0])]; out && !c.group() {
		h.Status, h.UpdatedAt = "OPTED_OUT", at
	} else if l := st.line(c.Line); l != nil && l.Flagged {
		h.Status, h.UpdatedAt = "CRITICAL", l.FlaggedAt
	}
	return h
}

func (m *message) sent(c *chat) sentMessage {
	return sentMessage{
		ID: m.ID, CreatedAt: m.Created, DeliveryStatus: "pending", Parts: m.Parts, Effect: m.Effect,
		FromHandle: c.me(), PreferredService: m.PreferredService, ReplyTo: m.ReplyTo, Service: m.service(c),
	}
}

func (m *message) full(c *chat) fullMessage {
	return fullMessage{
		ID: m.ID, ChatID: c.ID, CreatedAt: m.Created, DeliveryStatus: "delivered", IsDelivered: true, IsFromMe: true,
		UpdatedAt: m.Updated, DeliveredAt: m.Created, Effect: m.Effect, From: c.Line, FromHandle: c.me(), Parts: m.Parts,
		PreferredService: m.PreferredService, ReplyTo: m.ReplyTo, SentAt: m.Created, Service: m.service(c),
	}
}

func (m *message) service(c *chat) string {
	if m.PreferredService != nil {
		return *m.PreferredService
	}
	return c.Service
}

// orIMessage returns the preferred service, iMessage if there is none.
func orIMessage(preferred *string) string {
	if preferred != nil {
		return *preferred
	}
	return api.IMessage
}

// newUUID returns a random UUID of version 4.
func newUUID() string {
	var b [16]byte
	for i, word := range [2]uint64{rand.Uint64(), rand.Uint64()} {
		for k := range 8 {
			b[i*8+k] = byte(word >> (8 * k))
		}
	}
	return formatUUID(b, 4)
}

// handleID returns an id that is the same for a handle in every chat and run.
func handleID(name string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(name)))
	return formatUUID([16]byte(sum[:16]), 8)
}

func formatUUID(b [16]byte, version byte) string {
	b[6], b[8] = b[6]&0x0f|version<<4, b[8]&0x3f|0x80
	out := make([]byte, 0, 36)
	for i, end := range [...]int{4, 6, 8, 10, 16} {
		if i > 0 {
			out = append(out, '-')
		}
		start := [...]int{0, 4, 6, 8, 10}[i]
		out = hex.AppendEncode(out, b[start:end])
	}
	return string(out)
}
