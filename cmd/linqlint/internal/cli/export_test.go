package cli

import "github.com/spf13/cobra"

// Root is the tree of commands, for what is generated from it.
func Root(env Env) *cobra.Command {
	a := &app{env: env}
	return a.root()
}
