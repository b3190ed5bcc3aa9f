package cli

import (
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/config"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/report"
	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/markdown"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// configs finds the config of each file, reads each config once, and makes the
// validators that they ask for. It is safe for concurrent use.
type configs struct {
	app   *app
	flags *checkFlags
	opts  []validate.Option // of the flags, which take precedence over every config
	now   time.Time
	one   *config.Config // of --config

	mu         sync.Mutex
	byFolder   map[string]*config.Config // by absolute folder; nil if there is none
	byFile     map[string]*config.Config
	order      []*config.Config // in the order of reading
	roots      []string         // real paths of the folders of the arguments
	skipped    map[string]bool  // configs with a warning
	validators map[validatorKey]*validate.Validator
	broken     bool // a config has errors, which were reported
}

type validatorKey struct {
	config *config.Config
	kind   validate.Kind
	walked bool
}

// newConfigs reads --config, and the configs of the arguments' folders, so that
// an invalid one ends the command before it checks anything.
func (a *app) newConfigs(flags *checkFlags, o *lint.Options) (*configs, error) {
	c := &configs{
		app: a, flags: flags, opts: flags.validatorOptions(o), now: time.Now(),
		byFolder: map[string]*config.Config{}, byFile: map[string]*config.Config{}, skipped: map[string]bool{}, validators: map[validatorKey]*validate.Validator{},
	}
	switch {
	case flags.noConfig && flags.config != "":
		return nil, usagef("--config and --no-config cannot be combined")
	case flags.config != "":
		text, err := readWhole(flags.config, defaultMaxSize)
		if err != nil {
			return nil, usagef("--config %s: %s", flags.config, source.ErrorText(err))
		}
		c.one = c.parse(flags.config, source.Absolute("."), text)
	case !flags.noConfig:
		args := source.Spelled(o.Args)
		for _, arg := range args {
			c.roots = append(c.roots, source.RealPath(c.folderOf(arg)))
		}
		for _, arg := range args {
			c.inFolder(c.folderOf(arg))
		}
	}
	if c.broken {
		return nil, &usageError{message: "invalid configuration"}
	}
	return c, nil
}

// folderOf returns the absolute folder whose config applies to an argument.
func (c *configs) folderOf(arg string) string {
	if arg == source.Stdin {
		arg = c.flags.stdinFilename
	}
	at := source.Absolute(arg)
	if info, err := os.Stat(arg); err == nil && info.IsDir() {
		return at
	}
	return path.Dir(at)
}

// of returns the config of the file at the shown path, or nil.
func (c *configs) of(file string) *config.Config {
	if c.one != nil || c.flags.noConfig {
		return c.one
	}
	return c.inFolder(path.Dir(source.Absolute(file)))
}

// inFolder returns the config of an absolute folder, or nil.
func (c *configs) inFolder(folder string) *config.Config {
	c.mu.Lock()
	defer c.mu.Unlock()
	found, known := c.byFolder[folder]
	if known {
		return found
	}
	file, ok, skipped := config.Find(filepath.FromSlash(folder), c.roots...)
	for _, s := range skipped {
		if !c.skipped[s.Path] {
			c.skipped[s.Path] = true
			c.app.warn(relative(s.Path), "skipped: "+source.ErrorText(s.Err))
		}
	}
	if ok {
		found, known = c.byFile[file]
		if !known {
			text, err := config.Read(file, c.roots...)
			if err != nil {
				c.app.warn(file, source.ErrorText(err))
				c.broken = true
			} else {
				found = c.parse(relative(file), filepath.ToSlash(filepath.Dir(file)), text)
			}
			c.byFile[file] = found
		}
	}
	c.byFolder[folder] = found
	return found
}

// relative returns a path relative to the current folder if it is below it.
func relative(file string) string {
	if here, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(here, file); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.ToSlash(file)
}

// parse parses a config and reports its errors; it returns nil if there are any.
func (c *configs) parse(file, dir string, text []byte) *config.Config {
	parsed, found := config.Parse(file, dir, text)
	c.app.reportConfig(c.flags, parsed, found)
	if len(found) > 0 {
		c.broken = true
		return nil
	}
	c.order = append(c.order, parsed)
	return parsed
}

// reportConfig writes diagnostics of a config to standard error, in the format
// of those of a payload.
func (a *app) reportConfig(flags *checkFlags, c *config.Config, found []validate.Diagnostic) {
	if len(found) == 0 {
		return
	}
	w := report.NewText(report.Options{Out: a.env.Stderr, Color: a.color(flags.color.value, a.env.Stderr), Width: a.columns(a.env.Stderr), Quiet: true})
	b := report.Batch{Path: c.Path, First: true, Last: true, Status: report.Checked, Text: c.Text}
	for _, d := range found {
		b.Findings = append(b.Findings, report.Finding{Diagnostic: d})
	}
	_ = w.Batch(&b)
	_ = w.Close(&report.Summary{})
}

// Validator returns the validator for a file. A file to which the config gives a
// kind is a payload, named or not.
func (c *configs) Validator(file string, named bool) *validate.Validator {
	key := validatorKey{config: c.of(file), walked: !named}
	if key.config != nil {
		at := source.Absolute(file)
		key.config.MarkChecked(at)
		key.kind, _ = key.config.Kind(at)
	}
	if c.flags.kind.value != "" {
		key.kind = validate.Kind(c.flags.kind.value)
	} else if key.kind != "" {
		key.walked = false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	v := c.validators[key]
	if v == nil {
		opts := []validate.Option{validate.WithKind(key.kind), validate.WithFixer("text-markdown", markdown.Fix)}
		if key.config != nil {
			opts = append(opts, key.config.Options()...)
		}
		opts = append(opts, c.opts...)
		if key.walked {
			opts = append(opts, validate.WithOnlyPayloads())
		}
		v = validate.New(opts...)
		c.validators[key] = v
	}
	return v
}

// skip reports whether walks skip a path.
func (c *configs) skip(at string) bool {
	config := c.one
	if config == nil {
		config = c.inFolder(path.Dir(at))
	}
	if config == nil {
		return false
	}
	_, excluded := config.Excluded(at)
	return excluded
}

// Keep reports whether a diagnostic counts: no ignore matches it. It completes
// the hint of an unknown member.
func (c *configs) Keep(file string, d *validate.Diagnostic) bool {
	config.ExplainKnown(d)
	holding := c.of(file)
	return holding == nil || len(holding.Ignores) == 0 || !holding.Ignored(source.Absolute(file), d, c.now)
}

// Level returns the severity of a rule about several bodies.
func (c *configs) Level(file string, r *rules.Rule) validate.Severity {
	severity, _ := severityOf(r, c.of(file), c.flags)
	return severity
}

// apply makes a run use the configs.
func (c *configs) apply(o *lint.Options) *policy {
	p := &policy{configs: c}
	o.Policy = p
	if !c.flags.noConfig {
		o.Finder.Skip = c.skip
	}
	return p
}

// stale reports ignores that have expired or matched nothing, and returns how
// many there are. A run that ended early cannot tell.
func (c *configs) stale(out *lint.Outcome) (warnings int) {
	if out.Stopped.Early() {
		return 0
	}
	for _, one := range c.order {
		found := one.Stale(c.now)
		warnings += len(found)
		c.app.reportConfig(c.flags, one, found)
	}
	return warnings
}
