// Command bench times linqlint and its peers in one run.
//
//	npm ci --prefix node    once
//	go run . -write ../docs/performance.md
//	go run . -quick         whether all of it works
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

// settings are the flags.
type settings struct {
	write   string
	rounds  int
	slice   time.Duration
	date    string
	command bool
}

func main() {
	var s settings
	flag.StringVar(&s.write, "write", "", "put the tables into this `file`, between its markers")
	flag.IntVar(&s.rounds, "rounds", 40, "how often each pair of peer and workload is timed")
	flag.DurationVar(&s.slice, "slice", 4*time.Millisecond, "how long one timing takes")
	flag.StringVar(&s.date, "date", time.Now().UTC().Format(time.DateOnly), "the date in the tables")
	flag.BoolVar(&s.command, "command", true, "build and time the command too")
	quick := flag.Bool("quick", false, "two short rounds: the figures mean nothing")
	flag.Parse()
	if *quick {
		s.rounds, s.slice = 2, 100*time.Microsecond
	}
	if err := run(s); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(s settings) error {
	r := report{settings: s, load: load()}
	var err error
	if r.work, err = workloads(); err != nil {
		return err
	}
	node, err := startNode("node")
	if err != nil {
		return err
	}
	defer node.stop()
	if err := node.send(r.work); err != nil {
		return err
	}
	all, err := contenders(node)
	if err != nil {
		return err
	}
	if r.results, err = timeAll(all, r.work, s.rounds, s.slice); err != nil {
		return err
	}
	more, err := operations(r.work)
	if err != nil {
		return err
	}
	r.operations = timeOperations(more, s.rounds, s.slice)
	r.versions = versions(node)
	if s.command {
		if r.command, err = timeCommand(r.work[1].bodies[0], s.rounds); err != nil {
			return err
		}
	}
	tables := r.markdown()
	fmt.Print(tables)
	if s.write == "" {
		return nil
	}
	return putBetweenMarkers(s.write, tables)
}

// contenders returns all peers, those in this process and those in node.
func contenders(node *nodeProcess) ([]timed, error) {
	schema, err := os.ReadFile(filepath.Join("..", "testdata", "bench", "schema.json"))
	if err != nil {
		return nil, err
	}
	peers, err := goPeers(schema)
	if err != nil {
		return nil, err
	}
	var all []timed
	for _, p := range peers {
		all = append(all, &goTimed{peer: p})
	}
	for _, p := range nodePeers {
		all = append(all, &nodeTimed{peer: p, node: node})
	}
	return all, nil
}
