package lint

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/place"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// Unique is a value that must not occur in two bodies of a run.
type Unique string

// The values of Unique.
const (
	UniqueKey       Unique = "idempotency-key" // with a used key, the second message is not sent
	UniqueRecipient Unique = "recipient"       // who receives two messages
)

// Uniques returns what [Options.Unique] takes.
func Uniques() []string { return []string{string(UniqueKey), string(UniqueRecipient)} }

// key is a value that must be unique, with its place in the body.
type key struct {
	what       Unique
	hash       uint64
	value      string
	pointer    string
	start, end validate.Position // in the file
	record     int               // in the text of the job
}

// uniqueness holds the values of a whole run: a hash of 64 bits and a place
// each, about 50 bytes. It is the only part of a run that grows with the input.
type uniqueness struct {
	ask   []Unique
	seed  maphash.Seed
	views sync.Pool
	seen  map[uint64]seenAt
}

type seenAt struct {
	path string
	line int
}

func newUniqueness(ask []Unique) *uniqueness {
	return &uniqueness{ask: ask, seed: maphash.MakeSeed(), views: sync.Pool{New: func() any { return new(scan.View) }}, seen: map[uint64]seenAt{}}
}

// collect adds the values of a body to its job. Workers call it.
func (u *uniqueness) collect(j *job, body []byte, at validate.Position) {
	v := u.views.Get().(*scan.View)
	defer u.views.Put(v)
	defer v.Release()
	if v.Scan(body).Code != 0 {
		return
	}
	finder := place.InBytes(body)
	for _, what := range u.ask {
		switch what {
		case UniqueKey:
			for _, pointer := range []string{"/message/idempotency_key", "/idempotency_key", "/poll/idempotency_key"} {
				u.value(j, v, what, v.Lookup(pointer), pointer, at, &finder)
			}
		case UniqueRecipient:
			to := v.Lookup("/to")
			if to < 0 || v.Nodes[to].Kind != scan.Array {
				continue
			}
			for i, n := 0, to+1; n < int(v.Nodes[to].Next); i, n = i+1, int(v.Nodes[n].Next) {
				u.value(j, v, what, n, "/to/"+strconv.Itoa(i), at, &finder)
			}
		}
	}
}

// value notes one value, if node n is a string with something in it.
func (u *uniqueness) value(j *job, v *scan.View, what Unique, n int, pointer string, at validate.Position, f *place.Finder) {
	if n < 0 || v.Nodes[n].Kind != scan.String || v.Nodes[n].End-v.Nodes[n].Start <= 2 {
		return
	}
	raw := strings.Clone(v.Raw(n))
	value := raw
	if what == UniqueRecipient {
		value = strings.ToLower(raw)
	}
	start, end := position(f, int(v.Nodes[n].Start)), position(f, int(v.Nodes[n].End))
	move(&start, at)
	move(&end, at)
	j.keys = append(j.keys, key{
		what: what, hash: maphash.String(u.seed, string(what)+"\x00"+value), value: raw, pointer: pointer,
		start: start, end: end, record: j.records,
	})
}

// repeated adds a diagnostic for every value that occurred before. The
// collector calls it in input order.
func (r *run) repeated(j *job) {
	u := r.unique
	before := len(j.findings)
	for i := range j.keys {
		k := &j.keys[i]
		first, again := u.seen[k.hash]
		if !again {
			u.seen[k.hash] = seenAt{j.shown, k.start.Line}
			continue
		}
		f := report.Finding{Diagnostic: k.repeats(first)}
		rule, _ := rules.Lookup(f.Rule)
		f.Severity = r.o.Policy.Level(j.shown, &rule)
		if f.Severity == validate.SeverityOff || !r.o.Policy.Keep(j.shown, &f.Diagnostic) {
			continue
		}
		if j.format != source.JSON {
			f.Record = r.file.records + k.record
		}
		j.findings = append(j.findings, f)
	}
	if len(j.findings) > before {
		slices.SortStableFunc(j.findings, func(a, b report.Finding) int { return cmp.Compare(a.Start.Offset, b.Start.Offset) })
	}
}

// repeats returns the diagnostic for a value that occurred before.
func (k *key) repeats(first seenAt) validate.Diagnostic {
	d := validate.Diagnostic{Pointer: k.pointer, Start: k.start, End: k.end}
	where := first.path + ":" + strconv.Itoa(first.line)
	switch k.what {
	case UniqueKey:
		d.Rule = rules.CampaignKey
		d.Message = "duplicate idempotency_key " + k.value + ", first used at " + where
		d.Hint = "the API treats the second message as a retry of the first and does not send it"
	case UniqueRecipient:
		d.Rule = rules.CampaignRecipient
		d.Message = "duplicate recipient " + k.value + ", first at " + where
	}
	d.Reason = d.Rule
	return d
}
