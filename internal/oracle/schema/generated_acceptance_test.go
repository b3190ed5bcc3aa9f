//go:build acceptance

package schema_test

const generated = 10_000
