package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// laxer are the field rules that the schema knows less of, with the reason. A
// body that the validator refuses by these alone may be fine by the schema.
var laxer = map[string]string{
	"string-whitespace": "an open enum takes any string, and effect.name is one",
	"media-url":         "the format uri takes any scheme, the rule https only",
	"voicememo-url":     "the format uri takes any scheme, the rule https only",
	"app-clip-url":      "the format uri takes any scheme, the rule https only",
	"link-url":          "the format uri takes any scheme, the rule http and https",
	"card-image-url":    "the format uri takes any scheme, the rule http and https",
	"app-url":           "one maxLength for all URLs is the longest, 16384; the rule has 2048 for http and https",
	"to-handle":         "the format email takes an address without a dot in its domain",
	"mention-handle":    "the format email takes an address without a dot in its domain",
	"sticker-url":       "the format uri takes any scheme, the rule https only",
	"sticker-range":     "order and bounds are about both ends and the text",
	"member-handle":     "the format email takes an address without a dot in its domain, and a sender id has no format",
	"member-url":        "the format uri takes any scheme, the rule https, or http and https",
	"background-type":   "the variants depend on type and style",
	"json-type":         "an integer of a range has no upper bound in the schema, in the validator int64's",
}

// stricter lists why the schema refuses a value that the rules allow.
var stricter = []struct {
	why  string
	fits func(leaf *jsonschema.ValidationError) bool
}{
	{
		"the format uri is RFC 3986 with ASCII only; the rules take letters outside of ASCII too",
		func(leaf *jsonschema.ValidationError) bool {
			return strings.IndexFunc(breaks(leaf, "uri"), func(r rune) bool { return r > '~' }) >= 0
		},
	},
	{
		"the format email is RFC 5321; the rule is one @ with a dotted domain",
		func(leaf *jsonschema.ValidationError) bool { return strings.Contains(breaks(leaf, "email"), "@") },
	},
	{
		"an image_url of \"\" counts as not set, and is not a uri",
		func(leaf *jsonschema.ValidationError) bool {
			f, ok := leaf.ErrorKind.(*kind.Format)
			return ok && f.Got == "" && slices.Contains(leaf.InstanceLocation, "image_url")
		},
	},
	{
		"a negative start is decoration-range-order or mention-range, which are about both ends",
		func(leaf *jsonschema.ValidationError) bool {
			at := leaf.InstanceLocation
			return len(at) > 1 && slices.Contains([]string{"range", "mention_range"}, at[len(at)-2])
		},
	},
	{
		"the length of mention_range is mention-range, which is about its ends too",
		func(leaf *jsonschema.ValidationError) bool {
			at := leaf.InstanceLocation
			return len(at) > 0 && at[len(at)-1] == "mention_range"
		},
	},
	{
		"the url and the attachment_id of a reaction are checked with type sticker only",
		func(leaf *jsonschema.ValidationError) bool {
			at := leaf.InstanceLocation
			return len(at) == 1 && (at[0] == "url" || at[0] == "attachment_id")
		},
	},
	{
		"a shade that is not a color is background-shades, at the array",
		func(leaf *jsonschema.ValidationError) bool { return slices.Contains(leaf.InstanceLocation, "shades") },
	},
}

// breaks returns the value that a leaf says is not of the format, or "".
func breaks(leaf *jsonschema.ValidationError, format string) string {
	if f, ok := leaf.ErrorKind.(*kind.Format); ok && f.Want == format {
		value, _ := f.Got.(string)
		return value
	}
	return ""
}

// leaves returns the faults at the ends of an error's tree. Of a union they
// are those of the branch that came furthest: the part of the right type, and
// what is meant besides null.
func leaves(e *jsonschema.ValidationError) []*jsonschema.ValidationError {
	if len(e.Causes) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	var out []*jsonschema.ValidationError
	for _, c := range e.Causes {
		below := leaves(c)
		if _, union := e.ErrorKind.(*kind.OneOf); union && wrongType(below) {
			continue
		}
		if _, union := e.ErrorKind.(*kind.AnyOf); union && (wantsNull(below) || wantsPhone(below, e.InstanceLocation)) {
			continue
		}
		out = append(out, below...)
	}
	if len(out) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	return out
}

// wrongType reports whether a branch is that of another part type.
func wrongType(branch []*jsonschema.ValidationError) bool {
	return slices.ContainsFunc(branch, func(leaf *jsonschema.ValidationError) bool {
		_, isConst := leaf.ErrorKind.(*kind.Const)
		return isConst
	})
}

// wantsNull reports whether a branch is the one that takes null.
func wantsNull(branch []*jsonschema.ValidationError) bool {
	return slices.ContainsFunc(branch, func(leaf *jsonschema.ValidationError) bool {
		t, isType := leaf.ErrorKind.(*kind.Type)
		return isType && slices.Equal(t.Want, []string{"null"})
	})
}

// pointer is a place of the schema's as a JSON Pointer.
func pointer(at []string) string {
	var b strings.Builder
	for _, name := range at {
		b.WriteString("/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name))
	}
	return b.String()
}

// samePlace reports whether both are about the same value. A required null is
// missing at its object for us, of the wrong type at the member for the
// schema; a part of no known type is at the type for us, at the part there.
func samePlace(d validate.Diagnostic, leaf *jsonschema.ValidationError) bool {
	at := leaf.InstanceLocation
	if _, ok := leaf.ErrorKind.(*kind.OneOf); ok && d.Pointer == pointer(at)+"/type" {
		return true
	}
	return d.Pointer == pointer(at) || d.Rule == "field-required" && len(at) > 0 && d.Pointer == pointer(at[:len(at)-1])
}

// wantsPhone reports whether a branch is the phone number of a handle; the
// other one is the email address, which says more of what an address lacks.
func wantsPhone(branch []*jsonschema.ValidationError, at []string) bool {
	return slices.ContainsFunc(branch, func(leaf *jsonschema.ValidationError) bool {
		_, isPattern := leaf.ErrorKind.(*kind.Pattern)
		return isPattern && slices.Equal(leaf.InstanceLocation, at)
	})
}

// difference names the class of a difference between the schema and the field
// rules over one body: "" where they agree, "unlisted: …" where no class matches.
func difference(errors []validate.Diagnostic, refused *jsonschema.ValidationError) string {
	switch {
	case len(errors) == 0 && refused == nil:
		return ""
	case len(errors) > 0 && refused != nil:
		for _, leaf := range leaves(refused) {
			if slices.ContainsFunc(errors, func(d validate.Diagnostic) bool { return samePlace(d, leaf) }) {
				return ""
			}
		}
		return "unlisted: both refuse it, but nowhere at the same place: " + errors[0].Pointer + ": " + errors[0].Message + ", but: " + refused.Error()
	case refused == nil:
		for _, d := range errors {
			if laxer[d.Rule] == "" {
				return "unlisted: the schema takes " + d.Pointer + ", but " + d.Message + " (" + d.Rule + ")"
			}
		}
		return laxer[errors[0].Rule]
	}
	var class string
	for _, leaf := range leaves(refused) {
		i := slices.IndexFunc(stricter, func(s struct {
			why  string
			fits func(leaf *jsonschema.ValidationError) bool
		}) bool {
			return s.fits(leaf)
		})
		if i < 0 {
			return "unlisted: the validator takes it, but: " + leaf.Error()
		}
		class = stricter[i].why
	}
	return class
}

func TestAgreesOverTheCorpus(t *testing.T) {
	schemas := compiled(t)
	for _, r := range corpus(t) {
		if tooDeep(r.Body) {
			continue
		}
		got := difference(fieldErrors(r.Kind, r.Body), accepts(t, schemas[r.Kind], r.Body))
		require.False(t, strings.HasPrefix(got, "unlisted"), "%s: %s", r.Name, got)
	}
}

// tooDeep reports whether a body is rejected for its depth before any rule.
func tooDeep(body []byte) bool {
	ds := validate.JSON(body).Diagnostics
	return len(ds) > 0 && ds[0].Rule == "json-syntax"
}

func TestAgreesOverTheExamples(t *testing.T) {
	schemas := compiled(t)
	for _, rule := range rules.All() {
		for _, e := range slices.Concat(rule.Bad, rule.Good) {
			if e.Kind == "" || !valid(e.Body) || tooDeep([]byte(e.Body)) {
				continue
			}
			got := difference(fieldErrors(string(e.Kind), []byte(e.Body)), accepts(t, schemas[string(e.Kind)], []byte(e.Body)))
			require.False(t, strings.HasPrefix(got, "unlisted"), "%s, %s: %s", rule.ID, e.Title, got)
		}
	}
}

func TestAgreesOverGeneratedBodies(t *testing.T) {
	schemas := compiled(t)
	all := compiledAll(t)
	g := newGenerator(1)
	refused := 0
	for i := range generated {
		k := &api.Kinds[i%len(api.Kinds)]
		body := g.body(k)
		errors, verdict := fieldErrors(k.Name, body), accepts(t, schemas[k.Name], body)
		got := difference(errors, verdict)
		require.False(t, strings.HasPrefix(got, "unlisted"), "%s %.2000s: %s", k.Name, body, got)
		if verdict != nil {
			refused++
		} else {
			require.Nil(t, accepts(t, all, body), "what a kind's schema takes, the schema of all takes: %s", body)
		}
	}
	require.Greater(t, refused, generated/5, "too few of the bodies are broken to say anything")
	require.Less(t, refused, generated*4/5, "too few of the bodies are right to say anything")
}
