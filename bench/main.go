// Command bench times linqlint and its peers in one run.
//
//	npm ci --prefix node    once
//	go run . -write ../docs/performance.md
//
// A module of its own, so that nobody who uses linqlint downloads the peers.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// body is one of testdata/bench's four.
type body struct {
	name string
	text []byte
}

func readBodies(dir string) ([]body, error) {
	var bodies []body
	for _, name := range []string{"tiny", "typical", "app", "large"} {
		text, err := os.ReadFile(filepath.Join(dir, name+".json"))
		if err != nil {
			return nil, err
		}
		bodies = append(bodies, body{name, text})
	}
	return bodies, nil
}

func main() {
	write := flag.String("write", "", "put the tables into this `file`, between its markers")
	rounds := flag.Int("rounds", 40, "how often each pair of peer and body is timed; the least time counts")
	slice := flag.Duration("slice", 4*time.Millisecond, "how long one timing takes")
	date := flag.String("date", time.Now().UTC().Format(time.DateOnly), "the date in the tables")
	command := flag.Bool("command", true, "build and time the command too")
	flag.Parse()
	if err := run(*write, *rounds, *slice, *date, *command); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(write string, rounds int, slice time.Duration, date string, command bool) error {
	const testdata = "../testdata/bench"
	loadBefore := load()
	bodies, err := readBodies(testdata)
	if err != nil {
		return err
	}
	schema, err := os.ReadFile(filepath.Join(testdata, "schema.json"))
	if err != nil {
		return err
	}
	peers, err := goPeers(schema)
	if err != nil {
		return err
	}
	node, err := startNode("node")
	if err != nil {
		return err
	}
	defer node.stop()

	var all []timed
	for _, p := range peers {
		if err := p.prove(bodies); err != nil {
			return err
		}
		all = append(all, &goTimed{peer: p})
	}
	for _, p := range nodePeers {
		all = append(all, &nodeTimed{peer: p, node: node})
	}
	for _, p := range faulty(bodies) {
		all = append(all, p)
	}
	times, err := timeAll(all, bodies, rounds, slice)
	if err != nil {
		return err
	}
	r := report{date: date, rounds: rounds, load: loadBefore, bodies: bodies, times: times, versions: versions(node)}
	if command {
		if r.command, err = timeCommand(bodies[1].text); err != nil {
			return err
		}
	}
	tables := r.markdown()
	fmt.Print(tables)
	if write == "" {
		return nil
	}
	return putBetweenMarkers(write, tables)
}
