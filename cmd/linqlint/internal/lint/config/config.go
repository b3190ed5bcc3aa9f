// Package config reads linqlint.jsonc, the settings that a project keeps beside
// its payloads: kinds by glob, severities, names newer than us, what to leave
// out, and findings to ignore with a reason. docs/linqlint.schema.json is the
// file's JSON Schema.
package config

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// Name is what the file is called.
const Name = "linqlint.jsonc"

// Config is one file. It is not changed after it was read, but for the counts
// of its ignores, and safe for concurrent use.
type Config struct {
	Path     string // as shown
	Dir      string // absolute, with slashes: what globs are relative to
	Text     []byte
	Kinds    []KindRule
	Rules    []SeverityRule
	Known    validate.Known
	Excludes []string
	Ignores  []*Ignore
}

// KindRule says what the files that a glob fits hold. They are payloads, even
// if they do not look like it.
type KindRule struct {
	Files string
	Kind  validate.Kind
}

// SeverityRule moves the rules that a selector fits.
type SeverityRule struct {
	Selector string
	Severity validate.Severity
}

// Ignore takes findings out of the report.
type Ignore struct {
	Rule    string // a selector
	Files   string // a glob; "": every file
	Pointer string // a JSON Pointer in which * stands for one token and ** for any; "": every place
	Reason  string
	Expires time.Time // the day after the last one on which it holds; zero: never

	Start, End validate.Position // in the config

	used atomic.Int64 // findings that it took
	near atomic.Bool  // a file was judged that it is about
}

// Expired reports whether the ignore has ceased to hold.
func (i *Ignore) Expired(now time.Time) bool { return !i.Expires.IsZero() && !now.Before(i.Expires) }

// Find returns the path of the config that holds in the folder dir: the
// nearest one upwards.
func Find(dir string) (file string, ok bool) {
	for {
		file := filepath.Join(dir, Name)
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

// fits reports whether a glob of the config fits the file at the absolute,
// slash-separated path at. A glob without a slash is about names, and one that
// fits a folder is about all that is in it.
func (c *Config) fits(glob, at string) bool {
	below, inside := strings.CutPrefix(at, strings.TrimSuffix(c.Dir, "/")+"/")
	if !inside {
		return false
	}
	glob = strings.TrimPrefix(strings.TrimSuffix(glob, "/"), "./")
	named := !strings.Contains(glob, "/")
	for ; below != "."; below = path.Dir(below) {
		subject := below
		if named {
			subject = path.Base(below)
		}
		if ok, _ := doublestar.Match(glob, subject); ok {
			return true
		}
	}
	return false
}

// Excluded reports whether a file or folder is left out of walks, and by
// which glob.
func (c *Config) Excluded(at string) (glob string, ok bool) {
	for _, glob := range c.Excludes {
		if c.fits(glob, at) {
			return glob, true
		}
	}
	return "", false
}

// Kind returns the kind of a file and the glob that says so, the last one that
// fits; "" if none does.
func (c *Config) Kind(at string) (kind validate.Kind, glob string) {
	for _, k := range c.Kinds {
		if c.fits(k.Files, at) {
			kind, glob = k.Kind, k.Files
		}
	}
	return kind, glob
}

// Ignored reports whether an ignore that still holds takes a finding of the
// file at, and counts it.
func (c *Config) Ignored(at string, d *validate.Diagnostic, now time.Time) bool {
	for _, i := range c.Ignores {
		if i.Expired(now) || !i.about(d) || (i.Files != "" && !c.fits(i.Files, at)) {
			continue
		}
		i.used.Add(1)
		return true
	}
	return false
}

// about reports whether the rule and the place fit.
func (i *Ignore) about(d *validate.Diagnostic) bool {
	if !validate.Fits(i.Rule, d.Rule) {
		return false
	}
	if i.Pointer == "" {
		return true
	}
	ok, _ := doublestar.Match(strings.TrimPrefix(i.Pointer, "/"), strings.TrimPrefix(d.Pointer, "/"))
	return ok
}

// MarkChecked tells the config that a file was judged, so that it knows which of
// its ignores had their chance.
func (c *Config) MarkChecked(at string) {
	for _, i := range c.Ignores {
		if !i.near.Load() && (i.Files == "" || c.fits(i.Files, at)) {
			i.near.Store(true)
		}
	}
}

// Stale returns a warning for each ignore that has expired, and for each that
// took nothing although files that it is about were judged.
func (c *Config) Stale(now time.Time) []validate.Diagnostic {
	var out []validate.Diagnostic
	for _, i := range c.Ignores {
		d := validate.Diagnostic{Rule: rules.Config, Severity: validate.Warning, Start: i.Start, End: i.End}
		switch {
		case i.Expired(now):
			d.Message = "this ignore expired on " + i.Expires.AddDate(0, 0, -1).Format(time.DateOnly) + " and no longer holds"
			d.Hint = "mend what it hid, or give it a new date"
		case i.near.Load() && i.used.Load() == 0 && i.always():
			d.Message = "this ignore fits nothing that was found"
			d.Hint = "delete it"
		default:
			continue
		}
		out = append(out, d)
	}
	return out
}

// always reports whether the ignore is about something that every run looks for.
func (i *Ignore) always() bool { return len(validate.Select(i.Rule)) > 0 }

// Options returns what the config says to every validator of its files, but for
// the kind.
func (c *Config) Options() []validate.Option {
	opts := []validate.Option{validate.WithKnown(c.Known)}
	for _, r := range c.Rules {
		opts = append(opts, validate.WithSeverity(r.Selector, r.Severity))
	}
	return opts
}
