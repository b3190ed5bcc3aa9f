package forecast

import (
	"sync"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

// Forecast is what happens to a body over each service. The zero Forecast has no
// deliveries.
type Forecast struct {
	// Kind is the kind that the body was read as.
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
	// Possible reports whether the API uses this service for a recipient who has it
	// but none of the services before it; preferred_service may exclude it. Reason
	// says why, as a clause.
	Possible bool   `json:"possible"`
	Reason   string `json:"reason"`
	// Outcome is the worst fate among Items.
	Outcome Fate `json:"outcome"`
	// Items are the features of the body, in its order.
	Items []Item `json:"items"`
	// MMS reports whether SMS sends the message as MMS, which has no segments.
	MMS bool `json:"mms"`
	// Texts are the texts that are sent as SMS; nil for other services and MMS.
	Texts []Text `json:"texts,omitempty"`
}

// Fate is what happens to a feature over a service. The fates are ordered: a greater one
// is worse. The zero Fate is unset.
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
	SMSSize
}

// JSON reads a body and returns its forecast. The error is that of
// [builder.Parse]: a *[validate.InvalidError] for broken JSON or an unknown kind.
// Only [validate.WithKind] matters among the options.
func JSON(body []byte, opts ...validate.Option) (Forecast, error) {
	r, err := builder.Parse(body, opts...)
	if err != nil {
		return Forecast{}, err
	}
	return of(r), nil
}

// Of returns the forecast of a request, which may have errors; of nil the zero
// Forecast.
func Of(r builder.Request) Forecast {
	if r == nil {
		return Forecast{}
	}
	return of(written(r))
}

// unchecked lets a body with errors be built.
var unchecked = sync.OnceValue(func() *validate.Validator {
	return validate.New(validate.WithSeverity("*", validate.SeverityOff))
})

// written returns the request as its body has it, where members replace typed
// values, and r itself if it cannot be encoded.
func written(r builder.Request) builder.Request {
	body, err := r.BuildWith(unchecked())
	if err != nil {
		return r
	}
	read, err := builder.Parse(body.Bytes(), validate.WithKind(r.Kind()))
	if err != nil {
		return r
	}
	return read
}

func of(r builder.Request) Forecast {
	// All services list the same items in the same order.
	found := find(r)
	f := Forecast{Kind: r.Kind()}
	if m, ok := r.(builder.MessageRequest); ok {
		f.Preferred = m.Content().PreferredService
	}
	// An upload reaches no recipient.
	if r.Kind() == validate.KindAttachmentsCreate {
		return f
	}
	for _, service := range [...]validate.Service{validate.ServiceIMessage, validate.ServiceRCS, validate.ServiceSMS} {
		d := Delivery{Service: service, Outcome: Arrives}
		d.Possible, d.Reason = possible(service, f.Preferred)
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
	return ok && d.Possible && d.Outcome < Dropped
}

// possible reports whether preferred_service allows a service, according to the
// documentation of protocol selection.
func possible(s, preferred validate.Service) (bool, string) {
	switch preferred {
	case validate.ServiceIMessage:
		if s == validate.ServiceIMessage {
			return true, "preferred_service is iMessage: if the recipient does not have it, the send fails"
		}
		return false, "preferred_service is iMessage, which has no fallback"
	// Both mean the same to the API: RCS if possible, else SMS.
	case validate.ServiceSMS, validate.ServiceRCS:
		if s == validate.ServiceIMessage {
			return false, "preferred_service is " + string(preferred) + ", which never uses iMessage"
		}
		if s == validate.ServiceRCS {
			return true, "preferred_service is " + string(preferred) + ": RCS if the recipient has it"
		}
		return true, "preferred_service is " + string(preferred) + ": SMS if the recipient does not have RCS"
	}
	switch s {
	case validate.ServiceIMessage:
		return true, "tried first"
	case validate.ServiceRCS:
		return true, "tried if the recipient does not have iMessage"
	}
	return true, "tried last"
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
