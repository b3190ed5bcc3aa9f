//go:build !acceptance

package report_test

// moreLimits are the further rows of TestSARIFLimit, which the build tag
// acceptance adds.
var moreLimits []limitTest
