//go:build !unix && !windows

package source

// withoutBlocking is nothing on systems without FIFOs, such as WASI.
const withoutBlocking = 0
