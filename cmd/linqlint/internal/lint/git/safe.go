package git

import (
	"context"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

// settings keep Git from running programs and from reading a repository that is
// only content of another one. They win over every configuration file.
var settings = [][2]string{
	{"core.fsmonitor", "false"},
	{"core.hooksPath", "/dev/null"},
	{"core.pager", "cat"},
	{"core.askPass", ""},
	{"core.sshCommand", "false"},
	{"core.gitProxy", ""},
	{"core.alternateRefsCommand", ""},
	{"credential.helper", ""},
	{"diff.external", ""},
	{"protocol.allow", "never"},
	{"safe.bareRepository", "explicit"},
}

// variables do the same for what Git takes from its environment. A blobless clone
// would fetch missing objects with a program of its configuration.
var variables = []string{
	"GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_TERMINAL_PROMPT=0",
	"GIT_PAGER=cat",
}

// safeEnvironment adds to an environment what keeps Git from running programs:
// the settings, and empty commands for the filters of these names. Git reads the
// settings from GIT_CONFIG_COUNT, which unlike -c takes names with any byte;
// those that are there already stay, and the later ones win.
func safeEnvironment(env, filters []string) []string {
	all := slices.Clone(settings)
	for _, name := range filters {
		for _, command := range []string{"clean", "smudge", "process"} {
			all = append(all, [2]string{"filter." + name + "." + command, ""})
		}
		all = append(all, [2]string{"filter." + name + ".required", "false"})
	}
	before := 0
	out := make([]string, 0, len(env)+2*len(all)+len(variables)+1)
	for _, e := range env {
		name, value, _ := strings.Cut(e, "=")
		if name == "GIT_CONFIG_COUNT" {
			before, _ = strconv.Atoi(value)
			continue
		}
		out = append(out, e)
	}
	for i, s := range all {
		n := strconv.Itoa(before + i)
		out = append(out, "GIT_CONFIG_KEY_"+n+"="+s[0], "GIT_CONFIG_VALUE_"+n+"="+s[1])
	}
	out = append(out, "GIT_CONFIG_COUNT="+strconv.Itoa(before+len(all)))
	return append(out, variables...)
}

// filters returns the names of the filters that the configuration defines, whose
// commands Git would run to compare files with the repository.
func filters(ctx context.Context, env []string) (names []string) {
	listing, _ := run(ctx, env, "config", "--includes", "--name-only", "-z", "--get-regexp", `^filter\.`) // an error: there is none
	for _, key := range fields(listing) {
		key = strings.TrimPrefix(key, "filter.")
		if i := strings.LastIndexByte(key, '.'); i > 0 && !slices.Contains(names, key[:i]) {
			names = append(names, key[:i])
		}
	}
	return names
}

// command returns a git command with an environment of [safeEnvironment].
func command(ctx context.Context, env []string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append([]string{"--no-pager"}, args...)...)
	cmd.Env = env
	return cmd
}
