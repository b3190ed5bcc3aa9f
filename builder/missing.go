package builder

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// missingHint says how a text has the substring in another spelling, if it does.
func missingHint(text, substring string) string {
	if strings.Contains(sameSpaces(text), sameSpaces(substring)) {
		return "the text has it with another space, such as U+00A0"
	}
	if strings.Contains(samePunctuation(text), samePunctuation(substring)) {
		return "the text has it with other quotation marks, apostrophes or dashes"
	}
	if strings.Contains(withoutAccents(text), withoutAccents(substring)) {
		return "the text has it in another normal form of Unicode, or with other accents"
	}
	if strings.Contains(strings.ToLower(text), strings.ToLower(substring)) {
		return "the text has it in another case"
	}
	return "case, spaces and accents must match"
}

// sameSpaces and samePunctuation remove differences that are hard to see.
func sameSpaces(s string) string { return replaceRunes(s, spaceForms) }

func samePunctuation(s string) string {
	return replaceRunes(strings.ReplaceAll(s, "…", "..."), punctuationForms)
}

// The forms of a code point, each group behind the one that replaces it. "|"
// before a group removes its code points.
var (
	spaceForms       = []string{" \u00a0\u2007\u2009\u200a\u202f\u3000\u2002\u2003\t\n", "|\u200b\ufeff\u2060"}
	punctuationForms = []string{"'’‘ʼ′`´", `"“”„«»″`, "-‐‑–—−", " \u00a0\u202f"}
)

func replaceRunes(s string, groups []string) string {
	return strings.Map(func(r rune) rune {
		for _, group := range groups {
			switch i := strings.IndexRune(group, r); {
			case i <= 0:
			case group[0] == '|':
				return -1
			default:
				return rune(group[0])
			}
		}
		return r
	}, s)
}

// withoutAccents takes the accents off Latin, Greek and Cyrillic letters, whether
// they are code points of their own or part of the letter.
func withoutAccents(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return baseLetter(r)
	}, s)
}

// accented has the letters of Latin that are composed with an accent, each behind
// the letter that it is without. They are those of the languages of Europe.
const accented = "aàáâãäåāăąǎ cçćĉċč dď eèéêëēĕėęě gĝğġģ hĥ iìíîïĩīĭįǐ jĵ kķ lĺļľ nñńņň oòóôõöōŏőǒ rŕŗř sśŝşšș tţťț uùúûüũūŭůűųǔ wŵ yýÿŷ zźżž иѝй ее́ё іїі оӧ аӓ αά εέ ηή ιίϊΐ οό υύϋΰ ωώ"

// baseLetter returns the letter without its accent.
func baseLetter(r rune) rune {
	if r < 0xC0 {
		return r
	}
	lower := unicode.ToLower(r)
	for group, rest, more := strings.Cut(accented, " "); ; group, rest, more = strings.Cut(rest, " ") {
		if i := strings.IndexRune(group, lower); i > 0 {
			base, _ := utf8.DecodeRuneInString(group)
			if lower != r {
				return unicode.ToUpper(base)
			}
			return base
		}
		if !more {
			return r
		}
	}
}
