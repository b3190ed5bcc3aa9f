package validate

// excused reports whether an error that was not there before is no fault of
// the fixes: one at a value that a fix changed, where the problem that it fixed
// had kept the error from being seen.
func (t *trial) excused(key errorKey, on []bool) bool {
	found := rulesTable[key.rule].id
	if key.node == inText {
		return t.ruleOf(key.candidate) == "json-type"
	}
	if key.node < 0 {
		return false
	}
	for _, i := range t.byNode[key.node] {
		if on[i] && silences(t.ruleOf(i), found) {
			return true
		}
	}
	for n := key.node; n > 0; n = int(t.e.was.up[n]) {
		for _, i := range t.byNode[n] {
			if on[i] && t.ruleOf(i) == "json-type" {
				return true
			}
		}
	}
	return false
}

// ruleOf returns the id of the rule whose fix a candidate is.
func (t *trial) ruleOf(candidate int) string {
	return rulesTable[t.e.was.found[t.chosen[candidate].diagnostic].rule].id
}

// precedence lists rules of which an earlier one silences the later ones at the
// same value.
var precedence = [][]string{
	{"continuation-only-text", "field-misplaced", "field-response-only", "field-unknown", "json-null"},
	{"poll-title", "field-misplaced"},
	{"effect-legacy", "field-unknown"},
	{"effect-legacy", "effect-incomplete"},
	{"effect-name", "effect-mismatch"},
	{"decoration-range-shape", "decoration-range-order", "decoration-range-bounds", "decoration-range-empty", "decoration-splits-surrogate", "decoration-splits-grapheme"},
	{"decoration-range-empty", "decoration-overlap"},
	{"text-empty", "text-blank"},
	{"media-url", "media-url-private", "media-extension", "media-sms-file"},
	{"voicememo-url", "media-url-private"},
	{"to-duplicate", "to-self"},
	{"link-url", "link-length"},
	{"link-url", "link-insecure"},
	{"card-image-url", "card-image-insecure"},
	{"card-image-url", "card-image-type"},
	{"app-clip-url", "app-clip-host"},
	{"first-message-link", "first-message-domain"},
	{"mention-direct", "mention-recipient"},
	{"react-emoji-extra", "react-emoji-word"},
}

// silences reports whether rule fixed, at a value, keeps rule found from being
// reported there.
func silences(fixed, found string) bool {
	if fixed == "string-whitespace" || fixed == "json-type" {
		return true
	}
	for _, chain := range precedence {
		a, b := position(chain, fixed), position(chain, found)
		if a >= 0 && b > a {
			return true
		}
	}
	return false
}
