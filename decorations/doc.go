// Package decorations does the arithmetic of text decorations: a style or an
// animation over a range of a text part's value.
//
// # Three units
//
// The API counts a range in UTF-16 code units, its length limits in Unicode
// code points, and a Go string is indexed in bytes. The three agree for ASCII
// only:
//
//	value                          code points   UTF-16 code units   bytes
//	Hello world                             11                  11      11
//	🎉 Sale                                  6                   7       9
//	Hey 👋🏽 Kevin                           12                  14      18
//	👨‍👩‍👧 family                          12                  15      25
//	🇺🇸 hi                                   5                   7      11
//	Café (é as one code point)               4                   4       5
//
// A code point up to U+FFFF is one UTF-16 code unit; one above it is two, a
// surrogate pair. No name in this package speaks of a "character": every
// offset and every length says its unit, and a [Range] is always in UTF-16
// code units.
//
// # Clusters
//
// What a reader sees as one sign may be several code points: a family joined
// by U+200D, a hand with a skin tone, a flag of two regional indicators, a
// letter with a combining accent. This package finds such extended grapheme clusters
// by the rules of Unicode Standard Annex #29 as github.com/rivo/uniseg implements
// them, with the data of [UnicodeVersion], and by rule GB9c of Unicode 15.1 for Indic
// conjuncts. The API accepts a range that starts or ends inside a cluster, but what it
// decorates depends on the recipient's device. [Snap] widens it to whole clusters.
//
// # Invalid UTF-8
//
// A Go string may hold any bytes. Each byte that is not part of a valid UTF-8
// sequence counts as one U+FFFD: one code point, one UTF-16 code unit and one byte,
// with a boundary on either side. A range loop reads a string in this way, and
// encoding/json writes it so; the offsets are therefore those of the body that is
// sent. The three bytes of an encoded surrogate (ED A0 80 to ED BF BF) are three
// invalid bytes and so three units. A lone surrogate in JSON is an escape such as
// \ud83d; encoding/json decodes it to U+FFFD, which is one unit too.
//
// # Concurrency
//
// All functions are safe for concurrent use; an [Index] is not.
package decorations
