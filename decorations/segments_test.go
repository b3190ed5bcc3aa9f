package decorations

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite testdata/differences.txt, conjunct_table.go and class_table.go")

// segments is what testdata/segments.jsonl holds: what Node says of each text.
type segments struct {
	header struct{ Sha256, Node, ICU, Unicode string }
	texts  []segmented
}

type segmented struct {
	text     string
	units    int   // String.length
	clusters []int // lengths in UTF-16 code units
}

func (s *segmented) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&s.text, &s.units, &s.clusters})
}

func readSegments(t *testing.T) segments {
	t.Helper()
	raw, err := os.ReadFile("testdata/segments.jsonl")
	require.NoError(t, err)
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, len(raw)+1)
	var s segments
	require.True(t, lines.Scan())
	require.NoError(t, json.Unmarshal(lines.Bytes(), &s.header))
	for lines.Scan() {
		var line segmented
		require.NoError(t, json.Unmarshal(lines.Bytes(), &line))
		s.texts = append(s.texts, line)
	}
	require.NoError(t, lines.Err())
	return s
}

// TestSegmentsAreFresh fails when segments.mjs was changed and not run.
func TestSegmentsAreFresh(t *testing.T) {
	source, err := os.ReadFile("testdata/segments.mjs")
	require.NoError(t, err)
	sum := sha256.Sum256(source)
	s := readSegments(t)
	require.Equal(t, hex.EncodeToString(sum[:]), s.header.Sha256, "run: node decorations/testdata/segments.mjs")
	require.GreaterOrEqual(t, len(s.texts), 2000)
}

// TestLengthsAreNodes compares UTF-16 lengths with String.length. Lone
// surrogates are among the strings: encoding/json decodes one as U+FFFD, which
// is one unit as it is.
func TestLengthsAreNodes(t *testing.T) {
	var x Index
	for _, s := range readSegments(t).texts {
		require.Equal(t, s.units, UTF16Len(s.text), "%+q", s.text)
		x.Reset(s.text)
		require.Equal(t, s.units, x.UTF16Len(), "%+q", s.text)
	}
}

// TestIndexOverNodesTexts asks everything about the same strings.
func TestIndexOverNodesTexts(t *testing.T) {
	x := new(Index)
	for _, s := range readSegments(t).texts {
		requireAgrees(t, x, s.text)
	}
}

// rules is Annex #29 as it is written: the pairs and the look-behind, no state
// machine. With uniseg's properties it is what this package does, with Node's
// what Node does; so where they differ, a property has changed.
type rules struct {
	property func(rune) string
	conjunct map[rune]string // Indic_Conjunct_Break
}

func (u rules) boundary(rs []rune, i int) bool {
	before, after := u.property(rs[i-1]), u.property(rs[i])
	hard := func(p string) bool { return p == "CR" || p == "LF" || p == "Control" }
	switch {
	case before == "CR" && after == "LF":
		return false // GB3
	case hard(before) || hard(after):
		return true // GB4, GB5
	case before == "L" && slices.Contains([]string{"L", "V", "LV", "LVT"}, after),
		(before == "LV" || before == "V") && (after == "V" || after == "T"),
		(before == "LVT" || before == "T") && after == "T":
		return false // GB6, GB7, GB8
	case after == "Extend" || after == "ZWJ" || after == "SpacingMark" || before == "Prepend":
		return false // GB9, GB9a, GB9b
	case u.conjunct[rs[i]] == "Consonant":
		j, linked := i-1, false
		for ; j > 0 && (u.conjunct[rs[j]] == "Extend" || u.conjunct[rs[j]] == "Linker"); j-- {
			linked = linked || u.conjunct[rs[j]] == "Linker"
		}
		return !linked || u.conjunct[rs[j]] != "Consonant" // GB9c
	case before == "ZWJ" && after == "Extended_Pictographic":
		j := i - 2
		for j >= 0 && u.property(rs[j]) == "Extend" {
			j--
		}
		return j < 0 || u.property(rs[j]) != "Extended_Pictographic" // GB11
	case before == "Regional_Indicator" && after == "Regional_Indicator":
		j := i
		for j > 0 && u.property(rs[j-1]) == "Regional_Indicator" {
			j--
		}
		return (i-j)%2 == 0 // GB12, GB13
	}
	return true // GB999
}

func (u rules) clusters(s string) []int {
	rs := []rune(s)
	lengths := []int{}
	for i, r := range rs {
		if i == 0 || u.boundary(rs, i) {
			lengths = append(lengths, 0)
		}
		lengths[len(lengths)-1] += unitsOf(r)
	}
	return lengths
}

func unisegClusters(s string) []int {
	lengths := []int{}
	at := 0
	for g := uniseg.NewGraphemes(s); g.Next(); at += len(g.Str()) {
		if isConjunct(s, at) {
			lengths[len(lengths)-1] += UTF16Len(g.Str())
		} else {
			lengths = append(lengths, UTF16Len(g.Str()))
		}
	}
	return lengths
}

// readProperties returns what segments.mjs found out about Node's code points.
func readProperties(t *testing.T) (property func(rune) string, conjunct map[rune]string) {
	t.Helper()
	raw, err := os.ReadFile("testdata/properties.json")
	require.NoError(t, err)
	var groups struct{ Property, Conjunct map[string][]rune }
	require.NoError(t, json.Unmarshal(raw, &groups))
	flat := func(group map[string][]rune) map[rune]string {
		of := map[rune]string{}
		for value, runs := range group {
			for run := range slices.Chunk(runs, 2) {
				for r := run[0]; r <= run[1]; r++ {
					of[r] = value
				}
			}
		}
		return of
	}
	properties := flat(groups.Property)
	return func(r rune) string {
		if p, ok := properties[r]; ok {
			return p
		}
		return "Other"
	}, flat(groups.Conjunct)
}

// TestClustersAreNodes compares clusters with Intl.Segmenter. Where they differ,
// the difference must follow from a property that changed after UnicodeVersion;
// testdata/differences.txt lists every one.
func TestClustersAreNodes(t *testing.T) {
	nodeProperty, conjunct := readProperties(t)
	ours, node := rules{propertyOf, conjunct}, rules{nodeProperty, conjunct}

	s := readSegments(t)
	var out strings.Builder
	fmt.Fprintf(&out, "uniseg: Unicode %s; Node %s: ICU %s, Unicode %s\n", UnicodeVersion, s.header.Node, s.header.ICU, s.header.Unicode)
	out.WriteString("\nCode points with another property, uniseg's and Node's:\n")
	writeChanges(&out, nodeProperty)
	out.WriteString("\nStrings that are divided in another way because of that, lengths in UTF-16 code units here and by Node:\n")
	for _, c := range s.texts {
		got := unisegClusters(c.text)
		require.Equal(t, ours.clusters(c.text), got, "%+q: uniseg and GB9c do not follow Unicode %s", c.text, UnicodeVersion)
		require.Equal(t, node.clusters(c.text), c.clusters, "%+q: Node does not follow Unicode %s", c.text, s.header.Unicode)
		if !slices.Equal(got, c.clusters) {
			fmt.Fprintf(&out, "%+q %v %v\n", c.text, got, c.clusters)
		}
	}

	const golden = "testdata/differences.txt"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(out.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), out.String())
}

// writeChanges writes the runs of code points whose property in uniseg is not
// that of Node, and fails for none: the golden file is the list.
func writeChanges(out *strings.Builder, nodeProperty func(rune) string) {
	last, first := "", rune(0)
	for r := rune(0); r <= lastCodePoint+1; r++ {
		change := ""
		if utf8.ValidRune(r) {
			if was, is := propertyOf(r), nodeProperty(r); was != is {
				change = was + " " + is
			}
		}
		if change == last {
			continue
		}
		if last != "" {
			fmt.Fprintf(out, "%04X..%04X %s\n", first, r-1, last)
		}
		last, first = change, r
	}
}
