//go:build acceptance

package cli_test

import "testing"

// TestTenThousandFiles walks 10000 files in 100 folders.
func TestTenThousandFiles(t *testing.T) { walkMany(t, 100, 100) }
