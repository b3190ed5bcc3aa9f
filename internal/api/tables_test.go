package api

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/decorations"
)

func TestEffectNames(t *testing.T) {
	require.Len(t, EffectNames, len(Effects))
	for i, e := range Effects {
		require.Equal(t, e.Name, EffectNames[i])
	}
}

func TestDecorationValues(t *testing.T) {
	for i, s := range decorations.Styles() {
		require.Equal(t, string(s), Styles[i])
	}
	for i, a := range decorations.Animations() {
		require.Equal(t, string(a), Animations[i])
	}
	require.Len(t, Styles, len(decorations.Styles()))
	require.Len(t, Animations, len(decorations.Animations()))
}

// TestLookup finds every member of every object by its name, and nothing else.
func TestLookup(t *testing.T) {
	all := objects()
	for _, o := range all {
		for i, m := range o.Members {
			require.Equal(t, i, o.Lookup(m.Name), "%s.%s", o.Name, m.Name)
			require.Equal(t, -1, o.Lookup(m.Name+"s"))
			require.NotEmpty(t, m.Page(), "%s.%s", o.Name, m.Name)
		}
		require.Equal(t, -1, o.Lookup(""))
	}
	require.Greater(t, len(all), 25)
}

// objects returns every object of a request body.
func objects() []*Object {
	var all []*Object
	var add func(o *Object)
	add = func(o *Object) {
		if slices.Contains(all, o) {
			return
		}
		all = append(all, o)
		for _, m := range o.Members {
			if m.Object != nil {
				add(m.Object)
			}
		}
	}
	for _, k := range Kinds {
		add(k.Body)
	}
	return all
}

// TestLimitsInDocs: where a member's description names a limit and its row has
// one, they are the same.
func TestLimitsInDocs(t *testing.T) {
	limit := regexp.MustCompile(`(?:[Uu]p to|[0-9] to|[Aa]t most) ([0-9]+)`)
	n := 0
	for _, o := range objects() {
		for _, m := range o.Members {
			most := cmp.Or(int64(m.MaxLen), m.Max)
			if found := limit.FindStringSubmatch(m.Doc); found != nil && most > 0 { // what comes after is about the elements
				n++
				require.Equal(t, strconv.FormatInt(most, 10), found[1], "%s.%s: %s", o.Name, m.Name, m.Doc)
			}
		}
	}
	require.Greater(t, n, 6)
}
