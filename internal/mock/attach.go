package mock

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock/apierror"
)

// uploadPath is where the files of attachments.create are PUT. The documented
// upload_url is presigned and needs no token; neither does this one.
const uploadPath = "/upload/"

// uploadLife is how long an upload_url is valid.
const uploadLife = 15 * time.Minute

// attach is attachments.create.
func (s *Server) attach(in *request, root value) response {
	id := newUUID()
	a := &attachment{attachmentState: attachmentState{
		ID: id, ContentType: root.member("content_type").text(), CreatedAt: in.now, Filename: root.member("filename").text(),
		SizeBytes: root.member("size_bytes").integer(), Status: "pending",
	}}
	// The documented form of a permanent URL; nothing is served there.
	a.DownloadURL = "https://cdn.linqapp.com/attachments/partners/mock/" + id + "/" + url.PathEscape(a.Filename)
	s.state.addAttachment(a)
	s.record(in, nil, "")
	return success(http.StatusOK, attachmentResponse{
		AttachmentID: id, DownloadURL: a.DownloadURL, ExpiresAt: in.now.Add(uploadLife), HTTPMethod: http.MethodPut,
		RequiredHeaders: map[string]string{"Content-Type": a.ContentType}, UploadURL: in.base + uploadPath + id,
	})
}

// upload reads a file and discards it: only its size counts.
func (s *Server) upload(w http.ResponseWriter, r *http.Request, e *Event) {
	id := strings.TrimPrefix(r.URL.Path, uploadPath)
	s.mu.Lock()
	a := s.state.attachments[id]
	s.mu.Unlock()
	if a == nil || r.Method != http.MethodPut {
		s.refuse(w, e, apierror.Coded(api.CodeAttachmentNotFound, "no upload "+r.Method+" "+r.URL.Path))
		return
	}
	n, err := io.Copy(io.Discard, http.MaxBytesReader(w, r.Body, api.MaxAttachment))
	s.mu.Lock()
	a.Received, a.Status = n, "complete"
	if err != nil || n != a.SizeBytes {
		a.Status = "failed"
	}
	complete := a.Status == "complete"
	s.mu.Unlock()
	if !complete {
		s.refuse(w, e, apierror.Coded(api.CodeInvalidParameter, "the size of the file differs from size_bytes"))
		return
	}
	e.Status = http.StatusOK
	w.WriteHeader(http.StatusOK)
}
