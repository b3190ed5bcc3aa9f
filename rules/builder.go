package rules

import "github.com/linqlint/linqlint/validate"

// The section "The builder's own": what Build reports and the linter never
// does, since a body that is written holds neither. Without a kind there are
// no examples; the help shows the call.
func rulesBuilder() []Rule {
	return []Rule{
		{
			ID:    "builder-substring",
			Title: "the text to decorate occurs in the text",
			Help: "`Text(\"Hello world\", builder.Bold(\"wrold\"))` asks for a range over a substring that the text does not have, or for an occurrence of it beyond the last. " +
				"No range can be made up for it, so `Build` reports the call and gives no body. " +
				"The search is exact: case, white space and the form of an accented letter (one code point or two) all count. " +
				"Correct the substring: `Text(\"Hello world\", builder.Bold(\"world\"))`.",
			Sources: []validate.Source{ours.says("a decoration that was asked for and cannot be placed must not vanish silently")},
		},
		{
			ID:    "builder-substring-ambiguous",
			Title: "the text to decorate occurs once",
			Help: "`Text(\"Al, also\", builder.Bold(\"al\"))` decorates the first occurrence of a text that occurs more than once. " +
				"Where the text is data, such as a name or a code, that may be a part of another word. " +
				"Say which occurrence is meant with `builder.Nth` or `builder.All`, or join the text from pieces with `builder.Spans`, which searches nothing.",
			Sources: []validate.Source{ours.says("a name must not be decorated inside another word")},
		},
		{
			ID:    "builder-utf8",
			Title: "a string given to the builder is valid UTF-8",
			Help: "A body is UTF-8, and a Go string may hold any bytes: `Text(\"caf\\xe9\")` is Latin-1. " +
				"Writing U+FFFD in place of the broken bytes would send something that nobody wrote, and shift every range after it, so `Build` reports the call instead. " +
				"Decode the source by its own charset, or decide on a replacement with `strings.ToValidUTF8` before the call.",
			Sources: []validate.Source{
				pageRFC8259.says("text between systems is UTF-8"),
				ours.says("a Go string need not be valid UTF-8, a body has to be"),
			},
		},
	}
}
