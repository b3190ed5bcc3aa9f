package extract

import (
	"testing"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/validate"
)

// FuzzRead reads any file as any format: nothing panics, and every byte of a body and
// every problem has a place in the file.
func FuzzRead(f *testing.F) {
	for _, file := range []string{
		"curl " + base + "/v3/messages -d '{\"to\":[\"'$TO'\"]}'",
		"A='{}'\ncat <<-EOF | curl https://x/v3/messages -d @-\n\t{\"a\":\"$A\\$\"}\n\tEOF\n",
		"curl x/v3/chats -d $'{\"a\":\"\\u00e9\\x41\\'\"}' --json \"$(cat <<'X'\n{}\nX\n)\"",
		"@a = b\n### x\nPOST {{a}}/v3/messages\nX: y\n\n{\"to\":[{{to}}]}\n> {%",
		`{"log":{"entries":[{"request":{"method":"POST","url":"/v3/messages","postData":{"text":"{\"a\":\"\ud83c\udf89\ud83c\u0041\"}"}}}]}}`,
		`{"info":{"schema":"x/collection/v2"},"item":[{"request":{"method":"POST","url":"{{b}}/v3/chats","body":{"mode":"raw","raw":"{\"a\":{{b}}}"}}}]}`,
	} {
		for format := source.Curl; format <= source.Postman; format++ {
			f.Add(file, uint8(format-source.Curl))
		}
	}
	v := validate.New(validate.WithNotes())
	f.Fuzz(func(t *testing.T, file string, n uint8) {
		if len(file) > 1<<12 {
			return
		}
		Sniff([]byte(file))
		requests, _ := Read(source.Curl+source.Format(n%4), []byte(file))
		for _, r := range requests {
			requireMapped(t, file, &r)
			for _, d := range r.Check(v).Diagnostics {
				requireIn(t, file, d.Start.Offset, d.End.Offset)
				for _, rel := range d.Related {
					requireIn(t, file, rel.Start.Offset, rel.End.Offset)
				}
				for _, fix := range d.Fixes {
					for _, e := range fix.Edits {
						requireIn(t, file, e.Start, e.End)
					}
				}
			}
			edits, _ := r.Fix(v, validate.FixAll)
			for _, e := range edits {
				requireIn(t, file, e.Start, e.End)
			}
		}
	})
}

func requireIn(t *testing.T, file string, start, end int) {
	if start < 0 || end < start || end > len(file) {
		t.Fatalf("[%d, %d) is not in a file of %d bytes", start, end, len(file))
	}
}
