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
// letter with a combining accent. Such an extended grapheme cluster is found by
// the rules of Unicode Standard Annex #29 as uniseg has them, with the data that
// [UnicodeVersion] names and with rule GB9c of Unicode 15.1 for Indic conjuncts. A range that starts or ends inside a cluster is
// accepted by the API, but what it decorates is for the recipient's device to
// guess; [Snap] widens it to whole clusters.
//
// # Invalid UTF-8
//
// A Go string may hold any bytes. Here each byte that belongs to no valid UTF-8
// sequence counts as one U+FFFD, so it is one code point, one UTF-16 code unit
// and one byte, and has an offset boundary on either side. That is how range
// reads a string and how encoding/json writes one, so an offset worked out here
// is right for the body that is sent. A surrogate has no valid UTF-8: its three
// bytes (ED A0 80 to ED BF BF) are three invalid bytes and so three units. A
// lone surrogate in JSON is an escape such as \ud83d; a decoder that turns it
// into U+FFFD, as encoding/json does, leaves one unit, which is what the escape
// is, so no case of its own is needed.
//
// All functions are safe for concurrent use; an [Index] is not.
package decorations
