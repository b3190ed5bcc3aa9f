//go:build acceptance

package cli_test

import (
	"os/exec"
	"testing"
)

// TestNeovim drives the language server with a real editor.
func TestNeovim(t *testing.T) {
	if _, err := exec.LookPath("nvim"); err != nil {
		t.Fatal("this test needs Neovim 0.7 or later in PATH: apt-get install -y neovim")
	}
	runScripts(t, "testdata/script_nvim")
}

// TestAcceptanceScripts runs what needs bash and the GNU core utilities.
func TestAcceptanceScripts(t *testing.T) { runScripts(t, "testdata/script_acceptance") }
