package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRun measures small files from end to end.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	page, svg := filepath.Join(dir, "campaign.md"), filepath.Join(dir, "campaign.svg")
	if err := os.WriteFile(page, []byte("before\n"+startMarker+"old\n"+endMarker+"behind\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run(page, svg, 4e6); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| 1 MB |", "| 4 MB |", "(campaign.svg)", "measured on 20", "before\n<!--", "-->\nbehind\n"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the page has no %q:\n%s", want, text)
		}
	}
	if bytes.Contains(text, []byte("old\n")) {
		t.Errorf("the page still has its old table:\n%s", text)
	}
	drawn, err := os.ReadFile(svg)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(drawn, []byte("<svg")) {
		t.Errorf("the plot is not an SVG")
	}
}

// TestGenerate checks the number, the length and the ends of the lines.
func TestGenerate(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.ndjson")
	if err := generate(file, 1_200_000); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(text) != 1_200_000 || bytes.Count(text, []byte("\n")) != 2000 || text[lineSize-1] != '\n' {
		t.Errorf("%d bytes in %d lines", len(text), bytes.Count(text, []byte("\n")))
	}
}
