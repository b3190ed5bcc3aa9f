package cli

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCommandsByName makes each command for its name alone, and all of them for
// the help.
func TestCommandsByName(t *testing.T) {
	for _, c := range subcommands() {
		a := &app{env: Env{Args: []string{c.name}}}
		root := a.root()
		made, _, err := root.Find(a.env.Args)
		require.NoError(t, err)
		require.Equal(t, c.name, made.Name())
		if c.name != "man" { // which writes a page about each
			require.Len(t, root.Commands(), 1, c.name)
		}
		a.addRest(root)
		var names []string
		for _, made := range root.Commands() {
			if !made.Hidden {
				names = append(names, made.Name())
			}
		}
		slices.Sort(names)
		require.Equal(t, commandNames(), names)
	}
}
