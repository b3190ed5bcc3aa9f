package cli_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

// campaignSize is how much TestCampaignMemory streams; the gate passes 10 GB.
var campaignSize = flag.Int64("campaign", 1<<28, "bytes of the stream in TestCampaignMemory")

// campaign makes n lines of which some are bad, blank or broken.
func campaign(n int) (text string, bad []int) {
	var b strings.Builder
	rng := rand.New(rand.NewPCG(7, 7))
	for i := range n {
		switch rng.IntN(20) {
		case 0:
			b.WriteString(strings.Replace(goodLine, "+12052532136", "x", 1) + "\n")
			bad = append(bad, i+1)
		case 1:
			b.WriteString(`{"to":[` + "\r\n")
			bad = append(bad, i+1)
		case 2:
			b.WriteString("\n")
		default:
			b.WriteString(goodLine + "\n")
		}
	}
	return b.String(), bad
}

// TestPartitionLosesNothing compares the two files with the campaign that they
// came from: every body is in one of them, the clean ones as they were.
func TestPartitionLosesNothing(t *testing.T) {
	text, bad := campaign(30_000)
	dir := t.TempDir()
	file := filepath.Join(dir, "c.ndjson")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	code, _, errs := linqlint("", "--quiet", "--format", "jsonl", "--partition", filepath.Join(dir, "out"), file)
	require.Equal(t, 1, code, errs)

	isBad := map[int]bool{}
	for _, line := range bad {
		isBad[line] = true
	}
	var clean strings.Builder
	var rejected []string
	for i, line := range strings.SplitAfter(text, "\n") {
		switch {
		case strings.TrimSpace(line) == "":
		case isBad[i+1]:
			rejected = append(rejected, strings.TrimRight(line, "\r\n"))
		default:
			clean.WriteString(line)
		}
	}
	got, err := os.ReadFile(filepath.Join(dir, "out/clean.ndjson"))
	require.NoError(t, err)
	require.Equal(t, clean.String(), string(got))

	got, err = os.ReadFile(filepath.Join(dir, "out/rejected.ndjson"))
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(got)), "\n")
	require.Len(t, lines, len(rejected))
	for i, line := range lines {
		var row struct {
			File, Text  string
			Line        int
			Body        json.RawMessage
			Diagnostics []struct {
				Rule  string
				Start struct{ Line int }
			}
		}
		require.NoError(t, json.Unmarshal([]byte(line), &row))
		require.Equal(t, filepath.ToSlash(file), row.File)
		require.Equal(t, bad[i], row.Line)
		require.Equal(t, rejected[i], row.Text+string(row.Body))
		require.NotEmpty(t, row.Diagnostics)
		require.Equal(t, row.Line, row.Diagnostics[0].Start.Line)
	}

	// The clean part is clean.
	code, _, _ = linqlint("", filepath.Join(dir, "out/clean.ndjson"))
	require.Equal(t, 0, code)
}

// TestPartitionWithMax shows little and still puts every body in its place, and
// names no place to go on from: bodies would go out twice.
func TestPartitionWithMax(t *testing.T) {
	text, bad := campaign(20_000)
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("c.ndjson", []byte(text), 0o644))
	code, out, _ := linqlint("", "--max", "3", "--format", "json", "--partition", "out", "c.ndjson")
	require.Equal(t, 1, code)
	require.Contains(t, out, `"stopped":{"reason":"stopped after --max 3"}`)
	got, err := os.ReadFile("out/rejected.ndjson")
	require.NoError(t, err)
	require.Equal(t, len(bad), strings.Count(string(got), "\n"))
	got, err = os.ReadFile("out/clean.ndjson")
	require.NoError(t, err)
	require.Equal(t, strings.Count(text, goodLine), strings.Count(string(got), "\n"))
}

// TestPartitionOfLongLines has lines over --max-size, one that ends in the
// middle of a piece and one that takes several: their rows say where they lie.
func TestPartitionOfLongLines(t *testing.T) {
	t.Chdir(t.TempDir())
	long := []string{goodLine + strings.Repeat(" ", 10_000), goodLine + strings.Repeat(" ", 1<<20)}
	text := strings.Repeat(goodLine+"\n", 3000) + long[0] + "\n" + goodLine + "\n" + long[1] + "\n" + goodLine
	require.NoError(t, os.WriteFile("c.ndjson", []byte(text), 0o644))
	code, _, errs := linqlint("", "--quiet", "--max-size", "1KiB", "--partition", "out", "c.ndjson")
	require.Equal(t, 3, code)
	require.Equal(t, 2, strings.Count(errs, "larger than 1 KiB (--max-size)"), errs)
	got, err := os.ReadFile("out/clean.ndjson")
	require.NoError(t, err)
	require.Equal(t, strings.Repeat(goodLine+"\n", 3002), string(got))
	got, err = os.ReadFile("out/rejected.ndjson")
	require.NoError(t, err)
	rows := strings.Split(strings.TrimSpace(string(got)), "\n")
	require.Len(t, rows, len(long))
	for i, line := range rows {
		var row struct {
			Line, Record, Offset, Size int
			Diagnostics                []any
		}
		require.NoError(t, json.Unmarshal([]byte(line), &row))
		require.Equal(t, 3001+2*i, row.Line)
		require.Equal(t, row.Line, row.Record)
		require.Equal(t, long[i], text[row.Offset:row.Offset+row.Size])
		require.Empty(t, row.Diagnostics)
	}
}

// TestResume stops a run by --max, goes on at the offset that its summary
// names, and finds what one run finds.
func TestResume(t *testing.T) {
	text, _ := campaign(60_000)
	file := filepath.Join(t.TempDir(), "c.ndjson")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	_, whole, _ := linqlint("", "--format", "compact", file)
	_, first, _ := linqlint("", "--max", "10", file)
	_, after, ok := strings.Cut(first, "(--offset ")
	require.True(t, ok, first)
	offset, err := strconv.Atoi(strings.Fields(after)[0])
	require.NoError(t, err)
	require.Equal(t, byte('\n'), text[offset-1])
	_, rest, _ := linqlint("", "--format", "compact", "--offset", strconv.Itoa(offset), file)
	require.NotEmpty(t, rest)
	require.True(t, strings.HasSuffix(whole, rest), "the same lines and columns as in one run")

	// A report that ends in the middle of a file is whole all the same.
	_, out, _ := linqlint("", "--max", "10", "--format", "json", file)
	conforms(t, reportSchema(t, ""), out)
	require.Contains(t, out, "continues there")

	// A run cannot resume inside a line.
	code, _, errs := linqlint("", "--offset", "10", file)
	require.Equal(t, 3, code)
	require.Contains(t, errs, "offset is inside a line")
}

// TestCampaignMemory streams a campaign through the command as a process and
// looks at the most memory that it ever had.
func TestCampaignMemory(t *testing.T) {
	cmd := exec.Command(program(t), "--quiet", "--stdin-filename", "c.ndjson", "-")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	require.NoError(t, cmd.Start())
	block := bytes.Repeat([]byte(goodLine+strings.Repeat(" ", 600-len(goodLine)-1)+"\n"), 2000)
	for sent := int64(0); sent < *campaignSize; sent += int64(len(block)) {
		_, err := in.Write(block)
		require.NoError(t, err)
	}
	peak := peakMemory(t, cmd.Process.Pid)
	require.NoError(t, in.Close())
	require.NoError(t, cmd.Wait(), out.String())
	require.LessOrEqual(t, peak, 64<<10, "KiB at the peak")
	t.Logf("%d MiB streamed, %d MiB at the peak", *campaignSize>>20, peak>>10)
}

// peakMemory returns the most memory that a running process ever had, in KiB.
// What wait gives counts the memory of this process, too, which the child shared
// until it became another program.
func peakMemory(t *testing.T, pid int) int {
	t.Helper()
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(status), "VmHWM:")
	require.True(t, found, string(status))
	peak, err := strconv.Atoi(strings.Fields(rest)[0])
	require.NoError(t, err)
	return peak
}

// TestCompressedIsTheSame reads a campaign plain and compressed.
func TestCompressedIsTheSame(t *testing.T) {
	text, _ := campaign(20_000)
	dir := t.TempDir()
	t.Chdir(dir)
	require.NoError(t, os.WriteFile("c.ndjson", []byte(text), 0o644))
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	_, err := io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, os.WriteFile("c.ndjson.gz", z.Bytes(), 0o644))
	enc, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("c.ndjson.zst", enc.EncodeAll([]byte(text), nil), 0o644))
	_, want, _ := linqlint("", "--format", "compact", "c.ndjson")
	for _, ext := range []string{".gz", ".zst"} {
		code, got, errs := linqlint("", "--format", "compact", "c.ndjson"+ext)
		require.Equal(t, 1, code, errs)
		require.Equal(t, strings.ReplaceAll(want, "c.ndjson:", fmt.Sprintf("c.ndjson%s:", ext)), got)
	}
}
