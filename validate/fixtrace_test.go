package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// tracedBody has a diagnostic at node 2, the value of id.
const tracedBody = ` {"id":"x","to":["a","b"],"message":{"parts":[{"type":"text","value":"hi"}]}}`

// tracedTrial is a trial of fixes that are all of the first diagnostic.
func tracedTrial(t *testing.T, body string, fixes ...[]Edit) (*trial, *patched) {
	t.Helper()
	e := newEngine(New(WithKind(KindChatsMessagesSend)), FixAll)
	t.Cleanup(e.release)
	e.check([]byte(body))
	require.NotEmpty(t, e.was.found)
	var chosen []candidate
	for _, edits := range fixes {
		chosen = append(chosen, candidate{0, &Fix{Edits: edits}})
	}
	trial := newTrial(e, []byte(body), chosen)
	return trial, splice(trial.body, chosen, nil)
}

func at(s string) int { return strings.Index(tracedBody, s) }

// TestMovedMemberIsFollowed: a member that a fix moves has the same name and value
// behind it, byte by byte; the colon and the comma are not followed.
func TestMovedMemberIsFollowed(t *testing.T) {
	id, inside := at(`"id"`), at(`"parts"`)
	trial, p := tracedTrial(t, tracedBody, []Edit{{id, id + 9, ""}, {inside, inside, `  "id":"x",`}})
	now := strings.Index(string(p.body), `"id"`)
	for i, c := range `"id":"x"` {
		if c == ':' {
			continue
		}
		got, ok := trial.carried(p, id+i)
		require.True(t, ok)
		require.Equal(t, now+i, got)
		edit, in := p.written(now + i)
		old, ok := trial.copiedFrom(&p.edits[edit], in)
		require.True(t, ok)
		require.Equal(t, id+i, old)
	}
	for _, off := range []int{4, 8} {
		_, ok := trial.carried(p, id+off)
		require.False(t, ok)
	}
	for _, in := range []int{1, 10} {
		_, ok := trial.copiedFrom(&p.edits[1], in)
		require.False(t, ok, in)
	}
	for _, same := range []string{`{"id"`, `"to"`, `"parts"`, `"hi"`} {
		got, ok := trial.carried(p, at(same))
		require.True(t, ok)
		require.Equal(t, tracedBody[at(same)], p.body[got])
	}
}

// TestReplacedValueIsFollowed: what a fix writes for a value starts where its text
// does; the rest of the value, and what is only taken out, is gone.
func TestReplacedValueIsFollowed(t *testing.T) {
	x, b := at(`"x"`), at(`"b"`)
	trial, p := tracedTrial(t, tracedBody, []Edit{{x, x + 3, "17"}}, []Edit{{b - 1, b + 3, ""}})
	got, ok := trial.carried(p, x)
	require.True(t, ok)
	require.Equal(t, x, got)
	for _, off := range []int{x + 1, b - 1, b} {
		_, ok = trial.carried(p, off)
		require.False(t, ok, off)
	}
	got, ok = trial.carried(p, b+3)
	require.True(t, ok)
	require.Equal(t, b-1-1, got, "one byte less before it, and what was taken out")
}

// TestCopiesInAnyOrder: the pieces that a fix writes again are found in the order of
// the body or in another one, and equal ones each for itself.
func TestCopiesInAnyOrder(t *testing.T) {
	a := at(`"a"`)
	for text, want := range map[string][]copied{
		`["a"],["b"]`: {{a, 1, a, 3}, {a, 7, a + 4, 3}},
		`"b","a"`:     {{a, 4, a, 3}, {a, 0, a + 4, 3}},
		`"b"`:         {{a, 0, a + 4, 3}},
		`"c"`:         nil,
	} {
		trial, _ := tracedTrial(t, tracedBody, []Edit{{a, a + 7, text}})
		require.Equal(t, want, trial.copiesOf(0), text)
		require.Equal(t, want, trial.copiesOf(0), "asked again")
	}
	twins := strings.Replace(tracedBody, `"b"`, `"a"`, 1)
	trial, _ := tracedTrial(t, twins, []Edit{{a, a + 7, `["a"],["a"]`}})
	require.Equal(t, []copied{{a, 1, a, 3}, {a, 7, a + 4, 3}}, trial.copiesOf(0))
	id := at(`"id"`)
	trial, _ = tracedTrial(t, tracedBody, []Edit{{id, id + 8, `"id":"x"`}})
	require.Equal(t, []copied{{id, 0, id, 4}, {id, 5, id + 5, 3}}, trial.copiesOf(0), "a name and a value")
	f := &copyFinder{t: trial, edits: []Edit{{a, a + 7, `"a"`}}, next: []int{0}}
	f.within(a, a+7)
	require.Empty(t, f.found, "nothing is left to look at")
}

// TestNearestFix: an error is of the only fix that touches its value or the name
// before it.
func TestNearestFix(t *testing.T) {
	name, x, end, element := at(`"id"`), at(`"x"`), at(`,"to"`), at(`"b"`)
	for _, test := range []struct {
		what  string
		node  int
		fixes [][]Edit
		off   int // the number of a fix that is not on
		want  int
	}{
		{"before the name", 2, [][]Edit{{{name - 1, name, ""}}}, -1, 0},
		{"not quite before it", 2, [][]Edit{{{name - 2, name - 1, ""}}}, -1, -1},
		{"the name", 2, [][]Edit{{{0, 0, " "}}, {{name, name + 4, `"i"`}}}, -1, 1},
		{"behind the value", 2, [][]Edit{{{end, end, " "}}}, -1, 0},
		{"not quite behind it", 2, [][]Edit{{{end + 1, end + 1, " "}}}, -1, -1},
		{"two edits of one", 2, [][]Edit{{{name, name, " "}, {x, x, " "}}}, -1, 0},
		{"two fixes", 2, [][]Edit{{{name, name, " "}}, {{x, x, " "}}}, -1, -1},
		{"two fixes of three", 2, [][]Edit{{{0, 0, " "}}, {{name, name, " "}}, {{x, x, " "}}}, -1, -1},
		{"of two the one that is on", 2, [][]Edit{{{name, name, " "}}, {{x, x, " "}}}, 0, 1},
		{"of two the one that is on", 2, [][]Edit{{{name, name, " "}}, {{x, x, " "}}}, 1, 0},
		{"an element has no name", 6, [][]Edit{{{element - 2, element - 1, " "}}}, -1, -1},
		{"an element", 6, [][]Edit{{{element - 1, element, " "}}}, -1, 0},
		{"the body as a text", -1, [][]Edit{{{name, name, " "}}}, -1, -1},
		{"the root", 0, [][]Edit{{{name, name, " "}}}, -1, -1},
	} {
		trial, _ := tracedTrial(t, tracedBody, test.fixes...)
		on := make([]bool, len(test.fixes))
		for i := range on {
			on[i] = i != test.off
		}
		require.Equal(t, test.want, trial.nearest(on, errorKey{node: test.node}), test.what)
		require.Equal(t, 3, trial.nearest(on, errorKey{node: inText, candidate: 3}))
	}
}

// TestHistoryMovesAlong: what a fix changed and wrote is known at its place in the
// body of each later round, until another fix takes it out.
func TestHistoryMovesAlong(t *testing.T) {
	x := at(`"x"`)
	first, p := tracedTrial(t, tracedBody, []Edit{{x, x + 3, `"yy"`}})
	rule := first.e.was.found[0].rule
	require.Equal(t, 2, first.e.was.found[0].place.node)
	var h history
	require.False(t, h.done(first.e.was, 0))
	h.record(first, p)
	require.Equal(t, map[change]bool{{rule, x}: true}, h.changed)
	require.Equal(t, map[ruleID][]extent{rule: {{x, x + 4}}}, h.written)

	second, q := tracedTrial(t, string(p.body), []Edit{{0, 1, "   "}})
	require.True(t, h.done(second.e.was, 0))
	h.record(second, q)
	require.True(t, h.changed[change{rule, x + 2}])
	require.Equal(t, []extent{{0, 3}, {x + 2, x + 6}}, h.written[rule])

	third, r := tracedTrial(t, string(q.body), []Edit{{x + 2, x + 6, ""}})
	h.record(third, r)
	require.Empty(t, h.changed)
	require.Equal(t, map[ruleID][]extent{rule: {{0, 3}}}, h.written)

	for _, cut := range []Edit{{0, 1, ""}, {2, 3, ""}} {
		some := history{written: h.written}
		last, l := tracedTrial(t, string(r.body), []Edit{cut})
		some.record(last, l)
		require.Empty(t, some.written, "an end of it is gone")
	}
	h.written = map[ruleID][]extent{rule: {{0, 1}}}
	last, l := tracedTrial(t, string(r.body), []Edit{{1, 2, ""}})
	h.record(last, l)
	require.Equal(t, map[ruleID][]extent{rule: {{0, 1}}}, h.written, "a single byte")
}

// TestNodeAt: a node is at the offset where it starts and nowhere else.
func TestNodeAt(t *testing.T) {
	trial, _ := tracedTrial(t, tracedBody)
	starts := map[int]int{}
	for i, n := range trial.e.was.view.Nodes {
		starts[int(n.Start)] = i
	}
	for off := range len(tracedBody) + 1 {
		want, ok := starts[off]
		if !ok {
			want = -1
		}
		require.Equal(t, want, trial.e.was.nodeAt(off), off)
	}
}

// TestMerged: spans that overlap are one, and those that touch are two.
func TestMerged(t *testing.T) {
	require.Equal(t, []extent{{0, 5}, {5, 7}, {9, 10}}, merged([]extent{{9, 10}, {2, 5}, {5, 7}, {0, 3}}))
	require.Equal(t, []extent{{0, 9}}, merged([]extent{{2, 3}, {0, 9}, {8, 9}}))
	require.Empty(t, merged(nil))
}
