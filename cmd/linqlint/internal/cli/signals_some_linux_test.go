//go:build !acceptance

package cli_test

import "syscall"

// signals are those that TestSignalsRemoveTemporaryFiles sends. The build tag
// acceptance adds the others.
var signals = []syscall.Signal{syscall.SIGTERM}
