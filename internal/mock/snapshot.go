package mock

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"
)

// snapshotVersion is the version of the state file format; Restore refuses
// others.
const snapshotVersion = 1

// snapshot is a state file.
type snapshot struct {
	Version     int                  `json:"version"`
	Serial      int64                `json:"serial"`
	Lines       []*line              `json:"lines"`
	Chats       []*chat              `json:"chats"`
	Messages    []*message           `json:"messages"`
	Attachments []*attachment        `json:"attachments"`
	OptedOut    map[string]time.Time `json:"opted_out"`

	Subscriptions []*subscription  `json:"subscriptions,omitempty"`
	Blocked       []*blockedHandle `json:"blocked,omitempty"`
}

// Snapshot returns the state as JSON: chats, messages, idempotency keys,
// attachments, flags and opt-outs. The requests of Sent are not part of it.
func (s *Server) Snapshot() ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return json.Marshal(snapshot{
		Version: snapshotVersion, Serial: s.state.serial, Lines: s.state.lines, Chats: s.state.sortedChats(),
		Messages: s.state.queue.items, Attachments: s.state.uploads.items, OptedOut: s.state.optedOut,
		Subscriptions: s.state.subscriptions.items, Blocked: s.state.blocked.items,
	})
}

// Restore replaces the state by a snapshot. If it returns an error the state is
// unchanged.
func (s *Server) Restore(b []byte) error {
	var in snapshot
	if err := json.Unmarshal(b, &in); err != nil {
		return fmt.Errorf("cannot read state: %w", err)
	}
	if in.Version != snapshotVersion {
		return fmt.Errorf("state has version %d, expected %d", in.Version, snapshotVersion)
	}
	st := newState(nil, s.config.History)
	if err := st.restore(in); err != nil {
		return fmt.Errorf("cannot read state: %w", err)
	}
	for _, number := range s.lines() { // a line that the configuration adds
		if l := st.line(number); l != nil {
			l.Added = false
		} else {
			st.addLine(&line{Number: number})
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = st
	return nil
}

// restore builds the indexes. An inconsistent state is an error here, not
// later in a request.
func (st *state) restore(in snapshot) error {
	for _, l := range in.Lines {
		if l != nil && st.line(l.Number) == nil {
			st.addLine(l)
			if l.Added {
				st.added++
			}
		}
	}
	for _, handle := range slices.SortedFunc(maps.Keys(in.OptedOut), func(a, b string) int { return in.OptedOut[a].Compare(in.OptedOut[b]) }) {
		st.optOut(handle, in.OptedOut[handle])
	}
	for _, c := range in.Chats {
		if c == nil || len(c.To) == 0 || c.ID == "" || st.chats[c.ID] != nil {
			return errors.New("a chat has no recipients, no id, or a duplicate id")
		}
		st.index(c)
		st.serial = max(st.serial, c.Serial)
	}
	if err := st.restoreMessages(in.Messages[max(0, len(in.Messages)-st.history):]); err != nil {
		return err
	}
	if st.serial = max(st.serial, in.Serial); st.serial > maxSerial {
		return errors.New("a serial number is too large")
	}
	for _, a := range in.Attachments {
		if a == nil || st.attachments[a.ID] != nil {
			return errors.New("an attachment has a duplicate id")
		}
		st.addAttachment(a)
	}
	for _, s := range in.Subscriptions {
		if s == nil || s.ID == "" {
			return errors.New("a webhook subscription has no id")
		}
		st.subscriptions.add(s)
	}
	for _, b := range in.Blocked {
		if b != nil {
			st.blocked.add(b)
		}
	}
	return nil
}

// maxSerial leaves room for the serial numbers of later messages.
const maxSerial = 1 << 62

func (st *state) restoreMessages(messages []*message) error {
	for _, m := range messages {
		if m == nil || m.ID == "" || st.chats[m.ChatID] == nil || st.messages[m.ID] != nil || m.Serial <= lastSerial(st.queue.items) {
			return errors.New("a message has no id, a duplicate id, no chat, or is out of order")
		}
		if m.Parts == nil {
			m.Parts = parts{}
		}
		if m.Poll != nil && m.Poll.Reactions == nil {
			m.Poll.Reactions = []reaction{}
		}
		c := st.chats[m.ChatID]
		c.messages = append(c.messages, m)
		st.messages[m.ID] = m
		st.serial = max(st.serial, m.Serial)
		for _, r := range m.Replies {
			if r == nil {
				return errors.New("an idempotency key is null")
			}
			r.message = m
			st.keys[r.Key] = r
		}
		encoded, err := json.Marshal(m)
		if err != nil {
			return err
		}
		m.size = int64(len(encoded))
		st.queue.add(m)
	}
	for _, c := range st.chats { // all their messages were older than the history
		if len(c.messages) == 0 {
			st.dropChat(c)
		}
	}
	return nil
}

func lastSerial(queue []*message) int64 {
	if len(queue) == 0 {
		return -1
	}
	return queue[len(queue)-1].Serial
}
