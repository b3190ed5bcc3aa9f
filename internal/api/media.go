package api

import (
	"slices"
	"strings"
)

// Media is the class of a file by its extension. The zero Media says that a
// suffix is unknown and says nothing.
type Media uint8

// The classes. From Unsupported on, the media types that the documentation
// does not list; Rejected ones are explicitly refused.
const (
	Image Media = iota + 1
	Video
	Audio
	Document
	Contact
	UnsupportedImage
	UnsupportedVideo
	UnsupportedAudio
	UnsupportedDocument
	RejectedAudio
	RejectedProgram
)

// Supported reports whether media parts may carry the class.
func (m Media) Supported() bool { return m >= Image && m <= Contact }

// Rejected reports whether the documentation says that the class is refused.
func (m Media) Rejected() bool { return m >= RejectedAudio }

// Extension is a file extension in lower case, without the dot.
type Extension struct {
	Name  string
	Media Media
}

// Extensions lists the extensions that we know, the supported ones in the
// documentation's order.
var Extensions = []Extension{
	{"jpg", Image}, {"jpeg", Image}, {"png", Image}, {"gif", Image}, {"heic", Image}, {"heif", Image}, {"tif", Image}, {"tiff", Image}, {"bmp", Image},
	{"mp4", Video}, {"mov", Video}, {"m4v", Video}, {"mpeg", Video}, {"mpg", Video}, {"3gp", Video},
	{"m4a", Audio}, {"mp3", Audio}, {"aac", Audio}, {"caf", Audio}, {"wav", Audio}, {"aiff", Audio}, {"amr", Audio},
	{"pdf", Document}, {"txt", Document}, {"rtf", Document}, {"csv", Document}, {"doc", Document}, {"docx", Document}, {"xls", Document},
	{"xlsx", Document}, {"ppt", Document}, {"pptx", Document}, {"pages", Document}, {"numbers", Document}, {"key", Document}, {"epub", Document},
	{"zip", Document}, {"html", Document}, {"htm", Document},
	{"vcf", Contact}, {"ics", Contact},
	{"webp", UnsupportedImage}, {"svg", UnsupportedImage}, {"avif", UnsupportedImage}, {"jfif", UnsupportedImage}, {"ico", UnsupportedImage},
	{"psd", UnsupportedImage},
	{"mkv", UnsupportedVideo}, {"webm", UnsupportedVideo}, {"avi", UnsupportedVideo}, {"wmv", UnsupportedVideo}, {"flv", UnsupportedVideo},
	{"ogv", UnsupportedVideo},
	{"oga", UnsupportedAudio}, {"opus", UnsupportedAudio}, {"wma", UnsupportedAudio}, {"mid", UnsupportedAudio},
	{"flac", RejectedAudio}, {"ogg", RejectedAudio},
	{"exe", RejectedProgram}, {"msi", RejectedProgram}, {"dmg", RejectedProgram}, {"pkg", RejectedProgram}, {"apk", RejectedProgram},
	{"bat", RejectedProgram}, {"cmd", RejectedProgram}, {"sh", RejectedProgram}, {"jar", RejectedProgram},
	{"iso", UnsupportedDocument}, {"7z", UnsupportedDocument}, {"rar", UnsupportedDocument}, {"tar", UnsupportedDocument}, {"gz", UnsupportedDocument},
	{"json", UnsupportedDocument}, {"xml", UnsupportedDocument}, {"md", UnsupportedDocument},
}

// ExtensionClass returns the class of an extension in lower case, without its
// dot; 0 for an unknown suffix.
func ExtensionClass(ext string) Media {
	if len(ext) > 7 {
		return 0
	}
	key := packed(ext)
	for i := key * spread >> 56; ; i++ {
		if e := &classes[uint8(i)]; e.key == key {
			return e.media
		} else if e.key == 0 {
			return 0
		}
	}
}

// classSlot is a place of classes, which has the Extensions by their packed names: a hash
// table, less than half full, in which a name is in the next free place from its own on.
// A map takes three times as long, which is measurable for a message with many files.
type classSlot struct {
	key   uint64
	media Media
}

const spread = 0x9E3779B97F4A7C15 // odd, its bits in no pattern

// packed is a name of up to seven bytes as a number, a 1 before it.
func packed(name string) uint64 {
	key := uint64(1)
	for i := range len(name) {
		key = key<<8 | uint64(name[i])
	}
	return key
}

// VoicememoExtensions lists what a voice memo may be.
var VoicememoExtensions = []string{"mp3", "m4a", "mp4", "aac", "caf", "wav", "aiff", "aif", "amr"}

// CardImageExtensions lists what a card's image may be, by the reference page
// and the later sources together.
var CardImageExtensions = []string{"jpg", "jpeg", "png", "heif", "heic", "webp"}

// ContentType is a media type with the extensions of its files.
type ContentType struct {
	Name       string // lower case, without parameters
	Extensions []string
}

// ContentTypes lists what attachments.create takes: the vendor's list of
// March 2026 and its later one, joined. audio/mp4 also names .mp4 and
// image/heif also .heic, which are the same containers.
var ContentTypes = []ContentType{
	{"image/jpeg", []string{"jpg", "jpeg"}},
	{"image/jpg", []string{"jpg", "jpeg"}},
	{"image/png", []string{"png"}},
	{"image/gif", []string{"gif"}},
	{"image/heic", []string{"heic"}},
	{"image/heif", []string{"heif", "heic"}},
	{"image/tiff", []string{"tif", "tiff"}},
	{"image/bmp", []string{"bmp"}},
	{"image/x-ms-bmp", []string{"bmp"}},
	{"image/webp", []string{"webp"}},
	{"image/svg+xml", []string{"svg"}},
	{"image/x-icon", []string{"ico"}},
	{"video/mp4", []string{"mp4"}},
	{"video/quicktime", []string{"mov"}},
	{"video/x-m4v", []string{"m4v"}},
	{"video/mpeg", []string{"mpeg", "mpg"}},
	{"video/mpeg2", []string{"mpeg", "mpg"}},
	{"video/3gpp", []string{"3gp"}},
	{"video/x-msvideo", []string{"avi"}},
	{"audio/mpeg", []string{"mp3"}},
	{"audio/mp3", []string{"mp3"}},
	{"audio/x-m4a", []string{"m4a"}},
	{"audio/m4a", []string{"m4a"}},
	{"audio/mp4", []string{"m4a", "mp4"}},
	{"audio/aac", []string{"aac"}},
	{"audio/x-aac", []string{"aac"}},
	{"audio/x-caf", []string{"caf"}},
	{"audio/wav", []string{"wav"}},
	{"audio/x-wav", []string{"wav"}},
	{"audio/aiff", []string{"aiff", "aif"}},
	{"audio/x-aiff", []string{"aiff", "aif"}},
	{"audio/amr", []string{"amr"}},
	{"audio/midi", []string{"mid"}},
	{"application/pdf", []string{"pdf"}},
	{"text/plain", []string{"txt"}},
	{"text/markdown", []string{"md"}},
	{"text/rtf", []string{"rtf"}},
	{"application/rtf", []string{"rtf"}},
	{"text/csv", []string{"csv"}},
	{"text/html", []string{"html", "htm"}},
	{"text/vcard", []string{"vcf"}},
	{"text/x-vcard", []string{"vcf"}},
	{"text/calendar", []string{"ics"}},
	{"text/xml", []string{"xml"}},
	{"application/json", []string{"json"}},
	{"application/msword", []string{"doc"}},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{"docx"}},
	{"application/vnd.ms-excel", []string{"xls"}},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{"xlsx"}},
	{"application/vnd.ms-powerpoint", []string{"ppt"}},
	{"application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{"pptx"}},
	{"application/x-iwork-pages-sffpages", []string{"pages"}},
	{"application/vnd.apple.pages", []string{"pages"}},
	{"application/x-iwork-numbers-sffnumbers", []string{"numbers"}},
	{"application/vnd.apple.numbers", []string{"numbers"}},
	{"application/x-iwork-keynote-sffkey", []string{"key"}},
	{"application/vnd.apple.keynote", []string{"key"}},
	{"application/vnd.apple.pkpass", []string{"pkpass"}},
	{"application/epub+zip", []string{"epub"}},
	{"application/zip", []string{"zip"}},
	{"application/x-zip-compressed", []string{"zip"}},
	{"application/x-gzip", []string{"gz"}},
}

// ContentTypeNamed returns the content type of that name (lower case, without
// parameters), or nil.
func ContentTypeNamed(name string) *ContentType {
	for i := range ContentTypes {
		if ContentTypes[i].Name == name {
			return &ContentTypes[i]
		}
	}
	return nil
}

// rejectedTypes are the content types of programs.
var rejectedTypes = [...]string{
	"application/x-msdownload", "application/x-msdos-program", "application/vnd.microsoft.portable-executable",
	"application/x-executable", "application/x-sh", "application/java-archive", "application/x-msi",
	"application/x-apple-diskimage", "application/vnd.android.package-archive",
}

// RejectedType reports whether the documentation says that a content type, in
// lower case, is refused: FLAC, Ogg and programs.
func RejectedType(name string) bool {
	return strings.Contains(name, "flac") || strings.Contains(name, "ogg") || slices.Contains(rejectedTypes[:], name)
}
