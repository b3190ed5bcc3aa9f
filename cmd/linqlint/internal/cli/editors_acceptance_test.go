//go:build acceptance

package cli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestEditorConfigurations parses every configuration of docs/editors.md in its
// language: Lua with Neovim, TOML with Python's tomllib, and with Helix where hx
// is in PATH.
func TestEditorConfigurations(t *testing.T) {
	page, err := os.ReadFile("../../../../docs/editors.md")
	require.NoError(t, err)
	blocks := map[string][]string{}
	for _, m := range regexp.MustCompile("(?s)```(\\w+)\n(.*?)```").FindAllStringSubmatch(string(page), -1) {
		blocks[m[1]] = append(blocks[m[1]], m[2])
	}
	require.Len(t, blocks["toml"], 1)
	require.NotEmpty(t, blocks["lua"])
	require.NotEmpty(t, blocks["json"])
	for _, text := range blocks["json"] {
		require.True(t, json.Valid([]byte(text)), text)
	}
	require.Contains(t, strings.Join(blocks["json"], ""), `"json-language-server"`, "the name that Zed gives its server for JSON")
	t.Run("Lua", func(t *testing.T) {
		for _, text := range blocks["lua"] {
			file := filepath.Join(t.TempDir(), "init.lua")
			require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
			out, err := exec.Command("nvim", "--headless", "-u", "NONE",
				"-c", "lua local f, why = loadfile("+string(quoteJSON(file))+"); if not f then io.stderr:write(why); vim.cmd('cquit') end", "-c", "quit").CombinedOutput()
			require.NoError(t, err, "%s", out)
		}
	})
	t.Run("Helix", func(t *testing.T) { helix(t, blocks["toml"][0]) })
}

// helix checks a languages.toml.
func helix(t *testing.T, text string) {
	python := exec.Command("python3", "-c", "import json, sys, tomllib; json.dump(tomllib.load(sys.stdin.buffer), sys.stdout)")
	python.Stdin = strings.NewReader(text)
	out, err := python.Output()
	require.NoError(t, err)
	var languages struct {
		Servers map[string]struct {
			Command string
			Args    []string
			Config  map[string]string
		} `json:"language-server"`
		Language []struct {
			Name    string
			Servers []string `json:"language-servers"`
		}
	}
	require.NoError(t, json.Unmarshal(out, &languages))
	server := languages.Servers["linqlint"]
	require.Equal(t, "linqlint lsp", server.Command+" "+strings.Join(server.Args, " "))
	require.Equal(t, map[string]string{"severity": "note"}, server.Config)
	require.Equal(t, "json", languages.Language[0].Name)
	require.Contains(t, languages.Language[0].Servers, "linqlint")
	if hx, err := exec.LookPath("hx"); err == nil {
		dir := t.TempDir()
		require.NoError(t, os.MkdirAll(filepath.Join(dir, "helix"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "helix", "languages.toml"), []byte(text), 0o644))
		health := exec.Command(hx, "--health", "json")
		health.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir)
		out, err := health.CombinedOutput()
		require.NoError(t, err, "%s", out)
		require.Contains(t, string(out), "linqlint")
	}
}

func quoteJSON(s string) []byte {
	b, _ := json.Marshal(s)
	return b
}
