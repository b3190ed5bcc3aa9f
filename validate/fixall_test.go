//go:build acceptance

package validate

import (
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// The members that are put into a body: null, empty, misplaced, response-only,
// unknown, twice, and of a wrong type. Values that must survive are unique.
var (
	insideMessage = []string{
		`"effect":null`, `"reply_to":null`, `"experience":null`, `"parts":null`, `"colors":null`,
		`"effect":{}`, `"parts":[]`, `"idempotency_key":""`,
		`"to":["+14155550101"]`, `"from":"+14155550102"`, `"override_optout":true`,
		`"id":1`, `"created_at":"x"`, `"reactions":[]`,
		`"efect":{"name":"slam","type":"bubble"}`, `"prefered_service":"RCS"`, `"part":[{"type":"text","value":"lost1"}]`, `"colors":"kept1"`,
		`"effect":5`, `"preferred_service":"imessage"`, `"reply_to":{"message_id":" x"}`, `"effect":{"screen_effect":"confetti"}`,
	}
	besideMessage = []string{
		`"from":null`, `"exclude_from":null`, `"effect":null`, `"parts":null`, `"colors":null`,
		`"to":[]`, `"continuation_message":{}`, `"reply_to":{}`,
		`"effect":{"name":"loud","type":"bubble"}`, `"preferred_service":"SMS"`, `"idempotency_key":"kept2"`, `"parts":[{"type":"text","value":"kept3"}]`, `"from":"+14155550103"`,
		`"id":1`, `"is_group":false`, `"sent_at":"x"`,
		`"overide_optout":true`, `"recipients":["+14155550104"]`, `"colors":"kept4"`,
		`"override_optout":"yes"`, `"to":"+14155550105"`, `"to":"+1 415"`,
	}
	insidePart = []string{
		`"text_decorations":null`, `"mention":null`, `"url":null`,
		`"text_decorations":[]`, `"value":""`, `"text_decorations":[{"range":[0,1.0],"style":"Bold"}]`,
		`"url":"https://a.example.com/a.jpg"`, `"attachment_id":"x"`,
		`"id":1`, `"reactions":[]`, `"valeu":"kept5"`, `"decorations":[]`,
		`"value":5`, `"mention":5`, `"type":"Text"`,
	}
)

// skeletons are bodies with places for members: I in message, O beside it, P
// in a part.
var skeletons = []string{
	`{"to":["+14155550199"],"message":{"parts":[{"type":"text","value":"hello"P}]I}O}`,
	`{"to":["+14155550199"],"message":{I},"parts":[{"type":"text","value":"hello"P}]O}`,
	`{O"message":{I},"to":["+14155550199"]}`,
	`{"to":["+14155550199"],"parts":[{"type":"text","value":"hello"P},{"type":"text","value":"bye"}]O}`,
}

// TestFixesExhaustively fixes every body with up to three such members, at both
// safeties.
func TestFixesExhaustively(t *testing.T) {
	type body struct{ text, kind string }
	bodies := make(chan body, 1024)
	var total, failures atomic.Int64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			auto, send := New(), New(WithKind(KindChatsCreate))
			for b := range bodies {
				v := auto
				if b.kind != "" {
					v = send
				}
				total.Add(1)
				for _, s := range []Safety{FixSafe, FixAll} {
					if wrong := wrongFix(v, b.text, s, keptIn(b.text)); wrong != "" && failures.Add(1) <= 20 {
						t.Errorf("safety %d: %s\n%s", s, b.text, wrong)
					}
				}
			}
		}()
	}
	for _, skeleton := range skeletons {
		n := 0
		combine(skeleton, func(text string) {
			kind := ""
			if n++; n%7 == 0 {
				kind = string(KindChatsCreate)
			}
			bodies <- body{text, kind}
		})
	}
	close(bodies)
	wait.Wait()
	t.Logf("%d bodies, %d failures", total.Load(), failures.Load())
	require.GreaterOrEqual(t, total.Load(), int64(500_000))
	require.Zero(t, failures.Load())
}

// keptIn returns the values of a body that no fix takes out.
func keptIn(body string) (kept []string) {
	for _, value := range []string{"kept1", "kept2", "kept3", "kept4", "kept5", "hello", "bye", "+14155550199", "+14155550101", "+14155550102", "+14155550103", "+14155550104", "+14155550105"} {
		if strings.Contains(body, value) {
			kept = append(kept, value)
		}
	}
	return kept
}

// combine puts every choice of up to three members into a skeleton.
func combine(skeleton string, yield func(string)) {
	type item struct{ place, member string }
	var items []item
	for place, members := range map[string][]string{"I": insideMessage, "O": besideMessage, "P": insidePart} {
		if strings.Contains(skeleton, place) {
			for _, m := range members {
				items = append(items, item{place, m})
			}
		}
	}
	var chosen []item
	var choose func()
	choose = func() {
		text := skeleton
		for _, place := range []string{"I", "O", "P"} {
			var members []string
			for _, c := range chosen {
				if c.place == place {
					members = append(members, c.member)
				}
			}
			before, after, found := strings.Cut(text, place)
			if !found {
				continue
			}
			inserted := strings.Join(members, ",")
			if len(members) > 0 {
				if !strings.HasSuffix(before, "{") {
					inserted = "," + inserted
				} else if strings.HasPrefix(after, `"`) {
					inserted += ","
				}
			}
			text = before + inserted + after
		}
		yield(text)
		if len(chosen) == 3 {
			return
		}
		for _, it := range items {
			chosen = append(chosen, it)
			choose()
			chosen = chosen[:len(chosen)-1]
		}
	}
	choose()
}
