package builder

import "github.com/linqlint/linqlint/validate"

// AttachmentsCreateRequest is POST /v3/attachments: it registers a file, and the
// response has the URL to upload it to and the id for Attachment.
type AttachmentsCreateRequest struct {
	plain
	filename    text
	contentType text
	size        int64
	hasSize     bool
}

// File describes a file to upload.
type File struct {
	Filename    string // 1 to 255 code points
	ContentType string // the media type
	SizeBytes   int64  // 1 to 104857600
}

// AttachmentsCreate registers a file to upload.
func AttachmentsCreate(f File) AttachmentsCreateRequest {
	return AttachmentsCreateRequest{
		filename: text{f.Filename, true}, contentType: text{f.ContentType, true}, size: f.SizeBytes, hasSize: true,
	}
}

// Kind returns attachments.create.
func (AttachmentsCreateRequest) Kind() validate.Kind { return validate.KindAttachmentsCreate }

// MemberJSON sets a member that is newer than this package to a JSON value.
func (r AttachmentsCreateRequest) MemberJSON(name, json string) AttachmentsCreateRequest {
	r.members = r.members.with(name, json)
	return r
}

// Content returns the file, for reading.
func (r AttachmentsCreateRequest) Content() File {
	return File{r.filename.s, r.contentType.s, r.size}
}

// Build encodes the request and checks it: see [Request].
func (r AttachmentsCreateRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator that has options: see [Request].
func (r AttachmentsCreateRequest) BuildWith(v *validate.Validator) (Body, error) {
	return build(r.Kind(), r, v)
}

func (r AttachmentsCreateRequest) encode(e *encoder) {
	e.object(r.members)
	e.text("filename", r.filename)
	e.text("content_type", r.contentType)
	e.integer("size_bytes", r.size, r.hasSize)
	e.end()
}

func (r AttachmentsCreateRequest) origin(pointer string) string {
	const call = "AttachmentsCreate"
	return originOf(pointer, r.members, "filename", call, "content_type", call, "size_bytes", call)
}
