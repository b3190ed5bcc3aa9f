//go:build !acceptance

package decorations

// lastCodePoint is the last code point whose properties are looked up one by one.
// The planes that follow are compared under the build tag acceptance.
const lastCodePoint = 0x1ffff
