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

// nodeProcess is node/peers.mjs, which responds to each line with a line.
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

func (n *nodeProcess) check(name string, text []byte, times int) (took time.Duration, ok bool, err error) {
	request := struct {
		Peer  string `json:"peer"`
		Body  string `json:"body"`
		Times int    `json:"times"`
	}{name, string(text), times}
	if err := json.NewEncoder(n.in).Encode(request); err != nil {
		return 0, false, err
	}
	line, err := n.out.ReadBytes('\n')
	if err != nil {
		return 0, false, fmt.Errorf("%s: node stopped: %w", name, err)
	}
	var answer struct {
		NS int64 `json:"ns"`
		OK bool  `json:"ok"`
	}
	err = json.Unmarshal(line, &answer)
	return time.Duration(answer.NS), answer.OK, err
}

type nodeTimed struct {
	peer
	node   *nodeProcess
	proved bool
}

func (t *nodeTimed) named() (string, string) { return t.name, t.does }

func (t *nodeTimed) takes(string) bool { return true }

func (t *nodeTimed) run(text []byte, times int) (time.Duration, error) {
	if !t.proved {
		if _, ok, err := t.node.check(t.name, []byte(badBody), 1); ok || err != nil {
			return 0, fmt.Errorf("%s takes a body that is wrong (%w)", t.name, err)
		}
		t.proved = true
	}
	took, ok, err := t.node.check(t.name, text, times)
	if err == nil && !ok {
		err = fmt.Errorf("%s refuses a good body", t.name)
	}
	return took, err
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
