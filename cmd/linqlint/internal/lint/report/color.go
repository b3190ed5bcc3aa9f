package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/validate"
)

// Color is whether the text format uses colors. The zero Color is plain.
type Color uint8

// The values of Color.
const (
	Plain   Color = iota // no escape sequence
	Colored              // ANSI colors
)

// style is the parameters of an ANSI sequence.
type style string

const (
	styleNone   style = ""
	styleBold   style = "1"
	styleDim    style = "2"
	styleRed    style = "1;31"
	styleYellow style = "1;33"
	styleBlue   style = "1;34"
	styleCyan   style = "36"
	styleAdded  style = "32"
	styleGone   style = "31"
)

// severityStyle is the color of a severity's name and underline.
func severityStyle(s validate.Severity) style {
	switch s {
	case validate.Error:
		return styleRed
	case validate.Warning:
		return styleYellow
	}
	return styleBlue
}

// color appends text in a style.
func (c Color) color(b []byte, s style, text string) []byte {
	if c == Plain || s == styleNone || text == "" {
		return append(b, text...)
	}
	b = append(b, "\x1b["...)
	b = append(b, s...)
	b = append(b, 'm')
	b = append(b, text...)
	return append(b, "\x1b[0m"...)
}

// Visible returns text as a terminal can safely show it: control characters are
// replaced by their pictures, invalid UTF-8 by U+FFFD, and bidirectional controls
// and invisible code points by their numbers. A payload must not be able to forge
// a report or to control a terminal.
func Visible(text string) string {
	clean := true
	for i := 0; i < len(text) && clean; i++ {
		clean = text[i] >= ' ' && text[i] < 0x7F
	}
	if clean {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			b.WriteRune(utf8.RuneError)
			continue
		}
		b.WriteString(visibleRune(r))
	}
	return b.String()
}

// visibleRune returns how one code point is shown.
func visibleRune(r rune) string {
	switch {
	case r < ' ':
		return string('\u2400' + r)
	case r == 0x7F:
		return "\u2421"
	case wire.Obeyed(r), isInvisible(r):
		return "<U+" + hex4(r) + ">"
	}
	return string(r)
}

// isInvisible reports whether r is an invisible code point that is not needed in
// text. Emoji and scripts need the joiners (U+200C, U+200D); tags and soft
// hyphens are harmless.
func isInvisible(r rune) bool {
	switch {
	case r < 0x200B:
		return false
	case r == 0x200B, r == 0xFEFF, 0x2060 <= r && r <= 0x206F:
		return true
	}
	return unicode.Is(unicode.Co, r)
}

func hex4(r rune) string {
	const digits = "0123456789ABCDEF"
	out := ""
	for r > 0 || len(out) < 4 {
		out = string(digits[r&15]) + out
		r >>= 4
	}
	return out
}
