package report

import (
	"strconv"
	"strings"

	"github.com/linqlint/linqlint/internal/wire"
)

// appendSummary appends the last line: how many problems in how many files, and
// how many can be fixed.
func appendSummary(b []byte, c Color, s *Summary) []byte {
	b = appendCounts(b, c, s)
	var more []string
	if s.Fixed > 0 {
		more = append(more, Plural(s.Fixed, "problem")+" fixed in "+Plural(s.FixedFiles, "file"))
	}
	if s.SafeFixes > 0 {
		more = append(more, strconv.Itoa(s.SafeFixes)+" fixable with --fix")
	}
	if s.UnsafeFixes > 0 {
		text := strconv.Itoa(s.UnsafeFixes) + " fixable with --fix --unsafe-fixes"
		if s.SafeFixes > 0 {
			text = strconv.Itoa(s.UnsafeFixes) + " more with --unsafe-fixes"
		}
		more = append(more, text)
	}
	if s.Unchecked > 0 {
		text := Plural(s.Unchecked, "request") + " not checked"
		if s.Notes < s.Unchecked {
			text += " (--severity note names them)"
		}
		more = append(more, text)
	}
	if s.Hidden > 0 {
		more = append(more, strconv.Itoa(s.Hidden)+" below --severity not shown")
	}
	if skipped := s.SkippedText(); skipped != "" {
		more = append(more, skipped)
	}
	if s.Unreadable > 0 {
		more = append(more, Plural(s.Unreadable, "file")+" could not be read")
	}
	if s.Stopped.Early() {
		more = append(more, s.Stopped.String())
	}
	if len(more) > 0 {
		b = append(b, "; "...)
		b = append(b, strings.Join(more, "; ")...)
	}
	return append(b, '\n')
}

// SkippedText returns what a walk skipped: "skipped 3 files without payloads and
// 2 responses"; "" if nothing.
func (s *Summary) SkippedText() string {
	var what []string
	if s.Skipped > 0 {
		what = append(what, Plural(s.Skipped, "file")+" without payloads")
	}
	if s.Responses > 0 {
		what = append(what, Plural(s.Responses, "response"))
	}
	if len(what) == 0 {
		return ""
	}
	return "skipped " + strings.Join(what, " and ")
}

// appendCounts appends "3 errors and 1 warning in 2 of 14 files".
func appendCounts(b []byte, c Color, s *Summary) []byte {
	bodies := ""
	if s.Bodies != s.Checked {
		bodies = " (" + Plural(s.Bodies, "body") + ")"
	}
	if s.Checked == 0 {
		return append(b, "nothing was checked"...)
	}
	if s.Bodies == 0 && s.Unchecked > 0 && s.Errors+s.Warnings == 0 {
		return append(b, "no body was checked in "+Plural(s.Checked, "file")...)
	}
	if s.Errors+s.Warnings+s.Notes == 0 {
		b = c.color(b, styleAdded, "no problems")
		return append(b, " in "+Plural(s.Checked, "file")+bodies...)
	}
	var parts []string
	for _, part := range []struct {
		n    int
		word string
		st   style
	}{{s.Errors, "error", styleRed}, {s.Warnings, "warning", styleYellow}, {s.Notes, "note", styleBlue}} {
		if part.n > 0 {
			parts = append(parts, string(c.color(nil, part.st, Plural(part.n, part.word))))
		}
	}
	b = append(b, wire.List(parts, "and")...)
	b = append(b, " in "...)
	if s.WithFindings != s.Checked {
		b = append(b, strconv.Itoa(s.WithFindings)+" of "...)
	}
	return append(b, Plural(s.Checked, "file")+bodies...)
}

// Plural returns a number and its noun: "1 file", "2 files", "2 bodies".
func Plural(n int, noun string) string {
	text := strconv.Itoa(n) + " "
	switch {
	case n == 1:
		return text + noun
	case strings.HasSuffix(noun, "y"):
		return text + noun[:len(noun)-1] + "ies"
	}
	return text + noun + "s"
}
