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
	"runtime"
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
	seconds [2]float64 // on one core, on two
}

func main() {
	write := flag.String("write", "", "write the table to this file")
	plotTo := flag.String("plot", "campaign.svg", "draw the costs to this file")
	limit := flag.Int64("limit", sizes[len(sizes)-1], "the largest file, bytes")
	flag.Parse()
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
	if out, err := exec.Command("go", "build", "-C", "../..", "-trimpath", "-ldflags", "-s -w", "-o", linqlint, "./cmd/linqlint").CombinedOutput(); err != nil {
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
			if c.seconds[i], err = best(3, func() error { return lint(linqlint, file, i+1) }); err != nil {
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
		if err := os.WriteFile(write, []byte(text), 0o644); err != nil {
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

// best returns the shortest of n runs, in seconds: what disturbs a run only
// ever makes it longer.
func best(n int, f func() error) (float64, error) {
	shortest := 0.0
	for i := range n {
		began := time.Now()
		if err := f(); err != nil {
			return 0, err
		}
		if took := time.Since(began).Seconds(); i == 0 || took < shortest {
			shortest = took
		}
	}
	return shortest, nil
}

// lint runs the command on so many cores.
func lint(linqlint, file string, cores int) error {
	cmd := exec.Command(linqlint, "--quiet", "--no-config", file)
	cmd.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", cores))
	if cores == 1 {
		cmd.Args = append([]string{"taskset", "-c", "0"}, append([]string{linqlint}, cmd.Args[1:]...)...)
		if path, err := exec.LookPath("taskset"); err == nil {
			cmd.Path = path
		} else {
			return fmt.Errorf("taskset (util-linux) holds a process to one core: %w", err)
		}
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

// measurePeers returns the seconds of jq -c and of a loop of json.Unmarshal.
func measurePeers(file string) (seconds [2]float64, err error) {
	if seconds[0], err = best(1, func() error { return exec.Command("taskset", "-c", "0", "jq", "-c", ".", file).Run() }); err != nil {
		return seconds, fmt.Errorf("jq: %w", err)
	}
	seconds[1], err = best(2, func() error { return unmarshalLoop(file) })
	return seconds, err
}

// unmarshalLoop is what a program does that only decodes.
func unmarshalLoop(file string) error {
	runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(runtime.NumCPU())
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
