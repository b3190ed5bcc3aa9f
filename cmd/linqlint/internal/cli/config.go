package cli

import (
	_ "embed" // the config that init writes
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/config"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/wire"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

//go:embed init.jsonc
var initialConfig string

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Create a " + config.Name + " with comments",
		Args:  noArguments("init"),
		RunE: func(*cobra.Command, []string) error {
			f, err := os.OpenFile(config.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, fs.ErrExist) {
				return usagef("%s already exists", config.Name)
			}
			if err != nil {
				return cannotWrite(config.Name, err)
			}
			_, err = f.WriteString(initialConfig)
			if err = errors.Join(err, f.Close()); err != nil {
				return cannotWrite(config.Name, err)
			}
			_, err = fmt.Fprintf(a.env.Stdout, "wrote %s\n", config.Name)
			return err
		},
	}
}

func (a *app) configCommand() *cobra.Command {
	flags := newCheckFlags()
	cmd := &cobra.Command{
		Use:   "config [flags] FILE…",
		Short: "Show the effective configuration of a file",
		Long:  "config shows the effective configuration of a file and where each setting comes\nfrom: its kind, whether walks include it, changed severities and ignores.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("config requires a file, which need not exist")
			}
			return nil
		},
		RunE:              func(_ *cobra.Command, args []string) error { return a.showConfigs(flags, args) },
		ValidArgsFunction: completePaths,
	}
	flags.addTo(cmd)
	return cmd
}

func (a *app) showConfigs(flags *checkFlags, files []string) error {
	settings, err := a.newConfigs(flags, &lint.Options{Args: files})
	if err != nil {
		return err
	}
	var out strings.Builder
	for i, file := range source.Spelled(files) {
		if i > 0 {
			out.WriteByte('\n')
		}
		a.showConfig(&out, flags, settings.of(file), file)
	}
	_, err = io.WriteString(a.env.Stdout, out.String())
	return err
}

// showConfig writes the effective configuration of one file.
func (a *app) showConfig(out io.Writer, flags *checkFlags, c *config.Config, file string) {
	line := func(name, text, why string) {
		if why != "" {
			why = "  (" + why + ")"
		}
		fmt.Fprintf(out, "  %-10s %s\n", name, wire.Visible(text+why))
	}
	fmt.Fprintf(out, "%s\n", wire.Visible(file))
	at := source.Absolute(file)
	if c == nil {
		line("config", "none", "")
		c = &config.Config{}
	} else {
		line("config", c.Path, "")
	}
	kind, glob := c.Kind(at)
	switch {
	case flags.kind.value != "":
		line("kind", flags.kind.value, "--kind")
	case kind != "":
		line("kind", string(kind), `kinds "`+glob+`"`)
	default:
		line("kind", "detected", "")
	}
	if glob, out := c.Excluded(at); out {
		line("walks", "skip it", `exclude "`+glob+`"`)
	} else if (&source.Finder{Exclude: flags.exclude}).Excluded(at) {
		line("walks", "skip it", "--exclude")
	} else {
		line("walks", "include it", "if Git does not ignore it and it holds payloads")
	}
	a.showSeverities(flags, c, line)
	showKnown(&c.Known, line)
	for _, i := range c.Ignores {
		showIgnore(i, line)
	}
}

// showSeverities writes the rules whose severity is not the default.
func (a *app) showSeverities(flags *checkFlags, c *config.Config, line func(name, text, why string)) {
	for _, r := range rules.All() {
		if severity, why := severityOf(&r, c, flags); why != "" {
			line("rule", r.ID+" is "+severity.String()+", default "+r.Severity.String(), why)
		}
	}
}

// severityOf returns the severity of a rule by a config, if not nil, and the
// flags, and the setting that changed it, or "".
func severityOf(r *rules.Rule, c *config.Config, flags *checkFlags) (severity validate.Severity, why string) {
	severity = r.Severity
	if len(rules.Configurable(r.ID)) == 0 {
		return severity, ""
	}
	if c != nil {
		for _, s := range c.Rules {
			if validate.Fits(s.Selector, r.ID) {
				severity, why = s.Severity, `rules "`+s.Selector+`"`
			}
		}
	}
	for _, o := range flags.overrides {
		if validate.Fits(o.selector, r.ID) {
			severity, why = o.severity, "--"+overrideName(o.severity)+" "+o.selector
		}
	}
	return severity, why
}

// overrideName returns the name of the flag that sets a severity.
func overrideName(s validate.Severity) string {
	if s == validate.SeverityWarning {
		return "warn"
	}
	return s.String()
}

func showKnown(k *validate.Known, line func(name, text, why string)) {
	show := func(what string, names []string) {
		if len(names) > 0 {
			line("known", what+" "+strings.Join(names, ", "), "")
		}
	}
	show("members", k.Members)
	for _, member := range validate.KnownEnums() {
		show(member, k.Values(member))
	}
	show("media extensions", k.MediaExtensions)
	show("presigned hosts", k.PresignedHosts)
}

func showIgnore(i *config.Ignore, line func(name, text, why string)) {
	text := i.Rule
	if i.Files != "" {
		text += " in " + i.Files
	}
	if i.Pointer != "" {
		text += " at " + i.Pointer
	}
	if !i.Expires.IsZero() {
		word := " until "
		if i.Expired(time.Now()) {
			word = " expired on "
		}
		text += word + i.Expires.AddDate(0, 0, -1).Format(time.DateOnly)
	}
	line("ignore", text, i.Reason)
}
