//go:build !acceptance

package report

// hostileFindings is how many findings the smaller hostile reports have. More are
// measured under the build tag acceptance.
const hostileFindings = 300
