package validate

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// wrongFix compares what Fix makes of a body with the body, by a mapping of
// places that knows nothing of how fixes are applied. It returns what is wrong,
// "" if nothing is. kept are values that must still be there.
func wrongFix(v *Validator, body string, s Safety, kept []string) string {
	was := v.JSON([]byte(body))
	fixed, n, rest := v.Fix([]byte(body), s)
	if n == 0 {
		if string(fixed) != body {
			return "changed without a fix"
		}
		return ""
	}
	if !json.Valid(fixed) {
		return "no JSON: " + string(fixed)
	}
	before := pairsOf(was, SeverityError)
	for p := range pairsOf(rest, SeverityError) {
		if !explained(p, was, before) {
			return fmt.Sprintf("new error %s %s: %s", p.Rule, p.Pointer, fixed)
		}
	}
	for _, value := range kept {
		if strings.Count(string(fixed), value) < strings.Count(body, value) {
			return "lost " + value + ": " + string(fixed)
		}
	}
	if again, more, _ := v.Fix(fixed, s); more > 0 {
		return fmt.Sprintf("a second run fixes more: %s and then %s", fixed, again)
	}
	return ""
}

func pairsOf(r Report, s Severity) map[pair]bool {
	pairs := map[pair]bool{}
	for _, d := range r.Diagnostics {
		if d.Severity == s {
			pairs[pair{d.Rule, d.Pointer}] = true
		}
	}
	return pairs
}

// explained reports whether an error of a fixed body was there before, at the
// place where its value was, or at a value that could not be checked before.
func explained(p pair, was Report, before map[pair]bool) bool {
	for _, old := range places(p.Pointer) {
		if before[pair{p.Rule, old}] {
			return true
		}
		for _, d := range was.Diagnostics {
			if d.Rule == "json-type" && (old == d.Pointer || strings.HasPrefix(old, d.Pointer+"/")) || d.Rule == "string-whitespace" && old == d.Pointer {
				return true
			}
		}
	}
	return false
}

// places are the pointers that a value may have had before it was moved into or
// out of message, renamed, or shifted by an element that went.
func places(pointer string) []string {
	all := []string{pointer}
	if inside, ok := strings.CutPrefix(pointer, "/message"); ok {
		all = append(all, inside)
	} else {
		all = append(all, "/message"+pointer)
	}
	for _, p := range slices.Clone(all) {
		tokens := strings.Split(p, "/")
		for i, token := range tokens {
			if token >= "0" && token <= "3" {
				for next := token[0] + 1; next <= '4'; next++ {
					moved := slices.Clone(tokens)
					moved[i] = string(next)
					all = append(all, strings.Join(moved, "/"))
				}
			}
		}
	}
	return all
}

type pair struct{ Rule, Pointer string }
