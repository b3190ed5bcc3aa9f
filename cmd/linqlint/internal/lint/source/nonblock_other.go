//go:build !unix && !windows

package source

// withoutBlocking is 0 on systems without FIFOs, such as WASI.
const withoutBlocking = 0
