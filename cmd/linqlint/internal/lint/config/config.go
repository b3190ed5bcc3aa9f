// Package config reads linqlint.jsonc, the settings of a project: kinds by glob,
// severities, names that this version does not know, files to exclude, and
// diagnostics to ignore with a reason. docs/linqlint.schema.json is the file's
// JSON Schema.
package config

import (
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/settings"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// Name is the name of the file.
const Name = "linqlint.jsonc"

// Config is one file. Only the counts of its ignores change after it was read,
// and it is safe for concurrent use.
type Config struct {
	Path     string // as shown
	Dir      string // absolute, with slashes: what globs are relative to
	Text     []byte
	Kinds    []KindRule
	Rules    []SeverityRule
	Known    validate.Known
	Excludes []string
	Ignores  []*Ignore

	excludes []source.Glob
	useless  []validate.Diagnostic // settings without effect
}

// KindRule gives the files that match a glob a kind. They are payloads, even if
// they do not look like it.
type KindRule struct {
	Files string
	Kind  validate.Kind

	glob source.Glob
}

// SeverityRule changes the severity of the rules that match a selector.
type SeverityRule struct {
	Selector string
	Severity validate.Severity
}

// Ignore removes diagnostics from the report.
type Ignore struct {
	Rule    string // a selector
	Files   string // a glob; "": every file
	Pointer string // a JSON Pointer in which * is one token and ** any number; "": every place
	Reason  string
	Expires time.Time // the day after the last one; zero: never

	Start, End validate.Position // in the config

	files source.Glob

	used atomic.Int64 // diagnostics that it matched
	near atomic.Bool  // a file that it matches was checked
}

// Expired reports whether the ignore no longer applies.
func (i *Ignore) Expired(now time.Time) bool { return !i.Expires.IsZero() && !now.Before(i.Expires) }

// fits reports whether a glob of the config matches the file at the absolute,
// slash-separated path at. A glob without a slash is matched against names, and
// one that matches a folder matches everything in it.
func (c *Config) fits(glob source.Glob, at string) bool {
	below, inside := strings.CutPrefix(at, strings.TrimSuffix(c.Dir, "/")+"/")
	if !inside {
		return false
	}
	named := !strings.Contains(glob.String(), "/")
	for ; below != "."; below = path.Dir(below) {
		subject := below
		if named {
			subject = path.Base(below)
		}
		if glob.Match(subject) {
			return true
		}
	}
	return false
}

// Excluded reports whether walks skip a file or folder, and by which glob.
func (c *Config) Excluded(at string) (glob string, ok bool) {
	for i, glob := range c.excludes {
		if c.fits(glob, at) {
			return c.Excludes[i], true
		}
	}
	return "", false
}

// Kind returns the kind of a file and the last glob that matches it; "" if none
// does.
func (c *Config) Kind(at string) (kind validate.Kind, glob string) {
	for _, k := range c.Kinds {
		if c.fits(k.glob, at) {
			kind, glob = k.Kind, k.Files
		}
	}
	return kind, glob
}

// Ignored reports whether an ignore that has not expired matches a diagnostic of
// the file at, and counts it.
func (c *Config) Ignored(at string, d *validate.Diagnostic, now time.Time) bool {
	for _, i := range c.Ignores {
		if i.Expired(now) || !i.about(d) || (i.Files != "" && !c.fits(i.files, at)) {
			continue
		}
		i.used.Add(1)
		return true
	}
	return false
}

// about reports whether the rule and the place match.
func (i *Ignore) about(d *validate.Diagnostic) bool {
	if !validate.Fits(i.Rule, d.Rule) {
		return false
	}
	return i.Pointer == "" || settings.MatchPointer(i.Pointer, d.Pointer)
}

// MarkChecked records that a file was checked, so that [Config.Stale] knows
// which ignores could have matched.
func (c *Config) MarkChecked(at string) {
	for _, i := range c.Ignores {
		if !i.near.Load() && (i.Files == "" || c.fits(i.files, at)) {
			i.near.Store(true)
		}
	}
}

// Stale returns a warning for each severity that has no effect, each ignore that
// has expired, and each that matched nothing although files that it matches were
// checked.
func (c *Config) Stale(now time.Time) []validate.Diagnostic {
	out := slices.Clone(c.useless)
	for _, i := range c.Ignores {
		d := validate.Diagnostic{Rule: rules.Config, Reason: rules.Config, Severity: validate.SeverityWarning, Start: i.Start, End: i.End}
		switch {
		case i.Expired(now):
			d.Message = "ignore expired on " + i.Expires.AddDate(0, 0, -1).Format(time.DateOnly)
			d.Hint = "fix the problems that it hid, or set a new date"
		case i.near.Load() && i.used.Load() == 0 && i.always():
			d.Message = "unused ignore: it matches no problem"
			d.Hint = "remove it"
		default:
			continue
		}
		out = append(out, d)
	}
	return out
}

// always reports whether the ignore is about a rule that every run checks.
func (i *Ignore) always() bool { return len(validate.Select(i.Rule)) > 0 }

// Options returns the validator options of the config, without the kind.
func (c *Config) Options() []validate.Option {
	opts := []validate.Option{validate.WithKnown(c.Known)}
	for _, r := range c.Rules {
		opts = append(opts, validate.WithSeverity(r.Selector, r.Severity))
	}
	return opts
}
