package api

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
var Extensions = extensions(
	Image, "jpg jpeg png gif heic heif tif tiff bmp",
	Video, "mp4 mov m4v mpeg mpg 3gp",
	Audio, "m4a mp3 aac caf wav aiff amr",
	Document, "pdf txt rtf csv doc docx xls xlsx ppt pptx pages numbers key epub zip html htm",
	Contact, "vcf ics",
	UnsupportedImage, "webp svg avif jfif ico psd",
	UnsupportedVideo, "mkv webm avi wmv flv ogv",
	UnsupportedAudio, "oga opus wma mid",
	RejectedAudio, "flac ogg",
	RejectedProgram, "exe msi dmg pkg apk bat cmd sh jar",
	UnsupportedDocument, "iso 7z rar tar gz json xml md",
)

func extensions(classes ...any) []Extension {
	var out []Extension
	for i := 0; i < len(classes); i += 2 {
		for _, name := range words(classes[i+1].(string)) {
			out = append(out, Extension{name, classes[i].(Media)})
		}
	}
	return out
}

func words(s string) []string {
	var out []string
	for start, i := 0, 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ' ' {
			if i > start {
				out = append(out, s[start:i])
			}
			start = i + 1
		}
	}
	return out
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

// classes are the Extensions by their packed names: a hash table, less than
// half full, in which a name is in the next free place from its own on. A
// map takes three times as long, which a message with many files would feel.
var classes = func() (table [256]struct {
	key   uint64
	media Media
}) {
	for _, e := range Extensions {
		key := packed(e.Name)
		i := uint8(key * spread >> 56)
		for table[i].key != 0 {
			i++
		}
		table[i].key, table[i].media = key, e.Media
	}
	return table
}()

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
var VoicememoExtensions = words("mp3 m4a mp4 aac caf wav aiff aif amr")

// CardImageExtensions lists what a card's image may be, by the reference page
// and the later sources together.
var CardImageExtensions = words("jpg jpeg png heif heic webp")

// ContentType is a media type with the extensions of its files.
type ContentType struct {
	Name       string // lower case, without parameters
	Extensions []string
}

// ContentTypes lists what attachments.create takes: the vendor's list of
// March 2026 and its later one, joined. audio/mp4 also names .mp4 and
// image/heif also .heic, which are the same containers.
var ContentTypes = contentTypes(
	"image/jpeg image/jpg", "jpg jpeg",
	"image/png", "png",
	"image/gif", "gif",
	"image/heic", "heic",
	"image/heif", "heif heic",
	"image/tiff", "tif tiff",
	"image/bmp image/x-ms-bmp", "bmp",
	"image/webp", "webp",
	"image/svg+xml", "svg",
	"image/x-icon", "ico",
	"video/mp4", "mp4",
	"video/quicktime", "mov",
	"video/x-m4v", "m4v",
	"video/mpeg video/mpeg2", "mpeg mpg",
	"video/3gpp", "3gp",
	"video/x-msvideo", "avi",
	"audio/mpeg audio/mp3", "mp3",
	"audio/x-m4a audio/m4a", "m4a",
	"audio/mp4", "m4a mp4",
	"audio/aac audio/x-aac", "aac",
	"audio/x-caf", "caf",
	"audio/wav audio/x-wav", "wav",
	"audio/aiff audio/x-aiff", "aiff aif",
	"audio/amr", "amr",
	"audio/midi", "mid",
	"application/pdf", "pdf",
	"text/plain", "txt",
	"text/markdown", "md",
	"text/rtf application/rtf", "rtf",
	"text/csv", "csv",
	"text/html", "html htm",
	"text/vcard text/x-vcard", "vcf",
	"text/calendar", "ics",
	"text/xml", "xml",
	"application/json", "json",
	"application/msword", "doc",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
	"application/vnd.ms-excel", "xls",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
	"application/vnd.ms-powerpoint", "ppt",
	"application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx",
	"application/x-iwork-pages-sffpages application/vnd.apple.pages", "pages",
	"application/x-iwork-numbers-sffnumbers application/vnd.apple.numbers", "numbers",
	"application/x-iwork-keynote-sffkey application/vnd.apple.keynote", "key",
	"application/vnd.apple.pkpass", "pkpass",
	"application/epub+zip", "epub",
	"application/zip application/x-zip-compressed", "zip",
	"application/x-gzip", "gz",
)

func contentTypes(rows ...string) []ContentType {
	var out []ContentType
	for i := 0; i < len(rows); i += 2 {
		ext := words(rows[i+1])
		for _, name := range words(rows[i]) {
			out = append(out, ContentType{name, ext})
		}
	}
	return out
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
