package rules

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// The ids of the rules that are not about one body.
const (
	CampaignKey       = "campaign-idempotency-key"
	CampaignRecipient = "campaign-recipient"
	RequestUnchecked  = "request-unchecked"
	Config            = "config"
)

// runRules are the rules about the files of a run and their configuration, not
// about one body.
func runRules() []Rule {
	return []Rule{
		{
			ID:    CampaignKey,
			Title: "two messages of a campaign have different idempotency keys",
			Help: "The API treats a request with a known key as a retry and does not send it. " +
				"The second message is lost, and its response looks like a success. " +
				"Build the key from what distinguishes the messages, such as the order and the recipient.\n\n" +
				"Checked with `--unique idempotency-key`, across all files of a run.",
			Sources: ownReason("a retry with the same key is not sent twice, so a new message needs a new key"),
			Bad:     example("two orders, one key", orders("order-1042", "order-1042")),
			Good:    example("a key for each", orders("order-1042", "order-1043")),
			Where:   "two bodies of a run, with `--unique idempotency-key`",
			Found: []validate.Diagnostic{{
				Rule: CampaignKey, Reason: CampaignKey, Severity: validate.SeverityWarning, Pointer: "/message/idempotency_key",
				Message: `duplicate idempotency_key "order-1042", first used at campaign.ndjson:1`,
				Hint:    "the API treats the second message as a retry of the first and does not send it",
				Start:   validate.Position{Offset: 233, Line: 2, Column: 110}, End: validate.Position{Offset: 245, Line: 2, Column: 122},
			}},
		},
		{
			ID:    CampaignRecipient,
			Title: "a campaign has each recipient once",
			Help: "A recipient who is in the list twice gets the message twice, and may report it. " +
				"Phone numbers are compared as written, email addresses in any case; each member of a group chat counts.\n\n" +
				"Checked with `--unique recipient`, across all files of a run.",
			Sources: ownReason("it is allowed, and rarely intended"),
			Bad:     example("one address in two spellings", recipients("kim@example.com", "Kim@example.com")),
			Good:    example("each of them once", recipients("kim@example.com", "lee@example.com")),
			Where:   "two bodies of a run, with `--unique recipient`",
			Found: []validate.Diagnostic{{
				Rule: CampaignRecipient, Reason: CampaignRecipient, Severity: validate.SeverityWarning, Pointer: "/to/0",
				Message: `duplicate recipient "Kim@example.com", first at campaign.ndjson:1`,
				Start:   validate.Position{Offset: 88, Line: 2, Column: 8}, End: validate.Position{Offset: 105, Line: 2, Column: 25},
			}},
		},
		{
			ID:    RequestUnchecked,
			Title: "the bodies of requests to the API can be checked",
			Help: "A request to an endpoint of the API was found, but its body could not be checked: all of it is a variable, its file is missing, " +
				"curl joins it from several options, a capture does not contain it, or no rules exist for its endpoint. The summary counts such requests.\n\n" +
				"Reported for shell scripts, `.http` files, HAR captures and Postman collections with `--severity note`.",
			Sources: ownReason("a request that was not checked must not look like one without problems"),
			Bad:     example("two options with data", script("-d 'to=+14155550123' -d 'text=hi'")),
			Good:    example("one body", script(`-d '{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"Hi"}]}}'`)),
			Where:   "requests in scripts, captures and collections, with `--severity note`",
			Found: []validate.Diagnostic{{
				Rule: RequestUnchecked, Reason: RequestUnchecked, Severity: validate.SeverityNote,
				Message: "request not checked: curl joins the data of several options with &",
				Start:   validate.Position{Offset: 57, Line: 1, Column: 58}, End: validate.Position{Offset: 72, Line: 1, Column: 73},
			}},
		},
		{
			ID: Config, Severity: validate.SeverityError,
			Title: "linqlint.jsonc has only known settings",
			Help: "A config must have the form that `linqlint init` shows and linqlint.schema.json describes. An unknown member, severity, kind or rule is probably misspelled, " +
				"and a check with half of its settings reports too much or too little, so an error ends the command with exit code 2 before any file is checked.\n\n" +
				"An ignore that has expired, or that matches nothing although its files were checked, is a warning, and so is a severity that later ones override. " +
				"The severity of both is fixed.",
			Sources: ownReason("a setting of a project must not be dropped silently"),
			Bad:     example("a mistyped severity", `{"rules": {"to-max": "of"}}`),
			Good:    example("a changed severity and an ignored problem", `{"rules": {"to-large": "off"}, "ignores": [{"rule": "to-handle", "files": "samples/**", "reason": "fictional numbers"}]}`),
			Where:   "`linqlint.jsonc`",
			Found: []validate.Diagnostic{{
				Rule: Config, Reason: Config, Severity: validate.SeverityError,
				Message: `unknown severity "of"; did you mean "off"?`, Hint: "severities: error, warning, note, off",
				Pointer: "/rules/to-max", Start: validate.Position{Offset: 21, Line: 1, Column: 22}, End: validate.Position{Offset: 25, Line: 1, Column: 26},
			}},
		},
	}
}

func ownReason(reason string) []validate.Source {
	return []validate.Source{{Page: api.Ours, Quote: reason, Read: "2026-11-28"}}
}

func example(title, text string) []Example {
	return []Example{{Title: title, Body: text}}
}

// script returns a call of curl with options.
func script(options string) string {
	return "curl https://api.linqapp.com/api/partner/v3/messages " + options + "\n"
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
