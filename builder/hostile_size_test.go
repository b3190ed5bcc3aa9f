//go:build !acceptance

package builder

// hostileSize is how many values or pieces the smaller hostile bodies have. More
// are measured under the build tag acceptance.
const hostileSize = 4000

// stickerCount is how many stickers TestSplitKeepsStickers puts on 40000 code units.
const stickerCount = 1000
