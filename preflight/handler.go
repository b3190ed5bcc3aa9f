package preflight

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/linqlint/linqlint/internal/api"
	"github.com/linqlint/linqlint/internal/mock/apierror"
	"github.com/linqlint/linqlint/validate"
)

// Handler returns an http.Handler that checks each request to an endpoint of
// the API before next handles it: for a proxy in front of the API, or a service
// with the same paths. A body with errors gets the API's response, with its
// status (400 or 409) and error envelope, and X-Should-Retry: false; next is not
// called. Neither is it called for a body that cannot be checked: one over the
// limit of [WithMaxBody] gets status 413, another content type or a content
// encoding 415, and a body that ends early 400. [WithLogOnly] and
// [WithPassUnchecked] change that.
//
// The handler buffers the body of each checked request. It is safe for
// concurrent use if next is. Handler panics if next is nil or an option is
// mistyped.
func Handler(next http.Handler, opts ...Option) http.Handler {
	if next == nil {
		panic("preflight: Handler: nil http.Handler")
	}
	return &handler{newChecker(respond, opts), next}
}

type handler struct {
	*checker
	next http.Handler
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v := h.validator(r)
	if v == nil {
		h.noRules(r)
		h.next.ServeHTTP(w, r)
		return
	}
	if reason := notJSON(r.Header); reason != "" {
		h.cannotCheck(w, r, http.StatusUnsupportedMediaType, reason)
		return
	}
	if r.ContentLength > h.max {
		h.cannotCheck(w, r, http.StatusRequestEntityTooLarge, h.overLimit())
		return
	}
	if r.ContentLength < 0 && h.passUnchecked && !h.streams {
		h.cannotCheck(w, r, http.StatusRequestEntityTooLarge, "its length is not known")
		return
	}
	h.check(w, r, v)
}

// check reads the body, checks it, and passes on a request with the same body.
func (h *handler) check(w http.ResponseWriter, r *http.Request, v *validate.Validator) {
	original := r.Body
	if original == nil {
		original = http.NoBody
	}
	b, whole, err := h.read(original, r.ContentLength)
	copied := *r
	switch tooLarge := (*http.MaxBytesError)(nil); {
	case errors.As(err, &tooLarge):
		copied.Body = b.rest() // the error comes again after what was read
		h.cannotCheck(w, &copied, http.StatusRequestEntityTooLarge, h.overLimit())
	case err != nil:
		copied.Body = b.rest()
		h.cannotCheck(w, &copied, http.StatusBadRequest, "the body ended early")
	case !whole:
		copied.Body = b.rest()
		h.cannotCheck(w, &copied, http.StatusRequestEntityTooLarge, h.overLimit())
	default:
		copied.Body = b
		if a, bad := apierror.FromReport(h.report(r, v, b.data.Bytes())); bad && h.outcome != pass {
			refuseRequest(w, a)
			return
		}
		h.next.ServeHTTP(w, &copied)
	}
}

func (h *handler) overLimit() string {
	return "the body is over " + strconv.FormatInt(h.max, 10) + " bytes"
}

// cannotCheck refuses a request whose body cannot be checked, or passes it on.
func (h *handler) cannotCheck(w http.ResponseWriter, r *http.Request, status int, reason string) {
	if h.passUnchecked {
		h.unchecked(r, reason)
		h.next.ServeHTTP(w, r)
		return
	}
	refuseRequest(w, apierror.Error{Status: status, Code: api.CodeInvalidBody, Message: api.ErrorNamed(api.CodeInvalidBody).Message, Detail: reason})
}

func refuseRequest(w http.ResponseWriter, a apierror.Error) {
	w.Header().Set(noRetry, "false")
	a.Write(w)
}

// noRetry is a header that the vendor's SDKs read: with "false" they do not try
// again, which they otherwise do after a 409.
const noRetry = "X-Should-Retry"
