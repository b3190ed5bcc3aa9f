//go:build acceptance

package decorations

import "unicode/utf8"

const lastCodePoint = utf8.MaxRune
