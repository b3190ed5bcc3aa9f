package schema_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// testdata/bench/schema.json was written by hand from the reference page, for
// the benchmarks, and shares no table with the rules: where it and the validator
// agree on a body, two readings of the page agree. It does not know the later
// documentation.

// crossRules are the rules about several values that it also has.
var crossRules = []string{
	"effect-mismatch", "parts-link-alone", "parts-app-alone", "parts-url-media-max", "media-source",
	"decoration-kind", "card-empty", "card-image-text", "app-service",
}

// benchLaxer lists the rules that it checks less strictly, with the reason.
var benchLaxer = map[string]string{
	"string-whitespace": "an effect's name is any string there",
	"link-url":          "the format uri takes any scheme, the rule http and https",
	"link-length":       "it has no limit for a link; the guide says 2048",
	"card-image-url":    "the format uri takes any scheme, the rule http and https",
	"to-handle":         "the format email takes an address without a dot in its domain",
	"card-empty":        "a caption of \"\" is there, but not set",
	"card-image-text":   "an image_url of \"\" is there, but not set",
	"json-type":         "an app_store_id beyond int64, and the members of the later documentation",
	"media-url":         "the format uri takes a URL without a host",
	"app-clip-url":      "it knows no app_clip",
	"mention-handle":    "it knows no mention",
}

// benchStricter lists why it rejects values that the rules allow.
var benchStricter = []struct {
	why  string
	fits func(leaf *jsonschema.ValidationError) bool
}{
	{"unknown members are errors there, warnings here", is[*kind.AdditionalProperties]},
	{"a repeated recipient is an error there, a warning here", is[*kind.UniqueItems]},
	{"the 32nd recipient is an error there; the limit of 31 is stated for chats.create only", func(leaf *jsonschema.ValidationError) bool {
		return is[*kind.MaxItems](leaf) && slices.Equal(leaf.InstanceLocation, []string{"to"})
	}},
	{"null is an error there; here it counts as absent and warns", isNull},
	{"app_clip is of the later documentation", func(leaf *jsonschema.ValidationError) bool {
		e, ok := leaf.ErrorKind.(*kind.Enum)
		return ok && e.Got == api.PartAppClip
	}},
	{"an experience, of the later documentation, is used instead of parts", func(leaf *jsonschema.ValidationError) bool {
		r, ok := leaf.ErrorKind.(*kind.Required)
		return ok && slices.Equal(r.Missing, []string{"parts"})
	}},
	{"a range over 20000 or under 0 is left to the range rules, which know the text", func(leaf *jsonschema.ValidationError) bool {
		return slices.Contains(leaf.InstanceLocation, "range")
	}},
	{"the format uri is RFC 3986 with ASCII only", func(leaf *jsonschema.ValidationError) bool {
		return strings.IndexFunc(breaks(leaf, "uri"), func(r rune) bool { return r > '~' }) >= 0
	}},
	{"the rules ignore the case of a scheme (RFC 3986, section 3.1); the schema requires lower case", func(leaf *jsonschema.ValidationError) bool {
		p, ok := leaf.ErrorKind.(*kind.Pattern)
		return ok && p.Want == "^https://" && strings.HasPrefix(strings.ToLower(p.Got), "https://")
	}},
	{"an image_url of \"\" counts as not set, and is not a uri", func(leaf *jsonschema.ValidationError) bool {
		f, ok := leaf.ErrorKind.(*kind.Format)
		return ok && f.Got == "" && slices.Contains(leaf.InstanceLocation, "image_url")
	}},
	{"the format email is RFC 5321; the rule is one @ with a dotted domain", func(leaf *jsonschema.ValidationError) bool {
		return strings.Contains(breaks(leaf, "email"), "@")
	}},
	{"a data: URL may have 16384 code points by the later documentation", func(leaf *jsonschema.ValidationError) bool {
		at := leaf.InstanceLocation
		return is[*kind.MaxLength](leaf) && at[len(at)-1] == "url"
	}},
}

func is[K jsonschema.ErrorKind](leaf *jsonschema.ValidationError) bool {
	_, ok := leaf.ErrorKind.(K)
	return ok
}

func isNull(leaf *jsonschema.ValidationError) bool {
	switch k := leaf.ErrorKind.(type) {
	case *kind.Type:
		return k.Got == "null"
	case *kind.Enum:
		return k.Got == nil
	}
	return false
}

// benchDifference is difference for the schema of the benchmarks.
func benchDifference(body []byte, refused *jsonschema.ValidationError) string {
	var errors []validate.Diagnostic
	for _, d := range validate.JSON(body, validate.WithKind(validate.KindMessagesCreate)).Diagnostics {
		if d.Severity == validate.SeverityError && (slices.Contains(fieldRules, d.Rule) || slices.Contains(crossRules, d.Rule)) {
			errors = append(errors, d)
		}
	}
	switch {
	case (len(errors) > 0) == (refused != nil):
		return ""
	case refused == nil:
		for _, d := range errors {
			if benchLaxer[d.Rule] == "" {
				return "unlisted: the schema takes " + d.Pointer + ", but " + d.Message + " (" + d.Rule + ")"
			}
		}
		return benchLaxer[errors[0].Rule]
	}
	class := ""
	for _, leaf := range leaves(refused) {
		i := slices.IndexFunc(benchStricter, func(s struct {
			why  string
			fits func(leaf *jsonschema.ValidationError) bool
		}) bool {
			return s.fits(leaf)
		})
		if i < 0 {
			if countsMembers(leaf) && hasNull(body, leaf.InstanceLocation) {
				class = "null is a member there; here it counts as absent"
				continue
			}
			return "unlisted: the validator takes it, but: " + leaf.Error()
		}
		class = benchStricter[i].why
	}
	return class
}

// countsMembers reports whether a leaf is about which members an object has.
func countsMembers(leaf *jsonschema.ValidationError) bool {
	return is[*kind.OneOf](leaf) || is[*kind.Not](leaf) || is[*kind.DependentRequired](leaf)
}

// hasNull reports whether the object at a place has a null in it.
func hasNull(body []byte, at []string) bool {
	under := "/" + strings.Join(at, "/") + "/"
	for _, d := range validate.JSON(body, validate.WithKind(validate.KindMessagesCreate)).Diagnostics {
		if d.Rule == "json-null" && strings.HasPrefix(d.Pointer, under) {
			return true
		}
	}
	return false
}

func benchSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("../../../testdata/bench/schema.json")
	require.NoError(t, err)
	return compile(t, text)
}

func TestAgreesWithTheBenchmarksSchemaOverTheCorpus(t *testing.T) {
	s := benchSchema(t)
	n := 0
	for _, r := range corpus(t) {
		if r.Kind != string(validate.KindMessagesCreate) {
			continue
		}
		n++
		got := benchDifference(r.Body, accepts(t, s, r.Body))
		require.False(t, strings.HasPrefix(got, "unlisted"), "%s: %s", r.Name, got)
	}
	require.Positive(t, n)
}

func TestAgreesWithTheBenchmarksSchemaOverItsBodies(t *testing.T) {
	s := benchSchema(t)
	for _, name := range []string{"tiny", "typical", "app", "large"} {
		body, err := os.ReadFile("../../../testdata/bench/" + name + ".json")
		require.NoError(t, err)
		require.Nil(t, accepts(t, s, body), name)
		require.Empty(t, benchDifference(body, nil), name)
	}
}

func TestAgreesWithTheBenchmarksSchemaOverGeneratedBodies(t *testing.T) {
	s := benchSchema(t)
	g := newGenerator(2)
	k := api.KindNamed(api.MessagesCreate)
	bothAccept, bothReject := 0, 0
	for i := range generated {
		g.early = i%10 != 0 // the later members are all errors there
		body := g.body(k)
		verdict := accepts(t, s, body)
		got := benchDifference(body, verdict)
		require.False(t, strings.HasPrefix(got, "unlisted"), "%.3000s: %s", body, got)
		switch {
		case got == "" && verdict == nil:
			bothAccept++
		case got == "":
			bothReject++
		}
	}
	require.Greater(t, bothAccept, generated/10, "too few bodies are right to say anything")
	require.Greater(t, bothReject, generated/10, "too few bodies are broken to say anything")
	t.Logf("%d bodies: both accept %d and reject %d; the others differ in a listed class", generated, bothAccept, bothReject)
}
