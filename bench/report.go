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
	settings
	load       string
	work       []workload
	results    []result
	operations []operationResult
	versions   []string
	command    *commandTimes // nil: not timed
}

// The rows that others are compared with.
const (
	valid    = "encoding/json Valid"
	linqlint = "linqlint"
)

// at returns the samples of one row over one workload.
func (r *report) at(name, workload string) samples {
	for _, t := range r.results {
		for w := range r.work {
			if t.name == name && r.work[w].name == workload {
				return t.at[w]
			}
		}
	}
	return nil
}

func (r *report) markdown() string {
	var out strings.Builder
	fmt.Fprintf(&out, "Measured on %s: %s, %s/%s, %s. %d rounds of %v: the median, and half of the distance between the quartiles. Load at the start: %s.\n\n",
		r.date, processor(), runtime.GOOS, runtime.GOARCH, strings.Join(r.versions, ", "), r.rounds, r.slice, r.load)
	r.peers(&out)
	r.others(&out)
	r.budgets(&out)
	out.WriteString("| peer | what it does with a body |\n| --- | --- |\n")
	for _, t := range r.results {
		fmt.Fprintf(&out, "| %s | %s |\n", t.name, t.does)
	}
	return out.String()
}

// peers is the table of all peers: the time for a body, how it varies, and how
// many times that of json.Valid it is; of wrong bodies, that of linqlint.
func (r *report) peers(out *strings.Builder) {
	out.WriteString("| time for a body, × `json.Valid` (wrong: × linqlint) |")
	for _, w := range r.work {
		fmt.Fprintf(out, " %s, %d × %d bytes |", w.name, len(w.bodies), w.size())
	}
	out.WriteString("\n| --- |" + strings.Repeat(" ---: |", len(r.work)) + "\n")
	for _, t := range r.results {
		fmt.Fprintf(out, "| %s |", t.name)
		for w := range r.work {
			base := valid
			if r.work[w].wrong {
				base = linqlint
			}
			if s := t.at[w]; len(s) > 0 {
				fmt.Fprintf(out, " %s ±%.0f %%, **%s**", duration(s.median()), 100*s.spread(), times(s.over(r.at(base, r.work[w].name))))
			}
			out.WriteString(" |")
		}
		out.WriteString("\n")
	}
	out.WriteString("\n")
}

// others is the table of what else the library does.
func (r *report) others(out *strings.Builder) {
	out.WriteString("| operation | of what | time | allocations |\n| --- | --- | ---: | ---: |\n")
	for _, o := range r.operations {
		fmt.Fprintf(out, "| %s | %s | %s ±%.0f %% | %.0f |\n", o.name, o.does, duration(o.times.median()), 100*o.times.spread(), o.allocs)
	}
	out.WriteString("\n")
}

// budgets is the table of the limits with what was measured.
func (r *report) budgets(out *strings.Builder) {
	out.WriteString("| budget | limit | measured | |\n| --- | ---: | ---: | --- |\n")
	line := func(what, wanted, reached string, met bool) {
		verdict := "**missed**"
		if met {
			verdict = "met"
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s |\n", what, wanted, reached, verdict)
	}
	for _, b := range []struct {
		workload, of string
		limit        float64
	}{
		{"tiny", valid, 0.55}, {"typical", valid, 0.55}, {"app", valid, 0.55}, {"large", valid, 1}, {"languages", valid, 0.9}, {"mixed", valid, 0.9},
	} {
		ratio := r.at(linqlint, b.workload).over(r.at(b.of, b.workload))
		line(b.workload+", of `json.Valid`", "≤ "+times(b.limit), times(ratio), ratio <= b.limit)
	}
	for _, b := range []struct {
		wrong, clean string
		limit        float64
	}{{"typical, 4 errors", "typical", 4}, {"large, 500 errors", "large", 10}} {
		ratio := r.at(linqlint, b.wrong).over(r.at(linqlint, b.clean))
		line(b.wrong+", of the clean body", "≤ "+times(b.limit), times(ratio), ratio <= b.limit)
	}
	if c := r.command; c != nil {
		const ms, mb = 1e6, 1e6
		start := c.start.median() / ms
		line("the command, one file, processor time from start to exit", "≤ 4 ms", fmt.Sprintf("%.1f ms ±%.0f %%", start, 100*c.start.spread()), start <= 4)
		line(fmt.Sprintf("the command, %d files of %d bytes", files, filesSize), "≤ 0.35 s", fmt.Sprintf("%.2f s", c.folder.Seconds()), c.folder.Seconds() <= 0.35)
		line("the stripped binary", "≤ 18 MB", fmt.Sprintf("%.1f MB", float64(c.size)/mb), c.size <= 18*mb)
	}
	out.WriteString("\n")
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
			"github.com/getkin/kin-openapi", "github.com/pb33f/libopenapi-validator", "github.com/go-json-experiment/json", "github.com/bytedance/sonic",
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
