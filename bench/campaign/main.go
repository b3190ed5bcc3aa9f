// Command campaign measures what a newline-delimited campaign costs: the
// command linqlint over files from 1 MB to 4 GB, on one core and on two, and
// side by side jq -c and a loop of json.Unmarshal. It prints a table in
// Markdown and draws the costs against the sizes as an SVG.
//
//	go run . -write ../../docs/campaign.md -plot ../../docs/campaign.svg
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// lineSize is the length of each line with its end, in bytes.
const lineSize = 600

// sizes are the files' sizes in bytes.
var sizes = []int64{1e6, 4e6, 16e6, 64e6, 256e6, 1e9, 4e9}

// peerSize is the size at which the peers are measured: jq is slow.
const peerSize = 256e6

// body is a clean body of the kind that campaigns have.
const body = `{"to":["+12052532136"],"message":{"parts":[{"type":"text","value":"Hi Kim, your order 10042 is ready for pick-up until Friday, 6 pm. 🎉",` +
	`"text_decorations":[{"range":[14,25],"style":"bold"},{"range":[43,55],"style":"underline"}]},` +
	`{"type":"media","url":"https://cdn.example.com/orders/10042/label.png"}],"effect":{"name":"confetti","type":"screen"},` +
	`"idempotency_key":"order-10042-ready","preferred_service":"iMessage"}}`

// cost is one measurement.
type cost struct {
	size    int64
	seconds [2]float64 // of processor time on one core; from start to exit on two
}

func main() {
	write := flag.String("write", "", "put the table between the markers of this file")
	plotTo := flag.String("plot", "campaign.svg", "draw the costs to this file")
	limit := flag.Int64("limit", sizes[len(sizes)-1], "the largest file, bytes")
	unmarshal := flag.String("unmarshal", "", "only decode this file, which is what the others are compared with")
	flag.Parse()
	if *unmarshal != "" {
		if err := unmarshalLoop(*unmarshal); err != nil {
			fmt.Fprintln(os.Stderr, "campaign:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*write, *plotTo, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "campaign:", err)
		os.Exit(1)
	}
}

func run(write, plotTo string, limit int64) error {
	dir, err := os.MkdirTemp("", "campaign")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	linqlint := filepath.Join(dir, "linqlint")
	if out, err := exec.Command("go", "build", "-C", "../../cmd/linqlint", "-trimpath", "-ldflags", "-s -w", "-o", linqlint, ".").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	var costs []cost
	var peers [2]float64
	for _, size := range sizes {
		if size > limit {
			break
		}
		file := filepath.Join(dir, "c.ndjson")
		if err := generate(file, size); err != nil {
			return err
		}
		c := cost{size: size}
		for i := range c.seconds {
			if c.seconds[i], err = best(repeats(size), func() (float64, error) { return lint(linqlint, file, i+1) }); err != nil {
				return err
			}
		}
		costs = append(costs, c)
		fmt.Fprintf(os.Stderr, "%d MB: %.3f s, %.3f s\n", size/1e6, c.seconds[0], c.seconds[1])
		if size == peerSize {
			if peers, err = measurePeers(file); err != nil {
				return err
			}
		}
	}
	text := table(costs, peers)
	fmt.Print(text)
	if write != "" {
		if err := putBetweenMarkers(write, text); err != nil {
			return err
		}
	}
	return draw(plotTo, costs)
}

// generate writes lines of lineSize bytes until size is reached.
func generate(file string, size int64) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	line := body + strings.Repeat(" ", lineSize-1-len(body)) + "\n"
	block := bytes.Repeat([]byte(line), 1000)
	for left := size / lineSize; left > 0; left -= 1000 {
		if _, err := f.Write(block[:min(left, 1000)*lineSize]); err != nil {
			return err
		}
	}
	return f.Close()
}

// best returns the shortest of n runs, in seconds: other work on the machine
// can only make a run longer.
func best(n int, f func() (float64, error)) (float64, error) {
	shortest := 0.0
	for i := range n {
		took, err := f()
		if err != nil {
			return 0, err
		}
		if i == 0 || took < shortest {
			shortest = took
		}
	}
	return shortest, nil
}

// repeats returns how often a file of this size is measured.
func repeats(size int64) int {
	if size > peerSize {
		return 2
	}
	return 5
}

// lint runs the command on the given number of cores. For one core it returns
// processor time, which other work on the machine does not change.
func lint(linqlint, file string, cores int) (seconds float64, err error) {
	args := []string{linqlint, "--quiet", "--no-config", file}
	if cores == 1 {
		args = append([]string{"taskset", "-c", "0"}, args...)
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", cores))
	began := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%w: %s", err, out)
	}
	if cores == 1 {
		return processorTime(cmd), nil
	}
	return time.Since(began).Seconds(), nil
}

func processorTime(cmd *exec.Cmd) float64 {
	return (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
}

// measurePeers returns the seconds of processor time of jq -c and of a loop of
// json.Unmarshal, which runs in a process of its own.
func measurePeers(file string) (seconds [2]float64, err error) {
	self, err := os.Executable()
	if err != nil {
		return seconds, err
	}
	for i, args := range [][]string{{"jq", "-c", ".", file}, {self, "-unmarshal", file}} {
		seconds[i], err = best(3, func() (float64, error) {
			cmd := exec.Command("taskset", append([]string{"-c", "0"}, args...)...)
			cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
			err := cmd.Run()
			return processorTime(cmd), err
		})
		if err != nil {
			return seconds, fmt.Errorf("%s: %w", args[0], err)
		}
	}
	return seconds, nil
}

// unmarshalLoop decodes each line and does nothing else.
func unmarshalLoop(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadSlice('\n')
		if len(line) == 0 {
			return nil
		}
		var message struct {
			To      []string `json:"to"`
			Message struct {
				Parts []struct {
					Type        string `json:"type"`
					Value       string `json:"value"`
					URL         string `json:"url"`
					Decorations []struct {
						Range []int  `json:"range"`
						Style string `json:"style"`
					} `json:"text_decorations"`
				} `json:"parts"`
				Effect         map[string]string `json:"effect"`
				IdempotencyKey string            `json:"idempotency_key"`
				Service        string            `json:"preferred_service"`
			} `json:"message"`
		}
		if err := json.Unmarshal(line, &message); err != nil {
			return err
		}
		if err != nil {
			return nil
		}
	}
}
