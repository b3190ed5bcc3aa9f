package tags_test

import (
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGinExample builds and tests the example with Gin, which is a module of
// its own so that nobody else downloads Gin.
func TestGinExample(t *testing.T) {
	cmd := exec.Command("go", "test", "./...")
	cmd.Dir = "../../examples/gin"
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
}
