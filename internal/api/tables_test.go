package api

import (
	"os"
	"os/exec"
	"regexp"
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
	seen := map[*Object]bool{}
	var check func(o *Object)
	check = func(o *Object) {
		if seen[o] {
			return
		}
		seen[o] = true
		for i, m := range o.Members {
			require.Equal(t, i, o.Lookup(m.Name), "%s.%s", o.Name, m.Name)
			require.Equal(t, -1, o.Lookup(m.Name+"s"))
			require.NotEmpty(t, m.Source, "%s.%s", o.Name, m.Name)
			if m.Object != nil {
				check(m.Object)
			}
		}
		require.Equal(t, -1, o.Lookup(""))
	}
	for _, k := range Kinds {
		check(k.Body)
	}
	require.Greater(t, len(seen), 25)
}

// TestStartAllocatesNothing: the tables are literals.
func TestStartAllocatesNothing(t *testing.T) {
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(self, "-test.run", "^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err)
	require.Regexp(t, regexp.MustCompile(`init github.com/linqlint/linqlint/internal/api .* 0 bytes, 0 allocs`), string(out))
}
