//go:build acceptance

package report

const hostileFindings = 500
