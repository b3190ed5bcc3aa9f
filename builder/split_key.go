package builder

import (
	"hash/fnv"
	"strconv"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/internal/api"
)

// numberedKey returns the idempotency key of the n-th message: key-n. If that is
// too long, a 64-bit FNV-1a hash of the key replaces its end, so that long keys
// with the same beginning stay distinct. An empty key has no effect and is not
// changed: "-2" would be the same for every request.
func numberedKey(key text, n int) text {
	if key.s == "" {
		return key
	}
	suffix := "-" + strconv.Itoa(n)
	if decorations.CodePointLen(key.s)+len(suffix) <= api.MaxIdempotency {
		return text{key.s + suffix, true}
	}
	h := fnv.New64a()
	h.Write([]byte(key.s))
	sum := strconv.FormatUint(h.Sum64(), 16)
	suffix = "-" + "0000000000000000"[len(sum):] + sum + suffix
	kept, _ := decorations.CodePointToByte(key.s, api.MaxIdempotency-len(suffix))
	return text{key.s[:kept] + suffix, true}
}
