package source

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// Wide returns a text in UTF-16 or UTF-32, such as PowerShell writes, as UTF-8; ok
// is false for any other text. Without a byte order mark the first two code
// points must be ASCII, as they are in JSON.
func Wide(data []byte) (text []byte, ok bool) {
	size, order, skip := wideForm(data)
	if size == 0 {
		return nil, false
	}
	data = data[skip:]
	var units []uint16
	for ; len(data) >= size; data = data[size:] {
		if size == 2 {
			units = append(units, order.Uint16(data))
			continue
		}
		r := rune(min(order.Uint32(data), utf8.MaxRune+1))
		text = utf8.AppendRune(text, r)
	}
	if size == 2 {
		text = []byte(string(utf16.Decode(units)))
	}
	return text, true
}

// wideForm returns the size of a code unit in bytes, 0 if a text is not wide, and
// the size of its byte order mark.
func wideForm(data []byte) (size int, order binary.ByteOrder, skip int) {
	little, big := binary.LittleEndian, binary.BigEndian
	starts := func(prefix ...byte) bool { return bytes.HasPrefix(data, prefix) }
	switch {
	case starts(0xFF, 0xFE, 0, 0):
		return 4, little, 4
	case starts(0, 0, 0xFE, 0xFF):
		return 4, big, 4
	case starts(0xFF, 0xFE):
		return 2, little, 2
	case starts(0xFE, 0xFF):
		return 2, big, 2
	case len(data) < 8:
		return 0, nil, 0
	}
	ascii := func(zeros string) bool {
		for i := range zeros {
			if zero := zeros[i] == '0'; zero != (data[i] == 0) || data[i] >= utf8.RuneSelf {
				return false
			}
		}
		return true
	}
	switch {
	case ascii("x000x000"):
		return 4, little, 0
	case ascii("000x000x"):
		return 4, big, 0
	case ascii("x0x0"):
		return 2, little, 0
	case ascii("0x0x"):
		return 2, big, 0
	}
	return 0, nil, 0
}
