package rules

import "github.com/linqlint/linqlint/validate"

// anOptionID is the id of a poll's option.
const anOptionID = "7c9e6679-7425-40de-944b-e07fc1f90ae7"

// The rules for polls.
func rulesPoll() []Rule {
	return []Rule{
		{
			ID:    "poll-options",
			Title: "a poll has at least two options, each with a text",
			Help: "A new poll needs two options at least, and options added later one; an option without a text is none. " +
				"Options cannot be edited or removed afterwards, so check them before the poll is sent. " +
				"The later documentation (2026-08-04) says so; the reference pages know no polls yet.",
			Sources: []validate.Source{
				pageSDK.says("A poll needs at least two options. Options are add-only and immutable"),
				pageSDK.says("Add one or more options to an existing poll."),
			},
			Kinds: []validate.Kind{validate.KindChatsPollsCreate, validate.KindMessagesPollsAdd},
			Bad: []Example{
				{
					Title: "one option", Kind: validate.KindChatsPollsCreate,
					Body:  `{"poll":{"options":[{"text":"Tacos"}]}}`,
					Pairs: []Pair{{"poll-options", "/poll/options"}},
				},
				{
					Title: "an empty text", Kind: validate.KindChatsPollsCreate,
					Body:  `{"poll":{"options":[{"text":"Tacos"},{"text":""}]}}`,
					Pairs: []Pair{{"poll-options", "/poll/options/1/text"}},
				},
				{
					Title: "none to add", Kind: validate.KindMessagesPollsAdd,
					Body:  `{"options":[]}`,
					Pairs: []Pair{{"poll-options", "/options"}},
				},
			},
			Good: []Example{
				{Title: "two options", Kind: validate.KindChatsPollsCreate, Body: `{"poll":{"options":[{"text":"Tacos 🌮"},{"text":"Sushi 🍣"}]}}`},
				{Title: "one to add", Kind: validate.KindMessagesPollsAdd, Body: `{"options":[{"text":"Pizza"}]}`},
			},
		},
		{
			ID:    "poll-option-duplicate",
			Title: "no two options of a poll have the same text",
			Help: "Voters cannot tell two options with the same text apart, and the votes split between them. " +
				"An option cannot be removed once the poll is sent. " +
				"Remove the repeated one, or make the texts differ.",
			Sources: []validate.Source{pageSDK.says("you can append options but never edit or remove them (Apple constraint).")},
			Kinds:   []validate.Kind{validate.KindChatsPollsCreate, validate.KindMessagesPollsAdd},
			Bad: []Example{
				{
					Title: "twice in a new poll", Kind: validate.KindChatsPollsCreate,
					Body:  `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"},{"text":"Tacos"}]}}`,
					Pairs: []Pair{{"poll-option-duplicate", "/poll/options/2"}},
				},
				{
					Title: "added twice", Kind: validate.KindMessagesPollsAdd,
					Body:  `{"options":[{"text":"Pizza"},{"text":"Pizza"}]}`,
					Pairs: []Pair{{"poll-option-duplicate", "/options/1"}},
				},
			},
			Good: []Example{
				{Title: "three options", Kind: validate.KindChatsPollsCreate, Body: `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"},{"text":"Pizza"}]}}`},
				{Title: "texts that differ in case", Kind: validate.KindMessagesPollsAdd, Body: `{"options":[{"text":"it"},{"text":"IT"}]}`},
			},
		},
		{
			ID:    "poll-title",
			Title: "a poll has no title or question",
			Help: "iMessage polls consist of options alone; a `title` or `question` is not known and would be lost. " +
				"Send the question as a text message first, then the poll.",
			Sources: []validate.Source{pageSDK.says("there is no title/question (send that as a normal text message).")},
			Kinds:   []validate.Kind{validate.KindChatsPollsCreate},
			Bad: []Example{
				{
					Title: "a title", Kind: validate.KindChatsPollsCreate,
					Body:  `{"poll":{"title":"Lunch?","options":[{"text":"Tacos"},{"text":"Sushi"}]}}`,
					Pairs: []Pair{{"poll-title", "/poll/title"}},
				},
				{
					Title: "a question", Kind: validate.KindChatsPollsCreate,
					Body:  `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"}],"question":"Lunch?"}}`,
					Pairs: []Pair{{"poll-title", "/poll/question"}},
				},
			},
			Good: []Example{
				{Title: "options alone", Kind: validate.KindChatsPollsCreate, Body: `{"poll":{"options":[{"text":"Tacos"},{"text":"Sushi"}]}}`},
				{Title: "the question in an option's text", Kind: validate.KindChatsPollsCreate, Body: `{"poll":{"options":[{"text":"Lunch: tacos"},{"text":"Lunch: sushi"}]}}`},
			},
		},
		{
			ID:    "poll-vote",
			Title: "a vote has an operation, add or remove, and the uuid of an option",
			Help: "A vote is given to or taken from one option at a time. " +
				"`operation` is `add` or `remove`, in lower case, and `option_id` the uuid (8-4-4-4-12 hexadecimal digits) from the poll's `options[].option_id`; the option's text or number will not do.",
			Sources: []validate.Source{
				pageSDK.says("Add or remove your line's vote on the option. Any of \"add\", \"remove\"."),
				pageSDK.says("The option to toggle a vote on. format:\"uuid\""),
			},
			Kinds: []validate.Kind{validate.KindMessagesPollsVote},
			Bad: []Example{
				{
					Title: "the option's number", Kind: validate.KindMessagesPollsVote,
					Body:  `{"operation":"add","option_id":"1"}`,
					Pairs: []Pair{{"poll-vote", "/option_id"}},
				},
				{
					Title: "toggle, and the option's text", Kind: validate.KindMessagesPollsVote,
					Body: `{"operation":"toggle","option_id":"Tacos"}`,
					Pairs: []Pair{
						{"poll-vote", "/operation"},
						{"poll-vote", "/option_id"},
					},
				},
			},
			Good: []Example{
				{Title: "a vote", Kind: validate.KindMessagesPollsVote, Body: `{"operation":"add","option_id":"` + anOptionID + `"}`},
				{Title: "a vote taken back", Kind: validate.KindMessagesPollsVote, Body: `{"operation":"remove","option_id":"` + anOptionID + `"}`},
			},
		},
	}
}
