package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/linqlint/linqlint/cmd/linqlint/internal/lint/source"
	"github.com/linqlint/linqlint/internal/scan"
	"github.com/linqlint/linqlint/internal/spelling"
	"github.com/linqlint/linqlint/rules"
	"github.com/linqlint/linqlint/validate"
)

// kinds reads {"templates/**": "message"}.
func (p *parser) kinds(n int, c *Config) {
	if !p.is(n, scan.Object, "kinds") {
		return
	}
	var names []string
	for _, k := range validate.Kinds() {
		names = append(names, string(k))
	}
	p.each(n, func(_ string, key, value int) {
		glob, ok := p.glob(key, "a name in kinds")
		kind, named := p.textOf(value, "a kind")
		if !ok || !named {
			return
		}
		if !validate.Kind(kind).Valid() {
			p.at(value, "unknown kind %q%s", kind, spelling.DidYouMean(kind, names)).Hint = "kinds: " + strings.Join(names, ", ")
			return
		}
		c.Kinds = append(c.Kinds, KindRule{p.string(key), validate.Kind(kind), glob})
	})
}

// rules reads {"decoration-*": "error", "to-large": "off"}.
func (p *parser) rules(n int, c *Config) {
	if !p.is(n, scan.Object, "rules") {
		return
	}
	levels := []string{"error", "warning", "note", "off"}
	var keys []int
	defer func() { p.overridden(c, keys) }()
	p.each(n, func(_ string, key, value int) {
		selector, ok := p.selector(key, "a name in rules")
		level, named := p.textOf(value, "a severity")
		if !ok || !named {
			return
		}
		severity, known := validate.ParseSeverity(level)
		if !known {
			p.at(value, "unknown severity %q%s", level, spelling.DidYouMean(level, levels)).Hint = "severities: " + strings.Join(levels, ", ")
			return
		}
		c.Rules = append(c.Rules, SeverityRule{selector, severity})
		keys = append(keys, key)
	})
}

// overridden notes the severities that have no effect, since later ones are for
// the same rules; keys are the nodes of their selectors.
func (p *parser) overridden(c *Config, keys []int) {
	later := map[string]bool{} // rules with a severity after this one
	for i, r := range slices.Backward(c.Rules) {
		useless := true
		for _, id := range rules.Configurable(r.Selector) {
			useless = useless && later[id]
			later[id] = true
		}
		if !useless {
			continue
		}
		node := p.view.Nodes[keys[i]]
		c.useless = append(c.useless, validate.Diagnostic{
			Rule: rules.Config, Reason: rules.Config, Severity: validate.SeverityWarning, Start: p.position(int(node.Start)), End: p.position(int(node.End)),
			Message: fmt.Sprintf("%q has no effect: later selectors match the same rules", r.Selector),
			Hint:    "remove it, or move it to the end: the last match wins",
		})
	}
	slices.Reverse(c.useless)
}

// known reads the names that this version does not know.
func (p *parser) known(n int, k *validate.Known) {
	add := func(member string) func(int) {
		return func(n int) { k.Add(member, p.strings(n, "known")...) }
	}
	p.object(n, "known", []member{
		{"members", func(n int) { k.Members = p.strings(n, "known.members") }},
		{"effects", add("effect.name")},
		{"part_types", add("part.type")},
		{"values", func(n int) { p.values(n, k) }},
		{"media_extensions", func(n int) { k.MediaExtensions = bare(p.strings(n, "known.media_extensions")) }},
		{"presigned_hosts", func(n int) { k.PresignedHosts = p.strings(n, "known.presigned_hosts") }},
	})
}

// bare removes an optional dot before extensions.
func bare(extensions []string) []string {
	for i := range extensions {
		extensions[i] = strings.ToLower(strings.TrimPrefix(extensions[i], "."))
	}
	return extensions
}

// values reads {"decoration.style": ["wavy"]}.
func (p *parser) values(n int, k *validate.Known) {
	var members []member
	for _, name := range validate.KnownEnums() {
		members = append(members, member{name, func(n int) {
			k.Add(name, p.strings(n, "known.values."+name)...)
		}})
	}
	p.object(n, "known.values", members)
}

// ignores reads [{"rule", "files", "pointer", "reason", "expires"}].
func (p *parser) ignores(n int, c *Config) {
	p.elements(n, "ignores", func(k int) {
		before := len(p.found)
		node := p.view.Nodes[k]
		i := &Ignore{Start: p.position(int(node.Start)), End: p.position(int(node.End))}
		p.object(k, "an ignore", []member{
			{"rule", func(n int) { i.Rule, _ = p.selector(n, "rule") }},
			{"files", func(n int) {
				if i.files, _ = p.glob(n, "files"); i.files.Alternatives() > 0 {
					i.Files = p.string(n)
				}
			}},
			{"pointer", func(n int) { i.Pointer, i.pointer = p.pointer(n) }},
			{"reason", func(n int) { i.Reason, _ = p.textOf(n, "reason") }},
			{"expires", func(n int) { i.Expires = p.day(n) }},
		})
		if len(p.found) > before {
			return
		}
		for _, need := range []struct{ name, value string }{{"rule", i.Rule}, {"reason", i.Reason}} {
			if need.value == "" {
				p.report(int(node.Start), int(node.Start)+1, "ignore has no "+need.name)
				return
			}
		}
		c.Ignores = append(c.Ignores, i)
	})
}

// pointer reads a JSON Pointer in which * is one token and ** any number.
func (p *parser) pointer(n int) (string, source.Glob) {
	s, ok := p.textOf(n, "pointer")
	switch {
	case !ok:
		return "", source.Glob{}
	case !strings.HasPrefix(s, "/"):
		p.at(n, "pointer %q does not start with /", s)
		return "", source.Glob{}
	}
	glob, _ := p.parseGlob(n, "pointer", s[1:])
	return s, glob
}
