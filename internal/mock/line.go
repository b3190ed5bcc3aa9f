package mock

import (
	"slices"
	"time"
)

// line is a number of the account.
type line struct {
	Number     string    `json:"number"`
	Flagged    bool      `json:"flagged,omitempty"`
	FlaggedAt  time.Time `json:"flagged_at,omitzero"`
	Added      bool      `json:"added,omitempty"` // by a request, not by the configuration
	Forwarding *string   `json:"forwarding,omitempty"`
	Card       *card     `json:"card,omitempty"`

	chats int // that are on it
}

// card is a contact card.
type card struct {
	FirstName   string `json:"first_name"`
	IsActive    bool   `json:"is_active"`
	PhoneNumber string `json:"phone_number"`
	ImageURL    string `json:"image_url,omitempty"`
	LastName    string `json:"last_name,omitempty"`
}

func (st *state) line(number string) *line { return st.byNumber[number] }

func (st *state) addLine(l *line) *line {
	st.lines = append(st.lines, l)
	st.byNumber[l.Number] = l
	return l
}

// lineOf returns a line, and adds it if a request is the first to name it. Added
// lines are limited: the oldest one without a chat is dropped.
func (st *state) lineOf(number string) *line {
	if l := st.line(number); l != nil {
		return l
	}
	l := st.addLine(&line{Number: number, Added: true})
	if st.added++; st.added > st.history {
		for _, old := range st.lines {
			if old.Added && old.chats == 0 && old != l {
				st.dropLine(old)
				break
			}
		}
	}
	return l
}

// releaseLine counts a chat less on a line. An added line is dropped with its
// last chat, unless it is flagged.
func (st *state) releaseLine(number string) {
	l := st.line(number)
	if l == nil {
		return
	}
	if l.chats--; l.chats == 0 && l.Added && !l.Flagged {
		st.dropLine(l)
	}
}

func (st *state) dropLine(l *line) {
	delete(st.byNumber, l.Number)
	st.lines = slices.DeleteFunc(st.lines, func(o *line) bool { return o == l })
	st.added--
}
