package conformance

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/rules"
)

// AppendTable appends one line for each result of the records, and the summary.
func AppendTable(b []byte, records ...*Record) []byte {
	var all []Result
	for _, r := range records {
		for _, res := range r.Results {
			b = AppendResult(b, res)
			if len(records) > 1 {
				b = fmt.Appendf(b[:len(b)-1], " (%s, %s)\n", wire.Visible(r.Date), wire.Visible(r.Observer))
			}
		}
		all = append(all, r.Results...)
	}
	return AppendSummary(b, all)
}

// AppendResult appends the line of one result.
func AppendResult(b []byte, r Result) []byte {
	return fmt.Appendf(b, "%-28s %-14s %-24s %s\n", wire.Visible(r.Rule), wire.Visible(string(r.Verdict)), response(r), wire.Visible(r.Example))
}

// AppendSummary appends a line with the count of each verdict.
func AppendSummary(b []byte, all []Result) []byte {
	count := map[Verdict]int{}
	for _, r := range all {
		count[r.Verdict]++
	}
	for i, v := range slices.Sorted(maps.Keys(count)) {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = fmt.Appendf(b, "%d %s", count[v], wire.Visible(string(v)))
	}
	if len(count) == 0 {
		b = append(b, "no results"...)
	}
	return append(b, '\n')
}

// response returns the status and the code of a result, and the table's code if
// that is another.
func response(r Result) string {
	if r.Status == 0 {
		return "no response"
	}
	text := strconv.Itoa(r.Status)
	if r.Code != 0 {
		text += " " + strconv.Itoa(r.Code)
	}
	if rule, ok := rules.Lookup(r.Rule); ok && r.Verdict.Deviates() && rule.APICode != 0 && rule.APICode != r.Code && !r.Valid {
		text += ", expected " + strconv.Itoa(rule.APICode)
	}
	return text
}
