package report

import "github.com/linqlint/linqlint/validate"

// Color says whether the text format uses colors. The zero Color is plain.
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
	styleAdded  style = "32"
	styleGone   style = "31"
)

// severityStyle is the color of a severity's name and underline.
func severityStyle(s validate.Severity) style {
	switch s {
	case validate.SeverityError:
		return styleRed
	case validate.SeverityWarning:
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
