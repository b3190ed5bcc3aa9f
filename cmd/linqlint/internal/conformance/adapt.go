package conformance

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// adapt returns the body of an example with the recipient of the settings, and
// the kind to send it as. A message to a chat is sent as a message to that
// recipient: the rules about its content are the same.
func (s Settings) adapt(e rules.Example) (body []byte, kind validate.Kind, reason string) {
	switch e.Kind {
	case validate.KindChatsMessagesSend:
		body, reason = s.addressed(e.Body)
		return body, validate.KindMessagesCreate, reason
	case validate.KindMessage:
		body, reason = s.addressed(`{"message":` + e.Body + `}`)
		return body, validate.KindMessagesCreate, reason
	case validate.KindMessagesCreate:
		body, reason = s.replaced(e.Body)
		return body, e.Kind, reason
	case validate.KindChatsCreate:
		if s.From == "" {
			return nil, "", reasonFrom
		}
		body, reason = s.replaced(e.Body)
		return body, e.Kind, reason
	case validate.KindAttachmentsCreate: // reaches nobody
		return []byte(e.Body), e.Kind, ""
	}
	return nil, "", reasonTarget
}

// addressed adds the recipient as the first member of an object, whose rest may be
// broken JSON.
func (s Settings) addressed(body string) ([]byte, string) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(body, " \t\r\n"), "{")
	if !ok {
		return nil, reasonRead
	}
	comma := ","
	if strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), "}") {
		comma = ""
	}
	return []byte(`{"to":` + s.recipients() + comma + rest), ""
}

func (s Settings) recipients() string { return "[" + quoted(s.To) + "]" }

func quoted(text string) string {
	out, _ := json.Marshal(text) // a string is always encoded
	return string(out)
}

// replaced returns the body with the settings' recipient and line.
func (s Settings) replaced(body string) ([]byte, string) {
	var v scan.View
	if v.Scan([]byte(body)).Code != 0 || v.Nodes[0].Kind != scan.Object {
		return nil, reasonRead
	}
	var out bytes.Buffer
	last, recipients := 0, 0
	for k := 1; k < int(v.Nodes[0].Next); k = int(v.Nodes[k+1].Next) {
		var with string
		switch strings.ToLower(v.Text(k)) {
		case "to":
			with = s.recipients()
			recipients++
		case "from":
			if with = quoted(s.From); s.From == "" {
				return nil, reasonFrom
			}
		default:
			continue
		}
		out.WriteString(body[last:v.Nodes[k+1].Start] + with)
		last = int(v.Nodes[k+1].End)
	}
	out.WriteString(body[last:])
	if recipients == 0 {
		return nil, reasonRecipients
	}
	return out.Bytes(), ""
}

// handles matches what a phone number or an email address may be in a body,
// escaped or not.
var handles = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\+|\\u002b)[0-9]{6,}|[a-z0-9._%+-]+(?:@|\\u0040)[a-z0-9-]+(?:\.[a-z0-9-]+)+`)
})

// onlyOwnHandles reports whether a body names no handle but the settings'. It
// looks at the bytes, so that it holds for a broken body too.
func (s Settings) onlyOwnHandles(body []byte) bool {
	own := []string{s.To, s.From}
	return !slices.ContainsFunc(handles().FindAllString(string(body), -1), func(handle string) bool { return !slices.Contains(own, handle) })
}

// IsHandle reports whether text is a phone number or an email address that the
// API accepts as a recipient.
func IsHandle(text string) bool {
	body := []byte(`{"to":[` + quoted(text) + `],"message":{"parts":[{"type":"text","value":"x"}]}}`)
	return validate.JSON(body, validate.WithKind(validate.KindMessagesCreate)).OK()
}

// IsLine reports whether text is a phone number that the API accepts as a line.
func IsLine(text string) bool {
	pattern := api.ChatsCreateBody.Members[api.SendFrom].Pattern
	return regexp.MustCompile(pattern).MatchString(text)
}
