package rules

import (
	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/validate"
)

// decorated is a body of chats.messages.send with one text part. Value and
// decorations are the insides of a JSON string and of an array.
func decorated(value, decorations string) string {
	return sendOf(`{"type":"text","value":"` + value + `","text_decorations":[` + decorations + `]}`)
}

// unitsSource is the sentence that gives ranges their unit.
func unitsSource() validate.Source {
	return pageMessagesCreate.says("Character range [start, end) in the value string. start is inclusive, end is exclusive. Characters are measured as UTF-16 code units.")
}

// The rules for the range of a decoration.
func rulesDecorationRange() []Rule {
	return []Rule{
		{
			ID:    "decoration-range-shape",
			Title: "a range is an array of two integers",
			Help: "`range` is `[start, end]`: where the decoration begins and where it ends, both in UTF-16 code units of `value`. " +
				"One number, three, or none cannot be read. " +
				"It is not a list of positions, and not start and length.",
			Sources: []validate.Source{unitsSource(), pageMessagesCreate.says("range: List[int]")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "only the start", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[6],"style":"bold"}`), Pairs: []Pair{{"decoration-range-shape", "/message/parts/0/text_decorations/0/range"}}},
				{Title: "three numbers", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[0,3,5],"style":"bold"}`), Pairs: []Pair{{"decoration-range-shape", "/message/parts/0/text_decorations/0/range"}}},
				{Title: "empty", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[],"style":"bold"}`), Pairs: []Pair{{"decoration-range-shape", "/message/parts/0/text_decorations/0/range"}}},
			},
			Good: []Example{
				{Title: "start and end", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[6,11],"style":"bold"}`)},
				{Title: "two decorations for two places", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[0,1],"style":"bold"},{"range":[6,7],"style":"bold"}`)},
			},
		},
		{
			ID:    "decoration-range-order",
			Title: "a range starts at 0 or later and ends after its start",
			Help: "Offsets count from 0 and `end` is not before `start`. " +
				"A negative offset does not count from the end of the text, and a search that found nothing often gives -1: check for that. " +
				"A range in reverse comes from swapped variables or from start and length.",
			Sources: []validate.Source{unitsSource()},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "in reverse", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[5,0],"style":"bold"}`), Pairs: []Pair{{"decoration-range-order", "/message/parts/0/text_decorations/0/range"}}},
				{Title: "what a search gives that found nothing", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[-1,4],"animation":"shake"}`), Pairs: []Pair{{"decoration-range-order", "/message/parts/0/text_decorations/0/range"}}},
			},
			Good: []Example{
				{Title: "from the start", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[0,5],"style":"bold"}`)},
				{Title: "from the middle", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[6,11],"animation":"shake"}`)},
			},
		},
		{
			ID:    "decoration-range-bounds",
			Title: "a range ends within its text",
			Help: "`end` is at most the length of `value` in UTF-16 code units. " +
				"Go, Rust and PHP count bytes, Python counts code points, JavaScript, Java and Swift's NSString count UTF-16 code units: `🎉` is 4 bytes, 1 code point and 2 UTF-16 code units. " +
				"Where the range fits the text in bytes, the range in UTF-16 code units is offered as a fix; it is a guess, and so not a safe one. " +
				"Take the offsets from the very text that is sent, after it was trimmed and its variables were filled in.",
			Sources: []validate.Source{unitsSource()},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "counted in bytes, with an astral emoji", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("🎉 Sale", `{"range":[5,9],"style":"bold"}`),
					Pairs: []Pair{{"decoration-range-bounds", "/message/parts/0/text_decorations/0/range"}},
					Fixed: decorated("🎉 Sale", `{"range":[3,7],"style":"bold"}`),
				},
				{
					Title: "counted in bytes, with an accent", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("Café", `{"range":[0,5],"style":"italic"}`),
					Pairs: []Pair{{"decoration-range-bounds", "/message/parts/0/text_decorations/0/range"}},
					Fixed: decorated("Café", `{"range":[0,4],"style":"italic"}`),
				},
				{
					Title: "one too far by any count", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("Hello", `{"range":[0,6],"style":"bold"}`),
					Pairs: []Pair{{"decoration-range-bounds", "/message/parts/0/text_decorations/0/range"}},
				},
			},
			Good: []Example{
				{Title: "to the end: 7 UTF-16 code units", Kind: validate.KindChatsMessagesSend, Body: decorated("🎉 Sale", `{"range":[3,7],"style":"bold"}`)},
				{Title: "all of a text", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"style":"bold"}`)},
			},
		},
		{
			ID:    "decoration-range-empty",
			Title: "a range is not empty",
			Help: "`start` equals `end`, so nothing is decorated: `[5, 5)` holds no code unit. " +
				"`end` is the first offset behind the decorated text, not its last one. " +
				"For one letter at 5 write `[5, 6]`.",
			Sources: []validate.Source{unitsSource()},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "in the middle", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[3,3],"style":"bold"}`), Pairs: []Pair{{"decoration-range-empty", "/message/parts/0/text_decorations/0/range"}}},
				{Title: "at the end, under an animation", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[5,5],"style":"bold"},{"range":[0,5],"animation":"big"}`), Pairs: []Pair{{"decoration-range-empty", "/message/parts/0/text_decorations/0/range"}}},
			},
			Good: []Example{
				{Title: "one letter", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[3,4],"style":"bold"}`)},
				{Title: "one emoji", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello 🎉", `{"range":[6,8],"animation":"big"}`)},
			},
		},
		{
			ID:    "decoration-splits-surrogate",
			Title: "a range does not cut through a surrogate pair",
			Help: "A code point beyond U+FFFF, as most emoji are, has two UTF-16 code units, and a boundary of the range lies between them. " +
				"What phones make of half a code point is not documented; the decoration may shift or be dropped. " +
				"The range was most likely counted in code points. " +
				"The fix widens it to whole code points and, where more belongs together, to the whole grapheme cluster.",
			Sources: []validate.Source{unitsSource(), pageMessagesCreate.says("Most characters count as 1; some emoji count as 2.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "the end", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("🎉 Sale", `{"range":[0,1],"style":"bold"}`),
					Pairs: []Pair{{"decoration-splits-surrogate", "/message/parts/0/text_decorations/0/range"}},
					Fixed: decorated("🎉 Sale", `{"range":[0,2],"style":"bold"}`),
				},
				{
					Title: "both ends are one diagnostic", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("🎉 Sale 🎉", `{"range":[1,9],"style":"bold"}`),
					Pairs: []Pair{{"decoration-splits-surrogate", "/message/parts/0/text_decorations/0/range"}},
					Fixed: decorated("🎉 Sale 🎉", `{"range":[0,10],"style":"bold"}`),
				},
			},
			Good: []Example{
				{Title: "a whole emoji", Kind: validate.KindChatsMessagesSend, Body: decorated("🎉 Sale", `{"range":[0,2],"animation":"explode"}`)},
				{Title: "written as escapes, counted the same", Kind: validate.KindChatsMessagesSend, Body: decorated(`\ud83c\udf89 Sale`, `{"range":[0,2],"animation":"explode"}`)},
			},
		},
		{
			ID:    "decoration-splits-grapheme",
			Title: "a range does not cut through a grapheme cluster",
			Help: "What is read as one can be several code points: a family joined by ZWJ, a hand with a skin tone, a flag of two regional indicators, a letter with a combining mark. " +
				"A boundary of the range lies inside one, so that phones may draw its pieces, or drop the decoration. " +
				"The fix widens the range to whole clusters. " +
				"Clusters are those of UAX #29, extended, with the data of Unicode " + decorations.UnicodeVersion + " (the uniseg module) and the rule for Indic conjuncts of Unicode 15.1; a phone with a newer version may join more.",
			Sources: []validate.Source{
				pageUAX29.says("extended grapheme clusters: no boundary before combining marks, modifiers and ZWJ, within emoji ZWJ sequences, or between a pair of regional indicators"),
				unitsSource(),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{
					Title: "the man of a family", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("👨‍👩‍👧 family", `{"range":[0,2],"style":"bold"}`),
					Pairs: []Pair{{"decoration-splits-grapheme", "/message/parts/0/text_decorations/0/range"}},
					Fixed: decorated("👨‍👩‍👧 family", `{"range":[0,8],"style":"bold"}`),
				},
				{
					Title: "a hand without its skin tone", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("Hey 👋🏽 Kevin", `{"range":[4,6],"animation":"shake"}`),
					Pairs: []Pair{{"decoration-splits-grapheme", "/message/parts/0/text_decorations/0/range"}},
					Fixed: decorated("Hey 👋🏽 Kevin", `{"range":[4,8],"animation":"shake"}`),
				},
				{
					Title: "half a flag", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("🇺🇸 hi", `{"range":[2,7],"style":"bold"}`),
					Pairs: []Pair{{"decoration-splits-grapheme", "/message/parts/0/text_decorations/0/range"}},
					Fixed: decorated("🇺🇸 hi", `{"range":[0,7],"style":"bold"}`),
				},
				{
					Title: "a letter without its combining accent", Kind: validate.KindChatsMessagesSend,
					Body:  decorated(`Cafe\u0301 today`, `{"range":[0,4],"style":"italic"}`),
					Pairs: []Pair{{"decoration-splits-grapheme", "/message/parts/0/text_decorations/0/range"}},
					Fixed: decorated(`Cafe\u0301 today`, `{"range":[0,5],"style":"italic"}`),
				},
			},
			Good: []Example{
				{Title: "a whole family", Kind: validate.KindChatsMessagesSend, Body: decorated("👨‍👩‍👧 family", `{"range":[0,8],"style":"bold"}`)},
				{Title: "a whole flag", Kind: validate.KindChatsMessagesSend, Body: decorated("🇺🇸 hi", `{"range":[0,4],"animation":"big"}`)},
			},
		},
	}
}

// The rules for what a decoration does.
func rulesDecoration() []Rule {
	return []Rule{
		{
			ID:    "decoration-kind",
			Title: "a decoration has exactly one of style and animation",
			Help: "`style` and `animation` exclude each other, and one of them is required. " +
				"The sample response of the reference page shows both in one decoration; a request like that is still wrong. " +
				"A word cannot be both bold and shaking: an animation must not overlap anything.",
			Sources: []validate.Source{
				pageMessagesCreate.says("Each decoration specifies a character range [start, end) and exactly one of style or animation."),
				pageMessagesCreate.says("style: Text style to apply. Mutually exclusive with animation."),
			},
			Kinds: messageKinds,
			Bad: []Example{
				{Title: "both, as in the sample response", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"animation":"shake","style":"bold"}`), Pairs: []Pair{{"decoration-kind", "/message/parts/0/text_decorations/0"}}},
				{Title: "neither", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5]}`), Pairs: []Pair{{"decoration-kind", "/message/parts/0/text_decorations/0"}}},
			},
			Good: []Example{
				{Title: "a style", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"style":"bold"}`)},
				{Title: "an animation", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"animation":"shake"}`)},
			},
		},
		{
			ID:    "decoration-style",
			Title: "a style is one of the four",
			Help: "`style` is `bold`, `italic`, `strikethrough` or `underline`, in exactly this case. " +
				"`strike`, `em` and the names of other systems are not known, and a shaking text is an `animation`. " +
				"There is no style for code, color or size; `big` and `small` are animations.",
			Sources: []validate.Source{pageMessagesCreate.says("style: Literal[\"bold\", \"italic\", \"strikethrough\", \"underline\"]")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "a short name", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("Was $12, now $9", `{"range":[4,7],"style":"strike"}`),
					Pairs: []Pair{{"decoration-style", "/message/parts/0/text_decorations/0/style"}},
					Fixed: decorated("Was $12, now $9", `{"range":[4,7],"style":"strikethrough"}`),
				},
				{
					Title: "the wrong case", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("Hello", `{"range":[0,5],"style":"Bold"}`),
					Pairs: []Pair{{"decoration-style", "/message/parts/0/text_decorations/0/style"}},
					Fixed: decorated("Hello", `{"range":[0,5],"style":"bold"}`),
				},
				{
					Title: "nothing near", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("Hello", `{"range":[0,5],"style":"monospace"}`),
					Pairs: []Pair{{"decoration-style", "/message/parts/0/text_decorations/0/style"}},
				},
			},
			Good: []Example{
				{Title: "two styles on one word", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"style":"bold"},{"range":[0,5],"style":"underline"}`)},
				{Title: "strikethrough", Kind: validate.KindChatsMessagesSend, Body: decorated("Was $12, now $9", `{"range":[4,7],"style":"strikethrough"}`)},
			},
		},
		{
			ID:    "decoration-animation",
			Title: "an animation is one of the eight",
			Help: "`animation` is `big`, `small`, `shake`, `nod`, `explode`, `ripple`, `bloom` or `jitter`, in exactly this case. " +
				"A style in its place is told apart and can be moved to `style`. " +
				"Effects on the whole bubble or screen, such as `slam` or `confetti`, belong in the message's `effect`.",
			Sources: []validate.Source{pageChatMessages.says("Animations: big, small, shake, nod, explode, ripple, bloom, jitter")},
			Kinds:   messageKinds,
			Bad: []Example{
				{
					Title: "a style", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("Hello", `{"range":[0,5],"animation":"bold"}`),
					Pairs: []Pair{{"decoration-animation", "/message/parts/0/text_decorations/0/animation"}},
					Fixed: decorated("Hello", `{"range":[0,5],"style":"bold"}`),
				},
				{
					Title: "an effect", Kind: validate.KindChatsMessagesSend,
					Body:  decorated("Hello", `{"range":[0,5],"animation":"confetti"}`),
					Pairs: []Pair{{"decoration-animation", "/message/parts/0/text_decorations/0/animation"}},
				},
			},
			Good: []Example{
				{Title: "shake", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"animation":"shake"}`)},
				{Title: "two that touch", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[0,5],"animation":"big"},{"range":[5,11],"animation":"nod"}`)},
			},
		},
		{
			ID:    "decoration-overlap",
			Title: "an animation overlaps no other decoration",
			Help: "Styles may overlap, bold and italic for instance, but an animated range must not overlap a style or a second animation. " +
				"Ranges are half-open: `[0, 5)` and `[5, 8)` touch and do not overlap, and an empty range overlaps nothing. " +
				"Each decoration that overlaps an earlier one is reported once, at its range, with the earlier one beside it. " +
				"Shorten one of the ranges, or leave out the style.",
			Sources: []validate.Source{pageMessagesCreate.says("Style ranges may overlap (e.g. bold + italic on the same text), but animation ranges must not overlap with other animations or styles.")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "an animation over a style", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[0,5],"style":"bold"},{"range":[4,11],"animation":"shake"}`), Pairs: []Pair{{"decoration-overlap", "/message/parts/0/text_decorations/1/range"}}},
				{Title: "two animations", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[6,11],"animation":"big"},{"range":[0,7],"animation":"shake"}`), Pairs: []Pair{{"decoration-overlap", "/message/parts/0/text_decorations/1/range"}}},
				{
					Title: "two styles within an animation", Kind: validate.KindChatsMessagesSend,
					Body: decorated("🎉 Sale", `{"range":[0,7],"animation":"big"},{"range":[0,2],"style":"bold"},{"range":[3,7],"style":"italic"}`),
					Pairs: []Pair{
						{"decoration-overlap", "/message/parts/0/text_decorations/1/range"},
						{"decoration-overlap", "/message/parts/0/text_decorations/2/range"},
					},
				},
			},
			Good: []Example{
				{Title: "styles over one another", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[0,8],"style":"bold"},{"range":[4,11],"style":"italic"}`)},
				{Title: "ranges that touch", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[0,6],"style":"bold"},{"range":[6,11],"animation":"shake"}`)},
			},
		},
		{
			ID:    "decoration-duplicate",
			Title: "a style is given once for a range",
			Help: "The same style over the same range again changes nothing. " +
				"Usually a loop ran twice over the same matches. " +
				"Remove one of the two.",
			Sources: []validate.Source{ours.says("no page forbids it; it has no effect, so it is a mistake")},
			Kinds:   messageKinds,
			Bad: []Example{
				{Title: "bold twice", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"style":"bold"},{"range":[0,5],"style":"bold"}`), Pairs: []Pair{{"decoration-duplicate", "/message/parts/0/text_decorations/1"}}},
				{Title: "with another style between", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"style":"bold"},{"range":[0,5],"style":"italic"},{"style":"bold","range":[0,5]}`), Pairs: []Pair{{"decoration-duplicate", "/message/parts/0/text_decorations/2"}}},
			},
			Good: []Example{
				{Title: "two styles on one range", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello", `{"range":[0,5],"style":"bold"},{"range":[0,5],"style":"italic"}`)},
				{Title: "one style on two ranges", Kind: validate.KindChatsMessagesSend, Body: decorated("Hello world", `{"range":[0,5],"style":"bold"},{"range":[6,11],"style":"bold"}`)},
			},
		},
	}
}
