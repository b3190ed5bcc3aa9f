package commonmark

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marks are signs without which no text is Markdown.
const marks = "*_~`[#<\\="

// First finds the first piece of a text that is Markdown: a style, a link, an
// image, a heading, code, or a pair of escaped marks. It returns the event that
// starts it and its end, in bytes. Lists, quotes, tables and line breaks look
// alike as they are typed, and are none.
func First(text string) (v Event, end int, ok bool) {
	if !strings.ContainsAny(text, marks) && !strings.Contains(text, "\n-") && !strings.Contains(text, "\n -") {
		return Event{}, 0, false
	}
	events := Parse(text, Options{})
	if !anyText(text, events) {
		return Event{}, 0, false // nothing would be left
	}
	var pairs escapes
	for i, v := range events {
		switch v.Kind {
		case StyleStart, CodeStart, HeadingStart:
			if anyEvent(events[i+1 : v.Match]) {
				return v, events[v.Match].End, true
			}
		case LinkStart, ImageStart, FenceStart:
			return v, max(events[v.Match].End, v.End), true
		case AutoLink:
			return v, v.End, true
		case ParagraphStart, CellStart:
			pairs = escapes{}
		case Escaped:
			if start := pairs.close(text, &v); start >= 0 {
				v.Start = start
				return v, v.End, true
			}
		}
	}
	return Event{}, 0, false
}

// anyText reports whether the events leave text that is not blank.
func anyText(text string, events []Event) bool {
	for _, v := range events {
		switch v.Kind {
		case Text, URL:
			if strings.TrimSpace(text[v.Start:v.End]) != "" {
				return true
			}
		case Escaped, Reference, AutoLink, LinkStart, ImageStart, ItemStart:
			return true
		}
	}
	return false
}

// anyEvent reports whether there is text among the events of an element.
func anyEvent(events []Event) bool {
	for _, v := range events {
		switch v.Kind {
		case Text, URL, Escaped, Reference, AutoLink, LinkStart, ImageStart:
			return true
		}
	}
	return false
}

// escapes looks for marks that were escaped in pairs: \_not\_ is meant as
// Markdown, a single \_ may be a backslash.
type escapes struct{ open [len(escapable)]Event }

const escapable = "*_~`"

// close reports where the pair starts that v ends, or -1, after it has taken
// note of v.
func (e *escapes) close(text string, v *Event) int {
	i := strings.IndexByte(escapable, v.Text[0])
	if i < 0 {
		return -1
	}
	before, _ := utf8.DecodeLastRuneInString(text[:v.Start])
	after, _ := utf8.DecodeRuneInString(text[v.End:])
	open := &e.open[i]
	if open.End > 0 && open.End < v.Start && !unicode.IsSpace(before) {
		return open.Start
	}
	if v.End < len(text) && !unicode.IsSpace(after) && (v.Start == 0 || !isWord(before)) && open.End != v.Start {
		*open = *v
	}
	return -1
}
