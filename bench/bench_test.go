package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPeers checks that every peer in this process accepts the four bodies and
// that those which check more than JSON reject a wrong one. Those in Node are
// checked before they are timed.
func TestPeers(t *testing.T) {
	bodies, err := readBodies("../testdata/bench")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := os.ReadFile("../testdata/bench/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	peers, err := goPeers(schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range peers {
		if err := p.prove(bodies); err != nil {
			t.Error(err)
		}
	}
}

// TestFaulty checks the number of errors of the bodies with errors.
func TestFaulty(t *testing.T) {
	bodies, err := readBodies("../testdata/bench")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range faulty(bodies) {
		clean := bodies[[]int{1, 3}[i]]
		if got := len(f.text) - len(clean.text); got < -8 || got > 8 {
			t.Errorf("%s: %d bytes, the clean one %d", f.name, len(f.text), len(clean.text))
		}
		if want := []int{4, 500}[i]; f.errors != want {
			t.Errorf("%s: %d errors, not %d", f.name, f.errors, want)
		}
	}
}

func TestMarkers(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.md")
	for _, row := range []struct{ name, page, want string }{
		{"replaces", "a\n" + startMarker + "old\n" + endMarker + "b\n", "a\n" + startMarker + "\nnew\n" + endMarker + "b\n"},
		{"no end", startMarker + "old\n", ""},
		{"no start", "old\n" + endMarker, ""},
	} {
		if err := os.WriteFile(file, []byte(row.page), 0o644); err != nil {
			t.Fatal(err)
		}
		err := putBetweenMarkers(file, "new")
		got, _ := os.ReadFile(file)
		if row.want == "" && (err == nil || string(got) != row.page) {
			t.Errorf("%s: %v, %q", row.name, err, got)
		}
		if row.want != "" && string(got) != row.want {
			t.Errorf("%s: %q", row.name, got)
		}
	}
}
