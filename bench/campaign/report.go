package main

import (
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// table writes the measurements as Markdown.
func table(costs []cost, peers [2]float64) string {
	var b strings.Builder
	b.WriteString("<!-- Written by bench/campaign; do not edit. -->\n# What a campaign costs\n\n")
	fmt.Fprintf(&b, "`linqlint --quiet FILE` over clean bodies of %d bytes, one a line, the best of five (of two from 1 GB on); %s.\nOn one core: seconds that the processor was at work, which other programs do not change. On two: seconds on the clock from start to exit. The file lies in the page cache. `cd bench/campaign && go run . -write ../../docs/campaign.md -plot ../../docs/campaign.svg` gives the figures again.\n\n", lineSize, machine())
	b.WriteString("| size | one core | | two cores | | gain |\n|---:|---:|---:|---:|---:|---:|\n")
	var at *cost
	for i := range costs {
		c := &costs[i]
		fmt.Fprintf(&b, "| %s | %.3f s | %.0f MB/s | %.3f s | %.0f MB/s | %.2f |\n", megabytes(c.size), c.seconds[0], rate(c.size, c.seconds[0]),
			c.seconds[1], rate(c.size, c.seconds[1]), c.seconds[0]/c.seconds[1])
		if c.size == peerSize {
			at = c
		}
	}
	if at != nil {
		fmt.Fprintf(&b, "\nSide by side over %s on one core:\n\n| | seconds of the processor | MB/s | linqlint is |\n|---|---:|---:|---:|\n", megabytes(at.size))
		fmt.Fprintf(&b, "| `linqlint` | %.2f | %.0f | |\n", at.seconds[0], rate(at.size, at.seconds[0]))
		for i, name := range []string{"`jq -c .`", "a loop of `json.Unmarshal` into structs"} {
			fmt.Fprintf(&b, "| %s | %.2f | %.0f | %.1f × as fast |\n", name, peers[i], rate(at.size, peers[i]), peers[i]/at.seconds[0])
		}
	}
	b.WriteString("\n![seconds against megabytes, a straight line](campaign.svg)\n")
	return b.String()
}

func rate(size int64, seconds float64) float64 { return float64(size) / 1e6 / seconds }

func megabytes(size int64) string {
	if size >= 1e9 {
		return fmt.Sprintf("%d GB", size/1e9)
	}
	return fmt.Sprintf("%d MB", size/1e6)
}

// machine says where the figures come from.
func machine() string {
	cpu := runtime.GOARCH
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(text)) {
			if name, ok := strings.CutPrefix(line, "model name"); ok {
				cpu = strings.TrimSpace(strings.TrimLeft(name, " \t:"))
				break
			}
		}
	}
	jq, _ := exec.Command("jq", "--version").Output()
	return fmt.Sprintf("%d cores of %s, %s, %s", runtime.NumCPU(), cpu, runtime.Version(), strings.TrimSpace(string(jq)))
}

// draw plots the seconds against the megabytes.
func draw(file string, costs []cost) error {
	p := plot.New()
	p.Title.Text = "linqlint over a campaign of 600-byte bodies"
	p.X.Label.Text = "megabytes"
	p.Y.Label.Text = "seconds"
	p.Add(plotter.NewGrid())
	p.Legend.Top, p.Legend.Left = true, true
	for i, line := range []struct {
		name  string
		color color.Color
	}{{"one core", color.RGBA{R: 0xc6, G: 0x26, B: 0x2e, A: 255}}, {"two cores", color.RGBA{R: 0x1f, G: 0x66, B: 0xc1, A: 255}}} {
		points := make(plotter.XYs, len(costs))
		for k, c := range costs {
			points[k] = plotter.XY{X: float64(c.size) / 1e6, Y: c.seconds[i]}
		}
		drawn, marks, err := plotter.NewLinePoints(points)
		if err != nil {
			return err
		}
		drawn.Color, marks.Color = line.color, line.color
		p.Add(drawn, marks)
		p.Legend.Add(line.name, drawn, marks)
	}
	p.X.Min, p.Y.Min = 0, 0
	return p.Save(16*vg.Centimeter, 10*vg.Centimeter, file)
}
