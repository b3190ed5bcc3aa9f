package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/linqlint/linqlint/validate"
)

// TestPeers checks that every peer in this process accepts the good bodies and
// that those which check more than JSON reject the wrong ones. Those in Node are
// checked before they are timed.
func TestPeers(t *testing.T) {
	work, err := workloads()
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
		g := goTimed{peer: p}
		for i := range work {
			if !g.takes(&work[i]) {
				continue
			}
			if err := g.prove(&work[i]); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestErrors checks the number of errors of the bodies that are named by it, and
// that they are as long as the clean ones.
func TestErrors(t *testing.T) {
	work, err := workloads()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		wrong, clean string
		errors       int
	}{{"typical, 4 errors", "typical", 4}, {"large, 500 errors", "large", 500}} {
		body := func(name string) []byte {
			for _, w := range work {
				if w.name == name {
					return w.bodies[0]
				}
			}
			return nil
		}
		wrong, clean := body(row.wrong), body(row.clean)
		if d := len(wrong) - len(clean); d < -8 || d > 8 {
			t.Errorf("%s: %d bytes, the clean one %d", row.wrong, len(wrong), len(clean))
		}
		if got := validate.New().JSON(wrong).Count(validate.SeverityError); got != row.errors {
			t.Errorf("%s: %d errors", row.wrong, got)
		}
	}
}

func TestSamples(t *testing.T) {
	s, base := samples{4, 1, 3, 2, 5}, samples{2, 1, 1, 2, 5}
	if s.median() != 3 || s.over(base) != 1 || samples(nil).median() != 0 {
		t.Errorf("median %v, over %v", s.median(), s.over(base))
	}
}

// TestOperations runs each of them once.
func TestOperations(t *testing.T) {
	work, err := workloads()
	if err != nil {
		t.Fatal(err)
	}
	all, err := operations(work)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range timeOperations(all, 1, 1) {
		if r.times.median() <= 0 {
			t.Errorf("%s took no time", r.name)
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
