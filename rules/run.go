package rules

import (
	"strings"

	"github.com/linqlint/linqlint/validate"
)

// The ids of the rules that are not about one body.
const (
	CampaignKey       = "campaign-idempotency-key"
	CampaignRecipient = "campaign-recipient"
	Config            = "config"
)

// runRules are the rules about the files of a run and their configuration, not
// about one body.
func runRules() []Rule {
	return []Rule{
		{
			ID: CampaignKey, Severity: validate.Warning,
			Title: "two messages of a campaign do not share an idempotency_key",
			Help: "The API takes a request whose key it has seen for a retry of the first one and sends nothing. " +
				"So where two messages were meant, the second one is lost, and its answer looks like a success. " +
				"Make the key of what tells the messages apart, such as the order and the recipient.\n\n" +
				"Looked for with `--unique idempotency-key`, in all the files of a run.",
			Sources: ownReason("a retry with the same key is not sent twice, which a message of its own must not be taken for"),
			Bad:     example("two orders, one key", orders("order-1042", "order-1042")),
			Good:    example("a key for each", orders("order-1042", "order-1043")),
			Where:   "two bodies of a run, with `--unique idempotency-key`",
			Found: []validate.Diagnostic{{
				Rule: CampaignKey, Severity: validate.Warning, Pointer: "/message/idempotency_key",
				Message: `idempotency_key "order-1042" is in campaign.ndjson:1 already, but a key is for one message`,
				Hint:    "the API takes the second message for a retry of the first and does not send it",
				Start:   validate.Position{Offset: 233, Line: 2, Column: 110}, End: validate.Position{Offset: 245, Line: 2, Column: 122},
			}},
		},
		{
			ID: CampaignRecipient, Severity: validate.Warning,
			Title: "a campaign writes to nobody twice",
			Help: "Somebody who stands in the list twice gets the message twice, and may well report it. " +
				"Phone numbers are compared as they stand, email addresses without regard to case; a chat of several counts for each of them.\n\n" +
				"Looked for with `--unique recipient`, in all the files of a run.",
			Sources: ownReason("nothing forbids it, and hardly anybody means it"),
			Bad:     example("one address in two spellings", recipients("kim@example.com", "Kim@example.com")),
			Good:    example("each of them once", recipients("kim@example.com", "lee@example.com")),
			Where:   "two bodies of a run, with `--unique recipient`",
			Found: []validate.Diagnostic{{
				Rule: CampaignRecipient, Severity: validate.Warning, Pointer: "/to/0",
				Message: `recipient "Kim@example.com" is in campaign.ndjson:1 already`,
				Start:   validate.Position{Offset: 88, Line: 2, Column: 8}, End: validate.Position{Offset: 105, Line: 2, Column: 25},
			}},
		},
		{
			ID: Config, Severity: validate.Error,
			Title: "linqlint.jsonc says what linqlint understands",
			Help: "A config is held to the form that `linqlint init` shows and linqlint.schema.json describes: a member, severity, kind or rule that is not known is more likely mistyped than meant, " +
				"and a check with half of its settings would say too much or too little. So an error ends the command with exit code 2 before anything is judged.\n\n" +
				"An ignore that has expired, or that took nothing although files that it is about were judged, is a warning. " +
				"Neither can be turned off or moved.",
			Sources: ownReason("what a project has agreed on must not be lost without a word"),
			Bad:     example("a mistyped severity", `{"rules": {"to-max": "of"}}`),
			Good:    example("a severity moved, a finding accepted", `{"rules": {"to-large": "off"}, "ignores": [{"rule": "to-handle", "files": "samples/**", "reason": "numbers that reach nobody"}]}`),
			Where:   "`linqlint.jsonc`",
			Found: []validate.Diagnostic{{
				Rule: Config, Severity: validate.Error,
				Message: `"of" is no severity; did you mean "off"?`, Hint: "the severities are error, warning, note, off",
				Start: validate.Position{Offset: 21, Line: 1, Column: 22}, End: validate.Position{Offset: 25, Line: 1, Column: 26},
			}},
		},
	}
}

func ownReason(reason string) []validate.Source {
	return []validate.Source{{Page: validate.Ours, Quote: reason, Read: "2026-11-28"}}
}

func example(title, text string) []Example {
	return []Example{{Title: title, Body: text}}
}

// orders and recipients write two lines of a campaign.
func orders(first, second string) string {
	const line = `{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Your order is ready."}],"idempotency_key":"KEY"}}`
	return strings.Replace(line, "KEY", first, 1) + "\n" + strings.Replace(line, "KEY", second, 1)
}

func recipients(first, second string) string {
	const line = `{"to":["HANDLE"],"message":{"parts":[{"type":"text","value":"Sale!"}]}}`
	return strings.Replace(line, "HANDLE", first, 1) + "\n" + strings.Replace(line, "HANDLE", second, 1)
}
