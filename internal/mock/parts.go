package mock

import (
	"encoding/json"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
)

// part is a message part as it is in a response.
type part interface {
	reacted() *[]reaction
}

// parts is a list of parts that unmarshals each one by its type.
type parts []part

type reactions struct {
	Reactions []reaction `json:"reactions"`
}

func (r *reactions) reacted() *[]reaction { return &r.Reactions }

func noReactions() reactions { return reactions{Reactions: []reaction{}} }

type textPart struct {
	reactions
	Type            string       `json:"type"`
	Value           string       `json:"value"`
	TextDecorations []decoration `json:"text_decorations"`
	Mention         string       `json:"mention,omitempty"`
	MentionRange    []int64      `json:"mention_range,omitempty"`
	// Since 2026-09-01, each null if the part has none.
	Mentions       []mention       `json:"mentions"`
	InlineStickers []inlineSticker `json:"inline_stickers"`
}

type mention struct {
	Handle string  `json:"handle"`
	IsMe   bool    `json:"is_me"`
	Range  []int64 `json:"range"`
}

type inlineSticker struct {
	Range    []int64 `json:"range"`
	ID       string  `json:"id,omitempty"` // of the attachment
	FileName string  `json:"file_name,omitempty"`
	MimeType string  `json:"mime_type,omitempty"`
	URL      string  `json:"url,omitempty"`
}

type decoration struct {
	Range     []int64 `json:"range"`
	Animation string  `json:"animation,omitempty"`
	Style     string  `json:"style,omitempty"`
}

type mediaPart struct {
	reactions
	ID        string `json:"id"`
	Filename  string `json:"filename"`
	MimeType  string `json:"mime_type"`
	SizeBytes int64  `json:"size_bytes"`
	Type      string `json:"type"`
	URL       string `json:"url"`
	Sticker   bool   `json:"sticker,omitempty"`
}

// linkPart is a link or an app clip.
type linkPart struct {
	reactions
	Type    string  `json:"type"`
	Value   string  `json:"value"`
	Caption *string `json:"caption,omitempty"` // of an app clip
}

type appPart struct {
	reactions
	App          app               `json:"app"`
	Layout       map[string]string `json:"layout"`
	Type         string            `json:"type"`
	URL          string            `json:"url"`
	FallbackText *string           `json:"fallback_text"`
}

type app struct {
	BundleID   string `json:"bundle_id"`
	Name       string `json:"name"`
	TeamID     string `json:"team_id"`
	AppStoreID int64  `json:"app_store_id,omitempty"`
}

// UnmarshalJSON reads parts back from a state file.
func (p *parts) UnmarshalJSON(b []byte) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	*p = parts{}
	for _, r := range raw {
		var head struct{ Type string }
		if err := json.Unmarshal(r, &head); err != nil {
			return err
		}
		var one part
		switch head.Type {
		case api.PartText:
			one = &textPart{}
		case api.PartMedia:
			one = &mediaPart{}
		case api.PartLink, api.PartAppClip:
			one = &linkPart{}
		case api.PartApp:
			one = &appPart{}
		default:
			return fmt.Errorf("part type is %q, expected one of %s", head.Type, strings.Join(api.PartTypes, ", "))
		}
		if err := json.Unmarshal(r, one); err != nil {
			return err
		}
		*p = append(*p, one)
	}
	return nil
}

// readPart converts a part of a request to one of a response. missing is the
// id of an attachment that does not exist, or "".
func (st *state) readPart(v value) (p part, missing string) {
	switch kind := v.member("type").text(); kind {
	case api.PartMedia:
		m, missing := st.readMedia(v)
		if missing != "" {
			return nil, missing
		}
		m.Sticker = v.member("sticker").boolean()
		return m, ""
	case api.PartApp:
		return &appPart{
			reactions: noReactions(), App: readApp(v.member("app")),
			Layout: readLayout(v.member("layout")), Type: kind,
			URL: v.member("url").text(), FallbackText: v.member("fallback_text").optional(),
		}, ""
	case api.PartText:
		return st.readText(v)
	default:
		return &linkPart{reactions: noReactions(), Type: kind, Value: v.member("value").text(), Caption: v.member("caption").optional()}, ""
	}
}

func (st *state) readText(v value) (p part, missing string) {
	t := &textPart{
		reactions: noReactions(), Type: api.PartText, Value: v.member("value").text(),
		Mention: v.member("mention").text(), MentionRange: readRange(v.member("mention_range")),
	}
	if t.Mention != "" {
		m := mention{Handle: t.Mention, IsMe: st.line(t.Mention) != nil, Range: t.MentionRange}
		if m.Range == nil {
			m.Range = []int64{0, int64(decorations.UTF16Len(t.Value))}
		}
		t.Mentions = []mention{m}
	}
	for d := range v.member("text_decorations").elements() {
		t.TextDecorations = append(t.TextDecorations, decoration{
			Range: readRange(d.member("range")), Animation: d.member("animation").text(), Style: d.member("style").text(),
		})
	}
	for s := range v.member("inline_stickers").elements() {
		image, missing := st.readMedia(s)
		if missing != "" {
			return nil, missing
		}
		t.InlineStickers = append(t.InlineStickers, inlineSticker{
			Range: readRange(s.member("range")), ID: image.ID, FileName: image.Filename, MimeType: image.MimeType, URL: image.URL,
		})
	}
	return t, ""
}

func readApp(v value) app {
	return app{
		BundleID: v.member("bundle_id").text(), Name: v.member("name").text(),
		TeamID: v.member("team_id").text(), AppStoreID: v.member("app_store_id").integer(),
	}
}

func readRange(v value) []int64 {
	var r []int64
	for e := range v.elements() {
		r = append(r, e.integer())
	}
	return r
}

// readLayout returns the members that are set.
func readLayout(v value) map[string]string {
	layout := map[string]string{}
	for i := range api.Layout.Members {
		name := api.Layout.Members[i].Name
		if text := v.member(name).text(); text != "" {
			layout[name] = text
		}
	}
	return layout
}

// readMedia reads what has a url or an attachment_id.
func (st *state) readMedia(v value) (p *mediaPart, missing string) {
	if id := v.member("attachment_id").text(); id != "" {
		a := st.attachments[strings.ToLower(id)]
		if a == nil {
			return nil, id
		}
		return &mediaPart{reactions: noReactions(), ID: a.ID, Filename: a.Filename, MimeType: a.ContentType, SizeBytes: a.SizeBytes, Type: api.PartMedia, URL: a.DownloadURL}, ""
	}
	address := v.member("url").text()
	name := fileName(address)
	return &mediaPart{reactions: noReactions(), ID: newUUID(), Filename: name, MimeType: mimeType(name), Type: api.PartMedia, URL: address}, ""
}

// fileName returns the last segment of a URL's path, or "file".
func fileName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "file"
	}
	if name := path.Base(u.Path); name != "." && name != "/" {
		return name
	}
	return "file"
}

// mimeType is by the extension, since nothing is downloaded.
func mimeType(name string) string {
	ext := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	for i := range api.ContentTypes {
		for _, e := range api.ContentTypes[i].Extensions {
			if e == ext {
				return api.ContentTypes[i].Name
			}
		}
	}
	return "application/octet-stream"
}
