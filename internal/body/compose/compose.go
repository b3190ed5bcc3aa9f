// Package compose builds a message from a short description, for callers that
// have plain strings: the playground and the MCP server.
package compose

import (
	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/validate"
)

// Description is a message in a few words. The zero Description is a
// chats.messages.send with an empty text.
type Description struct {
	From    string   // a line (E.164); makes it a chats.create
	To      []string // recipients; without From they make it a messages.create
	Text    string
	Media   []string // public https URLs
	Effect  builder.Effect
	Service validate.Service // preferred, "" for none
}

// Request returns the request of a description: a chats.create if it has a
// line, a messages.create if it has recipients only, else a
// chats.messages.send. The request may have errors, which its Build reports.
func (d Description) Request() builder.Request {
	switch {
	case d.From != "":
		return message(builder.ChatsCreate(d.From, d.To...), d)
	case len(d.To) > 0:
		return message(builder.MessagesCreate(d.To...), d)
	}
	return message(builder.ChatsMessagesSend(), d)
}

func message[R builder.Composer[R]](r R, d Description) R {
	// One call for all parts: each call copies those that are there.
	var parts []builder.Part
	if d.Text != "" || len(d.Media) == 0 {
		parts = append(parts, builder.TextPart(d.Text))
	}
	for _, url := range d.Media {
		parts = append(parts, builder.MediaPart(url))
	}
	r = r.Parts(parts...)
	if d.Effect != 0 {
		r = r.Effect(d.Effect)
	}
	if d.Service != "" {
		r = r.PreferredService(d.Service)
	}
	return r
}
