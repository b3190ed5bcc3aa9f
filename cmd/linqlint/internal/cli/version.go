package cli

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// versionLine is what version and --version print.
func versionLine() string {
	return fmt.Sprintf("linqlint %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments("version"),
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.env.Stdout, versionLine())
			return err
		},
	}
}

// version returns the version that the go command recorded: a tag, or a
// pseudo-version of the commit.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
