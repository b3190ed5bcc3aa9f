//go:build acceptance

package builder

const hostileSize = 16000 // beyond what is kept from one call to the next

const stickerCount = 4000
