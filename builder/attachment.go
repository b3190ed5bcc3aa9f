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

// AttachmentsCreate registers a file to upload: its name (1 to 255 code points),
// its media type and its size in bytes (1 to 104857600).
func AttachmentsCreate(filename, contentType string, sizeBytes int64) AttachmentsCreateRequest {
	return AttachmentsCreateRequest{
		filename: text{filename, true}, contentType: text{contentType, true}, size: sizeBytes, hasSize: true,
	}
}

// Kind returns attachments.create.
func (AttachmentsCreateRequest) Kind() validate.Kind { return validate.KindAttachmentsCreate }

// Member sets a member that is newer than this package to a JSON value.
func (r AttachmentsCreateRequest) Member(name, json string) AttachmentsCreateRequest {
	r.members = r.members.with(name, json)
	return r
}

// Filename returns the file's name.
func (r AttachmentsCreateRequest) Filename() string { return r.filename.s }

// ContentType returns the file's media type.
func (r AttachmentsCreateRequest) ContentType() string { return r.contentType.s }

// SizeBytes returns the file's size in bytes.
func (r AttachmentsCreateRequest) SizeBytes() int64 { return r.size }

// Build encodes the request and checks it: see [Request].
func (r AttachmentsCreateRequest) Build() (Body, error) { return r.BuildWith(defaultValidator) }

// BuildWith is Build with a validator of your own: see [Request].
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
