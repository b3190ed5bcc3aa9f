//go:build acceptance

package validate

import (
	"flag"
	"math/rand/v2"
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
	messageMembers = []string{
		`"effect":null`, `"reply_to":null`, `"experience":null`, `"parts":null`, `"colors":null`,
		`"effect":{}`, `"parts":[]`, `"idempotency_key":""`,
		`"to":["+14155550101"]`, `"from":"+14155550102"`, `"override_optout":true`,
		`"id":1`, `"created_at":"x"`, `"reactions":[]`,
		`"efect":{"name":"slam","type":"bubble"}`, `"prefered_service":"RCS"`, `"part":[{"type":"text","value":"lost1"}]`, `"colors":"kept1"`,
		`"effect":5`, `"preferred_service":"imessage"`, `"reply_to":{"message_id":" x"}`, `"effect":{"screen_effect":"confetti"}`,
	}
	bodyMembers = []string{
		`"from":null`, `"exclude_from":null`, `"effect":null`, `"parts":null`, `"colors":null`,
		`"to":[]`, `"continuation_message":{}`, `"reply_to":{}`,
		`"effect":{"name":"loud","type":"bubble"}`, `"preferred_service":"SMS"`, `"idempotency_key":"kept2"`, `"parts":[{"type":"text","value":"kept3"}]`, `"from":"+14155550103"`,
		`"id":1`, `"is_group":false`, `"sent_at":"x"`,
		`"overide_optout":true`, `"recipients":["+14155550104"]`, `"colors":"kept4"`,
		`"override_optout":"yes"`, `"to":"+14155550105"`, `"to":"+1 415"`,
	}
	partMembers = []string{
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

// every is how many bodies with three members there are for each one that is fixed.
var every = flag.Int("every", 4, "of the bodies with three members, TestFixesExhaustively fixes one in so many")

// TestFixesExhaustively fixes every body with one or two such members and a fixed sample of those
// with three, at both safeties; with -args -every 1, all of those, which takes minutes.
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
	require.GreaterOrEqual(t, total.Load(), int64(200_000 / *every))
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

// combine puts every choice of up to two members into a skeleton, and a sample of those of three.
func combine(skeleton string, yield func(string)) {
	places := []struct {
		name    string
		members []string
	}{{"I", messageMembers}, {"O", bodyMembers}, {"P", partMembers}}
	rng := rand.New(rand.NewPCG(1, 2))
	chosen := make([][]string, len(places))
	// The members of one place are chosen in each order, but those of different places in one: the
	// text is the same.
	var choose func(from, n int)
	choose = func(from, n int) {
		if n < 3 || rng.IntN(*every) == 0 {
			text := skeleton
			for i, place := range places {
				text = insert(text, place.name, chosen[i])
			}
			yield(text)
		}
		if n == 3 {
			return
		}
		for i := from; i < len(places); i++ {
			if !strings.Contains(skeleton, places[i].name) {
				continue
			}
			for _, member := range places[i].members {
				chosen[i] = append(chosen[i], member)
				choose(i, n+1)
				chosen[i] = chosen[i][:len(chosen[i])-1]
			}
		}
	}
	choose(0, 0)
}

// insert puts members at a place of a skeleton, with the commas that they need.
func insert(text, place string, members []string) string {
	before, after, found := strings.Cut(text, place)
	if !found {
		return text
	}
	inserted := strings.Join(members, ",")
	if len(members) > 0 {
		if !strings.HasSuffix(before, "{") {
			inserted = "," + inserted
		} else if strings.HasPrefix(after, `"`) {
			inserted += ","
		}
	}
	return before + inserted + after
}
