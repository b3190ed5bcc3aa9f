package rules

import (
	"strings"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/validate"
)

// upload is a body of attachments.create for a JPEG of that name.
func upload(filename string) string {
	return `{"filename":"` + filename + `","content_type":"image/jpeg","size_bytes":1024000}`
}

// typed is a body of attachments.create with a name and a content type.
func typed(filename, contentType string) string {
	return `{"filename":"` + filename + `","content_type":"` + contentType + `","size_bytes":1024000}`
}

// videoOf is a body of attachments.create for a video of that many bytes.
func videoOf(bytes string) string {
	return `{"filename":"tour.mp4","content_type":"video/mp4","size_bytes":` + bytes + `}`
}

// The rules for attachments.
func rulesAttachment() []Rule {
	return []Rule{
		{
			ID:    "attachment-filename",
			Title: "a filename has 1 to " + itoa(api.MaxFilename) + " code points",
			Help: "Recipients see the name of a document under its bubble, and Messages tells its type from the ending. " +
				"The API refuses an empty name and one over " + itoa(api.MaxFilename) + " Unicode code points. " +
				"Send the bare name with its extension, without a path.",
			Sources: []validate.Source{pageAttachments.says("filename: Name of the file to upload. minLength 1, maxLength 255")},
			Kinds:   []validate.Kind{validate.KindAttachmentsCreate},
			Bad: []Example{
				{
					Title: "empty", Kind: validate.KindAttachmentsCreate,
					Body:  upload(""),
					Pairs: []Pair{{"attachment-filename", "/filename"}},
				},
				{
					Title: "256 code points", Kind: validate.KindAttachmentsCreate,
					Body:  upload(strings.Repeat("🎉", 252) + ".jpg"),
					Pairs: []Pair{{"attachment-filename", "/filename"}},
				},
			},
			Good: []Example{
				{Title: "a name", Kind: validate.KindAttachmentsCreate, Body: upload("photo.jpg")},
				{Title: "255 code points", Kind: validate.KindAttachmentsCreate, Body: upload(strings.Repeat("🎉", 251) + ".jpg")},
			},
		},
		{
			ID:    "attachment-size",
			Title: "size_bytes is 1 to " + itoa(api.MaxAttachment),
			Help: "The size is the file's, in bytes, and the upload has to have exactly as many. " +
				"The limit is 100 MB, " + itoa(api.MaxAttachment) + " bytes; an empty file cannot be uploaded. " +
				"Compress a longer video, or send a link to it.",
			Sources: []validate.Source{pageAttachments.says("File Size Limit: 100MB. The file must equal `size_bytes` bytes")},
			Kinds:   []validate.Kind{validate.KindAttachmentsCreate},
			Bad: []Example{
				{
					Title: "empty file", Kind: validate.KindAttachmentsCreate,
					Body:  videoOf("0"),
					Pairs: []Pair{{"attachment-size", "/size_bytes"}},
				},
				{
					Title: "one byte more than 100 MB", Kind: validate.KindAttachmentsCreate,
					Body:  videoOf("104857601"),
					Pairs: []Pair{{"attachment-size", "/size_bytes"}},
				},
			},
			Good: []Example{
				{Title: "one byte", Kind: validate.KindAttachmentsCreate, Body: videoOf("1")},
				{Title: "100 MB", Kind: validate.KindAttachmentsCreate, Body: videoOf("104857600")},
			},
		},
		{
			ID:    "attachment-content-type",
			Title: "a content_type is one that the API names",
			Help: "The documentation lists the media types that may be uploaded; its list of March 2026 and the later one are taken together here, ignoring case and parameters. " +
				"FLAC, OGG and executables are rejected, whatever they are called. " +
				"A type outside of the list is reported as a warning because the list has grown before. " +
				"Convert the file, or put it into a zip archive.",
			Sources: []validate.Source{
				pageSDK.says("FLAC, OGG, and executable files are explicitly rejected."),
				pageAttachments.says("Unsupported Types: WebP, SVG, FLAC, OGG, and executable files are explicitly rejected."),
			},
			Kinds: []validate.Kind{validate.KindAttachmentsCreate},
			Bad: []Example{
				{
					Title: "FLAC", Kind: validate.KindAttachmentsCreate,
					Body:  typed("song.flac", "audio/flac"),
					Pairs: []Pair{{"attachment-content-type", "/content_type"}},
				},
				{
					Title: "an executable", Kind: validate.KindAttachmentsCreate,
					Body:  typed("setup.exe", "application/x-msdownload"),
					Pairs: []Pair{{"attachment-content-type", "/content_type"}},
				},
			},
			Good: []Example{
				{Title: "a JPEG", Kind: validate.KindAttachmentsCreate, Body: upload("photo.jpg")},
				{Title: "upper case and a parameter", Kind: validate.KindAttachmentsCreate, Body: typed("notes.txt", "Text/Plain; charset=utf-8")},
			},
		},
		{
			ID:    "attachment-type-mismatch",
			Title: "a filename's extension agrees with the content_type",
			Help: "The server compares the content of the upload with what was announced, and recipients open the file by its extension: where both disagree, one of them is wrong. " +
				"An unknown extension is not compared. " +
				"Correct the one that does not describe the file; renaming a file does not convert it.",
			Sources: []validate.Source{
				pageAttachments.says("S3 will reject the upload if they don’t match."),
				ours.says("the pages do not say that filename and content_type are compared; but a mismatch is a mistake"),
			},
			Kinds: []validate.Kind{validate.KindAttachmentsCreate},
			Bad: []Example{
				{
					Title: "a PNG as a JPEG", Kind: validate.KindAttachmentsCreate,
					Body:  upload("photo.png"),
					Pairs: []Pair{{"attachment-type-mismatch", ""}},
				},
				{
					Title: "a document as a video", Kind: validate.KindAttachmentsCreate,
					Body:  typed("invoice.pdf", "video/mp4"),
					Pairs: []Pair{{"attachment-type-mismatch", ""}},
				},
			},
			Good: []Example{
				{Title: "a JPEG by its longer extension", Kind: validate.KindAttachmentsCreate, Body: upload("photo.JPEG")},
				{Title: "no extension", Kind: validate.KindAttachmentsCreate, Body: upload("photo")},
			},
		},
	}
}
