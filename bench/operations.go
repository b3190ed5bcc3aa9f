package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/validate"
)

// operation is something else that the library does.
type operation struct {
	name, does string
	run        func()
	parallel   bool // on all cores at once
}

// note is a message as somebody writes one in Markdown.
const note = "# Your order\n\nHi **Ana**, your *table for two* is booked for Friday at ~~six~~ **seven**.\n\n" +
	"- bring the [voucher](https://example.com/voucher)\n- reply **1** to confirm\n\n![the room](https://example.com/room.jpg)\n\n> See you soon 🎉\n"

// operations returns what is timed beside the checks of bodies.
func operations(work []workload) ([]operation, error) {
	typical := work[1].bodies[0]
	request, err := builder.Parse(typical)
	if err != nil {
		return nil, err
	}
	long := builder.MessagesCreate("+14155550100").Text(strings.Repeat("Ihr Tisch für zwei ist reserviert. 🎉 ", 700))
	parts := markdown.Parts(note)
	v := validate.New()
	return []operation{
		{name: "Request.Build", does: "the typical body: encodes and checks it", run: func() { must(request.Build()) }},
		{name: "builder.Parse", does: "the typical body: checks it and makes a request of it", run: func() { must(builder.Parse(typical)) }},
		{name: "builder.Split", does: "a text of 25,900 code points, with Build of all messages", run: func() { must(builder.Split(long).Build()) }},
		{name: "markdown.Parts", does: fmt.Sprintf("Markdown of %d bytes", len(note)), run: func() { markdown.Parts(note) }},
		{name: "markdown.FromParts", does: "its parts back to Markdown", run: func() { markdown.FromParts(parts) }},
		{name: "Validator.JSON, all cores", does: "the typical body in each goroutine", run: func() { v.JSON(typical) }, parallel: true},
		{name: "json.Valid, all cores", does: "the same", run: func() { json.Valid(typical) }, parallel: true},
	}, nil
}

func must[T any](_ T, err error) {
	if err != nil {
		panic(err)
	}
}

// operationResult is what one operation takes: time for each, and allocations.
type operationResult struct {
	operation
	times  samples
	allocs float64
}

func timeOperations(all []operation, rounds int, slice time.Duration) []operationResult {
	results := make([]operationResult, len(all))
	times := make([]int, len(all))
	for i, o := range all {
		results[i] = operationResult{operation: o, allocs: testing.AllocsPerRun(10, o.run)}
	}
	for round := range rounds + 1 {
		for i, o := range all {
			n := max(times[i], 1)
			ns := float64(o.time(n).Nanoseconds()) / float64(n)
			times[i] = int(max(1, float64(slice.Nanoseconds())/max(ns, 1)))
			if round > 0 {
				results[i].times = append(results[i].times, ns)
			}
		}
	}
	return results
}

// time runs the operation so many times, on all cores together if it is parallel.
func (o *operation) time(times int) time.Duration {
	start := time.Now()
	if !o.parallel {
		for range times {
			o.run()
		}
		return time.Since(start)
	}
	var all sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for core := range cores {
		all.Go(func() {
			for range (times + core) / cores {
				o.run()
			}
		})
	}
	all.Wait()
	return time.Since(start)
}
