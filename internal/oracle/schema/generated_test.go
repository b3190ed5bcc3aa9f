//go:build !acceptance

package schema_test

// generated is how many bodies each comparison makes. The build tag acceptance
// makes more.
const generated = 2500
