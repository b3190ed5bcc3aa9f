package preview

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/internal/api"
)

// tapback returns the sign of a reaction, similar to that in Messages, or "" for
// one that has none.
func tapback(r builder.Reaction) string {
	switch r {
	case builder.ReactLove:
		return "♥"
	case builder.ReactLike:
		return "👍"
	case builder.ReactDislike:
		return "👎"
	case builder.ReactLaugh:
		return "😂"
	case builder.ReactEmphasize:
		return "‼"
	case builder.ReactQuestion:
		return "?"
	}
	return ""
}

// plain draws a request that is not a message.
func (c *canvas) plain(r builder.Request) {
	switch r := r.(type) {
	case builder.MessagesCreateRequest:
		if content := r.Content(); content.HasContinuation {
			c.line(nil)
			c.note("↻", "sent instead if the chat's line was flagged:")
			c.bubble(builder.TextPart(content.Continuation))
		}
	case builder.ChatsVoicememoRequest:
		c.titled("▶", "▁▂▃▅▇▅▃▂▁▂▄▆▄▂▁ voice memo", r.Content().URL+r.Content().AttachmentID, "")
	case builder.MessagesEditRequest:
		edit := r.Content()
		c.bubble(builder.TextPart(edit.Text))
		c.note("✎", "edited"+partOf(edit.PartIndex, edit.HasPartIndex))
	case builder.MessagesReactRequest:
		c.reaction(r.Content())
	case builder.MessagesUpdateAppCardRequest:
		card := r.Content()
		c.card(card)
		if card.Experience != nil {
			c.experience(*card.Experience)
		}
		c.note("✎", "replaces the card on the recipient's screen")
	case builder.MessagesUpdateStickerPlacementRequest:
		c.note("✎", "moves a sticker")
		if p := r.Content().Placement; p != nil {
			c.placement(*p)
		}
	case builder.ChatsPollsCreateRequest:
		c.poll(r.Content().Options, "poll")
	case builder.MessagesPollsAddRequest:
		c.poll(r.Content().Options, "added to a poll")
	case builder.MessagesPollsVoteRequest:
		verb := "votes for "
		vote := r.Content()
		if vote.Operation == api.OperationRemove {
			verb = "takes back the vote for "
		}
		c.note("✓", verb+vote.OptionID)
	case builder.AttachmentsCreateRequest:
		file := r.Content()
		c.titled("▤", file.Filename, file.ContentType+", "+bytesOf(file.SizeBytes), "to be uploaded; nothing is sent")
	}
}

// partOf names a part by its index; ok is false if the body has none.
func partOf(index int, ok bool) string {
	if !ok {
		return ""
	}
	return ", part " + strconv.Itoa(index)
}

// reaction draws a reaction in a bubble.
func (c *canvas) reaction(r builder.ReactionContent) {
	sign, what := tapback(r.Type), string(r.Type)
	if sign == "" && r.HasCustomEmoji {
		sign = r.CustomEmoji
	}
	if sign == "" && r.Sticker != nil {
		sign, what = stickerReaction(*r.Sticker)
	}
	if r.Operation == api.OperationRemove {
		what += " is taken back"
	}
	c.box([]boxed{{row: row{shown(sign, 0)}}})
	c.note("·", what+partOf(r.PartIndex, r.HasPartIndex))
	if r.Placement != nil {
		c.placement(*r.Placement)
	}
}

// poll draws the options of a poll before any vote.
func (c *canvas) poll(options []string, remark string) {
	var rows []boxed
	for _, o := range options {
		for i, line := range fold(cells(o), c.boxWidth()-2) {
			head := "○ "
			if i > 0 {
				head = "  "
			}
			rows = append(rows, boxed{row: append(row{text(head, c.accent)}, line.row()...)})
		}
	}
	if len(rows) == 0 {
		rows = []boxed{{row: row{text("no options", dim)}}}
	}
	c.box(rows)
	c.note("·", remark)
}

// bytesOf formats a size, such as "2 KB", with one decimal below ten.
func bytesOf(n int64) string {
	size, unit := float64(n), 0
	for size >= 1000 && unit < 4 {
		size, unit = size/1000, unit+1
	}
	text := strconv.FormatFloat(size, 'f', 1, 64)
	if size >= 10 || unit == 0 {
		text = strconv.FormatFloat(size, 'f', 0, 64)
	}
	return strings.TrimSuffix(text, ".0") + " " + [...]string{"bytes", "kB", "MB", "GB", "TB"}[unit]
}
