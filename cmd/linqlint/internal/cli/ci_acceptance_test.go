//go:build acceptance

package cli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// The files by which others run linqlint: their scripts run unchanged. The module
// test/ci runs them with the programs that read them.

// place is a folder with payloads and with linqlint in its PATH.
type place struct {
	dir string
	env []string
}

func newPlace(t *testing.T) *place {
	t.Helper()
	p := &place{dir: t.TempDir()}
	bin := t.TempDir()
	self, err := os.Executable()
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, filepath.Join(bin, "linqlint"))) // TestMain runs the command by this name
	p.env = append(os.Environ(),
		"PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=", "FORCE_COLOR=", "GITHUB_STEP_SUMMARY=",
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=t", "GIT_AUTHOR_EMAIL=t@example.com",
		"GIT_COMMITTER_NAME=t", "GIT_COMMITTER_EMAIL=t@example.com")
	p.write(t, "payloads/good.json", good)
	p.write(t, "payloads/bad one.json", bad)
	return p
}

func (p *place) write(t *testing.T, name, text string) {
	t.Helper()
	file := filepath.Join(p.dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
}

// run runs a script as the services do and returns what it wrote and its exit
// code.
func (p *place) run(t *testing.T, script string, env ...string) (out string, code int) {
	t.Helper()
	cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", script)
	cmd.Dir, cmd.Env = p.dir, append(p.env, env...)
	text, err := cmd.CombinedOutput()
	if err != nil {
		require.IsType(t, &exec.ExitError{}, err)
	}
	return string(text), cmd.ProcessState.ExitCode()
}

func readYAML(t *testing.T, file string, into ...any) {
	t.Helper()
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	d := yaml.NewDecoder(f)
	for _, v := range into {
		require.NoError(t, d.Decode(v))
	}
}

func TestPreCommitHooks(t *testing.T) {
	var hooks []struct {
		ID, Name, Description, Entry, Language string
		PassFilenames                          *bool `yaml:"pass_filenames"`
	}
	readYAML(t, "../../../../.pre-commit-hooks.yaml", &hooks)
	require.Len(t, hooks, 2)
	for _, h := range hooks {
		t.Run(h.ID, func(t *testing.T) {
			require.Equal(t, "golang", h.Language)
			require.False(t, *h.PassFilenames) // a file that is named counts as a payload whatever it holds
			p := newPlace(t)
			_, code := p.run(t, "git init -q . && git add payloads")
			require.Zero(t, code)
			out, code := p.run(t, h.Entry)
			require.Equal(t, 1, code, out)
			require.Contains(t, out, "payloads/bad one.json:1:7: error[to-empty]")
			_, code = p.run(t, "git rm -qf 'payloads/bad one.json'")
			require.Zero(t, code)
			p.write(t, "package.json", `{"name":"x"}`)
			out, code = p.run(t, "git add package.json && "+h.Entry)
			require.Zero(t, code, out)
		})
	}
}

func TestAction(t *testing.T) {
	var action struct {
		Inputs  map[string]struct{ Default string }
		Outputs map[string]struct{ Value string }
		Runs    struct {
			Using string
			Steps []struct {
				Uses, Name, ID, Shell, Run string
				Env                        map[string]string
			}
		}
	}
	readYAML(t, "../../../../action.yml", &action)
	require.Equal(t, "composite", action.Runs.Using)
	root, err := filepath.Abs("../../../..")
	require.NoError(t, err)
	p := newPlace(t)
	temp := t.TempDir()
	expressions := strings.NewReplacer("${{ github.action_path }}", root, "${{ runner.temp }}", temp,
		"${{ inputs.paths }}", "payloads/*.json nowhere*.json", "${{ inputs.args }}", "--fail-on never --timing")
	env := []string{"GITHUB_PATH=" + filepath.Join(temp, "path"), "GITHUB_OUTPUT=" + filepath.Join(temp, "output"), "GITHUB_STEP_SUMMARY=" + filepath.Join(temp, "summary")}
	ran := 0
	for _, step := range action.Runs.Steps {
		if step.Run == "" {
			require.NotEmpty(t, step.Uses)
			continue
		}
		require.Equal(t, "bash", step.Shell)
		require.NotContains(t, step.Run, "${{", "an expression in a script is an injection")
		var own []string
		for name, value := range step.Env {
			value = expressions.Replace(value)
			require.NotContains(t, value, "${{")
			own = append(own, name+"="+value)
		}
		out, code := p.run(t, step.Run, append(env, own...)...)
		if ran++; step.ID != "check" {
			require.Zero(t, code, out)
			continue
		}
		require.Equal(t, 3, code, out) // no file fits one of the globs
		require.Contains(t, out, "::error file=payloads/bad one.json,line=1,")
	}
	require.Equal(t, 2, ran)
	require.Equal(t, "${{ steps.check.outputs.sarif }}", action.Outputs["sarif"].Value)
	// What the first step built is the command, and where it says.
	path, err := os.ReadFile(filepath.Join(temp, "path"))
	require.NoError(t, err)
	out, err := exec.Command(filepath.Join(strings.TrimSpace(string(path)), "linqlint"), "version").Output()
	require.NoError(t, err)
	require.Contains(t, string(out), "linqlint ")
	output, err := os.ReadFile(filepath.Join(temp, "output"))
	require.NoError(t, err)
	sarif, err := os.ReadFile(strings.TrimSpace(strings.TrimPrefix(string(output), "sarif=")))
	require.NoError(t, err)
	require.Contains(t, string(sarif), `"to-empty"`)
	require.FileExists(t, filepath.Join(temp, "summary"))
}

func TestGitLabTemplate(t *testing.T) {
	var spec struct {
		Spec struct {
			Inputs map[string]struct{ Default string }
		}
	}
	var jobs map[string]struct {
		Variables map[string]string
		Before    []string `yaml:"before_script"`
		Script    []string
		Artifacts struct {
			Reports struct{ Codequality string }
		}
	}
	readYAML(t, "../../../../templates/linqlint.yml", &spec, &jobs)
	job := jobs["linqlint"]
	require.Len(t, job.Before, 1)
	require.Contains(t, job.Before[0], "go install")
	var env []string
	for name, value := range job.Variables {
		for input, i := range spec.Spec.Inputs {
			value = strings.ReplaceAll(value, "$[[ inputs."+input+" ]]", i.Default)
		}
		require.NotContains(t, value, "$[[")
		env = append(env, name+"="+value)
	}
	p := newPlace(t)
	out, code := p.run(t, strings.Join(job.Script, "\n"), env...)
	require.Equal(t, 1, code, out)
	require.Contains(t, out, "error[to-empty]")
	report, err := os.ReadFile(filepath.Join(p.dir, job.Artifacts.Reports.Codequality))
	require.NoError(t, err)
	var issues []map[string]any
	require.NoError(t, json.Unmarshal(report, &issues))
	require.Len(t, issues, 1)
}

// TestCompletionIsBash: bash parses the script.
func TestCompletionIsBash(t *testing.T) {
	out, code := newPlace(t).run(t, "linqlint completion bash > c.bash && bash -n c.bash")
	require.Zero(t, code, out)
}
