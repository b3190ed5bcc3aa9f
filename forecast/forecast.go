package forecast

import (
	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

// Forecast is what happens to a body over each service. The zero Forecast has no
// deliveries.
type Forecast struct {
	// Kind is what the body was read as.
	Kind validate.Kind `json:"kind"`
	// Preferred is the body's preferred_service, "" if it has none.
	Preferred validate.Service `json:"preferred_service,omitempty"`
	// Deliveries are the three services in the order in which the API tries
	// them: iMessage, RCS, SMS. It is nil for attachments.create, which reaches no
	// recipient.
	Deliveries []Delivery `json:"deliveries"`
}

// Delivery is what happens to a body over one service.
type Delivery struct {
	Service validate.Service `json:"service"`
	// Use says whether the API may use this service, and Reason says why.
	Use    Use    `json:"use"`
	Reason string `json:"reason"`
	// Outcome is the worst fate among Items.
	Outcome Fate `json:"outcome"`
	// Items are the features of the body, in its order.
	Items []Item `json:"items"`
	// MMS reports whether the message is sent as MMS, which has no segments; it is
	// false for other services than SMS.
	MMS bool `json:"mms"`
	// Texts are the texts that are sent as SMS; nil for other services and MMS.
	Texts []Text `json:"texts,omitempty"`
}

// Use says whether the API may use a service for a body. The zero Use is unset.
type Use uint8

// The uses.
const (
	Possible Use = iota + 1 // if the recipient has this service and none before it
	Never                   // preferred_service rules it out
)

// String returns "possible", "never" or "".
func (u Use) String() string {
	return [...]string{"", "possible", "never"}[min(u, Never+1)%3]
}

// Fate is what happens to a feature over a service; greater is worse. The zero
// Fate is unset.
type Fate uint8

// The fates.
const (
	Arrives  Fate = iota + 1 // as it was sent
	Unstated                 // no page says
	Changed                  // in another form
	Dropped                  // without an error
	Fails                    // the request or the delivery fails
)

// String returns "arrives", "unstated", "changed", "dropped", "fails" or "".
func (f Fate) String() string {
	return [...]string{"", "arrives", "unstated", "changed", "dropped", "fails"}[min(f, Fails+1)%6]
}

// Item is a feature of a body with its fate over a service.
type Item struct {
	Pointer string          `json:"pointer"` // JSON Pointer (RFC 6901); "" for the whole body
	What    string          `json:"what"`    // "the effect confetti"
	Fate    Fate            `json:"fate"`
	Message string          `json:"message"`            // what happens, a clause
	APICode int             `json:"api_code,omitempty"` // code of the API's error; 0 for none or an unknown one
	Source  validate.Source `json:"source"`
}

// Text is a text that is sent as SMS.
type Text struct {
	Pointer string `json:"pointer"`
	SMS
}

// JSON reads a body and returns its forecast. The error is that of
// [builder.Parse]: a *[validate.InvalidError] for broken JSON or an unknown kind.
// Only [validate.WithKind] matters among the options.
func JSON(body []byte, opts ...validate.Option) (Forecast, error) {
	r, err := builder.Parse(body, opts...)
	if err != nil {
		return Forecast{}, err
	}
	return Of(r), nil
}

// Of returns the forecast of a request, which may have errors; of nil the zero
// Forecast.
func Of(r builder.Request) Forecast {
	if r == nil {
		return Forecast{}
	}
	// All services list the same items in the same order.
	found := find(r)
	content, _ := r.Content()
	f := Forecast{Kind: r.Kind(), Preferred: content.Service}
	// An upload reaches no recipient.
	if r.Kind() == validate.KindAttachmentsCreate {
		return f
	}
	for _, service := range [...]validate.Service{validate.ServiceIMessage, validate.ServiceRCS, validate.ServiceSMS} {
		d := Delivery{Service: service, Outcome: Arrives}
		d.Use, d.Reason = use(service, content.Service)
		for i := range found {
			rule := found[i].feature.over(service)
			d.Items = append(d.Items, Item{
				Pointer: found[i].pointer, What: found[i].what,
				Fate: rule.fate, Message: rule.message, APICode: rule.code, Source: rule.source,
			})
			// Fates are ordered, so the worst is the greatest.
			d.Outcome = max(d.Outcome, rule.fate)
			d.MMS = d.MMS || rule.mms
		}
		// An MMS has no segments.
		if service == validate.ServiceSMS && !d.MMS {
			d.Texts = texts(found)
		}
		f.Deliveries = append(f.Deliveries, d)
	}
	return f
}

// Over returns the delivery over a service; ok is false if there is none.
func (f Forecast) Over(s validate.Service) (d Delivery, ok bool) {
	for _, d := range f.Deliveries {
		if d.Service == s {
			return d, true
		}
	}
	return Delivery{}, false
}

// Survives reports whether the API may use the service and all of the body
// arrives, if in another form: nothing is dropped or fails. It is false for a
// Forecast without deliveries.
func (f Forecast) Survives(s validate.Service) bool {
	d, ok := f.Over(s)
	return ok && d.Use == Possible && d.Outcome < Dropped
}

// use says whether preferred_service allows a service, by the page on protocol
// selection.
func use(s, preferred validate.Service) (Use, string) {
	switch preferred {
	case validate.ServiceIMessage:
		if s == validate.ServiceIMessage {
			return Possible, "preferred_service is iMessage: if the recipient does not have it, the send fails"
		}
		return Never, "preferred_service is iMessage, which has no fallback"
	// Both mean the same to the API: RCS if possible, else SMS.
	case validate.ServiceSMS, validate.ServiceRCS:
		if s == validate.ServiceIMessage {
			return Never, "preferred_service is " + string(preferred) + ", which never uses iMessage"
		}
		if s == validate.ServiceRCS {
			return Possible, "preferred_service is " + string(preferred) + ": RCS if the recipient has it"
		}
		return Possible, "preferred_service is " + string(preferred) + ": SMS if the recipient does not have RCS"
	}
	switch s {
	case validate.ServiceIMessage:
		return Possible, "tried first"
	case validate.ServiceRCS:
		return Possible, "tried if the recipient does not have iMessage"
	}
	return Possible, "tried last"
}

// texts returns the texts of an SMS: a link is sent as its URL.
func texts(found []finding) []Text {
	var out []Text
	for i := range found {
		if found[i].feature == featureText || found[i].feature == featureLink {
			out = append(out, Text{found[i].pointer, CountSMS(found[i].text)})
		}
	}
	return out
}
