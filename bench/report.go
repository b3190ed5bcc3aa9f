package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
)

// report prints the tables of one run.
type report struct {
	date     string
	rounds   int
	load     string
	bodies   []body
	times    []result
	versions []string
	command  *commandTimes // nil: not timed
}

// ns returns the time of one row over one body.
func (r *report) ns(name, body string) float64 {
	for _, t := range r.times {
		for b := range r.bodies {
			if t.name == name && r.bodies[b].name == body {
				return t.ns[b]
			}
		}
	}
	return 0
}

func (r *report) markdown() string {
	var out strings.Builder
	fmt.Fprintf(&out, "Measured on %s: %s, %s/%s, %s. %d rounds, the shortest time of each. Load at the start: %s.\n\n",
		r.date, processor(), runtime.GOOS, runtime.GOARCH, strings.Join(r.versions, ", "), r.rounds, r.load)
	r.table(&out, "Time per body", func(t result, b int) string { return duration(t.ns[b]) })
	r.table(&out, "As a multiple of `encoding/json.Valid`", func(t result, b int) string { return times(t.ns[b] / r.times[0].ns[b]) })
	r.table(&out, "As a multiple of linqlint", func(t result, b int) string { return times(t.ns[b] / r.times[1].ns[b]) })
	out.WriteString("| peer | what it does with a body |\n| --- | --- |\n")
	for _, t := range r.times {
		if t.does != "" {
			fmt.Fprintf(&out, "| %s | %s |\n", t.name, t.does)
		}
	}
	out.WriteString("\n")
	r.budgets(&out)
	return out.String()
}

func (r *report) table(out *strings.Builder, title string, cell func(t result, body int) string) {
	fmt.Fprintf(out, "| %s |", title)
	for _, b := range r.bodies {
		fmt.Fprintf(out, " %s (%d bytes) |", b.name, len(b.text))
	}
	out.WriteString("\n| --- |" + strings.Repeat(" ---: |", len(r.bodies)) + "\n")
	for _, t := range r.times {
		fmt.Fprintf(out, "| %s |", t.name)
		for b := range r.bodies {
			text := ""
			if t.ns[b] > 0 {
				text = cell(t, b)
			}
			fmt.Fprintf(out, " %s |", text)
		}
		out.WriteString("\n")
	}
	out.WriteString("\n")
}

// budgets compares the limits with the measured times.
func (r *report) budgets(out *strings.Builder) {
	out.WriteString("| budget | limit | measured | |\n| --- | ---: | ---: | --- |\n")
	line := func(what, wanted, reached string, met bool) {
		verdict := "**missed**"
		if met {
			verdict = "met"
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s |\n", what, wanted, reached, verdict)
	}
	const us, valid = "linqlint", "encoding/json Valid"
	atMost := func(what, name, body string, of float64, limit float64) {
		ratio := r.ns(name, body) / of
		line(what, "≤ "+times(limit), times(ratio), ratio <= limit)
	}
	for _, b := range []struct {
		body  string
		limit float64
	}{{"tiny", 0.8}, {"typical", 0.8}, {"app", 0.8}, {"large", 1}} {
		atMost(b.body+", of `json.Valid`", us, b.body, r.ns(valid, b.body), b.limit)
	}
	for _, p := range []struct {
		name       string
		least, app float64
	}{{"santhosh-tekuri/jsonschema", 40, 25}, {"kin-openapi", 15, 15}, {"ajv", 3, 3}} {
		for _, b := range r.bodies {
			wanted := p.least
			if b.name == "app" {
				wanted = p.app
			}
			ratio := r.ns(p.name, b.name) / r.ns(us, b.name)
			line(b.name+", faster than "+p.name, "≥ "+times(wanted), times(ratio), ratio >= wanted)
		}
	}
	atMost("four errors in typical, of the clean body", "linqlint, four errors", "typical", r.ns(us, "typical"), 4)
	atMost("an error in each decoration of large, of the clean body", "linqlint, an error in each decoration", "large", r.ns(us, "large"), 10)
	if c := r.command; c != nil {
		const mb = 1e6
		line("the command, one file, start to exit", "≤ 5 ms", fmt.Sprintf("%.1f ms", c.start.Seconds()*1e3), c.start.Seconds() <= 0.005)
		line(fmt.Sprintf("the command, %d files of %d bytes", files, filesSize), "≤ 0.35 s", fmt.Sprintf("%.2f s", c.folder.Seconds()), c.folder.Seconds() <= 0.35)
		line("the stripped binary", "≤ 18 MB", fmt.Sprintf("%.1f MB", float64(c.size)/mb), c.size <= 18*mb)
	}
}

func duration(ns float64) string {
	switch {
	case ns < 1e3:
		return fmt.Sprintf("%.0f ns", ns)
	case ns < 1e6:
		return fmt.Sprintf("%.2f µs", ns/1e3)
	}
	return fmt.Sprintf("%.2f ms", ns/1e6)
}

func times(ratio float64) string {
	if ratio < 10 {
		return fmt.Sprintf("%.2f ×", ratio)
	}
	return fmt.Sprintf("%.1f ×", ratio)
}

// versions lists what the peers are built from.
func versions(n *nodeProcess) []string {
	out := []string{runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, path := range []string{
			"github.com/go-playground/validator/v10", "github.com/santhosh-tekuri/jsonschema/v6", "github.com/google/jsonschema-go",
			"github.com/getkin/kin-openapi", "github.com/pb33f/libopenapi-validator",
		} {
			if i := slices.IndexFunc(info.Deps, func(m *debug.Module) bool { return m.Path == path }); i >= 0 {
				out = append(out, strings.TrimPrefix(path, "github.com/")+" "+info.Deps[i].Version)
			}
		}
	}
	if version, err := exec.Command("node", "--version").Output(); err == nil {
		out = append(out, "Node "+strings.TrimSpace(string(version)))
	}
	for _, name := range []string{"ajv", "zod"} {
		out = append(out, name+" "+n.version(name))
	}
	return out
}

// processor names the machine, on Linux.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo") // elsewhere there is none
	for line := range strings.Lines(string(text)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return fmt.Sprintf("%s, %d cores", strings.TrimSpace(value), runtime.NumCPU())
		}
	}
	return fmt.Sprintf("%d cores", runtime.NumCPU())
}

// load is the load average of the last minute, on Linux: far above the number of cores, the
// times of the command mean little.
func load() string {
	text, _ := os.ReadFile("/proc/loadavg") // elsewhere there is none
	if first, _, ok := strings.Cut(string(text), " "); ok {
		return first
	}
	return "unknown"
}

// A document holds the tables of the last run between these markers.
const (
	startMarker = "<!-- generated by bench: start -->\n"
	endMarker   = "<!-- generated by bench: end -->\n"
)

func putBetweenMarkers(file, text string) error {
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, rest, okStart := strings.Cut(string(old), startMarker)
	_, after, okEnd := strings.Cut(rest, endMarker)
	if !okStart || !okEnd {
		return fmt.Errorf("%s has no %q … %q", file, startMarker, endMarker)
	}
	return os.WriteFile(file, []byte(before+startMarker+"\n"+text+"\n"+endMarker+after), 0o644)
}
