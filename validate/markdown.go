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
			if end := delimited(text, i, "_"); end > 0 && !startsName(text[end:]) {
				return i, end, "Markdown emphasis"
			}
		case '[':
			if end := markdownLink(text, i); end > 0 {
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

// markdownLink returns the end of [text](target) at i, or 0.
func markdownLink(text string, i int) int {
	middle := strings.Index(text[i:], "](")
	if middle < 2 || strings.ContainsAny(text[i+1:i+middle], "[]\n") {
		return 0
	}
	target := text[i+middle+2:]
	length := strings.IndexByte(target, ')')
	if length < 1 || strings.ContainsFunc(target[:length], unicode.IsSpace) {
		return 0
	}
	return i + middle + 2 + length + 1
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
