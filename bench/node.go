package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// nodePeers run in Node, one process for all of them and all rounds.
var nodePeers = []peer{
	{name: "ajv", does: "JSON.parse and the JSON Schema, compiled, formats asserted", checks: true},
	{name: "zod", does: "JSON.parse and the same limits as a zod schema", checks: true},
}

// nodeProcess is node/peers.mjs, which responds to each line with a line. It is
// sent each workload once.
type nodeProcess struct {
	dir string
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func startNode(dir string) (*nodeProcess, error) {
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		return nil, fmt.Errorf("the peers in Node are missing: npm ci --prefix %s", dir)
	}
	cmd := exec.Command("node", "peers.mjs")
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &nodeProcess{dir, cmd, in, bufio.NewReader(out)}, cmd.Start()
}

func (n *nodeProcess) stop() {
	n.in.Close()
	n.cmd.Wait()
}

// nodeResponse is how long the checks took, or which bodies were accepted.
type nodeResponse struct {
	NS       int64  `json:"ns"`
	Accepted []bool `json:"accepted"`
}

func (n *nodeProcess) ask(request map[string]any) (r nodeResponse, err error) {
	if err := json.NewEncoder(n.in).Encode(request); err != nil {
		return r, err
	}
	line, err := n.out.ReadBytes('\n')
	if err != nil {
		return r, fmt.Errorf("node stopped: %w", err)
	}
	return r, json.Unmarshal(line, &r)
}

// send gives node the bodies of the workloads.
func (n *nodeProcess) send(work []workload) error {
	for _, w := range work {
		bodies := make([]string, len(w.bodies))
		for i, b := range w.bodies {
			bodies[i] = string(b)
		}
		if _, err := n.ask(map[string]any{"workload": w.name, "bodies": bodies}); err != nil {
			return err
		}
	}
	return nil
}

// nodeTimed is a peer in node.
type nodeTimed struct {
	peer
	node *nodeProcess
}

func (t *nodeTimed) named() (string, string) { return t.name, t.does }

func (t *nodeTimed) takes(*workload) bool { return true }

func (t *nodeTimed) prove(w *workload) error {
	r, err := t.node.ask(map[string]any{"peer": t.name, "workload": w.name, "prove": true})
	if err != nil {
		return err
	}
	i := -1
	return w.prove(t.name, t.checks, func([]byte) (bool, error) {
		i++
		return i < len(r.Accepted) && r.Accepted[i], nil
	})
}

func (t *nodeTimed) run(w *workload, times int) (time.Duration, error) {
	r, err := t.node.ask(map[string]any{"peer": t.name, "workload": w.name, "times": times})
	return time.Duration(r.NS), err
}

// version returns the version of an installed package.
func (n *nodeProcess) version(name string) string {
	var p struct {
		Version string `json:"version"`
	}
	if text, err := os.ReadFile(filepath.Join(n.dir, "node_modules", name, "package.json")); err == nil {
		_ = json.Unmarshal(text, &p) // the table shows that it is empty
	}
	return p.Version
}
