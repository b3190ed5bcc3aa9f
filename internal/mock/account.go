package mock

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/linqlint/linqlint/internal/api"
)

// The account: its numbers, contact cards, webhook subscriptions and blocked
// handles.

type subscription struct {
	ID           string    `json:"id"`
	CreatedAt    time.Time `json:"created_at"`
	IsActive     bool      `json:"is_active"`
	Events       []string  `json:"subscribed_events"`
	TargetURL    string    `json:"target_url"`
	UpdatedAt    time.Time `json:"updated_at"`
	PhoneNumbers []string  `json:"phone_numbers"`
}

func (s *subscription) size() int64 {
	n := len(s.TargetURL)
	for _, text := range append(slices.Clone(s.Events), s.PhoneNumbers...) {
		n += len(text) + 16
	}
	return int64(n)
}

type blockedHandle struct {
	BlockedAt time.Time `json:"blocked_at"`
	Handle    string    `json:"handle"`
	Reason    string    `json:"reason,omitempty"`
}

type numberHealth struct {
	DocURL string `json:"doc_url"`
	Status string `json:"status"`
}

type phoneNumber struct {
	ID           string       `json:"id"`
	HealthStatus numberHealth `json:"health_status"`
	PhoneNumber  string       `json:"phone_number"`
	Reputation   numberHealth `json:"reputation"`
	Forwarding   *string      `json:"forwarding_number"`
}

func (s *Server) listNumbers(*request) response {
	out := struct {
		PhoneNumbers []phoneNumber `json:"phone_numbers"`
	}{[]phoneNumber{}}
	for _, l := range s.state.lines {
		h := numberHealth{DocURL: docURL, Status: "HEALTHY"}
		if l.Flagged {
			h.Status = "CRITICAL"
		}
		out.PhoneNumbers = append(out.PhoneNumbers, phoneNumber{ID: handleID(l.Number), HealthStatus: h, PhoneNumber: l.Number, Reputation: h, Forwarding: l.Forwarding})
	}
	return success(http.StatusOK, out)
}

// updateNumber is phone_numbers.update.
func (s *Server) updateNumber(in *request, root value) response {
	for _, l := range s.state.lines {
		if handleID(l.Number) != in.id {
			continue
		}
		if l.Forwarding = root.member("forwarding_number").optional(); l.Forwarding != nil && *l.Forwarding == "" {
			l.Forwarding = nil
		}
		return success(http.StatusOK, struct {
			ID          string  `json:"id"`
			Forwarding  *string `json:"forwarding_number"`
			PhoneNumber string  `json:"phone_number"`
		}{in.id, l.Forwarding, l.Number})
	}
	return coded(api.CodeInvalidParameter, "no phone number "+in.id)
}

// availableNumber returns the line that messages.create would choose.
func (s *Server) availableNumber(*request) response {
	l, bad := s.state.bestLine(nil)
	if bad != nil {
		return *bad
	}
	return success(http.StatusOK, struct {
		PhoneNumber string `json:"phone_number"`
		VCFURL      string `json:"vcf_url"`
	}{l.Number, "https://cdn.linqapp.com/contact_cards/" + handleID(l.Number) + ".vcf"})
}

// capability is capability.check_imessage and capability.check_rcs: every address
// has both services.
func (s *Server) capability(_ *request, root value) response {
	return success(http.StatusOK, struct {
		Address   string `json:"address"`
		Available bool   `json:"available"`
	}{root.member("address").text(), true})
}

func (s *Server) listCards(in *request) response {
	out := struct {
		Cards []card `json:"contact_cards"`
	}{[]card{}}
	for _, l := range s.state.lines {
		if number := in.query.Get("phone_number"); l.Card != nil && (number == "" || number == l.Number) {
			out.Cards = append(out.Cards, *l.Card)
		}
	}
	return success(http.StatusOK, out)
}

// createCard is contact_card.create, which replaces the card of the number.
func (s *Server) createCard(_ *request, root value) response {
	number := root.member("phone_number").text()
	l := s.state.line(number)
	if l == nil {
		return coded(api.CodeAccessDenied, number+" is not a line of this account")
	}
	l.Card = &card{IsActive: true, PhoneNumber: number}
	l.Card.read(root)
	return success(http.StatusOK, l.Card)
}

// updateContact is contact_card.update. The number is in the query.
func (s *Server) updateContact(in *request, root value) response {
	number := in.query.Get("phone_number")
	l := s.state.line(number)
	if l == nil || l.Card == nil {
		return coded(api.CodeInvalidParameter, "no contact card for "+number)
	}
	l.Card.read(root)
	return success(http.StatusOK, l.Card)
}

func (c *card) read(root value) {
	for name, text := range map[string]*string{"first_name": &c.FirstName, "last_name": &c.LastName, "image_url": &c.ImageURL} {
		if given := root.member(name).optional(); given != nil {
			*text = *given
		}
	}
}

func (s *Server) listBlocked(*request) response {
	list := slices.Clone(s.state.blocked.items)
	slices.Reverse(list) // the newest first
	if list == nil {
		list = []*blockedHandle{}
	}
	return success(http.StatusOK, struct {
		Blocked []*blockedHandle `json:"blocked_handles"`
	}{list})
}

// block is blocked_handles.block.
func (s *Server) block(in *request, root value) response {
	b := &blockedHandle{BlockedAt: in.now, Handle: strings.ToLower(root.member("handle").text()), Reason: root.member("reason").text()}
	s.state.blocked.remove(b.same)
	s.state.blocked.add(b)
	return success(http.StatusOK, struct {
		Blocked *blockedHandle `json:"blocked_handle"`
	}{b})
}

func (s *Server) unblock(_ *request, root value) response {
	b := &blockedHandle{Handle: strings.ToLower(root.member("handle").text())}
	s.state.blocked.remove(b.same)
	return response{status: http.StatusNoContent}
}

func (b *blockedHandle) same(o *blockedHandle) bool { return o.Handle == b.Handle }

func (s *Server) listSubscriptions(*request) response {
	list := s.state.subscriptions.items
	if list == nil {
		list = []*subscription{}
	}
	return success(http.StatusOK, struct {
		Subscriptions []*subscription `json:"subscriptions"`
	}{list})
}

func (s *Server) subscription(id string) *subscription {
	for _, sub := range s.state.subscriptions.items {
		if sub.ID == id {
			return sub
		}
	}
	return nil
}

func (s *Server) getSubscription(in *request) response {
	sub := s.subscription(in.id)
	if sub == nil {
		return noSubscription(in.id)
	}
	return success(http.StatusOK, sub)
}

func noSubscription(id string) response {
	return coded(api.CodeMessageNotFound, "no webhook subscription "+id)
}

func (s *Server) deleteSubscription(in *request) response {
	if s.subscription(in.id) == nil {
		return noSubscription(in.id)
	}
	s.state.subscriptions.remove(func(o *subscription) bool { return o.ID == in.id })
	return response{status: http.StatusNoContent}
}

// subscribe is webhook_subscriptions.create. The mock sends no events.
func (s *Server) subscribe(in *request, root value) response {
	sub := &subscription{ID: newUUID(), CreatedAt: in.now, UpdatedAt: in.now, IsActive: true, Events: []string{}}
	sub.read(root)
	s.state.subscriptions.add(sub)
	return success(http.StatusCreated, struct {
		*subscription
		Secret string `json:"signing_secret"`
	}{sub, "whsec_" + strings.ReplaceAll(newUUID(), "-", "")})
}

// updateSubscription is webhook_subscriptions.update.
func (s *Server) updateSubscription(in *request, root value) response {
	sub := s.subscription(in.id)
	if sub == nil {
		return noSubscription(in.id)
	}
	before := sub.size()
	sub.read(root)
	sub.UpdatedAt = in.now
	s.state.subscriptions.grow(sub.size() - before)
	return success(http.StatusOK, sub)
}

// read reads the members that are present; a null or empty phone_numbers clears
// the filter.
func (s *subscription) read(root value) {
	if url := root.member("target_url").optional(); url != nil {
		s.TargetURL = *url
	}
	if events := root.member("subscribed_events"); events.present() {
		s.Events = append([]string{}, events.texts()...)
	}
	if root.has("phone_numbers") {
		s.PhoneNumbers = root.member("phone_numbers").texts()
	}
	if active := root.member("is_active"); active.present() {
		s.IsActive = active.boolean()
	}
}
