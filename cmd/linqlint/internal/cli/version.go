package cli

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/internal/api"
)

// versionLine is what version and --version print.
func versionLine() string {
	return fmt.Sprintf("linqlint %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version and the date of the rules",
		Args:  noArguments("version"),
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.env.Stdout, versionLine()+rulesLine(time.Now()))
			return err
		},
	}
}

// freshDays is how many days the rules count as current.
const freshDays = 120

// rulesLine says up to which day the rules follow the API, and warns if that was
// long ago.
func rulesLine(now time.Time) string {
	line := "rules as of " + api.AsOf + "\n"
	asOf, err := time.Parse(time.DateOnly, api.AsOf)
	if days := int(now.Sub(asOf).Hours() / 24); err == nil && days > freshDays {
		line += fmt.Sprintf("the rules are %d days old: the API may have changed; look for a newer version\n", days)
	}
	return line
}

// version returns the version that the go command recorded: a tag, or a
// pseudo-version of the commit.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
