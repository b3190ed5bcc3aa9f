package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findMarkdown finds the first piece of text that is surely meant as Markdown:
// emphasis by **, __ or _, ~~, a link, a heading or a code fence. It is a hint,
// not a parser: what may be plain text is left alone. what names the piece, ""
// where there is none.
func findMarkdown(text string) (start, end int, what string) {
	var links linkTargets
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '*', '~':
			if end := delimited(text, i, text[i:min(i+2, len(text))]); end > 0 {
				return i, end, "Markdown emphasis"
			}
		case '_':
			if !startsWord(text, i) {
				continue
			}
			if end := delimited(text, i, "__"); end > 0 {
				return i, end, "Markdown emphasis"
			}
			if end := delimited(text, i, "_"); end > 0 && startsName(text[i+1:]) && !startsName(text[end:]) {
				return i, end, "Markdown emphasis"
			}
		case '[':
			if end := links.link(text, i); end > 0 {
				return i, end, "a Markdown link"
			}
		case '#', '`':
			if i > 0 && text[i-1] != '\n' {
				continue
			}
			if end := markdownBlock(text, i); end > 0 {
				return i, end, "Markdown"
			}
		}
	}
	return 0, 0, ""
}

// delimited returns the end of mark…mark at i, with no white space just inside
// and no line break within, or 0.
func delimited(text string, i int, mark string) int {
	if mark != "**" && mark != "~~" && mark != "__" && mark != "_" || !strings.HasPrefix(text[i:], mark) {
		return 0
	}
	inside := text[i+len(mark):]
	length := strings.Index(inside, mark)
	if length < 1 {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(inside)
	last, _ := utf8.DecodeLastRuneInString(inside[:length])
	if unicode.IsSpace(first) || unicode.IsSpace(last) || strings.Contains(inside[:length], "\n") || strings.Trim(inside[:length], mark[:1]) == "" {
		return 0
	}
	return i + 2*len(mark) + length
}

// linkTargets remembers where the last target ended, so that a text full of
// opened links is read once and not once for each.
type linkTargets struct{ start, end int }

// link returns the end of [text](target) at i, or 0.
func (t *linkTargets) link(text string, i int) int {
	middle := strings.IndexAny(text[i+1:], "[]\n")
	if middle < 1 || !strings.HasPrefix(text[i+1+middle:], "](") {
		return 0
	}
	target := i + middle + 3
	if target < t.start || t.end <= target {
		length := strings.IndexFunc(text[target:], func(r rune) bool { return r == ')' || unicode.IsSpace(r) })
		if t.start, t.end = target, target+length; length < 0 {
			t.end = len(text)
		}
	}
	if t.end == target || t.end == len(text) || text[t.end] != ')' {
		return 0
	}
	return t.end + 1
}

// markdownBlock returns the end of a heading or an opening fence at i, which
// is a line's start, or 0.
func markdownBlock(text string, i int) int {
	line, _, _ := strings.Cut(text[i:], "\n")
	if strings.HasPrefix(line, "```") {
		return i + 3
	}
	title := strings.TrimLeft(line, "#")
	level := len(line) - len(title)
	if level < 1 || level > 6 || !strings.HasPrefix(title, " ") || strings.TrimSpace(title) == "" {
		return 0
	}
	return i + len(line)
}
