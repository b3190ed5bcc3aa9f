package main

import (
	"encoding/json"
	"unicode/utf16"

	"github.com/go-playground/validator/v10"
)

// send and what is in it are a body as structs, with validator/v10's tags for
// what tags can express. checkParts and checkDecorations check the rest.
type send struct {
	To           []string      `json:"to" validate:"required,min=1,max=31,unique,dive,e164|email"`
	Message      message       `json:"message" validate:"required"`
	Continuation *continuation `json:"continuation_message" validate:"omitempty"`
}

type continuation struct {
	Text string `json:"text" validate:"required,max=10000"`
}

type message struct {
	Parts            []part   `json:"parts" validate:"required,min=1,max=100,dive"`
	Effect           *effect  `json:"effect" validate:"omitempty"`
	ReplyTo          *replyTo `json:"reply_to" validate:"omitempty"`
	PreferredService string   `json:"preferred_service" validate:"omitempty,oneof=iMessage SMS RCS"`
	IdempotencyKey   string   `json:"idempotency_key" validate:"max=255"`
}

type effect struct {
	Name string `json:"name" validate:"required"`
	Type string `json:"type" validate:"required,oneof=screen bubble"`
}

type replyTo struct {
	MessageID string `json:"message_id" validate:"required,uuid"`
	PartIndex int    `json:"part_index" validate:"min=0,max=2147483647"`
}

type part struct {
	Type         string       `json:"type" validate:"required,oneof=text media link imessage_app"`
	Value        string       `json:"value" validate:"required_if=Type text,required_if=Type link,max=10000"`
	Decorations  []decoration `json:"text_decorations" validate:"dive"`
	URL          string       `json:"url" validate:"omitempty,url,max=2048"`
	AttachmentID string       `json:"attachment_id" validate:"omitempty,uuid"`
	App          *app         `json:"app" validate:"required_if=Type imessage_app,omitempty"`
	Layout       *layout      `json:"layout" validate:"required_if=Type imessage_app,omitempty"`
	FallbackText string       `json:"fallback_text" validate:"max=1024"`
	Interactive  *bool        `json:"interactive"`
}

type decoration struct {
	Range     []int  `json:"range" validate:"required,len=2,dive,min=0"`
	Style     string `json:"style" validate:"required_without=Animation,excluded_with=Animation,omitempty,oneof=bold italic strikethrough underline"`
	Animation string `json:"animation" validate:"omitempty,oneof=big small shake nod explode ripple bloom jitter"`
}

type app struct {
	BundleID   string `json:"bundle_id" validate:"required,max=255,excludes=:"`
	Name       string `json:"name" validate:"required,max=64"`
	TeamID     string `json:"team_id" validate:"required,len=10,alphanum,uppercase"`
	AppStoreID int64  `json:"app_store_id" validate:"omitempty,min=1"`
}

type layout struct {
	Caption            string `json:"caption" validate:"max=512"`
	Subcaption         string `json:"subcaption" validate:"max=512"`
	TrailingCaption    string `json:"trailing_caption" validate:"max=512"`
	TrailingSubcaption string `json:"trailing_subcaption" validate:"max=512"`
	ImageTitle         string `json:"image_title" validate:"max=512"`
	ImageSubtitle      string `json:"image_subtitle" validate:"max=512"`
	ImageURL           string `json:"image_url" validate:"omitempty,url,max=2048"`
}

// tagChecks returns the check by structs, tags and struct-level rules.
func tagChecks() func(body []byte) error {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterStructValidation(checkParts, message{})
	v.RegisterStructValidation(checkDecorations, part{})
	return func(body []byte) error {
		var m send
		if err := json.Unmarshal(body, &m); err != nil {
			return err
		}
		return v.Struct(&m)
	}
}

// checkParts checks what the tags of one part cannot: all parts together.
func checkParts(sl validator.StructLevel) {
	m := sl.Current().Interface().(message)
	urls := 0
	for i, p := range m.Parts {
		if p.URL != "" {
			urls++
		}
		if i > 0 && p.Type == "text" && m.Parts[i-1].Type == "text" {
			sl.ReportError(m.Parts, "parts", "Parts", "consecutive-text", "")
		}
		if (p.Type == "link" || p.Type == "imessage_app") && len(m.Parts) > 1 {
			sl.ReportError(m.Parts, "parts", "Parts", "alone", "")
		}
	}
	if urls > 40 {
		sl.ReportError(m.Parts, "parts", "Parts", "url-media", "40")
	}
}

// checkDecorations checks that ranges fit the text and animations do not overlap.
func checkDecorations(sl validator.StructLevel) {
	p := sl.Current().Interface().(part)
	if p.Type == "media" && (p.URL == "") == (p.AttachmentID == "") {
		sl.ReportError(p.URL, "url", "URL", "one-source", "")
	}
	if len(p.Decorations) == 0 {
		return
	}
	units := len(utf16.Encode([]rune(p.Value)))
	for i, d := range p.Decorations {
		if len(d.Range) != 2 {
			return
		}
		if d.Range[0] >= d.Range[1] || d.Range[1] > units {
			sl.ReportError(d.Range, "range", "Range", "bounds", "")
		}
		for _, e := range p.Decorations[:i] {
			if (d.Animation != "" || e.Animation != "") && d.Range[0] < e.Range[1] && e.Range[0] < d.Range[1] {
				sl.ReportError(d.Range, "range", "Range", "overlap", "")
			}
		}
	}
}
