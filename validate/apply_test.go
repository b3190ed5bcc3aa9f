package validate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// fixes makes one diagnostic a fix.
func fixes(all ...Fix) []Diagnostic {
	var ds []Diagnostic
	for _, f := range all {
		ds = append(ds, Diagnostic{Fixes: []Fix{f}})
	}
	return ds
}

// TestApply: which fixes go together, and what is never done.
func TestApply(t *testing.T) {
	edit := func(start, end int, text string) Edit { return Edit{start, end, text} }
	safe := func(edits ...Edit) Fix { return Fix{Safe: true, Edits: edits} }
	guess := func(edits ...Edit) Fix { return Fix{Edits: edits} }
	for _, test := range []struct {
		name string
		ds   []Diagnostic
		s    Safety
		want string
		n    int
	}{
		{"nothing", nil, FixSafe, "0123456789", 0},
		{"one", fixes(safe(edit(2, 4, "x"))), FixSafe, "01x456789", 1},
		{"two, the later first", fixes(safe(edit(8, 9, "b")), safe(edit(0, 2, "a"))), FixSafe, "a234567b9", 2},
		{"two that touch: the first", fixes(safe(edit(0, 2, "a")), safe(edit(2, 4, "b"))), FixSafe, "a23456789", 1},
		{"two with a byte between them", fixes(safe(edit(2, 4, "b")), safe(edit(0, 1, "a"))), FixSafe, "a1b456789", 2},
		{"two that overlap: the first", fixes(safe(edit(0, 3, "a")), safe(edit(2, 4, "b"))), FixSafe, "a3456789", 1},
		{"one within the other", fixes(safe(edit(2, 4, "a")), safe(edit(0, 9, "b"))), FixSafe, "01a456789", 1},
		{"two insertions at one place", fixes(safe(edit(3, 3, "a")), safe(edit(3, 3, "b"))), FixSafe, "012a3456789", 1},
		{"an insertion where another fix starts", fixes(safe(edit(3, 5, "")), safe(edit(3, 3, "b"))), FixSafe, "01256789", 1},
		{"an insertion where another fix ends", fixes(safe(edit(3, 5, "")), safe(edit(5, 5, "b"))), FixSafe, "01256789", 1},
		{"at both ends", fixes(safe(edit(0, 0, "<"), edit(10, 10, ">"))), FixSafe, "<0123456789>", 1},
		{"a fix of two edits is left out whole", fixes(safe(edit(4, 5, "x")), safe(edit(0, 1, "a"), edit(4, 6, "b"))), FixSafe, "0123x56789", 1},
		{"an unsafe one is not taken", fixes(guess(edit(0, 1, "x"))), FixSafe, "0123456789", 0},
		{"unless it is asked for", fixes(guess(edit(0, 1, "x"))), FixAll, "x123456789", 1},
		{"the first safe one of several", []Diagnostic{{Fixes: []Fix{guess(edit(0, 1, "x")), safe(edit(0, 1, "y"))}}}, FixSafe, "y123456789", 1},
		{"the first of several", []Diagnostic{{Fixes: []Fix{guess(edit(0, 1, "x")), safe(edit(0, 1, "y"))}}}, FixAll, "x123456789", 1},
		{"the zero safety takes none", fixes(guess(edit(0, 1, "x")), safe(edit(5, 6, "y"))), 0, "0123456789", 0},
		{"no edits", fixes(safe()), FixSafe, "0123456789", 0},
		{"of another body: past the end", fixes(safe(edit(8, 11, "x"))), FixSafe, "0123456789", 0},
		{"of another body: far out", fixes(safe(edit(1000, 2000, "x"))), FixSafe, "0123456789", 0},
		{"by nobody: before the start", fixes(safe(edit(-1, 2, "x"))), FixSafe, "0123456789", 0},
		{"by nobody: in reverse", fixes(safe(edit(4, 2, "x"))), FixSafe, "0123456789", 0},
		{"by a fixer that overlaps itself", fixes(safe(edit(0, 5, "x"), edit(2, 3, "y"))), FixSafe, "0123456789", 0},
		{"by one that keeps no order", fixes(safe(edit(6, 7, "x"), edit(2, 3, "y"))), FixSafe, "0123456789", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := []byte("0123456789")
			got, n := Apply(body, test.ds, test.s)
			require.Equal(t, test.want, string(got))
			require.Equal(t, test.n, n)
			require.Equal(t, "0123456789", string(body), "the body itself is not changed")
		})
	}
}

// TestApplyToAnotherBody: diagnostics of one body on any other give nonsense,
// but no panic.
func TestApplyToAnotherBody(t *testing.T) {
	lines := readCorpus(t)
	for i, l := range lines {
		ds := New(WithKind(l.Kind), WithNotes()).JSON(l.bytes()).Diagnostics
		other := lines[(i+7)%len(lines)].bytes()
		for _, body := range [][]byte{other, nil, []byte("{}")} {
			require.NotPanics(t, func() { Apply(body, ds, FixAll) }, l.Name)
		}
	}
}

// fixable is every body of the corpus and of the rules' examples that has a
// fix.
func fixable(t *testing.T) (bodies []ruleExample) {
	add := func(kind Kind, body []byte) {
		ds := New(WithKind(kind), WithNotes()).JSON(body).Diagnostics
		if len(body) < 4000 && slices.ContainsFunc(ds, func(d Diagnostic) bool { return len(d.Fixes) > 0 }) {
			bodies = append(bodies, ruleExample{Kind: kind, Body: string(body)})
		}
	}
	for _, l := range readCorpus(t) {
		add(l.Kind, l.bytes())
	}
	for _, e := range RuleExamples {
		if e.Bad {
			add(e.Kind, []byte(e.Body))
		}
	}
	require.Greater(t, len(bodies), 80)
	return bodies
}

// TestFixIsIdempotent: what Fix leaves has nothing left to fix, the safe fixes
// alone bring in no new problem of any severity, and the body is JSON as
// before.
func TestFixIsIdempotent(t *testing.T) {
	for _, e := range fixable(t) {
		v := New(WithKind(e.Kind), WithNotes())
		was := v.JSON([]byte(e.Body))
		for _, s := range []Safety{FixSafe, FixAll} {
			fixed, n, rest := v.Fix([]byte(e.Body), s)
			require.True(t, json.Valid(fixed) || n == 0, "%s", fixed)
			require.Equal(t, found(v.JSON(fixed)), found(rest), "the report is of what is returned")
			again, more, _ := v.Fix(fixed, s)
			require.Zero(t, more, "%s\n%s", e.Body, fixed)
			require.Equal(t, fixed, again)
			require.Equal(t, n == 0, bytes.Equal(fixed, []byte(e.Body)))
			require.LessOrEqual(t, rest.Count(SeverityError), was.Count(SeverityError))
			if s == FixSafe {
				require.LessOrEqual(t, len(rest.Diagnostics), len(was.Diagnostics), "%s\n%s\n%s", e.Body, fixed, found(rest))
			}
		}
	}
}

// mutated draws a body near one that has a fix: members dropped, repeated,
// nulled or swapped, and white space around.
func mutated(t *rapid.T, bodies []ruleExample) ruleExample {
	e := bodies[rapid.IntRange(0, len(bodies)-1).Draw(t, "body")]
	var value any
	if json.Unmarshal([]byte(e.Body), &value) != nil {
		return e
	}
	value = mutate(t, value, 0)
	body, err := json.Marshal(value)
	require.NoError(t, err)
	if rapid.Bool().Draw(t, "indented") {
		var out bytes.Buffer
		require.NoError(t, json.Indent(&out, body, "", "  "))
		body = out.Bytes()
	}
	e.Body = string(body)
	return e
}

func mutate(t *rapid.T, value any, depth int) any {
	if depth > 0 {
		switch rapid.IntRange(0, 60).Draw(t, "what") {
		case 0:
			return nil
		case 1:
			return 7
		case 2:
			return " " + fmt.Sprint(value)
		case 3:
			return []any{value, value}
		}
	}
	switch v := value.(type) {
	case map[string]any:
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			switch rapid.IntRange(0, 30).Draw(t, name) {
			case 0:
				delete(v, name)
				continue
			case 1:
				v[strings.ToUpper(name)] = v[name]
			}
			v[name] = mutate(t, v[name], depth+1)
		}
	case []any:
		for i := range v {
			v[i] = mutate(t, v[i], depth+1)
		}
		if len(v) > 0 && rapid.IntRange(0, 15).Draw(t, "again") == 0 {
			v = append(v, v[0])
		}
		return v
	}
	return value
}

// TestFixesChangeNothingElse checks, over mutated bodies, that the safe fixes
// of one rule remove its diagnostics where it offers them, bring in no error,
// and leave every value outside of what they name as it was.
func TestFixesChangeNothingElse(t *testing.T) {
	bodies := fixable(t)
	rapid.Check(t, func(t *rapid.T) {
		e := mutated(t, bodies)
		v := New(WithKind(e.Kind), WithNotes())
		report := v.JSON([]byte(e.Body))
		for _, d := range report.Diagnostics {
			if len(d.Fixes) == 0 {
				continue
			}
			fixed, n := Apply([]byte(e.Body), []Diagnostic{d}, FixAll)
			if n == 0 {
				t.Fatalf("%s has a fix that does not apply: %s", d.Rule, e.Body)
			}
			if !json.Valid(fixed) {
				t.Fatalf("%s leaves no JSON: %s\n%s", d.Rule, e.Body, fixed)
			}
			after := v.JSON(fixed)
			same, rule := func(o Diagnostic) bool { return o.Rule == d.Rule && o.Pointer == d.Pointer && o.Message == d.Message }, func(o Diagnostic) bool { return o.Rule == d.Rule }
			if count(after, same) >= count(report, same) && count(after, rule) >= count(report, rule) { // an element that goes shifts the others
				t.Fatalf("%s %s is still there: %s\n%s", d.Rule, d.Pointer, e.Body, fixed)
			}
			untouched(t, d, e.Body, string(fixed))
		}
		fixed, _, rest := v.Fix([]byte(e.Body), FixAll)
		if rest.Count(SeverityError) > report.Count(SeverityError) {
			t.Fatalf("more errors than before: %s\n%s", e.Body, fixed)
		}
	})
}

func count(r Report, is func(Diagnostic) bool) (n int) {
	for _, d := range r.Diagnostics {
		if is(d) {
			n++
		}
	}
	return n
}

// untouched compares all values but those that the diagnostic names. What a fix
// moves, wraps or joins is compared as a set of leaves.
func untouched(t *rapid.T, d Diagnostic, before, after string) {
	was, is := leaves(before), leaves(after)
	mayGo := map[string]int{}
	for pointer, values := range was {
		for _, value := range values {
			if pointer == d.Pointer || strings.HasPrefix(pointer, d.Pointer+"/") || slices.ContainsFunc(d.Related, func(r Related) bool {
				return pointer == r.Pointer || strings.HasPrefix(pointer, r.Pointer+"/")
			}) {
				continue
			}
			mayGo[value]++
		}
	}
	for _, values := range is {
		for _, value := range values {
			mayGo[value]--
		}
	}
	for value, n := range mayGo {
		if n > 0 {
			t.Fatalf("the fix of %s %s lost %s: %s\n%s", d.Rule, d.Pointer, value, before, after)
		}
	}
}

// leaves are the values of a body that hold no others, by pointer.
func leaves(body string) map[string][]string {
	var value any
	dec := json.NewDecoder(strings.NewReader(body))
	dec.UseNumber()
	if dec.Decode(&value) != nil {
		return nil
	}
	out := map[string][]string{}
	var walk func(pointer string, value any)
	walk = func(pointer string, value any) {
		switch v := value.(type) {
		case map[string]any:
			for name, x := range v {
				walk(pointer+"/"+name, x)
			}
		case []any:
			for i, x := range v {
				walk(pointer+"/"+strconv.Itoa(i), x)
			}
		default:
			out[pointer] = append(out[pointer], fmt.Sprint(reflect.TypeOf(v), v))
		}
	}
	walk("", value)
	return out
}

// TestWrap: where message is missing only the wrap is offered, and where that is
// ambiguous, its hint.
func TestWrap(t *testing.T) {
	parts := `"parts":[{"type":"text","value":"a"}]`
	for _, test := range []struct{ name, body, want string }{
		{"parts", `{` + parts + `}`, `{"message":{` + parts + `}}`},
		{"parts and what goes with them", `{"preferred_service":"SMS","override_optout":true,` + parts + `,"idempotency_key":"k"}`, `{"message":{"preferred_service":"SMS",` + parts + `,"idempotency_key":"k"},"override_optout":true}`},
		{"an experience", `{"experience":{"name":"a","action":"b"}}`, `{"message":{"experience":{"name":"a","action":"b"}}}`},
		{"a message that is null", `{"message":null,` + parts + `}`, "hint"},
		{"parts twice", `{` + parts + `,` + parts + `}`, "hint"},
		{"parts that are null", `{"parts":null}`, ""},
		{"an effect alone", `{"effect":{"name":"slam","type":"bubble"}}`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := JSON([]byte(test.body), WithKind(KindChatsMessagesSend))
			for i, d := range report.Diagnostics {
				require.True(t, d.Rule == "field-required" && d.Pointer == "" || len(d.Fixes) == 0 || d.Rule == "json-null", "no move: %s", d.Rule)
				if i > 0 || test.want == "" {
					continue
				}
				require.Equal(t, "field-required", d.Rule)
				require.Contains(t, d.Hint, "wrap")
				fixed, n := Apply([]byte(test.body), report.Diagnostics[:1], FixSafe)
				require.Equal(t, test.want != "hint", n > 0)
				if n > 0 {
					require.Equal(t, test.want, string(fixed))
				}
			}
		})
	}
}

// TestFixInRounds: fixes that meet one another are applied one after the other,
// and one that brings in an error is left out without holding up the others.
func TestFixInRounds(t *testing.T) {
	for _, test := range []struct{ name, body, want, left string }{
		{"three texts in a row", sendOf(textOf("a"), textOf("b"), textOf("c")), sendOf(textOf(`a\nb\nc`)), ""},
		{"a message to wrap, with its key", `{"to":["+12"],"parts":[{"type":"text","value":"a"}],"idempotency_key":"k"}`, `{"to":["+12"],"message":{"parts":[{"type":"text","value":"a"}],"idempotency_key":"k"}}`, ""},
		{"everything null", helloWith(`"effect":null,"reply_to":null,"experience":null`), contentOf(`"parts":[{"type":"text","value":"Hello"}]`), ""},
		{"a rename that gives another fault is left out", helloWith(`"efect":5,"colors":null,"preferred_servce":"SMS"`), helloWith(`"efect":5,"colors":null,"preferred_service":"SMS"`), "field-unknown /message/efect; field-unknown /message/colors"},
		{"a recipient in brackets, twice", createOf(`"+1 (2)3"`, `"+1 23"`), createOf(`"+123"`), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			fixed, n, rest := New().Fix([]byte(test.body), FixAll)
			require.Equal(t, test.want, string(fixed))
			require.NotZero(t, n)
			require.Equal(t, test.left, found(rest))
		})
	}
}

// TestFixKeepsJSON: a member that moves into message is inserted after one that
// another fix removes.
func TestFixKeepsJSON(t *testing.T) {
	for _, body := range []string{
		`{"to":["+14155550123"],"message":{"effect":null},"parts":[{"type":"text","value":"hi"}]}`,
		`{"to":["+14155550123"],"message":{"created_at":"x"},"parts":[{"type":"text","value":"hi"}]}`,
		`{"message":{"id":"x"},"to":["+14155550123"],"idempotency_key":"k"}`,
		`{"message":{},"effect":null,"parts":[{"type":"text","value":"hi"}]}`,
	} {
		for _, safety := range []Safety{FixSafe, FixAll} {
			fixed, _, _ := New().Fix([]byte(body), safety)
			require.True(t, json.Valid(fixed), "%s became %s", body, fixed)
		}
	}
}
