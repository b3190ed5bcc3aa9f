// Command mutate measures the tests of a package: it makes small faults in the
// code, one at a time, and prints those that no test notices. See
// docs/testing.md.
//
//	GOWORK=off go run -C scripts/mutate . -n 100 -seed 1 validate
package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

func main() {
	n := flag.Int("n", 300, "how many mutants to sample; 0: all")
	seed := flag.Int("seed", 1, "the seed of the sample")
	only := flag.String("only", "", "sample only the mutants whose id contains this text")
	root := flag.String("root", "../..", "the root of the tree")
	flag.Parse()
	p, ok := profiles[flag.Arg(0)]
	if !ok {
		fmt.Fprintln(os.Stderr, "mutate: name one of", strings.Join(slices.Sorted(maps.Keys(profiles)), ", "))
		os.Exit(2)
	}
	if err := measure(*root, p, *n, *seed, *only); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

// ranked returns the mutants whose id contains only, in the order of a seed. The
// rank of a mutant depends on its id alone, so a change of one function leaves
// the rest of the sample as it is.
func ranked(all []mutant, seed int, only string) []mutant {
	rank := func(m mutant) uint64 {
		sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", seed, m.id))
		return binary.BigEndian.Uint64(sum[:])
	}
	chosen := slices.DeleteFunc(all, func(m mutant) bool { return !strings.Contains(m.id, only) })
	slices.SortFunc(chosen, func(a, b mutant) int { return cmp.Compare(rank(a), rank(b)) })
	return chosen
}

// measure runs mutants until n of them compiled, and prints the score.
func measure(root string, p profile, n, seed int, only string) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	all, err := p.mutants(root)
	if err != nil {
		return err
	}
	equivalent, err := equivalents(filepath.Join(root, "docs", "testing.md"))
	if err != nil {
		return err
	}
	for _, id := range stale(all, equivalent) {
		fmt.Println("listed, but no mutant:", id)
	}
	temp, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	r := &runner{profile: p, root: root, temp: temp, took: map[string]time.Duration{}}
	begun, total, count := time.Now(), len(all), map[outcome]int{}
	found := func() int { return count[killed] + count[late] }
	counted := func() int { return found() + count[survived] + count[same] }
	for rest := ranked(all, seed, only); len(rest) > 0 && (n == 0 || counted() < n); {
		limit := len(rest)
		if n > 0 {
			limit = min(limit, n-counted())
		}
		next := rest[:limit]
		rest = rest[limit:]
		err := r.try(next, func(m mutant, out outcome) {
			if out == survived && equivalent[m.id] {
				out = same
			}
			count[out]++
			fmt.Printf("%-9s %s (line %d)\n", out, m.id, m.line)
		})
		if err != nil {
			return err
		}
	}
	took := time.Since(begun)
	fmt.Printf("seed %d, %d of %d mutants: %d killed, %d of them late, %d survived, %d equivalent; score %.1f %%; %s, %.2f s each\n", seed, counted(), total, found(), count[late],
		count[survived], count[same], 100*float64(found())/float64(max(found()+count[survived], 1)), took.Round(time.Second), took.Seconds()/float64(max(counted(), 1)))
	return nil
}

// stale returns the ids listed for the folders of some mutants that none of these has.
func stale(all []mutant, listed map[string]bool) (ids []string) {
	dir := func(id string) string {
		file, _, _ := strings.Cut(id, " ")
		return path.Dir(file)
	}
	dirs, known := map[string]bool{}, map[string]bool{}
	for _, m := range all {
		dirs[dir(m.id)], known[m.id] = true, true
	}
	for _, id := range slices.Sorted(maps.Keys(listed)) {
		if dirs[dir(id)] && !known[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

// listed matches the id of a mutant in the list of docs/testing.md.
var listed = regexp.MustCompile("(?m)^- `([^`]+)`: ")

// equivalents returns the ids of the mutants that a document lists as equivalent.
func equivalents(document string) (map[string]bool, error) {
	text, err := os.ReadFile(document)
	ids := map[string]bool{}
	for _, m := range listed.FindAllStringSubmatch(string(text), -1) {
		ids[m[1]] = true
	}
	return ids, err
}
